"""How each kind is carried out, and what stops the load of it."""

from pathlib import Path

import pytest

from quyet.core.execution.practice import STEPS, Practice
from quyet.files.facts import FactsError, load_kinds
from quyet.files.facts.kinds import read_kind
from quyet.files.facts.practices import load_practices, load_steps, load_steps_from
from quyet.files.facts.strict import DATA

GOOD = """key: banner
name: {vi: Băng rôn, en: Banner}
units: [cái]
words: [băng rôn]
unless: []
yields: false
unit: cái
measures:
  - {key: width, name: {vi: chiều rộng, en: width}, unit: m}
  - {key: material, name: {vi: chất liệu, en: material}, unit: null}
milestones:
  - {key: hung, name: {vi: treo xong, en: hung}}
suggested_codes:
  - part: {vi: in và treo, en: print and hang}
    codes: {tt-324-2016: ["6606"], tt-130-2025: ["6606", "6659"]}
vouchers:
  - {step: accept, name: {vi: biên bản, en: record}, mark: M, source: thông lệ}
checked: 2026-11-23
"""

FAULTS = [
    ("unknown key of a measure", GOOD.replace("unit: m}", "unit: m, size: 1}"), "measures[0].size: khóa lạ"),
    ("a measure without its unit", GOOD.replace(", unit: null}", "}"), "measures[1].unit: thiếu khóa này"),
    ("a measure twice", GOOD.replace("key: material", "key: width"), "measures: 'width' có hai lần"),
    ("a unit that is none", GOOD.replace("unit: cái\n", "unit: tấm\n"), "unit: 'tấm' không có trong units"),
    ("no such step", GOOD.replace("step: accept", "step: dance"), "vouchers[0].step: phải là một trong plan, price"),
    ("no such mark", GOOD.replace("mark: M", "mark: X"), "vouchers[0].mark: phải là một trong S, M"),
    ("no such edition", GOOD.replace("tt-324-2016", "tt-1-2016"), "codes.tt-1-2016: không có ấn bản mục lục này"),
    (
        "a code that the edition does not have",
        GOOD.replace('tt-324-2016: ["6606"]', 'tt-324-2016: ["6659"]'),
        "codes.tt-324-2016: không có tiểu mục '6659' trong ấn bản này",
    ),
    ("an item for a sub-item", GOOD.replace('["6606", "6659"]', '["6650"]'), "không có tiểu mục '6650'"),
]

STEPS_FILE = """checked: 2026-11-23
steps:
""" + "".join(f"  - {{key: {step}, name: {{vi: {step}, en: {step}}}, vouchers: []}}\n" for step in STEPS)


def practice(tmp_path: Path, text: str) -> Practice:
    folder = tmp_path / "kinds"
    folder.mkdir()
    file = folder / "banner.yaml"
    file.write_text(text, encoding="utf-8")
    return read_kind(file)[1]


def test_a_good_file_loads(tmp_path: Path) -> None:
    banner = practice(tmp_path, GOOD)
    assert (banner.key, banner.unit) == ("banner", "cái")
    assert [(each.key, each.unit) for each in banner.measures] == [("width", "m"), ("material", None)]
    assert [each.key for each in banner.milestones] == ["hung"]
    (suggestion,) = banner.suggestions
    assert (suggestion.of("tt-324-2016"), suggestion.of("tt-130-2025")) == (("6606",), ("6606", "6659"))
    assert suggestion.of("another") == ()
    assert [(each.step, each.name_vi, each.mark) for each in banner.vouchers] == [("accept", "biên bản", "M")]


@pytest.mark.parametrize(("text", "says"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_fault_stops_the_load_and_names_file_and_key(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(FactsError) as refused:
        practice(tmp_path, text)
    assert says in str(refused.value)
    assert "kinds/banner.yaml" in str(refused.value)


def test_the_steps_are_all_there_in_their_order(tmp_path: Path) -> None:
    file = tmp_path / "steps.yaml"
    file.write_text(STEPS_FILE, encoding="utf-8")
    assert tuple(step.key for step in load_steps_from(file)) == STEPS
    file.write_text(STEPS_FILE.replace("key: choose,", "key: dance,"), encoding="utf-8")
    with pytest.raises(FactsError, match="steps: phải là plan, price, choose"):
        load_steps_from(file)


def test_every_kind_has_its_practice_and_is_named_in_both_languages() -> None:
    assert list(load_practices()) == [kind.key for kind in load_kinds()]
    assert all(practice.milestones and practice.measures for practice in load_practices().values())
    assert all(kind.words and kind.units and kind.name_vi and kind.name_en for kind in load_kinds())


def test_every_kind_has_vouchers_and_proposed_codes() -> None:
    for kind in load_kinds():
        has = load_practices()[kind.key]
        assert has.vouchers and has.suggestions, kind.key


def test_assets_have_a_code_only_in_the_edition_that_was_read() -> None:
    parts = {each.part_en: each for each in load_practices()["equipment"].suggestions}
    assert (parts["assets"].of("tt-324-2016"), parts["assets"].of("tt-130-2025")) == ((), ("6954", "6955", "6956"))
    assert parts["goods"].of("tt-324-2016") == ("7001",)


def test_what_later_kinds_take_over_from_the_first_ones_says_so() -> None:
    poster = load_practices()["poster"]
    assert {each.source for each in poster.vouchers} == {
        "thông lệ kế toán của băng rôn, áp dụng tương tự, chưa đối chiếu"
    }


def test_meals_of_unpaid_delegates_move_to_their_own_code_in_2026() -> None:
    parts = {each.part_vi: each for each in load_practices()["training_conference"].suggestions}
    meals = parts["tiền ăn của đại biểu không hưởng lương"]
    assert (meals.of("tt-324-2016"), meals.of("tt-130-2025")) == (("6699",), ("6659",))
    assert parts["hội trường, phương tiện"].of("tt-324-2016") == ("6655",)


def test_what_no_text_says_of_vouchers_is_marked_from_memory() -> None:
    seen = [
        (practice.key, each.name_vi)
        for practice in load_practices().values()
        for each in practice.vouchers
        if each.mark == "S"
    ]
    assert seen == [
        ("handbook", "giấy phép xuất bản tài liệu không kinh doanh"),
        ("study_tour", "quyết định cử đoàn hoặc kế hoạch được duyệt"),
        ("study_tour", "giấy đi đường có xác nhận của nơi đến"),
        ("study_tour", "vé đi lại"),
        ("study_tour", "hóa đơn phòng nghỉ, khi thanh toán theo thực tế"),
    ]
    assert {each.mark for step in load_steps() for each in step.vouchers} == {"M"}


def test_steps_and_kinds_lie_where_the_page_says() -> None:
    assert (DATA / "steps.yaml").is_file() and (DATA / "kinds" / "leaflet.yaml").is_file()
