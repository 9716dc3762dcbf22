"""The pages of a .docx: each `w:sectPr` sets up those of the paragraphs above it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from quyet.core.presentation.measured import Margin, Section
from quyet.files.readers.docx_layout.margins import Where
from quyet.files.readers.docx_layout.properties import Attributes, Said, W, millimetres, twips, whole
from quyet.files.readers.package import RELATION, STRICT_RELATION

_LETTER = {"w": "12240", "h": "15840"}
_INCH = dict.fromkeys(("top", "bottom", "left", "right"), "1440")
"""What Word takes where a section does not say."""

References = dict[tuple[Where, str], str]
"""("header", "default") → the id of the link to the part."""


@dataclass(slots=True)
class _Written:
    """A section as it is written."""

    size: Said = field(default_factory=lambda: dict(_LETTER))
    margins: Said = field(default_factory=lambda: dict(_INCH))
    numbers: Said = field(default_factory=dict)
    kind: str = "nextPage"
    first_apart: bool = False
    references: References = field(default_factory=dict)
    last: int = 0


class Sections:
    """Takes down the sections while the document is walked; `finish` says what they come to."""

    def __init__(self) -> None:
        self._found: list[_Written] = []
        self._now: _Written | None = None
        self.starts: dict[str, Callable[[Attributes], None]] = {
            W + "pgSz": lambda attributes: self._take("size", attributes),
            W + "pgMar": lambda attributes: self._take("margins", attributes),
            W + "pgNumType": lambda attributes: self._take("numbers", attributes),
            W + "type": self._kind,
            W + "titlePg": self._title_page,
            W + "headerReference": lambda attributes: self._refer("header", attributes),
            W + "footerReference": lambda attributes: self._refer("footer", attributes),
        }

    def open(self, _: Attributes) -> None:
        self._now = _Written()
        self._found.append(self._now)

    def close(self, paragraph: int) -> None:
        """The section is set up; `paragraph` is the last one so far."""
        if self._now is not None:
            self._now.last = paragraph
        self._now = None

    def _take(self, into: str, attributes: Attributes) -> None:
        if self._now is not None:
            getattr(self._now, into).update({key.removeprefix(W): value for key, value in attributes.items()})

    def _kind(self, attributes: Attributes) -> None:
        if self._now is not None:
            self._now.kind = attributes.get(W + "val", "nextPage")

    def _title_page(self, attributes: Attributes) -> None:
        if self._now is not None:
            self._now.first_apart = attributes.get(W + "val", "1") not in ("0", "false", "off")

    def _refer(self, where: Where, attributes: Attributes) -> None:
        if self._now is not None and (target := attributes.get(RELATION) or attributes.get(STRICT_RELATION)):
            self._now.references[where, attributes.get(W + "type", "default")] = target

    def finish(self, paragraphs: int, margin: Callable[[Where, str], Margin]) -> tuple[Section, ...]:
        """The sections of a document of so many paragraphs; `margin` reads a header or footer by its link. A section
        that names none has those of the section before it."""
        found: list[Section] = []
        inherited: References = {}
        for written in self._found or [_Written()]:
            inherited = inherited | written.references
            found.append(_section(written, {key: margin(key[0], link) for key, link in inherited.items()}))
        return (*found[:-1], replace(found[-1], last=paragraphs))


def _section(written: _Written, margins: dict[tuple[Where, str], Margin]) -> Section:
    size, edges = written.size, written.margins
    gutter = _mm(edges, "gutter")
    start = whole(written.numbers.get("start"))
    return Section(
        last=written.last,
        width=_mm(size, "w"),
        height=_mm(size, "h"),
        top=abs(_mm(edges, "top")),
        bottom=abs(_mm(edges, "bottom")),
        left=_mm(edges, "left") + gutter,
        right=_mm(edges, "right"),
        new_page=written.kind != "continuous",
        header=margins.get(("header", "default")),
        footer=margins.get(("footer", "default")),
        first_header=margins.get(("header", "first")),
        first_footer=margins.get(("footer", "first")),
        first_apart=written.first_apart,
        number_from=None if start is None else int(start),
        number_form=written.numbers.get("fmt", "decimal"),
    )


def _mm(said: Said, key: str) -> Decimal:
    return millimetres(twips(said.get(key)) or Decimal(0))
