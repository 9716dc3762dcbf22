"""A reader that missed an activity of an adopted decision, or made one up, is helped by the officer: the head sees both,
and the facts of an added activity are confirmed like all others. The example orders seven activities, 1.a to 3."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction

from quyet.actions.adoption import accept, confirm, correct_fact
from quyet.actions.adoption_changes import Missed, add_activity, drop_activity
from quyet.actions.approval import Stopped
from quyet.actions.clock import clock_at
from quyet.actions.received import register_adopted
from quyet.actions.refusal import NotHere, Refused
from quyet.queries.adoption import adoption_of
from quyet.queries.adoption_page import page
from quyet.store.models import AdoptionChange, Programme
from tests.actions.test_adoption import adopted, as_, confirm_all, facts
from tests.adopted import signed_pdf
from tests.cast import office

pytestmark = pytest.mark.django_db

SAID = "Treo băng rôn về sản xuất và tiêu dùng bền vững"
"""Words that the example's paper has."""
CONTEST = Missed("Hội thi tìm hiểu về tiêu dùng bền vững", SAID, after=1, label="1.b1")


@pytest.fixture(autouse=True)
def in_2024(settings, tmp_path: Path) -> Iterator[None]:
    settings.FILES = tmp_path / "files"
    with clock_at(datetime(2024, 3, 20, 2, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def programme() -> Programme:
    office()
    return adopted(signed_pdf(with_annex=False))


def shown(programme: Programme):
    programme.refresh_from_db()
    adoption = adoption_of(programme)
    assert adoption is not None
    return page(adoption, programme.content)


def labels(programme: Programme) -> list[str]:
    return [group.label for group in shown(programme).groups if group.part == "activity"]


def said_of(refused) -> dict[str, str]:
    return {each.field: each.message for each in refused.value.faults}


def test_an_added_activity_stands_where_it_was_missed_and_waits_for_its_facts(programme: Programme) -> None:
    confirm_all(programme.pk)
    assert facts(programme.pk).unconfirmed == 0
    made = add_activity(as_("officer"), programme.pk, CONTEST)
    assert (made.which, made.after, made.words) == (7, 1, SAID)
    assert labels(programme) == ["1.a", "1.b", "1.b1", "1.c", "1.d", "2.a", "2.b", "3"]
    waiting = {each.path: each.value for each in facts(programme.pk).waiting if not each.is_confirmed}
    assert waiting == {
        "/programme/activities/7/title": "Hội thi tìm hiểu về tiêu dùng bền vững",
        "/programme/activities/7/quantity": "",
        "/programme/activities/7/timeframe": "",
    }, "all that was confirmed of the others stays confirmed"
    with pytest.raises(Stopped, match="3 facts are not confirmed"):
        confirm(as_("officer"), programme.pk)
    correct_fact(as_("officer"), programme.pk, "/programme/activities/7/quantity", "01 cuộc")
    correct_fact(as_("officer"), programme.pk, "/programme/activities/7/timeframe", "Quý III/2024")
    assert confirm_all(programme.pk) == 3
    confirm(as_("officer"), programme.pk)
    accept(as_("head"), programme.pk)
    register_adopted(as_("clerk"), programme.pk, number=57)
    rows = list(programme.activities.order_by("place").values_list("label", "title", "quantity", "unit"))
    assert rows[2] == ("1.b1", "Hội thi tìm hiểu về tiêu dùng bền vững", 1, "cuộc") and len(rows) == 8


def test_a_dropped_activity_is_gone_with_its_facts_and_the_others_stay_confirmed(programme: Programme) -> None:
    confirm_all(programme.pk)
    before = len(facts(programme.pk).waiting)
    drop_activity(as_("officer"), programme.pk, 1, "Dòng này là tiêu đề, không phải hoạt động")
    assert labels(programme) == ["1.a", "1.c", "1.d", "2.a", "2.b", "3"]
    left = facts(programme.pk)
    assert left.unconfirmed == 0 and len(left.waiting) < before
    assert left.at("/programme/activities/1/title") is None
    assert left.at("/programme/activities/2/title") is not None, "1.c keeps its number, its words and its confirmation"
    confirm(as_("officer"), programme.pk)
    accept(as_("head"), programme.pk)
    register_adopted(as_("clerk"), programme.pk, number=57)
    assert [each.label for each in programme.activities.order_by("place")] == ["1.a", "1.c", "1.d", "2.a", "2.b", "3"]


def test_one_after_the_other_each_keeps_its_number(programme: Programme) -> None:
    drop_activity(as_("officer"), programme.pk, 0, "đọc thừa")
    first = add_activity(as_("officer"), programme.pk, Missed("Hội thi một", SAID, after=None, label="0"))
    second = add_activity(as_("officer"), programme.pk, Missed("Hội thi hai", SAID, after=first.which, label="0b"))
    drop_activity(as_("officer"), programme.pk, first.which, "thêm nhầm")
    assert (first.which, second.which) == (7, 8)
    assert labels(programme) == ["0b", "1.b", "1.c", "1.d", "2.a", "2.b", "3"]
    correct_fact(as_("officer"), programme.pk, "/programme/activities/8/quantity", "2 cuộc")
    assert facts(programme.pk).at("/programme/activities/8/quantity").value == "02 cuộc"
    assert facts(programme.pk).at("/programme/activities/1/quantity").value == "750 cuốn"
    made = [(each.change.what, each.change.which, each.line is not None) for each in shown(programme).changes]
    assert made == [("drop", 0, False), ("add", 7, True), ("add", 8, True), ("drop", 7, False)]


def test_it_takes_the_words_of_the_paper_or_a_reason_why_the_file_has_none(programme: Programme) -> None:
    for wrong, said in (
        (Missed("", SAID), {"title": "ghi tên hoạt động như trên văn bản"}),
        (Missed("Hội thi", " "), {"words": "chép lại lời văn của hoạt động này"}),
        (Missed("Hội thi", "Tổ chức hội thi cấp tỉnh"), {
            "reason": "lời văn này không có trong tệp đã đọc; ghi vì sao, ví dụ bản quét mất dòng"
        }),
        (Missed("Hội thi", SAID, after=99), {"after": "chọn chỗ của hoạt động"}),
        (Missed("Hội thi", SAID, label="1" * 21), {"label": "dài quá 20 ký tự"}),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            add_activity(as_("officer"), programme.pk, wrong)
        assert said_of(refused) == said
    lost = Missed("Hội thi", "Tổ chức hội thi cấp tỉnh", reason="bản quét mất dòng cuối trang 1")
    assert add_activity(as_("officer"), programme.pk, lost).reason == "bản quét mất dòng cuối trang 1"
    for which, reason, field in ((99, "thừa", "which"), (0, " ", "reason")):
        with pytest.raises(Refused) as refused:
            drop_activity(as_("officer"), programme.pk, which, reason)
        assert list(said_of(refused)) == [field]


def test_an_activity_that_lines_of_the_annex_name_is_not_dropped() -> None:
    office()
    programme = adopted()
    before = programme.content
    with pytest.raises(Refused) as refused:
        drop_activity(as_("officer"), programme.pk, 0, "đọc thừa")
    assert said_of(refused)["which"].startswith("phụ lục có 1 dòng của hoạt động này, như «Treo băng rôn")
    programme.refresh_from_db()
    assert programme.content == before and not AdoptionChange.objects.exists()


def test_only_an_officer_of_the_body_while_it_is_a_draft_and_it_stands_for_good(programme: Programme) -> None:
    office("Sở Tài chính tỉnh Hà Bình", tag="2")
    with pytest.raises(NotHere):
        add_activity(as_("officer", "2"), programme.pk, CONTEST)
    for role in ("head", "accountant", "clerk"):
        with pytest.raises(Stopped):
            add_activity(as_(role), programme.pk, CONTEST)
    add_activity(as_("officer"), programme.pk, CONTEST)
    confirm_all(programme.pk)
    confirm(as_("officer"), programme.pk)
    for act in (
        lambda: add_activity(as_("officer"), programme.pk, CONTEST),
        lambda: drop_activity(as_("officer"), programme.pk, 0, "thừa"),
    ):
        with pytest.raises(Stopped):
            act()
    with pytest.raises(DatabaseError), transaction.atomic():
        AdoptionChange.objects.update(words="khác")
    row = programme.body.journal.get(act="add_activity")
    assert row.person == as_("officer").person and SAID in row.data
