"""Which facts of a decision are confirmed, how each is said, and what may be typed in its place."""

from __future__ import annotations

import pytest

from quyet.core.adoption import NotTaken, asked_in, is_ready, put, said, taken, value_at

PAPER = {
    "document": {"kind": "QĐ", "issuer": "SỞ CÔNG THƯƠNG", "title": "Phê duyệt chương trình năm 2024",
                 "bases": [{"text": "Căn cứ …", "number": "224/QĐ-SCT", "date": "2023-12-25"}]},
    "programme": {
        "year": 2024,
        "activities": [{"ref": "dieu_1/khoan_1", "title": "Treo băng rôn",
                        "quantity": {"value": 40, "approximate": False, "unit": "cái"}}],
        "total": {"amount": 185_000_000, "words": "Một trăm tám mươi lăm triệu đồng", "in_words_amount": 185_000_000},
        "assignments": [{"unit": "Phòng Quản lý Công nghiệp", "role": "lead"}],
    },
    "estimates": [{"lines": [{"content": "Băng rôn", "unit": "cái", "quantity": 40, "unit_price": 500_000,
                              "amount": 20_000_000, "code": "6651"}], "total": 20_000_000}],
}  # fmt: skip


def waiting() -> dict[str, str]:
    return {each.path: said(each.kind, each.value) for each in asked_in(PAPER) if each.waits}


def test_what_waits_is_what_the_paper_says_and_what_it_ought_to_say() -> None:
    assert waiting() == {
        "/document/kind": "QĐ",
        "/document/number": "",
        "/document/date": "",
        "/document/issuer": "SỞ CÔNG THƯƠNG",
        "/document/title": "Phê duyệt chương trình năm 2024",
        "/document/signature/position": "",
        "/document/signature/name": "",
        "/document/bases/0/number": "224/QĐ-SCT",
        "/document/bases/0/date": "25/12/2023",
        "/programme/year": "2024",
        "/programme/total/amount": "185.000.000 đồng",
        "/programme/total/words": "Một trăm tám mươi lăm triệu đồng",
        "/programme/activities/0/title": "Treo băng rôn",
        "/programme/activities/0/quantity": "40 cái",
        "/programme/activities/0/timeframe": "",
        "/programme/assignments/0": "chủ trì: Phòng Quản lý Công nghiệp",
        "/estimates/0/lines/0": "Băng rôn · 40 cái × 500.000 = 20.000.000 đồng",
        "/estimates/0/total": "= 20.000.000 đồng",
    }


def test_number_and_day_cannot_be_confirmed_while_they_are_missing_and_a_timeframe_can() -> None:
    by_path = {each.path: each for each in asked_in(PAPER)}
    assert not is_ready(by_path["/document/number"]) and not is_ready(by_path["/document/date"])
    assert is_ready(by_path["/programme/activities/0/timeframe"])


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("quantity", "750 cuốn", {"value": 750, "approximate": False, "unit": "cuốn"}),
        ("quantity", "khoảng 150 đại biểu", {"value": 150, "approximate": True, "unit": "đại biểu"}),
        ("quantity", "70 - 80 người", {"min": 70, "max": 80, "approximate": False, "unit": "người"}),
        ("duration", "7 - 10 phút", {"min": 7, "max": 10, "unit": "phút"}),
        ("timeframe", "Quý II-III/2024", {"start": "2024-04-01", "end": "2024-09-30", "text": "Quý II-III/2024"}),
        ("timeframe", "Quý III", {"start": "2024-07-01", "end": "2024-09-30", "text": "Quý III"}),
        ("dong", "185 triệu", 185_000_000),
        ("day", "5/3/2024", "2024-03-05"),
        ("assignment", "Phối hợp: Văn phòng", {"unit": "Văn phòng", "role": "coordinate"}),
        ("text", "  Sổ  tay ", "Sổ tay"),
        ("quantity", "   ", None),
    ],
)
def test_a_fact_is_typed_in_the_words_of_papers(kind: str, typed: str, value: object) -> None:
    assert taken(kind, typed, 2024) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [(each.kind, each.value) for each in asked_in(PAPER) if each.value is not None and each.kind != "line"],
)
def test_what_is_said_of_a_fact_can_be_typed_back(kind: str, value: object) -> None:
    assert taken(kind, said(kind, value), 2024) == value


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("quantity", "750"), ("quantity", "750 cuốn, 2 bìa"), ("quantity", "nhiều"), ("dong", "1,500"),
        ("duration", "lâu"), ("timeframe", "Thường xuyên"), ("day", "31/2/2024"), ("year", "24"),
        ("assignment", "Phòng A"), ("line", "Băng rôn"), ("text", "a" * 2001),
    ],
)  # fmt: skip
def test_what_may_be_another_value_is_refused_with_what_would_be_taken(kind: str, typed: str) -> None:
    with pytest.raises(NotTaken) as refused:
        taken(kind, typed, 2024)
    assert refused.value.vi and refused.value.en


def test_a_corrected_value_stands_in_its_place_and_nothing_else_moves() -> None:
    made = put(PAPER, "/programme/activities/0/quantity", {"value": 45, "approximate": False, "unit": "cái"})
    assert value_at(made, "/programme/activities/0/quantity/value") == 45
    assert value_at(PAPER, "/programme/activities/0/quantity/value") == 40
    assert put(made, "/programme/activities/0/quantity", value_at(PAPER, "/programme/activities/0/quantity")) == PAPER
    signed = put(PAPER, "/document/signature/name", "Nguyễn Văn Mẫu")
    assert signed["document"]["signature"] == {"name": "Nguyễn Văn Mẫu"}


def test_words_of_a_total_bring_their_sum_and_a_total_without_figure_is_none() -> None:
    made = put(PAPER, "/programme/total/words", "Một trăm tám mươi triệu đồng")
    assert made["programme"]["total"]["in_words_amount"] == 180_000_000
    assert "total" not in put(PAPER, "/programme/total/amount", None)["programme"]
