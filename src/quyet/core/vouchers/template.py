"""What a form is made of: its parts in their order, each with texts that name `{fields}`. Forms are files of data, and
an office may put its own in their place."""

from __future__ import annotations

from dataclasses import dataclass

from quyet.core.papers.paper import Column
from quyet.core.values.mark import Mark

NOTE = "(*) Mẫu, mục ghi theo trí nhớ, chưa đối chiếu với văn bản: đối chiếu trước khi nộp."


@dataclass(frozen=True, slots=True)
class Words:
    """A line in a style. With one text what is not known is dots; of several the first whose fields are all known, and
    no line where there is none. `lead` opens the line (Điều 1.)."""

    style: str
    texts: tuple[str, ...]
    lead: str = ""
    may_miss: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The letterhead of an administrative paper, with its line of the number and that of place and day."""

    number: str
    place_date: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines below one another."""

    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Columns of lines beside one another, and their shares of the width."""

    cells: tuple[tuple[Words, ...], ...]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the kind of its rows, its columns (a key `blank…` stays empty), the last row's texts by column, and how
    many empty rows are left for a pen where there are fewer rows."""

    rows: str
    caption: str
    columns: tuple[Column, ...]
    total: tuple[tuple[str, str], ...]
    least_rows: int


Part = Head | Lines | Beside | Grid


@dataclass(frozen=True, slots=True)
class Template:
    """A form. `kind` is its number or abbreviation (C2-02a/NS, TTr); `wide` lies on its side; `margin` in mm on every
    side, None: the decree's, which a form of the treasury is not under. `mark` M: known from
    memory, which the paper says in its title (`UNSURE`) and in `note`, above the signatures."""

    key: str
    kind: str
    name_vi: str
    name_en: str
    wide: bool
    margin: int | None
    source: str
    mark: Mark
    note: str
    parts: tuple[Part, ...]
