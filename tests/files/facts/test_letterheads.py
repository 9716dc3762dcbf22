"""Bodies: how one was called on a day, and files that leave that open."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quyet.files.facts import FactsError, letterheads
from quyet.files.facts.letterheads import body_on, load_letterheads, load_letterheads_from

NAME = """\
  - from: {since}
    to: {until}
    parent: {parent}
    issuer: {issuer}
    name: Sở Công Thương tỉnh Mẫu
    symbol: SCT
    place: Mẫu
    province: mau
    organ_id: null
    source: Quyết định mẫu
    mark: S
"""


def written(folder: Path, *names: str, key: str = "mau-sct") -> Path:
    (folder / "mau-sct.yaml").write_text(f"key: {key}\nnames:\n{''.join(names)}checked: 2026-11-23\n", encoding="utf-8")
    return folder


def name(since: str, until: str, parent: str = "UBND TỈNH MẪU", issuer: str = "SỞ CÔNG THƯƠNG") -> str:
    return NAME.format(since=since, until=until, parent=parent, issuer=issuer)


OLD = name("2008-04-15", "2025-02-28", issuer="SỞ CÔNG NGHIỆP")
NEW = name("2025-03-01", "null")


@pytest.fixture
def two_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = load_letterheads_from(written(tmp_path, OLD, NEW))
    monkeypatch.setattr(letterheads, "load_letterheads", lambda: found)


@pytest.mark.usefixtures("two_names")
@pytest.mark.parametrize(
    ("day", "issuer"),
    [
        (date(2008, 4, 15), "SỞ CÔNG NGHIỆP"),
        (date(2025, 2, 28), "SỞ CÔNG NGHIỆP"),
        (date(2025, 3, 1), "SỞ CÔNG THƯƠNG"),
        (date(2100, 1, 1), "SỞ CÔNG THƯƠNG"),
        (None, "SỞ CÔNG THƯƠNG"),
    ],
)
def test_a_body_is_called_as_on_that_day(day: date | None, issuer: str) -> None:
    found = body_on("mau-sct", day)
    assert found is not None and found.issuer == issuer


@pytest.mark.usefixtures("two_names")
def test_before_its_first_day_and_under_another_key_there_is_no_body() -> None:
    assert body_on("mau-sct", date(2008, 4, 14)) is None
    assert body_on("mau-stc", date(2024, 1, 1)) is None
    assert body_on("mau-stc", None) is None


def test_the_body_of_the_worked_case() -> None:
    found = body_on("lang-son-so-cong-thuong", date(2024, 3, 12))
    assert found is not None
    assert (found.parent, found.issuer, found.symbol, found.place, found.organ_id, found.province) == (
        "UBND TỈNH LẠNG SƠN",
        "SỞ CÔNG THƯƠNG",
        "SCT",
        "Lạng Sơn",
        None,
        "lang-son",
    )


def test_the_key_of_a_body_is_the_name_of_its_file() -> None:
    assert all(key == key.lower() and " " not in key for key in load_letterheads())


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([OLD, name("2025-02-28", "null")], "names: hai tên trùng thời gian hiệu lực"),
        ([NEW, OLD], "names: hai tên trùng thời gian hiệu lực"),
        ([name("null", "null"), NEW], "names: hai tên trùng thời gian hiệu lực"),
        ([OLD.replace("    symbol: SCT\n", "")], r"names\[0\].symbol: thiếu khóa này"),
        ([OLD.replace("organ_id", "organid")], r"names\[0\].organ_id: thiếu khóa này"),
        ([OLD.replace("province: mau", "province: Tỉnh Mẫu")], r"names\[0\].province: phải là khóa như lang-son"),
        ([OLD + "    phone: 0\n"], r"names\[0\].phone: khóa lạ"),
        ([OLD.replace("mark: S", "mark: T")], r"names\[0\].mark: phải là một trong S, M, không phải 'T'"),
        ([OLD.replace("2008-04-15", "15/4/2008")], r"names\[0\].from: phải là một ngày dạng 2024-12-31"),
    ],
)
def test_names_that_leave_something_open_are_refused(tmp_path: Path, names: list[str], said: str) -> None:
    with pytest.raises(FactsError, match=f"mau-sct.yaml: {said}"):
        load_letterheads_from(written(tmp_path, *names))


def test_the_key_must_be_the_name_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="key: phải là tên của tệp, 'mau-sct'"):
        load_letterheads_from(written(tmp_path, OLD, key="mau-stc"))
