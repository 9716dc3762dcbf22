"""A paper as it is to be written: components in their order, each with its words and the style that they take.

The words are final: numbers are dotted, days are written out, labels stand where they belong. A writer of files
(.docx, .pdf, .txt, XML) lays them out by `Paper.format` and neither adds nor changes a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from quyet.core.presentation.format import Format

ColumnAlign = Literal["left", "center", "right"]
FIELD = "field"
"""The style of a line of a form, a label and its value: no component of the decree."""
SectionKind = Literal["main", "attachment", "annex"]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the first page: superior and issuing body at the left, name and motto of the State at the right;
    below them number and symbol, place and day. An attached text and an annex have none."""

    parent: str | None
    issuer: str | None
    national_name: str
    motto: str
    number: str
    place_date: str


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph. `style` is a key of `Format.styles`, or `FIELD`; `lead` is what opens it and, in an article, is
    bold ("Điều 1."), while `text` goes on as body text. `ref` names the node of the decision that begins here
    (`dieu_1/khoan_2/diem_a`); a paragraph without one belongs to the node before it."""

    style: str
    text: str
    lead: str = ""
    ref: str | None = None

    @property
    def words(self) -> str:
        """The whole paragraph as it is read."""
        return f"{self.lead} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Foot:
    """The end of a paper: recipients at the left (without dash and stop), at the right the lines of authority and
    position in capitals, room for the signature, and the name."""

    recipients: tuple[str, ...]
    authority: tuple[str, ...]
    name: str | None

    @property
    def listed(self) -> tuple[str, ...]:
        """The lines of the list as they are printed, its head first; none without recipients."""
        if not self.recipients:
            return ()
        *others, last = self.recipients
        return ("Nơi nhận:", *(f"- {each};" for each in others), f"- {last}.")


@dataclass(frozen=True, slots=True)
class Sides:
    """Columns beside one another without lines between them, as the head and the signatures of a form: the lines of
    each, and its share of the width. Above a `signatory` is room for the signature."""

    cells: tuple[tuple[Para, ...], ...]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, how its cells stand, its share of the width, and what a form prints below its
    heading: (1), (2) …"""

    key: str
    heading: str
    align: ColumnAlign
    share: int
    mark: str = ""

    @property
    def is_for_pen(self) -> bool:
        """Whether its cells stay empty: a form's key `blank…`. Then its room is its share, whatever stands in it."""
        return self.key.startswith("blank")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, one text a column; `strong` for groups, sub-totals and the total."""

    cells: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an annex. Its heading row is repeated on every page that it runs over; `caption` is the line of the
    unit above it ("Đơn vị tính: đồng")."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def marks(self) -> tuple[str, ...]:
        """The second row of its heading; none where no column has a mark."""
        found = tuple(column.mark for column in self.columns)
        return found if any(found) else ()


Block = Letterhead | Para | Foot | Table | Sides


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages that are numbered from 1: the paper itself, a text attached to it, or an annex. `wide` lies on its
    side. `ref` is null for the paper itself, else `phu_luc_1` …"""

    kind: SectionKind
    blocks: tuple[Block, ...]
    wide: bool = False
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. `notice` marks an example on every section's first page; it is no component of the decree.

    `kind` is the abbreviation (QĐ), `kind_name` its name (Quyết định); `title` the trích yếu; `day` that of issue."""

    format: Format
    kind: str
    kind_name: str
    title: str
    sections: tuple[Section, ...]
    notice: str | None = None
    day: date | None = None

    def blocks(self) -> Iterator[Block]:
        """Every block, from the first page to the last."""
        for section in self.sections:
            yield from section.blocks
