"""Forms: which parts a kind of paper has, in which order, in which words. They come from `data/forms`.

A text of a form is a template with `{fields}`. `fill` replaces them once and never looks again at what it put in, so
that a name with braces in it stays a name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Fields = Mapping[str, str | None]

PARTS = (
    "letterhead", "title", "addressees", "competence", "bases", "line", "text", "contents", "article", "clause",
    "section", "activities", "results", "purposes", "requests", "signature", "attachment", "attachments", "annexes",
)  # fmt: skip
"""What a form can be made of; `compose` has a function for each."""

_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its name, the style of a line, the wordings to choose from, the parts inside it."""

    part: str
    style: str | None
    texts: tuple[str, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of paper. `kind` is the abbreviation (QĐ), `heading` what stands above the title (QUYẾT ĐỊNH)."""

    key: str
    kind: str
    heading: str
    name_vi: str
    name_en: str
    source: str
    mark: Literal["S", "M"]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that all forms share, each a template."""

    national_name: str
    motto: str
    number: Mapping[str, str]
    day: Mapping[str, str]
    basis: Mapping[str, str]
    activity: tuple[str, ...]
    annex: Mapping[str, str]
    columns: Mapping[str, str]
    result: str
    notice: str


@dataclass(frozen=True, slots=True)
class BodyName:
    """How a body is called: `parent` and `issuer` as in its letterhead, `name` in running text, `symbol` in numbers.
    `province` is the key of the one whose levels of norms count for it; None for a body of the whole country."""

    parent: str
    issuer: str
    name: str
    symbol: str
    place: str
    organ_id: str | None
    province: str | None = None


def fields_of(template: str) -> tuple[str, ...]:
    """The names in braces."""
    return tuple(_FIELD.findall(template))


def fill(template: str, fields: Fields) -> str:
    """The template with its fields replaced. KeyError where it names a field that nobody gives."""
    return _FIELD.sub(lambda found: fields[found[1]] or "", template)


def choose(templates: Sequence[str], fields: Fields) -> str | None:
    """The first template whose fields are all known, filled; None where there is none."""
    return next((fill(each, fields) for each in templates if all(fields[name] for name in fields_of(each))), None)
