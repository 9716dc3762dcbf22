"""From blocks to text: what the readers of .docx, .html and .pdf have in common.

A reader finds blocks: lines, and tables of cells of paragraphs. A `Sheet` writes them down, one line a line and one
line a row, and notes where every row, cell and paragraph came to stand. `settle` decides first what of a table is a
table: files also use them as frames around text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from quyet.core.decisions.source import Cell, Row, Table
from quyet.core.values.stated import Span
from quyet.files.readers.limits import TEXT_BYTES

CELL_GAP = " | "
"""What stands between two cells of a row."""


@dataclass(slots=True)
class CellText:
    """The paragraphs of a cell, and how many columns it covers."""

    paragraphs: list[str] = field(default_factory=list)
    columns: int = 1


@dataclass(slots=True)
class TableText:
    """The rows of a table that holds no other."""

    rows: list[list[CellText]]


Block = str | TableText
"""One or more lines (with `\\n` between them), or a table."""


@dataclass(slots=True)
class Box:
    """A cell while its file is read: whatever blocks it holds."""

    blocks: list[Block] = field(default_factory=list)
    columns: int = 1


def settle(rows: Sequence[Sequence[Box]]) -> list[Block]:
    """What a finished table leaves in the place where it stood.

    One column is a frame around text, and a row that holds a whole table is one too: there the contents flow on as
    lines. All other rows are rows, and what was nested in their cells counts as paragraphs of the cell.
    """
    if all(len(row) <= 1 for row in rows):
        return _flow([box for row in rows for box in row])
    blocks: list[Block] = []
    kept: list[list[CellText]] = []
    for row in rows:
        if _is_frame(row):
            blocks += [TableText(kept)] if kept else []
            blocks += _flow(row)
            kept = []
        else:
            kept.append([CellText(list(_paragraphs(box.blocks)), box.columns) for box in row])
    return blocks + ([TableText(kept)] if kept else [])


def _flow(boxes: Sequence[Box]) -> list[Block]:
    if len(boxes) == 1:
        return boxes[0].blocks  # handed on, not copied: frames may stand in frames, many deep
    return [block for box in boxes for block in box.blocks]


def _is_frame(row: Sequence[Box]) -> bool:
    """A row that can be no line: a table of its own stands in it (a small one may stand beside other words)."""
    filled = [box for box in row if any(not isinstance(block, str) or block.strip() for block in box.blocks)]
    tables = [block for box in filled for block in box.blocks if isinstance(block, TableText)]
    return bool(tables) and (len(filled) == 1 or any(_is_grid(table) for table in tables))


def _is_grid(table: TableText) -> bool:
    return len(table.rows) >= 2 and any(len(row) >= 2 for row in table.rows)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, str):
            yield block
        else:
            yield from (paragraph for row in block.rows for cell in row for paragraph in cell.paragraphs)


Written = tuple[int, int, Span]
"""A line of a paragraph: its length, where it would begin with the white space that is left out, where it stands."""

Hear = Callable[[str, Sequence[Written]], None]
"""Told of each paragraph and its lines, by whoever wants to know where they came to stand."""


class Sheet:
    """Grows a text line by line."""

    def __init__(self, hear: Hear | None = None) -> None:
        self._lines: list[str] = []
        self._length = 0
        self._tables: list[Table] = []
        self._hear = hear

    def write(self, blocks: Iterable[Block]) -> Sheet:
        for block in blocks:
            if isinstance(block, str):
                lines = tidy(block).split("\n")
                spans = [self._put(line.rstrip()) for line in lines]
                if self._hear:
                    self._hear(block, [(len(line), at[0], at) for line, at in zip(lines, spans, strict=True)])
            else:
                self._tables.append(Table(tuple(self._row(row) for row in block.rows)))
        return self

    def finish(self) -> tuple[str, tuple[Table, ...]]:
        """The text, and the tables with their places in it."""
        return "\n".join(self._lines), tuple(self._tables)

    def _put(self, line: str) -> Span:
        start = self._length
        self._lines.append(line)
        self._length = start + len(line) + 1
        TEXT_BYTES.hold(self._length)
        return start, start + len(line)

    def _row(self, row: Sequence[CellText]) -> Row:
        at = self._length
        texts: list[str] = []
        cells: list[Cell] = []
        for cell in row:
            paragraphs = _cell_lines(cell.paragraphs)
            if self._hear:
                _tell(self._hear, cell.paragraphs, at)
            cells.append(Cell(tuple(_places(paragraphs, at)), cell.columns))
            texts.append(" ".join(paragraphs))
            at += len(texts[-1]) + len(CELL_GAP)
        return Row(self._put(CELL_GAP.join(texts)), tuple(cells))


def _cell_lines(paragraphs: Iterable[str]) -> list[str]:
    """The paragraphs of a cell; a soft break inside one makes two, an empty one is none."""
    lines = (line.strip() for paragraph in paragraphs for line in tidy(paragraph).split("\n"))
    return [line for line in lines if line]


def _tell(hear: Hear, paragraphs: Iterable[str], at: int) -> None:
    """The same lines once more, each with the paragraph that it comes from."""
    for paragraph in paragraphs:
        written: list[Written] = []
        for line in tidy(paragraph).split("\n"):
            bare = line.strip()
            written.append((len(line), at - line.index(bare), (at, at + len(bare))))
            at += len(bare) + 1 if bare else 0
        hear(paragraph, written)


def _places(paragraphs: Iterable[str], at: int) -> Iterator[Span]:
    for paragraph in paragraphs:
        yield at, at + len(paragraph)
        at += len(paragraph) + 1


_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]")
_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of a letter, as a broken PDF may give them: two that belong together are one letter, a lone one is none."""
_PLAIN = str.maketrans(
    dict.fromkeys("\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
    | dict.fromkeys("\v\f\r\x1c\x1d\x1e\x85\u2028\u2029", "\n")
)


def tidy(text: str) -> str:
    """NFC, with one kind of space, one kind of line end, and no characters that nobody sees."""
    if not text.isascii():
        if _HALVES.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
        text = normalize("NFC", text)
    return _ODD.sub("", text.translate(_PLAIN)) if _ODD.search(text) else text
