"""What the codes of an allotment are called in its year, and which of them that year cannot have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from quyet.core.codes.catalogue import Answer
from quyet.core.codes.model import SEGMENTS, Code, Segment
from quyet.files.facts.codes import load_codes


class Told(NamedTuple):
    """A sentence in both languages."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class CodeSaid:
    """A code in a year. `wrong`: no such code can be there; `doubt`: what is to be looked up in the circular; `seen`:
    whether its name was compared with the circular."""

    segment: Segment
    code: str
    name: str | None = None
    seen: bool = True
    doubt: Told | None = None
    wrong: Told | None = None


FIELDS: dict[str, Segment] = {"chapter": "chapter", "category": "kind", "sub_category": "sub_kind"}
"""The fields of an allotment that are codes."""


def said_of(year: int, chapter: str, category: str, sub_category: str) -> dict[str, CodeSaid]:
    """What the mục lục of the year says of each code, by field."""
    given = {"chapter": chapter, "category": category, "sub_category": sub_category}
    said = {field: _said(FIELDS[field], code, year) for field, code in given.items()}
    said["sub_category"] = _below(said["sub_category"], category, year)
    return said


def choices(year: int) -> dict[str, list[Code]]:
    """The codes that are known of a year, by field: to choose from, not to be held to."""
    edition = load_codes().edition_of(year)
    known = edition.codes if edition else ()
    return {field: [code for code in known if code.segment == segment] for field, segment in FIELDS.items()}


def _said(segment: Segment, code: str, year: int) -> CodeSaid:
    answer = load_codes().look_up(code, year, segment)
    if answer.verdict == "listed":
        return CodeSaid(segment, code, answer.codes[0].name, answer.codes[0].mark == "S")
    if answer.verdict == "later" and answer.codes[0].mark == "M":
        return CodeSaid(segment, code, doubt=_why(answer, segment, year))
    if answer.verdict in ("misshapen", "later") or (answer.edition and answer.edition.whole):
        return CodeSaid(segment, code, wrong=_why(answer, segment, year))
    return CodeSaid(segment, code, doubt=_why(answer, segment, year))


def _why(answer: Answer, segment: Segment, year: int) -> Told:
    if answer.edition is None:
        return Told(f"ở đây không có mục lục ngân sách năm {year}", f"no list of budget codes of {year} is known here")
    text = answer.edition.text
    if answer.verdict == "misshapen":
        return Told((answer.why or "").rstrip("."), f"no {SEGMENTS[segment][1]} looks so")
    if answer.verdict == "later":
        return Told(
            f"chỉ có từ năm ngân sách {answer.since} ({text})", f"exists only from budget year {answer.since} ({text})"
        )
    if answer.edition.whole:
        return Told(f"mục lục {text} không có mã này", f"the list of {text} has no such code")
    return Told(
        f"chưa rõ mã này: danh mục {text} ở đây chưa đủ, hãy tra thông tư",
        f"not known: the list of {text} is not whole here; look it up in the circular",
    )


def _below(said: CodeSaid, kind: str, year: int) -> CodeSaid:
    """A khoản belongs to one loại."""
    answer = load_codes().look_up(said.code, year, "sub_kind")
    if answer.verdict != "listed" or answer.codes[0].parent in (None, kind):
        return said
    parent = answer.codes[0].parent
    told = Told(f"khoản {said.code} thuộc loại {parent}", f"sub-kind {said.code} belongs to kind {parent}")
    if said.seen:
        return CodeSaid(said.segment, said.code, said.name, wrong=told)
    return CodeSaid(said.segment, said.code, said.name, seen=False, doubt=told)
