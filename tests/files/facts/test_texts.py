"""The files of legal texts, and what stops their load."""

from pathlib import Path

import pytest

from quyet.core.texts.model import LegalText
from quyet.files.facts import FactsError
from quyet.files.facts.strict import DATA
from quyet.files.facts.texts import load_fields, load_texts, load_texts_from

GOOD = """key: budget
name: {vi: Ngân sách, en: Budget}
checked: 2026-11-23
texts:
  - number: 18/2020/TT-BTC
    kind: Thông tư
    title: tài khoản tại Kho bạc
    place: null
    issued: 2020-03-31
    from: {day: 2020-05-15, mark: S}
    to: {day: 2025-12-31, mark: M}
    replaced_by: [157/2025/TT-BTC]
    amended_by: []
    still: {vi: ngân sách năm 2025, en: the budget of 2025, budget_years_to: 2025}
    mark: S
    source: vbpl.vn
  - number: 157/2025/TT-BTC
    kind: Thông tư
    title: null
    place: null
    issued: null
    from: null
    to: null
    replaced_by: []
    amended_by: []
    still: null
    mark: M
    source: theo trí nhớ
"""

FAULTS = [
    ("unknown key", GOOD + "colour: đỏ\n", "texts/budget.yaml: colour: khóa lạ"),
    ("unknown key of a text", GOOD.replace("source: vbpl.vn", "source: vbpl.vn\n    age: 1"), "texts[0].age: khóa lạ"),
    ("unknown key of a day", GOOD.replace("mark: M}", "mark: M, hour: 1}"), "texts[0].to.hour: khóa lạ"),
    ("key missing", GOOD.replace("    still: null\n", ""), "texts[1].still: thiếu khóa này"),
    ("same key twice", GOOD + "    mark: S\n", "khóa 'mark' có hai lần"),
    ("an anchor", GOOD.replace("source: vbpl.vn", "source: &v vbpl.vn"), "không dùng neo và bí danh"),
    ("a day without its mark", GOOD.replace(", mark: M}", "}"), "texts[0].to.mark: thiếu khóa này"),
    ("a day that is none", GOOD.replace("2020-03-31", "đầu năm 2020"), "texts[0].issued: phải là một ngày"),
    ("an end before the beginning", GOOD.replace("2025-12-31", "2020-05-01"), "texts[0].to: đứng trước ngày"),
    (
        "a number that is none",
        GOOD.replace("number: 18/2020/TT-BTC", "number: mười tám"),
        "không đọc được số 'mười tám'",
    ),
    ("a successor that is not there", GOOD.replace("[157/2025/TT-BTC]", "[158/2025/TT-BTC]"), "chưa có trong danh mục"),
    ("another file's key", GOOD.replace("key: budget", "key: norms"), "key: phải là tên của tệp, 'budget'"),
    ("a text twice", GOOD.replace("number: 157/2025/TT-BTC", "number: 18/2020/tt-btc"), "đã có trong budget.yaml"),
]


def load(tmp_path: Path, **files: str) -> dict[str, LegalText]:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return dict(load_texts_from(folder))


def test_a_good_file_loads_and_what_nobody_saw_stays_empty(tmp_path: Path) -> None:
    texts = load(tmp_path, budget=GOOD)
    old, new = texts["18/2020/tt-btc"], texts["157/2025/tt-btc"]
    assert (str(old.issued), str(old.since), str(old.until)) == ("2020-03-31", "2020-05-15", "2025-12-31")
    assert (old.since_mark, old.until_mark, old.mark) == ("S", "M", "S")
    assert (old.still_vi, old.still_en, old.still_year) == ("ngân sách năm 2025", "the budget of 2025", 2025)
    assert (old.begin_is_sure, old.end_is_sure) == (True, False)
    assert (new.title, new.issued, new.since, new.until, new.still_vi) == (None, None, None, None, None)


@pytest.mark.parametrize(("text", "says"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_fault_stops_the_load_and_names_file_and_key(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(FactsError) as refused:
        load(tmp_path, budget=text)
    assert says in str(refused.value)
    assert "texts/budget.yaml" in str(refused.value)


def test_a_text_in_two_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="texts/treasury.yaml: number: '18/2020/TT-BTC' đã có trong budget.yaml"):
        load(tmp_path, budget=GOOD, treasury=GOOD.replace("key: budget", "key: treasury"))


def test_two_provinces_may_bear_one_number(tmp_path: Path) -> None:
    other = GOOD.replace("number: 157/2025/TT-BTC", "number: 18/2020/TT-BTC").replace("[157/2025/TT-BTC]", "[]")
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "budget.yaml").write_text(other.replace("place: null", "place: Huế", 1), encoding="utf-8")
    assert [text.place for _, text in load_texts_from(folder)] == ["Huế", None]


def test_what_is_kept_is_what_was_loaded() -> None:
    loaded = {text.number + (text.place or ""): text for _, text in load_texts_from(DATA / "texts")}
    assert {text.number + (text.place or ""): text for text in load_texts().texts} == loaded


def test_every_field_has_a_name_in_both_languages() -> None:
    fields = load_fields()
    assert sum(len(texts) for _, _, texts in fields) == len(load_texts().texts)
    assert fields[0][:2] == ("Ngân sách nhà nước, kế toán, công khai", "State budget, accounting, publicity")


def test_no_text_from_memory_has_a_day_that_passes_for_seen() -> None:
    marks = [(text.mark, text.since_mark, text.until_mark) for text in load_texts().texts]
    assert [mark for mark in marks if mark[0] == "M" and "S" in mark[1:]] == []
