"""Papers that Quyết did not make, entered into the register by the clerk: what goes out and what is received."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from quyet.actions.approval import PDF, media_type
from quyet.actions.clock import today
from quyet.actions.files import keep
from quyet.actions.numbers import take_arrival, take_number
from quyet.actions.refusal import FieldFault, Refused, require, text_faults
from quyet.actions.register import NewEntry, enter
from quyet.core.papers.said import document_number
from quyet.core.presentation.format import format_on
from quyet.core.values.folding import squeeze
from quyet.files.facts.formats import load_formats
from quyet.files.readers.limits import FILE_BYTES
from quyet.queries.people import Viewer
from quyet.store.models import RegisterEntry, StoredFile

_NOTATION = re.compile(r"[^\W_]+(?:[-/.&][^\W_]+)*")
"""QĐ-SCT, SCT-QLCN, TB-VP.UBND: what stands behind the number."""

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KEPT_TYPES = (PDF, _DOCX)
MOST_RECIPIENTS = 200


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that comes with a paper: its name, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A paper of this body. `notation` is its symbol behind the number (QĐ-SCT); `number` None where Quyết gives it."""

    kind: str
    notation: str
    day: date
    title: str
    number: int | None = None
    recipients: Sequence[str] = ()
    file: Attached | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """A paper of somebody else. `number` is that of arrival, None where Quyết gives it; `symbol` is the paper's own."""

    kind: str
    symbol: str
    day: date
    issuer: str
    title: str
    arrived: date
    number: int | None = None
    file: Attached | None = None


def enter_outgoing(viewer: Viewer, paper: Outgoing) -> RegisterEntry:
    """Enter a paper that goes out. Forbidden, Refused."""
    require(viewer, "clerk")
    notation = paper.notation.strip().lstrip("/")
    if not _NOTATION.fullmatch(notation):
        raise Refused(FieldFault("notation", "ghi ký hiệu, ví dụ QĐ-SCT", "write the symbol, such as QĐ-SCT"))
    _refuse_day("day", paper.day)
    said = [squeeze(each).strip("-; ") for each in paper.recipients]
    recipients = [each for each in said if each]
    if len(recipients) > MOST_RECIPIENTS:
        raise Refused(FieldFault("recipients", "nhiều nhất 200 nơi nhận", "200 recipients at most"))
    for each in recipients:
        if faults := list(text_faults("recipients", each, 500)):
            raise Refused(*faults)
    with transaction.atomic():
        number = take_number(viewer.body, paper.kind, paper.day, paper.number)
        rules = format_on(load_formats(), paper.day) or load_formats()[-1]
        new = NewEntry(
            kind=paper.kind,
            day=paper.day,
            number=number,
            symbol=document_number(f"{number}/{notation}", rules.padding),
            title=_title(paper.title),
            issuer=viewer.body.name,
            recipients=recipients,
        )
        return enter(viewer, viewer.body, new, file=_kept(viewer, paper.file))


def enter_incoming(viewer: Viewer, paper: Incoming) -> RegisterEntry:
    """Enter a paper that was received. Forbidden, Refused."""
    require(viewer, "clerk")
    _refuse_day("day", paper.day)
    _refuse_day("arrived", paper.arrived)
    if paper.arrived < paper.day:
        raise Refused(
            FieldFault(
                "arrived",
                f"không được trước ngày của văn bản {paper.day:%d/%m/%Y}",
                f"cannot be before the paper's own day, {paper.day:%d/%m/%Y}",
            )
        )
    new = NewEntry(
        kind=paper.kind,
        day=paper.day,
        number=1,
        symbol=_said("symbol", paper.symbol, "ghi số, ký hiệu trên văn bản", "write the number that the paper bears"),
        title=_title(paper.title),
        issuer=_said("issuer", paper.issuer, "ghi cơ quan gửi", "write who sent it"),
        arrived=paper.arrived,
    )
    with transaction.atomic():
        number = take_arrival(viewer.body, paper.arrived, paper.number)
        return enter(viewer, viewer.body, replace(new, number=number), file=_kept(viewer, paper.file))


def _title(title: str) -> str:
    return _said("title", title, "ghi trích yếu", "write what it is about")


def _said(field: str, text: str, wanted: str, wanted_en: str) -> str:
    if not (clean := squeeze(text)):
        raise Refused(FieldFault(field, wanted, wanted_en))
    return clean


def _refuse_day(field: str, day: date) -> None:
    if day > today():
        raise Refused(FieldFault(field, "là ngày chưa tới", "is a day to come"))


def _kept(viewer: Viewer, file: Attached | None) -> StoredFile | None:
    """The file, where there is one; what it is, its first bytes say."""
    if file is None:
        return None
    kind = media_type(file.data)
    if kind not in KEPT_TYPES or len(file.data) > FILE_BYTES.most:
        raise Refused(FieldFault("file", "chỉ nhận tệp PDF hoặc Word đến 50 MB", "only PDF or Word, up to 50 MB"))
    return keep(viewer.body.pk, file.data, file.name, kind, viewer.person.pk)
