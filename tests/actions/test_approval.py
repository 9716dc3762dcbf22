"""The road of a programme through the acts, by the tests' cast: what is frozen, refused, told and written down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction

from quyet.actions.allotments import allot
from quyet.actions.approval import (
    NotHere,
    Stopped,
    answer_finding,
    appraise,
    bring_signed,
    send_back,
    sign,
    submit,
    withdraw,
)
from quyet.actions.clock import clock_at
from quyet.actions.programmes import draw_on, open_programme, save_programme
from quyet.actions.refusal import Refused
from quyet.actions.register import issue
from quyet.files.drafts import load_draft
from quyet.files.writers.programme_json import programme_json
from quyet.queries.approval import standing_of
from quyet.queries.checking import answered
from quyet.queries.files import bytes_of
from quyet.queries.journal import verified
from quyet.queries.signatories import signatories
from quyet.store.models import (
    Allotment,
    Body,
    Delegation,
    Notice,
    Person,
    Programme,
    RegisterEntry,
    SignedPaper,
    Version,
)
from tests.actions.test_allotments import GIVEN
from tests.cast import office, viewer_of

pytestmark = pytest.mark.django_db

EXAMPLE = Path(__file__).parents[2] / "cases" / "lang-son-2024" / "programme.yaml"
CONTENT = programme_json(load_draft(EXAMPLE).draft)
DAY = date(2024, 3, 11)


@pytest.fixture(autouse=True)
def in_2024(settings, tmp_path: Path) -> Iterator[None]:
    """The year of the programme, and a folder for its papers."""
    settings.FILES = tmp_path / "files"
    with clock_at(datetime(2024, 3, 11, 2, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def programme() -> Programme:
    """The example, drafted by Lý Thu An, on an allotment of 500.000.000."""
    office()
    made = open_programme(as_("officer"), CONTENT)
    draw_on(as_("officer"), made.pk, allot(as_("accountant"), GIVEN).pk)
    return made


def as_(role: str, tag: str = ""):
    return viewer_of(role, tag=tag, day=DAY)


def answer_all(pk: int) -> None:
    """An answers each warning that stands."""
    programme = Programme.objects.get(pk=pk)
    for each in answered(programme, DAY):
        if each.said.severity == "warning":
            answer_finding(as_("officer"), pk, each.said.about, "Đã mua chung một gói")


def submitted(programme: Programme, role: str = "director") -> Version:
    answer_all(programme.pk)
    body = programme.body_id
    held = next(each for each in signatories(body, DAY) if (each.capacity == "KT") == (role == "deputy"))
    return submit(as_("head"), programme.pk, held.key)


def appraised(programme: Programme, role: str = "director") -> Version:
    version = submitted(programme, role)
    appraise(as_("accountant"), programme.pk, "money")
    appraise(as_("office"), programme.pk, "form")
    return version


def signed(programme: Programme) -> Version:
    version = appraised(programme)
    bring_signed(as_("clerk"), programme.pk, bytes_of(version.paper), "ban-ky.pdf")
    sign(as_("director"), programme.pk)
    return version


def test_the_example_goes_from_draft_to_issued_by_six_people(programme: Programme) -> None:
    signed(programme)
    entry = issue(as_("clerk"), programme.pk, DAY, 135)
    programme.refresh_from_db()
    assert (programme.state, entry.symbol, entry.number) == ("issued", "135/QĐ-SCT", 135)
    assert [version.why for version in programme.versions.order_by("number")] == ["submit", "issue"]
    assert '"number": "135/QĐ-SCT"' in programme.content and '"date": "2024-03-11"' in programme.content
    assert programme.activities.count() == 7
    assert sum(programme.lines.values_list("ceiling", flat=True)) == 185_000_000
    assert programme.money_open
    assert Allotment.objects.get().reserved == 185_000_000
    assert list(entry.dispatches.values_list("recipient", flat=True)) == [
        "Như Điều 3", "Ban Giám đốc Sở (để báo cáo)", "Lưu: VT, QLCN",
    ]  # fmt: skip
    assert standing_of(programme).state == "issued", "the acts lead where the row says"


def test_warnings_need_an_answer_before_it_is_submitted(programme: Programme) -> None:
    held = signatories(programme.body_id, DAY)[0]
    with pytest.raises(Stopped) as stopped:
        submit(as_("head"), programme.pk, held.key)
    assert [each.rule for each in stopped.value.obstacles] == ["warnings_answered"]
    programme.refresh_from_db()
    assert programme.state == "draft" and not programme.versions.exists()


def test_an_answer_outlasts_midnight_and_no_change_of_what_it_answers(programme: Programme) -> None:
    """Asked on 30 December 2026, each activity of 2024 is over and so is the year; the words of that name the day. The
    answers stand on the 31st; where the window of 1.a ends on another day, it is another finding."""
    days = date(2026, 12, 30), date(2026, 12, 31)

    def late(day: date) -> list:
        found = answered(Programme.objects.get(pk=programme.pk), day)
        return [each for each in found if each.said.rule in ("T104", "T106")]

    first, second = (late(day) for day in days)
    assert len(first) == 8, "seven activities and the year"
    assert [each.said.about for each in first] == [each.said.about for each in second]
    assert [next(each.said.message for each in found if each.said.rule == "T106") for found in (first, second)] == [
        "Chương trình năm 2024 nhưng ban hành ngày 30/12/2026. Kiểm tra năm.",
        "Chương trình năm 2024 nhưng ban hành ngày 31/12/2026. Kiểm tra năm.",
    ]
    with clock_at(datetime(2026, 12, 30, 2, 0, tzinfo=UTC)):
        for each in first:
            answer_finding(viewer_of("officer", day=days[0]), programme.pk, each.said.about, "Nhập lại từ sổ cũ")
    for day in days:
        assert [each.said.message for each in late(day) if each.answer is None] == []
    programme.refresh_from_db()
    changed = json.loads(programme.content)
    changed["programme"]["activities"][0]["timeframe"] |= {"end": "2024-06-30", "text": "Quý II/2024"}
    save_programme(as_("officer"), programme.pk, programme.revision, json.dumps(changed))
    open_ = [each.said for each in late(days[1]) if each.answer is None]
    assert [(each.ref, "30/06/2024" in each.message) for each in open_] == [("dieu_1/khoan_1/diem_a", True)]


def test_what_no_rule_says_is_not_answered(programme: Programme) -> None:
    with pytest.raises(Refused, match="this finding is gone"):
        answer_finding(as_("officer"), programme.pk, "T104|dieu_1|một điều khác", "Đã rõ")
    assert not programme.answers.exists()


def test_the_paper_bears_the_signature_block_of_who_signs(programme: Programme) -> None:
    version = appraised(programme, "deputy")
    block = json.loads(version.content)["document"]["signature"]
    assert block == {"authority": "KT. GIÁM ĐỐC", "position": "PHÓ GIÁM ĐỐC", "name": "Triệu Thị Em"}
    bring_signed(as_("clerk"), programme.pk, bytes_of(version.paper), "ban-ky.pdf")
    with pytest.raises(Stopped, match="another signatory"):
        sign(as_("director"), programme.pk)
    sign(as_("deputy"), programme.pk)


def test_what_was_submitted_cannot_be_changed_by_an_act_nor_by_sql(programme: Programme) -> None:
    submitted(programme)
    programme.refresh_from_db()
    with pytest.raises(DatabaseError), transaction.atomic():
        Programme.objects.filter(pk=programme.pk).update(content=CONTENT.replace("750", "700"))
    with pytest.raises(Stopped):
        answer_finding(as_("officer"), programme.pk, "P301||x", "y")


def test_a_signed_paper_that_says_something_else_is_named_fact_by_fact(programme: Programme) -> None:
    appraised(programme)
    other = CONTENT.replace('"value": 750', '"value": 700')
    from quyet.files.drafts.load import draft_of
    from quyet.files.writing import WRITERS, lay_out

    paper = bring_signed(as_("clerk"), programme.pk, WRITERS["pdf"](lay_out(draft_of(other.encode(), as_json=True).draft)), "a.pdf")  # fmt: skip
    found = {tuple(each["path"]): (each["meant"], each["read"]) for each in json.loads(paper.differences)}
    assert found["programme", "activities", 1, "quantity"] == ("750 cuốn", "700 cuốn")
    assert not paper.agrees
    with pytest.raises(Stopped, match="no signed paper"):
        sign(as_("director"), programme.pk)


@pytest.mark.parametrize("data", [b"hello", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"PK\x03\x04"])
def test_what_is_no_pdf_is_no_signed_paper(programme: Programme, data: bytes) -> None:
    appraised(programme)
    with pytest.raises(Refused, match="must be a PDF"):
        bring_signed(as_("clerk"), programme.pk, data, "ban-ky.pdf")
    assert not SignedPaper.objects.exists()


def test_words_open_no_signature_on_a_paper_whose_letters_differ(programme: Programme) -> None:
    """Only of a scan may somebody say that it was misread."""
    from quyet.files.drafts.load import draft_of
    from quyet.files.writing import WRITERS, lay_out

    appraised(programme)
    other = WRITERS["pdf"](
        lay_out(draft_of(CONTENT.replace('"value": 750', '"value": 700').encode(), as_json=True).draft)
    )
    paper = bring_signed(as_("clerk"), programme.pk, other, "a.pdf", "máy đọc sai")
    assert (paper.agrees, paper.reason) == (False, "")
    with pytest.raises(Stopped, match="no signed paper"):
        sign(as_("director"), programme.pk)


def test_a_scan_that_was_misread_is_explained_and_the_signatory_sees_it(programme: Programme, monkeypatch) -> None:
    from quyet.actions import approval
    from quyet.core.decisions.source import Notice

    def recognised(data: bytes, name: str):
        reading = read_file(data, name)
        reading.source = replace(reading.source, notices=(Notice("ocr"),))
        reading.document.title = "Về việc phê duyệt nội dung và dự toan"
        return reading

    read_file = approval.read_file
    version = appraised(programme)
    monkeypatch.setattr(approval, "read_file", recognised)
    paper = bring_signed(
        as_("clerk"), programme.pk, bytes_of(version.paper), "quet.pdf", "máy đọc sai dấu trong trích yếu"
    )
    assert (paper.agrees, paper.reason) == (False, "máy đọc sai dấu trong trích yếu")
    sign(as_("director"), programme.pk)


def test_a_programme_that_comes_back_goes_the_road_again_and_keeps_its_versions(programme: Programme) -> None:
    appraised(programme)
    send_back(as_("director"), programme.pk, "draft", "thiếu địa điểm")
    programme.refresh_from_db()
    assert programme.state == "draft"
    assert Notice.objects.filter(person__login="an").latest("id").message.endswith("Lý do: thiếu địa điểm")
    save_programme(
        as_("officer"), programme.pk, programme.revision, programme.content.replace("thành phố Lạng Sơn", "TP Lạng Sơn")
    )
    version = appraised(programme)
    assert version.number == 2


def test_a_return_to_the_accountant_leaves_the_word_of_the_office(programme: Programme) -> None:
    appraised(programme)
    send_back(as_("director"), programme.pk, "money", "xem lại đơn giá băng rôn")
    programme.refresh_from_db()
    assert (programme.state, standing_of(programme).appraised) == ("submitted", {"form"})
    appraise(as_("accountant"), programme.pk, "money")
    programme.refresh_from_db()
    assert programme.state == "appraised"


def test_only_who_drafted_takes_it_back(programme: Programme) -> None:
    submitted(programme)
    with pytest.raises(Refused, match="reason"):
        withdraw(as_("head"), programme.pk, "  ")
    withdraw(as_("head"), programme.pk, "sửa phụ lục")
    programme.refresh_from_db()
    assert programme.state == "draft"


def test_the_clerk_dates_it_neither_before_the_signature_nor_in_days_to_come(programme: Programme) -> None:
    signed(programme)
    for day, word in ((date(2024, 3, 10), "before the day of signature"), (date(2024, 3, 12), "a day to come")):
        with pytest.raises(Refused, match=word):
            issue(as_("clerk"), programme.pk, day, 135)
    programme.refresh_from_db()
    assert programme.state == "signed" and not RegisterEntry.objects.exists()
    assert Allotment.objects.get().reserved == 0


def test_two_programmes_cannot_share_one_dong(programme: Programme) -> None:
    Allotment.objects.update(ceiling=300_000_000, reserved=115_000_001)
    appraise_money = programme  # 184.999.999 đồng are left
    version = appraised(appraise_money)
    bring_signed(as_("clerk"), programme.pk, bytes_of(version.paper), "a.pdf")
    sign(as_("director"), programme.pk)
    with pytest.raises(Stopped) as stopped:
        issue(as_("clerk"), programme.pk, DAY, 135)
    (why,) = stopped.value.obstacles
    assert why.message == (
        "Dự toán 224/QĐ-SCT được giao 300.000.000, đã giữ 115.000.001, còn 184.999.999; chương trình cần 185.000.000 đồng."
    )


def test_another_body_sees_no_programme_of_this_one(programme: Programme) -> None:
    office("Sở Tài chính tỉnh Lạng Sơn", tag="2")
    stranger = viewer_of("head", Body.objects.get(name__startswith="Sở Tài chính"), tag="2", day=DAY)
    for act in (lambda: submit(stranger, programme.pk, 1), lambda: withdraw(stranger, programme.pk, "x")):
        with pytest.raises(NotHere):
            act()


@pytest.mark.django_db(transaction=True)
def test_every_act_stands_in_the_journal_and_the_chain_holds(programme: Programme) -> None:
    signed(programme)
    issue(as_("clerk"), programme.pk, DAY, 135)
    acts = [row.act for row in programme.body.journal.order_by("id")]
    for act in ("answer", "submit", "appraise_money", "appraise_form", "signed_paper", "sign", "issue", "register"):
        assert act in acts
    found = verified(programme.body)
    assert found.broken is None and found.waiting == 0 and found.sealed == len(acts)


def test_a_delegate_signs_tuq_while_the_delegation_holds(programme: Programme) -> None:
    clerk = as_("clerk")
    director = Person.objects.get(login="duc")
    given = {"body": programme.body, "giver": director, "deciding_text": "12/QĐ-SCT", "position": "Chánh Văn phòng"}
    Delegation.objects.create(taker=clerk.person, since=date(2024, 3, 1), until=date(2024, 3, 31), **given)
    keys = [(each.capacity, each.person.name) for each in signatories(programme.body_id, DAY)]
    assert keys == [("", "Lương Minh Đức"), ("KT", "Triệu Thị Em"), ("TUQ", "Bế Thị Giang")]
    assert [each.capacity for each in signatories(programme.body_id, date(2024, 4, 1))] == ["", "KT"]
    answer_all(programme.pk)
    version = submit(as_("head"), programme.pk, signatories(programme.body_id, DAY)[-1].key)
    block = json.loads(version.content)["document"]["signature"]
    assert block == {"authority": "TUQ. GIÁM ĐỐC", "position": "CHÁNH VĂN PHÒNG", "name": "Bế Thị Giang"}
    appraise(as_("accountant"), programme.pk, "money")
    appraise(as_("office"), programme.pk, "form")
    assert bring_signed(as_("office"), programme.pk, bytes_of(version.paper), "a.pdf").agrees
    sign(as_("clerk"), programme.pk)
    assert programme.acts.get(move="sign").capacity == "TUQ"
