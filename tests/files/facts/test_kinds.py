"""The files of kinds, and what stops their load."""

from pathlib import Path

import pytest

from quyet.files.facts import FactsError, load_kinds
from quyet.files.facts.kinds import load_kinds_from

GOOD = """key: banner
name: {vi: Băng rôn, en: Banner}
units: [cái]
words: [băng rôn]
unless: []
yields: false
unit: cái
measures: []
milestones: []
suggested_codes: []
vouchers: []
checked: 2026-11-23
"""

FAULTS = [
    ("unknown key", GOOD + "colour: đỏ\n", "kinds/banner.yaml: colour: khóa lạ"),
    ("unknown key within", GOOD.replace("en: Banner", "en: Banner, fr: Bannière"), "name.fr: khóa lạ"),
    ("key missing", GOOD.replace("units: [cái]\n", ""), "kinds/banner.yaml: units: thiếu khóa này"),
    ("same key twice", GOOD + "units: [tấm]\n", "khóa 'units' có hai lần"),
    ("same word twice", GOOD.replace("[cái]", "[cái, cái]"), "units: 'cái' có hai lần"),
    ("number for a list", GOOD.replace("[cái]", "40"), "units: phải là một danh sách chuỗi chữ, không phải 40"),
    ("number in a list", GOOD.replace("[cái]", "[cái, 40]"), "units: mục 2 phải là một chuỗi chữ, không phải 40"),
    ("no day", GOOD.replace("2026-11-23", "hôm qua"), "checked: phải là một ngày"),
    ("empty name", GOOD.replace("vi: Băng rôn", "vi: ''"), "name.vi: để trống"),
    ("another file's key", GOOD.replace("key: banner", "key: handbook"), "key: phải là tên của tệp"),
    ("no YAML", "key: [", "kinds/banner.yaml: YAML:"),
    ("no mapping", "- banner\n", "phải là một bảng khóa: giá trị"),
    ("yes for true", GOOD.replace("yields: false", "yields: 'no'"), "yields: phải là true hoặc false, không phải 'no'"),
    ("an anchor", GOOD.replace("[băng rôn]", "&a [băng rôn]"), "không dùng neo và bí danh"),
]


def folder_with(tmp_path: Path, **files: str) -> Path:
    folder = tmp_path / "kinds"
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_good_file_loads(tmp_path: Path) -> None:
    (kind,) = load_kinds_from(folder_with(tmp_path, banner=GOOD))
    assert (kind.key, kind.name_vi, kind.units, kind.words) == ("banner", "Băng rôn", ("cái",), ("băng rôn",))


@pytest.mark.parametrize(("text", "says"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_fault_stops_the_load_and_names_file_and_key(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(FactsError) as refused:
        load_kinds_from(folder_with(tmp_path, banner=text))
    assert says in str(refused.value)
    assert "kinds/banner.yaml" in str(refused.value)


def test_two_kinds_may_not_claim_one_word(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, banner=GOOD, poster=GOOD.replace("key: banner", "key: poster"))
    with pytest.raises(FactsError, match="poster.yaml: words: 'băng rôn' đã thuộc banner"):
        load_kinds_from(folder)


def test_the_kinds_that_ship_with_the_package() -> None:
    assert [kind.key for kind in load_kinds()] == [
        "award",
        "banner",
        "contest",
        "demonstration_model",
        "equipment",
        "exhibition",
        "fair",
        "handbook",
        "leaflet",
        "market_day",
        "poster",
        "radio",
        "study_tour",
        "survey",
        "training_conference",
        "tv_report",
        "website",
    ]
