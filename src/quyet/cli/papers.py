"""Many files one after the other: one that fails says so on standard error, and the rest go on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from quyet.cli.language import say
from quyet.cli.run import unexpected
from quyet.cli.streams import Progress, complain
from quyet.core.decisions.model import Reading
from quyet.files.readers.errors import Unreadable
from quyet.files.readers.limits import FILE_BYTES
from quyet.files.reading import read

if TYPE_CHECKING:
    from quyet.files.drafts import DraftRefused

STANDARD_INPUT = "-"


class Papers:
    """The readings of the files asked for, each with its path; `failures` and `code` tell of the others."""

    def __init__(self, paths: list[str]) -> None:
        self.beside: dict[str, str] = {}
        """The decision that lies beside a file in its folder, where a folder was asked for."""
        self.paths = [file for path in _expanded(paths) for file in self._files(path)]
        self.failures: list[tuple[str, str]] = []
        self._decided: dict[str, Reading] = {}

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

    def _files(self, path: str) -> Iterator[str]:
        """The file itself; of a folder the decision, then what is held against it."""
        if not Path(path).is_dir():
            yield path
            return
        from quyet.files.folders import open_folder

        folder = open_folder(Path(path))
        for file in folder.files():
            if folder.decision is not None and file != folder.decision:
                self.beside[str(file)] = str(folder.decision)
            yield str(file)
        if not any(folder.files()):
            yield path  # an empty folder is refused by its own name

    def _take(self, path: str) -> Reading:
        if path == STANDARD_INPUT:
            return read(_piped())
        if path.casefold().endswith((".yaml", ".yml")) or path in self.beside:
            from quyet.files.folders import read_beside

            return read_beside(Path(path), self._decided.get(self.beside.get(path, "")))
        reading = read(path)
        if path in self.beside.values():
            self._decided[path] = reading
        return reading

    def _read(self, path: str, progress: Progress) -> Reading | None:
        try:
            return self._take(path)
        except Unreadable as error:
            progress.clear()
            sentence = say(error.message, error.message_en)
            complain(f"{path}: {sentence}")
        except _draft_refused() as refused:  # asked for only once something failed
            progress.clear()
            for fault in refused.faults:
                place = f"{path}:{fault.line}" if fault.line else path
                complain(f"{place}: {fault.key}: {say(fault.message, fault.message_en)}")
            sentence = "; ".join(say(fault.message, fault.message_en) for fault in refused.faults)
        except Exception as error:
            progress.clear()
            unexpected(error, path)
            sentence = type(error).__name__
        self.failures.append((path, sentence))
        return None


def _draft_refused() -> type[DraftRefused]:
    """The exception of files of data; it brings all that reads them, a tenth of the time of `quyet check FILE.txt`."""
    from quyet.files.drafts import DraftRefused

    return DraftRefused


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
