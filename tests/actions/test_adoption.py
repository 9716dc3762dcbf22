"""A decision that was issued elsewhere, adopted by the tests' cast: an officer confirms its facts, the head the whole,
the clerk registers it; the accountant confirms the annex that comes later."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction

from quyet.actions.adoption import accept, adopt, confirm, confirm_facts, correct_fact
from quyet.actions.allotments import allot
from quyet.actions.annex_returns import return_annex
from quyet.actions.annexes import confirm_annex, enter_annex
from quyet.actions.approval import NotHere, Stopped, send_back, sign, withdraw
from quyet.actions.clock import clock_at
from quyet.actions.papers import Incoming, enter_incoming
from quyet.actions.programmes import draw_on, open_programme, save_programme
from quyet.actions.received import register_adopted
from quyet.actions.refusal import Refused
from quyet.actions.register import issue
from quyet.core.estimates.model import PlannedEstimate, PlannedLine
from quyet.files.readers.errors import Unreadable
from quyet.queries.adoption import Facts, adoption_of, facts_of_adoption, lacks_lines, unconfirmed, whole_content
from quyet.queries.approval import standing_of
from quyet.queries.estimates import estimate_of, in_workbook, workbook
from quyet.queries.files import bytes_of
from quyet.queries.journal import verified
from quyet.store.models import Adoption, Allotment, Notice, Programme, RegisterEntry, RoleHeld, Unit
from tests.actions.test_allotments import GIVEN
from tests.adopted import ISSUED, example_data, signed_pdf, unsigned_pdf
from tests.cast import SINCE, office, viewer_of

pytestmark = pytest.mark.django_db

REAL = Path(__file__).parents[3] / "shared" / "decisions" / "lang-son-2024.txt"
DAY = date(2024, 3, 20)


@pytest.fixture(autouse=True)
def in_2024(settings, tmp_path: Path) -> Iterator[None]:
    """Nine days after the decision, and a folder for its papers."""
    settings.FILES = tmp_path / "files"
    with clock_at(datetime(2024, 3, 20, 2, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def body():
    return office()


def as_(role: str, tag: str = ""):
    return viewer_of(role, tag=tag, day=DAY)


def facts(pk: int) -> Facts:
    programme = Programme.objects.get(pk=pk)
    adoption = adoption_of(programme)
    assert adoption is not None
    return facts_of_adoption(adoption, programme.content)


def confirm_all(pk: int, viewer=None) -> int:
    """Each fact as it stands, in one form."""
    seen = {each.path: each.token for each in facts(pk).waiting if not each.is_confirmed and each.is_ready}
    return confirm_facts(viewer or as_("officer"), pk, seen)


def adopted(data: bytes | None = None, name: str = "quyet-dinh.pdf") -> Programme:
    made, is_new = adopt(as_("officer"), data or signed_pdf(), name)
    assert is_new
    return made


def accepted(data: bytes | None = None, name: str = "quyet-dinh.pdf") -> Programme:
    programme = adopted(data, name)
    confirm_all(programme.pk)
    confirm(as_("officer"), programme.pk)
    accept(as_("head"), programme.pk)
    return programme


def real() -> bytes:
    if not REAL.parents[1].exists():
        pytest.skip("shared corpus not found")
    return REAL.read_bytes()


# --- the road --------------------------------------------------------------------------------------------------------


def test_a_pdf_with_its_annex_goes_to_issued_by_three_people(body) -> None:
    given = allot(as_("accountant"), GIVEN)
    data = signed_pdf()
    programme = adopted(data)
    assert (programme.origin, programme.state, programme.unit) == ("adopted", "draft", Unit.objects.get())
    draw_on(as_("officer"), programme.pk, given.pk)
    confirm_all(programme.pk)
    confirm(as_("officer"), programme.pk)
    assert Notice.objects.filter(person__login="bao").exists(), "the head is told"
    accept(as_("head"), programme.pk)
    entry = register_adopted(as_("clerk"), programme.pk, number=57)
    programme.refresh_from_db()
    assert (programme.state, standing_of(programme).state) == ("issued", "issued")
    assert (entry.direction, entry.symbol, entry.day) == ("in", "135/QĐ-SCT", ISSUED)
    assert (entry.number, entry.arrived, entry.issuer) == (57, DAY, "SỞ CÔNG THƯƠNG")
    assert programme.activities.count() == 7
    assert programme.money_open and sum(programme.lines.values_list("ceiling", flat=True)) == 185_000_000
    assert Allotment.objects.get().reserved == 185_000_000
    assert bytes_of(entry.file) == data, "the paper itself is kept"
    assert [(each.why, bytes_of(each.paper) == data) for each in programme.versions.order_by("number")] == [
        ("confirm", True), ("issue", True),
    ]  # fmt: skip


def test_the_decision_of_lang_son_is_issued_without_its_annex_which_comes_later(body) -> None:
    """The file prints neither number nor day: whoever has the paper in hand writes them, and the head sees that. The
    number and day here are the test's own."""
    programme = adopted(real(), "lang-son-2024.txt")
    assert (programme.total, programme.year) == (185_000_000, 2024)
    waiting = {each.path: (each.value, each.words) for each in facts(programme.pk).waiting}
    assert len(waiting) == 60
    assert waiting["/document/number"] == ("", "")
    assert waiting["/programme/activities/1/quantity"] == ("750 cuốn", "750 cuốn")
    assert waiting["/programme/activities/3/quantity"] == ("khoảng 150 đại biểu", "khoảng 150 đại biểu")
    assert waiting["/programme/total/amount"][0] == "185.000.000 đồng"
    assert waiting["/programme/assignments/5"] == (
        "thi hành: Trưởng phòng Quản lý Công nghiệp", "Quản lý Công nghiệp",
    )  # fmt: skip
    correct_fact(as_("officer"), programme.pk, "/document/number", "135/QĐ-SCT")
    correct_fact(as_("officer"), programme.pk, "/document/date", "11/3/2024")
    assert confirm_all(programme.pk) == 60
    confirm(as_("officer"), programme.pk)
    accept(as_("head"), programme.pk)
    entry = register_adopted(as_("clerk"), programme.pk, number=57)
    assert (entry.symbol, entry.day, entry.issuer) == ("135/QĐ-SCT", ISSUED, "SỞ CÔNG THƯƠNG TỈNH LẠNG SƠN")
    programme.refresh_from_db()
    assert [each.label for each in programme.activities.all()] == ["1.a", "1.b", "1.c", "1.d", "2.a", "2.b", "3"]
    assert not programme.lines.exists() and not programme.money_open and lacks_lines(programme)
    annexed(programme)


