"""Values that a text states, each with the words that state it.

A `Words` is a `str`, a `Dong` an `int`, a `Number` a `Decimal`, a `Day` a `date`: code that only wants the value uses
it as such, and code that wants the evidence reads `.span`. The same model then also holds values that come from no
text (a programme typed in by hand): those are plain `str`, `int`, `Decimal`, `date`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

Span = tuple[int, int]
"""Where words stand: `[start, end)` in code points of `Reading.text`."""


class Words(str):
    """A string that the text states, white space and markup folded away."""

    __slots__ = ("span",)
    span: Span

    def __new__(cls, value: str, span: Span) -> Words:
        self = super().__new__(cls, value)
        self.span = span
        return self


class Dong(int):
    """An amount of money in whole đồng that the text states."""

    span: Span

    def __new__(cls, value: int, span: Span) -> Dong:
        self = super().__new__(cls, value)
        self.span = span
        return self


class Number(Decimal):
    """A number without a currency that the text states: a quantity in a table."""

    span: Span

    def __new__(cls, value: Decimal | int | str, span: Span) -> Number:
        self = super().__new__(cls, value)
        self.span = span
        return self


class Day(date):
    """A calendar day that the text states."""

    span: Span

    @classmethod
    def said(cls, value: date, span: Span) -> Day:
        self = cls(value.year, value.month, value.day)
        self.span = span
        return self


Stated = (Words, Dong, Number, Day)
"""The classes whose instances carry a span."""
