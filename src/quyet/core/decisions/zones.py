"""The parts of a paper, as ranges of lines: head · title · bases · articles or sections · foot · attached texts."""

from __future__ import annotations

from dataclasses import dataclass

from quyet.core.decisions.flow import Flow
from quyet.core.decisions.grammar import citations, marks, papers
from quyet.core.decisions.names import is_name
from quyet.core.decisions.paragraphs import wrap_width

_HEAD_SEARCH = 80
"""A kind line further down is not that of the paper itself."""


@dataclass(slots=True)
class Zones:
    """Where each part begins, as indices of lines; a part that is not there is empty."""

    width: int | None
    """At what width the lines were wrapped, None where each is a paragraph."""
    kind: int | None
    """The line that names the kind (QUYẾT ĐỊNH)."""
    head_end: int
    """Behind the letterhead."""
    title: tuple[int, int]
    competence: tuple[int, int]
    bases: tuple[int, int]
    body: tuple[int, int]
    foot: tuple[int, int]
    attached: int
    """Where the attached texts begin; the number of lines where there are none."""


def find_zones(flow: Flow) -> Zones:
    """Tell the parts of a paper by their first words."""
    width = wrap_width(flow)
    kind = _kind_line(flow)
    begin = 0 if kind is None else kind + 1
    enacting, body = _body(flow, begin, width)
    preamble_end = body if enacting is None else enacting
    below = begin + _titles_itself(flow, kind)
    first_basis = _first_basis(flow, below, preamble_end)
    bases = (preamble_end if first_basis is None else first_basis, preamble_end)
    is_plan = body < len(flow.lines) and enacting is None and not marks.ARTICLE.match(flow.line_low(body))
    competence = bases[:1] * 2 if is_plan else _competence(flow, begin, bases[0])
    head_end = min(competence[0], bases[0]) if kind is None else kind
    title = _title(flow, kind, min(competence[0], bases[0]))
    foot = _foot(flow, body)
    attached = _attached(flow, body, foot)
    return Zones(width, kind, head_end, title, competence, bases, (body, min(foot[0], attached)), foot, attached)


def _titles_itself(flow: Flow, kind: int | None) -> bool:
    """Whether the line below the kind is a title that begins as a basis does: KẾ HOẠCH / Thực hiện Chương trình …"""
    if kind is None or kind + 1 >= len(flow.lines) or papers.KIND_AND_TITLE.match(flow.line_low(kind)):
        return False
    return bool(papers.TITLE_LIKE_BASIS.match(flow.line_low(kind + 1)))


def _body(flow: Flow, begin: int, width: int | None) -> tuple[int | None, int]:
    """The enacting line, and where the body begins: of a decision behind that line, of a plan at its first section."""
    first_article = _first_article(flow, begin)
    enacting = _enacting_line(flow, begin, first_article)
    if enacting is not None:
        return enacting, enacting + 1
    if first_article < len(flow.lines):
        return None, first_article
    first_basis = _first_basis(flow, begin, len(flow.lines))
    return None, _first_section(flow, begin if first_basis is None else max(begin, first_basis), width)


def _kind_line(flow: Flow) -> int | None:
    """The line that names the kind; the enacting line (with its colon, below the bases) is none."""
    for index in range(min(_HEAD_SEARCH, len(flow.lines))):
        low = flow.line_low(index)
        if marks.ARTICLE.match(low) or low.startswith("căn cứ"):
            return None
        found = papers.KIND_LINE.match(low) or papers.KIND_AND_TITLE.match(low)
        if found and not flow.lines[index].column and flow.line_text(index)[: found.end("kind")].isupper():
            return index
    return None


def _first_article(flow: Flow, begin: int) -> int:
    for index in range(begin, len(flow.lines)):
        found = marks.ARTICLE.match(flow.line_low(index))
        if found and found["number"] == "1" and flow.line_text(index)[0] == "Đ":
            before = index - begin
            if before < 200:
                return index
            break
    return len(flow.lines)


