"""A reader that missed an activity, a basis or an assignment of an adopted decision, or made one up, is helped by the
officer: the head sees both, and the facts of what was added are confirmed like all others. The example orders seven
activities, 1.a to 3, rests on three bases and charges six."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction

from quyet.actions.adoption import accept, confirm, correct_fact
from quyet.actions.adoption_changes import (
    Missed,
    MissedAssignment,
    MissedBasis,
    add_activity,
    add_assignment,
    add_basis,
    drop,
)
from quyet.actions.approval import Stopped
from quyet.actions.clock import clock_at
from quyet.actions.received import register_adopted
from quyet.actions.refusal import NotHere, Refused
from quyet.core.adoption import Change
from quyet.queries.adoption import adoption_of
from quyet.queries.adoption_lists import change_of
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
    drop(as_("officer"), programme.pk, "activity", 1, "Dòng này là tiêu đề, không phải hoạt động")
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
    drop(as_("officer"), programme.pk, "activity", 0, "đọc thừa")
    first = add_activity(as_("officer"), programme.pk, Missed("Hội thi một", SAID, after=None, label="0"))
    second = add_activity(as_("officer"), programme.pk, Missed("Hội thi hai", SAID, after=first.which, label="0b"))
    drop(as_("officer"), programme.pk, "activity", first.which, "thêm nhầm")
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
        (Missed("Hội thi", " "), {"words": "chép lại lời văn trên văn bản"}),
        (Missed("Hội thi", "Tổ chức hội thi cấp tỉnh"), {
            "reason": "lời văn này không có trong tệp đã đọc; ghi vì sao, ví dụ bản quét mất dòng"
        }),
        (Missed("Hội thi", SAID, after=99), {"after": "chọn chỗ đứng trong danh sách"}),
        (Missed("Hội thi", SAID, label="1" * 21), {"label": "dài quá 20 ký tự"}),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            add_activity(as_("officer"), programme.pk, wrong)
        assert said_of(refused) == said
    lost = Missed("Hội thi", "Tổ chức hội thi cấp tỉnh", reason="bản quét mất dòng cuối trang 1")
    assert add_activity(as_("officer"), programme.pk, lost).reason == "bản quét mất dòng cuối trang 1"
    for which, reason, field in ((99, "thừa", "which"), (0, " ", "reason")):
        with pytest.raises(Refused) as refused:
            drop(as_("officer"), programme.pk, "activity", which, reason)
        assert list(said_of(refused)) == [field]


def test_an_activity_that_lines_of_the_annex_name_is_not_dropped() -> None:
    office()
    programme = adopted()
    before = programme.content
    with pytest.raises(Refused) as refused:
        drop(as_("officer"), programme.pk, "activity", 0, "đọc thừa")
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
        lambda: drop(as_("officer"), programme.pk, "activity", 0, "thừa"),
    ):
        with pytest.raises(Stopped):
            act()
    with pytest.raises(DatabaseError), transaction.atomic():
        AdoptionChange.objects.update(words="khác")
    row = programme.body.journal.get(act="add_activity")
    assert row.person == as_("officer").person and SAID in row.data


# --- bases and assignments -------------------------------------------------------------------------------------------

LAW = "Căn cứ Luật Đấu thầu số 22/2023/QH15 ngày 23 tháng 6 năm 2023"
LOST = "bản quét mất dòng cuối trang 1"
READ = ("Luật Ngân sách nhà nước", "889/QĐ-TTg", "224/QĐ-SCT")
"""What tells the example's three bases."""
CHARGED = [
    "chủ trì: Phòng Quản lý Công nghiệp", "phối hợp: Phòng Quản lý Thương mại", "phối hợp: Văn phòng Sở",
    "thi hành: Chánh Văn phòng Sở", "thi hành: Trưởng phòng Quản lý Công nghiệp",
    "thi hành: Trưởng phòng Quản lý Thương mại",
]  # fmt: skip


def content_of(programme: Programme) -> dict:
    programme.refresh_from_db()
    return json.loads(programme.content)


def bases(programme: Programme) -> list[str]:
    """Each by what tells it."""
    known = (*READ, "22/2023/QH15", "nhu cầu")
    return [
        next(each for each in known if each in basis["text"]) for basis in content_of(programme)["document"]["bases"]
    ]


def charged(programme: Programme) -> list[str]:
    return [member.name for group in shown(programme).of("assignments") for member in group.members]


def waiting(programme: Programme) -> dict[str, str]:
    return {each.path: each.value for each in facts(programme.pk).waiting if not each.is_confirmed}


def issued(programme: Programme) -> Programme:
    confirm_all(programme.pk)
    confirm(as_("officer"), programme.pk)
    accept(as_("head"), programme.pk)
    register_adopted(as_("clerk"), programme.pk, number=57)
    programme.refresh_from_db()
    return programme


