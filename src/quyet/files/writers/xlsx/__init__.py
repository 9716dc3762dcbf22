"""An estimate as a workbook: what Excel shows is what an annex prints, and every sum is a live formula.

The link to an activity and the basis of a price stand in cells that can be seen and changed: right of what is printed,
and on a sheet of their own. What a person changes there is what is read again; nothing is hidden beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quyet.core.estimates.model import PlannedEstimate
from quyet.core.papers.form import Wording

SHEET = "Dự toán"


@dataclass(frozen=True, slots=True)
class AnnexSheet:
    """An estimate, complete, with the lines above its table."""

    estimate: PlannedEstimate
    titles: tuple[str, ...] = ()


def write_xlsx(annexes: Sequence[AnnexSheet], wording: Wording) -> bytes:
    """A sheet for each estimate, one for the bases of all prices; the same bytes every time. Unwritable where a cell
    cannot hold what it should."""
    from openpyxl import Workbook  # late: it costs more than all the rest of a start

    from quyet.files.writers.xlsx.bases import write_bases
    from quyet.files.writers.xlsx.package import packed
    from quyet.files.writers.xlsx.sheet import write_sheet

    book = Workbook()
    book.remove(book.worksheets[0])
    values = {}
    keys = iter(range(1, 1 + sum(len(annex.estimate.lines) for annex in annexes)))
    based = []
    for number, annex in enumerate(annexes, start=1):
        sheet = book.create_sheet(SHEET if number == 1 else f"{SHEET} {number}")
        named = [(f"D{next(keys)}" if line.basis else None, line) for line in annex.estimate.lines]
        values[sheet.title] = write_sheet(sheet, annex.estimate, annex.titles, wording, [key for key, _ in named])
        based += [(key, line) for key, line in named if key is not None]
    if based:
        write_bases(book.create_sheet("Cơ sở giá"), based)
    return packed(book, values)
