"""Open a further body, with its first administrator: for the administrators of the body that was first, and for whoever
runs the server. Whoever opens one gets no role in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from quyet.actions.bodies import code_faults, found_body, spelled
from quyet.actions.clock import today
from quyet.actions.invitations import new_link, person_faults
from quyet.actions.journal import record
from quyet.actions.refusal import FieldFault, Forbidden, NotHere, Refused, require
from quyet.actions.superiors import ask_from_the_start
from quyet.queries.people import Viewer
from quyet.store.models import Body, Person, RoleHeld


@dataclass(frozen=True, slots=True)
class NewBody:
    """What a further body begins with. `superior`: under which it stands, once that body confirms it."""

    name: str
    level: str
    person: str
    login: str
    chapter: str = ""
    identifier: str = ""
    email: str = ""
    superior: int | None = None


def found(viewer: Viewer | None, new: NewBody) -> tuple[Body, Person, str]:
    """A further body, its first administrator, and the secret of the link with which they set a password. `viewer`
    None: whoever runs the server. Forbidden, Refused, NotHere."""
    if viewer is not None:
        refuse_others(viewer)
    by, day = (viewer.person.pk if viewer else None), today()
    with transaction.atomic():
        superior = Body.objects.filter(pk=new.superior).first() if new.superior is not None else None
        if new.superior is not None and superior is None:
            raise NotHere(new.superior)
        body = _body(new)
        person = _administrator(new, body, day)
        told = {"name": body.name, "login": person.login, "superior": superior.name if superior else None}
        record(body.pk, by, "found_body", body, data=told)
        if viewer is not None:
            record(viewer.body.pk, by, "found_body", body, data=told)
        if superior is not None:
            ask_from_the_start(body, superior, day)
        return body, person, new_link(person)


def refuse_others(viewer: Viewer) -> None:
    """Forbidden unless the viewer is an administrator of the body of the first start."""
    require(viewer, "admin")
    if not viewer.body.is_first:
        raise Forbidden(
            FieldFault(
                "body",
                "chỉ quản trị của cơ quan khởi tạo hệ thống lập được cơ quan mới",
                "only administrators of the body of the first start open further ones",
            )
        )


def _body(new: NewBody) -> Body:
    """With the day-less first name and the codes of now."""
    faults = list(code_faults(new.chapter, new.identifier))
    if new.level not in Body.Level.values:
        faults.append(FieldFault("level", "chọn một cấp", "choose one"))
    try:
        body = found_body(new.name, new.level)
    except Refused as refused:
        raise Refused(*refused.faults, *faults, *_person_faults(new)) from refused
    if faults := [*faults, *_person_faults(new)]:
        raise Refused(*faults)
    body.chapter, body.identifier = new.chapter, new.identifier.strip()
    body.save(update_fields=["chapter", "identifier"])
    body.names.update(chapter=body.chapter, identifier=body.identifier)
    return body


def _person_faults(new: NewBody) -> list[FieldFault]:
    """`name` is the body's here."""
    said = person_faults(spelled(new.person), new.login.strip(), new.email.strip())
    fields = {"name": "person"}
    return [FieldFault(fields.get(each.field, each.field), each.message, each.message_en) for each in said]


def _administrator(new: NewBody, body: Body, day: date) -> Person:
    person = Person(login=new.login.strip(), name=spelled(new.person), email=new.email.strip())
    person.set_unusable_password()
    person.save()
    RoleHeld.objects.create(person=person, body=body, role="admin", since=day)
    return person
