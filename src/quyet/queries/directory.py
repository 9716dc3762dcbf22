"""The people and units of a body, as its administrator sees them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from unicodedata import normalize

from allauth.mfa.models import Authenticator

from quyet.core.values.collation import by_given_name
from quyet.core.values.folding import squeeze
from quyet.store.models import Body, BodyName, BodySuperior, Delegation, Invitation, Person, RoleHeld, Unit


@dataclass(frozen=True, slots=True)
class Entry:
    """A person with all roles at one body, those of the past too. `invited`: a link to set a password is open;
    `second_step`: a code is asked beside the password."""

    person: Person
    held: tuple[RoleHeld, ...]
    invited: bool
    second_step: bool = False

    def now(self, day: date) -> tuple[RoleHeld, ...]:
        """The roles that count on a day."""
        return tuple(each for each in self.held if each.since <= day and (each.until is None or each.until >= day))


def nobody_yet() -> bool:
    """Whether there is no person at all: then a one-time link makes the first."""
    return not Person.objects.exists()


def people_of(body: Body) -> list[Entry]:
    """Everybody who has or had a role at a body, by given name."""
    held: dict[int, list[RoleHeld]] = {}
    for each in RoleHeld.objects.filter(body=body).select_related("person", "unit").order_by("since", "id"):
        held.setdefault(each.person_id, []).append(each)
    open_ = set(Invitation.objects.filter(person__in=held, used_at=None).values_list("person", flat=True))
    people = sorted((roles[0].person for roles in held.values()), key=lambda each: (by_given_name(each.name), each.pk))
    return [Entry(person, tuple(held[person.pk]), person.pk in open_) for person in people]


def person_of(body: Body, person: int) -> Entry | None:
    """One of them."""
    found = next((each for each in people_of(body) if each.person.pk == person), None)
    step = found is not None and Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists()
    return replace(found, second_step=step) if found is not None else None


def units_of(body: Body) -> list[Unit]:
    """The units of a body, those of the past too."""
    return list(body.units.all())


def names_of(body: Body) -> list[BodyName]:
    """What a body was called, the latest first."""
    return list(body.names.order_by("-id"))


def delegations_of(body: Body) -> list[Delegation]:
    """Who signs TUQ. for whom, the latest first."""
    return list(body.delegations.select_related("giver", "taker").order_by("-since", "-id"))


def bodies() -> list[Body]:
    """Every body that is kept here."""
    return list(Body.objects.order_by("name"))


def body_called(name: str) -> Body | None:
    """The body of that name, as it is spelled here."""
    return Body.objects.filter(name=squeeze(normalize("NFC", name))).first()


@dataclass(frozen=True, slots=True)
class Ties:
    """How a body is tied to others: what it says of its superior, the last first, and who says that it stands below.
    `open`: the row that counts or waits for its confirmation; `shared`: programmes marked to be shared."""

    above: tuple[BodySuperior, ...]
    below: tuple[BodySuperior, ...]
    shared: int

    @property
    def open(self) -> BodySuperior | None:
        return next((each for each in self.above if each.until is None), None)


def ties_of(body: Body) -> Ties:
    """The ties of a body; three queries."""
    above = body.superiors.select_related("superior").order_by("-id")
    below = body.inferiors.filter(until=None).select_related("body").order_by("body__name")
    return Ties(tuple(above), tuple(below), body.programmes.filter(shared=True).count())


def others(body: Body) -> list[Body]:
    """The bodies that may stand above one: every other."""
    return list(Body.objects.exclude(pk=body.pk).order_by("name"))
