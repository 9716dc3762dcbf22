"""Papers that a text cites by number and day: `Quyết định số 2068/QĐ-UBND ngày 12/12/2023`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from quyet.core.checks.paper import printed
from quyet.core.checks.spans import span_of
from quyet.core.checks.written_days import written_days
from quyet.core.decisions.model import Basis, Reading
from quyet.core.values.late import late
from quyet.core.values.stated import Span

_NUMBER_BEFORE = late(
    r"(?<![\d/])\d{1,6}(?:/(?:19|20)\d\d)?/[A-ZĐ][\wĐ]*(?:-[\wĐ]+)*(?=[\s*_|,]{1,8}(?:ngày[\s*_|]{1,8})?$)"
)
_REACH = 48
_BESIDE = 24
_YEAR = late(r"\d+\s*/\s*((?:19|20)\d\d)\s*/")


@dataclass(frozen=True, slots=True)
class Citation:
    """A number and a day that stand together. `span` are their words; `basis` where it is one of the căn cứ."""

    number: str
    day: date
    span: Span
    basis: Basis | None = None

    @property
    def year_in_number(self) -> int | None:
        """18/2022/QĐ-UBND → 2022."""
        found = _YEAR.match(self.number)
        return int(found[1]) if found else None


def cited_in_bases(reading: Reading) -> Iterator[Citation]:
    """The căn cứ that have number and day side by side."""
    for basis in reading.document.bases:
        day, number = printed(basis.date), span_of(basis.number)
        if day and number and basis.number and 0 <= day.span[0] - number[1] <= _BESIDE:
            yield Citation(str(basis.number), day, (number[0], day.span[1]), basis)


def own_citation(reading: Reading) -> Citation | None:
    """The paper's own number and day, as others will cite it."""
    day, number = printed(reading.document.date), span_of(reading.document.number)
    return Citation(str(reading.document.number), day, number) if day and number else None


def cited(reading: Reading) -> list[Citation]:
    """All citations: the căn cứ, and those elsewhere in the text."""
    bases = list(cited_in_bases(reading))
    starts, ends = {each.span[0] for each in bases}, {each.span[1] for each in bases}
    others = [each for each in _in_text(reading.text) if each.span[0] not in starts and each.span[1] not in ends]
    return bases + others


@lru_cache(maxsize=1)
def _in_text(text: str) -> tuple[Citation, ...]:
    found = (
        (_NUMBER_BEFORE.search(text, max(0, day.span[0] - _REACH), day.span[0]), day) for day in written_days(text)
    )
    return tuple(
        Citation(number[0], known, (number.start(), day.span[1]))
        for number, day in found
        if number and (known := day.known())
    )
