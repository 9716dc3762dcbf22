"""Forms and their wording: strictly loaded, and every field and style that they name is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from quyet.core.papers.draft import Draft, DraftDocument
from quyet.core.papers.fields import fields
from quyet.core.papers.form import Form, Part, fields_of
from quyet.core.papers.stationery import Stationery
from quyet.files.facts import FactsError
from quyet.files.facts.formats import load_formats
from quyet.files.facts.forms import load_forms, load_forms_from, load_wording, load_wording_from
from quyet.files.facts.strict import DATA
from quyet.files.writing import FORMS, KINDS

FORM = """\
key: note
kind: TB
heading: THÔNG BÁO
name: {vi: Thông báo, en: Note}
source: NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4
mark: S
parts:
  - part: letterhead
  - part: contents
    parts:
      - {part: line, style: enacting, texts: ["{body} thông báo:"]}
"""
WORDING = (DATA / "wording.yaml").read_text(encoding="utf-8")


def walk(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from walk(part.parts)


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> Form:
    return load_forms()[request.param]


def test_there_is_a_form_for_what_can_be_asked() -> None:
    assert sorted(load_forms()) == sorted(FORMS)
    assert {each.kind: each.heading for each in load_forms().values()} == {
        "QĐ": "QUYẾT ĐỊNH",
        "TTr": "TỜ TRÌNH",
        "KH": "KẾ HOẠCH",
        "BC": "BÁO CÁO",
    }
    assert all(load_forms()[key].kind == kind for kind, key in KINDS.items())


def test_a_form_has_a_head_contents_and_a_foot(form: Form) -> None:
    parts = [part.part for part in form.parts]
    assert parts[0] == "letterhead" and parts[1] == "title"
    assert parts.index("contents") < parts.index("signature")


def test_a_form_names_no_field_and_no_style_that_is_not_there(form: Form) -> None:
    (rules,) = load_formats()
    known = fields(Draft(DraftDocument(title="A")), Stationery(form, rules, load_wording()))
    parts = list(walk(form.parts))
    named = {name for part in parts for text in part.texts for name in fields_of(text)}
    assert named <= set(known)
    assert {part.style for part in parts if part.style} <= set(rules.styles)


def test_a_form_takes_the_kind_that_the_decree_knows(form: Form) -> None:
    (rules,) = load_formats()
    assert form.heading.lower() == rules.kinds[form.kind]


def test_a_form_as_it_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "note.yaml").write_text(FORM, encoding="utf-8")
    (made,) = load_forms_from(tmp_path)
    line = Part("line", "enacting", ("{body} thông báo:",), ())
    assert made.parts == (Part("letterhead", None, (), ()), Part("contents", None, (), (line,)))


REFUSED = {
    "a part of nobody": ("part: letterhead", "part: logo", r"parts\[0\].part: phải là một trong letterhead, title"),
    "a key of nobody": ("kind: TB", "kind: TB\ncolour: red", "colour: khóa lạ"),
    "a key of nobody inside": ("part: letterhead", "part: letterhead\n    text: A", r"parts\[0\].text: khóa lạ"),
    "a key that is missing": ("heading: THÔNG BÁO\n", "", "heading: thiếu khóa này"),
    "an empty heading": ("heading: THÔNG BÁO", "heading: ' '", "heading: để trống"),
    "one text for a list": ('texts: ["{body} thông báo:"]', "texts: A", r"texts: phải là một danh sách chuỗi chữ"),
    "the name of another file": ("key: note", "key: letter", "key: phải là tên của tệp, 'note'"),
    "parts that are no list": (
        "parts:\n  - part: letterhead\n",
        "parts: 5\nx:\n  - a\n",
        "parts: phải là một danh sách",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_form_that_says_something_wrong_stops_the_load(tmp_path: Path, case: str) -> None:
    line, instead, said = REFUSED[case]
    assert line in FORM
    (tmp_path / "note.yaml").write_text(FORM.replace(line, instead), encoding="utf-8")
    with pytest.raises(FactsError, match=f"note.yaml: .*{said}"):
        load_forms_from(tmp_path)


def test_the_words_that_forms_share() -> None:
    wording = load_wording()
    assert wording.national_name == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert wording.motto == "Độc lập - Tự do - Hạnh phúc"
    assert wording.day["known"] == "ngày {day} tháng {month} năm {year}"
    assert wording.annex["several"].endswith("{roman}")


@pytest.mark.parametrize(
    ("line", "instead", "said"),
    [
        ("motto:", "mottto:", "motto: thiếu khóa này"),
        ("  short:", "  brief: a\n  short:", "basis.brief: khóa lạ"),
        ("  amount: Thành tiền\n", "", "columns.amount: thiếu khóa này"),
    ],
)
def test_wording_that_says_something_wrong_stops_the_load(tmp_path: Path, line: str, instead: str, said: str) -> None:
    (tmp_path / "wording.yaml").write_text(WORDING.replace(line, instead), encoding="utf-8")
    with pytest.raises(FactsError, match=said):
        load_wording_from(tmp_path / "wording.yaml")
