"""The reading of a decision: plain records whose field names are those of the contract (`quyet schema reading`).

Every leaf that came from the text is a `Words`, `Dong`, `Number` or `Day` and so carries its span; `facts()` lists
them. An unknown scalar is None, a list without members is empty. Nothing here is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from quyet.core.decisions.source import Source
from quyet.core.values.finding import Finding
from quyet.core.values.stated import Span, Stated

if TYPE_CHECKING:  # many records that only some checks have in hand
    from quyet.core.codes.catalogue import Catalogue
    from quyet.core.presentation.format import Format
    from quyet.core.presentation.measured import Component, Layout
    from quyet.core.texts.register import Register

SCHEMA = "quyet/reading/1"

Role = Literal["lead", "coordinate", "execute"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One leaf that the text states: a JSON pointer into the reading, and the words there."""

    path: str
    span: Span
    raw: str


@dataclass(slots=True)
class Basis:
    """One instrument that the decision rests on (căn cứ)."""

    text: str
    kind: str | None = None
    number: str | None = None
    date: date | None = None
    issuer: str | None = None
    title: str | None = None


@dataclass(slots=True)
class Article:
    """A node of the tree: Điều, a Roman heading, khoản, điểm. `text` excludes the children's."""

    ref: str
    label: str
    title: str | None = None
    text: str = ""
    children: list[Article] = field(default_factory=list)


@dataclass(slots=True)
class Attachment:
    """A text that the decision carries with it (quy chế, kế hoạch) and its own articles or sections."""

    ref: str
    label: str | None = None
    title: str | None = None
    articles: list[Article] = field(default_factory=list)


@dataclass(slots=True)
class Signature:
    authority: str | None = None
    position: str | None = None
    name: str | None = None


@dataclass(slots=True)
class Document:
    kind: str | None = None
    number: str | None = None
    date: date | None = None
    place: str | None = None
    parent: str | None = None
    issuer: str | None = None
    title: str | None = None
    competence: str | None = None
    """Who decides, as the line between title and bases says: GIÁM ĐỐC SỞ …"""
    bases: list[Basis] = field(default_factory=list)
    proposer: str | None = None
    articles: list[Article] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    signature: Signature | None = None
    attachments: list[Attachment] = field(default_factory=list)


@dataclass(slots=True)
class Quantity:
    """How much is ordered. Exact or approximate: `value`; a range: `min`, `max`; `unit` the noun as printed."""

    value: Decimal | None
    min: Decimal | None
    max: Decimal | None
    approximate: bool
    unit: str | None
    span: Span | None = None


@dataclass(slots=True)
class Timeframe:
    """When: both days inside; an open side is None."""

    start: date | None
    end: date | None
    text: str
    span: Span | None = None


@dataclass(slots=True)
class Duration:
    min: Decimal | None
    max: Decimal | None
    unit: str
    span: Span | None = None


@dataclass(slots=True)
class Total:
    """The sum that the programme may cost: the figure in đồng, the words as printed, the words as a number."""

    amount: int | None
    words: str | None
    in_words_amount: int | None
    span: Span | None = None


ONE_FACT = (Quantity, Timeframe, Duration, Total)
"""Records that are one fact each: their span stands for all that they hold."""


@dataclass(slots=True)
class Activity:
    ref: str
    label: str | None = None
    group: str | None = None
    title: str | None = None
    kind: str = "other"
    quantity: Quantity | None = None
    specification: str | None = None
    place: str | None = None
    audience: str | None = None
    timeframe: Timeframe | None = None
    duration: Duration | None = None
    amount: int | None = None


@dataclass(slots=True)
class Assignment:
    unit: str
    role: Role


@dataclass(slots=True)
class FundingSource:
    """Where a part of the total comes from (ngân sách tỉnh, tài trợ …); amount in đồng."""

    name: str
    amount: int | None


@dataclass(slots=True)
class Programme:
    year: int | None = None
    period: tuple[date, date] | None = None
    activities: list[Activity] = field(default_factory=list)
    total: Total | None = None
    sources: list[FundingSource] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)


@dataclass(slots=True)
class EstimateLine:
    """One row of an annex table; money in đồng whatever the caption says. `level` is its depth in the
    numbering; `is_subtotal`: it adds up lines above it (Cộng mục I), and nothing adds it up once more. `code`,
    `category`, `chapter`: what its cells say of the budget codes (tiểu mục, loại–khoản, chương)."""

    label: str | None = None
    activity: str | None = None
    content: str | None = None
    unit: str | None = None
    quantity: Decimal | None = None
    unit_price: int | None = None
    amount: int | None = None
    note: str | None = None
    level: int = 0
    is_subtotal: bool = field(default=False, metadata={"printed": False})
    code: str | None = None
    category: str | None = None
    chapter: str | None = None


@dataclass(slots=True)
class Estimate:
    """An annex table."""

    columns: list[str] = field(default_factory=list)
    lines: list[EstimateLine] = field(default_factory=list)
    total: int | None = None
    worded: list[int] = field(default_factory=list, metadata={"printed": False})
    """For the checks: the places in `columns`, from 0, of those whose cells hold words and dates only. No factor of a
    sum stands there."""


@dataclass(slots=True)
class Reading:
    """All that was read of one paper."""

    source: Source
    document: Document = field(default_factory=Document)
    programme: Programme | None = None
    estimate: Estimate | None = None
    estimates: list[Estimate] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    format: Format | None = field(default=None, metadata={"printed": False})
    """For the checks: the rules on layout of the paper's day, where the file shows how it is laid out."""
    components: list[Component] = field(default_factory=list, metadata={"printed": False})
    """For the checks: which of the lines that the file lays out is which component."""
    texts: Callable[[], Register] | None = field(default=None, metadata={"printed": False})
    """For the checks: where the register of legal texts is to be had. It is asked for when there are bases."""
    codes: Callable[[], Catalogue] | None = field(default=None, metadata={"printed": False})
    """For the checks: where the budget codes are to be had. They are asked for when the paper names one."""

    @property
    def layout(self) -> Layout | None:
        """How the file is laid out, where its format says so."""
        return self.source.layout

    @property
    def text(self) -> str:
        return self.source.text

    def facts(self) -> list[Fact]:
        """Every leaf that the text states, in the order of the fields."""
        found = list(_facts("/document", self.document))
        for name in ("programme", "estimate", "estimates"):
            found += _facts(f"/{name}", getattr(self, name))
        return [Fact(path, span, self.text[span[0] : span[1]]) for path, span in found]


def _facts(path: str, value: Any) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Stated):
        yield path, value.span
    elif isinstance(value, (list, tuple)):
        for index, member in enumerate(value):
            yield from _facts(f"{path}/{index}", member)
    elif is_dataclass(value):
        if isinstance(value, ONE_FACT):
            if value.span is not None:
                yield path, value.span
            return
        for each in fields(value):
            yield from _facts(f"{path}/{each.name}", getattr(value, each.name))
