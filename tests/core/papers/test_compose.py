"""A draft on a form: which words, in which order, with which numbers."""

from __future__ import annotations

import pytest

from quyet.core.decisions.model import Assignment, FundingSource, Total
from quyet.core.papers.paper import Foot, Letterhead, Paper
from tests.core.papers.made import BODY, activity, draft, paper_of, stationery, words

NO_BREAK = "\u00a0"


def head_of(paper: Paper) -> Letterhead:
    return next(block for block in paper.blocks() if isinstance(block, Letterhead))


def test_a_decision() -> None:
    made = draft(activity(group="Tuyên truyền"), activity("Đoàn học tập", quantity=None))
    made.programme.total = Total(5_000_000, None, None)
    made.programme.assignments.insert(1, Assignment("Văn phòng Sở", "coordinate"))
    assert words(made) == [
        "QUYẾT ĐỊNH",
        "Về việc phê duyệt Chương trình khuyến công năm 2024",
        "GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH MẪU",
        "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;",
        "Theo đề nghị của Trưởng phòng Quản lý Công nghiệp.",
        "QUYẾT ĐỊNH:",
        "Điều 1. Phê duyệt Chương trình khuyến công năm 2024, gồm:",
        "1. Tuyên truyền",
        "a) In sổ tay:",
        "- Số lượng: 750 cuốn.",
        "2. Đoàn học tập",
        "3. Kinh phí thực hiện: 5.000.000 đồng (Năm triệu đồng).",
        "Điều 2. Phòng Quản lý Công nghiệp chủ trì, phối hợp với Văn phòng Sở tổ chức thực hiện Quyết định này và quyết toán kinh phí theo quy định.",
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.",
    ]


def test_the_head_of_a_decision() -> None:
    head = head_of(paper_of(draft(number="5/QĐ-SCT", date=None)))
    assert (head.parent, head.issuer, head.number) == ("UBND TỈNH MẪU", "SỞ CÔNG THƯƠNG", "Số: 05/QĐ-SCT")
    assert head.place_date.startswith(f"Mẫu, ngày{NO_BREAK}")


def test_room_is_left_for_what_nobody_knows_yet() -> None:
    head = head_of(paper_of(draft(activity(), number=None, date=None)))
    assert head.number == f"Số:{NO_BREAK * 10}/QĐ-SCT"
    assert head.place_date.endswith("năm 2024")
    unknown = head_of(paper_of(draft(number=None, date=None), body=None))
    assert unknown.number == f"Số:{NO_BREAK * 10}/QĐ"
    assert (unknown.parent, unknown.issuer) == (None, None)
    assert unknown.place_date.startswith("……, ngày")


def test_the_least_draft_on_every_form() -> None:
    made = draft(bases=[], proposer=None, recipients=[], signature=None, kind=None)
    for form in ("decision", "attached", "proposal", "plan", "report"):
        for body in (BODY, None):
            assert words(made, form, body)[0] == stationery(form).form.heading


@pytest.mark.parametrize(
    ("form", "title"),
    [
        ("decision", "Về việc phê duyệt Chương trình khuyến công năm 2024"),
        ("proposal", "Về việc phê duyệt Chương trình khuyến công năm 2024"),
        ("plan", "Thực hiện Chương trình khuyến công năm 2024"),
        ("report", "Kết quả thực hiện Chương trình khuyến công năm 2024"),
    ],
)
def test_the_title_of_a_decision_on_another_form(form: str, title: str) -> None:
    assert paper_of(draft(), form).title == title


def test_a_paper_of_the_forms_own_kind_keeps_its_title() -> None:
    assert paper_of(draft(kind="KH", title="Khuyến công năm 2024"), "plan").title == "Khuyến công năm 2024"


def test_sections_without_contents_are_left_out_with_their_number() -> None:
    said = words(draft(activity(), purposes=[]), "plan")
    assert [each for each in said if each[:2] in ("I.", "II")] == [
        "I. NỘI DUNG THỰC HIỆN",
        "II. TỔ CHỨC THỰC HIỆN",
    ]
    assert "I. MỤC ĐÍCH, YÊU CẦU" in words(draft(activity(), purposes=["Nâng cao nhận thức"]), "plan")


def test_addressees() -> None:
    one, two = (
        words(draft(activity(), addressees=names), "proposal") for names in (["Giám đốc Sở"], ["Giám đốc", "Kho bạc"])
    )
    assert [each for each in one if "Kính gửi" in each] == ["Kính gửi: Giám đốc Sở"]
    at = two.index("Kính gửi:")
    assert two[at : at + 3] == ["Kính gửi:", "- Giám đốc;", "- Kho bạc."]


def test_results_are_those_that_were_written_down() -> None:
    said = words(draft(activity(result="Đã in 750 cuốn."), activity("Đoàn học tập")), "report")
    at = said.index("II. KẾT QUẢ THỰC HIỆN")
    assert said[at + 1 : at + 5] == ["1. In sổ tay", "Đã in 750 cuốn.", "2. Đoàn học tập", "Chưa ghi kết quả./."]


def test_sources_are_named_beside_the_total() -> None:
    made = draft(activity())
    made.programme.total = Total(5, None, None)
    made.programme.sources = [FundingSource("ngân sách tỉnh", 3), FundingSource("tài trợ", 2)]
    assert "2. Kinh phí thực hiện: 5 đồng (Năm đồng), trong đó: ngân sách tỉnh 3 đồng; tài trợ 2 đồng." in words(made)


def test_an_example_says_so() -> None:
    made = draft()
    assert paper_of(made).notice is None
    made.example = True
    assert paper_of(made).notice == stationery().wording.notice


def test_the_foot() -> None:
    foot = next(block for block in paper_of(draft()).blocks() if isinstance(block, Foot))
    assert foot == Foot(("Như Điều 3", "Lưu: VT"), ("GIÁM ĐỐC",), "Nguyễn Văn A")


@pytest.mark.parametrize(
    "title", ["Về việc {total} #let $x$ *b*", "Về việc </w:t>{{ 7*7 }}", "Về việc {NAME} {Subject}"]
)
def test_a_title_is_words_whatever_it_looks_like(title: str) -> None:
    made = draft(activity(), title=title)
    assert paper_of(made).title == title
    assert any(title.removeprefix("Về việc ") in each for each in words(made)[2:])
