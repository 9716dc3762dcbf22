"""What a reader of files hands to the grammar: the text, and the layout that the file itself marks.

A .txt marks nothing; a .docx, .html or .pdf marks tables, and inside a row the cells and their paragraphs. All
positions are spans in `text`, so that whatever the grammar finds can be shown at its words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quyet.core.values.stated import Span

if TYPE_CHECKING:
    from quyet.core.decisions.model import Estimate
    from quyet.core.presentation.measured import Layout


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row. `paragraphs` are the spans of its paragraphs in order; empty for an empty cell."""

    paragraphs: tuple[Span, ...]
    columns: int = 1
    """How many columns it covers (merged cells)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; `span` is its line in the text (without the line end)."""

    span: Span
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that the file marks as such, rows in order; rows are consecutive lines of the text."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader has to say of the file, later a finding: `scan`, `ocr`, `tcvn3`, `vni`, `encoding_unsure`,
    `truncated` … `detail` is for the message."""

    code: str
    detail: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A paper as it was read. `text` is NFC with `\\n` between lines."""

    text: str
    name: str = ""
    format: str = "txt"
    sha256: str | None = None
    pages: int | None = None
    tables: tuple[Table, ...] = ()
    notices: tuple[Notice, ...] = field(default=())
    layout: Layout | None = None
    """How the file looks, where its format says so: a .docx."""
    estimates: tuple[Estimate, ...] = ()
    """The estimates of a workbook: there the cells say what is what."""
