"""Tables that a text file draws.

Common in copies of decisions: a grid, where each printed line is `| a | b |`; the same without bars around it
(`barred_tables`); columns set with tabs or runs of spaces under a heading (`spaced_tables`); and the dump of a web
page, where each pipe stands alone on a line, one opening a row and one closing each cell:

    |            opens the first row
    STT
    |            closes its first cell
    Nội dung
    |            closes its second cell; the row is over, because …
    |            … this one opens the next
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quyet.core.decisions.barred_tables import barred_table, cells_between_bars, opens_barred_table
from quyet.core.decisions.grammar import headings
from quyet.core.decisions.raw_lines import RawLine
from quyet.core.decisions.source import Cell, Row, Table
from quyet.core.decisions.spaced_tables import as_one, spaced_table
from quyet.core.values.folding import fold


def find_tables(lines: Sequence[RawLine]) -> list[tuple[int, int, Table]]:
    """Every drawn table: (its first line, the line after its last, the table)."""
    found: list[tuple[int, int, Table]] = []
    i = 0
    while i < len(lines):
        text = lines[i].text
        table: Table | None = None
        if "|" in text:
            if headings.PIPE.fullmatch(text):
                end, table = _web_table(lines, i)
            elif _is_grid_line(text):
                end, table = _grid(lines, i)
            elif opens_barred_table(text):
                end, table = barred_table(lines, i)
        elif headings.HEADING.match(text):
            end, table = spaced_table(lines, i)
        if table is None:
            i += 1
        else:
            if table.rows and end > i:
                found.append((i, end, table))
            i = end
    return found


# --- grids -----------------------------------------------------------------------------------------


def _is_grid_line(text: str) -> bool:
    bare = text.strip()
    return len(bare) > 2 and bare[0] == "|" and bare.count("|") >= 2


def _grid(lines: Sequence[RawLine], begin: int) -> tuple[int, Table]:
    end = begin + 1
    while end < len(lines):
        if _is_grid_line(lines[end].text):
            end += 1
        elif end + 1 < len(lines) and not lines[end].span() and _is_grid_line(lines[end + 1].text):
            end += 2
        else:
            break
    drawn = [line for line in lines[begin:end] if _is_grid_line(line.text)]
    rows = [_grid_row(line) for line in drawn]
    return end, Table(tuple(_join_wrapped(rows, drawn)))


def _grid_row(line: RawLine) -> Row:
    inner = line.text.rstrip()
    first = inner.index("|")
    last = len(inner) - 1 if inner.endswith("|") and len(inner) - 1 > first else len(inner)
    cells = cells_between_bars(inner[first + 1 : last], line.start + first + 1)
    return Row((line.start, line.end), cells)


def _join_wrapped(rows: Sequence[Row], drawn: Sequence[RawLine]) -> list[Row]:
    """Rows whose cells were wrapped over several printed lines become one row again.

    Only a grid of fixed width wraps: there a line without a label and without a number of its own goes on with the
    row above it.
    """
    if len(rows) < 3 or len(rows[0].cells) < 3:
        return list(rows)
    pipes = {tuple(m.start() for m in re.finditer(r"\|", line.text)) for line in drawn}
    if len(pipes) > 1 + len(drawn) // 3:
        return list(rows)
    printed: list[list[Row]] = []
    for row, line in zip(rows, drawn, strict=True):
        if printed and _goes_on(row, printed[-1][0], line):
            printed[-1].append(row)
        else:
            printed.append([row])
    return [as_one(wrapped) for wrapped in printed]


def _goes_on(row: Row, above: Row, line: RawLine) -> bool:
    if row.cells[0].paragraphs or len(row.cells) != len(above.cells):
        return False
    return not any(c.paragraphs and headings.AMOUNT_CELL.fullmatch(_text(line, c)) for c in row.cells)


def _text(line: RawLine, cell: Cell) -> str:
    a, b = cell.paragraphs[0]
    return line.text[a - line.start : b - line.start]


# --- dumps of web pages ----------------------------------------------------------------------------


_FEW_LINES = 60


@dataclass(slots=True)
class _Builder:
    """The rows of one dumped table while its pipes are read."""

    start: int
    rows: list[Row] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)

    @property
    def width(self) -> int:
        return len(self.rows[0].cells) if self.rows else 0

    def end_row(self, at: int, next_start: int) -> None:
        if self.cells:
            self.rows.append(Row((self.start, at), tuple(self.cells)))
        self.cells, self.start = [], next_start


def _web_table(lines: Sequence[RawLine], begin: int) -> tuple[int, Table]:
    """Read pipes and cells from the pipe at `begin` until the paper goes on with prose."""
    building = _Builder(lines[begin].start)
    i = begin + 1  # just behind an opening pipe
    end = begin + 1
    while i < len(lines):
        content_end = _next_pipe(lines, i)
        if content_end is None:
            break
        content = lines[i:content_end]
        if _is_prose(content, building):
            break
        run = _pipes(lines, content_end)
        building.cells.append(Cell(tuple(span for line in content if (span := line.span()))))
        end = content_end + run
        after = lines[end : _next_pipe(lines, end) or end]
        empties, over = _read_run(run, building, after)
        building.cells += [Cell(())] * empties
        if over:
            building.end_row(lines[content_end].end, lines[end - 1].start)
            building.cells += [Cell(())] * max(0, run - 2 - empties)
        i = end
    building.end_row(lines[end - 1].end, lines[end - 1].end)
    return end, Table(tuple(building.rows))


def _next_pipe(lines: Sequence[RawLine], i: int) -> int | None:
    for j in range(i, min(i + _FEW_LINES, len(lines))):
        if headings.PIPE.fullmatch(lines[j].text):
            return j
    return None


def _pipes(lines: Sequence[RawLine], i: int) -> int:
    """How many pipes stand at `i` without a line between them."""
    j = i
    while j < len(lines) and headings.PIPE.fullmatch(lines[j].text):
        j += 1
    return j - i


def _read_run(run: int, building: _Builder, after: Sequence[RawLine]) -> tuple[int, bool]:
    """What a run of pipes says: (empty cells at the end of this row, whether the row is over)."""
    if run == 1:
        return 0, False
    missing = building.width - len(building.cells)
    if missing <= 0:
        return 0, True
    if run - 2 >= missing:
        return missing, True
    opens = bool(headings.ROW_LABEL.fullmatch(fold(" ".join(line.text for line in after)).strip()))
    return (run - 2, True) if opens else (run - 1, False)


def _is_prose(content: Sequence[RawLine], building: _Builder) -> bool:
    """Whether text behind a pipe is no cell: it stands where the row could be over and reads like the paper itself."""
    filled = [line.text for line in content if line.text.strip()]
    if any(headings.PROSE.match(fold(text)) for text in filled):
        return True
    row_may_be_over = bool(building.cells) and len(building.cells) >= (building.width or 2)
    return row_may_be_over and len(filled) > 1 and not content[0].text.strip()
