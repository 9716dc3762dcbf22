"""References of the articles that a draft brings along: each names one node of the paper, `dieu_1/khoan_2/diem_a`.

Who writes articles by hand gives labels, and the references follow from them. A number that stands twice, as real
papers have it, names its first node; the second keeps its words and gets no reference, which is "".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count

from quyet.core.decisions.model import Article, Document

_FORMS = (
    ("dieu", re.compile(r"(?:Điều\s+)(\d+[a-zđ]?)")),
    ("khoan", re.compile(r"(\d+(?:\.\d+)*)")),
    ("muc", re.compile(r"([IVXL]+)")),
    ("phan", re.compile(r"([A-ZĐ])")),
    ("diem", re.compile(r"([a-zđ]{1,2})")),
)
"""Part of a reference, and the labels that it is for; the first that fits counts, so `I` is a number and no letter."""

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def name_articles(document: Document) -> None:
    """Give every article and attached text the reference that is its own."""
    taken = {attachment.ref for attachment in document.attachments}
    _name(document.articles, "", taken)
    seen: set[str] = set()
    for attachment in document.attachments:
        if not attachment.ref or attachment.ref in seen:
            attachment.ref = next(ref for ref in map("phu_luc_{}".format, count(1)) if ref not in taken | seen)
        seen.add(attachment.ref)
        _name(attachment.articles, f"{attachment.ref}/", taken)


def _name(articles: Sequence[Article], parent: str, taken: set[str]) -> None:
    for article in articles:
        ref = article.ref or _derived(article.label, parent)
        article.ref = "" if ref in taken else ref
        taken.add(ref)
        _name(article.children, f"{ref}/" if ref else "", taken)


def _derived(label: str, parent: str) -> str:
    """The reference that a label has below its parent; "" for a label that is no number of an article."""
    bare = label.strip(" .)")
    for name, form in _FORMS:
        if found := form.fullmatch(bare):
            number = str(_arabic(found[1])) if name == "muc" else found[1].lower()
            return f"{parent}{name}_{number}"
    return ""


def _arabic(roman: str) -> int:
    values = [_ROMAN[letter] for letter in roman]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
