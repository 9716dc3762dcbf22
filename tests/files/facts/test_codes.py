"""The files of budget codes, and what stops their load."""

from pathlib import Path

import pytest

from quyet.core.codes.model import Edition
from quyet.files.facts import FactsError
from quyet.files.facts.codes import load_codes, load_codes_from
from quyet.files.facts.strict import DATA
from quyet.files.facts.texts import load_texts

OLD = """key: old
text: 1/2016/TT-BTC
years: {from: 2018, to: 2025}
whole: false
source: một bản in
checked: 2026-11-23
levels:
  - {name: {vi: cấp tỉnh, en: province}, from: "400", to: "599"}
chapters:
  - {code: "416", name: Sở Công Thương, mark: S}
kinds:
  - code: "280"
    name: Các hoạt động kinh tế
    mark: S
    sub_kinds:
      - {code: "309", name: Công nghiệp khác, mark: M}
items:
  - code: "6650"
    name: Hội nghị
    mark: S
    sub_items:
      - {code: "6651", name: "In, mua tài liệu", mark: M}
"""

NEW = (
    OLD.replace("key: old", "key: new")
    .replace("{from: 2018, to: 2025}", "{from: 2026, to: null}")
    .replace('{code: "6651", name: "In, mua tài liệu", mark: M}', '{code: "6659", name: Tiền ăn, mark: S, new: true}')
)

FAULTS = [
    ("unknown key", OLD + "colour: đỏ\n", "codes/old.yaml: colour: khóa lạ"),
    ("unknown key of a row", OLD.replace("mark: M}", "mark: M, unit: đ}", 1), "sub_kinds[0].unit: khóa lạ"),
    ("key missing", OLD.replace("whole: false\n", ""), "codes/old.yaml: whole: thiếu khóa này"),
    ("same key twice", OLD + "whole: true\n", "khóa 'whole' có hai lần"),
    ("an anchor", OLD.replace("name: Hội nghị", "name: &a Hội nghị"), "không dùng neo và bí danh"),
    ("a number for a code", OLD.replace('"416"', "416"), "chapters[0].code: phải là một chuỗi chữ, không phải 416"),
    ("no such mark", OLD.replace("mark: M", "mark: X", 1), "mark: phải là một trong S, M"),
    ("another file's key", OLD.replace("key: old", "key: older"), "key: phải là tên của tệp, 'old'"),
    ("years backwards", OLD.replace("2025}", "2017}"), "years.to: đứng trước năm bắt đầu"),
    ("a chapter of no level", OLD.replace('"416"', '"616"'), "chapter 616: Chương nằm trong: cấp tỉnh 400–599."),
    ("a loại that is no even ten", OLD.replace('"280"', '"281"'), "kind 281: Loại là số chẵn chục."),
    ("a mục that is no even ten", OLD.replace('"6650"', '"6645"'), "item 6645: Mục là số chẵn chục."),
    ("a tiểu mục that is one", OLD.replace('"6651"', '"6660"'), "sub_item 6660: Tiểu mục có hàng đơn vị từ 1 đến 9."),
    ("three digits for four", OLD.replace('"6651"', '"665"'), "sub_item 665: Tiểu mục có 4 chữ số."),
    (
        "a tiểu mục before its mục",
        OLD.replace('"6651"', '"6606"'),
        "sub_item 6606: không nằm trong khoảng của mục 6650",
    ),
    (
        "levels that overlap",
        OLD.replace("chapters:", '  - {name: {vi: cấp xã, en: commune}, from: "590", to: "989"}\nchapters:'),
        "levels: cấp tỉnh và cấp xã trùng mã",
    ),
    (
        "a code twice",
        OLD + '      - {code: "6651", name: Tài liệu, mark: M}\n',
        "sub_item 6651: có hai lần",
    ),
    (
        "a new code in the first edition",
        OLD.replace("mark: M}", "mark: M, new: true}", 1),
        "ấn bản đầu tiên không có mã mới",
    ),
]


def load(tmp_path: Path, **files: str) -> tuple[Edition, ...]:
    folder = tmp_path / "codes"
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_codes_from(folder)


def test_good_files_load_in_the_order_of_their_years(tmp_path: Path) -> None:
    old, new = load(tmp_path, new=NEW, old=OLD)
    assert (old.key, old.first_year, old.last_year) == ("old", 2018, 2025)
    assert (new.key, new.first_year, new.last_year) == ("new", 2026, None)
    assert [(code.segment, code.code, code.parent, code.mark) for code in old.codes] == [
        ("chapter", "416", None, "S"),
        ("kind", "280", None, "S"),
        ("sub_kind", "309", "280", "M"),
        ("item", "6650", None, "S"),
        ("sub_item", "6651", "6650", "M"),
    ]
    assert [code.code for code in new.codes if code.new] == ["6659"]


@pytest.mark.parametrize(("text", "says"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_fault_stops_the_load_and_names_file_and_key(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(FactsError) as refused:
        load(tmp_path, old=text)
    assert says in str(refused.value)
    assert "codes/old.yaml" in str(refused.value)


def test_two_editions_for_one_year_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="codes/new.yaml: years: trùng năm ngân sách với old"):
        load(tmp_path, old=OLD, new=NEW.replace("from: 2026", "from: 2025"))


def test_a_new_code_that_the_edition_before_has_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="codes/new.yaml: new: 6659 đã có trong old"):
        load(tmp_path, old=OLD.replace('"6651"', '"6659"'), new=NEW)


def test_the_editions_that_ship_are_those_of_2018_to_2025_and_from_2026_on() -> None:
    shipped = [(each.key, each.first_year, each.last_year, each.whole) for each in load_codes().editions]
    assert shipped == [("tt-324-2016", 2018, 2025, False), ("tt-130-2025", 2026, None, False)]


def test_what_is_kept_is_what_was_loaded() -> None:
    assert load_codes().editions == load_codes_from(DATA / "codes")


def test_the_circular_of_each_edition_stands_in_the_register_with_the_same_years() -> None:
    for edition in load_codes().editions:
        circular = load_texts().find(edition.text)
        assert circular is not None
        assert (circular.until.year if circular.until else None) == edition.last_year


def test_of_the_new_edition_every_name_was_seen_and_two_sub_items_are_new() -> None:
    of_2026 = load_codes().editions[1]
    assert {code.mark for code in of_2026.codes} == {"S"}
    assert [code.code for code in of_2026.codes if code.new] == ["6609", "6659"]


def test_of_the_old_edition_only_the_kinds_were_seen() -> None:
    of_2024 = load_codes().editions[0]
    assert {code.segment for code in of_2024.codes if code.mark == "S"} == {"kind"}