def _enacting_line(flow: Flow, begin: int, end: int) -> int | None:
    """The line QUYẾT ĐỊNH: above Điều 1, searched from below."""
    if end == len(flow.lines):
        end = min(end, begin + _HEAD_SEARCH)
    for index in range(end - 1, begin - 1, -1):
        text = flow.line_text(index)
        if papers.ENACTING.match(flow.line_low(index)) and text.isupper():
            return index
    return None


def _first_basis(flow: Flow, begin: int, end: int) -> int | None:
    for index in range(begin, min(end, len(flow.lines))):
        low = flow.line_low(index)
        text = flow.line_text(index)
        if (
            citations.BASIS_LINE.match(flow.low, flow.lines[index].at)
            and text.lstrip("-–+• ")[:1].isupper()
            and not text.isupper()
        ):
            return index
        if marks.MARKER.match(low) and index > begin + 1 and not low.startswith(("-", "–")):
            return None
    return None


def _first_section(flow: Flow, begin: int, width: int | None) -> int:
    """The first heading of a plan: a line with a Roman or Arabic number, or a letter in capitals."""
    for index in range(begin, len(flow.lines)):
        low = flow.line_low(index)
        found = marks.MARKER.match(low)
        if found and (found["roman"] or found["arabic"] or found["decimal"]) and not flow.lines[index].column:
            return index
        if papers.RECIPIENTS.match(low):
            return index
    return len(flow.lines)


def _competence(flow: Flow, begin: int, end: int) -> tuple[int, int]:
    """The capital lines just above the first basis that name who decides."""
    last = end
    first = end
    for index in range(end - 1, max(begin, end - 5) - 1, -1):
        text = flow.line_text(index)
        if not text.isupper():
            break
        first = index
        if _decides(flow.line_low(index)) and (index == begin or _stands_alone(flow, index)):
            return index, last
        if flow.lines[index].blank_before:
            break
    for index in range(last - 1, first - 1, -1):  # directly below a title in capitals, without a blank line
        words = papers.SESSION.sub("", flow.low[flow.lines[index].at : flow.line_end(last - 1)])
        if index > begin and _decides(words) and not papers.NO_NAME.search(words):
            return index, last
    return end, end


def _decides(words: str) -> bool:
    return bool(papers.OFFICE.match(words) or papers.DECIDING_BODY.match(words))


def _stands_alone(flow: Flow, index: int) -> bool:
    above = flow.line_text(index - 1)
    return flow.lines[index].blank_before or not above.isupper()


def _title(flow: Flow, kind: int | None, end: int) -> tuple[int, int]:
    """The lines of the trích yếu: as far as they keep the first one's capitals, or to the end of the paragraph."""
    if kind is None:
        return (0, 0)
    begin = kind if papers.KIND_AND_TITLE.match(flow.line_low(kind)) else kind + 1
    stop = begin
    while stop < end and _goes_on(flow, begin, stop):
        stop += 1
    return begin, stop


def _goes_on(flow: Flow, begin: int, index: int) -> bool:
    low, text = flow.line_low(index), flow.line_text(index)
    if index == begin:
        return not (marks.ARTICLE.match(low) or low.startswith("kính gửi"))
    if (
        citations.BASIS_LINE.match(low)
        and not text.isupper()
        and (flow.lines[index].blank_before or not text[0].islower())
    ):
        return False
    if low.startswith("kính gửi") or (marks.MARKER.match(low) and flow.lines[index].blank_before):
        return False
    begin_caps = _mostly_capitals(flow.line_text(begin)) or _mostly_capitals(flow.line_text(min(begin + 1, index)))
    if begin_caps:
        return _mostly_capitals(text)
    return not flow.lines[index].blank_before or text[0].islower()


def _mostly_capitals(text: str) -> bool:
    capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    if not capitals + small:  # «2026 - 2030» goes on with the capitals above it
        return any(map(str.isdigit, text))
    return capitals > 0.7 * (capitals + small)


