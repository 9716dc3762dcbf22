"""The kinds of requests and the moves that each goes through: who may make them, from where to where, apart from whom,
and what they post.

These tables are the whole of the road; pages, actions and tests read them and know no move beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from quyet.core.approval.model import Role
from quyet.core.payments.model import State

Hand = Literal["asker", "checker", "approver", "confirmer"]
"""What a person is in a request; nobody is two of the first three."""

Posts = Literal["hold", "give_back", "confirm", "take_back"]
"""hold the money; give back what is held; the entries of the kind; those entries reversed."""

Road = Literal["treasury", "house"]


@dataclass(frozen=True, slots=True)
class RequestKind:
    """One kind. `holds`: the entry that takes its money from the check on, None where it asks for no money that was not
    out already; `posts`: the entry when it is confirmed. `of`: the kinds of which it settles one, none where it stands
    alone; `draws`: it lessens what is open of that one. `wants_papers`: acceptance and invoice are asked for."""

    name: str
    vi: str
    en: str
    road: Road
    holds: str | None
    posts: str
    of: frozenset[str] = frozenset()
    draws: bool = True
    on_contract: bool = True
    wants_papers: bool = False


def _kind(
    name: str, vi: str, en: str, posts: str, of: str = "", road: Road = "treasury", **more: object
) -> RequestKind:
    return RequestKind(name, vi, en, road, None if of else "request", posts, frozenset(of.split()), **more)  # type: ignore[arg-type]


_KINDS = (
    _kind("payment", "Thanh toán", "Payment", "pay", wants_papers=True),
    _kind("advance", "Tạm ứng kho bạc", "Treasury advance", "advance"),
    _kind("clearing", "Thanh toán tạm ứng", "Clearing of an advance", "clear", "advance", wants_papers=True),
    _kind("refund", "Nộp trả khoản đã chi", "Refund of a payment", "refund", "payment clearing"),
    _kind("refund_advance", "Nộp trả tạm ứng", "Refund of an advance", "refund_advance", "advance"),
    _kind(
        "staff_advance", "Tạm ứng cho cá nhân", "Advance to a person", "staff_advance", "advance", "house",
        draws=False, on_contract=False,
    ),
    _kind(
        "staff_clearing", "Thanh toán tạm ứng cá nhân", "Clearing by a person", "staff_clear", "staff_advance", "house",
        on_contract=False,
    ),
)  # fmt: skip

KINDS: Mapping[str, RequestKind] = MappingProxyType({kind.name: kind for kind in _KINDS})


@dataclass(frozen=True, slots=True)
class Move:
    """One act. `leads`: state → state; a state that is missing forbids the move. `hand`: what whoever makes it becomes;
    `apart`: hands that they must not have had. `is_told`: what stops a request stops this move."""

    name: str
    by: frozenset[Role]
    leads: Mapping[State, State]
    vi: str
    en: str
    hand: Hand | None = None
    apart: frozenset[Hand] = frozenset()
    posts: Posts | None = None
    is_told: bool = False
    asks_reason: bool = False
    asks_number: bool = False
    """The day and the number that the treasury gave, or of the body's own cash voucher."""

    @property
    def act(self) -> str:
        """What the journal calls it."""
        return f"payment_{self.name}"


def _move(name: str, vi: str, en: str, by: str, leads: str, apart: str = "", **more: object) -> Move:
    """`leads`: `from>to from>to`."""
    pairs = dict(each.split(">") for each in leads.split())
    roles, hands = frozenset(by.split()), frozenset(apart.split())
    return Move(name, roles, MappingProxyType(pairs), vi, en, apart=hands, **more)  # type: ignore[arg-type]


_SHARED = (
    _move(
        "request", "Đề nghị", "Request", "officer", "new>requested returned>requested refused>requested",
        "checker approver", hand="asker", is_told=True,
    ),
    _move(
        "check", "Kiểm soát, giữ tiền", "Check, hold the money", "accountant", "requested>checked",
        "asker approver", hand="checker", posts="hold", is_told=True,
    ),
    _move(
        "approve", "Duyệt chi", "Approve", "director", "checked>approved", "asker checker", hand="approver",
        is_told=True,
    ),
    _move(
        "return", "Trả lại", "Return", "accountant director",
        "requested>returned checked>returned approved>returned", posts="give_back", asks_reason=True,
    ),
    _move(
        "withdraw", "Thôi đề nghị", "Withdraw", "officer",
        "requested>withdrawn returned>withdrawn refused>withdrawn", asks_reason=True,
    ),
)  # fmt: skip

_TREASURY = (
    *_SHARED,
    _move("send", "Gửi kho bạc", "Send to the treasury", "accountant", "approved>sent"),
    _move(
        "confirm", "Kho bạc đã thực hiện", "Done by the treasury", "accountant", "sent>paid",
        "asker", hand="confirmer", posts="confirm", asks_number=True,
    ),
    _move(
        "refuse", "Kho bạc từ chối", "Refused by the treasury", "accountant", "sent>refused",
        posts="give_back", asks_reason=True,
    ),
    _move(
        "correct", "Đảo ghi sổ nhập nhầm", "Take a wrong entry back", "director", "paid>sent",
        "confirmer", posts="take_back", asks_reason=True,
    ),
)  # fmt: skip

_HOUSE = (
    *_SHARED,
    _move(
        "confirm", "Đã chi quỹ, đã thu chứng từ", "Paid out, or settled, at the desk", "accountant", "approved>paid",
        "asker", hand="confirmer", posts="confirm", asks_number=True,
    ),
    _move(
        "correct", "Đảo ghi sổ nhập nhầm", "Take a wrong entry back", "director", "paid>approved",
        "confirmer", posts="take_back", asks_reason=True,
    ),
)  # fmt: skip

ROADS: Mapping[Road, Mapping[str, Move]] = MappingProxyType({
    "treasury": MappingProxyType({move.name: move for move in _TREASURY}),
    "house": MappingProxyType({move.name: move for move in _HOUSE}),
})  # fmt: skip
"""By who pays: the State Treasury, or the body a person of its own."""


def moves_of(kind: str) -> Mapping[str, Move]:
    """The moves of a kind's road, by name. KeyError for a kind that does not exist."""
    return ROADS[KINDS[kind].road]
