"""The tree of items: marks, page numbers between them, words behind a list."""

from __future__ import annotations

import pytest

from tests.core.decisions.reading import decision


def titles(contents: str) -> list[tuple[str | None, str | None]]:
    programme = decision(contents).programme
    return [(activity.label, activity.title) for activity in programme.activities] if programme else []


THREE = """1. Treo băng rôn
- Số lượng: 40 cái;
- Thời gian: Quý II/2024.
{between}
2. In sổ tay
- Số lượng: 750 cuốn;
{after}
3. Phóng sự
- Số lượng: 01 phóng sự."""


@pytest.mark.parametrize(
    ("between", "after"),
    [
        ("", ""),
        ("\n                                     2\n", ""),
        ("\n2\n", "\n3\n"),
        ("\n- 2 -\n", "\nTrang 3\n"),
        ("Các xã báo cáo kết quả theo quy định.", ""),
        ("Nội dung do Phòng Quản lý công nghiệp duyệt.", "(Có mẫu kèm theo)"),
    ],
    ids=["nothing", "a number in the middle", "numbers alone", "numbers in dashes", "a sentence", "sentences"],
)
def test_what_stands_between_items_does_not_hide_those_behind_it(between: str, after: str) -> None:
    assert titles(THREE.format(between=between, after=after)) == [
        ("1", "Treo băng rôn"),
        ("2", "In sổ tay"),
        ("3", "Phóng sự"),
    ]


def test_a_sentence_runs_on_over_a_page_number() -> None:
    text = "1. Treo băng rôn tuyên truyền về sản xuất và\n\n2\n\ntiêu dùng bền vững: 40 cái."
    assert titles(text) == [("1", "Treo băng rôn tuyên truyền về sản xuất và tiêu dùng bền vững")]


@pytest.mark.parametrize("mark", ["(1) (2)", "1) 2)", "1/ 2/", "1- 2-", "a) b)", "I. II."])
def test_marks_that_officials_use(mark: str) -> None:
    first, second = mark.split()
    found = titles(f"{first} Treo băng rôn: 40 cái.\n{second} In sổ tay: 500 cuốn.")
    assert [title for _, title in found] == ["Treo băng rôn", "In sổ tay"]
    assert [label for label, _ in found] == [first.strip("()/-."), second.strip("()/-.")]


def test_a_line_on_money_does_not_undo_the_list_above_it() -> None:
    programme = decision(
        "- Treo băng rôn: 40 cái;\n- In sổ tay: 500 cuốn.\n- Kinh phí: 19 triệu đồng (Mười chín triệu đồng)."
    ).programme
    assert programme is not None
    assert [activity.title for activity in programme.activities] == ["Treo băng rôn", "In sổ tay"]
    assert programme.total is not None
    assert (programme.total.amount, programme.total.words) == (19_000_000, "Mười chín triệu đồng")


def test_lists_do_not_end_at_fifteen_or_ninety_nine() -> None:
    romans = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII".split()
    assert len(titles("\n".join(f"{roman}. Treo băng rôn: 40 cái." for roman in romans))) == 18
    assert len(titles("\n".join(f"{n}. Treo băng rôn: 40 cái." for n in range(1, 104)))) == 103


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [("01 (một) phóng sự", 1, "phóng sự"), ("khoảng 150 (một trăm năm mươi) đại biểu", 150, "đại biểu")],
)
def test_a_count_with_its_words_beside_it(said: str, value: int, unit: str) -> None:
    programme = decision(f"1. Hội nghị\n- Số lượng: {said}").programme
    assert programme is not None
    quantity = programme.activities[0].quantity
    assert quantity is not None
    assert (quantity.value, quantity.unit) == (value, unit)


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("50.000 cái x 1.500 đồng/cái = 75.000.000 đồng", 75_000_000),
        ("12.000 test x 135.000 đồng = 1.620.000.000 đồng", 1_620_000_000),
        ("04 cuộc, 500.000.000 đồng", 500_000_000),
        ("08 tấm, 3m x 6m: 120.670.000 đồng", 120_670_000),
        ("hỗ trợ 10 hộ, 5.000.000 đồng/hộ", None),
    ],
)
def test_the_sum_of_an_activity_in_running_text(said: str, amount: int | None) -> None:
    programme = decision(f"1. Mua vật tư: {said}\n2. Treo băng rôn: 40 cái.").programme
    assert programme is not None
    assert programme.activities[0].amount == amount


