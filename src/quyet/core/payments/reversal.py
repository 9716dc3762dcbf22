"""What was entered of a contract by mistake, and why it may not be taken back: who entered it does not, and nothing is
taken back under money that was asked for or moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quyet.core.approval.model import Actor, Obstacle, Role
from quyet.core.approval.rules import ROLE_NAMES
from quyet.core.values.amounts import dotted

What = Literal["enter", "appendix", "release", "take_back"]
"""Acts on a contract: entered as signed, changed by an appendix, its rest released; one of these taken back."""

BY: frozenset[Role] = frozenset({"accountant", "director"})
"""Who takes back: whoever of these did not enter it."""

NAMES: Mapping[What, tuple[str, str]] = {
    "enter": ("Nhập hợp đồng", "Contract entered"),
    "appendix": ("Ghi phụ lục", "Appendix entered"),
    "release": ("Hủy phần còn lại", "Rest released"),
    "take_back": ("Đảo việc nhập nhầm", "Mistake taken back"),
}
UNDO: Mapping[What, tuple[str, str]] = {
    "enter": ("Hủy hợp đồng nhập nhầm", "Take back a contract entered by mistake"),
    "appendix": ("Hủy phụ lục nhập nhầm", "Take back an appendix entered by mistake"),
    "release": ("Đảo việc hủy phần còn lại", "Take back the release of the rest"),
    "take_back": ("Không đảo được", "Not to be taken back"),
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """An act on a contract as it stands now. `is_over`: it was taken back, or its whole contract was; `enterers`: who
    did what would be taken back; `left`: what a falling value would be, in đồng; `requests`: titles of those on the
    contract that were not withdrawn; `held`, `advanced`, `used`: of the contract, in đồng."""

    what: What
    number: str
    is_over: bool
    enterers: frozenset[int]
    left: int
    requests: Sequence[str]
    held: int
    advanced: int
    used: int


def obstacles(mistake: Mistake, actor: Actor) -> list[Obstacle]:
    """Everything that stands against taking it back but for balances, which the guard holds; none where it may be. A
    role or a state that does not fit is said alone."""
    first = [*_role(actor), *_state(mistake)]
    return first or [*_own_work(mistake, actor), *_money(mistake), *_value(mistake)]


def _role(actor: Actor) -> Iterator[Obstacle]:
    if not BY & set(actor.roles):
        who, who_en = (", ".join(sorted(ROLE_NAMES[role][language] for role in BY)) for language in (0, 1))
        yield Obstacle("role", f"Đảo việc nhập nhầm là việc của {who}.", f"Taking back is for {who_en}.")


def _state(mistake: Mistake) -> Iterator[Obstacle]:
    if mistake.what == "take_back":
        yield Obstacle(
            "state",
            "Bút toán đảo không đảo lại: ghi lại việc đúng.",
            "What takes back is not taken back: enter the right one anew.",
        )
    elif mistake.is_over:
        yield Obstacle(
            "state",
            f"Hợp đồng {mistake.number}: việc này đã đảo rồi.",
            f"Contract {mistake.number}: taken back already.",
        )


def _own_work(mistake: Mistake, actor: Actor) -> Iterator[Obstacle]:
    if actor.person in mistake.enterers:
        yield Obstacle(
            "own_work",
            "Người đã ghi không tự đảo việc của mình: nhờ thủ trưởng hoặc một kế toán khác.",
            "Whoever entered it does not take it back: ask the head of the body or another accountant.",
        )


def _money(mistake: Mistake) -> Iterator[Obstacle]:
    if mistake.what != "enter" or not (mistake.requests or mistake.held + mistake.advanced + mistake.used):
        return
    held, advanced, used = (dotted(each) for each in (mistake.held, mistake.advanced, mistake.used))
    titles = [title[:80] for title in mistake.requests[:3]]
    named, named_en = ("; ".join(around.format(each) for each in titles) or "–" for around in ("«{}»", "“{}”"))
    yield Obstacle(
        "money",
        f"Hợp đồng {mistake.number} có {len(mistake.requests)} đề nghị chi: {named}; đang giữ {held}, tạm ứng "
        f"{advanced}, đã chi {used} đồng. Chỉ hủy được hợp đồng chưa ai đề nghị tiền, hoặc mọi đề nghị đã thôi; phần "
        "không dùng nữa thì hủy phần còn lại.",
        f"Contract {mistake.number} has {len(mistake.requests)} requests: {named_en}; {held} held, {advanced} "
        f"advanced, {used} đồng used. It is taken back only where nobody asked for its money, or every request is "
        "withdrawn; for what is not needed, release the rest.",
    )


def _value(mistake: Mistake) -> Iterator[Obstacle]:
    if mistake.what != "appendix" or mistake.left > 0:
        return
    left = dotted(mistake.left)
    yield Obstacle(
        "value",
        f"Không có phụ lục này thì hợp đồng {mistake.number} còn {left} đồng: hủy phụ lục sau trước, hoặc hủy cả hợp "
        "đồng.",
        f"Without this appendix contract {mistake.number} would be of {left} đồng: take the later one back first, or "
        "the whole contract.",
    )
