"""The road of a payment: each move of the table in `core.payments`, in one transaction with its entries, its row of the
journal and its idempotency key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from quyet.actions.approval import Stopped
from quyet.actions.clock import now, today
from quyet.actions.journal import record
from quyet.actions.ledger import NewEntry, post_now
from quyet.actions.notices import tell
from quyet.actions.once import once
from quyet.actions.refusal import FieldFault, NotHere, Refused, hold_texts
from quyet.actions.requests import NewPayment, check_request, made_anew, new_row
from quyet.actions.suppliers import kept_state
from quyet.core.approval import Obstacle, Role
from quyet.core.payments import KINDS, Act, Move, Standing, after, moves_of, obstacles
from quyet.core.payments.days import before_asking
from quyet.core.payments.rules import STATE_NAMES
from quyet.core.payments.table import Posts
from quyet.core.values.amounts import dotted
from quyet.queries.done_days import asked_on, done_days
from quyet.queries.payments import entries_of, parts_of, seen_of, standing_of, told_of
from quyet.queries.people import Viewer, holders
from quyet.store.models import LedgerEntry, PaymentAct, PaymentEntry, PaymentRequest, Person, Programme

NEXT: Mapping[str, Role] = {"requested": "accountant", "checked": "director", "approved": "accountant"}
"""State → whose desk a request lies on."""


@dataclass(frozen=True, slots=True)
class Said:
    """What goes with a move: why, or the day and number of the treasury (of the cash voucher, of staff's money).
    `seen`: what the page showed (`queries.payments.seen_of`); empty where nobody looked at one."""

    reason: str = ""
    number: str = ""
    day: date | None = None
    seen: str = ""


# --- the moves -------------------------------------------------------------------------------------------------------


def ask(viewer: Viewer, programme: int, new: NewPayment, key: str) -> int:
    """Ask for money with its papers; gives the request's number. NotHere, Stopped, Refused."""
    return once(viewer, key, ["ask", programme, repr(new)], partial(_asked, viewer, programme, new))[0]


def ask_again(viewer: Viewer, request: int, new: NewPayment, key: str) -> int:
    """Ask anew for what was returned, or refused by the treasury, as mended. NotHere, Stopped, Refused."""
    return once(viewer, key, ["ask again", request, repr(new)], partial(_asked_again, viewer, request, new))[0]


def check(viewer: Viewer, request: int, key: str) -> int:
    """The accountant's word; the money is held from here on. NotHere, Stopped, Refused."""
    return move(viewer, request, "check", key)


def approve(viewer: Viewer, request: int, key: str) -> int:
    """The account holder's word. NotHere, Stopped."""
    return move(viewer, request, "approve", key)


def send(viewer: Viewer, request: int, key: str) -> int:
    """It went to the treasury. NotHere, Stopped."""
    return move(viewer, request, "send", key)


def confirm(viewer: Viewer, request: int, day: date, number: str, key: str) -> int:
    """The treasury did it, on a day and under a number; staff's money: the body's own voucher. NotHere, Stopped,
    Refused."""
    return move(viewer, request, "confirm", key, Said(number=number, day=day))


def refuse(viewer: Viewer, request: int, reason: str, key: str) -> int:
    """The treasury refused it, for a reason; what was held is given back. NotHere, Stopped, Refused."""
    return move(viewer, request, "refuse", key, Said(reason))


def send_back(viewer: Viewer, request: int, reason: str, key: str) -> int:
    """Return it to whoever asked, with a reason; what was held is given back. NotHere, Stopped, Refused."""
    return move(viewer, request, "return", key, Said(reason))


def withdraw(viewer: Viewer, request: int, reason: str, key: str) -> int:
    """Ask no longer. NotHere, Stopped, Refused."""
    return move(viewer, request, "withdraw", key, Said(reason))


def correct(viewer: Viewer, request: int, reason: str, key: str) -> int:
    """What the accountant entered as done was not, or not so: its entries are reversed. NotHere, Stopped, Refused."""
    return move(viewer, request, "correct", key, Said(reason))


def move(viewer: Viewer, request: int, name: str, key: str, said: Said = Said()) -> int:
    """Any move of the table, but asking. NotHere, Stopped, Refused."""
    return once(viewer, key, ["payment", request, name, repr(said)], partial(_moved, viewer, request, name, said))[0]


# --- what every move does --------------------------------------------------------------------------------------------


def _asked(viewer: Viewer, pk: int, new: NewPayment) -> list[int]:
    programme = Programme.objects.filter(pk=pk, body=viewer.body).first()
    if programme is None:
        raise NotHere(pk)
    if new.kind not in KINDS:
        raise Refused(FieldFault("kind", "chọn loại đề nghị", "choose the kind of the request"))
    asking, actor = moves_of(new.kind)["request"], viewer.actor(programme.unit_id)
    _stop(obstacles(asking, actor, Standing()))
    request = new_row(viewer, programme, new)
    _carry_out(viewer, request, Standing(), asking, Said())
    return [request.pk]


def _asked_again(viewer: Viewer, pk: int, new: NewPayment) -> list[int]:
    request = _locked(viewer, pk)
    asking, standing = moves_of(request.kind)["request"], standing_of(request)
    _stop(obstacles(asking, viewer.actor(request.programme.unit_id), standing))
    made_anew(viewer, request, new)
    _carry_out(viewer, request, standing, asking, Said())
    return [pk]


def _moved(viewer: Viewer, pk: int, name: str, said: Said) -> list[int]:
    request = _locked(viewer, pk)
    made = moves_of(request.kind).get(name)
    if made is None or name == "request":
        raise Stopped([Obstacle("move", "đề nghị này không đi qua bước đó", "it has no such step on its road")])
    standing = standing_of(request)
    _stop(obstacles(made, viewer.actor(request.programme.unit_id), standing))
    _check_said(request, made, said)
    _carry_out(viewer, request, standing, made, said)
    return [pk]


def _carry_out(viewer: Viewer, request: PaymentRequest, standing: Standing, made: Move, said: Said) -> None:
    """Write a move that may be made: the act, its entries, the row, the journal, a word to whoever is next. What the
    rules say of the request is asked once its money is held: then no other on the same contract is between."""
    if made.is_told:
        check_request(request)
    reached = after(standing, made, Act(made.name, viewer.person.pk))
    act = _write(viewer, request, made, said)
    if made.posts is not None:
        _post(viewer, request, act, _ENTRIES[made.posts](request, said))
        if request.contract is not None:  # the guard moved it
            request.contract.refresh_from_db()
    told = told_of(request, today()) if made.is_told else []
    _stop(obstacles(made, viewer.actor(request.programme.unit_id), standing, told))
    if made.asks_number:
        told = [*told, *before_asking(asked_on(request), said.day)]
    request.state, request.changed_at = reached.state, now()
    if made.asks_number:
        request.number, request.day = said.number.strip(), said.day
    request.save(update_fields=["state", "changed_at", "number", "day"])
    record(
        request.body_id, viewer.person.pk, made.act, request.programme, said.reason,
        {"request": request.pk, "kind": request.kind, "amount": request.amount, "from": standing.state,
         "to": reached.state, "number": said.number.strip(), "told": " ".join(each.rule for each in told)},
    )  # fmt: skip
    _tell_next(viewer, request, made, said, reached)


def _locked(viewer: Viewer, pk: int) -> PaymentRequest:
    """A request of the viewer's body, its row locked until the transaction ends. NotHere."""
    rows = PaymentRequest.objects.select_for_update(of=("self",), no_key=True)
    rows = rows.select_related("programme", "body", "contract", "supplier", "of")
    found = rows.filter(pk=pk, body=viewer.body).first()
    if found is None:
        raise NotHere(pk)
    return found


def _stop(stops: list[Obstacle]) -> None:
    if stops:
        raise Stopped(stops)


def _check_said(request: PaymentRequest, made: Move, said: Said) -> None:
    if said.seen and said.seen != seen_of(request, made):
        raise Refused(_MENDED)
    if made.asks_reason and not said.reason.strip():
        raise Refused(FieldFault("reason", "ghi lý do", "give a reason"))
    hold_texts(PaymentAct, reason=said.reason, number=said.number)
    if not made.asks_number:
        return
    if not said.number.strip():
        raise Refused(FieldFault("number", "ghi số chứng từ, không quá 60 ký tự", "give its number, 60 characters"))
    days = done_days(request, today())
    if not days.takes(said.day):
        first, last = days.first, days.last
        raise Refused(
            FieldFault(
                "day",
                f"ngày thực hiện phải từ {first.vi} {first.day:%d/%m/%Y} đến {last.vi} {last.day:%d/%m/%Y}",
                f"the day is from {first.en}, {first.day:%d/%m/%Y}, to {last.en}, {last.day:%d/%m/%Y}",
            )
        )


def _write(viewer: Viewer, request: PaymentRequest, made: Move, said: Said) -> PaymentAct:
    roles = viewer.actor(request.programme.unit_id).roles
    capacity = next((roles[role] for role in sorted(made.by) if role in roles), "")
    return PaymentAct.objects.create(
        request=request, round=request.round, move=made.name, person=viewer.person, capacity=capacity,
        reason=said.reason.strip(), number=said.number.strip(), day=said.day, at=now(),
        payee=kept_state(request.supplier) if request.supplier is not None else None,
    )  # fmt: skip


_MENDED = FieldFault(
    "seen",
    "đề nghị hoặc nhà cung cấp vừa được sửa sau khi trang này mở: xem lại số tiền, tên, tài khoản rồi làm lại",
    "the request or its payee was mended after this page was opened: look at amount, name and account, then go on",
)

# --- entries ---------------------------------------------------------------------------------------------------------


def _hold(request: PaymentRequest, said: Said) -> list[NewEntry]:
    holds = KINDS[request.kind].holds
    return _new(request, holds, today(), request.title) if holds else []


def _done(request: PaymentRequest, said: Said) -> list[NewEntry]:
    assert said.day is not None, "checked before"
    return _new(request, KINDS[request.kind].posts, said.day, f"{said.number.strip()}: {request.title}")


def _new(request: PaymentRequest, kind: str, day: date, reason: str) -> list[NewEntry]:
    return [
        NewEntry(kind, line, amount, day, request.contract_id, request.supplier_id, reason[:500])
        for line, amount in parts_of(request).items()
    ]


def _give_back(request: PaymentRequest, said: Said) -> list[NewEntry]:
    holds = KINDS[request.kind].holds
    return _reversals(request, holds, said) if holds else []


def _take_back(request: PaymentRequest, said: Said) -> list[NewEntry]:
    return _reversals(request, KINDS[request.kind].posts, said)


def _reversals(request: PaymentRequest, kind: str, said: Said) -> list[NewEntry]:
    found: list[LedgerEntry] = [each.entry for each in entries_of(request, kind)]
    return [
        NewEntry(kind, each.line_id, each.amount, today(), each.contract_id, each.supplier_id, said.reason, each.pk)
        for each in found
    ]


_ENTRIES: Mapping[Posts, Callable[[PaymentRequest, Said], list[NewEntry]]] = {
    "hold": _hold,
    "confirm": _done,
    "give_back": _give_back,
    "take_back": _take_back,
}


def _post(viewer: Viewer, request: PaymentRequest, act: PaymentAct, entries: list[NewEntry]) -> None:
    if entries:
        posted = post_now(viewer, request.programme_id, entries)
        PaymentEntry.objects.bulk_create([PaymentEntry(act=act, entry_id=each) for each in posted])


def _tell_next(viewer: Viewer, request: PaymentRequest, made: Move, said: Said, reached: Standing) -> None:
    programme = request.programme
    if reached.state in NEXT:
        people = holders(request.body_id, NEXT[reached.state], today(), programme.unit_id)
    else:
        people = list(Person.objects.filter(pk__in=reached.askers))
    vi, en = STATE_NAMES[reached.state]
    why, why_en = (f" {word}: {said.reason.strip()}" if said.reason.strip() else "" for word in ("Lý do", "Reason"))
    sum_ = dotted(request.amount)
    tell(
        [each for each in people if each.pk != viewer.person.pk],
        programme,
        f"{viewer.person.name}: {made.vi}. «{request.title[:150]}», {sum_} đồng: {vi}.{why}",
        f"{viewer.person.name}: {made.en}. “{request.title[:150]}”, {sum_} đồng: {en}.{why_en}",
    )
