"""The kinds of entries, each with what one đồng of it moves.

`taken` is what the guard holds under the ceiling: commitments not released, and money held or out that draws on no
commitment, less refunds. A payment on a contract moves within its commitment and does not take twice; a refund on a
contract releases as much of the commitment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

Moves = Mapping[str, int]
"""Column → −1, 0 or +1: what one đồng moves. A column that is missing stays."""


@dataclass(frozen=True, slots=True)
class EntryKind:
    """One kind. `direct`: what it moves on a line where it draws on no commitment, None where it always draws on one;
    `drawn`: on a line where it draws on a contract; `contract`: on the contract's own share of that line."""

    name: str
    vi: str
    en: str
    direct: Moves | None
    drawn: Moves | None
    contract: Moves | None


def _moves(**columns: int) -> Moves:
    return MappingProxyType(columns)


def _same(name: str, vi: str, en: str, **columns: int) -> EntryKind:
    """A kind that moves the same wherever the money comes from."""
    moves = _moves(**columns)
    return EntryKind(name, vi, en, moves, moves, moves)


_EVERY = (
    EntryKind(
        "commit", "Cam kết theo hợp đồng", "Commitment",
        None, _moves(taken=1, committed=1), _moves(committed=1),
    ),
    EntryKind(
        "release", "Hủy phần còn lại của cam kết", "Release",
        None, _moves(taken=-1, committed=-1), _moves(committed=-1),
    ),
    EntryKind(
        "request", "Giữ tiền cho đề nghị thanh toán", "Money held for a request",
        _moves(taken=1, held=1), _moves(held=1), _moves(held=1),
    ),
    _same("pay", "Thực chi", "Payment", held=-1, used=1),
    _same("advance", "Tạm ứng kho bạc", "Treasury advance", held=-1, advanced=1),
    _same("clear", "Thanh toán tạm ứng", "Clearing of an advance", advanced=-1, used=1),
    EntryKind(
        "refund", "Nộp trả khoản đã chi", "Refund of a payment",
        _moves(taken=-1, used=-1), _moves(taken=-1, committed=-1, used=-1), _moves(committed=-1, used=-1),
    ),
    EntryKind(
        "refund_advance", "Nộp trả tạm ứng", "Refund of an advance",
        _moves(taken=-1, advanced=-1), _moves(taken=-1, committed=-1, advanced=-1), _moves(committed=-1, advanced=-1),
    ),
    EntryKind("staff_advance", "Tạm ứng cho cá nhân", "Advance to a person", _moves(staff=1), None, None),
    EntryKind("staff_clear", "Thanh toán tạm ứng cá nhân", "Clearing by a person", _moves(staff=-1), None, None),
    EntryKind("carry", "Chuyển nguồn sang năm sau", "Carry-over", _moves(ceiling=-1), None, None),
    EntryKind("cancel", "Hủy dự toán", "Cancellation", _moves(ceiling=-1), None, None),
)  # fmt: skip

KINDS: Mapping[str, EntryKind] = MappingProxyType({kind.name: kind for kind in _EVERY})
"""By name. A reversal is no kind of its own here: it moves what it reverses, the other way."""


def moves_of(kind: str, drawn: bool, reversed_: bool = False) -> Moves:
    """What one đồng of a kind moves on a line. ValueError where the kind does not exist in that way: a commitment
    without a contract, an advance to a person on one."""
    found = KINDS[kind].drawn if drawn else KINDS[kind].direct
    if found is None:
        raise ValueError(f"{kind}: {'never' if drawn else 'always'} on a contract")
    return _turned(found) if reversed_ else found


def contract_moves_of(kind: str, reversed_: bool = False) -> Moves:
    """What one đồng of a kind moves on a contract's share of a line. ValueError where it moves none."""
    found = KINDS[kind].contract
    if found is None:
        raise ValueError(f"{kind}: moves nothing on a contract")
    return _turned(found) if reversed_ else found


def _turned(moves: Moves) -> Moves:
    return MappingProxyType({column: -by for column, by in moves.items()})
