"""Căn cứ: the instruments that a decision rests on, and who proposed it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quyet.core.decisions.flow import Flow
from quyet.core.decisions.grammar import citations
from quyet.core.decisions.layout import lay_out
from quyet.core.decisions.model import Basis, Document
from quyet.core.decisions.paragraphs import begins_paragraph, sentence_ends
from quyet.core.decisions.source import Source
from quyet.core.decisions.units import split_units
from quyet.core.decisions.zones import Zones
from quyet.core.values.days import DAY, day_of
from quyet.core.values.folding import squeeze
from quyet.core.values.stated import Words

Range = tuple[int, int]

_BETWEEN_NAMES = 40
"""Characters: "; đề nghị của " still stands between neighbours, the paper of a proposal does not."""

_NEAR = 600
"""How far back the date of the instrument before is looked for, in characters."""


def read_bases(flow: Flow, zones: Zones, document: Document) -> None:
    """Fill bases and proposer."""
    proposers: list[Range] = []
    for a, b in _paragraphs(flow, zones):
        flow.hold()
        proposal = citations.PROPOSAL.match(flow.low, a, b)
        if proposal:
            b = next((end for end in sentence_ends(flow, a, b) if end > proposal.end()), b)
            ends = citations.PROPOSAL_ENDS.search(flow.low, proposal.end(), b)
            proposers += split_units(flow, proposal.end(), ends.start() if ends else b)
            further = citations.FURTHER_PROPOSER.search(flow.low, ends.end(), b) if ends else None
            if further and flow.text[further.end()].isupper():
                ends = citations.PROPOSAL_ENDS.search(flow.low, further.end(), b)
                proposers += split_units(flow, further.end(), ends.start() if ends else b)
        elif (cited := citations.CITING.match(flow.low, a, b)) is not None:
            document.bases += _instruments(flow, a, cited.end(), _reasons_end(flow, cited.end(), b))
    names = [squeeze(flow.text[a:b]) for a, b in proposers]
    if names:
        document.proposer = Words("; ".join(names), flow.span(*_longest_run(proposers)))


def cited_in(words: str) -> list[Basis]:
    """The instruments that some words cite, such as a căn cứ that a person copied from a paper; none where they name
    none."""
    flow = lay_out(Source(words))
    if not flow.lines:
        return []
    a, b = flow.trim(0, len(flow.text))
    cited = citations.CITING.match(flow.low, a, b)
    begin = cited.end() if cited else a
    return list(_instruments(flow, a, begin, _reasons_end(flow, begin, b)))


def _longest_run(found: list[Range]) -> Range:
    """Of names in one paragraph or several, the run of neighbours that holds the most: words between are no name."""
    runs = [found[0]]
    for a, b in found[1:]:
        if a - runs[-1][1] <= _BETWEEN_NAMES:
            runs[-1] = (runs[-1][0], b)
        else:
            runs.append((a, b))
    return max(runs, key=lambda run: run[1] - run[0])


def _paragraphs(flow: Flow, zones: Zones) -> Iterator[Range]:
    first, last = zones.bases
    begin = first
    for index in range(first + 1, last + 1):
        if index == last or _begins_basis(flow, index, zones.width):
            yield flow.trim(flow.lines[begin].at, flow.line_end(index - 1))
            begin = index


def _begins_basis(flow: Flow, index: int, width: int | None) -> bool:
    if not citations.BASIS_LINE.match(flow.low, flow.lines[index].at):
        return begins_paragraph(flow, index, width) and flow.lines[index].blank_before
    above = flow.line_text(index - 1)
    return flow.line_text(index).lstrip("-–+• ")[:1].isupper() and (
        flow.lines[index].blank_before
        or above[-1] in ";.,:"
        or width is None
        or flow.line_low(index).startswith("căn c")
    )


def _reasons_end(flow: Flow, a: int, b: int) -> int:
    """The end of the citing part of a paragraph."""
    main = citations.MAIN_CLAUSE.search(flow.low, a, b)
    end = main.start() if main else b
    for sentence in sentence_ends(flow, a, end):
        if not citations.INSTRUMENT.match(flow.low, sentence, b):
            return sentence
    return end


@dataclass(slots=True)
class _Start:
    """Where an instrument begins, and what its kind is."""

    at: int
    kind: str
    named: Range
    """The words of the kind; of several instruments whose kind is named once, the same words."""
    number: Range | None
    body: int
    """Behind the kind and a number that follows it at once."""


def _instruments(flow: Flow, a: int, begin: int, end: int) -> Iterator[Basis]:
    """The instruments cited in `[begin, end)`; the first takes the words from `a` on into its text."""
    laws = citations.LIST_OF_LAWS.match(flow.low, begin, end)
    starts = _listed_laws(flow, laws, end) if laws else _starts(flow, begin, end)
    for n, start in enumerate(starts):
        stop = starts[n + 1].at if n + 1 < len(starts) else end
        stop = _without_joint(flow, start.at, stop)
        yield _basis(flow, start, a if n == 0 else start.at, stop)


def _without_joint(flow: Flow, a: int, b: int) -> int:
    """The end of an instrument without the comma or "và" that leads to the next."""
    joint = citations.JOINT.search(flow.low, max(a, b - 12), b)
    return joint.start() if joint else b


def _listed_laws(flow: Flow, listed: re.Match[str], end: int) -> list[_Start]:
    """các Luật: Tổ chức chính quyền địa phương ngày …; Ngân sách nhà nước ngày …"""
    kind, named = squeeze(flow.text[slice(*listed.span("kind"))]).capitalize(), listed.span("kind")
    starts, at = [], listed.end()
    for stop in [*(m.end() for m in citations.NEXT_LAW.finditer(flow.low, at, end)), end]:
        starts.append(_Start(at, kind, named, None, at))
        at = stop
    return [s for s in starts if s.at < end]


def _starts(flow: Flow, begin: int, end: int) -> list[_Start]:
    first = citations.INSTRUMENT.match(flow.low, begin, end)
    if not first:
        found = next(
            (m for m in citations.INSTRUMENT.finditer(flow.low, begin, min(end, begin + 150)) if m["number"]), None
        )
        if not found:
            law = next((m for m in citations.INSTRUMENT.finditer(flow.low, begin, min(end, begin + 40))), None)
            found = law if law and law["kind"] in citations.LAWS else None
        if not found:
            return []
        first = found
    starts = [_start(flow, first)]
    if flow.low.startswith("các", first.start()):
        several = _several(flow, first, end)
        if several:
            return several
    embedded = False
    for found in citations.INSTRUMENT.finditer(flow.low, starts[0].body, end):
        if found.group().startswith("các") and not found["number"] and _behind_stop(flow, found.start()):
            starts += _several(flow, found, end)
        elif _is_next(flow, starts[-1], found, embedded):
            starts.append(_start(flow, found))
            embedded = False
        elif found["number"]:
            embedded = True
    return starts


def _behind_stop(flow: Flow, at: int) -> bool:
    return flow.low[max(0, at - 3) : at].rstrip()[-1:] in (";", ",")


def _start(flow: Flow, found: re.Match[str]) -> _Start:
    kind = squeeze(flow.text[slice(*found.span("kind"))])
    number = _number(flow, found) if found["number"] else None
    behind = number[1] if number else found.end("kind")
    return _Start(found.start("kind"), kind[0].upper() + kind[1:], found.span("kind"), number, behind)


def _number(flow: Flow, found: re.Match[str]) -> Range:
    """The number's own words: a following word that a loose hyphen drew in is let go."""
    a, b = found.span("number")
    loose = citations.LOOSE_WORD_AS_PRINTED.search(flow.text, a, b)
    return a, loose.start() if loose else b


