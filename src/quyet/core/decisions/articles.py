"""Điều, khoản, điểm: the tree of the paper's own articles, and the texts attached to it."""

from __future__ import annotations

import re

from quyet.core.decisions.flow import Flow
from quyet.core.decisions.grammar import marks, papers
from quyet.core.decisions.items import Item, read_items
from quyet.core.decisions.model import Article, Attachment
from quyet.core.decisions.zones import Zones, opens_attachment
from quyet.core.values.folding import squeeze
from quyet.core.values.stated import Words

_HEADING_WORDS = 18
"""A heading is shorter than this many words."""
_LONGEST_HEAD = 12
"""Lines that the head of an attached text takes at most, its "(Kèm theo …)" included."""


def own_articles(flow: Flow, zones: Zones) -> list[Item]:
    """The paper's own Điều, each with its items below."""
    first, last = zones.body
    starts = article_lines(flow, first, last)
    return [_article(flow, begin, end, zones.width) for begin, end in _stretches(starts, last)]


def sections(flow: Flow, first: int, last: int, width: int | None) -> list[Item]:
    """The top items of a text without Điều: a plan's I., II., or 1., 2."""
    root = read_items(flow, Item("root", "", 0, flow.lines[first].at if first < last else 0), first, last, width)
    return root.children


def article_lines(flow: Flow, first: int, last: int) -> list[int]:
    """The lines that open a Điều; the series decides whether `Điều 2` at the beginning of a line is a mark."""
    starts: list[int] = []
    number = 0
    for index in range(first, last):
        found = marks.ARTICLE.match(flow.low, flow.lines[index].at, flow.line_end(index))
        if not found or flow.text[found.start()] not in "ĐÐ":
            continue
        value = int(re.sub(r"\D", "", found["number"]))
        alone = found.end() >= flow.line_end(index)
        if not (found["stop"] or alone) or not (number <= value <= number + 3):
            continue
        if value == number and not flow.lines[index].blank_before and flow.line_text(index - 1)[-1] not in ".;:":
            continue
        if value > number + 1 and not _opens_line(flow, index):
            continue
        starts.append(index)
        number = value
    return starts


def _opens_line(flow: Flow, index: int) -> bool:
    return flow.lines[index].blank_before or flow.line_text(index - 1).rstrip()[-1] in ".;:/"


def _stretches(starts: list[int], last: int) -> list[tuple[int, int]]:
    return list(zip(starts, [*starts[1:], last], strict=True)) if starts else []


def _article(flow: Flow, begin: int, end: int, width: int | None) -> Item:
    line = flow.lines[begin]
    found = marks.ARTICLE.match(flow.low, line.at)
    assert found is not None  # the line was chosen by this pattern
    number = found["number"]
    item = Item("article", number, int(re.sub(r"\D", "", number)), line.at)
    if found.end() < flow.line_end(begin):
        item.paragraphs.append((found.end(), flow.line_end(begin)))
    return read_items(flow, item, begin + 1, end, width)


# --- items → the tree of the contract --------------------------------------------------------------


def ref_of(item: Item, parent: str) -> str:
    """The reference of an item below `parent`: dieu_1/khoan_2/diem_a."""
    part = {
        "article": f"dieu_{item.label}",
        "roman": f"muc_{item.number}",
        "upper": f"phan_{item.label.lower()}",
        "arabic": f"khoan_{item.number}",
        "decimal": f"khoan_{item.label}",
        "letter": f"diem_{item.label.lower()}",
        "dash": f"gach_{item.number}",
        "plus": f"cong_{item.number}",
    }.get(item.form, item.form)
    return f"{parent}/{part}" if parent else part


def to_article(flow: Flow, item: Item, parent: str = "") -> Article:
    """An item with what is below it as a node of the contract's tree; dashes stay words of their parent."""
    ref = ref_of(item, parent)
    children = [child for child in item.children if child.form not in ("dash", "plus", "tail")]
    label = f"Điều {item.label}" if item.form == "article" else item.label
    node = Article(ref, Words(label, flow.span(item.begin, _label_end(flow, item))))
    title, body = _title_and_body(flow, item, bool(children))
    node.title = title
    node.text = body
    node.children = [to_article(flow, child, ref) for child in children]
    return node


def _label_end(flow: Flow, item: Item) -> int:
    if item.form == "article":
        return item.begin + len(re.match(r"\S+\s+\w+", flow.text[item.begin : item.begin + 20]).group())  # type: ignore[union-attr]
    return item.begin + len(item.label)


