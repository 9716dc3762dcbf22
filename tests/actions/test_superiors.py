"""A further body, who stands above whom, and what that lets see: an office sets it up by itself, and nothing of one body
leaks to another. Lạng Sơn's department stands below the province; Mường Hoa's is a neighbour."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from quyet.actions.clock import clock_at
from quyet.actions.founding import NewBody, found
from quyet.actions.invitations import accept
from quyet.actions.programmes import open_programme, share
from quyet.actions.refusal import Forbidden, NotHere, Refused
from quyet.actions.superiors import confirm_inferior, end_inferior, name_superior, set_sharing
from quyet.queries.directory import ties_of
from quyet.queries.people import viewer
from quyet.queries.programmes import row, shared_with
from quyet.store.models import Body, BodySuperior, JournalRow, Notice, Person
from tests.actions.test_programmes import CONTENT
from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db

DAY = date(2024, 3, 5)
CENTRE = NewBody(
    name="Trung tâm Khuyến công tỉnh Lạng Sơn", level="department", person="Mã Văn Khoa", login="khoa", chapter="416",
    identifier="H37.9.1",
)  # fmt: skip


@pytest.fixture(autouse=True)
def in_2024() -> Iterator[None]:
    with clock_at(datetime(2024, 3, 5, 2, 0, tzinfo=UTC)):
        yield


def acts(body: Body) -> list[tuple[str, str | None]]:
    rows = JournalRow.objects.filter(body=body).order_by("id").select_related("person")
    return [(each.act, each.person and each.person.login) for each in rows]


def centre(cast: Cast) -> tuple[Body, Person, str]:
    return found(cast["admin"], CENTRE)


# --- a further body ---------------------------------------------------------------------------------------------------


def test_a_further_body_begins_with_its_first_administrator_alone(cast: Cast) -> None:
    body, person, secret = centre(cast)
    assert (body.level, body.chapter, body.identifier, body.parent, body.is_first) == (
        "department", "416", "H37.9.1", None, False,
    )  # fmt: skip
    assert (body.names.get().name, body.names.get().chapter) == (CENTRE.name, "416")
    assert viewer(person, DAY).roles == {"admin"} and not person.has_usable_password()
    accept(secret, PASSWORD)
    assert acts(body) == [("found_body", "inh"), ("set_password", "khoa")]
    assert acts(cast.department) == [("found_body", "inh")]
    assert viewer(cast["admin"].person, DAY, body.pk).body == cast.department, "whoever opened it has no role there"


def test_only_the_administrators_of_the_first_body_open_one(cast: Cast) -> None:
    before = Body.objects.count()
    for who in (cast["director"], cast["accountant"], cast.of("-tinh", "admin"), cast.of("-xa", "admin")):
        with pytest.raises(Forbidden):
            found(who, CENTRE)
    body, person, _ = found(None, CENTRE)  # whoever runs the server, by the command
    assert acts(body) == [("found_body", None)] and viewer(person, DAY).body == body
    assert Body.objects.count() == before + 1


def test_what_cannot_be_is_said_at_every_field_and_nothing_is_there(cast: Cast) -> None:
    wrong = NewBody(
        name="SỞ NÔNG NGHIỆP  TỈNH MƯỜNG HOA", level="ministry", person="", login="AN", chapter="41", email="khoa",
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        found(cast["admin"], wrong)
    assert {each.field: each.message for each in refused.value.faults} == {
        "name": "đã có cơ quan tên này",
        "chapter": "phải là 3 chữ số",
        "level": "chọn một cấp",
        "person": "ghi họ tên, tối đa 120 ký tự",
        "login": "đã có người dùng tên đăng nhập này",
        "email": "không phải là một địa chỉ thư",
    }
    assert Body.objects.count() == 3 and not JournalRow.objects.exists()
    with pytest.raises(NotHere):
        found(cast["admin"], NewBody("Trung tâm", "department", "Mã Văn Khoa", "khoa", superior=987654))
    assert Body.objects.count() == 3


# --- who stands above whom --------------------------------------------------------------------------------------------


def asked(cast: Cast) -> tuple[Body, object, BodySuperior]:
    """The centre says that it stands below the department; nobody has confirmed that."""
    body, person, _ = centre(cast)
    admin = viewer(person, DAY)
    row_ = name_superior(admin, cast.department.pk, DAY)
    assert row_ is not None
    return body, admin, row_


def test_a_superior_counts_once_it_has_confirmed_it(cast: Cast) -> None:
    body, admin, tie = asked(cast)
    body.refresh_from_db()
    assert body.parent is None and ties_of(body).open == tie
    with pytest.raises(Refused, match="no superior body has confirmed"):
        set_sharing(admin, True)
    told = Notice.objects.get(person=cast["admin"].person)
    assert (told.body, told.programme) == (cast.department, None)
    assert told.message == (
        f"{CENTRE.name} ghi Sở Công Thương tỉnh Lạng Sơn là cơ quan cấp trên từ 05/03/2024, chờ xác nhận."
    )
    confirm_inferior(cast["admin"], tie.pk)
    body.refresh_from_db()
    assert (body.parent, body.shares) == (cast.department, False)
    assert acts(body)[-2:] == [("name_superior", "khoa"), ("confirm_inferior", "inh")]
    assert acts(cast.department)[-1] == ("confirm_inferior", "inh")
    assert Notice.objects.filter(person__login="khoa").count() == 1


def test_nobody_but_the_superior_s_administrator_confirms_it(cast: Cast) -> None:
    _, admin, tie = asked(cast)
    with pytest.raises(Forbidden):
        confirm_inferior(cast["director"], tie.pk)
    for who in (admin, cast.of("-tinh", "admin"), cast.of("-xa", "admin")):
        for act in (confirm_inferior, end_inferior):
            with pytest.raises(NotHere):
                act(who, tie.pk)
    with pytest.raises(Forbidden):
        name_superior(cast["director"], cast.province.pk, DAY)


def test_a_declined_one_counts_never_and_another_may_be_named(cast: Cast) -> None:
    body, admin, tie = asked(cast)
    end_inferior(cast["admin"], tie.pk)
    with pytest.raises(NotHere):
        confirm_inferior(cast["admin"], tie.pk)
    body.refresh_from_db()
    assert body.parent is None and ties_of(body).open is None
    again = name_superior(admin, cast.province.pk, DAY)
    assert again is not None and ties_of(body).open == again


def test_a_body_stands_under_one_at_a_time_from_day_to_day(cast: Cast) -> None:
    body, admin, tie = asked(cast)
    confirm_inferior(cast["admin"], tie.pk)
    set_sharing(admin, True)
    with clock_at(datetime(2025, 3, 3, 2, 0, tzinfo=UTC)):
        for day, said in (
            (date(2025, 3, 4), "ngày này chưa tới"), (DAY, "phải sau ngày của cấp trên trước đó"),
        ):  # fmt: skip
            with pytest.raises(Refused) as refused:
                name_superior(admin, cast.province.pk, day)
            assert [each.message for each in refused.value.faults] == [said]
        name_superior(admin, cast.province.pk, date(2025, 3, 1))
    body.refresh_from_db()
    assert (body.parent, body.shares) == (None, False), "the new one has not confirmed it, the old one reads no more"
    rows = [(each.superior, each.since, each.until) for each in body.superiors.order_by("id")]
    assert rows == [
        (cast.department, DAY, date(2025, 2, 28)),
        (cast.province, date(2025, 3, 1), None),
    ]


def test_no_body_stands_above_itself_neither_at_once_nor_in_a_circle(cast: Cast) -> None:
    body, admin, tie = asked(cast)
    with pytest.raises(Refused, match="stands below this one"):
        name_superior(admin, body.pk, DAY)
    mirrored = name_superior(cast["admin"], body.pk, DAY)  # each names the other, neither is confirmed
    assert mirrored is not None
    confirm_inferior(admin, mirrored.pk)
    with pytest.raises(Refused, match="stands below this one"):
        confirm_inferior(cast["admin"], tie.pk)
    cast.department.refresh_from_db(), body.refresh_from_db()
    assert (cast.department.parent, body.parent) == (body, None)


# --- what it lets see -------------------------------------------------------------------------------------------------


def test_the_superior_reads_what_is_shared_while_sharing_is_open(cast: Cast) -> None:
    """The department below the province: the director shares one programme, the administrator opens and closes it."""
    made, kept = open_programme(cast["officer"], CONTENT), open_programme(cast["officer"], CONTENT.replace("40", "41"))
    above = cast.of("-tinh", "director")
    set_sharing(cast["admin"], False)
    with pytest.raises(Refused, match="shares nothing with a superior"):
        share(cast["director"], made.pk, True)
    set_sharing(cast["admin"], True)
    share(cast["director"], made.pk, True)
    assert [each.pk for each in shared_with(above).rows] == [made.pk]
    assert row(above, made.pk) == made and row(above, kept.pk) is None
    assert row(cast.of("-xa", "director"), made.pk) is None and not shared_with(cast.of("-xa", "director")).rows
    set_sharing(cast["admin"], False)
    assert not shared_with(above).rows and row(above, made.pk) is None
    assert [act for act, _ in acts(cast.department)][-3:] == ["share_upward", "share", "unshare_upward"]


def test_nothing_goes_down_and_nothing_to_who_has_not_confirmed(cast: Cast) -> None:
    body, admin, tie = asked(cast)
    upper = open_programme(cast["officer"], CONTENT)
    share(cast["director"], upper.pk, True)
    assert row(admin, upper.pk) is None and not shared_with(admin).rows
    Body.objects.filter(pk=body.pk).update(shares=True)
    assert not shared_with(cast["director"]).rows
    confirm_inferior(cast["admin"], tie.pk)
    assert row(admin, upper.pk) is None and not shared_with(admin).rows, "what is above stays above"
