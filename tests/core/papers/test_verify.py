"""Contradictions of a draft: each at its key, in words that say what is there and what would be right."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quyet.core.decisions.model import (
    Article,
    Assignment,
    Basis,
    Duration,
    FundingSource,
    Quantity,
    Timeframe,
    Total,
)
from tests.core.papers.made import activity, draft, estimate, faults, line, told, with_total

FIRST = "programme.activities.0"


def test_a_draft_that_agrees_with_itself_is_told_nothing() -> None:
    lines = (line("I", 12), line("1", 12, quantity=Decimal(3), unit_price=4), line("II", 6), line("1", 6))
    assert told(draft(activity(), estimates=(estimate(*lines, total=18),))) == {}
    assert told(draft()) == {}


def test_every_contradiction_is_told_in_both_languages() -> None:
    made = with_total(Total(5, "sáu đồng", None), -1)
    assert [(each.message, each.message_en) for each in faults(made)] == [
        ("số tiền không được âm: -1 đồng", "no amount is negative: -1 đồng"),
        ("«sáu đồng» là 6 đồng, số ghi 5 đồng", "'sáu đồng' is 6 đồng, the figure says 5 đồng"),
        ("ghi 5 đồng, tổng các hoạt động là -1 đồng", "says 5 đồng, the sum of the activities is -1 đồng"),
    ]


# --- figures and days --------------------------------------------------------------------------------------------------


def quantity(value: object, least: object = None, most: object = None) -> dict[str, str]:
    numbers = (None if each is None else Decimal(str(each)) for each in (value, least, most))
    return told(draft(activity(quantity=Quantity(*numbers, False, "người"))))


def test_quantities() -> None:
    key = f"{FIRST}.quantity"
    assert quantity(5) == quantity(None, 5, 5) == quantity(None, None, 5) == {}
    assert quantity(None) == {key: "chưa có số nên không được in"}
    assert quantity(0) == {f"{key}.value": "phải lớn hơn 0, không phải 0"}
    assert quantity("-1.5") == {f"{key}.value": "phải lớn hơn 0, không phải -1,5"}
    assert quantity(None, 80, 70) == {f"{key}.min": "min 80 lớn hơn max 70"}
    assert quantity(5, 1, 9) == {key: "ghi cả value lẫn min hoặc max; chỉ value được in"}


def test_durations() -> None:
    made = draft(activity(duration=Duration(Decimal(10), Decimal(-7), "ngày")))
    assert told(made) == {
        f"{FIRST}.duration.max": "phải lớn hơn 0, không phải -7",
        f"{FIRST}.duration.min": "min 10 lớn hơn max -7",
    }


@pytest.mark.parametrize(
    ("start", "end", "text", "said"),
    [
        ("2024-04-01", "2024-06-30", "Quý II/2024", None),
        ("2024-04-01", "2024-06-30", "Quý II", None),
        ("2024-04-01", None, "Quý II/2024", None),
        ("2024-04-01", "2024-06-30", "", None),
        ("2024-04-01", "2024-06-30", "khi có kinh phí", None),
        (None, None, "Quý IV/2024", None),
        ("2024-05-01", "2024-04-01", "", "bắt đầu ngày 01/05/2024, sau khi kết thúc ngày 01/04/2024"),
        ("2024-01-01", "2024-03-31", "Quý IV/2024", "«Quý IV/2024» là 01/10/2024 - 31/12/2024, nhưng start và end ghi 01/01/2024 - 31/03/2024"),
        (None, "2024-06-30", "đến hết ngày 30/5/2024", "«đến hết ngày 30/5/2024» là … - 30/05/2024, nhưng start và end ghi … - 30/06/2024"),
        ("2023-04-01", "2023-06-30", "Quý II", "«Quý II» là 01/04/2024 - 30/06/2024, nhưng start và end ghi 01/04/2023 - 30/06/2023"),
    ],
)  # fmt: skip
def test_words_mean_the_days_beside_them(start: str | None, end: str | None, text: str, said: str | None) -> None:
    window = Timeframe(*(date.fromisoformat(day) if day else None for day in (start, end)), text)
    assert told(draft(activity(timeframe=window))) == ({f"{FIRST}.timeframe": said} if said else {})


def test_the_year_lies_in_the_period() -> None:
    made = draft(activity())
    made.programme.period = (date(2025, 1, 1), date(2026, 12, 31))
    assert told(made) == {"programme.year": "2024 nằm ngoài thời kỳ 01/01/2025 - 31/12/2026"}
    made.programme.period = (date(2023, 1, 1), date(2026, 12, 31))
    assert told(made) == {}


# --- names -------------------------------------------------------------------------------------------------------------


def test_labels_are_those_of_order_and_group() -> None:
    right = ("1.a", "1.b", "2", "3", "4.a")
    groups = ("Tuyên truyền", "Tuyên truyền", None, None, "Tập huấn")
    made = draft(*(activity(f"Việc {label}", group, label=label) for label, group in zip(right, groups, strict=True)))
    assert told(made) == {}
    made.programme.activities[1].label = "1.c"
    made.programme.activities[3].label = "2"
    assert told(made) == {
        "programme.activities.1.label": "ghi 1.c, nhưng theo thứ tự và nhóm thì là 1.b",
        "programme.activities.3.label": "ghi 2, nhưng theo thứ tự và nhóm thì là 3",
    }


def test_labels_where_the_letters_run_out() -> None:
    made = draft(*(activity(f"Việc {n}", "Tuyên truyền", label=f"1.{n}") for n in range(1, 26)))
    assert told(made) == {}
    made.programme.activities[24].label = "1.y"
    assert told(made) == {"programme.activities.24.label": "ghi 1.y, nhưng theo thứ tự và nhóm thì là 1.25"}


def test_an_activity_that_was_read_elsewhere_has_no_label_to_be_wrong() -> None:
    assert told(draft(activity(label="II.3", ref="muc_2/khoan_3"))) == {}


def test_lines_name_activities_that_are_there() -> None:
    lines = [line(str(n), 5, activity=name) for n, name in enumerate(("1", "dieu_1/khoan_1", "9"), 1)]
    assert told(draft(activity(label="1"), estimates=(estimate(*lines),))) == {
        "estimates.0.lines.2.activity": "không có hoạt động «9»; các nhãn: 1"
    }
    many = [activity(f"Việc {n}", label=str(n)) for n in range(1, 20)]
    said = told(draft(*many, estimates=(estimate(line("1", 5, activity="99")),)))
    assert said["estimates.0.lines.0.activity"].endswith("các nhãn: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 …")


def test_articles_whose_number_stands_twice_or_is_none() -> None:
    articles = [Article("", "Điều 1"), Article("", "Điều 1"), Article("", "Điều 2", children=[Article("", "*")])]
    assert told(draft(articles=articles)) == {
        "document.articles.1": "«Điều 1» không có tham chiếu riêng: số đã dùng, hoặc không phải số của điều, khoản, điểm",
        "document.articles.2.children.0": "«*» không có tham chiếu riêng: số đã dùng, hoặc không phải số của điều, khoản, điểm",
    }  # fmt: skip


# --- what no form prints -----------------------------------------------------------------------------------------------


def test_bases_that_lack_a_part() -> None:
    day = date(2024, 1, 5)
    bases = [
        Basis("", "Luật", None, day, None, "Ngân sách nhà nước"),
        Basis("", "Luật", None, None, None, "Ngân sách nhà nước"),
        Basis("", "Quyết định", "5/QĐ-SCT", day, None, "về dự toán"),
        Basis(""),
        Basis("Căn cứ chức năng, nhiệm vụ của Sở"),
    ]
    assert told(draft(bases=bases)) == {
        "document.bases.1": "thiếu date nên căn cứ này không được in",
        "document.bases.2": "thiếu issuer nên căn cứ này không được in",
        "document.bases.3": "thiếu kind, date, title nên căn cứ này không được in",
    }


def test_sources_without_a_sum_and_helpers_without_a_lead() -> None:
    made = draft(activity())
    made.programme.sources = [FundingSource("Ngân sách tỉnh", None)]
    made.programme.assignments = [Assignment("Văn phòng Sở", "coordinate")]
    assert told(made) == {
        "programme.sources.0": "«Ngân sách tỉnh» chưa có amount nên không được in",
        "programme.assignments": "có đơn vị phối hợp (coordinate) mà không có đơn vị chủ trì (lead) nên không được in",
    }
