"""Where a paper was sent, and who has it."""

from __future__ import annotations

from django.db import transaction

from quyet.actions.clock import now
from quyet.actions.journal import record
from quyet.actions.refusal import FieldFault, NotHere, Refused, require
from quyet.core.papers.recipients import recipient
from quyet.queries.people import Viewer
from quyet.store.models import Dispatch

WAY_LENGTH = 40


def mark_sent(viewer: Viewer, dispatch: int, way: str) -> Dispatch:
    """Say that a paper went to a recipient, by which way (trục liên thông, bưu chính, trực tiếp …). NotHere, Forbidden,
    Refused."""
    with transaction.atomic():
        found = _dispatch(viewer, dispatch)
        if recipient(found.recipient).kept:
            raise Refused(FieldFault("way", "bản lưu ở lại cơ quan, không gửi", "is kept here and not sent"))
        if not way.strip():
            raise Refused(FieldFault("way", "chọn cách gửi", "choose how it was sent"))
        if found.sent_at is not None:
            raise Refused(FieldFault("way", "đã ghi gửi rồi", "is marked as sent already"))
        found.sent_at, found.sent_by, found.way = now(), viewer.person, way.strip()[:WAY_LENGTH]
        found.save(update_fields=["sent_at", "sent_by", "way"])
        record(viewer.body.pk, viewer.person.pk, "sent", found.entry, "", {"to": found.recipient, "way": found.way})
        return found


def mark_received(viewer: Viewer, dispatch: int) -> Dispatch:
    """Say that a recipient has it. NotHere, Forbidden, Refused."""
    with transaction.atomic():
        found = _dispatch(viewer, dispatch)
        if found.sent_at is None:
            raise Refused(FieldFault("received", "chưa ghi gửi", "is not marked as sent"))
        if found.received_at is not None:
            raise Refused(FieldFault("received", "đã ghi nhận rồi", "is marked already"))
        found.received_at = now()
        found.save(update_fields=["received_at"])
        record(viewer.body.pk, viewer.person.pk, "received", found.entry, "", {"by": found.recipient})
        return found


def _dispatch(viewer: Viewer, pk: int) -> Dispatch:
    require(viewer, "clerk")
    rows = Dispatch.objects.select_for_update(of=("self",)).select_related("entry")
    found = rows.filter(pk=pk, entry__body=viewer.body).first()
    if found is None:
        raise NotHere(pk)
    return found
