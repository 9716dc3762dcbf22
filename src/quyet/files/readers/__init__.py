"""Files in: whatever lies on an official's disk becomes a `Source`, or one sentence that says why it cannot.

`load` takes a path, `load_bytes` the bytes of an upload. A file is what its content says, and only in doubt what its
name says. Each format is read by a module of its own, imported when such a file comes.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from quyet.core.decisions.source import Source
from quyet.core.values.late import late
from quyet.files.readers.errors import Unreadable
from quyet.files.readers.limits import CELLS, FILE_BYTES, ITEMS, LINES, TEXT_BYTES
from quyet.files.readers.refusals import empty, unreachable

__all__ = ["Unreadable", "bytes_of", "load", "load_bytes"]

_WITHOUT_TEXT = ("scan",)
"""The notices that explain why there is no text, so that the paper is read all the same."""


Rows = Callable[[int, int], None]
"""Is told of a workbook how many rows of a sheet were read, and how many it has."""


def load(path: Path, progress: Rows | None = None) -> Source:
    """Read a file."""
    return load_bytes(bytes_of(path), path.name, progress)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file, no more of them than tell that they are too many."""
    try:
        _hold_regular(path)
        with path.open("rb") as file:
            return file.read(FILE_BYTES.most + 1)
    except FileNotFoundError as error:
        raise unreachable("không tìm thấy tệp", "it is not there") from error
    except IsADirectoryError as error:
        raise unreachable("đây là một thư mục", "this is a folder") from error
    except PermissionError as error:
        raise unreachable("không có quyền đọc", "reading it is not permitted") from error
    except OSError as error:
        raise unreachable("hệ thống báo lỗi khi đọc", "the system failed to read it") from error


_OPEN_ALREADY = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
"""What the caller has opened for us may be a pipe: `quyet check /dev/stdin`, `quyet check <(…)`."""


def _hold_regular(path: Path) -> None:
    """Refuse a named pipe, a device, a socket: to open one may wait for ever."""
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or str(path).startswith(_OPEN_ALREADY)):
        raise unreachable(
            "đây là ống dẫn hoặc thiết bị, không phải tệp thường", "this is a pipe or a device, not a regular file"
        )


def load_bytes(data: bytes, name: str, progress: Rows | None = None) -> Source:
    """Read the bytes of a file; `name` is its name, with an ending if it has one."""
    FILE_BYTES.hold(len(data))
    if not data.strip():
        raise empty()
    source = _read(data, name, progress)
    if not source.text.strip() and not any(notice.code in _WITHOUT_TEXT for notice in source.notices):
        raise empty()
    hold_text(source)
    return replace(source, sha256=sha256(data).hexdigest())


def hold_text(source: Source) -> None:
    """Refuse a text that would take minutes: what reading costs is counted in bytes, lines, items and cells."""
    TEXT_BYTES.hold(len(source.text.encode()))
    lines = source.text.count("\n")
    LINES.hold(lines)
    CELLS.hold(source.text.count("|"))
    if lines >= ITEMS.most:
        ITEMS.hold(sum(1 for _ in _ITEM.finditer(source.text)))


_ITEM = late(r"^[ \t*_]*(?:[-+–•]|\w[.)]|\d[\d.]{0,9}[.)])[ \t]", re.MULTILINE)
"""`1. ` · `1.2. ` · `a) ` · `- ` at the beginning of a line."""


def _read(data: bytes, name: str, progress: Rows | None) -> Source:
    from quyet.files.readers.detect import format_of

    kind = format_of(data, name)
    module = import_module(f"quyet.files.readers.{kind}")  # late: a .txt needs neither lxml nor pdfium
    read: Callable[..., Source] = getattr(module, f"read_{kind}")
    return read(data, name, progress) if kind == "xlsx" and progress else read(data, name)