def annexed(programme: Programme) -> None:
    """An annex of exactly 185.000.000 from Excel, entered by An, confirmed by Cúc."""
    issued = programme.content
    book = workbook(json.dumps(example_data()))
    annex = enter_annex(as_("officer"), programme.pk, [in_workbook(book, "du-toan.xlsx")[0]], (book, "du-toan.xlsx"))
    assert annex.total == 185_000_000 and bytes_of(annex.source) == book
    programme.refresh_from_db()
    assert not programme.money_open, "nobody has confirmed it"
    confirm_annex(as_("accountant"), programme.pk, annex.pk)
    programme.refresh_from_db()
    assert not lacks_lines(programme) and sum(programme.lines.values_list("ceiling", flat=True)) == 185_000_000
    assert not programme.money_open, "no allotment holds it yet: tests/actions/test_tying.py"
    assert {each.activity.label for each in programme.lines.select_related("activity")} == {
        "1.a", "1.b", "1.c", "1.d", "2.a", "2.b", "3",
    }  # fmt: skip
    assert programme.content == issued, "what was issued stays as it was"
    assert programme.versions.latest("number").why == "annex"
    assert len(estimate_of(whole_content(programme)).lines) == len(example_data()["estimates"][0]["lines"])
    assert Adoption.objects.get().lines_confirmed_by == as_("accountant").person


# --- facts -----------------------------------------------------------------------------------------------------------


