"""What a budget code is in a year."""

from __future__ import annotations

import pytest

from quyet.core.codes.catalogue import Catalogue
from quyet.core.codes.model import Code, Edition, Level, Segment
from quyet.core.codes.search import find
from quyet.core.codes.shape import misshapen
from quyet.files.facts.codes import load_codes

CODES = load_codes()
PROVINCE, COMMUNE = Level("cấp tỉnh", "province", "400", "599"), Level("cấp xã", "commune", "800", "989")


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("6606", "Tuyên truyền; quảng cáo"),
        ("6651", "In, mua tài liệu"),
        ("6655", "Thuê hội trường, phương tiện vận chuyển"),
        ("6702", "Phụ cấp công tác phí"),
        ("6751", "Thuê phương tiện vận chuyển"),
        ("416", "Sở Công Thương"),
        ("309", "Công nghiệp khác"),
        ("0051", "Chi tạm ứng đơn vị hành chính sự nghiệp"),
    ],
)
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_a_code_that_both_editions_have(code: str, name: str, year: int) -> None:
    answer = CODES.look_up(code, year)
    assert answer.verdict == "listed"
    assert [each.name for each in answer.codes] == [name]


@pytest.mark.parametrize("code", ["6659", "6609"])
def test_a_code_that_begins_in_2026_is_no_code_before(code: str) -> None:
    before, after = CODES.look_up(code, 2024), CODES.look_up(code, 2026)
    assert (before.verdict, before.since) == ("later", 2026)
    assert (after.verdict, after.codes) == ("listed", before.codes)


def test_a_code_that_nobody_knows_is_not_said_not_to_exist() -> None:
    answer = CODES.look_up("6607", 2026)
    assert answer.verdict == "unlisted"
    assert answer.edition and not answer.edition.whole


def test_a_year_without_an_edition() -> None:
    assert CODES.look_up("6651", 2017).verdict == "no_edition"


def test_one_number_may_be_a_chapter_and_a_sub_kind() -> None:
    both = Edition(
        "x", "1/2026/TT-BTC", 2026, None, True, "", (PROVINCE,), (
            Code("chapter", "402", "Văn phòng", "S"),
            Code("kind", "400", "Tài chính", "S"),
            Code("sub_kind", "402", "Viện trợ", "S", "400"),
        ),
    )  # fmt: skip
    catalogue = Catalogue([both])
    assert [code.name for code in catalogue.look_up("402", 2026).codes] == ["Văn phòng", "Viện trợ"]
    assert [code.name for code in catalogue.look_up("402", 2026, "sub_kind").codes] == ["Viện trợ"]
    assert catalogue.look_up("400", 2026, "chapter").verdict == "unlisted"


def test_what_stands_above_a_code() -> None:
    edition = CODES.edition_of(2026)
    assert edition is not None
    for code, above in (("6659", "Hội nghị"), ("7059", "Mua sắm tài sản vô hình"), ("309", "Các hoạt động kinh tế")):
        (found,) = CODES.look_up(code, 2026).codes
        parent = CODES.parent_of(found, edition)
        assert parent and parent.name == above


@pytest.mark.parametrize(
    ("item", "rest"),
    [("6600", "6649"), ("6650", "6699"), ("6700", "6749"), ("7050", "7059"), ("0950", "0979"), ("0051", None)],
)
def test_the_last_nine_of_an_item_is_its_rest(item: str, rest: str | None) -> None:
    found = CODES.rest_of(item, 2026)
    assert (found.code if found else None) == rest


def test_a_rest_is_not_guessed_where_it_is_not_listed() -> None:
    assert CODES.rest_of("7350", 2024) is None


def test_the_level_of_a_chapter() -> None:
    edition = CODES.edition_of(2024)
    assert edition is not None
    levels = {code: level.name_vi for code in ("016", "416", "616", "830") if (level := edition.level_of(code))}
    assert levels == {"016": "trung ương", "416": "cấp tỉnh", "616": "cấp huyện", "830": "cấp xã"}
    after = CODES.edition_of(2026)
    assert after is not None and after.level_of("616") is None


@pytest.mark.parametrize(
    ("segment", "code", "why"),
    [
        ("chapter", "416", None),
        ("chapter", "616", "Chương nằm trong: cấp tỉnh 400–599; cấp xã 800–989."),
        ("chapter", "41", "Chương có 3 chữ số."),
        ("kind", "280", None),
        ("kind", "281", "Loại là số chẵn chục."),
        ("sub_kind", "309", None),
        ("sub_kind", "310", "Khoản có hàng đơn vị từ 1 đến 9."),
        ("item", "6650", None),
        ("item", "0051", None),
        ("item", "6655", "Mục là số chẵn chục."),
        ("sub_item", "6655", None),
        ("sub_item", "6650", "Tiểu mục có hàng đơn vị từ 1 đến 9."),
        ("sub_item", "66551", "Tiểu mục có 4 chữ số."),
        ("sub_item", "６６５５", "Tiểu mục có 4 chữ số."),
    ],
)
def test_the_shape_of_a_code(segment: Segment, code: str, why: str | None) -> None:
    assert misshapen(segment, code, (PROVINCE, COMMUNE)) == why


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("tuyên truyền", ["6606", "6600", "7854", "6609", "6608", "6605"]),
        ("TUYEN TRUYEN quang cao", ["6606"]),
        ("hoi truong", ["6655"]),
        ("in tài liệu", ["6651"]),
        ("hội nghị phòng ngủ", ["6654"]),
        ("xuc tien", ["7351", "7356", "7357", "7350"]),
        ("không có chữ này", []),
        ("…", []),
    ],
)
def test_codes_are_found_by_words_without_diacritics(words: str, codes: list[str]) -> None:
    edition = CODES.edition_of(2026)
    assert edition is not None
    assert [code.code for code in find(edition, words)] == codes


def test_decomposed_letters_are_the_same_letters() -> None:
    edition = CODES.edition_of(2026)
    assert edition is not None
    decomposed = "hô\u0323i trươ\u0300ng"
    assert [code.code for code in find(edition, decomposed)] == ["6655"]
