"""References of a paper (`dieu_1/khoan_2/diem_a`) ⇄ element identifiers of Akoma Ntoso (`art_1__para_2__point_a`).

One to one: whoever has an eId of a published XML has the node of the decision, and the other way round. The words of
an eId are the abbreviations of the Akoma Ntoso Naming Convention; an inner stop becomes a hyphen there, as it asks.
"""

from __future__ import annotations

import re

from quyet.core.values.folding import squeeze

_NAMES = (
    ("phu_luc", "att", "attachment"),
    ("dieu", "art", "article"),
    ("muc", "sec", "section"),
    ("phan", "part", "part"),
    ("khoan", "para", "paragraph"),
    ("diem", "point", "point"),
    ("gach", "indent", "indent"),
    ("cong", "level", "level"),  # Akoma Ntoso has no word for what stands below an indent
)
"""Part of a reference, word of an eId, element of the XML."""

_TO_EID = {ours: theirs for ours, theirs, _ in _NAMES}
_TO_REF = {theirs: ours for ours, theirs, _ in _NAMES}
_ELEMENTS = {ours: element for ours, _, element in _NAMES}
_REF_PART = re.compile(rf"({'|'.join(_TO_EID)})_([^\W_]+(?:\.[^\W_]+)*)")
_EID_PART = re.compile(rf"({'|'.join(_TO_REF)})_([^\W_]+(?:-[^\W_]+)*)")


def eid_of(ref: str) -> str:
    """The eId of a reference. ValueError, one line in Vietnamese, where it is none.

    >>> eid_of("phu_luc_1/dieu_2/khoan_2.1/diem_đ")
    'att_1__art_2__para_2-1__point_đ'
    """
    return "__".join(f"{_TO_EID[name]}_{number.replace('.', '-')}" for name, number in _parts(ref))


def ref_of(eid: str) -> str:
    """The reference of an eId; the inverse of `eid_of`. ValueError where the eId belongs to no node of a decision.

    >>> ref_of("art_1__para_2__point_a")
    'dieu_1/khoan_2/diem_a'
    """
    found = [_EID_PART.fullmatch(part) for part in eid.split("__")]
    if None in found:
        raise ValueError(f"eId “{squeeze(eid)}” không phải của điều, khoản, điểm hay phụ lục nào.")
    return "/".join(f"{_TO_REF[part[1]]}_{part[2].replace('-', '.')}" for part in found if part)


def element_of(ref: str) -> str:
    """The Akoma Ntoso element of the node that a reference names: `paragraph` for a khoản."""
    return _ELEMENTS[_parts(ref)[-1][0]]


def _parts(ref: str) -> list[tuple[str, str]]:
    found = [_REF_PART.fullmatch(part) for part in ref.split("/")]
    if None in found:
        raise ValueError(f"Tham chiếu “{squeeze(ref)}” không đúng dạng dieu_1/khoan_2/diem_a.")
    return [(part[1], part[2]) for part in found if part]
