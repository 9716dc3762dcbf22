"""Who comes, holds a role from when to when, signs TUQ., leaves; and who may say so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

import pytest

from quyet.actions import bodies, people
from quyet.actions.clock import clock_at
from quyet.actions.invitations import FirstStart, accept, first_link, invited, may_start, start
from quyet.actions.people import NewRole
from quyet.actions.refusal import Forbidden, NotHere, Refused
from quyet.queries.people import viewer
from quyet.store.models import Body, BodyName, Delegation, Invitation, JournalRow, Person, RoleHeld
from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)
OFFICER = NewRole("officer", DAY)


@pytest.fixture(autouse=True)
def in_2026():
    with clock_at(datetime(2026, 3, 2, 2, 0, tzinfo=UTC)):
        yield


def said(refused: pytest.ExceptionInfo[Refused]) -> dict[str, str]:
    return {fault.field: fault.message for fault in refused.value.faults}


def held(cast: Cast, role: str) -> RoleHeld:
    return cast[role].held[0]


def journal(body: Body) -> list[tuple[str, str]]:
    rows = JournalRow.objects.filter(body=body).order_by("id")
    return [(each.act, each.person.login) for each in rows]


# --- somebody new -----------------------------------------------------------------------------------------------------


def test_somebody_new_gets_a_role_and_a_link_of_which_only_the_hash_is_kept(cast: Cast) -> None:
    person, secret = people.invite(cast["admin"], " khanh.ha ", "Hà  Thị Khánh", "", OFFICER)
    assert (person.login, person.name, person.has_usable_password()) == ("khanh.ha", "Hà Thị Khánh", False)
    kept = Invitation.objects.get()
    assert kept.digest == sha256(secret.encode()).hexdigest()
    assert secret not in str(list(Invitation.objects.values()))
    assert kept.expires_at - kept.made_at == timedelta(hours=24)
    assert viewer(person, DAY).roles == {"officer"} and viewer(person, DAY - timedelta(days=1)) is None
    assert journal(cast.department) == [("invite", "inh"), ("give_role", "inh")]


def test_the_link_sets_a_password_once(cast: Cast) -> None:
    _, secret = people.invite(cast["admin"], "khanh", "Hà Thị Khánh", "", OFFICER)
    with pytest.raises(Refused) as refused:
        accept(secret, "1234567890")
    assert said(refused) == {"password": "không được chỉ gồm chữ số"}
    accept(secret, PASSWORD)  # a refusal does not use the link up
    assert Person.objects.get(login="khanh").check_password(PASSWORD)
    with pytest.raises(NotHere):
        accept(secret, PASSWORD)
    assert journal(cast.department)[-1] == ("set_password", "khanh")


def test_a_link_ends_after_a_day_and_with_the_next_one(cast: Cast) -> None:
    person, first = people.invite(cast["admin"], "khanh", "Hà Thị Khánh", "", OFFICER)
    second = people.send_link(cast["admin"], person.pk)
    with pytest.raises(NotHere):
        invited(first)
    assert invited(second) == person
    with clock_at(datetime(2026, 3, 3, 2, 0, 1, tzinfo=UTC)), pytest.raises(NotHere):
        invited(second)
    with pytest.raises(NotHere):
        invited("x" * 43)


@pytest.mark.parametrize(
    ("login", "name", "email", "field", "message"),
    [
        ("AN", "Ai Đó", "", "login", "đã có người dùng tên đăng nhập này"),
        ("lý an", "Ai Đó", "", "login", "gồm 2 đến 60 chữ cái không dấu, chữ số, dấu chấm, gạch nối"),
        ("ai.do", "  ", "", "name", "ghi họ tên, tối đa 120 ký tự"),
        ("ai.do", "Ai Đó", "không phải thư", "email", "không phải là một địa chỉ thư"),
    ],
)
def test_names_that_cannot_be_taken(cast: Cast, login: str, name: str, email: str, field: str, message: str) -> None:
    with pytest.raises(Refused) as refused:
        people.invite(cast["admin"], login, name, email, OFFICER)
    assert said(refused) == {field: message}


# --- roles ------------------------------------------------------------------------------------------------------------


def test_a_role_counts_on_its_days_and_ends(cast: Cast) -> None:
    an = cast["officer"].person
    given = people.give_role(cast["admin"], an.pk, NewRole("clerk", DAY, until=DAY + timedelta(days=30)))
    assert viewer(an, DAY + timedelta(days=30)).roles == {"officer", "clerk"}
    assert viewer(an, DAY + timedelta(days=31)).roles == {"officer"}
    people.end_role(cast["admin"], given.pk, DAY)
    assert viewer(an, DAY + timedelta(days=1)).roles == {"officer"}


def test_a_deputy_signs_kt_and_nobody_else_does(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        people.give_role(cast["admin"], cast["head"].person.pk, NewRole("head", DAY, capacity="KT"))
    assert said(refused) == {"capacity": "KT. chỉ dành cho cấp phó của lãnh đạo"}
    new = NewRole("director", DAY, capacity="KT", position="PHÓ GIÁM ĐỐC")
    people.give_role(cast["admin"], cast["head"].person.pk, new)
    assert cast["head"].actor().roles["director"] == "KT"


def test_the_same_role_twice_on_the_same_days_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        people.give_role(cast["admin"], cast["clerk"].person.pk, NewRole("clerk", DAY))
    assert said(refused) == {"role": "đang giữ vai trò này trong những ngày đó"}


def test_a_unit_of_another_body_is_none_here(cast: Cast) -> None:
    theirs = cast.neighbour.units.get()
    with pytest.raises(Refused) as refused:
        people.give_role(cast["admin"], cast["officer"].person.pk, NewRole("clerk", DAY, unit=theirs.pk))
    assert said(refused) == {"unit": "chọn một đơn vị của cơ quan"}


def test_somebody_of_another_body_is_welcomed_by_the_name_they_sign_in_with(cast: Cast) -> None:
    theirs = cast.of("-xa", "auditor").person
    with pytest.raises(NotHere):
        people.give_role(cast["admin"], theirs.pk, NewRole("auditor", DAY))
    people.welcome(cast["admin"], "HAI-xa", NewRole("auditor", DAY))
    assert {each.name for each in viewer(theirs, DAY).bodies} == {cast.department.name, cast.neighbour.name}
    with pytest.raises(Refused, match="they work at another body too"):
        people.send_link(cast["admin"], theirs.pk)  # or one could get into what they do there
    with pytest.raises(Refused) as refused:
        people.welcome(cast["admin"], "khong-co", NewRole("auditor", DAY))
    assert said(refused) == {"login": "không có tài khoản tên này"}


def test_a_body_keeps_an_administrator(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        people.end_role(cast["admin"], held(cast, "admin").pk, DAY)
    assert said(refused)["role"].startswith("cơ quan phải luôn có một quản trị")
    with pytest.raises(Refused):
        people.leave(cast["admin"], cast["admin"].person.pk, DAY)
    assert cast["admin"].roles == {"admin"}
    people.give_role(cast["admin"], cast["office"].person.pk, NewRole("admin", DAY))
    people.leave(cast["admin"], held(cast, "admin").person_id, DAY)
    assert not Person.objects.get(login="inh").is_active


# --- TUQ., and leaving ------------------------------------------------------------------------------------------------


def test_a_delegation_lets_sign_on_its_days_and_is_not_passed_on(cast: Cast) -> None:
    duc, bao, an = (cast[role].person for role in ("director", "head", "officer"))
    until = DAY + timedelta(days=6)
    made = people.delegate(cast["admin"], duc.pk, bao.pk, "15/GUQ-SCT", "TRƯỞNG PHÒNG", DAY, until)
    assert viewer(bao, DAY).actor().roles["director"] == "TUQ"
    assert "director" not in viewer(bao, until + timedelta(days=1)).roles
    with pytest.raises(Refused) as refused:
        people.delegate(cast["admin"], bao.pk, an.pk, "16/GUQ-SCT", "", DAY, until)
    assert said(refused) == {"giver": "ngày đó không phải là lãnh đạo cơ quan"}
    people.end_delegation(cast["admin"], made.pk)
    assert "director" not in viewer(bao, DAY).roles and Delegation.objects.get().until < DAY
    assert journal(cast.department)[-1] == ("end_delegation", "inh")


def test_who_leaves_holds_nothing_and_signs_in_no_more(cast: Cast) -> None:
    giang = cast["clerk"].person
    people.delegate(cast["admin"], cast["director"].person.pk, giang.pk, "1/GUQ", "", DAY, DAY + timedelta(days=9))
    people.leave(cast["admin"], giang.pk, DAY)
    giang.refresh_from_db()
    assert not giang.is_active and viewer(giang, DAY + timedelta(days=1)) is None


def test_who_leaves_one_of_two_bodies_still_signs_in(cast: Cast) -> None:
    people.welcome(cast["admin"], "hai-xa", NewRole("auditor", DAY))
    theirs = cast.of("-xa", "auditor").person
    people.leave(cast["admin"], theirs.pk, DAY)
    theirs.refresh_from_db()
    assert theirs.is_active
    assert [each.name for each in viewer(theirs, DAY + timedelta(days=1)).bodies] == [cast.neighbour.name]


# --- who may ----------------------------------------------------------------------------------------------------------

ACTS: dict[str, Callable[[Cast, object], object]] = {
    "invite": lambda cast, who: people.invite(who, "ai", "Ai", "", OFFICER),
    "give_role": lambda cast, who: people.give_role(who, cast["officer"].person.pk, NewRole("admin", DAY)),
    "welcome": lambda cast, who: people.welcome(who, "an", NewRole("admin", DAY)),
    "end_role": lambda cast, who: people.end_role(who, held(cast, "clerk").pk, DAY),
    "delegate": lambda cast, who: people.delegate(
        who, cast["director"].person.pk, cast["officer"].person.pk, "1", "", DAY, DAY
    ),
    "send_link": lambda cast, who: people.send_link(who, cast["director"].person.pk),
    "leave": lambda cast, who: people.leave(who, cast["director"].person.pk, DAY),
    "rename": lambda cast, who: bodies.rename(who, "Tên khác", "", "", DAY),
    "describe": lambda cast, who: bodies.describe(who, "416", "", True),
    "open_unit": lambda cast, who: bodies.open_unit(who, "Phòng Mới", DAY),
    "close_unit": lambda cast, who: bodies.close_unit(who, cast.department.units.get().pk, DAY),
}


@pytest.mark.parametrize("role", ["officer", "head", "accountant", "office", "director", "deputy", "clerk", "auditor"])
@pytest.mark.parametrize("act", ACTS)
def test_only_the_administrator_does_any_of_it(cast: Cast, act: str, role: str) -> None:
    with pytest.raises(Forbidden, match="this is for administrator"):
        ACTS[act](cast, cast[role])
    assert not JournalRow.objects.exists()


@pytest.mark.parametrize("act", sorted(set(ACTS) - {"invite", "welcome", "rename", "describe", "open_unit"}))
def test_the_administrator_of_another_body_finds_nobody_here(cast: Cast, act: str) -> None:
    with pytest.raises(NotHere):
        ACTS[act](cast, cast.of("-xa", "admin"))
    assert not JournalRow.objects.exists()


# --- the body ---------------------------------------------------------------------------------------------------------


def test_a_body_gets_another_name_and_keeps_the_old_one_for_its_days(cast: Cast) -> None:
    bodies.rename(cast["admin"], "Sở Công Thương và Đầu tư tỉnh Lạng Sơn", "416", "H37.5", date(2025, 3, 1))
    assert Body.objects.get(pk=cast.department.pk).name == "Sở Công Thương và Đầu tư tỉnh Lạng Sơn"
    rows = BodyName.objects.filter(body=cast.department).order_by("id").values_list("name", "since", "until")
    assert list(rows) == [
        ("Sở Công Thương tỉnh Lạng Sơn", None, date(2025, 2, 28)),
        ("Sở Công Thương và Đầu tư tỉnh Lạng Sơn", date(2025, 3, 1), None),
    ]
    assert journal(cast.department) == [("rename_body", "inh")]


@pytest.mark.parametrize(
    ("name", "chapter", "since", "field", "message"),
    [
        ("SỞ NÔNG NGHIỆP  TỈNH MƯỜNG HOA", "", DAY, "name", "đã có cơ quan tên này"),
        ("", "", DAY, "name", "ghi tên cơ quan, tối đa 200 ký tự"),
        ("Sở Mới", "41", DAY, "chapter", "phải là 3 chữ số"),
        ("Sở Mới", "416", date(2026, 3, 3), "since", "ngày này chưa tới"),
    ],
)
def test_names_and_codes_that_cannot_be(
    cast: Cast, name: str, chapter: str, since: date, field: str, message: str
) -> None:
    with pytest.raises(Refused) as refused:
        bodies.rename(cast["admin"], name, chapter, "", since)
    assert said(refused) == {field: message}


def test_a_unit_opens_and_closes_when_nobody_is_left_in_it(cast: Cast) -> None:
    made = bodies.open_unit(cast["admin"], "Phòng Quản lý Thương mại", date(2024, 1, 1))
    with pytest.raises(Refused) as twice:
        bodies.open_unit(cast["admin"], "phòng quản lý thương mại", DAY)
    assert said(twice) == {"name": "đơn vị này đã có"}
    given = people.give_role(cast["admin"], cast["clerk"].person.pk, NewRole("officer", DAY, unit=made.pk))
    with pytest.raises(Refused) as refused:
        bodies.close_unit(cast["admin"], made.pk, DAY)
    assert said(refused) == {"until": "còn người giữ vai trò ở đây: Bế Thị Giang"}
    people.end_role(cast["admin"], given.pk, DAY)
    bodies.close_unit(cast["admin"], made.pk, DAY)
    made.refresh_from_db()
    assert made.until == DAY


# --- the first start --------------------------------------------------------------------------------------------------

GIVEN = FirstStart("Sở Công Thương tỉnh Lạng Sơn", "department", "Phan Thị Inh", "inh", PASSWORD)


def test_the_first_start_makes_a_body_and_its_administrator_once() -> None:
    secret = first_link()
    assert secret and may_start(secret)
    person = start(secret, GIVEN)
    assert viewer(person, DAY).roles == {"admin"} and person.check_password(PASSWORD)
    assert Body.objects.get().names.get().name == GIVEN.body
    assert first_link() is None and not may_start(secret)
    with pytest.raises(NotHere):
        start(secret, GIVEN)
    assert journal(Body.objects.get()) == [("first_start", "inh")]


def test_a_first_link_dies_with_the_next_one_and_when_anybody_is_there() -> None:
    first, second = first_link(), first_link()
    assert not may_start(first) and may_start(second)
    Person.objects.create(login="ai", name="Ai Đó", password="!")
    with pytest.raises(NotHere):
        start(second, GIVEN)
    assert not Body.objects.exists()


def test_a_first_start_that_is_refused_can_be_sent_again() -> None:
    secret = first_link()
    with pytest.raises(Refused) as refused:
        start(secret, FirstStart(" ", "department", "Phan Thị Inh", "inh", PASSWORD))
    assert said(refused) == {"body": "ghi tên cơ quan, tối đa 200 ký tự"}
    assert may_start(secret) and not Person.objects.exists()


def test_a_link_of_a_person_does_not_start_anything(cast: Cast) -> None:
    _, secret = people.invite(cast["admin"], "khanh", "Hà Thị Khánh", "", OFFICER)
    with pytest.raises(NotHere):
        start(secret, GIVEN)
