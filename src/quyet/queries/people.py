"""Who a person is at a body on a day: the roles that count, and what may be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from django.db.models import Q, QuerySet

from quyet.core.approval import Actor, Capacity, Role
from quyet.store.models import Body, Delegation, Person, RoleHeld, Unit

Dated = TypeVar("Dated", RoleHeld, Delegation)


@dataclass(frozen=True)
class Viewer:
    """Somebody who signed in, at the body that they work at now. `roles` are those held there today, by unit: None
    counts for the whole body."""

    person: Person
    body: Body
    day: date
    held: tuple[RoleHeld, ...]
    delegated: tuple[Delegation, ...] = ()
    bodies: tuple[Body, ...] = field(default=())
    """Every body that this person has a role at today."""

    @property
    def roles(self) -> frozenset[str]:
        """The roles at the body or at any of its units."""
        return frozenset({each.role for each in self.held} | ({"director"} if self.delegated else set()))

    @property
    def unit(self) -> Unit | None:
        """The unit that this person drafts for: where they are officer, else where they are head."""
        drafting = sorted((each for each in self.held if each.role in ("officer", "head")), key=lambda each: each.role)
        return next((each.unit for each in reversed(drafting)), None)

    def actor(self, unit: int | None = None) -> Actor:
        """This person before a row of the unit: roles of the whole body, and those of that unit."""
        return Actor(self.person.pk, dict(_roles(self.held, self.delegated, unit)))


def _roles(
    held: tuple[RoleHeld, ...], delegated: tuple[Delegation, ...], unit: int | None
) -> Iterator[tuple[Role, Capacity]]:
    """A role of right comes last and so counts before one in another's stead."""
    if delegated:
        yield "director", "TUQ"
    for each in sorted(held, key=lambda role: role.capacity, reverse=True):
        if each.unit_id is None or unit is None or each.unit_id == unit:
            yield each.role, each.capacity  # type: ignore[misc]  # choices of the model are the core's roles


def viewer(person: Person, day: date, body: int | None = None) -> Viewer | None:
    """The person at the body they ask for, else at their first; None for who has no role anywhere that day."""
    seen = viewers(person, day)
    return next((each for each in seen if each.body.pk == body), seen[0] if seen else None)


def viewers(person: Person, day: date) -> list[Viewer]:
    """The person at each body where they have a role that day, where they came first before; two queries, however many
    those are."""
    held = list(on_day(person.roles.select_related("body", "unit"), day))
    given = list(on_day(person.delegations_taken.select_related("body"), day))
    came = sorted(held, key=lambda role: (role.since, role.pk))
    bodies = {each.pk: each for each in (*(role.body for role in came), *(each.body for each in given))}
    return [
        Viewer(
            person,
            here,
            day,
            tuple(each for each in held if each.body_id == here.pk),
            tuple(each for each in given if each.body_id == here.pk),
            tuple(bodies.values()),
        )
        for here in bodies.values()
    ]


def holders(body: int, role: Role, day: date, unit: int | None = None) -> list[Person]:
    """Who holds a role at a body on a day: those of one unit and of the whole body, where a unit is named."""
    found = on_day(RoleHeld.objects.filter(body=body, role=role, person__is_active=True), day)
    if unit is not None:
        found = found.filter(Q(unit=unit) | Q(unit=None))
    return [each.person for each in found.select_related("person").distinct()]


def on_day(rows: QuerySet[Dated], day: date) -> QuerySet[Dated]:
    """Those that count on a day."""
    return rows.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)
