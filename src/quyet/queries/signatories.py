"""Who may be named as signing on a day: directors, their deputies, and whom a director delegated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quyet.core.approval import Capacity
from quyet.queries.people import on_day
from quyet.store.models import Delegation, Person, RoleHeld


@dataclass(frozen=True, slots=True)
class Signatory:
    """One of them. `key` is what a form sends; `head`: the position of the head in whose stead they sign."""

    key: str
    person: Person
    capacity: Capacity
    position: str
    head: str


def signatories(body: int, day: date) -> list[Signatory]:
    """Those of a body, directors first, then deputies (KT.), then delegates (TUQ.)."""
    rows = RoleHeld.objects.filter(body=body, role="director", person__is_active=True)
    held = list(on_day(rows, day).select_related("person").order_by("capacity", "person__name"))
    head = next((each.position for each in held if not each.capacity), "")
    given = on_day(Delegation.objects.filter(body=body, taker__is_active=True), day).select_related("taker")
    by_right = [
        Signatory(f"role-{each.pk}", each.person, "KT" if each.capacity else "", each.position, head) for each in held
    ]
    delegated = [
        Signatory(f"delegation-{each.pk}", each.taker, "TUQ", each.position, head)
        for each in given.order_by("taker__name")
    ]
    return by_right + delegated