def test_the_same_file_is_adopted_once_in_a_body(body) -> None:
    data = signed_pdf()
    first = adopted(data)
    assert adopt(as_("officer"), data, "ban-khac.pdf") == (first, False)
    assert Adoption.objects.count() == 1
    office("Sở Tài chính tỉnh Lạng Sơn", tag="2")
    other, is_new = adopt(as_("officer", "2"), data, "quyet-dinh.pdf")
    assert is_new and other.body.name == "Sở Tài chính tỉnh Lạng Sơn"


def test_a_corrected_fact_asks_for_its_own_confirmation_and_keeps_both_values(body) -> None:
    programme = adopted()
    confirm_all(programme.pk)
    path = "/programme/activities/1/quantity"
    made = correct_fact(as_("officer"), programme.pk, path, "700 cuốn")
    assert (made.value, made.was, made.words, made.is_confirmed) == ("700 cuốn", "750 cuốn", "750 cuốn", False)
    with pytest.raises(Stopped) as stopped:
        confirm(as_("officer"), programme.pk)
    assert [each.message for each in stopped.value.obstacles] == ["Còn 1 dữ kiện chưa xác nhận với lời văn."]
    confirm_facts(as_("officer"), programme.pk, {path: made.token})
    assert [(each.path, each.was, each.value) for each in facts(programme.pk).corrected] == [
        (path, "750 cuốn", "700 cuốn")
    ]
    confirm(as_("officer"), programme.pk)


def test_whoever_changes_the_draft_elsewhere_voids_what_changed_and_nothing_else(body) -> None:
    programme = adopted()
    confirm_all(programme.pk)
    programme.refresh_from_db()
    data = json.loads(programme.content)
    data["programme"]["activities"][0]["quantity"]["value"] = 41
    save_programme(as_("officer"), programme.pk, programme.revision, json.dumps(data, ensure_ascii=False))
    open_ = [each.path for each in facts(programme.pk).waiting if not each.is_confirmed]
    assert open_ == ["/programme/activities/0/quantity"]


def test_a_value_that_changed_since_it_was_seen_is_not_confirmed(body) -> None:
    programme = adopted()
    path = "/programme/total/amount"
    with pytest.raises(Refused, match=r"has changed to “185\.000\.000 đồng”"):
        confirm_facts(as_("officer"), programme.pk, {"/document/kind": '"QĐ"', path: "186000000"})
    assert facts(programme.pk).confirmed == 0, "all of them or none"


def test_what_is_typed_is_taken_or_refused_with_what_would_be(body) -> None:
    programme = adopted()
    for path, typed, word in (
        ("/programme/activities/1/quantity", "nhiều", "40 cái"),
        ("/programme/total/amount", "1,500", "185.000.000"),
        ("/document/title", "  ", "cannot be empty"),
        ("/estimates/0/lines/0", "Băng rôn", "table of the estimate"),
        ("/document/articles/0", "x", "no such fact"),
    ):
        with pytest.raises(Refused, match=word):
            correct_fact(as_("officer"), programme.pk, path, typed)


def test_without_number_and_day_it_does_not_go_on(body) -> None:
    programme = adopted(unsigned_pdf())
    confirm_all(programme.pk)
    waiting = [each.path for each in facts(programme.pk).waiting if not each.is_confirmed]
    assert waiting == ["/document/number", "/document/date"]
    with pytest.raises(Refused, match="has no value"):
        confirm_facts(as_("officer"), programme.pk, {"/document/number": "null"})


def test_lines_of_the_annex_are_facts_with_the_words_of_their_row(body) -> None:
    line = facts(adopted().pk).at("/estimates/0/lines/1")
    assert line is not None and line.value.endswith("đồng")
    assert line.asked.value["content"].split()[0] in line.words


# --- who may not -----------------------------------------------------------------------------------------------------


def also(role: str, person_of: str) -> None:
    """A second role of somebody: small bodies have few people."""
    first = viewer_of(person_of, day=DAY)
    RoleHeld.objects.create(person=first.person, body=first.body, unit=None, role=role, since=SINCE)


