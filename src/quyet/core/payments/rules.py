"""Why a move may not be made with a request, and where it leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from quyet.core.approval.model import Actor, Obstacle
from quyet.core.approval.rules import ROLE_NAMES
from quyet.core.payments.model import Act, Standing, State, Told
from quyet.core.payments.table import Hand, Move

STATE_NAMES: Mapping[State, tuple[str, str]] = {
    "new": ("chưa lập", "not made yet"),
    "requested": ("chờ kế toán kiểm soát", "waiting for the accountant"),
    "checked": ("đã kiểm soát, chờ duyệt chi", "checked, waiting for approval"),
    "approved": ("đã duyệt chi", "approved"),
    "sent": ("đã gửi kho bạc", "sent to the treasury"),
    "paid": ("đã thực hiện", "done"),
    "refused": ("kho bạc từ chối", "refused by the treasury"),
    "returned": ("đã trả lại", "returned"),
    "withdrawn": ("đã thôi đề nghị", "withdrawn"),
}
_HANDS: Mapping[Hand, tuple[str, str]] = {
    "asker": ("đề nghị", "asked for"),
    "checker": ("kiểm soát", "checked"),
    "approver": ("duyệt chi", "approved"),
    "confirmer": ("ghi kết quả của kho bạc", "entered the treasury's answer to"),
}


def obstacles(move: Move, actor: Actor, standing: Standing, told: Sequence[Told] = ()) -> list[Obstacle]:
    """Everything that stands against a move; none where it may be made. A role or a state that does not fit is said
    alone."""
    first = list(_not_here(move, actor, standing))
    return first or [*_own_work(move, actor, standing), *_stops(move, told)]


def _not_here(move: Move, actor: Actor, standing: Standing) -> Iterator[Obstacle]:
    if not move.by & set(actor.roles):
        who, who_en = (", ".join(sorted(ROLE_NAMES[role][language] for role in move.by)) for language in (0, 1))
        yield Obstacle("role", f"«{move.vi}» là việc của {who}.", f"“{move.en}” is for {who_en}.")
    if standing.state not in move.leads:
        vi, en = STATE_NAMES[standing.state]
        yield Obstacle(
            "state", f"Đề nghị này {vi}, không «{move.vi}» được.", f"The request is {en}: “{move.en}” has no place now."
        )


def _own_work(move: Move, actor: Actor, standing: Standing) -> Iterator[Obstacle]:
    had = _had(standing)
    for hand in sorted(move.apart):
        if actor.person in had[hand]:
            vi, en = _HANDS[hand]
            yield Obstacle(
                "own_work",
                f"Người đã {vi} không được «{move.vi}» cho cùng một khoản; cần một người khác.",
                f"Whoever {en} it may not do “{move.en}”; another person is needed.",
            )


def _had(standing: Standing) -> Mapping[Hand, frozenset[int]]:
    return {
        "asker": standing.askers,
        "checker": standing.checkers,
        "approver": standing.approvers,
        "confirmer": standing.confirmers,
    }


def _stops(move: Move, told: Sequence[Told]) -> Iterator[Obstacle]:
    for each in told if move.is_told else ():
        if each.stops:
            yield Obstacle(each.rule, each.message, each.message_en)


def after(standing: Standing, move: Move, act: Act) -> Standing:
    """Where a request stands after a move. Asks nothing: see `obstacles`."""
    made = replace(standing, state=move.leads[standing.state])
    who = frozenset({act.person})
    if move.hand == "asker":
        return replace(made, askers=made.askers | who, round=made.round + 1)
    if move.hand == "checker":
        return replace(made, checkers=made.checkers | who)
    if move.hand == "approver":
        return replace(made, approvers=made.approvers | who)
    if move.hand == "confirmer":
        return replace(made, confirmers=made.confirmers | who)
    return made


def replay(acts: Iterable[Act], moves: Mapping[str, Move]) -> Standing:
    """Where a request stands after all that was done with it. KeyError for a move that its table or its state forbids:
    then what is kept was not written by the table."""
    standing = Standing()
    for act in acts:
        standing = after(standing, moves[act.move], act)
    return standing
