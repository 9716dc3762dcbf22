"""One-time links: the one that makes the first administrator, and those with which people set a password.

Only the SHA-256 of a link's secret is kept: whoever reads the database cannot use it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import Q, QuerySet

from quyet.actions.bodies import found_body, spelled
from quyet.actions.clock import now, today
from quyet.actions.journal import record
from quyet.actions.passwords import password_faults
from quyet.actions.refusal import FieldFault, NotHere, Refused, hold_texts, text_faults
from quyet.queries.directory import nobody_yet
from quyet.store.models import Body, Invitation, Person, RoleHeld

HOURS = 24
"""How long a link counts."""


def new_link(person: Person | None) -> str:
    """The secret of a new link; the earlier ones of that person no longer count."""
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        Invitation.objects.filter(person=person, used_at=None).delete()
        made = now()
        Invitation.objects.create(
            person=person, digest=_digest(secret), made_at=made, expires_at=made + timedelta(hours=HOURS)
        )
    return secret


def first_link() -> str | None:
    """The secret of the link that makes the first body and its administrator; None where there is anybody."""
    return new_link(None) if nobody_yet() else None


def invited(secret: str) -> Person:
    """Whom an open link lets set a password. NotHere for a link that is unknown, used or too old."""
    found = _open(secret).exclude(person=None).select_related("person").first()
    if found is None or found.person is None:
        raise NotHere
    return found.person


def may_start(secret: str) -> bool:
    """Whether a link opens the first start: it counts, and there is nobody yet."""
    return _open(secret).filter(person=None).exists() and nobody_yet()


def accept(secret: str, password: str) -> Person:
    """Set the password of whom the link is for; the link is used then. NotHere, Refused."""
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=invited(secret).pk)
        if faults := password_faults(password, person):
            raise Refused(*faults)
        _use(secret)
        person.set_password(password)
        person.save(update_fields=["password"])
        for body in sorted(set(person.roles.values_list("body", flat=True))):
            record(body, person.pk, "set_password", person)
        return person


@dataclass(frozen=True, slots=True)
class FirstStart:
    """What the first start asks for."""

    body: str
    level: str
    name: str
    login: str
    password: str


def start(secret: str, given: FirstStart) -> Person:
    """The first body and its administrator. NotHere where the link no longer counts or anybody is there; Refused."""
    with transaction.atomic():
        _use(secret, person=None)
        if not nobody_yet():
            raise NotHere
        name, login = spelled(given.name), given.login.strip()
        person = Person(login=login, name=name)
        faults = [*person_faults(name, login, ""), *password_faults(given.password, person)]
        if given.level not in Body.Level.values:
            faults.append(FieldFault("level", "chọn một cấp", "choose one"))
        if faults:
            raise Refused(*faults)
        try:
            hold_texts(Body, name=given.body)
            body = Body.objects.filter(name=spelled(given.body)).first() or found_body(given.body, given.level)
        except Refused as refused:
            raise Refused(*(FieldFault("body", each.message, each.message_en) for each in refused.faults)) from refused
        Body.objects.filter(pk=body.pk).update(is_first=True)
        person.set_password(given.password)
        person.save()
        RoleHeld.objects.create(person=person, body=body, role="admin", since=today())
        record(body.pk, person.pk, "first_start", person, data={"login": login, "name": name})
        return person


def person_faults(name: str, login: str, email: str) -> list[FieldFault]:
    """What stands against a new person's names."""
    faults = list(text_faults("name", name, 120))
    if not name:
        faults.append(FieldFault("name", "ghi họ tên, tối đa 120 ký tự", "write the name, up to 120 characters"))
    if not 2 <= len(login) <= 60 or not all(each.isascii() and (each.isalnum() or each in ".-_@") for each in login):
        faults.append(
            FieldFault(
                "login",
                "gồm 2 đến 60 chữ cái không dấu, chữ số, dấu chấm, gạch nối",
                "2 to 60 plain letters, digits, dots and dashes",
            )
        )
    elif Person.objects.filter(login__iexact=login).exists():
        faults.append(FieldFault("login", "đã có người dùng tên đăng nhập này", "somebody signs in with this name"))
    if email and ("@" not in email or len(email) > 254 or "\0" in email or any(each.isspace() for each in email)):
        faults.append(FieldFault("email", "không phải là một địa chỉ thư", "is no e-mail address"))
    return faults


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _open(secret: str) -> QuerySet[Invitation]:
    counts = Q(person=None) | Q(person__is_active=True)
    return Invitation.objects.filter(counts, digest=_digest(secret), used_at=None, expires_at__gt=now())


def _use(secret: str, **more: object) -> None:
    """Of two that come at once one finds it unused."""
    if not Invitation.objects.filter(digest=_digest(secret), used_at=None, expires_at__gt=now(), **more).update(
        used_at=now()
    ):
        raise NotHere