def test_nobody_accepts_their_own_work(body) -> None:
    also("head", "officer")
    programme = adopted()
    confirm_all(programme.pk)
    confirm(as_("officer"), programme.pk)
    with pytest.raises(Stopped) as stopped:
        accept(as_("officer"), programme.pk)
    assert [each.rule for each in stopped.value.obstacles] == ["own_work"]


def test_the_clerk_waits_for_the_head_and_the_head_does_not_register(body) -> None:
    also("clerk", "head")
    programme = adopted()
    confirm_all(programme.pk)
    confirm(as_("officer"), programme.pk)
    with pytest.raises(Stopped, match="no place now"):
        register_adopted(as_("clerk"), programme.pk, number=57)
    accept(as_("head"), programme.pk)
    with pytest.raises(Stopped, match="another person is needed"):
        register_adopted(as_("head"), programme.pk, number=57)


def test_only_an_officer_adopts_and_confirms_facts(body) -> None:
    with pytest.raises(Refused, match="this is for officer"):
        adopt(as_("clerk"), signed_pdf(), "a.pdf")
    programme = adopted()
    with pytest.raises(Stopped):
        confirm_all(programme.pk, as_("head"))


def test_another_body_sees_nothing_of_it(body) -> None:
    programme = accepted()
    office("Sở Tài chính tỉnh Lạng Sơn", tag="2")
    strangers = {role: as_(role, "2") for role in ("officer", "head", "clerk", "accountant")}
    for act in (
        lambda: confirm_facts(strangers["officer"], programme.pk, {"/document/kind": '"QĐ"'}),
        lambda: correct_fact(strangers["officer"], programme.pk, "/document/kind", "KH"),
        lambda: confirm(strangers["officer"], programme.pk),
        lambda: accept(strangers["head"], programme.pk),
        lambda: register_adopted(strangers["clerk"], programme.pk, number=57),
        lambda: enter_annex(strangers["officer"], programme.pk, []),
        lambda: confirm_annex(strangers["accountant"], programme.pk, 1),
    ):
        with pytest.raises(NotHere):
            act()


def test_the_road_of_a_draft_is_not_open_to_an_adopted_paper(body) -> None:
    """No number of our series, no signature, and none of the adopted road for what was drafted here."""
    programme = accepted()
    with pytest.raises(Refused, match="under its own number"):
        issue(as_("clerk"), programme.pk, DAY, 58)
    with pytest.raises(Stopped, match="no such step"):
        sign(as_("director"), programme.pk)
    drafted = open_programme(as_("officer"), json.dumps(example_data()))
    for act in (
        lambda: confirm(as_("officer"), drafted.pk),
        lambda: confirm_facts(as_("officer"), drafted.pk, {"/document/kind": '"QĐ"'}),
        lambda: register_adopted(as_("clerk"), drafted.pk, number=57),
    ):
        with pytest.raises(Refused, match="is no adopted paper"):
            act()


# --- refusals of the road --------------------------------------------------------------------------------------------


def test_what_holds_no_programme_is_not_adopted(body) -> None:
    with pytest.raises(Refused, match="no programme is approved"):
        adopt(as_("officer"), "Kính gửi: Phòng Quản lý Công nghiệp".encode(), "thu.txt")
    with pytest.raises(Unreadable):
        adopt(as_("officer"), b"", "rong.pdf")
    assert not Programme.objects.exists()


def test_it_comes_back_with_a_reason_and_what_was_confirmed_stays_confirmed(body) -> None:
    programme = accepted()
    send_back(as_("clerk"), programme.pk, "draft", "số ghi trên bản giấy là 136")
    assert unconfirmed(Programme.objects.get(pk=programme.pk)) == 0
    made = correct_fact(as_("officer"), programme.pk, "/document/number", "136/QĐ-SCT")
    confirm_facts(as_("officer"), programme.pk, {made.path: made.token})
    confirm(as_("officer"), programme.pk)
    withdraw(as_("officer"), programme.pk, "xem lại")
    programme.refresh_from_db()
    assert programme.state == "draft"


