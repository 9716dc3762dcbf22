"""Workbooks of old Excel (.xls), read by calamine: values only, it gives no formulas.

In a process of its own. The format lets a few bytes ask for a sheet of millions of cells, and the library makes them
all; there the system's limits on memory and time hold, and what fails does not take the command or the server with it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from quyet.files.readers.errors import Unreadable
from quyet.files.readers.limits import CELLS
from quyet.files.readers.refusals import broken, encrypted
from quyet.files.readers.xlsx.cells.book import Book, SheetName
from quyet.files.readers.xlsx.cells.grid import PLAIN, Box, Cell, Format, Grid, Value
from quyet.files.readers.xlsx.cells.sheets import tidied

if TYPE_CHECKING:
    import python_calamine

_PATIENCE = 9
"""Seconds; a workbook of 50 MB takes two."""
_MEMORY = 450_000_000
"""Bytes of address space that the process may have, Python included."""
_LOCKED, _TOO_MUCH, _BROKEN = 3, 4, 5
"""What the process says by its exit code."""
_MOST_PLACES = 5_000_000
"""Cells of a sheet, the empty ones between counted in."""
_DAY = Format(is_day=True)


def open_old_book(data: bytes) -> Book:
    """The workbook in an .xls."""
    command = [sys.executable, "-P", "-c", f"from {__name__} import answer; answer()"]
    try:
        ran = subprocess.run(command, input=data, capture_output=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise too_much() from error
    if ran.returncode:
        refusals = {_LOCKED: encrypted(), _BROKEN: broken(), 1: broken()}
        raise refusals.get(ran.returncode, too_much())
    sheets = json.loads(ran.stdout)
    if not sheets:
        raise broken()
    grids = {sheet["name"]: sheet for sheet in sheets}
    return Book(
        [SheetName(name, "", sheet["hidden"]) for name, sheet in grids.items()],
        lambda sheet: _grid(grids[sheet.name]),
        is_old=True,
    )


def too_much() -> Unreadable:
    """A workbook that asks for more time or memory than one may."""
    return Unreadable(
        "Tệp Excel đời cũ (.xls) này quá lớn hoặc bị hỏng. Hãy mở tệp rồi lưu thành .xlsx (Save As).",
        "This old Excel file (.xls) is too large or broken. Open it and save it as .xlsx.",
    )


def _grid(sheet: dict[str, Any]) -> Grid:
    grid = Grid(merged=[Box(*box) for box in sheet["merged"]])
    for row, column, kind, value in sheet["cells"]:
        cell = Cell(_value(kind, value), format=_DAY if kind == "day" else PLAIN)
        grid.rows.setdefault(row, {})[column] = cell
    return grid


def _value(kind: str, value: Any) -> Value:
    return tidied(Decimal(value)) if kind == "number" else value


# --- in the other process --------------------------------------------------------------------------------------------


def answer() -> None:
    """Read a workbook from standard input and print its sheets as JSON."""
    _hold_memory()
    from io import BytesIO

    import python_calamine

    try:
        book = python_calamine.load_workbook(BytesIO(sys.stdin.buffer.read()))
        said = json.dumps(list(_said(book)))
    except python_calamine.PasswordError:
        sys.exit(_LOCKED)
    except python_calamine.CalamineError:
        sys.exit(_BROKEN)
    except (MemoryError, Unreadable):
        sys.exit(_TOO_MUCH)
    sys.stdout.buffer.write(said.encode("utf-8", "surrogatepass"))


def _hold_memory() -> None:
    """Not on Windows, which has no such limit: there the patience alone holds."""
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _said(book: python_calamine.CalamineWorkbook) -> Iterator[dict[str, Any]]:
    """The sheets as JSON, each with its filled cells as row, column, kind and value."""
    import python_calamine

    cells = 0
    for place, name in enumerate(book.sheets_metadata):
        if name.typ == python_calamine.SheetTypeEnum.WorkSheet:
            sheet = book.get_sheet_by_index(place)
            filled = _cells(sheet)
            cells += len(filled)
            CELLS.hold(cells)
            merged = [(a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in sheet.merged_cell_ranges or ()]
            hidden = name.visible != python_calamine.SheetVisibleEnum.Visible
            yield {"name": name.name, "hidden": hidden, "cells": filled, "merged": merged}


def _cells(sheet: python_calamine.CalamineSheet) -> list[tuple[int, int, str, str | bool]]:
    if sheet.height * sheet.width > _MOST_PLACES:
        raise MemoryError
    top, left = sheet.start or (0, 0)
    return [
        (row, column, *_kind(value))
        for row, values in enumerate(sheet.iter_rows(), start=top + 1)
        for column, value in enumerate(values, start=left + 1)
        if value != ""
    ]


def _kind(value: object) -> tuple[str, str | bool]:
    if isinstance(value, bool):
        return "flag", value
    if isinstance(value, (int, float)):
        return "number", repr(value)
    if isinstance(value, (date, datetime)):
        return "day", f"{value.day:02}/{value.month:02}/{value.year}"
    return "text", str(value)