def test_an_added_basis_is_read_of_its_words_and_waits_for_its_facts(programme: Programme) -> None:
    confirm_all(programme.pk)
    made = add_basis(as_("officer"), programme.pk, MissedBasis(f"{LAW};", after=0, reason=LOST))
    assert (made.title, made.reason, change_of(made)) == (LAW, LOST, Change("add", 3, 0, "bases"))
    assert bases(programme) == ["Luật Ngân sách nhà nước", "22/2023/QH15", "889/QĐ-TTg", "224/QĐ-SCT"]
    assert waiting(programme) == {
        "/document/bases/3/text": LAW,
        "/document/bases/3/number": "22/2023/QH15",
        "/document/bases/3/date": "23/06/2023",
    }, "all that was confirmed of the others stays confirmed"
    with pytest.raises(Stopped, match="3 facts are not confirmed"):
        confirm(as_("officer"), programme.pk)
    correct_fact(as_("officer"), programme.pk, "/document/bases/3/date", "24/6/2023")
    assert content_of(programme)["document"]["bases"][1]["date"] == "2023-06-24"
    assert bases(issued(programme)) == ["Luật Ngân sách nhà nước", "22/2023/QH15", "889/QĐ-TTg", "224/QĐ-SCT"]


def test_a_basis_that_names_no_instrument_is_kept_by_its_words(programme: Programme) -> None:
    confirm_all(programme.pk)
    add_basis(as_("officer"), programme.pk, MissedBasis("Căn cứ nhu cầu thực tế của địa phương", 2, LOST))
    assert waiting(programme) == {"/document/bases/3/text": "Căn cứ nhu cầu thực tế của địa phương"}
    assert bases(programme)[-1] == "nhu cầu"


def test_a_dropped_basis_is_gone_and_comes_back_with_its_words(programme: Programme) -> None:
    confirm_all(programme.pk)
    text = content_of(programme)["document"]["bases"][1]["text"]
    drop(as_("officer"), programme.pk, "bases", 1, "thuộc văn bản khác")
    assert bases(programme) == ["Luật Ngân sách nhà nước", "224/QĐ-SCT"] and waiting(programme) == {}
    assert facts(programme.pk).at("/document/bases/2/number").value == "224/QĐ-SCT", "it keeps its number"
    back = add_basis(as_("officer"), programme.pk, MissedBasis(text, after=0))
    assert bases(programme) == list(READ) and back.reason == "", "the file has these words: no reason is asked"
    assert set(waiting(programme)) == {f"/document/bases/3/{name}" for name in ("text", "number", "date")}
    drop(as_("officer"), programme.pk, "bases", 3, "thêm nhầm")
    assert waiting(programme) == {}
    done = [(each.of.what, each.of.part, each.of.which, each.line is not None) for each in shown(programme).changes]
    assert done == [("drop", "bases", 1, False), ("add", "bases", 3, True), ("drop", "bases", 3, False)]
    assert shown(programme).changes[0].change.title.startswith("Căn cứ Quyết định số 889/QĐ-TTg")


def test_an_added_assignment_stands_at_its_place_and_a_dropped_one_is_gone(programme: Programme) -> None:
    assert charged(programme) == CHARGED
    confirm_all(programme.pk)
    missed = MissedAssignment("coordinate", "Trung tâm Khuyến công", "Văn phòng Sở", after=2)
    assert change_of(add_assignment(as_("officer"), programme.pk, missed)) == Change("add", 6, 2, "assignments")
    assert waiting(programme) == {"/programme/assignments/6": "phối hợp: Trung tâm Khuyến công"}
    correct_fact(as_("officer"), programme.pk, "/programme/assignments/6", "phối hợp: Trung tâm Khuyến công tỉnh")
    drop(as_("officer"), programme.pk, "assignments", 4, "đọc thừa")
    left = [*CHARGED[:3], "phối hợp: Trung tâm Khuyến công tỉnh", CHARGED[3], CHARGED[5]]
    assert charged(programme) == left
    assert facts(programme.pk).at("/programme/assignments/5").value == CHARGED[5], "it keeps its number"
    made = content_of(issued(programme))["programme"]["assignments"]
    assert made[3] == {"unit": "Trung tâm Khuyến công tỉnh", "role": "coordinate"} and len(made) == 6