@pytest.mark.parametrize(
    ("line", "units"),
    [
        (
            "Chánh Văn phòng, Trưởng các phòng: Kế hoạch, Quản lý thuốc, Giám đốc Trung tâm phía Nam và thủ trưởng các "
            "đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này.",
            [
                "Chánh Văn phòng",
                "Trưởng phòng Kế hoạch",
                "Trưởng phòng Quản lý thuốc",
                "Giám đốc Trung tâm phía Nam",
                "thủ trưởng các đơn vị có liên quan",
            ],
        ),
        (
            "Chánh Văn phòng Sở, các Trưởng phòng: Quản lý Thương mại, Kế hoạch - Tài chính căn cứ Quyết định thi hành.",
            ["Chánh Văn phòng Sở", "Trưởng phòng Quản lý Thương mại", "Trưởng phòng Kế hoạch - Tài chính"],
        ),
    ],
)
def test_heads_of_offices_in_a_list_are_named_in_full(line: str, units: list[str]) -> None:
    programme = decision(f"1. Treo băng rôn: 40 cái.\nĐiều 4. {line}").programme
    assert programme is not None
    mine = [a.unit for a in programme.assignments if a.role == "execute"]
    assert mine[: len(units)] == units


def test_markup_leaves_no_blank_in_a_value() -> None:
    found = titles("**1. Treo băng rôn (*hiflex*)**: **40 cái**\n2. In **sổ tay** *mới*, khổ 3m*5m: **500 cuốn**")
    assert [title for _, title in found] == ["Treo băng rôn (hiflex)", "In sổ tay mới, khổ 3m*5m"]


def test_items_that_run_on_in_one_paragraph_are_items() -> None:
    programme = decision("trong đó: 1. Diễn tập: 02 cuộc; 2. Tập huấn: 08 lớp; 3. Treo băng rôn: 120 cái.").programme
    assert programme is not None
    assert [(a.label, a.title) for a in programme.activities] == [
        ("1", "Diễn tập"),
        ("2", "Tập huấn"),
        ("3", "Treo băng rôn"),
    ]


@pytest.mark.parametrize("words", ["({})", "[{}]", "{{{}}}", "- {}", "(Bằng chữ: {})", "(số tiền bằng chữ: {}./.)"])
def test_the_words_of_a_total_in_every_bracket(words: str) -> None:
    said = words.format("Mười chín triệu đồng")
    programme = decision(f"1. Treo băng rôn: 40 cái.\n2. Tổng kinh phí: 19.000.000 đồng {said}").programme
    assert programme is not None
    assert programme.total is not None
    assert (programme.total.amount, programme.total.words) == (19_000_000, "Mười chín triệu đồng")


@pytest.mark.parametrize(
    ("line", "units"),
    [
        (
            "Đội Kiểm lâm cơ động chủ trì thực hiện, các Hạt Kiểm lâm phối hợp.",
            [("lead", "Đội Kiểm lâm cơ động"), ("coordinate", "các Hạt Kiểm lâm")],
        ),
        (
            "Giao Văn phòng Hội đồng nhân dân và Ủy ban nhân dân thành phố chủ trì.",
            [("lead", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân thành phố")],
        ),
        ("Đề nghị Tòa án nhân dân huyện phối hợp tổ chức phiên tòa.", [("coordinate", "Tòa án nhân dân huyện")]),
        (
            "Trưởng các phòng Kế hoạch, Điều dưỡng chịu trách nhiệm thi hành Quyết định này.",
            [("execute", "Trưởng phòng Kế hoạch"), ("execute", "Trưởng phòng Điều dưỡng")],
        ),
    ],
)
def test_who_leads_and_who_helps_in_the_ways_officials_say_it(line: str, units: list[tuple[str, str]]) -> None:
    programme = decision(f"1. Treo băng rôn: 40 cái.\nĐiều 4. {line}").programme
    assert programme is not None
    assert [said for said in units if said not in [(a.role, a.unit) for a in programme.assignments]] == []


def test_headings_that_a_web_copy_broke() -> None:
    found = decision("**1.\nCông tác tuyên truyền**\n\n*1.1. Treo băng rôn*\n\n- Số lượng: 40 cái.\n").programme
    assert found is not None
    assert [(a.label, a.group, a.title) for a in found.activities] == [
        ("1.1", "Công tác tuyên truyền", "Treo băng rôn")
    ]
