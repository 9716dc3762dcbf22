"""Files that are no draft at all, or more than one may ask of a programme: one line each, at the line where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from quyet.files.drafts import load_draft, nodes
from quyet.files.drafts.load import draft_of
from tests.files.drafts.told import TITLE, loaded, told

DOCUMENT = f"document:\n  {TITLE}\n"
ANCHORS = "không dùng neo và bí danh (&, *) của YAML"
TAGS = "không dùng thẻ (!, !!) của YAML"

YAML = {
    "nothing": ("", "tệp rỗng"),
    "white space": (" \n\t\r\n", "tệp rỗng"),
    "a word": ("chương trình", "1 phải là một bảng có khóa document và programme"),
    "a comment": ("# chưa viết\n", "1 phải là một bảng có khóa document và programme"),
    "a list": ("- a\n- b\n", "1 phải là một bảng có khóa document và programme"),
    "an anchor": ("document: &d\n  title: A\n", f"1 {ANCHORS}"),
    "an alias": ("a: 1\nb: *a\n", f"2 {ANCHORS}"),
    "lines that unfold to billions": ("a: &a [ha, ha]\nb: &b [*a, *a]\nc: [*b, *b]\n", f"1 {ANCHORS}"),
    "a call of Python": ('document: !!python/object/apply:os.system ["id"]\n', f"1 {TAGS}"),
    "a tagged scalar": ("document:\n  title: !!binary aGVsbG8=\n", f"2 {TAGS}"),
    "a tag of one's own": ("document:\n  title: !x A\n", f"2 {TAGS}"),
    "two documents": (f"{DOCUMENT}---\n{DOCUMENT}", "3 tệp có nhiều văn bản YAML (---); chỉ nhận một"),
    "a key that stands twice": ("document:\n  title: A\n  title: B\n", "3 khóa «title» có hai lần"),
    "a list as a key": ("[a, b]: 1\n", "1 khóa phải là chữ, không phải danh sách hay bảng"),
    "a tab": ("document:\n\ttitle: A\n", "2 YAML chưa đúng ở cột 1: ký tự này không mở đầu được giá trị; thụt dòng bằng dấu cách, không bằng Tab, và đặt giá trị trong ngoặc kép"),
    "a colon inside a value": ("document:\n  title: Nội dung: A\n", "2 YAML chưa đúng ở cột 18: dấu hai chấm ở đây không mở được giá trị; giá trị có dấu hai chấm phải đặt trong ngoặc kép"),
    "a quotation that stays open": ('document:\n  title: "A\n', "3 YAML chưa đúng ở cột 1: chuỗi trong ngoặc kép chưa đóng"),
    "a key out of line": ("document:\n    title: A\n  place: B\n", "3 YAML chưa đúng ở cột 3: khóa không thẳng hàng với các khóa trên, hoặc ngoặc kép trước đó chưa đóng"),
    "a mapping that stays open": ("document: {title: A\nprogramme: 1\n", "2 YAML chưa đúng ở cột 10: thiếu dấu phẩy hoặc dấu }"),
    "a directive of nobody": ("%LA 1\n---\na: 1\n", "1 YAML chưa đúng ở cột 4: dòng % này không phải của YAML"),
    "a NUL": (f"{DOCUMENT}  place: a\0b\n", "3 có ký tự điều khiển U+0000; hãy xóa ký tự này"),
    "an escape of the terminal": (f"{DOCUMENT}  place: \x1b[31m\n", "3 có ký tự điều khiển U+001B; hãy xóa ký tự này"),
}  # fmt: skip

JSON = {
    "nothing": ("", "tệp rỗng"),
    "a list": ("[]", "1 phải là một bảng có khóa document và programme"),
    "half an object": ('{"document":\n', "2 JSON chưa đúng ở cột 1: thiếu giá trị"),
    "a comma too many": (
        '{\n "a": 1,\n}',
        "3 JSON chưa đúng ở cột 1: cần một khóa trong ngoặc kép; sau mục cuối không có dấu phẩy",
    ),
    "no comma": ('{"a": 1\n "b": 2}', "2 JSON chưa đúng ở cột 2: thiếu dấu phẩy"),
    "something behind the end": ('{}\n{"a": 1}', "2 JSON chưa đúng ở cột 1: sau dấu đóng còn chữ thừa"),
    "a line end in a string": (
        '{"a": "b\nc"}',
        "1 JSON chưa đúng ở cột 9: chuỗi có ký tự điều khiển hoặc xuống dòng; xuống dòng viết là \\n",
    ),
    "NaN": ('{\n"document": {"title": NaN}}', "2 NaN không phải là số của JSON"),
    "infinity": ('{"document": {"title": "A"},\n\n "estimate": {"total": -Infinity}}', "3 -Infinity không phải là số của JSON"),
    "a key that stands twice": ('{"document": {\n"title": "A",\n"title": "B"}}', "3 khóa «title» có hai lần"),
    "a key that hides the line": ('{"document": {"title": "A"}, "\\u202ea": 1, "\\u202ea": 1}', "1 khóa «\ufffda» có hai lần"),
}  # fmt: skip


@pytest.mark.parametrize("case", YAML)
def test_what_is_no_yaml_of_ours(case: str) -> None:
    text, line = YAML[case]
    assert told(text) == [line]


@pytest.mark.parametrize("case", JSON)
def test_what_is_no_json_of_ours(case: str) -> None:
    text, line = JSON[case]
    assert told(text, as_json=True) == [line]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1258", "utf-32"])
def test_a_file_in_another_encoding(encoding: str) -> None:
    written = f"document:\n  {TITLE}\n".encode(encoding, "replace" if encoding == "cp1258" else "strict")
    assert told(written)[0].endswith("phải là văn bản UTF-8")


@pytest.mark.parametrize("data", [bytes(range(256)), b"PK\x03\x04\xff\xfe", b"%PDF-1.7\n\xe2\xe3"])
def test_a_file_of_another_kind(data: bytes) -> None:
    (line,) = told(data)
    assert line.endswith("phải là văn bản UTF-8")


def test_the_line_of_the_first_byte_that_is_no_utf_8() -> None:
    assert told(f"document:\n  {TITLE}\n".encode() + b"  place: V\xd2\n") == ["3 phải là văn bản UTF-8"]


@pytest.mark.parametrize("deep", ["[" * 100_000, "{a: " * 1_000 + "}" * 1_000, "- " * 100 + "a"])
def test_nesting_has_an_end(deep: str) -> None:
    assert told(deep) == ["1 lồng nhau quá 40 cấp"]


def test_nesting_of_json_has_an_end() -> None:
    assert told('{"document":\n' + "[" * 50 + "]" * 50 + "}", as_json=True) == ["2 lồng nhau quá 40 cấp"]
    assert told("[" * 100_000 + "]" * 100_000, as_json=True) == ["lồng nhau quá nhiều cấp"]


def test_a_file_may_have_20_mb() -> None:
    padded = f"document:\n  {TITLE}\n#".encode()
    assert loaded(padded.ljust(20_000_000, b"x")).document.title is not None
    assert told(padded.ljust(20_000_001, b"x")) == ["tệp lớn hơn 20 MB"]


def test_a_file_may_say_a_million_things(monkeypatch: pytest.MonkeyPatch) -> None:
    assert nodes.MOST_VALUES == 1_000_000
    monkeypatch.setattr(nodes, "MOST_VALUES", 1_000)
    assert told("document:\n" + "- a\n" * 1_000) == ["1000 có quá 1.000 giá trị"]
    assert told('{"document": [' + "1,\n" * 1_000 + "1]}", as_json=True) == ["999 có quá 1.000 giá trị"]


def test_a_text_of_megabytes_is_refused() -> None:
    text = 'document: {title: "' + "x" * 15_000_000 + '"}'
    assert told(text) == ["1 document.title: dài 15.000.000 ký tự; nhiều nhất 2.000"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_machine(end: str) -> None:
    text = f"\ufeffdocument:\n  {TITLE}\n  bod: x\n".replace("\n", end)
    assert told(text) == ["3 document.bod: khóa lạ; có phải là body?"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        load_draft(tmp_path)


def test_the_ending_says_which_of_the_two_it_is(tmp_path: Path) -> None:
    for name, text in (("a.JSON", '{"document": {"title": "A"}}'), ("a.yaml", "document: {title: A}")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert load_draft(tmp_path / name).draft.document.title == "A"


def test_a_device_without_end_is_read_no_further_than_the_limit() -> None:
    zero = Path("/dev/zero")
    if not zero.exists():
        pytest.skip("no such device here")
    with pytest.raises(ValueError, match="larger than 20 MB"):
        load_draft(zero)


def test_what_is_yaml_is_no_json() -> None:
    assert draft_of(b'{"document": {"title": "A"}}').draft == draft_of(b'{"document": {"title": "A"}}', True).draft
