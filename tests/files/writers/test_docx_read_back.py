"""What is written as .docx is read back: the same facts, from the same words, and nothing to find fault with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from quyet import read
from quyet.core.decisions.model import Article, Reading
from quyet.core.papers.compare import compare
from quyet.core.papers.paper import Para, Section
from quyet.files.drafts import load_draft
from quyet.files.writers.docx import write_docx
from quyet.files.writers.reading_json import reading_to_json
from quyet.files.writing import FORMS, lay_out
from tests.files.writers.made_paper import (
    ARTICLES,
    ATTACHMENT,
    FOOT,
    LETTERHEAD,
    MAIN,
    NOTICE,
    TITLE,
    annex,
    made_paper,
)

EXAMPLE = Path(__file__).parents[3] / "cases" / "lang-son-2024" / "decision.txt"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(write_docx(made_paper(MAIN, annex(), notice=NOTICE)), "quyet-dinh.docx")


def test_the_head(reading: Reading) -> None:
    document = reading.document
    assert (document.kind, document.number, document.place) == ("QĐ", "15/QĐ-SCT", "Mẫu")
    assert document.date == date(2024, 3, 5)
    assert (document.parent, document.issuer) == ("UBND TỈNH MẪU", "SỞ CÔNG THƯƠNG")
    assert document.title == TITLE


def test_the_bases(reading: Reading) -> None:
    found = [(basis.kind, basis.number, basis.date) for basis in reading.document.bases]
    assert found == [
        ("Luật", None, date(2015, 6, 25)),
        ("Quyết định", "889/QĐ-TTg", date(2020, 6, 24)),
        ("Quyết định", "224/QĐ-SCT", date(2023, 12, 25)),
    ]
    assert reading.document.proposer == "Trưởng phòng Quản lý Công nghiệp"


def test_the_tree_of_articles(reading: Reading) -> None:
    def refs(articles: list[Article]) -> list[str]:
        return [ref for article in articles for ref in (article.ref, *refs(article.children))]

    assert refs(reading.document.articles) == [para.ref for para in ARTICLES if para.ref]


def test_recipients_and_signature(reading: Reading) -> None:
    assert reading.document.recipients == list(FOOT.recipients)
    signature = reading.document.signature
    assert (signature.authority, signature.position, signature.name) == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn A")


def test_the_programme(reading: Reading) -> None:
    found = [(each.ref, each.kind, each.quantity.value, each.quantity.unit) for each in reading.programme.activities]
    assert found == [
        ("dieu_1/khoan_1/diem_a", "banner", 40, "cái"),
        ("dieu_1/khoan_1/diem_b", "handbook", 750, "cuốn"),
        ("dieu_1/khoan_2/diem_a", "banner", 45, "cái"),
        ("dieu_1/khoan_3", "study_tour", 12, "người"),
    ]
    assert reading.programme.total.amount == reading.programme.total.in_words_amount == 185_000_000


def test_the_estimate_with_its_lines(reading: Reading) -> None:
    lines = [(line.label, line.quantity, line.unit_price, line.amount) for line in reading.estimate.lines]
    assert lines == [
        ("1", None, None, 140_000_000),
        ("1.1", Decimal(40), 700_000, 28_000_000),
        ("1.2", Decimal(750), 100_000, 75_000_000),
        ("1.3", Decimal(1), 37_000_000, 37_000_000),
        ("2", None, None, 45_000_000),
        ("2.1", Decimal(45), 1_000_000, 45_000_000),
    ]
    assert reading.estimate.lines[2].note == "In màu"
    assert reading.estimate.total == 185_000_000


def test_the_attachment_with_its_sections() -> None:
    reading = read(write_docx(made_paper(MAIN, ATTACHMENT, annex())), "quyet-dinh.docx")
    attached, estimate = reading.document.attachments
    assert [article.label for article in attached.articles] == ["I", "II"]
    assert estimate.title == "DỰ TOÁN KINH PHÍ THỰC HIỆN CHƯƠNG TRÌNH NĂM 2024"


def test_no_rule_finds_fault_with_what_was_written(reading: Reading) -> None:
    assert reading.findings == []


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_the_example_is_read_back_as_it_was_meant(form: str, tmp_path: Path) -> None:
    reading = tmp_path / "reading.json"
    reading.write_text(reading_to_json(read(EXAMPLE)), encoding="utf-8")
    written = lay_out(load_draft(str(reading)).draft, form)
    assert compare(written.draft, written.paper, read(write_docx(written.paper), "paper.docx")) == []


def test_a_draft_without_number_and_day_is_read_with_neither() -> None:
    head = replace(LETTERHEAD, number="Số:      /QĐ-SCT", place_date="Mẫu, ngày      tháng      năm 2024")
    main = replace(MAIN, blocks=(head, *MAIN.blocks[1:-1], replace(FOOT, name=None)))
    document = read(write_docx(made_paper(main)), "du-thao.docx").document
    assert (document.number, document.date, document.place) == (None, None, "Mẫu")
    assert (document.signature.position, document.signature.name) == ("PHÓ GIÁM ĐỐC", None)


def test_long_names_of_bodies_and_titles_are_read_whole() -> None:
    issuer = "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN"
    title = "Về việc " + "phê duyệt nội dung và dự toán thực hiện Chương trình " * 4 + "năm 2024"
    head = replace(LETTERHEAD, parent="ỦY BAN NHÂN DÂN TỈNH MẪU", issuer=issuer)
    blocks = (head, Para("kind", "QUYẾT ĐỊNH"), Para("title", title), *MAIN.blocks[3:])
    document = read(write_docx(made_paper(Section("main", blocks))), "dai.docx").document
    assert (document.parent, document.issuer, document.title) == ("ỦY BAN NHÂN DÂN TỈNH MẪU", issuer, title)
