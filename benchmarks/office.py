"""LibreOffice without a screen, with settings of its own: what an office may already have open stays as it is."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import process, processes

FURTHER = 10
"""How many more documents one start is given."""


@dataclass(frozen=True, slots=True)
class Office:
    """The program, and the folder of its settings."""

    program: str
    settings: Path

    def convert(self, files: Sequence[Path], folder: Path, named: str) -> None:
        """Word documents to PDF; the first start makes the settings, too."""
        target = self.settings / "made"
        process(self._command(files, target))
        for file in files:
            (target / f"{file.stem}.pdf").rename(folder / named.format(file.stem))

    def times(self, file: Path) -> tuple[float, float]:
        """Milliseconds of one document from the start of the program to its end, and of each further one."""
        target = self.settings / "timed"
        copies = [file, *(self.settings / f"{place}.docx" for place in range(FURTHER))]
        for copy in copies[1:]:
            shutil.copyfile(file, copy)
        one, many = processes([self._command(copies[:1], target), self._command(copies, target)], rounds=5)
        return one, (many - one) / FURTHER

    def _command(self, files: Sequence[Path], target: Path) -> list[str]:
        own = f"-env:UserInstallation={self.settings.as_uri()}"
        asked = ["--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(target)]
        return [self.program, own, *asked, *map(str, files)]


def find_office(folder: Path) -> Office | None:
    """LibreOffice, where the machine has it."""
    program = shutil.which("soffice")
    settings = folder / "office"
    settings.mkdir()
    return Office(program, settings) if program else None
