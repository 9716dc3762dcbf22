"""Works every formula of a workbook anew, in the order in which they need one another, without recursion.

A formula is tried; where it needs cells that are not worked yet, these come first and it is tried again. A formula that
is needed while it waits itself closes a circle. How many cells are looked at in all is bounded, so that a file made of
sums over sums ends as one that is not worked out, and not as one that never ends.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from decimal import Decimal

from quyet.files.readers.xlsx.cells.book import Book, SheetName
from quyet.files.readers.xlsx.cells.grid import Box, Cell, Fault, Formula, Value
from quyet.files.readers.xlsx.formulas.areas import Area, by_its_row
from quyet.files.readers.xlsx.formulas.tree import Beyond, Node, tree_of
from quyet.files.readers.xlsx.formulas.worked import Figure, added, work

Place = tuple[str, int, int]
"""The sheet by its name, the row, the column."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a formula gives. `beyond`: why it was not worked anew, and its kept value stands; `file` the number of the
    other file that it reaches into; `in_circle`: it needs itself."""

    value: Value
    beyond: str = ""
    file: int | None = None
    in_circle: bool = False

    @property
    def is_worked(self) -> bool:
        return not self.beyond and not self.in_circle

    def known(self) -> Value:
        """The value for those who need it. Beyond where neither this formula nor its kept value gives any."""
        if self.value is None and not self.is_worked:
            raise Beyond("ô chưa có giá trị")
        return self.value


class Missing(Exception):
    """Cells that must be worked first."""

    def __init__(self, places: list[Place]) -> None:
        super().__init__()
        self.places = places


_MOST_WORK = 2_500_000
_LETTER = 2
_MOST_TREES = 32
_AGAIN = 40
"""What it costs to try a formula once more, beside reading it."""

_MOST_WAITING = 300_000
_TOO_MANY = "quá nhiều ô phải cộng lại"
_NOWHERE = Fault("#REF!")
_FIGURES = (Decimal, Fault)


class Calculator:
    """The outcomes of a workbook's formulas, each worked once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._outcomes: dict[Place, Outcome] = {}
        self._totals: dict[tuple[str, int, int, int], tuple[int, Decimal]] = {}
        self._trees: dict[str, tuple[Node, int]] = {}
        self._spent = 0

    def outcome(self, sheet: SheetName, row: int, column: int) -> Outcome:
        """The outcome of the formula in that cell."""
        first = (sheet.name, row, column)
        waiting, begun = [first], set[Place]()
        while waiting:
            place = waiting[-1]
            if place in self._outcomes:
                waiting.pop()
                begun.discard(place)
                continue
            begun.add(place)
            try:
                self._outcomes[place] = self._tried(place)
            except Missing as missing:
                self._spent += _AGAIN
                self._close_circles(missing.places, begun, waiting)
                if len(waiting) + len(missing.places) > _MOST_WAITING:
                    self._outcomes[place] = Outcome(self._kept(place), _TOO_MANY)
                waiting += [each for each in missing.places if each not in self._outcomes]
        return self._outcomes[first]

    def _close_circles(self, needed: list[Place], begun: set[Place], waiting: list[Place]) -> None:
        """Those that wait for a cell which waits for them are a circle: none of them can be worked."""
        for place in begun.intersection(needed):
            since = len(waiting) - waiting[::-1].index(place) - 1
            for each in waiting[since:]:
                if each in begun:
                    self._outcomes[each] = Outcome(self._kept(each), in_circle=True)

    def _kept(self, place: Place) -> Value:
        sheet = self._book.find(place[0])
        cell = self._book.grid(sheet).at(place[1], place[2]) if sheet else None
        return cell.value if cell and not self._book.recalculates else None

    def _tried(self, place: Place) -> Outcome:
        sheet = self._book.find(place[0])
        assert sheet is not None  # only cells of known sheets are asked for
        grid = self._book.grid(sheet)
        cell = grid.at(place[1], place[2])
        assert cell is not None and cell.formula is not None
        if cell.formula.is_array:
            return Outcome(self._kept(place), "công thức mảng hoặc quá dài")
        try:
            tree, row = self._tree(cell.formula)
            away = place[1] - row, place[2] - cell.formula.column
            return Outcome(work(tree, _Around(self, self._book, sheet, away)))
        except Beyond as beyond:
            return Outcome(self._kept(place), beyond.what, beyond.file)

    def _tree(self, formula: Formula) -> tuple[Node, int]:
        """The tree of a formula and the row for which it is written, built once where the cells of a column share it,
        or each say the same of their own row. Few are kept: long ones are large."""
        relative = by_its_row(formula)
        key = formula.text if relative is None else relative
        found = self._trees.get(key)
        if found is None:
            self._spend(_LETTER * len(formula.text))
            found = tree_of(formula.text), formula.row
            if len(self._trees) >= _MOST_TREES:
                self._trees.clear()
            self._trees[key] = found
        return (found[0], formula.row) if relative is None else found

    # --- what formulas see -------------------------------------------------------------------------------------------

    def figures(
        self, sheet: SheetName, box: Box, without: Container[int] = (), no_subtotals: bool = False
    ) -> list[Figure]:
        """The numbers and error values of a box. Missing where some of its formulas must be worked first."""
        found: list[Figure] = []
        missing: list[Place] = []
        for row, column, cell in self._cells(sheet, box):
            if row in without or (no_subtotals and _is_subtotal(cell)):
                continue
            value = cell.value
            if cell.formula is not None:
                outcome = self._outcomes.get((sheet.name, row, column))
                if outcome is None:
                    missing.append((sheet.name, row, column))
                    continue
                value = outcome.known()
            if isinstance(value, _FIGURES):
                found.append(value)
        if missing:
            raise Missing(missing)
        return found

    def _cells(self, sheet: SheetName, box: Box) -> list[tuple[int, int, Cell]]:
        grid = self._book.grid(sheet)
        self._spend(1 + len(grid.rows_between(box.top, box.bottom)))
        found = grid.within(box)
        self._spend(len(found))
        return found

    def _spend(self, work: int) -> None:
        """Count what is done: letters of formulas read, rows looked through, cells added up."""
        self._spent += work
        if self._spent > _MOST_WORK:
            raise Beyond(_TOO_MANY)

    def one(self, sheet: SheetName, box: Box) -> Value:
        """The value of the one cell of a box."""
        self._spend(2)
        cell = self._book.grid(sheet).at(box.top, box.left)
        if cell is None or cell.formula is None:
            return cell.value if cell else None
        place = (sheet.name, box.top, box.left)
        if place not in self._outcomes:
            raise Missing([place])
        return self._outcomes[place].known()

    def total(self, sheet: SheetName, box: Box) -> Figure:
        """The sum of a box. One that begins where an earlier one began goes on from there: running totals are many."""
        start = (sheet.name, box.top, box.left, box.right)
        bottom, total = self._totals.get(start, (box.top - 1, Decimal(0)))
        if bottom > box.bottom:
            bottom, total = box.top - 1, Decimal(0)
        rest = added(self.figures(sheet, Box(bottom + 1, box.left, box.bottom, box.right)), total)
        if isinstance(rest, Decimal):
            self._totals[start] = (box.bottom, rest)
        return rest


