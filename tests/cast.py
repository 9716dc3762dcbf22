"""The tests' cast: one office with a person for each role, and an office that is none of theirs. All invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

SINCE = date(2024, 1, 1)
PEOPLE: dict[str, tuple[str, str]] = {
    "officer": ("an", "Lý Thu An"),
    "head": ("bao", "Hoàng Văn Bảo"),
    "accountant": ("cuc", "Nông Thị Cúc"),
    "office": ("dung", "Vi Văn Dũng"),
    "director": ("duc", "Lương Minh Đức"),
    "deputy": ("em", "Triệu Thị Em"),
    "clerk": ("giang", "Bế Thị Giang"),
    "auditor": ("hai", "Đàm Văn Hải"),
    "admin": ("inh", "Phan Thị Inh"),
}
"""Role → the name they sign in with, and their name. `deputy`: a director who signs KT."""
POSITIONS = {"director": "Giám đốc", "deputy": "Phó Giám đốc"}
PASSWORD = "mot-mat-khau-dai-cua-kiem-thu"


def office(name: str = "Sở Công Thương tỉnh Lạng Sơn", unit: str = "Phòng Quản lý Công nghiệp", tag: str = "") -> Any:
    """The body with its cast; `tag` makes a second cast with other sign-in names."""
    from quyet.store.models import Body, BodyName, Person, RoleHeld, Unit

    body = Body.objects.get_or_create(name=name)[0]
    BodyName.objects.get_or_create(body=body, name=name, since=None)
    desk = Unit.objects.get_or_create(body=body, name=unit)[0]
    for role, (login, called) in PEOPLE.items():
        person = Person(login=login + tag, name=called, email=f"{login}{tag}@example.invalid", is_example=True)
        person.set_unusable_password()
        person.save()
        held = "director" if role == "deputy" else role
        RoleHeld.objects.create(
            person=person, body=body, unit=desk if held in ("officer", "head") else None, role=held,
            capacity="KT" if role == "deputy" else "", position=POSITIONS.get(role, ""), since=SINCE,
        )  # fmt: skip
    return body


def viewer_of(role: str, body: Any = None, tag: str = "", day: date | None = None) -> Any:
    """One of the cast as the site sees them, today."""
    from quyet.actions.clock import today
    from quyet.queries.people import viewer
    from quyet.store.models import Person

    person = Person.objects.get(login=PEOPLE[role][0] + tag)
    found = viewer(person, day or today(), body.pk if body else None)
    assert found is not None
    return found


DEPARTMENT, PROVINCE, NEIGHBOUR = "Sở Công Thương tỉnh Lạng Sơn", "UBND tỉnh Lạng Sơn", "Sở Nông nghiệp tỉnh Mường Hoa"
TAGS = {"": DEPARTMENT, "-tinh": PROVINCE, "-xa": NEIGHBOUR}


@dataclass(frozen=True)
class Cast:
    """Three bodies with a cast each: the department, the province above it, and a neighbour that is none of theirs.
    `cast["officer"]` is the department's as the site sees them today; `cast.of("-xa", "officer")` the neighbour's."""

    department: Any
    province: Any
    neighbour: Any

    def __getitem__(self, role: str) -> Any:
        return self.of("", role)

    def of(self, tag: str, role: str) -> Any:
        return viewer_of(role, tag=tag)


def make_cast() -> Cast:
    """Everybody, in the database of the test."""
    department, province, neighbour = (office(name, tag=tag) for tag, name in TAGS.items())
    department.parent, department.shares, province.level = province, True, "province"
    department.is_first = True  # whose administrators open further bodies
    department.save(), province.save()
    return Cast(department, province, neighbour)
