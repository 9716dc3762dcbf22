"""How patterns are written: a space stands for any run of white space, also over a line end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast


class _Late:
    """A pattern that is compiled when it is first used: a start pays only for what its paper needs."""

    def __init__(self, written: str) -> None:
        self._written = written

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._written, re.S)
        for method in ("match", "search", "fullmatch", "finditer", "sub", "pattern"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def phrase(pattern: str) -> re.Pattern[str]:
    """A pattern of folded words: `phrase("số lượng|quy mô")` also finds the words over a line end; a dot is any
    character."""
    return cast("re.Pattern[str]", _Late(pattern.replace(" ", r"\s+")))


def any_of(words: Iterable[str]) -> str:
    """Alternatives, the longest first, so that «phó giám đốc» is not read as «phó»."""
    return "|".join(sorted(words, key=len, reverse=True))
