"""A journal as a page shows it, a part at a time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from quyet.queries.journal import Page, listed, told
from quyet.store.models import Body, JournalRow, Person

pytestmark = pytest.mark.django_db

MORNING = datetime(2024, 3, 5, 1, 0, tzinfo=UTC)  # 08:00 where the office is
LAN, MINH = "Nguyễn Thị Lan", "Trần Văn Minh"


@pytest.fixture
def body() -> Body:
    """Its journal: ten acts of two people, an hour apart, with programmes 7 and 8 in turn."""
    made = Body.objects.create(name="Sở Công Thương tỉnh Hà Bình")
    people = [Person.objects.create(login=login, name=name) for login, name in (("lan", LAN), ("minh", MINH))]
    for hour in range(10):
        JournalRow.objects.create(
            body=made, at=MORNING + timedelta(hours=hour), person=people[hour % 5 == 0], act=f"act{hour}",
            subject="programme", subject_id=7 + hour % 2, data='{"step":"money"}',
        )  # fmt: skip
    JournalRow.objects.create(
        body=Body.objects.create(name="Sở Tài chính tỉnh Hà Bình"), at=MORNING, act="of another body"
    )
    return made


def acts(page: Page) -> list[str]:
    return [row.act for row in page.rows]


def test_pages_lead_from_the_newest_to_the_first_without_a_row_twice(body: Body) -> None:
    first = listed(body.pk, size=4)
    second = listed(body.pk, size=4, before=first.older)
    third = listed(body.pk, size=4, before=second.older)
    assert acts(first) == ["act9", "act8", "act7", "act6"]
    assert acts(second) == ["act5", "act4", "act3", "act2"]
    assert (acts(third), third.older) == (["act1", "act0"], None)
    assert listed(body.pk, size=10).older is None


def test_a_programme_a_person_and_a_day_are_found(body: Body) -> None:
    minh = Person.objects.get(name=MINH)
    assert acts(listed(body.pk, programme=8)) == ["act9", "act7", "act5", "act3", "act1"]
    assert acts(listed(body.pk, person=minh.pk)) == ["act5", "act0"]
    assert acts(listed(body.pk, programme=7, person=minh.pk)) == ["act0"]
    assert listed(body.pk, day=date(2024, 3, 4)) == Page((), None)


def test_a_day_begins_and_ends_where_the_office_is(body: Body) -> None:
    JournalRow.objects.create(body=body, at=datetime(2024, 3, 5, 16, 59, tzinfo=UTC), act="last minute")
    JournalRow.objects.create(body=body, at=datetime(2024, 3, 5, 17, 0, tzinfo=UTC), act="after midnight")
    assert acts(listed(body.pk, day=date(2024, 3, 5)))[0] == "last minute"
    assert acts(listed(body.pk, day=date(2024, 3, 6))) == ["after midnight"]


def test_a_page_is_one_query_with_its_people_and_seals(
    body: Body, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        page = listed(body.pk, programme=7, day=date(2024, 3, 5))
        shown = [(row.person and row.person.name, hasattr(row, "seal"), told(row)) for row in page.rows]
    assert shown[-1] == (MINH, False, {"step": "money"}) and len(shown) == 5
