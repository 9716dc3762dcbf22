"""Activities and articles as numbered paragraphs, with the references that a reading gives them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quyet.core.decisions.model import Article, Duration, Quantity, Timeframe
from quyet.core.papers.contents import activity_paras, article_paras, attribute_lines, clauses, dashes
from quyet.core.papers.draft import DraftActivity
from quyet.core.papers.paper import Para
from quyet.files.facts.formats import load_formats
from quyet.files.facts.forms import load_wording
from tests.core.papers.made import activity

(RULES,) = load_formats()
WORDING = load_wording()


def bare(title: str, group: str | None = None, **said: object) -> DraftActivity:
    return activity(title, group, quantity=None, **said)


def numbered(*activities: DraftActivity, first: int = 1) -> list[tuple[str, str | None]]:
    paras = activity_paras(activities, "dieu_1", first, RULES, WORDING)
    return [(para.words, para.ref) for para in paras]


def test_a_group_is_a_clause_and_its_activities_are_points() -> None:
    activities = [bare("Băng rôn", "Tuyên truyền:"), bare("Sổ tay.", "Tuyên truyền:"), bare("Đoàn học tập;")]
    assert numbered(*activities) == [
        ("1. Tuyên truyền", "dieu_1/khoan_1"),
        ("a) Băng rôn.", "dieu_1/khoan_1/diem_a"),
        ("b) Sổ tay.", "dieu_1/khoan_1/diem_b"),
        ("2. Đoàn học tập", "dieu_1/khoan_2"),
    ]
    assert [each.ref for each in activities] == ["dieu_1/khoan_1/diem_a", "dieu_1/khoan_1/diem_b", "dieu_1/khoan_2"]
    assert clauses(activities) == 2


def test_numbering_goes_on_where_the_article_stands() -> None:
    assert numbered(bare("Sổ tay"), first=4) == [("4. Sổ tay", "dieu_1/khoan_4")]


def test_a_group_that_comes_again_is_another_clause() -> None:
    activities = [bare(f"Việc {n}", group) for n, group in enumerate("ABA")]
    assert [words for words, _ in numbered(*activities)] == [
        "1. A", "a) Việc 0.", "2. B", "a) Việc 1.", "3. A", "a) Việc 2.",
    ]  # fmt: skip


def test_23_activities_have_letters_and_24_have_numbers() -> None:
    for count, last in (
        (23, ("y) Việc 23.", "dieu_1/khoan_1/diem_y")),
        (24, ("1.24. Việc 24.", "dieu_1/khoan_1/khoan_1.24")),
    ):
        activities = [bare(f"Việc {n}", "Tuyên truyền") for n in range(1, count + 1)]
        assert numbered(*activities)[-1] == last
    assert numbered(*activities)[1] == ("1.1. Việc 1.", "dieu_1/khoan_1/khoan_1.1")


def test_attributes_stand_below_in_the_order_of_the_wording() -> None:
    made = activity(
        "Phóng sự",
        quantity=Quantity(Decimal(1), None, None, False, "phóng sự"),
        timeframe=Timeframe(None, None, "Quý II/2024"),
        place="đài tỉnh",
        audience="người dân",
        specification="7 phút",
        duration=Duration(Decimal(7), Decimal(10), "phút"),
        amount=25_000_000,
        details=["Phát hai lần"],
    )
    assert numbered(made)[1:] == [
        ("- Phát hai lần;", None),
        ("- Số lượng: 01 phóng sự;", None),
        ("- Quy cách: 7 phút;", None),
        ("- Địa điểm: đài tỉnh;", None),
        ("- Đối tượng: người dân;", None),
        ("- Thời lượng: 7 - 10 phút;", None),
        ("- Thời gian thực hiện: Quý II/2024;", None),
        ("- Kinh phí: 25.000.000 đồng.", None),
    ]
    assert numbered(activity(group="Nhóm"))[1] == ("a) In sổ tay:", "dieu_1/khoan_1/diem_a")


def test_days_of_an_event_are_no_length() -> None:
    lines = attribute_lines(bare("Hội nghị", duration=Duration(Decimal(1), Decimal(1), "ngày")), WORDING)
    assert lines == ["Thời gian tổ chức: 01 ngày"]


def test_what_is_unknown_has_no_line() -> None:
    empty = activity("A", quantity=Quantity(None, None, None, False, "cái"), timeframe=Timeframe(None, None, ""))
    assert attribute_lines(empty, WORDING) == []


def test_an_amount_of_nothing_is_said() -> None:
    assert attribute_lines(bare("A", amount=0), WORDING) == ["Kinh phí: 0 đồng"]


@pytest.mark.parametrize("title", ["{total} và {NAME}", "#let x = 1 $a$ *b*", "</w:t><script>", "{{ 7*7 }}", "\\u0041"])
def test_words_of_a_draft_are_words_whatever_they_look_like(title: str) -> None:
    assert numbered(bare(title, title, place=title)) == [
        (f"1. {title}", "dieu_1/khoan_1"),
        (f"a) {title}:", "dieu_1/khoan_1/diem_a"),
        (f"- Địa điểm: {title}.", None),
    ]


def test_lists_close_with_semicolons_and_a_stop() -> None:
    assert [para.text for para in dashes(["a.", "b…", "c;", "d"])] == ["- a;", "- b…;", "- c;", "- d."]
    assert dashes([]) == []


def test_articles_keep_their_own_words_and_numbers() -> None:
    points = [
        Article("dieu_1/khoan_1/diem_a", "a", text="Băng rôn;"),
        Article("dieu_1/khoan_1/diem_b", "b)", "Sổ tay", "In 750 cuốn."),
    ]
    clause = Article("dieu_1/khoan_1", "1", "Tuyên truyền", children=points)
    tree = [
        Article("dieu_1", "Điều 1", text="Phê duyệt:\n- gồm:", children=[clause]),
        Article("muc_2", "II", "KINH PHÍ"),
    ]
    assert article_paras(tree) == [
        Para("article", "Phê duyệt:", "Điều 1.", "dieu_1"),
        Para("text", "- gồm:"),
        Para("clause_title", "Tuyên truyền", "1.", "dieu_1/khoan_1"),
        Para("text", "Băng rôn;", "a)", "dieu_1/khoan_1/diem_a"),
        Para("text", "Sổ tay:", "b)", "dieu_1/khoan_1/diem_b"),
        Para("text", "In 750 cuốn."),
        Para("section", "KINH PHÍ", "II.", "muc_2"),
    ]


def test_an_article_without_a_reference_of_its_own_keeps_its_words() -> None:
    (para,) = article_paras([Article("", "V", "TỔ CHỨC")])
    assert (para.words, para.ref) == ("V. TỔ CHỨC", None)
