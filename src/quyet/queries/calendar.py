"""The calendar of a person's deadlines, as the secret address shows it to who knows it."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256

from quyet.queries.desk import Due, due_of
from quyet.queries.people import viewers
from quyet.store.models import CalendarAddress, Person

BEHIND, AHEAD = timedelta(days=31), timedelta(days=400)
"""What a feed holds: last month, and more than a year to come."""


def digest_of(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode()).hexdigest()


def address_of(person: Person) -> CalendarAddress | None:
    """The address that a person has made, if any."""
    return CalendarAddress.objects.filter(person=person).first()


def owner_of(secret: str) -> CalendarAddress | None:
    """Whose address it is; None for one that is no longer, or whose person does not work here any more."""
    return (
        CalendarAddress.objects.select_related("person")
        .filter(digest=digest_of(secret), person__is_active=True)
        .first()
    )


def deadlines(person: Person, today: date) -> list[Due]:
    """Everything with a day for this person, at every body where they have a role today; none without a role."""
    seen = viewers(person, today)
    return due_of(seen, today - BEHIND, today + AHEAD) if seen else []
