"""The decrees on presentation: what the files say is what the rules get, kept or read anew, and what NĐ 30 says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from quyet.core.presentation.format import Format, Range, format_on
from quyet.files.facts import FactsError
from quyet.files.facts.formats import load_formats, load_formats_from
from quyet.files.facts.strict import DATA

DECREE_30 = DATA / "formats" / "nd-30-2020.yaml"
WRITTEN = DECREE_30.read_text(encoding="utf-8")


@pytest.fixture
def decree_30() -> Format:
    (found,) = load_formats()
    return found


Decree = Callable[..., tuple[Format, ...]]


@pytest.fixture
def decree(tmp_path: Path) -> Decree:
    """The decrees of a folder with NĐ 30 in it, one line of it written otherwise."""

    def load(line: str, instead: str, name: str = DECREE_30.name) -> tuple[Format, ...]:
        assert WRITTEN.count(line) == 1
        (tmp_path / name).write_text(WRITTEN.replace(line, instead), encoding="utf-8")
        return load_formats_from(tmp_path)

    return load


# --- what the decree says, Phụ lục I and III ---------------------------------------------------------------------------


def bounds(found: Range) -> tuple[Decimal, Decimal]:
    return found.least, found.most


def test_the_page_is_a4_with_the_margins_of_the_decree(decree_30: Format) -> None:
    page = decree_30.page
    assert (page.width, page.height, page.font, page.colour) == (210, 297, "Times New Roman", "000000")
    margins = [bounds(each) for each in (page.top, page.bottom, page.left, page.right)]
    assert margins == [(20, 25), (20, 25), (30, 35), (15, 20)]


def test_pages_are_numbered_in_the_middle_from_the_second_on(decree_30: Format) -> None:
    number = decree_30.page_number
    assert (bounds(number.size), number.align, number.first_shown, number.annex_anew) == ((13, 14), "center", 2, True)


def test_paragraphs(decree_30: Format) -> None:
    body = decree_30.body
    assert (body.indents, body.gap, bounds(body.line), body.end) == (
        (Decimal(10), Decimal("12.7")),
        6,
        (1, Decimal("1.5")),
        "./.",
    )


LOOKS = {
    # component: size, capitals, bold, italic
    "national_name": (12, 13, True, True, False),
    "motto": (13, 14, False, True, False),
    "parent": (12, 13, True, False, False),
    "issuer": (12, 13, True, True, False),
    "number": (13, 13, False, False, False),
    "place_date": (13, 14, False, False, True),
    "kind": (13, 14, True, True, False),
    "title": (13, 14, False, True, False),
    "basis": (13, 14, False, False, True),
    "part": (13, 14, False, True, False),
    "section": (13, 14, True, True, False),
    "article": (13, 14, False, True, False),
    "clause_title": (13, 14, False, True, False),
    "text": (13, 14, False, False, False),
    "authority": (13, 14, True, True, False),
    "signatory": (13, 14, False, True, False),
    "addressee": (13, 14, False, False, False),
    "recipients_head": (12, 12, False, True, True),
    "recipient": (11, 11, False, False, False),
    "annex_label": (14, 14, False, True, False),
    "annex_title": (13, 14, True, True, False),
}


@pytest.mark.parametrize("component", LOOKS)
def test_the_letters_of_a_component(decree_30: Format, component: str) -> None:
    style = decree_30.styles[component]
    assert (*bounds(style.size), style.upper, style.bold, style.italic) == LOOKS[component]
    assert style.size.holds(style.size.write)


def test_zeros_before_numbers_days_and_months(decree_30: Format) -> None:
    padding = decree_30.padding
    assert (padding.number_below, padding.day_below, padding.month_below) == (10, 10, 3)


def test_points_are_lettered_without_f_j_w_z(decree_30: Format) -> None:
    assert "".join(decree_30.points) == "abcdđeghiklmnopqrstuvxy"


def test_who_signs_for_whom(decree_30: Format) -> None:
    assert {mark: each.name_vi for mark, each in decree_30.authorities.items()} == {
        "TM.": "thay mặt tập thể",
        "KT.": "ký thay người đứng đầu",
        "TL.": "thừa lệnh",
        "TUQ.": "thừa ủy quyền",
        "Q.": "quyền",
    }


def test_abbreviations_of_kinds(decree_30: Format) -> None:
    kinds = decree_30.kinds
    assert [kinds[each] for each in ("QĐ", "TTr", "KH", "BC", "NQ")] == [
        "quyết định",
        "tờ trình",
        "kế hoạch",
        "báo cáo",
        "nghị quyết",
    ]


def test_bases_and_annexes(decree_30: Format) -> None:
    assert (decree_30.basis_between, decree_30.basis_last) == (";", ".")
    assert decree_30.annex.roman_from == 2
    assert (decree_30.annex.filled_on_paper, decree_30.annex.filled_electronic) == (True, False)


# --- by its day, and strictly ------------------------------------------------------------------------------------------


def test_the_decree_is_found_by_its_day(decree_30: Format) -> None:
    assert decree_30.since == date(2020, 3, 5)
    assert format_on(load_formats(), date(2020, 3, 5)) is decree_30
    assert format_on(load_formats(), None) is decree_30
    assert format_on(load_formats(), date(2020, 3, 4)) is None


def test_what_was_kept_is_what_the_files_say() -> None:
    load_formats.cache_clear()
    assert load_formats() == load_formats_from(DATA / "formats")


REFUSED = {
    "a key that nobody knows": ("key: nd-30-2020\n", "key: nd-30-2020\nmau_giay: A4\n", "mau_giay: khóa lạ"),
    "a key inside that nobody knows": ("  font: Times", "  fon: 1\n  font: Times", "page.fon: khóa lạ"),
    "a key that is missing": ("  font: Times New Roman\n", "", "page.font: thiếu khóa này"),
    "the name of another file": ("key: nd-30-2020\n", "key: nd-31\n", "key: phải là tên của tệp, 'nd-30-2020'"),
    "a word for a number": ("  gap: 6 ", "  gap: sáu ", "body.gap: phải là một số, không phải 'sáu'"),
    "a number for a word": ("  font: Times New Roman\n", "  font: 12\n", "page.font: phải là một chuỗi chữ, không phải 12"),
    "a range the wrong way round": ("left: {range: [30, 35]", "left: {range: [35, 30]", "page.left.range: phải là hai số, số nhỏ trước"),
    "what is written lies outside": ("range: [30, 35], write: 30", "range: [30, 35], write: 29", "page.left.write: nằm ngoài 30–35"),
    "an indent that is not allowed": ("write_indent: 12.7", "write_indent: 11", "body.write_indent: không có trong indent"),
    "a mark of nobody": ("mark: S\n", "mark: X\n", "mark: phải là một trong S, M, không phải 'X'"),
    "an alignment of nobody": ("  align: center\n  first_shown", "  align: giữa\n  first_shown", "page_number.align: phải là một trong left, center, justify, không phải 'giữa'"),
    "a flag that is a word": ("annex_anew: true", "annex_anew: có", "page_number.annex_anew: phải là true hoặc false, không phải 'có'"),
    "an end before the beginning": ("to: null", "to: 2019-12-31", "to: đứng trước ngày bắt đầu"),
    "a letter that stands twice": ("points: [a, b, c,", "points: [a, b, b,", "numbering.points: 'b' có hai lần"),
    "a key that stands twice": ("key: nd-30-2020\n", "key: nd-30-2020\nkey: nd-30-2020\n", "YAML: khóa 'key' có hai lần"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_says_something_wrong_stops_the_load(decree: Decree, case: str) -> None:
    line, instead, said = REFUSED[case]
    with pytest.raises(FactsError, match=said):
        decree(line, instead)


def test_two_decrees_on_one_day_are_refused(decree: Decree) -> None:
    decree("to: null", "to: 2025-12-31")
    with pytest.raises(FactsError, match="nd-31.yaml: from: trùng thời gian hiệu lực với nd-30-2020"):
        decree("key: nd-30-2020\nname:", "key: nd-31\nname:", "nd-31.yaml")


def test_a_decree_follows_another(decree: Decree, tmp_path: Path) -> None:
    decree("to: null", "to: 2025-12-31")
    later = WRITTEN.replace("key: nd-30-2020", "key: nd-31").replace("from: 2020-03-05", "from: 2026-01-01")
    (tmp_path / "nd-31.yaml").write_text(later, encoding="utf-8")
    both = load_formats_from(tmp_path)
    assert [each.key for each in both] == ["nd-30-2020", "nd-31"]
    days = (date(2025, 12, 31), date(2026, 1, 1), None)
    assert [found.key for day in days if (found := format_on(both, day))] == ["nd-30-2020", "nd-31", "nd-31"]
