"""Requests for money that wait for a person: the next move on each is theirs, and they had no hand in it that forbids
it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from django.utils import timezone

from quyet.core.payments import Act, Move, moves_of, obstacles, replay
from quyet.core.payments.model import DEAD
from quyet.queries.people import Viewer
from quyet.store.models import PaymentAct, PaymentRequest

MOST = 50
"""So many are shown, the oldest first."""

_ONWARD = ("check", "approve", "send", "confirm", "request")
_STATES = {
    "accountant": ("requested", "approved", "sent"),
    "director": ("checked",),
    "officer": ("returned", "refused"),
}


@dataclass(frozen=True, slots=True)
class WaitingMoney:
    """A request, the move that takes it on, and since when it lies there. `returned`: why it came back."""

    request: PaymentRequest
    move: Move
    since: date
    returned: str = ""


def money_waiting(viewer: Viewer) -> list[WaitingMoney]:
    """What of the body's money waits for this person; one query, none for whom no money waits ever."""
    states = [state for role, found in _STATES.items() if role in viewer.roles for state in found]
    if not states:
        return []
    rows = PaymentAct.objects.filter(request__body=viewer.body, request__state__in=states)
    rows = rows.filter(request__programme__state="issued").select_related("request__programme")
    rows = rows.defer("request__programme__content", "request__programme__searched")
    acts = groupby(rows.order_by("request__changed_at", "request", "pk"), key=lambda act: act.request_id)
    found = (waiting for _, each in acts if (waiting := _waiting(viewer, list(each))) is not None)
    return list(islice(found, MOST))


def _waiting(viewer: Viewer, acts: Sequence[PaymentAct]) -> WaitingMoney | None:
    """A request by all its acts, where the next move is this person's."""
    request, moves = acts[0].request, moves_of(acts[0].request.kind)
    standing = replay((Act(each.move, each.person_id) for each in acts), moves)
    actor = viewer.actor(request.programme.unit_id)
    move = next((moves[each] for each in _ONWARD if each in moves and standing.state in moves[each].leads), None)
    if move is None or obstacles(move, actor, standing):
        return None
    back = standing.state in DEAD
    if back and actor.person not in standing.askers:
        return None
    return WaitingMoney(request, move, timezone.localdate(request.changed_at), acts[-1].reason if back else "")
