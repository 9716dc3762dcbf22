"""In whose name a command on this machine works: an officer of a body."""

from __future__ import annotations

from datetime import date

from quyet.core.values.folding import fold, squeeze
from quyet.queries.people import Viewer, on_day, viewer
from quyet.store.models import RoleHeld


class NotOne(LookupError):
    """No officer fits, or several do: `choices` are theirs, as login and body."""

    def __init__(self, choices: list[tuple[str, str]]) -> None:
        super().__init__(f"{len(choices)} officers")
        self.choices = choices


def officer_called(day: date, login: str | None = None, body: str | None = None) -> Viewer:
    """The officer with that login at that body, as far as either is said. NotOne."""
    held = on_day(RoleHeld.objects.filter(role="officer", person__is_active=True), day)
    rows = held.select_related("person", "body").order_by("person__login", "body__name")
    fit = [
        each
        for each in rows
        if (login is None or each.person.login.casefold() == login.casefold())
        and (body is None or fold(each.body.name) == fold(squeeze(body)))
    ]
    one = {(each.person_id, each.body_id): each for each in fit}
    if len(one) != 1:
        raise NotOne(sorted({(each.person.login, each.body.name) for each in (fit or rows)}))
    (found,) = one.values()
    seen = viewer(found.person, day, found.body_id)
    assert seen is not None, "an officer has a role today"
    return seen
