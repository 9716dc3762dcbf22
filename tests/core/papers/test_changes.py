"""What changed between two states of a programme, fact by fact and line by line."""

from __future__ import annotations

from pathlib import Path

from quyet.core.papers.changes import changes
from quyet.files.drafts import load_draft
from quyet.files.drafts.load import draft_of
from quyet.files.writers.programme_json import programme_json

EXAMPLE = Path(__file__).parents[3] / "cases" / "lang-son-2024" / "programme.yaml"
CONTENT = programme_json(load_draft(EXAMPLE).draft)


def between(*swaps: tuple[str, str]):
    other = CONTENT
    for old, new in swaps:
        assert old in other
        other = other.replace(old, new, 1)
    return changes(draft_of(CONTENT.encode(), as_json=True).draft, draft_of(other.encode(), as_json=True).draft)


def facts(*swaps: tuple[str, str]) -> list[tuple[str, str, str, str | None, str | None]]:
    return [(each.kind, each.place, each.which, each.old, each.new) for each in between(*swaps).facts]


def test_nothing_changed() -> None:
    assert not between()


def test_a_quantity_and_a_place_say_what_they_were() -> None:
    assert facts(('"value": 750', '"value": 700'), ("các huyện và thành phố Lạng Sơn", "các huyện và TP Lạng Sơn")) == [
        ("changed", "programme/activities/place", "1.a", "các tuyến đường chính của các huyện và thành phố Lạng Sơn",
         "các tuyến đường chính của các huyện và TP Lạng Sơn"),
        ("changed", "programme/activities/quantity", "1.b", "750 cuốn", "700 cuốn"),
    ]  # fmt: skip


def test_who_signs_and_a_recipient_more() -> None:
    assert facts(('"Nguyễn Văn A"', '"Triệu Thị Em"'), ('"Như Điều 3"', '"Như Điều 3",\n   "Kho bạc Nhà nước"')) == [
        ("added", "document/recipients", "", None, "Kho bạc Nhà nước"),
        ("changed", "document/signature/name", "", "Nguyễn Văn A", "Triệu Thị Em"),
    ]


def test_a_price_is_one_cell_of_one_line() -> None:
    found = between(('"unit_price": 650000', '"unit_price": 640000'))
    ((place, cell),) = found.cells
    assert (place, cell.change, cell.field, cell.old, cell.new) == (0, "changed", "unit_price", 650_000, 640_000)
