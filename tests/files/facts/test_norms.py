"""The files of norms, and what stops their load."""

from pathlib import Path

import pytest

from quyet.files.facts import FactsError
from quyet.files.facts.norms import load_norms, load_norms_from
from quyet.files.facts.strict import DATA

ITEM = """key: per_diem
name: {vi: Phụ cấp lưu trú, en: Per diem}
unit: {vi: đồng/ngày, en: đồng a day}
limits: {vi: tiền đi công tác, en: money of a mission}
words: []
"""
PLACES = """scheme: towns
text: TT 1/2017/TT-BTC
classes:
  - {key: elsewhere, name: {vi: nơi khác, en: elsewhere}, part_of: null, from: null, to: 2025-06-30}
  - {key: town, name: {vi: thị xã, en: town}, part_of: elsewhere, from: null, to: 2025-06-30}
checked: 2026-11-23
"""
RANKS = """scheme: position
text: TT 1/2017/TT-BTC
classes:
  - {key: head, name: {vi: lãnh đạo, en: heads}, part_of: null, coefficient: {from: 1.25, to: 1.3, below: null}}
  - {key: guest, name: {vi: khách, en: guests}, part_of: null, coefficient: null}
checked: 2026-11-23
"""
MINISTRY = """key: ministry
name: {vi: Bộ, en: Ministry}
territory: national
acts: []
checked: 2026-11-23
"""
LEVELS = """item: per_diem
rows:
  - place: town
    rank: head
    values:
      - from: 2017-07-01
        to: 2025-05-03
        amount: 200000
        source: {text: TT 1/2017/TT-BTC, article: Điều 6, reference: null}
        mark: S
      - from: 2025-05-04
        to: null
        amount: null
        source: null
        mark: null
checked: 2026-11-23
"""
SECOND = """item: per_diem
rows: []
checked: 2026-11-23
"""

GOOD = {
    "items/per_diem": ITEM,
    "classes/places/towns": PLACES,
    "classes/ranks/position": RANKS,
    "ministry/authority": MINISTRY,
    "ministry/per_diem": LEVELS,
}


def folder_with(tmp_path: Path, **changes: str) -> Path:
    folder = tmp_path / "norms"
    for name, text in {**GOOD, **changes}.items():
        file = folder / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def test_good_files_load(tmp_path: Path) -> None:
    norms = load_norms_from(folder_with(tmp_path))
    known, empty = norms.levels
    assert (known.place, known.rank, known.amount, known.mark) == ("town", "head", 200_000, "S")
    assert (known.source.text, known.source.article) == ("TT 1/2017/TT-BTC", "Điều 6")
    assert (empty.amount, empty.says, empty.source, empty.mark) == (None, False, None, None)
    assert [(str(each.day), each.file) for each in norms.looked][-1] == ("2026-11-23", "ministry/per_diem.yaml")


def changed(old: str, new: str) -> dict[str, str]:
    """The levels with one thing wrong."""
    assert old in LEVELS
    return {"ministry/per_diem": LEVELS.replace(old, new)}


