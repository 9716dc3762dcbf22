"""What the heading of a column names. The same few names head every table of a paper, and are asked after often."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from quyet.core.decisions.grammar import headings


@lru_cache(maxsize=1024)
def columns_named(name: str) -> tuple[str, ...]:
    """What a column under this name (folded) may hold, the likeliest first; nothing where it is no name of a column."""
    bare = name.strip(" .:")
    return tuple(key for key, words in headings.COLUMNS if words.match(bare))


def are_headings(names: Iterable[str]) -> bool:
    """Whether these cells (folded) head a table: two kinds of columns, the contents among them, or more kinds."""
    known = {key for name in names for key in columns_named(name)}
    return len(known) >= (2 if "content" in known else 3)


def code_named(name: str) -> str | None:
    """Which budget code a column under this name (folded) holds."""
    bare = name.strip(" .:")
    return next((key for key, words in headings.CODE_COLUMNS if words.match(bare)), None)
