"""What somebody types into the search box: words with or without diacritics, numbers of papers, days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from django.db.models import Q

from quyet.core.values.days import DAY, day_of
from quyet.core.values.folding import bare, fold, squeeze

LONGEST = 200
MOST_WORDS = 8
_NUMBER = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: every word and every day must be found. `text` is what was typed."""

    text: str
    words: tuple[str, ...]
    days: tuple[date, ...]

    def __bool__(self) -> bool:
        return bool(self.words or self.days)


def asked(text: str) -> Asked:
    """Days are taken out (11/3/2024, ngày 11 tháng 3 năm 2024); the rest is words, folded as `searched` is.

    >>> asked("Lạng Sơn 11/3/2024").words
    ('lang', 'son')
    """
    typed = squeeze(normalize("NFC", text))[:LONGEST]
    folded = fold(typed)
    days = tuple(filter(None, (day_of(found) for found in DAY.finditer(folded))))
    rest = bare(DAY.sub(" ", folded)) if days else bare(folded)
    return Asked(typed, tuple(rest.split()[:MOST_WORDS]), days)


def entries_with(look: Asked) -> Q:
    """Lines of the register."""
    found = Q()
    for word in look.words:
        of_number = Q(number=int(word)) | Q(year=int(word)) if _NUMBER.fullmatch(word) else Q()
        found &= of_number | _said(word)
    for day in look.days:
        found &= Q(day=day) | Q(arrived=day)
    return found


def programmes_with(look: Asked) -> Q:
    """Programmes, by what they are called, and by number and day where they are in the register."""
    found = Q()
    for word in look.words:
        of_year = Q(year=int(word)) if _NUMBER.fullmatch(word) else Q()
        found &= of_year | _said(word)
    return found if not look.days else Q(pk__in=())


def _said(word: str) -> Q:
    """A word anywhere, also inside a longer one; a number only whole: 135 is not found in 1352, nor 35/QĐ in 135/QĐ."""
    if not word[:1].isdigit():
        return Q(searched__contains=word)
    after = "([^0-9]|$)" if word[-1:].isdigit() else ""
    whole = Q(searched__regex=f"(^|[^0-9]){re.escape(word)}{after}")
    return Q(searched__contains=word) & whole  # the first is quick, and leaves the second little to look at
