"""People of a body: who comes, which roles they hold from when to when, who signs TUQ., who leaves.

The one door to `store.models.people`. All of it is for the administrator of the body, who gets no right to programmes
or money by it: those come from the roles that are given here, and each gift stands in the journal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from quyet.actions.bodies import spelled
from quyet.actions.clock import today
from quyet.actions.invitations import new_link, person_faults
from quyet.actions.journal import record
from quyet.actions.refusal import FieldFault, NotHere, Refused, hold_texts, require, text_faults
from quyet.queries.people import Viewer, holders, on_day
from quyet.store.models import Body, Delegation, Person, RoleHeld


@dataclass(frozen=True, slots=True)
class NewRole:
    """A role to be given. `unit` None: for the whole body; `capacity`: KT for a deputy; `until` None: open."""

    role: str
    since: date
    until: date | None = None
    unit: int | None = None
    capacity: str = ""
    position: str = ""


def invite(viewer: Viewer, login: str, name: str, email: str, first: NewRole) -> tuple[Person, str]:
    """A new person with a first role, and the secret of the link with which they set a password. Forbidden, Refused."""
    require(viewer, "admin")
    login, name, email = login.strip(), spelled(name), email.strip()
    with transaction.atomic():
        if faults := person_faults(name, login, email):
            raise Refused(*faults)
        person = Person(login=login, name=name, email=email)
        person.set_unusable_password()
        person.save()
        record(viewer.body.pk, viewer.person.pk, "invite", person, data={"login": login, "name": name, "email": email})
        _give(viewer, person, first)
        return person, new_link(person)


def give_role(viewer: Viewer, person: int, new: NewRole) -> RoleHeld:
    """One more role for somebody of this body. Forbidden, Refused, NotHere."""
    require(viewer, "admin")
    with transaction.atomic():
        return _give(viewer, ours(viewer, person), new)


def welcome(viewer: Viewer, login: str, new: NewRole) -> RoleHeld:
    """A role here for somebody who works at another body too, by the name they sign in with. Forbidden, Refused."""
    require(viewer, "admin")
    hold_texts(Person, login=login)
    with transaction.atomic():
        person = Person.objects.filter(login__iexact=login.strip(), is_active=True).first()
        if person is None:
            raise Refused(FieldFault("login", "không có tài khoản tên này", "there is no account of this name"))
        return _give(viewer, person, new)


def end_role(viewer: Viewer, held: int, until: date) -> None:
    """The last day of a role. Forbidden, Refused, NotHere."""
    require(viewer, "admin")
    with transaction.atomic():
        Body.objects.select_for_update().get(pk=viewer.body.pk)
        role = RoleHeld.objects.select_for_update().filter(pk=held, body=viewer.body).first()
        if role is None:
            raise NotHere(held)
        if until < role.since:
            raise Refused(FieldFault("until", "trước ngày bắt đầu giữ vai trò", "is before the role began"))
        role.until = until
        role.save(update_fields=["until"])
        _keep_an_admin(viewer, role.role)
        record(viewer.body.pk, viewer.person.pk, "end_role", role, data={"role": role.role, "until": until.isoformat()})


def delegate(
    viewer: Viewer, giver: int, taker: int, deciding_text: str, position: str, since: date, until: date
) -> Delegation:
    """TUQ.: a director of the body lets somebody of it sign, by a text, for some days. Who signs by a delegation cannot
    pass it on. Forbidden, Refused, NotHere."""
    require(viewer, "admin")
    with transaction.atomic():
        from_, to = ours(viewer, giver), ours(viewer, taker)
        faults = []
        if from_ not in holders(viewer.body.pk, "director", since):
            faults.append(FieldFault("giver", "ngày đó không phải là lãnh đạo cơ quan", "is no director on that day"))
        if from_ == to:
            faults.append(FieldFault("taker", "phải là người khác", "must be somebody else"))
        faults += text_faults("deciding_text", deciding_text, 60)
        if not deciding_text.strip():
            faults.append(
                FieldFault("deciding_text", "ghi văn bản ủy quyền, tối đa 60 ký tự", "write the text, up to 60")
            )
        faults += text_faults("position", position, 120)
        if until < since:
            faults.append(FieldFault("until", "trước ngày bắt đầu", "is before it begins"))
        if faults:
            raise Refused(*faults)
        made = Delegation.objects.create(
            body=viewer.body, giver=from_, taker=to, deciding_text=deciding_text.strip(), position=position.strip(),
            since=since, until=until,
        )  # fmt: skip
        told = {"giver": giver, "taker": taker, "text": made.deciding_text}
        told |= {"since": since.isoformat(), "until": until.isoformat()}
        record(viewer.body.pk, viewer.person.pk, "delegate", made, data=told)
        return made


def end_delegation(viewer: Viewer, delegation: int) -> None:
    """Take a delegation back: yesterday was its last day, or it never begins. Forbidden, Refused, NotHere."""
    require(viewer, "admin")
    with transaction.atomic():
        found = Delegation.objects.select_for_update().filter(pk=delegation, body=viewer.body).first()
        if found is None:
            raise NotHere(delegation)
        last = today() - timedelta(days=1)
        if found.until <= last:
            raise Refused(FieldFault("until", "đã hết hiệu lực rồi", "is over already"))
        told = {"was": found.until.isoformat(), "taker": found.taker_id}
        if last < found.since:
            found.since = last  # never counted: the row stays, for a day on which nobody signed by it
        found.until = last
        found.save(update_fields=["since", "until"])
        record(viewer.body.pk, viewer.person.pk, "end_delegation", found, data=told)


def send_link(viewer: Viewer, person: int) -> str:
    """The secret of a new link for who forgot the password. Refused for who works at another body too: their
    administrator here must not get into what they do there. Forbidden, NotHere."""
    require(viewer, "admin")
    with transaction.atomic():
        found = ours(viewer, person)
        refuse_elsewhere(viewer, found)
        if not found.is_active:
            found.is_active = True
            found.save(update_fields=["is_active"])
        record(viewer.body.pk, viewer.person.pk, "send_link", found)
        return new_link(found)


def leave(viewer: Viewer, person: int, last_day: date) -> None:
    """Somebody leaves the body: every role and delegation here ends that day; who works nowhere else and whose day has
    come signs in no more. Forbidden, Refused, NotHere."""
    require(viewer, "admin")
    with transaction.atomic():
        Body.objects.select_for_update().get(pk=viewer.body.pk)
        found = ours(viewer, person)
        open_ = list(RoleHeld.objects.filter(person=found, body=viewer.body).exclude(until__lte=last_day))
        for role in open_:
            role.until = max(last_day, role.since)
            role.save(update_fields=["until"])
        for each in Delegation.objects.filter(taker=found, body=viewer.body, until__gt=last_day, since__lte=last_day):
            each.until = last_day
            each.save(update_fields=["until"])
        _keep_an_admin(viewer, *(role.role for role in open_))
        if last_day <= today() and not _elsewhere(viewer, found):
            found.is_active = False
            found.save(update_fields=["is_active"])
        record(viewer.body.pk, viewer.person.pk, "leave", found, data={"last_day": last_day.isoformat()})


def _give(viewer: Viewer, person: Person, new: NewRole) -> RoleHeld:
    body = Body.objects.select_for_update().get(pk=viewer.body.pk)
    position = spelled(new.position)
    unit = body.units.filter(pk=new.unit).first() if new.unit is not None else None
    faults = []
    if new.role not in RoleHeld.Role.values:
        faults.append(FieldFault("role", "chọn một vai trò", "choose a role"))
    if new.unit is not None and unit is None:
        faults.append(FieldFault("unit", "chọn một đơn vị của cơ quan", "choose a unit of the body"))
    if new.capacity not in ("", "KT") or (new.capacity and new.role != "director"):
        faults.append(
            FieldFault("capacity", "KT. chỉ dành cho cấp phó của lãnh đạo", "KT. is for deputies of a director")
        )
    faults += text_faults("position", position, 120)
    if new.until is not None and new.until < new.since:
        faults.append(FieldFault("until", "trước ngày bắt đầu", "is before it begins"))
    if not faults and _overlaps(person, body, new):
        faults.append(FieldFault("role", "đang giữ vai trò này trong những ngày đó", "is held on those days already"))
    if faults:
        raise Refused(*faults)
    held = RoleHeld.objects.create(
        person=person, body=body, unit=unit, role=new.role, capacity=new.capacity, position=position,
        since=new.since, until=new.until,
    )  # fmt: skip
    if not person.is_active:
        person.is_active = True
        person.save(update_fields=["is_active"])
    told: dict[str, object] = {"person": person.pk, "role": new.role, "capacity": new.capacity, "position": position}
    told |= {"unit": new.unit, "since": new.since.isoformat(), "until": new.until and new.until.isoformat()}
    record(body.pk, viewer.person.pk, "give_role", held, data=told)
    return held


def _overlaps(person: Person, body: Body, new: NewRole) -> bool:
    same = RoleHeld.objects.filter(person=person, body=body, role=new.role, unit=new.unit).exclude(until__lt=new.since)
    return (same if new.until is None else same.exclude(since__gt=new.until)).exists()


def ours(viewer: Viewer, person: int) -> Person:
    """Somebody who has or had a role here."""
    found = Person.objects.filter(pk=person, roles__body=viewer.body).distinct().first()
    if found is None:
        raise NotHere(person)
    return found


def _elsewhere(viewer: Viewer, person: Person) -> bool:
    others = RoleHeld.objects.filter(person=person).exclude(body=viewer.body).exclude(until__lt=today())
    given = Delegation.objects.filter(taker=person, until__gte=today()).exclude(body=viewer.body)
    return others.exists() or given.exists()


def refuse_elsewhere(viewer: Viewer, person: Person) -> None:
    """Refused for who works at another body too."""
    if _elsewhere(viewer, person):
        raise Refused(
            FieldFault(
                "person",
                "người này còn làm việc ở cơ quan khác; quản trị một cơ quan không được đặt lại mật khẩu hay bước hai",
                "they work at another body too; an administrator of one body must not reset password or second step",
            )
        )


def _keep_an_admin(viewer: Viewer, *ended: str) -> None:
    """A body whose last administrator goes could never be put in order again. Both today and with no end in sight."""
    if "admin" not in ended:
        return
    admins = RoleHeld.objects.filter(body=viewer.body, role="admin", person__is_active=True)
    if not on_day(admins, today()).filter(until=None).exists():
        raise Refused(
            FieldFault(
                "role",
                "cơ quan phải luôn có một quản trị; giao vai trò quản trị cho người khác trước",
                "a body must have an administrator; give the role to somebody else first",
            )
        )