def test_lists_do_not_get_in_the_way_of_one_another(programme: Programme) -> None:
    confirm_all(programme.pk)
    for part in ("activity", "bases", "assignments"):
        drop(as_("officer"), programme.pk, part, 0, "đọc thừa")
    add_activity(as_("officer"), programme.pk, CONTEST)
    add_basis(as_("officer"), programme.pk, MissedBasis(LAW, 2, LOST))
    add_assignment(as_("officer"), programme.pk, MissedAssignment("lead", "Văn phòng Sở", SAID))
    assert labels(programme) == ["1.b", "1.b1", "1.c", "1.d", "2.a", "2.b", "3"]
    assert bases(programme) == ["889/QĐ-TTg", "224/QĐ-SCT", "22/2023/QH15"]
    assert charged(programme) == ["chủ trì: Văn phòng Sở", *CHARGED[1:]]
    assert sorted(waiting(programme)) == [
        "/document/bases/3/date", "/document/bases/3/number", "/document/bases/3/text",
        "/programme/activities/7/quantity", "/programme/activities/7/timeframe", "/programme/activities/7/title",
        "/programme/assignments/6",
    ]  # fmt: skip


def test_every_basis_and_assignment_can_go_and_one_can_come(programme: Programme) -> None:
    for which in range(3):
        drop(as_("officer"), programme.pk, "bases", which, "đọc thừa")
    for which in range(6):
        drop(as_("officer"), programme.pk, "assignments", which, "đọc thừa")
    assert shown(programme).of("bases", "assignments") == []
    add_basis(as_("officer"), programme.pk, MissedBasis(LAW, reason=LOST))
    add_assignment(as_("officer"), programme.pk, MissedAssignment("lead", "Văn phòng Sở", SAID))
    assert (bases(programme), charged(programme)) == (["22/2023/QH15"], ["chủ trì: Văn phòng Sở"])


def test_what_is_wrong_of_a_basis_or_an_assignment_is_said_at_its_field(programme: Programme) -> None:
    two = f"{LAW}; Nghị định số 24/2024/NĐ-CP ngày 27/02/2024 của Chính phủ"
    same = content_of(programme)["document"]["bases"][1]["text"]
    for wrong, said in (
        (MissedBasis(" ;"), {"words": "chép lại lời văn trên văn bản"}),
        (MissedBasis(LAW), {"reason": "lời văn này không có trong tệp đã đọc; ghi vì sao, ví dụ bản quét mất dòng"}),
        (MissedBasis(two, None, LOST), {"words": "lời văn này nêu 2 văn bản; thêm từng căn cứ một"}),
        (MissedBasis(LAW, 9, LOST), {"after": "chọn chỗ đứng trong danh sách"}),
        (MissedBasis(same), {"words": "đã có ở đây"}),
        (MissedAssignment("lead", " ", SAID), {"unit": "ghi đơn vị hoặc người được giao"}),
        (MissedAssignment("chief", "Văn phòng Sở", SAID), {"role": "chọn vai trò"}),
        (MissedAssignment("coordinate", "Văn phòng  Sở", SAID), {"unit": "đã có ở đây"}),
    ):
        add = add_basis if isinstance(wrong, MissedBasis) else add_assignment
        with pytest.raises(Refused) as refused:
            add(as_("officer"), programme.pk, wrong)
        assert said_of(refused) == said, wrong
    for part in ("bases", "assignments"):
        for which, reason, field in ((99, "thừa", "which"), (0, " ", "reason")):
            with pytest.raises(Refused) as refused:
                drop(as_("officer"), programme.pk, part, which, reason)
            assert list(said_of(refused)) == [field]
    assert not AdoptionChange.objects.exists()


def test_each_act_is_the_officer_s_while_it_is_a_draft_and_stands_in_the_journal(programme: Programme) -> None:
    acts = (
        lambda who: add_basis(who, programme.pk, MissedBasis(LAW, reason=LOST)),
        lambda who: drop(who, programme.pk, "bases", 0, "đọc thừa"),
        lambda who: add_assignment(who, programme.pk, MissedAssignment("lead", "Văn phòng Sở", SAID)),
        lambda who: drop(who, programme.pk, "assignments", 0, "đọc thừa"),
    )
    office("Sở Tài chính tỉnh Hà Bình", tag="2")
    for act in acts:
        with pytest.raises(NotHere):
            act(as_("officer", "2"))
        for role in ("head", "accountant", "clerk"):
            with pytest.raises(Stopped):
                act(as_(role))
        act(as_("officer"))
    kept = [(row.act, row.reason, json.loads(row.data)) for row in programme.body.journal.order_by("id")]
    law = "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015"
    assert [row for row in kept if row[0].startswith(("add_", "drop_"))] == [
        ("add_basis", LOST, {"basis": LAW, "words": LAW}),
        ("drop_basis", "đọc thừa", {"basis": law, "words": None}),
        ("add_assignment", "", {"assignment": "chủ trì: Văn phòng Sở", "words": SAID}),
        ("drop_assignment", "đọc thừa", {"assignment": CHARGED[0], "words": None}),
    ]
    confirm_all(programme.pk)
    confirm(as_("officer"), programme.pk)
    for act in acts:
        with pytest.raises(Stopped):
            act(as_("officer"))
