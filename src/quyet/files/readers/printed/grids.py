"""Ruled lines → tables: lines that meet make a grid, and words go into the cell in which their middle stands.

A grid is made of its finest rows and columns. Where the line between two of its fields is missing they are one cell:
over columns it covers several, over rows its words stand in the first one, as in the tables of a .docx.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from quyet.files.readers.printed.cells import paragraphs_of
from quyet.files.readers.printed.model import Grid, Rule, Word
from quyet.files.readers.sheet import CellText, TableText

_TOUCH = 3.0
"""Lines that come this near meet."""
_SHORTEST = 4.0
_MOST_RULES = 4_000
"""A page with more lines than this holds a drawing, not a table."""

Field = tuple[int, int]
"""Row and column of the finest grid."""


def find_grids(rules: Sequence[Rule], words: Sequence[Word]) -> tuple[list[Grid], list[Word]]:
    """The tables on a page from top to bottom, and the words that stand in none."""
    grids: list[Grid] = []
    rest = list(words)
    for group in _groups(_joined(rules)):
        net = _Net(group)
        inside = [word for word in rest if net.holds(word)]
        if inside and net.is_table():
            grids.append(net.grid(inside))
            rest = [word for word in rest if not net.holds(word)]
    return sorted(grids, key=lambda grid: grid.top), rest


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Pieces of one line (each cell draws its own border) as one rule, stumps left out."""
    joined: list[Rule] = []
    if len(rules) > _MOST_RULES:
        return joined
    for rule in sorted(rules, key=lambda each: (each.horizontal, round(each.at), each.begin)):
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.horizontal == rule.horizontal
            and abs(last.at - rule.at) < _TOUCH / 2
            and rule.begin - last.end < _TOUCH
        ):
            last.end = max(last.end, rule.end)
        else:
            joined.append(Rule(rule.horizontal, rule.at, rule.begin, rule.end))
    return [rule for rule in joined if rule.end - rule.begin >= _SHORTEST]


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules that hang together by crossing. A rule that meets no other (under a word) is in no group."""
    flat = [rule for rule in rules if rule.horizontal]
    group_of: dict[int, list[Rule]] = {}
    for upright in (rule for rule in rules if not rule.horizontal):
        crossed = [rule for rule in flat if _meet(rule, upright)]
        if len(crossed) < 2:
            continue
        members = {id(rule): rule for rule in [upright, *crossed]}
        for rule in crossed:
            members |= {id(each): each for each in group_of.get(id(rule), ())}
        group = list(members.values())
        group_of |= {id(rule): group for rule in group}
    return list({id(group): group for group in group_of.values()}.values())


def _meet(flat: Rule, upright: Rule) -> bool:
    return (
        flat.begin - _TOUCH <= upright.at <= flat.end + _TOUCH
        and upright.begin - _TOUCH <= flat.at <= upright.end + _TOUCH
    )


def _places(values: Iterable[float]) -> list[float]:
    """Different places, those of double lines taken as one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _TOUCH:
            places.append(value)
    return places


class _Net:
    """The finest grid of a group of rules."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._flat = [rule for rule in rules if rule.horizontal]
        self._upright = [rule for rule in rules if not rule.horizontal]
        self._ys = _places(rule.at for rule in self._flat)
        ends = (end for rule in self._flat for end in (rule.begin, rule.end))
        self._xs = _places([*(rule.at for rule in self._upright), *_outermost(ends)])

    def is_table(self) -> bool:
        """More than a frame: at least two columns."""
        return len(self._xs) > 2 and len(self._ys) > 1

    def holds(self, word: Word) -> bool:
        x, y = _middle(word)
        return self._xs[0] <= x <= self._xs[-1] and self._ys[0] <= y <= self._ys[-1]

    def grid(self, words: Sequence[Word]) -> Grid:
        cells = self._cells()
        inside: dict[Field, list[Word]] = {}
        for word in words:
            x, y = _middle(word)
            place = (_index(self._ys, y), _index(self._xs, x))
            inside.setdefault(cells[place], []).append(word)
        rows = [self._row(index, cells, inside) for index in range(len(self._ys) - 1)]
        return Grid(self._ys[0], self._ys[-1], self._xs, TableText([row for row in rows if row]))

    def _cells(self) -> dict[Field, Field]:
        """For each field of the grid, the first field of the cell that it belongs to."""
        cells: dict[Field, Field] = {}
        for row in range(len(self._ys) - 1):
            for column in range(len(self._xs) - 1):
                if row and not self._is_ruled_above(row, column):
                    cells[row, column] = cells[row - 1, column]
                elif column and not self._is_ruled_left(row, column) and cells[row, column - 1][0] == row:
                    cells[row, column] = cells[row, column - 1]
                else:
                    cells[row, column] = (row, column)
        return cells

    def _is_ruled_above(self, row: int, column: int) -> bool:
        x, y = (self._xs[column] + self._xs[column + 1]) / 2, self._ys[row]
        return any(abs(rule.at - y) <= _TOUCH and rule.begin <= x <= rule.end for rule in self._flat)

    def _is_ruled_left(self, row: int, column: int) -> bool:
        x, y = self._xs[column], (self._ys[row] + self._ys[row + 1]) / 2
        return any(abs(rule.at - x) <= _TOUCH and rule.begin <= y <= rule.end for rule in self._upright)

    def _row(self, row: int, cells: dict[Field, Field], inside: dict[Field, list[Word]]) -> list[CellText]:
        """The cells of a row; none where all of them only go on from the row above (the line between is broken)."""
        texts: list[CellText] = []
        last: Field | None = None
        for column in range(len(self._xs) - 1):
            cell = cells[row, column]
            if cell == last:
                texts[-1].columns += 1
            elif cell[0] == row:
                width = self._width(cells, cell)
                texts.append(CellText(paragraphs_of(inside.get(cell, ()), width)))
            else:
                texts.append(CellText())
            last = cell
        return texts if any(cells[row, column][0] == row for column in range(len(self._xs) - 1)) else []

    def _width(self, cells: dict[Field, Field], cell: Field) -> float:
        row, column = cell
        last = max(index for index in range(column, len(self._xs) - 1) if cells[row, index] == cell)
        return self._xs[last + 1] - self._xs[column]


def _outermost(ends: Iterable[float]) -> tuple[float, float]:
    """The ends of the rules: the sides of a table that is drawn without them."""
    values = sorted(ends)
    return values[0], values[-1]


def _middle(word: Word) -> tuple[float, float]:
    return (word.left + word.right) / 2, word.base - 0.3 * word.size


def _index(places: Sequence[float], value: float) -> int:
    return min(max(bisect_right(places, value) - 1, 0), len(places) - 2)
