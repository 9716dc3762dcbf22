"""What has to be said of a workbook, cell by cell, until the text is laid out and each has its place there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quyet.core.decisions.source import Notice
from quyet.files.readers.sheet import tidy
from quyet.files.readers.xlsx.cells.grid import name_of
from quyet.files.readers.xlsx.layout import Places

_NAMED = 5
"""So many cells of a group are named one by one."""

Spot = tuple[str, int, int]
"""Sheet, row and column."""


@dataclass(slots=True)
class Remarks:
    """Grows while a workbook is read."""

    found: list[tuple[str, str, Spot | None]] = field(default_factory=list)

    def add(self, code: str, detail: str, spot: Spot | None = None) -> None:
        self.found.append((code, detail, spot))

    def notices(self, places: Places) -> tuple[Notice, ...]:
        return tuple(
            Notice(f"workbook_{code}", tidy(detail), places.get(spot) if spot else None)
            for code, detail, spot in self.found
        )


def cell_name(spot: Spot) -> str:
    """`Dự toán!H5`"""
    return f"{spot[0]}!{name_of(spot[1], spot[2])}"


def cell_names(spots: Sequence[Spot]) -> str:
    """`Dự toán!H5, H6, H7, H8, H9 và 40 ô khác`; the sheet is said once."""
    listed = [cell_name(spots[0]), *(name_of(row, column) for _, row, column in spots[1:_NAMED])]
    more = len(spots) - len(listed)
    return ", ".join(listed) + (f" và {more} ô khác" if more > 0 else "")