def _is_subtotal(cell: Cell) -> bool:
    return cell.formula is not None and "SUBTOTAL" in cell.formula.text.upper()


class _Around:
    """The cells that one formula points at."""

    def __init__(self, calculator: Calculator, book: Book, sheet: SheetName, away: tuple[int, int]) -> None:
        self._calculator, self._book, self._sheet, self._away = calculator, book, sheet, away

    def one(self, area: Area) -> Value:
        if not area.is_cell:
            raise Beyond("vùng nhiều ô trong phép tính")
        found = self._found(area)
        return self._calculator.one(*found) if found else _NOWHERE

    def figures(self, area: Area) -> Iterable[Figure]:
        found = self._found(area)
        return self._calculator.figures(*found) if found else [_NOWHERE]

    def total(self, area: Area) -> Figure:
        found = self._found(area)
        return self._calculator.total(*found) if found else _NOWHERE

    def shown(self, area: Area, without_hidden: bool) -> Iterable[Figure]:
        """Without other sub-totals, and without rows that a filter or, where asked, a hand hid."""
        found = self._found(area)
        if found is None:
            return [_NOWHERE]
        grid = self._book.grid(found[0])
        without = grid.hidden_rows if without_hidden or grid.is_filtered else ()
        return self._calculator.figures(*found, without, no_subtotals=True)

    def _found(self, area: Area) -> tuple[SheetName, Box] | None:
        sheet = self._book.find(area.sheet) if area.sheet else self._sheet
        box = area.box(*self._away)
        return (sheet, box) if sheet and box else None
