"""Facts as they were last loaded, kept beside their files as Python keeps its bytecode.

Importing a reader of YAML takes longer than reading a decision. So what a strict load found good is written once to
`__pycache__` and taken from there as long as the files are the same; a changed, new or missing file is loaded anew,
strictly. Nothing is written where Python may not write bytecode either (PYTHONDONTWRITEBYTECODE, a read-only folder).
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

Rows = list[tuple[Any, ...]]
"""Facts as plain values: strings, numbers, tuples."""


def kept(files: Sequence[Path], fields: tuple[str, ...], load: Callable[[], Rows], folder: Path | None = None) -> Rows:
    """What `load` makes of the files; `fields` name the values of a row, so that another shape is another stamp.

    Files of several folders are kept in the `folder` above them.
    """
    folder = folder or files[0].parent
    stamp = [fields, *_stamps(files, folder)]
    store = folder / "__pycache__" / f"facts.{sys.implementation.cache_tag}"
    rows = _read(store, stamp)
    if rows is None:
        rows = load()
        _write(store, (stamp, rows))
    return rows


def _stamps(files: Sequence[Path], folder: Path) -> list[tuple[str, int, int]]:
    """What changes with a file: its name below the folder, when it was written, its size."""
    found = ((file.relative_to(folder).as_posix(), file.stat()) for file in files)
    return [(name, stat.st_mtime_ns, stat.st_size) for name, stat in found]


def _read(store: Path, stamp: list[Any]) -> Rows | None:
    try:
        written, rows = marshal.loads(store.read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return rows if written == stamp else None


def _write(store: Path, value: tuple[list[Any], Rows]) -> None:
    """Whole or not at all: others may be reading."""
    if sys.dont_write_bytecode:
        return
    draft = store.with_name(f"{store.name}.{os.getpid()}")
    try:
        store.parent.mkdir(exist_ok=True)
        draft.write_bytes(marshal.dumps(value))
        draft.replace(store)
    except OSError:
        with suppress(OSError):
            draft.unlink()
