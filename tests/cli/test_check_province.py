"""`quyet check DIR` where the body belongs to a province: its level lies under the national ceiling.

Hà Bình, its resolution and its levels are made up (`tests/made_province`); the ceilings are those of TT 40/2017.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from quyet.files import planning
from quyet.files.facts import letterheads
from quyet.files.facts.letterheads import load_letterheads, load_letterheads_from
from quyet.files.facts.norms import load_norms_from
from quyet.files.facts.strict import DATA

MADE_UP = Path(__file__).parents[1] / "made_province"
CASE = Path(__file__).parents[2] / "cases" / "lang-son-2024" / "programme.yaml"
PER_DIEM = "unit_price: 200000"
MEAL = "basis: {kind: norm, norm: conference_guest_meal, place: conference_commune}"


@pytest.fixture
def programme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example as a programme of Hà Bình, in a folder of its own."""
    shutil.copytree(DATA / "norms", tmp_path / "norms", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(MADE_UP / "norms", tmp_path / "norms", dirs_exist_ok=True)
    norms = load_norms_from(tmp_path / "norms")
    bodies = load_letterheads() | load_letterheads_from(MADE_UP / "letterheads")
    monkeypatch.setattr(planning, "load_norms", lambda: norms)
    monkeypatch.setattr(letterheads, "load_letterheads", lambda: bodies)
    file = tmp_path / "case" / "programme.yaml"
    file.parent.mkdir()
    text = CASE.read_text(encoding="utf-8")
    file.write_text(text.replace("body: lang-son-so-cong-thuong", "body: ha-binh-so-cong-thuong"), encoding="utf-8")
    return file


def said(quyet: Callable, file: Path) -> list[str]:
    """What is said of norms: `severity code message`."""
    found = quyet("check", str(file.parent)).out.splitlines()
    return [line.split(": ", 1)[1] for line in found if " N1" in line]


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_price_under_the_ceiling_is_above_the_lower_level_of_the_province(quyet: Callable, programme: Path) -> None:
    above, unknown = sorted(said(quyet, programme))
    assert above == (
        "error N101 estimate.lines[14].unit_price: Đơn giá 200.000 đồng của «Phụ cấp lưu trú» vượt mức 180.000 "
        "đồng/ngày/người. Giảm đơn giá, hoặc ghi rõ căn cứ khác. "
        "(Nghị quyết 1/2017 của HĐND tỉnh Hà Bình (bịa để thử), khoản 1)"
    )
    assert unknown.startswith(
        "info N104 estimate: Dòng 4.3 và 3 «Tiền thuê phòng nghỉ (khoán)»: không có mức của tỉnh: chỉ có mức trần quốc gia."
    )


def test_a_price_at_the_level_of_the_province_is_within(quyet: Callable, programme: Path) -> None:
    change(programme, PER_DIEM, "unit_price: 180000")
    (unknown,) = said(quyet, programme)
    assert unknown.startswith("info N104 ")  # of the items of which the province has no level: the other two


def test_a_level_of_the_province_above_the_ceiling_does_not_lift_it(quyet: Callable, programme: Path) -> None:
    """The province writes 250.000 đồng for what the circular caps at 100.000."""
    change(programme, PER_DIEM, "unit_price: 180000")
    change(
        programme,
        'unit_price: 1000000\n      code: "6699"\n      basis: {kind: plan, reference: Giá ví dụ}',
        f'unit_price: 120000\n      code: "6699"\n      {MEAL}',
    )
    above, _ = sorted(said(quyet, programme))
    assert above.startswith("error N101 ") and "vượt mức 100.000 đồng" in above and "(TT 40/2017/TT-BTC)" in above


def test_where_no_level_of_the_province_is_known_only_the_ceiling_is_told(quyet: Callable, programme: Path) -> None:
    change(programme, "body: ha-binh-so-cong-thuong", "body: lang-son-so-cong-thuong")
    (unknown,) = said(quyet, programme)
    assert unknown.startswith(
        "info N104 estimate: Dòng 4.3, 2 «Phụ cấp lưu trú» và 3 «Tiền thuê phòng nghỉ (khoán)»: không có mức của tỉnh"
    )


def test_a_paper_of_no_known_body_is_held_against_the_country_alone(quyet: Callable, programme: Path) -> None:
    change(programme, "body: ha-binh-so-cong-thuong", "issuer: SỞ CÔNG THƯƠNG\n  parent: UBND TỈNH KHÁC")
    assert said(quyet, programme) == []