def _foot(flow: Flow, begin: int) -> tuple[int, int]:
    """Nơi nhận and signature: from the line that opens them to the end of their columns."""
    for index in range(begin, len(flow.lines)):
        if papers.RECIPIENTS.match(flow.line_low(index)) and flow.line_low(index).startswith(("nơi", "-", "–")):
            return _foot_begin(flow, begin, index), _foot_end(flow, index)
    return _signature_only(flow, begin)


def _foot_begin(flow: Flow, begin: int, recipients: int) -> int:
    """Where the foot begins: a signature may stand before nơi nhận, in a column of its own or above it."""
    index = first = recipients
    while index > begin + 1 and _is_signature_line(flow, index - 1):
        index -= 1
        if flow.line_text(index).isupper():
            first = index
    index = first
    while (
        index > begin
        and index > recipients - 6
        and flow.lines[index - 1].column
        and (flow.lines[index - 1].column != flow.lines[recipients].column)
    ):
        index -= 1
    return index


def _is_signature_line(flow: Flow, index: int) -> bool:
    signed = papers.SIGNED_MARK.match(flow.line_low(index))
    return bool(signed) or _names_office(flow, index) or is_name(flow.line_text(index))


def _foot_end(flow: Flow, recipients: int) -> int:
    """Behind the last line of the foot: its columns, and capital lines and a name below them."""
    index = recipients + 1
    while index < len(flow.lines):
        low, line = flow.line_low(index), flow.lines[index]
        if not line.column and opens_attachment(flow, index):
            break
        if marks.ARTICLE.match(low):
            break
        index += 1
        if index - recipients > 80:
            break
    return index


def _signature_only(flow: Flow, begin: int) -> tuple[int, int]:
    """A foot without nơi nhận: a capital line with an office, and a name within a few lines."""
    for index in range(len(flow.lines) - 1, begin, -1):
        if not _names_office(flow, index) or len(flow.line_text(index)) >= 80:
            continue
        end = min(index + 5, len(flow.lines))
        if any(is_name(flow.line_text(i)) for i in range(index + 1, end)):
            first = index
            while first - 1 > begin and _names_office(flow, first - 1):
                first -= 1
            return first, end
    return len(flow.lines), len(flow.lines)


def _names_office(flow: Flow, index: int) -> bool:
    """Whether a line is an authority (KT.) or an office (GIÁM ĐỐC) in capitals."""
    low = flow.line_low(index)
    return flow.line_text(index).isupper() and bool(papers.AUTHORITY.match(low) or papers.OFFICE.match(low))


def opens_attachment(flow: Flow, index: int) -> bool:
    """Whether an annex or attached text begins at a line: its head, or its title with "(Kèm theo …)" below."""
    low, text = flow.line_low(index), flow.line_text(index)
    if papers.ANNEX_HEAD.match(low) and (text[:3].isupper() or text.istitle()) and len(text) < 120:
        return True
    if not _mostly_capitals(text) or papers.OFFICE.match(low) or papers.AUTHORITY.match(low):
        return False
    if papers.KIND_LINE.match(low) or papers.ANNEX_TITLE.match(low):
        return True
    return not marks.MARKER.match(low) and _says_attached(flow, index)


def _says_attached(flow: Flow, index: int) -> bool:
    """Whether "(Kèm theo …)" stands below a title, with nothing but lines of the title between."""
    for below in range(index + 1, min(index + 6, len(flow.lines))):
        low, text = flow.line_low(below), flow.line_text(below)
        if papers.ATTACHED_TO.match(low):
            return True
        if text[-1] in ".;:" or is_name(text) or papers.KIND_LINE.match(low) or papers.ANNEX_HEAD.match(low):
            return False
    return False


def _attached(flow: Flow, body: int, foot: tuple[int, int]) -> int:
    """Where the attached texts begin: behind the foot, or in the body at the head of an annex."""
    if foot[1] < len(flow.lines):
        return foot[1]
    for index in range(body + 1, min(foot[0], len(flow.lines))):
        if papers.ATTACHED_TO.match(flow.line_low(index)) and flow.line_text(index).startswith("("):
            first = index
            while first - 1 > body and _mostly_capitals(flow.line_text(first - 1)):
                first -= 1
            return first
    return len(flow.lines)
