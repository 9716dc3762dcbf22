"""Allot money, and change what was allotted. The one door to `store.models.Allotment`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F

from quyet.actions.clock import now, today
from quyet.actions.journal import record
from quyet.actions.refusal import FieldFault, NotHere, Refused, require, text_faults
from quyet.core.values.amounts import dotted
from quyet.core.values.words import LIMIT
from quyet.queries.budget_codes import said_of
from quyet.queries.people import Viewer
from quyet.store.models import Allotment, AllotmentChange

_CODE = re.compile(r"\d{3}")
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


@dataclass(frozen=True, slots=True)
class NewAllotment:
    """What a deciding text allots: amount in đồng, codes of the budget index as three digits each."""

    year: int
    deciding_text: str
    chapter: str
    category: str
    sub_category: str
    source: str
    autonomous: bool
    amount: int
    deciding_day: date | None = None


def allot(viewer: Viewer, new: NewAllotment) -> Allotment:
    """Enter an allotment of the viewer's body. Refused with every fault; the same allotment twice is one. A code that
    its year may have and that is only not known here is taken. Forbidden."""
    require(viewer, "accountant")
    faults = list(_faults(new))
    if faults:
        raise Refused(*faults)
    try:
        with transaction.atomic():
            made = Allotment.objects.create(
                body=viewer.body,
                year=new.year,
                deciding_text=new.deciding_text.strip(),
                deciding_day=new.deciding_day,
                chapter=new.chapter,
                category=new.category,
                sub_category=new.sub_category,
                source=new.source.strip(),
                autonomous=new.autonomous,
                amount=new.amount,
                ceiling=new.amount,
            )
            told = {"text": made.deciding_text, "year": made.year, "amount": made.amount}
            record(viewer.body.pk, viewer.person.pk, "allot", made, data=told)
            return made
    except IntegrityError as error:
        raise Refused(
            FieldFault(
                "deciding_text",
                "dự toán này đã nhập rồi; nếu có bổ sung hoặc giảm thì ghi điều chỉnh",
                "this allotment is already there; enter a change for what was added or taken",
            )
        ) from error


def change_allotment(
    viewer: Viewer, allotment: int, amount: int, deciding_text: str, day: date, reason: str
) -> AllotmentChange:
    """Raise or lower a ceiling by a text of its own, in đồng. Refused where the ceiling would fall below nought, and
    where the same was entered before: a form that is sent twice changes nothing more. Forbidden, NotHere."""
    require(viewer, "accountant")
    faults = [*_change_faults(amount, deciding_text, reason), *_day_faults("day", day)]
    if faults:
        raise Refused(*faults)
    with transaction.atomic():
        ours = Allotment.objects.filter(pk=allotment, body=viewer.body)
        moved = ours.filter(ceiling__gte=F("reserved") - amount, ceiling__lte=LIMIT - amount)
        if not moved.update(ceiling=F("ceiling") + amount):
            if (found := ours.first()) is None:
                raise NotHere(allotment)
            raise Refused(_beyond(found, amount))
        _refuse_again(allotment, amount, deciding_text.strip(), day)
        made = AllotmentChange.objects.create(
            allotment_id=allotment,
            amount=amount,
            deciding_text=deciding_text.strip(),
            day=day,
            reason=reason.strip(),
            made_at=now(),
        )
        told = {"text": made.deciding_text, "day": day.isoformat(), "amount": amount}
        record(viewer.body.pk, viewer.person.pk, "change_allotment", made.allotment, made.reason, told)
        return made


def _refuse_again(allotment: int, amount: int, deciding_text: str, day: date) -> None:
    """Inside the transaction that holds the allotment's row, so that of two that come at once one is seen."""
    same = AllotmentChange.objects.filter(allotment=allotment, amount=amount, deciding_text=deciding_text, day=day)
    if same.exists():
        raise Refused(
            FieldFault(
                "deciding_text",
                "điều chỉnh này đã ghi rồi: cùng văn bản, cùng ngày, cùng số tiền",
                "this change is already there: the same text, day and amount",
            )
        )


def _beyond(found: Allotment, amount: int) -> FieldFault:
    return FieldFault(
        "amount",
        f"dự toán đang là {dotted(found.ceiling)} đồng, thay đổi {dotted(amount)} đồng thì không còn là số tiền hợp lệ",
        f"the allotment is {dotted(found.ceiling)} đồng; a change of {dotted(amount)} leaves no valid amount",
    )


def _faults(new: NewAllotment) -> Iterator[FieldFault]:
    words = (("deciding_text", new.deciding_text, 60), ("source", new.source, 120))
    for field, value, most in words:
        yield from _words_faults(field, value, most)
    yield from _day_faults("deciding_day", new.deciding_day)
    for field, value in (("chapter", new.chapter), ("category", new.category), ("sub_category", new.sub_category)):
        if not _CODE.fullmatch(value):
            yield FieldFault(field, "phải là 3 chữ số", "must be 3 digits")
    if not _FIRST_YEAR <= new.year <= _LAST_YEAR:
        yield FieldFault("year", f"phải từ {_FIRST_YEAR} đến {_LAST_YEAR}", f"must be {_FIRST_YEAR} to {_LAST_YEAR}")
    for field, said in said_of(new.year, new.chapter, new.category, new.sub_category).items():
        if said.wrong is not None and _CODE.fullmatch(said.code):
            yield FieldFault(field, *said.wrong)
    if not 0 < new.amount <= LIMIT:
        yield FieldFault(
            "amount", "phải lớn hơn 0 và không quá một triệu tỷ đồng", "must be above 0 and at most 10^15 đồng"
        )


def _change_faults(amount: int, deciding_text: str, reason: str) -> Iterator[FieldFault]:
    if amount == 0 or abs(amount) > LIMIT:
        yield FieldFault("amount", "ghi số tiền tăng (+) hoặc giảm (-)", "write what is added (+) or taken (-)")
    for field, value, most in (("deciding_text", deciding_text, 60), ("reason", reason, 500)):
        yield from _words_faults(field, value, most)


def _day_faults(field: str, day: date | None) -> Iterator[FieldFault]:
    if day is not None and day > today():
        yield FieldFault(field, "ngày này chưa đến; ghi ngày của văn bản", "is still to come; write the text's own day")


def _words_faults(field: str, value: str, most: int) -> Iterator[FieldFault]:
    if not value.strip():
        yield FieldFault(field, "chưa ghi", "is missing")
    yield from text_faults(field, value, most)
