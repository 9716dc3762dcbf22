"""The signature block of whoever signs."""

from __future__ import annotations

import pytest

from quyet.core.decisions.model import Signature
from quyet.core.papers.signing import signature_of

OF_A_COMMITTEE = Signature("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", None)


@pytest.mark.parametrize(("stated", "capacity", "position", "head", "block"), [
    (None, "", "Giám đốc", "Giám đốc", (None, "GIÁM ĐỐC")),
    (None, "KT", "Phó Giám đốc", "Giám đốc", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
    (None, "KT", "Phó Chủ tịch", "", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),  # the head's own post is not filled
    (None, "TUQ", "Chánh Văn phòng", "Giám đốc", ("TUQ. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")),
    (OF_A_COMMITTEE, "", "Chủ tịch", "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    (OF_A_COMMITTEE, "KT", "Phó Chủ tịch", "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
    (Signature("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "ai đó"), "", "Giám đốc", "Giám đốc", (None, "GIÁM ĐỐC")),
    (OF_A_COMMITTEE, "", "", "", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),  # no position is on file: the draft's stays
])  # fmt: skip
def test_the_block(stated, capacity: str, position: str, head: str, block: tuple[str | None, str]) -> None:
    assert signature_of(stated, capacity, position, head, "Triệu Thị Em") == Signature(*block, "Triệu Thị Em")
