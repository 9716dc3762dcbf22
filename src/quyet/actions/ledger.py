"""Post entries: the one door to `store.models.LedgerEntry` and to every balance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db import IntegrityError

from quyet.actions.clock import now
from quyet.actions.guard import Exceeded, Posting, held, move, rows_of
from quyet.actions.journal import note
from quyet.actions.ledger_rows import Looked, ProgrammeRow, look_at, write
from quyet.actions.once import Once, once
from quyet.actions.refusal import FieldFault, NotHere, Refused
from quyet.actions.statements import sent_together
from quyet.core.ledger.table import KINDS, moves_of
from quyet.core.values.amounts import dotted
from quyet.queries.ledger import sentence_of
from quyet.queries.people import Viewer
from quyet.store.models import LedgerEntry, OnceKey
from quyet.store.models.ledger import MOST

__all__ = ["NewEntry", "once", "post", "post_now", "reverse"]


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry as it is asked for: amounts in đồng. `contract`: what it draws on; `reverses`: the entry that it takes
    back, whose kind, line and contract it has then."""

    kind: str
    line: int
    amount: int
    day: date
    contract: int | None = None
    supplier: int | None = None
    reason: str = ""
    reverses: int | None = None


def post(viewer: Viewer, pk: int, new: Sequence[NewEntry], key: str) -> list[int]:
    """Post entries of one programme, all or none, once under a key; gives their numbers. NotHere, Refused with every
    number of the first row that would not hold. Who may do so, the acts that call it decide."""
    asking = Once(viewer, key, [pk, *(repr(each) for each in new)])
    with sent_together():
        looked, asked_for = asking.look(), look_at(viewer.body.pk, pk, new)
    if (first := asking.answer(looked)) is not None:
        return first
    prepared = _prepared(viewer, pk, new, asked_for)
    return asking.do(partial(_written, prepared, asking))


def post_now(viewer: Viewer, pk: int, new: Sequence[NewEntry]) -> list[int]:
    """The same inside the transaction of an act that has a key of its own (`actions.once`)."""
    return _written(_prepared(viewer, pk, new, look_at(viewer.body.pk, pk, new)))


def _written(prepared: Prepared, asking: Once | None = None) -> list[int]:
    """Entries first; then, in one message, what tells of them, their key, and last the rows that everybody waits
    for."""
    made = write(prepared.rows)
    programme, reason = prepared.programme, prepared.new[0].reason
    told = [[pk, each.kind, each.line, each.amount] for pk, each in zip(made, prepared.new, strict=True)]
    rows = rows_of(programme.allotment, programme.id, prepared.postings)
    with sent_together():
        note(programme.body, prepared.person, "post", ("programme", programme.id), reason, {"entries": told})
        if asking is not None:
            asking.keep(made)
        moved = move(rows)
    try:
        held(rows, moved)
    except Exceeded as exceeded:
        row = exceeded.row
        asked = max((abs(by) for by in row.moves.values()), default=0)
        raise Refused(FieldFault(row.table, *sentence_of(row.table, row.id, asked))) from exceeded
    return made


def _closed(programme: ProgrammeRow) -> list[FieldFault]:
    if programme.is_issued and not programme.allotment:
        return [
            FieldFault(
                "programme",
                "chương trình chưa gắn dự toán được giao, nên chưa chi được; kế toán trưởng gắn dự toán trước",
                "the programme is tied to no allotment, so no money can be posted; the chief accountant ties it first",
            )
        ]
    if not programme.is_issued or not programme.is_open:
        return [
            FieldFault(
                "programme",
                "chương trình chưa mở chi: cần ban hành, đủ dòng dự toán khớp tổng",
                "no money can be posted: it needs to be issued, with lines that come to its total",
            )
        ]
    return []


