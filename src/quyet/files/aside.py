"""Files written aside and moved into place: whoever looks sees the old file or the whole new one, never half of it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp


def write_aside(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Put `data`, whole or piece by piece, at `path`. OSError where that cannot be; then nothing is left behind.

    A link stays a link, and what it leads to is written. A device or a pipe is written into: moved onto, it would be
    gone.
    """
    pieces = (data,) if isinstance(data, bytes) else data
    if path.is_dir():
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():
        with path.open("wb") as opened:
            opened.writelines(pieces)
        return
    if path.exists() and not os.access(path, os.W_OK):  # moving asks the folder alone
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    _move_onto(Path(os.path.realpath(path)), pieces)


def _move_onto(target: Path, pieces: Iterable[bytes]) -> None:
    handle, draft = mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(draft).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(draft).unlink()
        raise


def _umask() -> int:
    """The permissions that new files of this process do not get; there is no way to ask but to set it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
