"""Many files one after the other: one that fails says so on standard error, and the rest go on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from quyet.cli.language import say
from quyet.cli.run import unexpected
from quyet.cli.streams import Progress, complain
from quyet.core.decisions.model import Reading
from quyet.files.readers.errors import Unreadable
from quyet.files.readers.limits import FILE_BYTES
from quyet.files.reading import read

STANDARD_INPUT = "-"


class Papers:
    """The readings of the files asked for, each with its path; `failures` and `code` tell of the others."""

    def __init__(self, paths: list[str]) -> None:
        self.paths = list(_expanded(paths))
        self.failures: list[tuple[str, str]] = []

    @property
    def several(self) -> bool:
        return len(self.paths) > 1

    @property
    def code(self) -> int:
        """2 where a file could not be read."""
        return 2 if self.failures else 0

    def __iter__(self) -> Iterator[tuple[str, Reading]]:
        progress = Progress(len(self.paths))
        for path in self.paths:
            progress.next(path)
            reading = self._read(path, progress)
            progress.clear()
            if reading is not None:
                yield path, reading

    def _read(self, path: str, progress: Progress) -> Reading | None:
        try:
            return read(_piped()) if path == STANDARD_INPUT else read(path)
        except Unreadable as error:
            progress.clear()
            sentence = say(error.message, error.message_en)
            complain(f"{path}: {sentence}")
        except Exception as error:
            progress.clear()
            unexpected(error, path)
            sentence = type(error).__name__
        self.failures.append((path, sentence))
        return None


def _piped() -> bytes:
    """Standard input, no more of it than tells that it is too much."""
    return sys.stdin.buffer.read(FILE_BYTES.most + 1)


def _expanded(paths: list[str]) -> Iterator[str]:
    """The shell of Windows leaves `*.docx` to the program."""
    for path in paths:
        if os.name == "nt" and ("*" in path or "?" in path) and not Path(path).exists():
            pure = Path(path)
            yield from sorted(str(found) for found in pure.parent.glob(pure.name)) or [path]
        else:
            yield path
