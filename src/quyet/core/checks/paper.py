"""What several rules ask of a paper: which law of form it follows, how certain its day is, where its contents lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from quyet.core.checks.spans import span_of
from quyet.core.decisions.model import Article, Reading
from quyet.core.values.amounts import Money, find_money
from quyet.core.values.folding import fold
from quyet.core.values.stated import Day, Span

DECREE_30_FROM = date(2020, 3, 5)
"""Nghị định 30/2020/NĐ-CP on paper work is in force from this day."""

ADMINISTRATIVE = frozenset(
    "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB".split()
)
"""The kinds of NĐ 30/2020, Điều 7, as Phụ lục III shortens them."""

_NUMBER_WITH_YEAR = re.compile(r"\d+\s*/\s*(?:19|20)\d\d\s*/")  # 09/2010/QĐ-UBND: văn bản quy phạm
_PARTY_NUMBER = re.compile(r"\d+\s*-\s*[A-ZĐ]")  # 12-QĐ/TU: a paper of the Party has a form of its own


def follows_decree_30(reading: Reading) -> bool:
    """An administrative paper issued from 05/03/2020 on, so far as the text shows."""
    paper = reading.document
    if paper.kind not in ADMINISTRATIVE:
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
    spans = [span for node in nodes(reading.document.articles) for span in _spans(node)]
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None


def _spans(node: Article) -> Iterator[Span]:
    for leaf in (node.label, node.title, node.text):
        span = span_of(leaf)
        if span:
            yield span


def ref_at(reading: Reading, position: int) -> str | None:
    """The deepest article, khoản or điểm of the paper that holds a position of its text."""
    whole = contents(reading)
    if whole is None or not whole[0] <= position <= whole[1]:
        return None
    starts = [(span[0], node.ref) for node in nodes(reading.document.articles) if (span := span_of(node.label))]
    return max(((start, ref) for start, ref in starts if start <= position), default=(0, None))[1]


def money_in(text: str, start: int, end: int) -> list[Money]:
    """The amounts of money between two positions of a text as printed."""
    found = find_money(fold(text[start:end]))
    return [Money(start + money.start, start + money.end, money.amount) for money in found]
