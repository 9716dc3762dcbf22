"""Post entries: the one door to `store.models.LedgerEntry` and to every balance."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256

from django.db import IntegrityError, models, transaction

from quyet.actions.clock import now
from quyet.actions.guard import Exceeded, Posting, guard, rows_of
from quyet.actions.journal import record
from quyet.actions.refusal import FieldFault, NotHere, Refused
from quyet.core.journal import canonical
from quyet.core.ledger.table import KINDS, moves_of
from quyet.core.values.amounts import dotted
from quyet.queries.ledger import sentence_of
from quyet.queries.people import Viewer
from quyet.store.models import LedgerEntry, Line, OnceKey, Programme, Share
from quyet.store.models.ledger import MOST


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


def once(viewer: Viewer, key: str, asked: object, act: Callable[[], list[int]]) -> list[int]:
    """Do an act under a key, in one transaction; asked for again with the same words, its first answer is given, and
    nothing is done. Refused where the key was used for something else."""
    if not 8 <= len(key) <= 64:
        raise Refused(FieldFault("key", "khóa chống lặp phải dài 8 đến 64 ký tự", "a key has 8 to 64 characters"))
    words = sha256(canonical({"asked": json.dumps(asked, default=str, ensure_ascii=False)})).hexdigest()
    if (answer := _answered(viewer, key, words)) is not None:
        return answer
    try:
        with transaction.atomic():
            answer = act()
            OnceKey.objects.create(body=viewer.body, key=key, asked=words, answer=json.dumps(answer), at=now())
            return answer
    except IntegrityError:  # two at once: the first one stands
        if (first := _answered(viewer, key, words)) is not None:
            return first
        raise


def _answered(viewer: Viewer, key: str, words: str) -> list[int] | None:
    found = OnceKey.objects.filter(body=viewer.body, key=key).first()
    if found is None:
        return None
    if found.asked != words:
        raise Refused(FieldFault("key", "khóa này đã dùng cho việc khác", "this key was used for something else"))
    answer: list[int] = json.loads(found.answer)
    return answer


def post(viewer: Viewer, pk: int, new: Sequence[NewEntry], key: str) -> list[int]:
    """Post entries of one programme, all or none, once under a key; gives their numbers. NotHere, Refused with every
    number of the first row that would not hold. Who may do so, the acts that call it decide."""
    return once(viewer, key, [pk, *(repr(each) for each in new)], partial(post_now, viewer, pk, new))


def post_now(viewer: Viewer, pk: int, new: Sequence[NewEntry]) -> list[int]:
    """The same inside the transaction of an act that has a key of its own."""
    programme = Programme.objects.filter(pk=pk, body=viewer.body).first()
    if programme is None:
        raise NotHere(pk)
    faults = [*_closed(programme), *_amounts(new)]
    if faults or programme.allotment_id is None:
        raise Refused(*faults)
    entries, postings = _prepared(viewer, programme, new)
    made = LedgerEntry.objects.bulk_create(entries)
    record(
        programme.body_id, viewer.person.pk, "post", programme, new[0].reason,
        {"entries": [[each.pk, each.kind, each.line_id, each.amount] for each in made]}, seal_at_once=False,
    )  # fmt: skip
    try:
        guard(rows_of(programme.allotment_id, programme.pk, postings))
    except Exceeded as exceeded:
        row = exceeded.row
        asked = max((abs(by) for by in row.moves.values()), default=0)
        raise Refused(FieldFault(row.table, *sentence_of(row.table, row.id, asked))) from exceeded
    return [each.pk for each in made]


def _closed(programme: Programme) -> list[FieldFault]:
    if programme.state != Programme.State.ISSUED or not programme.money_open:
        return [
            FieldFault(
                "programme",
                "chương trình chưa mở chi: cần ban hành, đủ dòng dự toán khớp tổng",
                "no money can be posted: it needs to be issued, with lines that come to its total",
            )
        ]
    if programme.allotment_id is None:
        return [FieldFault("programme", "chương trình chưa có dự toán được giao", "the programme names no allotment")]
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


def _prepared(viewer: Viewer, programme: Programme, new: Sequence[NewEntry]) -> tuple[list[LedgerEntry], list[Posting]]:
    """The rows to be written, and what they move. Refused for a line or a contract that is not the programme's, a day
    outside its year, a kind that cannot be."""
    lines = {each.pk for each in Line.objects.filter(programme=programme, pk__in=[each.line for each in new])}
    wanted = [each.contract for each in new if each.contract is not None]
    shares = {(each.contract_id, each.line_id): each.pk for each in _shares(programme, wanted)} if wanted else {}
    moment, entries, postings = now(), [], []
    for each in new:
        share = shares.get((each.contract, each.line)) if each.contract is not None else None
        if fault := _fault(programme, each, each.line in lines, share):
            raise Refused(fault)
        entries.append(
            LedgerEntry(
                body_id=programme.body_id, programme=programme, line_id=each.line, contract_id=each.contract,
                supplier_id=each.supplier, kind=each.kind, amount=each.amount, reverses_id=each.reverses, day=each.day,
                reason=each.reason.strip()[:500], person=viewer.person, at=moment,
            )
        )  # fmt: skip
        turned = each.reverses is not None
        postings.append(Posting(each.kind, each.line, each.amount, each.contract, share, turned))
    return entries, postings


def _shares(programme: Programme, contracts: Sequence[int]) -> models.QuerySet[Share]:
    return Share.objects.filter(contract__in=contracts, contract__programme=programme)


def _fault(programme: Programme, new: NewEntry, is_ours: bool, share: int | None) -> FieldFault | None:
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
    if programme.year is not None and not (date(programme.year, 1, 1) <= new.day <= date(programme.year + 1, 1, 31)):
        return FieldFault(
            "day",
            f"ngày {new.day:%d/%m/%Y} ở ngoài năm {programme.year} và thời gian chỉnh lý",
            f"{new.day:%d/%m/%Y} is outside {programme.year} and the month after it",
        )
    return None


def reverse(viewer: Viewer, pk: int, entry: int, reason: str, day: date, key: str) -> list[int]:
    """Take an entry back, with a reason. Refused where it was taken back before, or where money has moved on since.
    NotHere."""
    if not reason.strip():
        raise Refused(FieldFault("reason", "ghi lý do", "give a reason"))
    found = LedgerEntry.objects.filter(pk=entry, programme=pk, body=viewer.body).select_related("programme").first()
    if found is None:
        raise NotHere(entry)
    if found.reverses_id is not None or LedgerEntry.objects.filter(reverses=found).exists():
        if (answer := OnceKey.objects.filter(body=viewer.body, key=key).first()) is None:
            raise Refused(FieldFault("entry", "bút toán này đã được đảo, hoặc là bút toán đảo", "is reversed already"))
        return list(json.loads(answer.answer))
    taken_back = NewEntry(
        found.kind, found.line_id, found.amount, day, found.contract_id, found.supplier_id, reason, found.pk
    )
    return post(viewer, pk, [taken_back], key)
