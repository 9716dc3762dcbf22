"""Nơi nhận and the signature."""

from __future__ import annotations

import re

from quyet.core.decisions.flow import Flow
from quyet.core.decisions.grammar import papers
from quyet.core.decisions.model import Document, Signature
from quyet.core.decisions.names import is_name
from quyet.core.decisions.zones import Zones
from quyet.core.values.folding import squeeze
from quyet.core.values.stated import Words


def read_foot(flow: Flow, zones: Zones, document: Document) -> None:
    """Fill recipients and signature."""
    first, last = zones.foot
    recipients, rest = _split(flow, first, last)
    document.recipients = _recipients(flow, recipients)
    document.signature = _signature(flow, rest)


def _split(flow: Flow, first: int, last: int) -> tuple[list[int], list[int]]:
    """The lines of the foot: those of nơi nhận, and the others."""
    opening = next((i for i in range(first, last) if papers.RECIPIENTS.match(flow.line_low(i))), None)
    if opening is None:
        return [], list(range(first, last))
    column = flow.lines[opening].column
    mine: list[int] = []
    others = list(range(first, opening))
    over = False
    for index in range(opening, last):
        if column and flow.lines[index].column != column:
            others.append(index)
            continue
        over = over or (index > opening and (_is_signing(flow, index) or _is_signed(flow, index)))
        (others if over else mine).append(index)
    return mine, sorted(others, key=lambda index: flow.lines[index].start)


def _is_signed(flow: Flow, index: int) -> bool:
    """A line that ends a signature whose office stands beside "Nơi nhận:": (Đã ký), or a name below "Lưu: VT"."""
    low = flow.line_low(index)
    kept = papers.KEPT.match(flow.line_low(index - 1)) is not None
    return bool(papers.SIGNED_MARK.match(low)) or (kept and is_name(flow.line_text(index)))


def _is_signing(flow: Flow, index: int) -> bool:
    """A line that begins a signature below nơi nhận: capitals with an office or an authority."""
    text, low = flow.line_text(index), flow.line_low(index)
    capital = text.isupper() and not text.startswith(("-", "+", "–"))
    return capital and bool(papers.AUTHORITY.match(low) or papers.OFFICE.match(low))


def _recipients(flow: Flow, lines: list[int]) -> list[str]:
    """The entries of nơi nhận: a dash or plus begins one, a line without goes on with the one above."""
    entries: list[tuple[int, int]] = []
    ended = False
    dashed = any(papers.ENTRY.match(flow.line_low(index)) for index in lines[1:2]) or " - " in "".join(
        flow.line_low(index) for index in lines[:1]
    )
    stops = ";." if dashed else ";.,"
    for n, index in enumerate(lines):
        a, b = flow.lines[index].at, flow.line_end(index)
        if n == 0:
            a = papers.RECIPIENTS.match(flow.low, a).end()  # type: ignore[union-attr]  # the line was chosen by it
        marked = papers.ENTRY.match(flow.low, a, b)
        if a >= b or not any(c.isalnum() for c in flow.text[a:b]):
            continue
        if ended:
            break
        if marked:
            entries.append((marked.end(), b))
        elif entries and flow.text[entries[-1][1] - 1] not in stops:
            entries[-1] = (entries[-1][0], b)
        else:
            entries.append((a, b))
        ended = bool(
            entries and papers.LAST_ENTRY.match(flow.low, *entries[-1]) and flow.text[entries[-1][1] - 1] == "."
        )
    found: list[str] = []
    for a, b in entries:
        for c, d in _pieces(flow, a, b, papers.NEXT_ENTRY if dashed else papers.NEXT_UNDASHED):
            words = flow.words(c, d, f"{stops}-–")
            if words:
                found.append(words)
    return found


def _pieces(flow: Flow, a: int, b: int, joint: re.Pattern[str]) -> list[tuple[int, int]]:
    """Entries that stand on one line: `- Như Điều 3; - Lưu: VT.`"""
    pieces, at = [], a
    for found in joint.finditer(flow.low, a, b):
        pieces.append((at, found.start()))
        at = found.end()
    return [*pieces, (at, b)]


def _signature(flow: Flow, lines: list[int]) -> Signature | None:
    """The first signature: capital lines, then a name."""
    capitals: list[tuple[int, int]] = []
    name = None
    stamped = any(papers.STAMP.search(flow.line_low(index)) for index in lines)
    for index in lines:
        text, low = flow.line_text(index).strip(" |"), flow.line_low(index)
        signed = papers.SIGNED_BY.match(flow.low, flow.lines[index].at, flow.line_end(index))
        if signed and capitals and is_name(flow.text[signed.end() : flow.line_end(index)]):
            name = flow.words(signed.end(), flow.line_end(index), "|.,;")
            break
        if not text or papers.SIGNED_MARK.match(low) or papers.STAMP.search(low):
            continue
        a, b = flow.lines[index].at, flow.line_end(index)
        if capitals and is_name(text) and not _is_office(low):
            name = flow.words(a, b, "|.,;")
            if not stamped:
                break
            continue  # words of a stamp may look like a name: the last one counts
        if text.isupper() and not text.startswith(("-", "+", "(")):
            if capitals and not _is_office(low):
                capitals[-1] = (capitals[-1][0], b)
            elif _is_office(low) or capitals:
                capitals.append((a, b))
        elif capitals and len(capitals) == 1 and text.startswith(("(", "[")):
            continue
    return _make(flow, capitals, name) if capitals else None


def _is_office(low: str) -> bool:
    return bool(papers.AUTHORITY.match(low) or papers.OFFICE.match(low))


def _make(flow: Flow, capitals: list[tuple[int, int]], name: Words | None) -> Signature:
    authority = [each for each in capitals if papers.AUTHORITY.match(flow.low, *each)]
    last = capitals[-1]
    signature = Signature(position=flow.words(*last, ",;."), name=name)
    if authority:
        texts = [squeeze(flow.text[a:b]) for a, b in authority]
        signature.authority = Words("; ".join(texts), flow.span(authority[0][0], authority[-1][1]))
    return signature
