"""The moves: who may make them, from where to where, apart from whom, and what must hold.

This table is the whole of the approval; pages, actions and tests read it and know no move beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from quyet.core.approval.model import Role, State, Step

Hand = Literal["drafter", "appraiser", "signer"]
"""What a person is in a programme; no two of the three in one programme."""

Need = Literal["no_errors", "warnings_answered", "allotment", "signatory", "signed_paper", "number", "facts_confirmed"]


@dataclass(frozen=True, slots=True)
class Move:
    """One act. `leads`: state → state; a state that is missing forbids the move. `hand`: what whoever makes it becomes;
    `apart`: hands that they must not have had. `appraises`: the desk whose word it is."""

    name: str
    by: frozenset[Role]
    leads: Mapping[State, State]
    vi: str
    en: str
    hand: Hand | None = None
    apart: frozenset[Hand] = frozenset()
    needs: tuple[Need, ...] = ()
    appraises: Step | None = None
    freezes: bool = False
    asks_reason: bool = False
    own_only: bool = False
    """Only for those who drafted."""


def _move(name: str, vi: str, en: str, by: str, leads: dict[State, State], **more: object) -> Move:
    roles: frozenset[Role] = frozenset(by.split())  # type: ignore[arg-type]
    return Move(name, roles, MappingProxyType(leads), vi, en, **more)  # type: ignore[arg-type]


_OTHERS_OF_DRAFTER: frozenset[Hand] = frozenset({"appraiser", "signer"})
_OTHERS_OF_APPRAISER: frozenset[Hand] = frozenset({"drafter", "signer"})
_OTHERS_OF_SIGNER: frozenset[Hand] = frozenset({"drafter", "appraiser"})

_ROAD = (
    _move("edit", "Soạn thảo", "Draft", "officer head", {"draft": "draft"}, hand="drafter", apart=_OTHERS_OF_DRAFTER),
    _move(
        "submit", "Trình", "Submit", "head", {"draft": "submitted"},
        hand="drafter", apart=_OTHERS_OF_DRAFTER, freezes=True,
        needs=("no_errors", "warnings_answered", "signatory"),
    ),
    _move(
        "appraise_money", "Thẩm định dự toán", "Appraise the money", "accountant", {"submitted": "submitted"},
        hand="appraiser", apart=_OTHERS_OF_APPRAISER, appraises="money", needs=("no_errors", "allotment"),
    ),
    _move(
        "appraise_form", "Thẩm định thể thức", "Appraise the form", "office", {"submitted": "submitted"},
        hand="appraiser", apart=_OTHERS_OF_APPRAISER, appraises="form", needs=("no_errors",),
    ),
    _move(
        "sign", "Ký", "Sign", "director", {"appraised": "signed"},
        hand="signer", apart=_OTHERS_OF_SIGNER, needs=("signatory", "signed_paper"),
    ),
    _move(
        "issue", "Ban hành", "Issue", "clerk", {"signed": "issued"},
        apart=frozenset({"signer"}), needs=("allotment", "number"), freezes=True,
    ),
    _move(
        "return", "Trả lại", "Return", "accountant office director clerk",
        {"submitted": "draft", "appraised": "draft", "signed": "draft"}, asks_reason=True,
    ),
    _move(
        "withdraw", "Rút lại", "Withdraw", "officer head", {"submitted": "draft", "appraised": "draft"},
        asks_reason=True, own_only=True,
    ),
)  # fmt: skip

MOVES: Mapping[str, Move] = MappingProxyType({move.name: move for move in _ROAD})
"""The road of a programme that is drafted here."""

_ENTRY = (
    _move(
        "edit", "Đọc và sửa", "Read and mend", "officer", {"draft": "draft"},
        hand="drafter", apart=_OTHERS_OF_DRAFTER,
    ),
    _move(
        "confirm", "Xác nhận từng dữ kiện", "Confirm each fact", "officer", {"draft": "confirmed"},
        hand="drafter", apart=_OTHERS_OF_DRAFTER, freezes=True, needs=("facts_confirmed",),
    ),
    _move(
        "accept", "Xác nhận toàn văn", "Confirm the whole", "head", {"confirmed": "accepted"},
        hand="appraiser", apart=_OTHERS_OF_APPRAISER,
    ),
    _move(
        "issue", "Vào sổ", "Register", "clerk", {"accepted": "issued"},
        apart=frozenset({"appraiser"}), needs=("number",), freezes=True,
    ),
    _move("return", "Trả lại", "Return", "head clerk", {"confirmed": "draft", "accepted": "draft"}, asks_reason=True),
    _move(
        "withdraw", "Rút lại", "Withdraw", "officer", {"confirmed": "draft", "accepted": "draft"},
        asks_reason=True, own_only=True,
    ),
)  # fmt: skip

ADOPTION: Mapping[str, Move] = MappingProxyType({move.name: move for move in _ENTRY})
"""The road of a decision that was issued elsewhere: its facts are confirmed by two persons."""

TABLES: Mapping[str, Mapping[str, Move]] = MappingProxyType({"drafted": MOVES, "adopted": ADOPTION})
"""By origin."""
