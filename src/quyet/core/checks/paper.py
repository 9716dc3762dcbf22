"""What several rules ask of a paper: which law of form it follows, how certain its day is, where its contents lie."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from quyet.core.checks.spans import span_of
from quyet.core.decisions.model import Article, Reading
from quyet.core.values.amounts import Money, find_money
from quyet.core.values.folding import fold
from quyet.core.values.late import late
from quyet.core.values.stated import Day, Span

DECREE_30 = "NĐ 30/2020/NĐ-CP"
"""The decree on paper work, as sources name it."""

DECREE_30_FROM = date(2020, 3, 5)
"""The day from which it is in force."""

ADMINISTRATIVE = frozenset(
    "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB".split()
)
"""The kinds of NĐ 30/2020, Điều 7, as Phụ lục III shortens them."""

_NUMBER_WITH_YEAR = late(r"\d+\s*/\s*(?:19|20)\d\d\s*/")  # 09/2010/QĐ-UBND: văn bản quy phạm
_PARTY_NUMBER = late(r"\d+\s*-\s*[A-ZĐ]")  # 12-QĐ/TU: a paper of the Party has a form of its own

_NOT_OF_THE_STATE = late(
    r"^\W*(?:(?:ban\s+chấp\s+hành|bch|ban\s+thường\s+vụ|btv|ủy\s+ban(?:\s+trung\s+ương)?|văn\s+phòng"
    r"|ban\s+\w+(?:\s+\w+)?)\s+)?"
    r"(?:hội\s+(?!đồng|nghị)|liên\s+hiệp|(?:tổng\s+)?liên\s+đoàn\s+lao|ldlđ|công\s+đoàn|tỉnh\s+đoàn|huyện\s+đoàn"
    r"|thành\s+đoàn|trung\s+ương\s+đoàn|đoàn\s+(?:tncs|thanh\s+niên|xã|phường|thị|khối|tỉnh|huyện)"
    r"|mặt\s+trận|mttq|ubmttq|(?:tỉnh|thành|huyện|quận|thị|đảng|xã|phường)\s+ủy|đảng\s+bộ|chi\s+bộ)\b"
)
"""Issuers of the Party and of mass organisations. The decree is written for bodies of the State; what binds these was
not read, and so they are told nothing about form."""


def follows_decree_30(reading: Reading) -> bool:
    """An administrative paper of a body of the State issued from 05/03/2020 on, so far as the text shows."""
    paper = reading.document
    if paper.kind not in ADMINISTRATIVE or _NOT_OF_THE_STATE.search(fold(paper.issuer or "")):
        return False
    if paper.kind == "NQ" and not paper.number:
        return False  # most resolutions of a Hội đồng nhân dân are normative
    if paper.number and (_NUMBER_WITH_YEAR.match(paper.number) or _PARTY_NUMBER.match(paper.number)):
        return False
    day = earliest_day(reading)
    return day is not None and day >= DECREE_30_FROM


def earliest_day(reading: Reading) -> date | None:
    """The day of issue, else a day that it cannot be before: that of the latest basis."""
    if reading.document.date:
        return reading.document.date
    return max((basis.date for basis in reading.document.bases if basis.date), default=None)


def printed(day: date | None) -> Day | None:
    """The day, if the text itself states it."""
    return day if isinstance(day, Day) else None


def nodes(articles: list[Article]) -> Iterator[Article]:
    """Every node of a tree of articles, in the order of the text."""
    for article in articles:
        yield article
        yield from nodes(article.children)


def contents(reading: Reading) -> Span | None:
    """From the first of the paper's own articles to the end of the last."""
    return extent(reading.document.articles)


def extent(articles: list[Article]) -> Span | None:
    """From the first node of a tree to the end of its last."""
    start = span_of(articles[0].label, articles[0].title, articles[0].text) if articles else None
    if start is None:
        return None
    end, last = start[1], articles[-1:]
    while last:
        leaves = (last[0].label, last[0].title, last[0].text)
        end = max([end, *(span[1] for leaf in leaves if (span := span_of(leaf)))])
        last = last[0].children[-1:]
    return start[0], end


class Refs:
    """Which article, khoản or điểm holds a position of the text."""

    def __init__(self, reading: Reading) -> None:
        trees = [reading.document.articles, *(text.articles for text in reading.document.attachments)]
        self._trees = [(whole, _starts(tree)) for tree in trees if (whole := extent(tree))]

    def at(self, position: int) -> str | None:
        """The ref of the deepest node there, or None outside the articles."""
        for (start, end), nodes_in_order in self._trees:
            if start <= position <= end:
                return nodes_in_order[max(0, bisect_right(nodes_in_order, (position, "\uffff")) - 1)][1]
        return None


def _starts(tree: list[Article]) -> list[tuple[int, str]]:
    return sorted((span[0], node.ref) for node in nodes(tree) if (span := span_of(node.label, node.title, node.text)))


def money_in(text: str, start: int, end: int) -> list[Money]:
    """The amounts of money between two positions of a text as printed."""
    found = find_money(fold(text[start:end]))
    return [Money(start + money.start, start + money.end, money.amount) for money in found]
