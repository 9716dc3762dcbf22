"""How findings say amounts, numbers, days and lists: as an office writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from quyet.core.values.amounts import dotted


def dong(amount: int) -> str:
    """185000000 → `185.000.000 đồng`."""
    return f"{dotted(amount)} đồng"


def number(value: Decimal | int) -> str:
    """1760 → `1.760`; 1.5 → `1,5`."""
    whole, _, rest = f"{Decimal(value):f}".partition(".")
    grouped = dotted(int(whole))
    rest = rest.rstrip("0")
    return f"{grouped},{rest}" if rest else grouped


def day(value: date) -> str:
    """→ `05/02/2024`."""
    return f"{value.day:02}/{value.month:02}/{value.year}"


def listing(names: Sequence[str]) -> str:
    """→ `a, b và c`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} và {names[-1]}"


def quote(words: str, longest: int = 60) -> str:
    """The words between « », cut at a word where they are long."""
    words = " ".join(words.split())
    if len(words) > longest:
        words = words[:longest].rsplit(" ", 1)[0].rstrip(" ,;:-") + "…"
    return f"«{words}»"
