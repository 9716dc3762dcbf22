"""The letterhead, the kind, the trích yếu, and who decides: the facts above the bases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyet.core.decisions.flow import Flow
from quyet.core.decisions.grammar import papers
from quyet.core.decisions.model import Document
from quyet.core.decisions.zones import Zones
from quyet.core.values.days import DAY, day_of
from quyet.core.values.stated import Words

_LONGEST_HEAD = 20_000
"""Characters; a paper without a kind may be one "head" of ten million."""


def read_head(flow: Flow, zones: Zones, document: Document) -> None:
    """Fill kind, number, date, place, parent, issuer and title."""
    begin, end = 0, min(_position(flow, zones.head_end), _LONGEST_HEAD)
    taken: list[tuple[int, int]] = []
    for pattern in (papers.NATIONAL_NAME, papers.MOTTO):
        taken += [found.span() for found in [pattern.search(flow.low, begin, end)] if found]
    taken += _read_number(flow, begin, end, document)
    taken += _read_place_and_date(flow, begin, end, document)
    bodies = list(_bodies(flow, zones.head_end, taken))
    document.issuer = bodies[-1] if bodies else _competent_body(flow, zones)
    document.parent = bodies[-2] if len(bodies) > 1 else None
    document.competence = _competence(flow, zones)
    document.kind = _kind(flow, zones, document.number)
    if zones.title[0] < zones.title[1]:
        document.title = _title(flow, zones)


def _position(flow: Flow, line: int) -> int:
    """The position in the flow at which a line begins."""
    return flow.lines[line].at if line < len(flow.lines) else len(flow.text)


def _read_number(flow: Flow, begin: int, end: int, document: Document) -> list[tuple[int, int]]:
    found = papers.NUMBER_AS_PRINTED.search(flow.text, begin, end)
    if found:
        a, b = found.span("number")
        document.number = Words(re.sub(r"\s", "", flow.text[a:b]), flow.span(a, b))
        return [found.span()]
    blank = papers.NUMBER_BLANK.search(flow.low, begin, end)
    return [blank.span()] if blank else []


def _read_place_and_date(flow: Flow, begin: int, end: int, document: Document) -> list[tuple[int, int]]:
    found = papers.PLACE_AND_DATE.search(flow.low, begin, end)
    if not found:
        return []
    a, b = found.span("place")
    motto = papers.MOTTO.search(flow.low, begin, b)
    if motto and a < motto.end():  # a letterhead that was copied into one line
        a = flow.trim(motto.end(), b, "-–_=*")[0]
    above = flow.line_index(a) - 1
    if above >= 0 and flow.lines[above].column and flow.lines[above].column == flow.lines[above + 1].column:
        text = flow.line_text(above)
        if (
            not papers.MOTTO.search(flow.line_low(above))
            and not papers.NUMBER_AS_PRINTED.search(text)
            and not text.isupper()
            and text[0].isupper()
            and ":" not in text
        ):
            a = flow.lines[above].at  # «Thành phố Hồ Chí / Minh, ngày …»
    if any(map(str.isalpha, flow.text[a:b])):  # dots are room that a draft leaves
        document.place = flow.words(a, b)
    if found["date"]:
        day = DAY.search(flow.low, *found.span("date"))
        value = day_of(day) if day else None
        if value and day:
            document.date = flow.day(value, *flow.trim(found.start("date"), found.end("date")))
    return [(a, found.end())]


def _bodies(flow: Flow, head_end: int, taken: list[tuple[int, int]]) -> Iterator[Words]:
    """The names of bodies in the letterhead, from the superior down; a name may run over several lines."""
    spans: list[tuple[int, int]] = []
    last = -2
    known = any(papers.AGENCY.match(flow.low, flow.lines[index].at) for index in range(head_end))
    for index in range(head_end):
        line_begin, line_end = flow.lines[index].at, flow.line_end(index)
        if any(a < line_end and line_begin < b for a, b in taken):
            continue
        text = flow.line_text(index)
        if not text.isupper() or not any(c.isalpha() for c in text) or any(c.isdigit() for c in text[:1]):
            continue
        below = last == index - 1 and flow.lines[last].column == flow.lines[index].column
        begins = papers.AGENCY.match(flow.low, line_begin) and not (below and _unfinished(flow.low[slice(*spans[-1])]))
        if begins or not (known or below):
            spans.append((line_begin, line_end))
        elif below:
            spans[-1] = (spans[-1][0], line_end)
        else:
            continue
        last = index
    for a, b in spans:
        name = flow.words(a, b, "-–_.,;")
        if name:
            yield name


def _unfinished(name: str) -> bool:
    return bool(papers.UNFINISHED.search(name))


def _competence(flow: Flow, zones: Zones) -> Words | None:
    """The line of competence as it is printed."""
    first, last = zones.competence
    return flow.words(flow.lines[first].at, flow.line_end(last - 1), ",;.:") if first < last else None


def _competent_body(flow: Flow, zones: Zones) -> Words | None:
    """Without a letterhead the line of competence names the body: GIÁM ĐỐC SỞ … → SỞ …"""
    first, last = zones.competence
    if first >= last:
        return None
    a, b = flow.lines[first].at, flow.line_end(last - 1)
    holder = papers.OFFICE.match(flow.low, a, b)
    premier = flow.low.startswith("thủ tướng", a)  # an office that is a body itself
    if holder and not premier and papers.AGENCY.match(flow.low, flow.trim(holder.end(), b)[0], b):
        a = flow.trim(holder.end(), b)[0]
    return flow.words(a, b, ",;.:")


def _kind(flow: Flow, zones: Zones, number: str | None) -> Words | None:
    if zones.kind is not None:
        line = flow.lines[zones.kind]
        found = papers.KIND_LINE.match(flow.low, line.at, flow.line_end(zones.kind)) or papers.KIND_AND_TITLE.match(
            flow.low, line.at
        )
        if found:
            name = " ".join(found["kind"].split())
            return Words(papers.KINDS[name], flow.span(*found.span("kind")))
    for part in re.split(r"[/\-]", number or ""):
        if part.casefold() in papers.SYMBOL_KINDS and isinstance(number, Words):
            return Words(papers.SYMBOL_KINDS[part.casefold()], number.span)
    for index in range(*zones.body)[:1]:  # no title line: the enacting line still tells
        above = index - 1
        if above >= 0 and papers.ENACTING.match(flow.line_low(above)):
            name = flow.line_low(above).rstrip(" :")
            kind = {"quyết định": "QĐ", "quyết nghị": "NQ"}.get(" ".join(name.split()))
            return Words(kind, flow.span(flow.lines[above].at, flow.line_end(above))) if kind else None
    return None


def _title(flow: Flow, zones: Zones) -> Words | None:
    first, last = zones.title
    a = flow.lines[first].at
    joined = papers.KIND_AND_TITLE.match(flow.low, a) if first == zones.kind else None
    return flow.words(joined.end() if joined else a, flow.line_end(last - 1), "-–_")