FAULTS = [
    ("unknown key", changed("mark: S", "mark: S\n        colour: đỏ"), "per_diem.yaml: rows[0].values[0].colour: khóa lạ"),
    ("key missing", changed("        mark: S\n", ""), "rows[0].values[0].mark: thiếu khóa này"),
    ("bad mark", changed("mark: S", "mark: X"), "rows[0].values[0].mark: phải là một trong S, M"),
    ("to before from", changed("to: 2025-05-03", "to: 2017-06-30"), "rows[0].values[0].to: đứng trước from"),
    ("one day twice", changed("from: 2025-05-04", "from: 2025-05-03"), "rows[0].values[1].from: trùng thời gian"),
    ("no end before the next", changed("to: 2025-05-03", "to: null"), "rows[0].values[1].from: trùng thời gian"),
    ("a fraction of a đồng", changed("200000", "200000.5"), "rows[0].values[0].amount: phải là một số nguyên"),
    ("dots of thousands", changed("200000", "200.000"), "rows[0].values[0].amount: phải là một số nguyên"),
    ("nothing", changed("200000", "0"), "rows[0].values[0].amount: phải là số đồng lớn hơn 0"),
    ("a range upside down", changed("200000", "{least: 8, most: 6}"), "rows[0].values[0].amount: phải là số đồng"),
    ("a range of one", changed("200000", "{least: 8, most: 8}"), "rows[0].values[0].amount: phải là số đồng"),
    ("no source", changed("source: {text: TT 1/2017/TT-BTC, article: Điều 6, reference: null}", "source: null"), "rows[0].values[0].source: mức đã ghi thì phải có nguồn"),
    ("no mark", changed("mark: S", "mark: null"), "rows[0].values[0].mark: mức đã ghi thì phải có nguồn"),
    ("a mark of nothing", changed("mark: null", "mark: S"), "rows[0].values[1].mark: dòng còn trống"),
    ("a day of issue beside a day of force", changed("to: 2025-05-03", "to: 2025-05-03\n        not_before: 2017-01-01"), "rows[0].values[0].not_before: chỉ dùng khi from là null"),
    ("no day of issue", changed("from: 2025-05-04", "from: null"), "rows[0].values[1].not_before: thiếu khóa này"),
    ("no such place", changed("place: town", "place: tow"), "per_diem.yaml: rows[0].place: không có 'tow'"),
    ("no such rank", changed("rank: head", "rank: heed"), "per_diem.yaml: rows[0].rank: không có 'heed'"),
    ("another file's item", changed("item: per_diem", "item: hotel"), "per_diem.yaml: item: phải là tên của tệp"),
    ("an item that nobody named", {"ministry/hotel": SECOND.replace("per_diem", "hotel").replace("rows: []", LEVELS[LEVELS.index("rows"):LEVELS.index("checked")].strip())}, "ministry/hotel.yaml: item: không có 'hotel'"),
    ("the same row twice", changed("checked", "  - {place: town, rank: head, values: []}\nchecked"), "rows[1].place: địa bàn và đối tượng này đã có"),
    ("no day of looking", changed("checked: 2026-11-23\n", ""), "per_diem.yaml: checked: thiếu khóa này"),
    ("an anchor", changed("amount: 200000", "amount: &a 200000"), "per_diem.yaml: YAML: không dùng neo"),
    ("a folder without an authority", {"province/per_diem": SECOND}, "province/per_diem.yaml: tệp: đặt sai chỗ"),
    ("a folder in a folder", {"ministry/old/authority": MINISTRY}, "đặt sai chỗ"),
    ("a file beside the folders", {"per_diem": SECOND}, "đặt sai chỗ"),
    ("another folder's authority", {"ministry/authority": MINISTRY.replace("key: ministry", "key: bureau")}, "ministry/authority.yaml: key: phải là tên của thư mục"),
    ("a territory of nobody", {"ministry/authority": MINISTRY.replace("national", "world")}, "territory: phải là một trong national, province"),
    ("a class within none", {"classes/places/towns": PLACES.replace("part_of: elsewhere", "part_of: nowhere")}, "towns.yaml: classes[1].part_of: 'nowhere' phải là một loại đứng ở trên"),
    ("a class twice", {"classes/places/more": PLACES.replace("scheme: towns", "scheme: more")}, "'elsewhere' có hai lần"),
    ("a coefficient in words", {"classes/ranks/position": RANKS.replace("1.25", "cao")}, "classes[0].coefficient.from: phải là một số"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "says"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_fault_stops_the_load_and_names_file_and_key(tmp_path: Path, changes: dict[str, str], says: str) -> None:
    with pytest.raises(FactsError) as refused:
        load_norms_from(folder_with(tmp_path, **changes))
    assert says in str(refused.value)
    assert ".yaml: " in str(refused.value)


def test_a_figure_for_a_kind_of_place_that_is_gone_stops_the_load(tmp_path: Path) -> None:
    late = LEVELS.replace(
        "amount: null\n        source: null\n        mark: null",
        "amount: 300000\n        source: {text: TT 2/2025/TT-BTC, article: null, reference: null}\n        mark: M",
    )
    late = late.replace("2025-05-03", "2025-06-30").replace("2025-05-04", "2025-07-01")  # fmt: skip
    with pytest.raises(FactsError, match=r"values\[1\].from: loại địa bàn này chỉ có đến 2025-06-30"):
        load_norms_from(folder_with(tmp_path, **{"ministry/per_diem": late}))


def test_two_authorities_do_not_set_one_item_for_one_territory(tmp_path: Path) -> None:
    second = {"other/authority": MINISTRY.replace("key: ministry", "key: other"), "other/per_diem": LEVELS}
    with pytest.raises(FactsError, match="other/per_diem.yaml: item: ministry đã có mức của per_diem"):
        load_norms_from(folder_with(tmp_path, **second))


def test_a_province_is_added_with_two_files_and_no_python(tmp_path: Path) -> None:
    province = MINISTRY.replace("key: ministry", "key: lang-son").replace("national", "province")
    own = LEVELS.replace("200000", "180000")
    norms = load_norms_from(folder_with(tmp_path, **{"lang-son/authority": province, "lang-son/per_diem": own}))
    assert [level.amount for level in norms.rows("per_diem", "lang-son")] == [180_000, None]
    assert [authority.territory for authority in norms.authorities] == ["national", "lang-son"]


def test_what_is_kept_is_what_the_files_say() -> None:
    strict = load_norms_from(DATA / "norms")
    load_norms.cache_clear()
    load_norms()
    load_norms.cache_clear()
    assert load_norms() == strict
