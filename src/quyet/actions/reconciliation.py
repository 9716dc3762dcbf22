"""Keep the treasury's statement, and what people say of its rows. Nothing of the ledger is moved by it: a payment that
was entered wrongly is corrected on its own page, and the statement then says so by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256

from django.db import IntegrityError, transaction

from quyet.actions.clock import now, today
from quyet.actions.files import keep
from quyet.actions.journal import record
from quyet.actions.once import once
from quyet.actions.refusal import FieldFault, NotHere, Refused, require
from quyet.core.values.amounts import dotted
from quyet.files.readers.statement import Statement, read_statement
from quyet.queries.people import Viewer
from quyet.queries.reconciliation import Reconciled, Shown, reconciled
from quyet.store.models import TreasuryAct, TreasuryRow, TreasuryStatement, TreasuryTie

MOST_AT_ONCE = 200
"""Rows, or requests, of one act."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The number of a statement; how many rows and đồng it has, and which sum the file itself gives last, if any."""

    pk: int
    rows: int
    amount: int
    total: int | None

    @property
    def agrees(self) -> bool:
        """Whether the file's own sum is that of its rows."""
        return self.total is None or self.total == self.amount


def import_statement(
    viewer: Viewer, data: bytes, name: str, key: str, since: date | None = None, until: date | None = None
) -> Imported:
    """Read a statement and keep it with its file. Its days are those given, else those that it says, else those of its
    rows. Unreadable, Forbidden; Refused for a file that is there, or rows outside of the days."""
    require(viewer, "accountant")
    stated, digest = read_statement(data, name), sha256(data).hexdigest()
    asked = ["statement", digest, since, until]
    pk = once(viewer, key, asked, partial(_imported, viewer, stated, data, name, _days(stated, since, until)))[0]
    return Imported(pk, len(stated.rows), sum(each.amount for each in stated.rows), stated.total)


def tie(viewer: Viewer, pk: int, rows: Sequence[int], requests: Sequence[int], reason: str, key: str) -> None:
    """These rows and these requests belong together, for a reason: none is asked where they were proposed just so.
    NotHere, Forbidden, Refused."""
    _act(viewer, pk, TreasuryAct.Move.TIE, rows, requests, reason, key)


def untie(viewer: Viewer, pk: int, rows: Sequence[int], requests: Sequence[int], reason: str, key: str) -> None:
    """A group does not belong together, for a reason; it is not put together again by itself. NotHere, Forbidden,
    Refused."""
    _act(viewer, pk, TreasuryAct.Move.UNTIE, rows, requests, reason, key)


# --- a statement -----------------------------------------------------------------------------------------------------


def _days(stated: Statement, since: date | None, until: date | None) -> tuple[date, date]:
    days = [each.day for each in stated.rows]
    first, last = since or stated.since or min(days), until or stated.until or max(days)
    if first > last:
        raise Refused(
            FieldFault(
                "until",
                f"kỳ sao kê kết thúc {last:%d/%m/%Y} trước khi bắt đầu {first:%d/%m/%Y}",
                f"the statement ends on {last:%d/%m/%Y}, before it begins on {first:%d/%m/%Y}",
            )
        )
    for each in stated.rows:
        if not first <= each.day <= last:
            raise Refused(
                FieldFault(
                    "file",
                    f"hàng {each.place}: ngày {each.day:%d/%m/%Y} ở ngoài kỳ {first:%d/%m/%Y} đến {last:%d/%m/%Y}",
                    f"row {each.place}: {each.day:%d/%m/%Y} is outside {first:%d/%m/%Y} to {last:%d/%m/%Y}",
                )
            )
        if each.day > today():
            raise Refused(
                FieldFault(
                    "file",
                    f"hàng {each.place}: ngày {each.day:%d/%m/%Y} chưa đến",
                    f"row {each.place}: {each.day:%d/%m/%Y} is still to come",
                )
            )
    return first, last


def _imported(viewer: Viewer, stated: Statement, data: bytes, name: str, days: tuple[date, date]) -> list[int]:
    digest = sha256(data).hexdigest()
    there = TreasuryStatement.objects.filter(body=viewer.body, sha256=digest).first()
    if there is not None:
        raise Refused(_twice(there))
    file = keep(viewer.body.pk, data, name, _media_type(data), viewer.person.pk)
    try:
        with transaction.atomic():
            made = TreasuryStatement.objects.create(
                body=viewer.body, file=file, sha256=digest, since=days[0], until=days[1], count=len(stated.rows),
                amount=sum(each.amount for each in stated.rows), person=viewer.person, at=now(),
            )  # fmt: skip
    except IntegrityError as error:  # two at once
        raise Refused(FieldFault("file", "tệp này đã nhập", "this file was imported already")) from error
    TreasuryRow.objects.bulk_create(
        TreasuryRow(
            statement=made, place=each.place, day=each.day, number=each.number, content=each.content, code=each.code,
            amount=each.amount,
        )
        for each in stated.rows
    )  # fmt: skip
    told = {"name": file.name[:120], "sha256": digest, "total": made.amount, "rows": made.count}
    record(viewer.body.pk, viewer.person.pk, "statement", made, data=told)
    return [made.pk]


