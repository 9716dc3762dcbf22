"""One sheet, as a stream: formula and kept value of a cell stand side by side, so one pass gives both."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation

from quyet.files.readers import Rows
from quyet.files.readers.limits import CELLS, SHEET_ROWS
from quyet.files.readers.markup import parse
from quyet.files.readers.refusals import broken
from quyet.files.readers.xlsx.cells.formats import Formats
from quyet.files.readers.xlsx.cells.grid import COLUMNS, ROWS, Box, Cell, Fault, Formula, Grid, Value, place_of

SPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_LONGEST_FORMULA = 8_192
"""So many characters Excel allows; a longer one was not written by it, and its kept value is all that is taken."""
_LARGEST_POWER = 330
"""No number of a sheet has more digits before its comma, or noughts behind it."""
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")

Handler = Callable[[dict[str, str]], None]


_TOLD_EVERY = 50
"""After so many rows it is told how far the sheet was read."""


def read_sheet(
    part: bytearray, strings: Sequence[str], formats: Formats, cells_before: int, progress: Rows | None = None
) -> Grid:
    """The grid of a sheet. `cells_before`: how many cells earlier sheets had, for the limit that they share."""
    count = part.count(b"<row")
    SHEET_ROWS.hold(count)
    reader = _Sheet(strings, formats, cells_before, (lambda done: progress(done, count)) if progress else None)
    parse(part, reader.start, reader.end, reader.text)
    return reader.grid


class _Sheet:
    def __init__(
        self, strings: Sequence[str], formats: Formats, cells: int, tell: Callable[[int], None] | None
    ) -> None:
        self.grid, self._tell = Grid(), tell
        self._strings, self._formats, self._cells = strings, formats, cells
        self._row = self._column = self._rows = 0
        self._cell: dict[str, str] = {}
        self._formula: dict[str, str] | None = None
        self._pieces: dict[str, list[str]] = {}
        self._into: list[str] | None = None
        self._shared: dict[str, Formula] = {}
        handlers: dict[str, Handler] = {
            "row": self._open_row, "c": self._open_cell, "f": self._open_formula, "v": self._open_value,
            "t": self._open_text, "mergeCell": self._merge, "col": self._hide_columns, "filterColumn": self._filter,
        }  # fmt: skip
        self._handlers = {f"{space} {name}": handler for space in SPACES for name, handler in handlers.items()}
        self._collected = {f"{space} {name}" for space in SPACES for name in ("f", "v", "t")}
        self._cell_tags = {f"{space} c" for space in SPACES}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        handler = self._handlers.get(tag)
        if handler is not None:
            handler(attributes)

    def text(self, data: str) -> None:
        if self._into is not None:
            self._into.append(data)

    def end(self, tag: str) -> None:
        if tag in self._collected:
            self._into = None
        elif tag in self._cell_tags:
            self._close_cell()

    # --- rows and cells ----------------------------------------------------------------------------------------------

    def _open_row(self, attributes: dict[str, str]) -> None:
        self._rows += 1
        SHEET_ROWS.hold(self._rows)
        if self._tell is not None and self._rows % _TOLD_EVERY == 0:
            self._tell(self._rows)
        self._row = _count(attributes.get("r"), self._row + 1, ROWS)
        self._column = 0
        if _is_on(attributes.get("hidden")):
            self.grid.hidden_rows.add(self._row)

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self._cell, self._formula, self._pieces = attributes, None, {}
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
            return
        place = place_of(reference)
        if place is None:
            raise broken()
        self._row, self._column = place

    def _open_formula(self, attributes: dict[str, str]) -> None:
        self._formula = attributes
        self._collect("f")

    def _open_value(self, attributes: dict[str, str]) -> None:
        self._collect("v")

    def _open_text(self, attributes: dict[str, str]) -> None:
        self._collect("t")

    def _collect(self, kind: str) -> None:
        self._into = self._pieces.setdefault(kind, [])

    def _close_cell(self) -> None:
        if not self._pieces and self._formula is None:
            return
        value = self._value("".join(self._pieces.get("v", ())))
        formula = self._stated_formula()
        if value is None and formula is None:
            return
        self._cells += 1
        CELLS.hold(self._cells)
        cell = Cell(value, formula, self._formats.of(self._cell.get("s")))
        self.grid.rows.setdefault(self._row, {})[self._column] = cell

    def _value(self, written: str) -> Value:
        kind = self._cell.get("t", "n")
        if kind == "s":
            return self._string(written)
        if kind == "inlineStr":
            return _unescaped("".join(self._pieces.get("t", ())))
        if kind in ("str", "d"):
            return _unescaped(written) if "v" in self._pieces else None
        if kind == "b":
            return written.strip() == "1"
        if kind == "e":
            return Fault(written.strip())
        return _figure(written)

    def _string(self, written: str) -> str:
        try:
            return _unescaped(self._strings[int(written)])
        except (ValueError, IndexError) as error:
            raise broken() from error

    def _stated_formula(self) -> Formula | None:
        if self._formula is None:
            return None
        kind, key = self._formula.get("t", "normal"), self._formula.get("si", "")
        text = "".join(self._pieces.get("f", ())).strip()[: _LONGEST_FORMULA + 1]
        if kind == "shared" and not text:
            return self._shared.get(key)
        formula = Formula(text, self._row, self._column, kind in ("array", "dataTable") or len(text) > _LONGEST_FORMULA)
        if kind == "shared":
            self._shared[key] = formula
        return formula if text or formula.is_array else None

    # --- what is said of rows and columns ----------------------------------------------------------------------------

    def _merge(self, attributes: dict[str, str]) -> None:
        one, _, other = attributes.get("ref", "").partition(":")
        first, last = place_of(one), place_of(other)
        if first and last:
            self.grid.merged.append(Box(*first, *last))

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        if _is_on(attributes.get("hidden")):
            left = _count(attributes.get("min"), 1, COLUMNS)
            self.grid.hidden_columns.append((left, _count(attributes.get("max"), left, COLUMNS)))

    def _filter(self, attributes: dict[str, str]) -> None:
        self.grid.is_filtered = True


def _count(text: str | None, otherwise: int, most: int) -> int:
    count = int(text) if text and text.isdecimal() and len(text) < 9 else otherwise
    if not 0 < count <= most:
        raise broken()
    return count


def _is_on(text: str | None) -> bool:
    return text in ("1", "true")


def _figure(written: str) -> Value:
    """A number, exactly as the digits say; fifteen of them are true, and what a binary fraction adds is dropped."""
    figure = written.strip()
    if not figure:
        return None
    try:
        value = Decimal(figure)
    except InvalidOperation as error:
        raise broken() from error
    if not value.is_finite() or abs(value.adjusted()) > _LARGEST_POWER:
        raise broken()
    return tidied(value) if len(figure) > 15 else value


def tidied(value: Decimal) -> Decimal:
    """0.30000000000000004 → 0.3: the nearest number of fifteen digits."""
    return Decimal(f"{value:.15g}") if len(value.as_tuple().digits) > 15 else value


def _unescaped(text: str) -> str:
    """`_x000D_` stands for a character that XML cannot hold."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
