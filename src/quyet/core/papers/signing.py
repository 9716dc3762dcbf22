"""The signature block of whoever signs: of right, for the head (KT.), by a delegation (TUQ.)."""

from __future__ import annotations

from quyet.core.decisions.model import Signature

_DEPUTY = "PHÓ "


def signature_of(stated: Signature | None, capacity: str, position: str, head: str, name: str) -> Signature:
    """The block of a paper. `stated`: what the draft has, of which a body's TM. stays; `position`: the signatory's;
    `head`: the position of the head of the body, for a deputy or a delegate. NĐ 30/2020, Phụ lục I, mục II khoản 7.

    >>> signature_of(None, "KT", "Phó Giám đốc", "Giám đốc", "Triệu Thị Em")
    Signature(authority='KT. GIÁM ĐỐC', position='PHÓ GIÁM ĐỐC', name='Triệu Thị Em')
    """
    said = position.upper()
    for_body = [part.strip() for part in (stated.authority or "").split(";")] if stated else []
    above = [part for part in for_body if part.startswith("TM.")]
    if capacity:
        above.append(f"{capacity}. {head.upper() or said.removeprefix(_DEPUTY)}")
    if not said and stated is not None:
        said = (stated.position or "").upper()
    return Signature("; ".join(above) or None, said or None, name)
