"""What a code must look like: TT 324/2016 and TT 130/2025, Điều 2 to Điều 4, say it alike."""

from __future__ import annotations

from collections.abc import Sequence

from quyet.core.codes.model import SEGMENTS, Level, Segment

LENGTHS: dict[Segment, int] = {"chapter": 3, "kind": 3, "sub_kind": 3, "item": 4, "sub_item": 4}

TEMPORARY = "0099"
"""Up to here stand the mục of money taken in or spent for the time being (0051 tạm ứng); they are no even tens."""


def misshapen(segment: Segment, code: str, levels: Sequence[Level]) -> str | None:
    """Why no code of that segment looks so, as a Vietnamese sentence; None where it may be one."""
    name, length = SEGMENTS[segment][0].capitalize(), LENGTHS[segment]
    if not (code.isascii() and code.isdigit() and len(code) == length):
        return f"{name} có {length} chữ số."
    if segment == "chapter":
        return None if any(level.low <= code <= level.high for level in levels) else _outside(levels)
    tens = code.endswith("0")
    if segment == "kind" or (segment == "item" and code > TEMPORARY):
        return None if tens else f"{name} là số chẵn chục."
    if segment == "item":
        return None
    return f"{name} có hàng đơn vị từ 1 đến 9." if tens else None


def _outside(levels: Sequence[Level]) -> str:
    told = "; ".join(f"{level.name_vi} {level.low}–{level.high}" for level in levels)
    return f"Chương nằm trong: {told}."
