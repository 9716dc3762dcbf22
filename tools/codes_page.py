"""docs/codes.md: the budget codes of every edition, each row with its mark."""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.codes.model import SEGMENTS, Code, Edition
from quyet.files.facts.codes import load_codes

_HEAD = """# Mục lục ngân sách nhà nước / Budget codes

What `quyet codes` knows. A code is always looked up in the edition of its budget year: what was approved under one
edition keeps its codes. **[S]** the name was read in the circular, **[M]** it is from memory, said to be the same as
later, and not compared. No edition is whole here: a code that is missing is *not known*, and a warning; only a code
that is marked **new** is known not to exist in the years before, and is an error there.

The shape of a code: a chapter (chương) has three digits in the range of its level; loại and mục are even tens, khoản
and tiểu mục end in 1–9 behind theirs; the last tiểu mục that ends in 9 in the range of a mục is its «khác» (Điều 2 to
4 of both circulars)."""


def codes_markdown() -> str:
    """The whole page, the latest edition first."""
    return (
        "\n\n".join([_HEAD, *(part for edition in reversed(load_codes().editions) for part in _edition(edition))])
        + "\n"
    )


def _edition(edition: Edition) -> Iterator[str]:
    last = edition.last_year or "…"
    yield f"## {edition.text}: {edition.first_year}–{last}"
    yield f"Nguồn / source: {edition.source}."
    levels = "; ".join(f"{level.name_vi} / {level.name_en} {level.low}–{level.high}" for level in edition.levels)
    yield f"Chương theo cấp / levels of chapters: {levels}."
    for upper, lower in (("chapter", None), ("kind", "sub_kind"), ("item", "sub_item")):
        names = [SEGMENTS[each] for each in (upper, lower) if each]  # type: ignore[index]  # Literal's own
        title_vi, title_en = (", ".join(each[place] for each in names) for place in (0, 1))
        rows = [_row(code) for code in edition.codes if code.segment in (upper, lower)]
        yield f"### {title_vi.capitalize()} / {title_en}"
        yield "\n".join(["| mã | tên | |", "|---|---|---|", *rows])


def _row(code: Code) -> str:
    marks = f"[{code.mark}]" + (" **new**" if code.new else "")
    name = f"{code.name} ({code.note})" if code.note else code.name
    if code.segment in ("kind", "item"):
        return f"| **{code.code}** | **{name}** | {marks} |"
    return f"| {code.code} | {name} | {marks} |"
