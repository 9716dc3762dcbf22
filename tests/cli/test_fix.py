"""`quyet fix`: what it prints, where it writes, what it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.shared import Mm

from tests.core.checks.word_papers import Change, each, paper, put, runs, section

NARROW = section("left_margin", Mm(25))
UPRIGHT = each(runs("Căn cứ", "Theo"), put("italic", None))
IN_CAPITALS = each(runs("Phê duyệt"), put("text", "PHÊ DUYỆT DỰ TOÁN TUYÊN TRUYỀN NĂM 2024"))


def write(name: str, *changes: Change) -> str:
    Path(name).write_bytes(paper(*changes).data())
    return name


def test_each_change_is_one_line_and_the_mended_file_has_none_left(quyet: Callable) -> None:
    done = quyet("fix", write("sai.docx", NARROW, UPRIGHT), "-o", "dung.docx")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "trang: lề trái: 25 mm → 30 mm",
        "dòng 5: kiểu chữ của căn cứ: đứng → nghiêng (2 chỗ)",
    ]
    assert quyet("check", "dung.docx").out == ""


def test_what_is_left_for_a_person_is_said_as_check_says_it(quyet: Callable) -> None:
    done = quyet("fix", write("sai.docx", IN_CAPITALS), "-o", "ra.docx")
    assert done.code == 0
    assert done.out.splitlines() == [
        "Không có gì sửa được bằng máy.",
        "Còn lại, cần người sửa:",
        "ra.docx:3:1: warning F305 Loại chữ của trích yếu: in hoa; quy định in thường."
        " (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II và mục III; mục V)",
    ]


def test_a_right_paper_is_written_as_it_is(quyet: Callable) -> None:
    done = quyet("fix", write("dung.docx"), "-o", "ra.docx")
    assert (done.code, done.out) == (0, "Không có gì phải sửa.\n")
    assert Path("ra.docx").read_bytes() == Path("dung.docx").read_bytes()
    assert quyet("--lang", "en", "fix", "dung.docx", "-o", "ra.docx").out == "There was nothing to mend.\n"


def test_as_json(quyet: Callable) -> None:
    done = quyet("fix", "--format", "json", write("sai.docx", NARROW, IN_CAPITALS), "-o", "ra.docx")
    printed = json.loads(done.out)
    assert (printed["schema"], printed["path"], printed["output"]) == ("quyet/fix/1", "sai.docx", "ra.docx")
    assert printed["follows"] is True
    assert printed["changes"] == [
        {"rule": "F302", "line": None, "what": "Lề trái", "before": "25 mm", "after": "30 mm", "count": 1}
    ]
    assert [finding["rule"] for finding in printed["left"]] == ["F305"]


def test_a_paper_that_follows_other_rules_is_handed_on_and_said(quyet: Callable) -> None:
    issuer = each(runs("SỞ CÔNG"), put("text", "TỈNH ĐOÀN HÀ BÌNH"))
    done = quyet("fix", write("doan.docx", NARROW, issuer), "-o", "ra.docx")
    assert done.code == 0
    assert done.out.startswith("Văn bản không thuộc diện của NĐ 30/2020/NĐ-CP")
    assert Path("ra.docx").read_bytes() == Path("doan.docx").read_bytes()


def test_the_file_that_is_read_is_never_written(quyet: Callable) -> None:
    before = Path(write("sai.docx", NARROW)).read_bytes()
    Path("cung.docx").symlink_to("sai.docx")
    for output in ("sai.docx", "./sai.docx", "cung.docx"):
        done = quyet("fix", "sai.docx", "-o", output)
        assert (done.code, done.err) == (2, f"{output}: là chính tệp vào; hãy chọn tên khác\n")
    assert Path("sai.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", "QUYẾT ĐỊNH".encode(), "Chỉ sửa được tệp Word .docx"),
        ("a.docx", b"PK\x03\x04", "Tệp bị hỏng"),
        ("a.docx", None, "không tìm thấy tệp"),
    ],
)
def test_what_cannot_be_mended_is_refused_in_one_line_and_nothing_is_written(
    quyet: Callable, name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    done = quyet("fix", name, "-o", "ra.docx")
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert said in done.err
    assert not Path("ra.docx").exists()


def test_a_folder_that_takes_no_file(quyet: Callable) -> None:
    done = quyet("fix", write("sai.docx", NARROW), "-o", "khong/co/ra.docx")
    assert done.code == 2
    assert done.err.startswith("khong/co/ra.docx: không ghi được")
