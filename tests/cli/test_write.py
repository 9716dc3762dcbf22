"""`quyet write`: a programme becomes a paper; what is wrong with it is one line a fault, FILE:LINE: key: what."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from quyet import read
from quyet.files.facts.strict import DATA
from quyet.files.writers.pdf.fonts import find_font
from quyet.files.writers.reading_json import reading_to_json

EXAMPLE = DATA / "cases" / "lang-son-2024"
needs_font = pytest.mark.skipif(find_font() is None, reason="no font for a PDF on this machine")

OPENING = {"txt": "VÍ DỤ".encode(), "docx": b"PK\x03\x04", "pdf": b"%PDF-", "xml": b"<?xml", "edxml": b"<?xml"}


@pytest.mark.parametrize(
    "ending",
    [pytest.param(each, marks=needs_font if "pdf" in each or each == "edxml" else ()) for each in [*OPENING, "PDF"]],
)
def test_the_ending_of_the_output_says_what_is_written(quyet: Callable, ending: str) -> None:
    done = quyet("write", str(EXAMPLE / "programme.yaml"), "-o", f"out.{ending}")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert Path(f"out.{ending}").read_bytes().startswith(OPENING[ending.lower()])
    assert [path.name for path in Path().iterdir()] == [f"out.{ending}"]


def test_to_says_more_than_the_ending(quyet: Callable, draft: Callable) -> None:
    draft()
    assert quyet("write", "p.yaml", "--to", "docx", "-o", "paper.txt").code == 0
    assert zipfile.is_zipfile("paper.txt")


@pytest.mark.parametrize("output", ["paper", "paper.odt", ".pdf", "-"])
def test_without_a_known_ending_the_kind_is_asked_for(quyet: Callable, draft: Callable, output: str) -> None:
    draft()
    done = quyet("write", "p.yaml", "-o", output)
    assert (done.code, done.err) == (2, "quyet write: chọn dạng tệp: --to docx, pdf, xml, edxml, txt\n")
    assert quyet("write", "p.yaml", "-o", output, "--lang", "en").err.startswith("quyet write: choose the kind of file")


@pytest.mark.parametrize(
    ("kind", "form", "heading"),
    [
        ("QĐ", None, "QUYẾT ĐỊNH"),
        ("KH", None, "KẾ HOẠCH"),
        ("TTr", None, "TỜ TRÌNH"),
        ("BC", None, "BÁO CÁO"),
        ("QĐ", "plan", "KẾ HOẠCH"),
        ("QĐ", "attached", "KẾ HOẠCH"),
        ("~", None, "QUYẾT ĐỊNH"),
    ],
)
def test_the_form_is_that_of_the_kind_or_the_one_asked_for(
    quyet: Callable, draft: Callable, kind: str, form: str | None, heading: str
) -> None:
    draft(("kind: QĐ", f"kind: {kind}"), ("15/QĐ-SCT", f"15/{kind.strip('~') or 'QĐ'}-SCT"))
    assert quyet("write", "p.yaml", "-o", "p.txt", *(["--form", form] if form else [])).code == 0
    assert heading in Path("p.txt").read_text(encoding="utf-8").splitlines()


def test_a_reading_becomes_a_paper_that_reads_the_same(quyet: Callable) -> None:
    Path("r.json").write_text(quyet("read", str(EXAMPLE / "decision.txt"), "--format", "json").out, encoding="utf-8")
    assert quyet("write", "r.json", "-o", "again.docx").code == 0
    before, after = read(EXAMPLE / "decision.txt"), read("again.docx")
    assert [each.title for each in after.programme.activities] == [each.title for each in before.programme.activities]
    assert after.programme.total.amount == before.programme.total.amount == 185_000_000


@pytest.mark.parametrize("to", ["txt", "docx", "xml", pytest.param("pdf", marks=needs_font)])
def test_articles_whose_number_stands_twice_are_written_and_told(quyet: Callable, to: str) -> None:
    reading = json.loads(reading_to_json(read(EXAMPLE / "decision.txt")))
    articles = reading["document"]["articles"]
    articles.append(articles[0])
    Path("r.json").write_text(json.dumps(reading), encoding="utf-8")
    done = quyet("write", "r.json", "--to", to, "-o", "out")
    assert done.code == 1 and Path("out").exists()
    assert f"r.json:1: document.articles[{len(articles) - 1}]: «Điều 1» không có tham chiếu riêng" in done.err


MARKUP = "#read('x') $a^2$ _c_ `d` <e> </w:t><script> &lt; ]]> {{ 7*7 }} {total} {NAME} %s \\u0041 @ref =1+1"


@pytest.mark.parametrize("to", ["txt", "docx", pytest.param("pdf", marks=needs_font)])
def test_what_looks_like_markup_is_read_back_as_it_was_typed(quyet: Callable, draft: Callable, to: str) -> None:
    draft(
        (
            "title: Về việc phê duyệt Chương trình khuyến công năm 2024",
            f'title: "Về việc {MARKUP}"'.replace("\\", "\\\\"),
        )
    )
    assert quyet("write", "p.yaml", "--to", to, "-o", f"p.{to}").code == 0
    assert read(f"p.{to}").document.title == f"Về việc {MARKUP}"


# --- what is refused ---------------------------------------------------------------------------------------------------


def test_every_fault_has_a_line_in_the_users_language_and_nothing_is_written(quyet: Callable, draft: Callable) -> None:
    draft(("date: 2024-03-12", "date: 2024-02-30"), ("value: 750", "value: 1.500"), ("position", "positon"))
    done = quyet("write", "p.yaml", "-o", "p.docx")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [
        "p.yaml:4: document.date: phải là một ngày có thật, dạng 2024-12-25, không phải «2024-02-30»",
        "p.yaml:7: document.signature.positon: khóa lạ; có phải là position?",
        "p.yaml:13: programme.activities[0].quantity.value: «1.500» có thể là 1500 hoặc số lẻ; hãy viết 1500",
    ]
    assert quyet("write", "p.yaml", "-o", "p.docx", "--lang", "en").err.splitlines() == [
        "p.yaml:4: document.date: must be a day of the calendar, as 2024-12-25, not '2024-02-30'",
        "p.yaml:7: document.signature.positon: unknown key; is it position?",
        "p.yaml:13: programme.activities[0].quantity.value: 1.500 may be 1500 or a fraction; write 1500",
    ]
    assert [path.name for path in Path().iterdir()] == ["p.yaml"]


def test_a_refused_draft_leaves_the_old_paper_as_it_was(quyet: Callable, draft: Callable) -> None:
    Path("p.txt").write_text("bản cũ", encoding="utf-8")
    draft(("title: Về", "titel: Về"))
    assert quyet("write", "p.yaml", "-o", "p.txt").code == 2
    assert Path("p.txt").read_text(encoding="utf-8") == "bản cũ"


@needs_font
@pytest.mark.parametrize("to", ["pdf", "edxml"])
@pytest.mark.parametrize(("character", "code"), [("😀", "U+1F600"), ("漢", "U+6F22"), ("\U000f0000", "U+F0000")])
def test_a_character_that_no_font_has_is_named_with_its_key(
    quyet: Callable, draft: Callable, to: str, character: str, code: str
) -> None:
    draft(("Nguyễn Văn A", f"Nguyễn {character} A"))
    done = quyet("write", "p.yaml", "--to", to, "-o", "out")
    assert (done.code, Path("out").exists(), done.err.count("\n")) == (2, False, 1)
    assert done.err == (
        f"p.yaml:8: document.signature.name: phông chữ không có ký tự «{character}» ({code}) nên không đưa vào PDF được; "
        "hãy bỏ hoặc thay ký tự này\n"
    )
    for other in ("txt", "docx", "xml"):
        assert quyet("write", "p.yaml", "--to", other, "-o", "out").code == 0


@needs_font
def test_a_character_is_found_where_the_paper_has_it_in_capitals(quyet: Callable, draft: Callable) -> None:
    draft(("position: GIÁM ĐỐC", "position: giám đốc \U00010428"))
    done = quyet("write", "p.yaml", "-o", "p.pdf")
    assert done.code == 2
    assert done.err.startswith("p.yaml:7: document.signature.position: phông chữ không có ký tự «\U00010400» (U+10400)")


@needs_font
def test_a_name_that_edxml_cannot_hold_is_told_at_its_key(quyet: Callable, draft: Callable) -> None:
    draft(("Nguyễn Văn A", "Nguyễn Văn A " * 5))
    done = quyet("write", "p.yaml", "-o", "p.edxml")
    assert (done.code, Path("p.edxml").exists()) == (2, False)
    assert done.err.startswith("p.yaml:8: document.signature.name: edXML: FullName (họ tên người ký) dài 64 ký tự")
    assert quyet("write", "p.yaml", "-o", "p.edxml", "--lang", "en").err == (
        "p.yaml:8: document.signature.name: edXML: FullName is longer than its field may be\n"
    )
    assert quyet("write", "p.yaml", "-o", "p.docx").code == 0


# --- help --------------------------------------------------------------------------------------------------------------


def test_the_help_names_every_format_and_form(quyet: Callable) -> None:
    done = quyet("write", "--help")
    assert done.code == 0 and done.out.startswith("cách dùng: quyet write")
    for word in ("docx", "pdf", "xml", "edxml", "txt", "decision", "attached", "proposal", "plan", "report", "TỆP_RA"):
        assert word in done.out
    for word in ("usage", "options:", "show this help"):
        assert word not in done.out
    assert quyet("write", "--help", "--lang", "en").out.startswith("usage: quyet write")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("write p.yaml", "quyet write: lỗi: còn thiếu: -o/--output"),
        ("write -o p.txt", "quyet write: lỗi: còn thiếu: PROGRAMME.yaml"),
        ("write p.yaml --to odt -o p", "--to: 'odt' không có trong các lựa chọn: 'docx', 'pdf', 'xml', 'edxml', 'txt'"),
        ("write p.yaml --form letter -o p.txt", "--form: 'letter' không có trong các lựa chọn: 'decision', "),
    ],
)
def test_mistakes_are_said_in_vietnamese(quyet: Callable, arguments: str, said: str) -> None:
    done = quyet(*arguments.split())
    assert done.code == 2 and said in done.err.splitlines()[-1]
