"""Tell people: a notice in the page with the act, an e-mail once the act stands, a calendar to subscribe to."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterable
from functools import partial
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from quyet.actions.clock import now
from quyet.actions.journal import record
from quyet.core.values.folding import squeeze
from quyet.queries.calendar import digest_of
from quyet.queries.people import Viewer
from quyet.store.models import CalendarAddress, Notice, Person, Programme

log = logging.getLogger(__name__)


def tell(people: Iterable[Person], programme: Programme, message: str, message_en: str) -> None:
    """One sentence to each, about a programme."""
    tell_at(programme.body_id, people, message, message_en, programme)


def tell_at(
    body: int, people: Iterable[Person], message: str, message_en: str, programme: Programme | None = None
) -> None:
    """One sentence to each, at a body."""
    moment = now()
    notices = [
        Notice(body_id=body, person=each, programme=programme, message=message[:500], message_en=message_en[:500],
               at=moment)
        for each in {person.pk: person for person in people}.values()
    ]  # fmt: skip
    made = Notice.objects.bulk_create(notices)
    transaction.on_commit(partial(_mail, [each.pk for each in made]), robust=True)


def read_notices(viewer: Viewer, notices: Iterable[int] | None = None) -> int:
    """Mark notices of a person at a body as read, all of them where none is named; gives how many."""
    found = Notice.objects.filter(person=viewer.person, body=viewer.body, read_at=None)
    if notices is not None:
        found = found.filter(pk__in=list(notices))
    return found.update(read_at=now())


def _mail(notices: list[int]) -> None:
    """An address that does not answer stops no act: the notice stays in the page."""
    for each in (
        Notice.objects.filter(pk__in=notices, mailed_at=None).exclude(person__email="").select_related("person")
    ):
        try:
            subject = f"Quyết: {squeeze(each.message)[:120]}"
            send_mail(subject, each.message, settings.DEFAULT_FROM_EMAIL, [each.person.email])
        except (OSError, SMTPException):
            log.exception("notice %s was not mailed", each.pk)
        else:
            Notice.objects.filter(pk=each.pk).update(mailed_at=now())


def renew_calendar(viewer: Viewer, english: bool = False) -> str:
    """A new secret for the address of a person's calendar; the old one ends. Nobody can read the secret again."""
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        CalendarAddress.objects.update_or_create(
            person=viewer.person, defaults={"digest": digest_of(secret), "english": english, "made_at": now()}
        )
        record(viewer.body.pk, viewer.person.pk, "calendar", viewer.person)
    return secret


def end_calendar(viewer: Viewer) -> None:
    """End the address of a person's calendar."""
    with transaction.atomic():
        gone, _ = CalendarAddress.objects.filter(person=viewer.person).delete()
        if gone:
            record(viewer.body.pk, viewer.person.pk, "calendar_ended", viewer.person)