def _several(flow: Flow, first: re.Match[str], end: int) -> list[_Start]:
    """các Quyết định của UBND tỉnh: số 4500/QĐ-UBND ngày …; số 1020/QĐ-UBND ngày …"""
    kind = squeeze(flow.text[slice(*first.span("kind"))])
    kind = kind[0].upper() + kind[1:]
    found = [m for m in citations.NEXT_NUMBER.finditer(flow.low, first.end("kind"), end) if m.group().startswith("số")]
    named = first.span("kind")
    return [_Start(m.start(), kind, named, m.span("number"), m.end("number")) for m in found]


def _is_next(flow: Flow, current: _Start, found: re.Match[str], embedded: bool) -> bool:
    """Whether a further name of an instrument begins one more, or stands inside the title of the current one."""
    before = flow.low[max(current.body, found.start() - _NEAR) : found.start()].rstrip()
    is_law = found["kind"] in citations.LAWS
    if before.endswith(";"):
        return bool(found["number"]) or is_law or found["kind"] == "nghị quyết"
    if not (found["number"] or is_law) or embedded:
        return False
    if citations.AMENDED_BY.search(before):
        return True
    joint = "và" if before.endswith((" và", "\nvà")) else "," if before.endswith(",") else ""
    if not joint:
        return False
    own = before.removesuffix(joint).rstrip(" ,")
    dated = list(DAY.finditer(own)) or list(citations.YEAR.finditer(own)) or list(citations.LAW_NUMBER.finditer(own))
    if (is_law and not found["number"]) or joint == "," or current.kind.casefold() in citations.LAWS:
        return bool(dated) and dated[-1].end() >= len(own)
    return bool(dated)


