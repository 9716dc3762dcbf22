"""A body's name, codes, settings and units, each dated. The one door to `store.models.bodies`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from unicodedata import normalize

from django.db import transaction

from quyet.actions.clock import today
from quyet.actions.journal import record
from quyet.actions.refusal import FieldFault, NotHere, Refused, hold_texts, require, text_faults
from quyet.core.values.folding import fold, squeeze
from quyet.queries.people import Viewer
from quyet.store.models import Body, BodyName, RoleHeld, Unit


def body_named(name: str) -> Body:
    """The body of that name, entered where it is new. Capitals, spaces and the place of a tone mark make no other."""
    said = spelled(name)
    return _of_name(said) or found_body(said, Body.Level.DEPARTMENT)


def found_body(name: str, level: str) -> Body:
    """A new body with its first name. Refused where there is one of that name."""
    said = spelled(name)
    if faults := list(_name_faults(said, None)):
        raise Refused(*faults)
    body = Body.objects.create(name=said, level=level)
    BodyName.objects.create(body=body, name=said)
    return body


def spelled(text: str) -> str:
    """One spelling of what people type: composed letters, single spaces."""
    return squeeze(normalize("NFC", text))


def rename(viewer: Viewer, name: str, chapter: str, identifier: str, since: date) -> None:
    """Another name, or other codes, from a day on: papers of before keep what held then. Forbidden, Refused."""
    require(viewer, "admin")
    said = spelled(name)
    with transaction.atomic():
        body = Body.objects.select_for_update().get(pk=viewer.body.pk)
        last = body.names.filter(until=None).first()
        faults = [*_name_faults(said, body), *code_faults(chapter, identifier)]
        if since > today():
            faults.append(FieldFault("since", "ngày này chưa tới", "this day is still to come"))
        if last and last.since and since <= last.since:
            faults.append(
                FieldFault("since", "phải sau ngày của tên hiện nay", "must be after the day of today's name")
            )
        if faults:
            raise Refused(*faults)
        if last:
            last.until = since - timedelta(days=1)
            last.save(update_fields=["until"])
        BodyName.objects.create(body=body, name=said, chapter=chapter, identifier=identifier.strip(), since=since)
        was, body.name, body.chapter, body.identifier = body.name, said, chapter, identifier.strip()
        body.save(update_fields=["name", "chapter", "identifier"])
        told = {"was": was, "name": said, "chapter": chapter, "identifier": body.identifier, "since": since.isoformat()}
        record(body.pk, viewer.person.pk, "rename_body", body, data=told)


def describe(viewer: Viewer, chapter: str, identifier: str, keeps_numbers: bool) -> None:
    """Today's codes set right, and who numbers papers. Forbidden, Refused."""
    require(viewer, "admin")
    with transaction.atomic():
        body = Body.objects.select_for_update().get(pk=viewer.body.pk)
        if faults := list(code_faults(chapter, identifier)):
            raise Refused(*faults)
        body.chapter, body.identifier, body.keeps_numbers = chapter, identifier.strip(), keeps_numbers
        body.save(update_fields=["chapter", "identifier", "keeps_numbers"])
        body.names.filter(until=None).update(chapter=chapter, identifier=body.identifier)
        told = {"chapter": chapter, "identifier": body.identifier, "keeps_numbers": keeps_numbers}
        record(body.pk, viewer.person.pk, "describe_body", body, data=told)


def open_unit(viewer: Viewer, name: str, since: date) -> Unit:
    """A new unit of the body. Forbidden, Refused."""
    require(viewer, "admin")
    said = spelled(name)
    hold_texts(Unit, name=said)
    with transaction.atomic():
        Body.objects.select_for_update().get(pk=viewer.body.pk)
        if not said:
            raise Refused(
                FieldFault("name", "ghi tên đơn vị, tối đa 200 ký tự", "write its name, up to 200 characters")
            )
        if any(fold(each.name) == fold(said) for each in viewer.body.units.all()):
            raise Refused(FieldFault("name", "đơn vị này đã có", "this unit is there already"))
        unit = Unit.objects.create(body=viewer.body, name=said, since=since)
        record(viewer.body.pk, viewer.person.pk, "open_unit", unit, data={"name": said, "since": since.isoformat()})
        return unit


def close_unit(viewer: Viewer, unit: int, until: date) -> None:
    """The last day of a unit. Refused while somebody holds a role there beyond it. Forbidden, Refused, NotHere."""
    require(viewer, "admin")
    with transaction.atomic():
        found = Unit.objects.select_for_update().filter(pk=unit, body=viewer.body).first()
        if found is None:
            raise NotHere(unit)
        if found.since and until < found.since:
            raise Refused(FieldFault("until", "trước ngày lập đơn vị", "is before the unit began"))
        staying = RoleHeld.objects.filter(unit=found).exclude(until__lte=until)
        if staying.exists():
            names = ", ".join(sorted({each.person.name for each in staying.select_related("person")}))
            raise Refused(
                FieldFault("until", f"còn người giữ vai trò ở đây: {names}", f"still with roles here: {names}")
            )
        found.until = until
        found.save(update_fields=["until"])
        record(viewer.body.pk, viewer.person.pk, "close_unit", found, data={"until": until.isoformat()})


def _of_name(said: str) -> Body | None:
    return next((each for each in Body.objects.all() if fold(each.name) == fold(said)), None)


def _name_faults(said: str, of: Body | None) -> Iterator[FieldFault]:
    if faults := list(text_faults("name", said, 200)):
        yield from faults
    elif not said:
        yield FieldFault("name", "ghi tên cơ quan, tối đa 200 ký tự", "write the body's name, up to 200 characters")
    elif (same := _of_name(said)) is not None and same != of:
        yield FieldFault("name", "đã có cơ quan tên này", "there is a body of this name")


def code_faults(chapter: str, identifier: str) -> Iterator[FieldFault]:
    """What keeps codes from being a body's."""
    if chapter and not (len(chapter) == 3 and chapter.isascii() and chapter.isdigit()):
        yield FieldFault("chapter", "phải là 3 chữ số", "must be 3 digits")
    yield from text_faults("identifier", identifier, 40)