def _title_and_body(flow: Flow, item: Item, has_children: bool) -> tuple[Words | None, Words | str]:
    below = [r for child in item.children if child.form in ("dash", "plus", "tail") for r in _ranges(child)]
    if not item.paragraphs:
        return None, _joined(flow, below)
    heading = heading_of(flow, item)
    if heading and (below or has_children or len(item.paragraphs) > 1):
        return flow.words(*heading, ".:;,"), _joined(flow, item.paragraphs[1:] + below)
    return None, _joined(flow, item.paragraphs + below)


def heading_of(flow: Flow, item: Item) -> tuple[int, int] | None:
    """The first paragraph where it is a heading: of a Điều only a short line without a stop, of an item the line
    above its list."""
    if not item.paragraphs:
        return None
    a, b = flow.trim(*item.paragraphs[0])
    if item.form == "article":
        short = len(flow.text[a:b].split()) <= _HEADING_WORDS
        return (a, b) if short and flow.text[b - 1] not in ".:;," else None
    return a, b


def _ranges(item: Item) -> list[tuple[int, int]]:
    own = list(item.paragraphs)
    if own and item.form in ("dash", "plus"):
        own[0] = (item.begin, own[0][1])
    return own + [r for child in item.children for r in _ranges(child)]


def _joined(flow: Flow, ranges: list[tuple[int, int]]) -> Words | str:
    """Paragraphs as one value, a line each."""
    kept = [flow.trim(a, b) for a, b in sorted(ranges) if flow.text[a:b].strip()]
    if not kept:
        return ""
    return Words("\n".join(squeeze(flow.text[a:b]) for a, b in kept), flow.span(kept[0][0], kept[-1][1]))


# --- attached texts --------------------------------------------------------------------------------


def read_attachments(flow: Flow, zones: Zones) -> list[tuple[Attachment, list[Item]]]:
    """The texts behind the foot, each with its items: an annex, or a plan or regulation that is approved."""
    found: list[tuple[Attachment, list[Item]]] = []
    total = len(flow.lines)
    starts = _attachment_starts(flow, zones.attached, total)
    for n, (begin, end) in enumerate(_stretches(starts, total), start=1):
        attachment, body = _attachment_head(flow, begin, end, n)
        lines = article_lines(flow, body, end)
        items = (
            [_article(flow, a, b, zones.width) for a, b in _stretches(lines, end)]
            if lines
            else sections(flow, body, end, zones.width)
        )
        attachment.articles = [
            to_article(flow, item, attachment.ref) for item in items if item.form not in ("dash", "plus", "tail")
        ]
        found.append((attachment, items))
    return found


def _attachment_starts(flow: Flow, first: int, last: int) -> list[int]:
    starts: list[int] = []
    for index in range(first, last):
        above_is_head = bool(starts) and index - starts[-1] < 4
        if (index == first and index < last) or (opens_attachment(flow, index) and not above_is_head):
            starts.append(index)
    return starts


def _attachment_head(flow: Flow, begin: int, end: int, n: int) -> tuple[Attachment, int]:
    """Label and title of an attached text, and the line behind them."""
    annex = papers.ANNEX_HEAD.match(flow.low, flow.lines[begin].at, flow.line_end(begin))
    label = None
    index = begin
    title_begin = flow.lines[begin].at
    if annex:
        label_end = annex.end("label") if annex["label"] else annex.end("annex")
        label = flow.words(annex.start(), label_end)
        title_begin = flow.trim(label_end, max(label_end, flow.line_end(begin)), ":.-–")[0]
        if title_begin >= flow.line_end(begin):
            index += 1
            title_begin = flow.lines[index].at if index < end else flow.line_end(begin)
    title_end = title_begin
    while index < end and index - begin < 8:
        low, text = flow.line_low(index), flow.line_text(index)
        if (
            text.startswith("(")
            or papers.ATTACHED_TO.match(low)
            or marks.ARTICLE.match(low)
            or low.startswith("đơn vị")
        ):
            break
        if index > begin and (marks.MARKER.match(low) or not text.isupper()) and title_end > title_begin:
            break
        title_end = flow.line_end(index)
        index += 1
    while index < end and (flow.line_text(index).startswith("(") or _in_bracket(flow, begin, index)):
        if index - begin > _LONGEST_HEAD or marks.ARTICLE.match(flow.line_low(index)):
            break
        if marks.MARKER.match(flow.line_low(index)) and not flow.line_text(index).startswith("("):
            break  # the bracket was never closed
        index += 1
    return Attachment(f"phu_luc_{n}", label, flow.words(title_begin, title_end)), index


def _in_bracket(flow: Flow, begin: int, index: int) -> bool:
    """Whether a line goes on with "(Kèm theo Quyết định …" opened above it."""
    above = flow.text[flow.lines[begin].at : flow.lines[index].at]
    return above.rfind("(") > above.rfind(")")
