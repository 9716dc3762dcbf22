"""A folder of one programme: the decision, its annex in Excel, the programme's data, read and checked together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quyet.core.decisions.model import Reading

PROGRAMMES = (".yaml", ".yml")
DECISIONS = (".docx", ".pdf", ".txt", ".html", ".htm")
ANNEXES = (".xlsx", ".xlsm", ".xls")


@dataclass(frozen=True, slots=True)
class Folder:
    """What lies in it: the decision first, as the others are held against it."""

    decision: Path | None
    others: tuple[Path, ...]

    def files(self) -> Iterator[Path]:
        """The decision, then its annexes and data."""
        yield from ((self.decision,) if self.decision else ())
        yield from self.others


def open_folder(folder: Path) -> Folder:
    """The papers of a folder by their endings: of several decisions the one called `decision`, else the first by name.
    Files whose names begin with a dot or `~` are a program's own."""
    names = sorted(file for file in folder.iterdir() if file.is_file() and file.name[0] not in ".~")
    decisions = [file for file in names if file.suffix.casefold() in DECISIONS]
    decisions.sort(key=lambda file: (file.stem != "decision", file.name))
    others = [file for file in names if file.suffix.casefold() in (*PROGRAMMES, *ANNEXES)]
    return Folder(decisions[0] if decisions else None, tuple(others))


def read_beside(file: Path, decided: Reading | None) -> Reading:
    """A file of a folder, checked also against the decision that lies beside it."""
    from quyet.files.planning import check_annex, read_programme
    from quyet.files.reading import read

    if file.suffix.casefold() in PROGRAMMES:
        return read_programme(file, decided)
    reading = read(file)
    if decided is not None and file.suffix.casefold() in ANNEXES:
        reading.findings += check_annex(reading, decided)
    return reading
