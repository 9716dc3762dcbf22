"""How patterns are written: a space stands for a run of white space, also over a line end."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quyet.core.values.late import late

_WIDEST = 60
"""White space between two words: a line end and the margin of the next line, or the gap of a typed column."""


def phrase(pattern: str) -> re.Pattern[str]:
    """A pattern of folded words: `phrase("số lượng|quy mô")` also finds the words over a line end; a dot is any
    character. It is compiled when it is first used. Runs of white space are bounded, or a line of a million spaces
    would cost a million times a million steps."""
    bounded = pattern.replace(r"\s*", rf"\s{{0,{_WIDEST}}}").replace(r"\s+", rf"\s{{1,{_WIDEST}}}")
    return late(bounded.replace(" ", rf"\s{{1,{_WIDEST}}}"), re.S)


def any_of(words: Iterable[str]) -> str:
    """Alternatives, the longest first, so that «phó giám đốc» is not read as «phó»."""
    return "|".join(sorted(words, key=len, reverse=True))
