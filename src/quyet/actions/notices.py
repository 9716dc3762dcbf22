"""Tell people: a notice in the page, written with the act, and an e-mail once the act stands."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import partial
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from quyet.actions.clock import now
from quyet.store.models import Notice, Person, Programme

log = logging.getLogger(__name__)


def tell(people: Iterable[Person], programme: Programme, message: str, message_en: str) -> None:
    """One sentence to each, about a programme."""
    moment = now()
    notices = [
        Notice(body_id=programme.body_id, person=each, programme=programme, message=message[:500],
               message_en=message_en[:500], at=moment)
        for each in {person.pk: person for person in people}.values()
    ]  # fmt: skip
    made = Notice.objects.bulk_create(notices)
    transaction.on_commit(partial(_mail, [each.pk for each in made]), robust=True)


def read_notices(person: int, notices: Iterable[int] | None = None) -> int:
    """Mark notices of a person as read, all of them where none is named; gives how many."""
    found = Notice.objects.filter(person=person, read_at=None)
    if notices is not None:
        found = found.filter(pk__in=list(notices))
    return found.update(read_at=now())


def _mail(notices: list[int]) -> None:
    """An address that does not answer stops no act: the notice stays in the page."""
    for each in (
        Notice.objects.filter(pk__in=notices, mailed_at=None).exclude(person__email="").select_related("person")
    ):
        try:
            send_mail(f"Quyết: {each.message[:120]}", each.message, settings.DEFAULT_FROM_EMAIL, [each.person.email])
        except (OSError, SMTPException):
            log.exception("notice %s was not mailed", each.pk)
        else:
            Notice.objects.filter(pk=each.pk).update(mailed_at=now())