def _basis(flow: Flow, start: _Start, text_begin: int, end: int) -> Basis:
    text = flow.words(text_begin, end, ";.,")
    basis = Basis(text=text or "", kind=Words(start.kind, flow.span(*start.named)))
    if start.number is None and start.kind.casefold() in citations.LAWS:
        return _law(flow, start, end, basis)
    if start.number:
        a, b = start.number
        basis.number = Words(re.sub(r"\s", "", flow.text[a:b]), flow.span(a, b))
    embedded = next((m.start() for m in citations.INSTRUMENT.finditer(flow.low, start.body, end) if m["number"]), end)
    dated = DAY.search(flow.low, start.body, embedded)
    after = start.body
    if dated and (value := day_of(dated)):
        basis.date = flow.day(value, *dated.span())
        after = dated.end() if dated.start() - start.body < 12 else start.body
    issued = citations.ISSUED_BY.match(flow.low, after, end)
    if issued:
        lead = citations.TITLE_FOLLOWS.search(flow.low, issued.end(), end)
        comma = flow.low.find(", ", issued.end(), end)
        stop = min(x for x in (lead.start() if lead else end, comma if comma > 0 else end, end))
        basis.issuer = flow.words(issued.end(), stop, ",;.")
        after = stop
    basis.title = flow.words(after, end, ",;.:(")
    return basis


def _law(flow: Flow, start: _Start, end: int, basis: Basis) -> Basis:
    """Luật <tên> [số …] ngày … | năm …"""
    dated = DAY.search(flow.low, start.body, end)
    year = citations.YEAR.search(flow.low, start.body, end)
    numbered = citations.LAW_NUMBER.search(flow.low, start.body, end)
    stops = [m.start() for m in (dated, year, numbered) if m]
    if dated and (value := day_of(dated)):
        basis.date = flow.day(value, *dated.span())
    if numbered and (not dated or numbered.start() < dated.end() + 30):
        a, b = _number(flow, numbered)
        basis.number = Words(re.sub(r"\s", "", flow.text[a:b]), flow.span(a, b))
    named_until = citations.DAY_WORD.sub("", flow.low[start.body : min(stops, default=end)])
    basis.title = flow.words(start.body, start.body + len(named_until), ",;.")
    return basis