def _amounts(new: Sequence[NewEntry]) -> list[FieldFault]:
    if not new:
        return [FieldFault("amount", "không có khoản nào", "there is nothing to post")]
    return [
        FieldFault(
            "amount",
            f"số tiền phải từ 1 đến {dotted(MOST)} đồng, không phải {each.amount}",
            f"an amount is from 1 to {dotted(MOST)} đồng, not {each.amount}",
        )
        for each in new
        if type(each.amount) is not int or not 1 <= each.amount <= MOST
    ]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What may be written: the rows of entries, and what they move."""

    programme: ProgrammeRow
    person: int
    new: Sequence[NewEntry]
    rows: list[tuple[object, ...]]
    postings: list[Posting]


def _prepared(viewer: Viewer, pk: int, new: Sequence[NewEntry], looked: Looked) -> Prepared:
    """NotHere; Refused for a programme that is not open, an amount that is none, a line or a contract that is not the
    programme's, a day outside its year, a kind that cannot be."""
    programme, lines, shares = looked.found()
    if programme is None:
        raise NotHere(pk)
    if faults := [*_closed(programme), *_amounts(new)]:
        raise Refused(*faults)
    moment, postings = now(), []
    rows: list[tuple[object, ...]] = []
    for each in new:
        share = shares.get((each.contract, each.line)) if each.contract is not None else None
        if fault := _fault(programme, each, each.line in lines, share):
            raise Refused(fault)
        rows.append(
            (
                programme.body, programme.id, each.line, each.contract, each.supplier, each.kind, each.amount,
                each.reverses, each.day, each.reason.strip()[:500], viewer.person.pk, moment,
            )
        )  # fmt: skip
        turned = each.reverses is not None
        postings.append(Posting(each.kind, each.line, each.amount, each.contract, share, turned))
    return Prepared(programme, viewer.person.pk, new, rows, postings)


def _fault(programme: ProgrammeRow, new: NewEntry, is_ours: bool, share: int | None) -> FieldFault | None:
    if not is_ours:
        return FieldFault("line", "không phải dòng dự toán của chương trình", "is no line of the programme")
    if new.contract is not None and share is None:
        return FieldFault(
            "contract", "hợp đồng không cam kết trên dòng này", "the contract commits nothing on the line"
        )
    if new.kind not in KINDS:
        return FieldFault("kind", f"không có bút toán «{new.kind}»", f"there is no entry of kind “{new.kind}”")
    try:
        moves_of(new.kind, new.contract is not None)
    except ValueError:
        return FieldFault("kind", "bút toán này không ghi như vậy được", "an entry of this kind cannot be so")
    if programme.year is not None:
        first, last = date(programme.year, 1, 1), date(programme.year + 1, 1, 31)
        if not first <= new.day <= last:
            return FieldFault(
                "day",
                f"ngày {new.day:%d/%m/%Y} ở ngoài năm {programme.year} và thời gian chỉnh lý: "
                f"từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}",
                f"{new.day:%d/%m/%Y} is outside {programme.year} and the month after it: "
                f"{first:%d/%m/%Y} to {last:%d/%m/%Y}",
            )
    return None


_REVERSED = FieldFault("entry", "bút toán này đã được đảo, hoặc là bút toán đảo", "is reversed already")


def reverse(viewer: Viewer, pk: int, entry: int, reason: str, day: date, key: str) -> list[int]:
    """Take an entry back, with a reason. Refused where it was taken back before, or where money has moved on since.
    NotHere."""
    if not reason.strip():
        raise Refused(FieldFault("reason", "ghi lý do", "give a reason"))
    found = LedgerEntry.objects.filter(pk=entry, programme=pk, body=viewer.body).select_related("programme").first()
    if found is None:
        raise NotHere(entry)
    if (found.reverses_id is not None or LedgerEntry.objects.filter(reverses=found).exists()) and not (
        OnceKey.objects.filter(body=viewer.body, key=key).exists()
    ):
        raise Refused(_REVERSED)
    taken_back = NewEntry(
        found.kind, found.line_id, found.amount, day, found.contract_id, found.supplier_id, reason, found.pk
    )
    try:
        return post(viewer, pk, [taken_back], key)
    except IntegrityError as error:  # somebody else did, at the same moment
        raise Refused(_REVERSED) from error