def test_facts_are_frozen_once_confirmed(body) -> None:
    programme = accepted()
    with pytest.raises(Stopped):
        correct_fact(as_("officer"), programme.pk, "/document/number", "136/QĐ-SCT")
    programme.refresh_from_db()
    with pytest.raises(DatabaseError), transaction.atomic():
        Programme.objects.filter(pk=programme.pk).update(content=programme.content.replace("750", "700"))
    with pytest.raises(DatabaseError), transaction.atomic():
        Adoption.objects.update(reading="{}")


def test_a_paper_arrives_neither_before_its_day_nor_in_days_to_come(body) -> None:
    programme = accepted()
    for arrived, word in ((date(2024, 3, 10), "before the paper's own day"), (date(2024, 3, 21), "a day to come")):
        with pytest.raises(Refused, match=word):
            register_adopted(as_("clerk"), programme.pk, arrived, 57)
    programme.refresh_from_db()
    assert programme.state == "accepted" and not RegisterEntry.objects.exists()


def test_an_allotment_too_small_is_named_with_its_figures(body) -> None:
    given = allot(as_("accountant"), GIVEN)
    programme = adopted()
    draw_on(as_("officer"), programme.pk, given.pk)
    Allotment.objects.update(ceiling=184_999_999)
    confirm_all(programme.pk)
    confirm(as_("officer"), programme.pk)
    accept(as_("head"), programme.pk)
    with pytest.raises(Stopped, match=r"184\.999\.999 left"):
        register_adopted(as_("clerk"), programme.pk, number=57)


def test_a_paper_that_the_clerk_had_entered_before_keeps_its_line(body) -> None:
    paper = Incoming(
        kind="QĐ", symbol="135/QĐ-SCT", day=ISSUED, issuer="Sở Công Thương", title="Phê duyệt chương trình",
        arrived=date(2024, 3, 12), number=41,
    )  # fmt: skip
    entered = enter_incoming(as_("clerk"), paper)
    programme = accepted()
    assert register_adopted(as_("clerk"), programme.pk) == entered
    programme.refresh_from_db()
    assert programme.state == "issued" and RegisterEntry.objects.count() == 1


def test_an_annex_in_the_file_that_does_not_come_to_the_total_opens_no_money(body) -> None:
    """An officer takes one line out of the annex before confirming: the sum no longer is the decision's total."""
    programme = adopted()
    programme.refresh_from_db()
    data = json.loads(programme.content)
    dropped = data["estimates"][0]["lines"].pop()
    save_programme(as_("officer"), programme.pk, programme.revision, json.dumps(data, ensure_ascii=False))
    assert dropped["amount"] == 16_200_000
    confirm_all(programme.pk)
    confirm(as_("officer"), programme.pk)
    accept(as_("head"), programme.pk)
    register_adopted(as_("clerk"), programme.pk, number=57)
    programme.refresh_from_db()
    assert lacks_lines(programme) and not programme.lines.exists() and programme.activities.count() == 7
    annexed(programme)


# --- the annex -------------------------------------------------------------------------------------------------------


def lines(*amounts: int) -> list[PlannedEstimate]:
    """Lines of the first activity with these amounts, in đồng."""
    return [PlannedEstimate(lines=[PlannedLine(content="Băng rôn", activity="1.a", amount=each) for each in amounts])]


@pytest.fixture
def lacking(body) -> Programme:
    """The example issued without its annex."""
    programme = accepted(signed_pdf(with_annex=False))
    register_adopted(as_("clerk"), programme.pk, number=57)
    return Programme.objects.get(pk=programme.pk)


def test_the_example_without_its_annex_takes_it_later(lacking: Programme) -> None:
    assert lacks_lines(lacking) and lacking.activities.count() == 7
    annexed(lacking)


