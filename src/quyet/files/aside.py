"""Files written aside and moved into place: whoever looks sees the old file or the whole new one, never half of it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp


def write_aside(path: Path, data: bytes) -> None:
    """Put `data` at `path`. OSError where the folder does not take it; then nothing is left behind."""
    handle, draft = mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        Path(draft).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(draft).unlink()
        raise


def _umask() -> int:
    """The permissions that new files of this process do not get; there is no way to ask but to set it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