def _media_type(data: bytes) -> str:
    if data.startswith(b"PK"):
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return "application/vnd.ms-excel" if data.startswith(b"\xd0\xcf\x11\xe0") else "text/csv"


def _twice(there: TreasuryStatement) -> FieldFault:
    days = f"{there.since:%d/%m/%Y}–{there.until:%d/%m/%Y}"
    return FieldFault(
        "file",
        f"tệp này đã nhập ngày {there.at:%d/%m/%Y}, kỳ {days}, {there.count} dòng: không nhập hai lần",
        f"this file was imported on {there.at:%d/%m/%Y}, for {days}, {there.count} rows: none is imported twice",
    )


# --- what people say of it -------------------------------------------------------------------------------------------


def _act(
    viewer: Viewer, pk: int, move: TreasuryAct.Move, rows: Sequence[int], requests: Sequence[int], reason: str, key: str
) -> None:
    if not TreasuryStatement.objects.filter(pk=pk, body=viewer.body).exists():
        raise NotHere(pk)
    require(viewer, "accountant")
    some, others = sorted(set(rows)), sorted(set(requests))
    asked = ["treasury", pk, str(move), some, others, reason]
    once(viewer, key, asked, partial(_acted, viewer, pk, move, some, others, reason.strip()))


def _acted(
    viewer: Viewer, pk: int, move: TreasuryAct.Move, rows: list[int], requests: list[int], reason: str
) -> list[int]:
    statement = TreasuryStatement.objects.select_for_update(no_key=True).get(pk=pk)
    found = reconciled(statement)
    same = next((each for each in found.groups if _ids(each) == (rows, requests)), None)
    if move == TreasuryAct.Move.TIE:
        _hold_tie(found, rows, requests)
    elif same is None or not same.rows or not same.requests:
        raise Refused(
            FieldFault(
                "rows",
                "các dòng này không còn thành một nhóm như trang đã hiện; hãy xem lại trang",
                "these are no longer one group as the page had it; look at the page again",
            )
        )
    if len(reason) > 500 or (not reason and not (same and same.kind == "proposed" and move == TreasuryAct.Move.TIE)):
        raise Refused(FieldFault("reason", "ghi lý do, không quá 500 ký tự", "give a reason, 500 characters at most"))
    act = TreasuryAct.objects.create(statement=statement, move=move, reason=reason, person=viewer.person, at=now())
    TreasuryTie.objects.bulk_create(
        [TreasuryTie(act=act, row_id=each) for each in rows]
        + [TreasuryTie(act=act, request_id=each) for each in requests]
    )
    told = {"rows": [_place(found, each) for each in rows], "requests": requests}
    tied = move == TreasuryAct.Move.TIE
    record(
        viewer.body.pk, viewer.person.pk, "treasury_tie" if tied else "treasury_untie", statement, reason, told
    )  # fmt: skip
    return [act.pk]


def _ids(group: Shown) -> tuple[list[int], list[int]]:
    return sorted(each.pk for each in group.rows), sorted(each.pk for each in group.requests)


def _place(found: Reconciled, row: int) -> int:
    return next(each.place for group in found.groups for each in group.rows if each.pk == row)


def _hold_tie(found: Reconciled, rows: list[int], requests: list[int]) -> None:
    """Refused for one side only, too many, or what is matched already; NotHere for what is not this statement's."""
    if not rows or not requests:
        raise Refused(
            FieldFault(
                "rows",
                "chọn ít nhất một dòng của kho bạc và một khoản trong Quyết",
                "choose at least one row of the treasury and one payment of Quyết",
            )
        )
    if max(len(rows), len(requests)) > MOST_AT_ONCE:
        raise Refused(
            FieldFault("rows", f"mỗi lần ghép không quá {MOST_AT_ONCE} dòng", f"{MOST_AT_ONCE} rows at most at once")
        )
    held = {each.pk: each for group in found.groups for each in group.rows}
    if missing := [each for each in rows if each not in held] or [each for each in requests if each not in found.known]:
        raise NotHere(missing[0])
    for group in found.groups:
        some, others = _ids(group)
        if group.is_settled and (set(some) & set(rows) or set(others) & set(requests)):
            first = group.rows[0]
            raise Refused(
                FieldFault(
                    "rows",
                    f"hàng {first.place} ({dotted(first.amount)} đồng) đã khớp với khoản trong Quyết: gỡ ghép trước",
                    f"row {first.place} ({dotted(first.amount)} đồng) is matched already: take it apart first",
                )
            )