def test_one_dong_apart_is_refused_with_both_figures(lacking: Programme) -> None:
    for amounts, said in (
        ((100_000_000, 85_000_001), "cộng lại là 185.000.001 đồng, quyết định ghi 185.000.000 đồng: thừa 1"),
        ((100_000_000, 84_999_999), "cộng lại là 184.999.999 đồng, quyết định ghi 185.000.000 đồng: thiếu 1"),
    ):
        with pytest.raises(Refused) as refused:
            enter_annex(as_("officer"), lacking.pk, lines(*amounts))
        assert refused.value.faults[0].message.endswith(said)
    for wrong, word in ((lines(), "no line"), (lines(185_000_001, -1), "below nought")):
        with pytest.raises(Refused, match=word):
            enter_annex(as_("officer"), lacking.pk, wrong)
    assert not lacking.annexes.exists()


def test_whoever_entered_an_annex_does_not_confirm_it(lacking: Programme) -> None:
    also("accountant", "officer")
    annex = enter_annex(as_("officer"), lacking.pk, lines(185_000_000))
    with pytest.raises(Refused, match="another person is needed"):
        confirm_annex(as_("officer"), lacking.pk, annex.pk)
    with pytest.raises(Refused, match="this is for chief accountant"):
        confirm_annex(as_("head"), lacking.pk, annex.pk)
    assert not lacking.lines.exists()


def test_an_annex_that_was_entered_anew_has_to_be_looked_at_anew(lacking: Programme) -> None:
    seen = enter_annex(as_("officer"), lacking.pk, lines(185_000_000))
    enter_annex(as_("officer"), lacking.pk, lines(100_000_000, 85_000_000))
    with pytest.raises(Refused, match="entered anew"):
        confirm_annex(as_("accountant"), lacking.pk, seen.pk)


def test_an_annex_is_given_back_with_a_reason_and_another_one_comes(lacking: Programme) -> None:
    first = enter_annex(as_("officer"), lacking.pk, lines(185_000_000))
    for who, reason, said in (
        ("head", "gộp", "this is for chief accountant"), ("accountant", " ", "give a reason"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=said):
            return_annex(as_(who), lacking.pk, first.pk, reason)
    return_annex(as_("accountant"), lacking.pk, first.pk, "Gộp cả chương trình vào một dòng, cần tách theo hoạt động")
    told = Notice.objects.filter(person=as_("officer").person).latest("id").message
    assert told.startswith("Nông Thị Cúc trả lại phụ lục: Gộp cả chương trình vào một dòng")
    with pytest.raises(Refused, match="was given back"):
        confirm_annex(as_("accountant"), lacking.pk, first.pk)
    with pytest.raises(Refused, match="no such annex waits"):
        return_annex(as_("accountant"), lacking.pk, first.pk, "lần nữa")
    second = enter_annex(as_("officer"), lacking.pk, lines(100_000_000, 85_000_000))
    confirm_annex(as_("accountant"), lacking.pk, second.pk)
    assert lacking.lines.count() == 2
    row = lacking.body.journal.get(act="return_annex")
    assert (row.person, row.reason) == (
        as_("accountant").person, "Gộp cả chương trình vào một dòng, cần tách theo hoạt động",
    )  # fmt: skip


def test_a_confirmed_annex_stays(lacking: Programme) -> None:
    annex = enter_annex(as_("officer"), lacking.pk, lines(185_000_000))
    confirm_annex(as_("accountant"), lacking.pk, annex.pk)
    with pytest.raises(Refused, match="takes an annex"):
        enter_annex(as_("officer"), lacking.pk, lines(185_000_000))
    with pytest.raises(DatabaseError), transaction.atomic():
        lacking.annexes.update(total=1)


@pytest.mark.django_db(transaction=True)
def test_every_act_stands_in_the_journal_and_the_chain_holds(lacking: Programme) -> None:
    annex = enter_annex(as_("officer"), lacking.pk, lines(185_000_000))
    confirm_annex(as_("accountant"), lacking.pk, annex.pk)
    acts = [row.act for row in lacking.body.journal.order_by("id")]
    assert acts == [
        "adopt", "confirm_facts", "confirm", "accept", "issue", "register", "enter_annex", "confirm_annex",
    ]  # fmt: skip
    found = verified(lacking.body)
    assert found.broken is None and found.sealed == len(acts)
