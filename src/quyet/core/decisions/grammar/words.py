"""How patterns are written: a space stands for any run of white space, also over a line end."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quyet.core.values.late import late


def phrase(pattern: str) -> re.Pattern[str]:
    """A pattern of folded words: `phrase("số lượng|quy mô")` also finds the words over a line end; a dot is any
    character. It is compiled when it is first used."""
    return late(pattern.replace(" ", r"\s+"), re.S)


def any_of(words: Iterable[str]) -> str:
    """Alternatives, the longest first, so that «phó giám đốc» is not read as «phó»."""
    return "|".join(sorted(words, key=len, reverse=True))
