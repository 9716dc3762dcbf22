"""What it may cost in all: the figure, its words, and the sources that it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quyet.core.decisions.flow import Flow
from quyet.core.decisions.grammar import sums
from quyet.core.decisions.items import Item
from quyet.core.decisions.model import FundingSource, Total
from quyet.core.values.amounts import Money, find_money
from quyet.core.values.folding import squeeze
from quyet.core.values.words import from_words, match_words

Range = tuple[int, int]


def read_total(flow: Flow, articles: Sequence[Item]) -> Total | None:
    """The total that the articles set: behind "Tổng kinh phí …", else in the item "Kinh phí thực hiện:"."""
    everywhere = [flow.trim(a, b) for article in articles for item in article.walk() for a, b in item.paragraphs]
    items = [flow.trim(*r) for article in articles for item in _own_items(article) for r in item.paragraphs]
    for pattern, ranges in ((sums.TOTAL, everywhere), (sums.MONEY_ITEM, items)):
        for a, b in ranges:
            found = pattern.search(flow.low, a, b) if pattern is sums.TOTAL else pattern.match(flow.low, a, b)
            money = next(find_money(flow.low, found.end(), min(b, found.end() + 250)), None) if found else None
            if money and not _is_part(flow, found.end() if found else a, money):
                return _total(flow, money, b)
    return _total_of_lead(flow, articles)


def _total_of_lead(flow: Flow, articles: Sequence[Item]) -> Total | None:
    """Phê duyệt kinh phí Chương trình … là 1,86 tỷ đồng."""
    for article in articles:
        if article.form == "article" and article.paragraphs:
            a, b = flow.trim(*article.head)
            money = next(find_money(flow.low, a, b), None)
            if money and sums.LEAD_SUM.match(flow.low, a, money.start) and not _is_part(flow, a, money):
                return _total(flow, money, b)
    return None


def _own_items(article: Item) -> Iterator[Item]:
    """The article and its items, without the dashes below the items: there "- Kinh phí: …" is the sum of one
    activity."""
    yield article
    for child in article.children:
        if child.form not in ("dash", "plus"):
            yield from _own_items(child)
        elif article.form == "article":
            yield child


def _is_part(flow: Flow, a: int, money: Money) -> bool:
    """A sum behind "trong đó" is a part, not the total; so is one behind "từ nguồn" without its words beside it."""
    part = sums.PART.search(flow.low, a, money.start)
    if part and part["source"] and sums.WORDS_BESIDE.match(flow.low, money.end):
        return False
    return bool(part) and ":" not in flow.low[a : money.start][:3]


def _total(flow: Flow, money: Money, b: int) -> Total:
    end = money.end
    words, in_words = None, None
    below = sums.WORDS_BELOW.match(flow.low, b)
    if below and not flow.low[money.end : b].strip(" .;,"):
        b = below.end()
    lead = sums.IN_WORDS.match(flow.low, money.end, b)
    start = lead.end() if lead else money.end
    close = _closing(flow, start, b)
    opened = flow.low[money.end : start].strip().startswith(("(", "[", "{")) or "chữ" in flow.low[money.end : start]
    beside = match_words(flow.text, flow.trim(start, close)[0]) if not opened else None
    if opened or (beside and beside[1] == money.amount):  # «249.800.000 đồng - Hai trăm …»
        a2, b2 = flow.trim(start, close, ".;,:/")
        value = from_words(flow.text[a2:b2])
        if value is None and (matched := match_words(flow.text, a2)) and matched[0] <= close:
            b2, value = matched
        if a2 < b2 and (value is not None or _looks_like_words(flow.low[a2:b2])):
            words, in_words, end = squeeze(flow.text[a2:b2]), value, b2
    return Total(money.amount, words, in_words, flow.span(money.start, end))


def _closing(flow: Flow, a: int, b: int) -> int:
    found = sums.WORDS_END.search(flow.low, a, b)
    return found.start() if found else b


def _looks_like_words(low: str) -> bool:
    return bool(sums.NUMBER_WORDS.search(low)) and not any(c.isdigit() for c in low)


def read_sources(flow: Flow, total: Total | None) -> list[FundingSource]:
    """The parts of the total by source: the list or clause behind it ("trong đó: ngân sách tỉnh 150 triệu đồng; …")."""
    if total is None or total.span is None:
        return []
    at = next(
        (line.at + total.span[1] - line.start for line in flow.lines if line.start <= total.span[1] - 1 < line.end),
        None,
    )
    if at is None:
        return []
    lead = sums.SOURCES_LEAD.match(flow.low, at)
    if not lead:
        return []
    sources: list[FundingSource] = []
    position = lead.end()
    while piece := sums.SOURCE.match(flow.low, position):
        money = next(find_money(flow.low, piece.end(), piece.end() + 60), None)
        if money is None or money.start != piece.end():
            break
        name = flow.words(*piece.span("name"), ":,;.-–+")
        if name:
            sources.append(FundingSource(name, flow.dong(money.amount, money.start, money.end)))
        tail = sums.STOPS.match(flow.low, money.end)
        position = tail.end() if tail else money.end
    return sources
