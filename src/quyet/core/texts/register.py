"""Look-up in the register: `NĐ 30/2020/NĐ-CP`, `Nghị định số 30/2020/NĐ-CP` and `30/2020/nd-cp` are one text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from unicodedata import normalize

from quyet.core.texts.model import LegalText
from quyet.core.values.folding import bare, squeeze
from quyet.core.values.late import late

LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
"""Kinds that papers cite by name and day, without a number."""

_NUMBER = late(
    r"(?<!\d)(?P<number>\d{1,6})\s?(?:(?P<sep>[/:])\s?(?P<year>(?:19|20)\d\d)\s?)?/\s?"
    r"(?P<symbol>[a-z][a-z\d]*(?:\s?-\s?[a-z]+)*)"
)


def number_key(written: str) -> str | None:
    """A number as the register files it: without kind, diacritics, spaces and leading zeros; None where there is none.

    >>> number_key("Nghị định số 08/2022/NĐ-CP"), number_key("QĐ 889 / QĐ-TTg")
    ('8/2022/nd-cp', '889/qd-ttg')
    """
    found = _NUMBER.search(bare(normalize("NFC", written)))
    if found is None:
        return None
    year = f"{found['sep']}{found['year']}" if found["year"] else ""
    return f"{int(found['number'])}{year}/{''.join(found['symbol'].split())}"


class Register:
    """Legal texts by number, each with its key: to make 100 keys takes longer than to read a paper's bases."""

    def __init__(self, keyed: Iterable[tuple[str, LegalText]]) -> None:
        self._by_key: dict[str, list[LegalText]] = {}
        for key, text in keyed:
            self._by_key.setdefault(key, []).append(text)

    @property
    def texts(self) -> list[LegalText]:
        """All of them."""
        return [text for texts in self._by_key.values() for text in texts]

    def find(self, cited: str, issuer: str | None = None, day: date | None = None) -> LegalText | None:
        """The text of that number. A province's is found only with its issuer; of a number without a year another
        day means another text."""
        for text in self._by_key.get(number_key(cited) or "", ()):
            if text.place and bare(text.place) not in bare(issuer or ""):
                continue
            if not day or day == text.issued or _has_year(text.number):
                return text
        return None

    def law(self, title: str, day: date) -> LegalText | None:
        """The law of that name and day of issue."""
        return self._laws.get((_name(title), day))

    def replaced_on(self, text: LegalText) -> date | None:
        """The first day on which anybody could know what replaces it; None where that day was not seen."""
        successors = [self.find(number, text.place) for number in text.replaced_by]
        return min((each.issued for each in successors if each and each.issued), default=None)

    @cached_property
    def _laws(self) -> dict[tuple[str, date], LegalText]:
        laws = (text for text in self.texts if text.kind in LAWS)
        return {(_name(text.title), text.issued): text for text in laws if text.title and text.issued}


def _has_year(number: str) -> bool:
    return number.count("/") > 1 or ":" in number


def _name(title: str) -> str:
    return bare(squeeze(normalize("NFC", title)))
