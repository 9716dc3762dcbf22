"""Nơi nhận: which lines are sent, which are kept, and who stands behind "Như Điều 3"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quyet.core.papers.paper import Paper, Para
from quyet.core.values.folding import bare

_KEPT = re.compile(r"luu(?:\s*:| (?:tai )?(?:vt|van thu|hs|ho so)\b)")
_ARTICLE = re.compile(r"nhu (?:tren )?dieu (\d{1,3})\b")
_ADDRESSEES = re.compile(r"nhu (?:kinh gui|tren)\b")
_WHY = re.compile(r"\((de[^)]*)\)")


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of nơi nhận. `kept`: it stays here (Lưu: VT …) and is never sent. `article`: the article that names who
    is meant; `addressees`: those of Kính gửi are meant. `why`: what it is sent for (để báo cáo), as written."""

    text: str
    kept: bool = False
    article: int | None = None
    addressees: bool = False
    why: str | None = None


def recipient(text: str) -> Recipient:
    """A line, as records clerks understand it.

    >>> recipient("Như Điều 3").article, recipient("Lưu: VT, QLCN").kept
    (3, True)
    """
    plain = bare(text).strip(" -;.")
    article = _ARTICLE.match(plain)
    why = _WHY.search(plain)
    return Recipient(
        text,
        kept=_KEPT.match(plain) is not None,
        article=int(article[1]) if article else None,
        addressees=article is None and _ADDRESSEES.match(plain) is not None,
        why=_as_written(text, plain, why) if why else None,
    )


def _as_written(text: str, plain: str, found: re.Match[str]) -> str:
    """`bare` keeps the length of a text, so what was found without diacritics stands at the same place with them."""
    begin = bare(text).find(plain)
    return text[begin + found.start(1) : begin + found.end(1)]


def article_words(paper: Paper, number: int) -> str | None:
    """What an article of a paper says, without its clauses; None where there is none."""
    for block in paper.blocks():
        if isinstance(block, Para) and block.ref == f"dieu_{number}":
            return block.words
    return None
