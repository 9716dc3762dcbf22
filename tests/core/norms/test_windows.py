"""The days of an activity across the day on which a norm changes."""

from datetime import date

import pytest

from quyet.core.norms.lookup import Asked
from quyet.core.norms.windows import Window, held_over
from tests.core.norms.made import FIRST_NEW, LAST_OLD, level, norms

CHANGED = norms(level(200_000, until=LAST_OLD), level(300_000, since=FIRST_NEW))


def window(known, start: date, end: date, **asked) -> Window:
    return held_over(known, Asked("per_diem", start, **asked), end)


def told(over: Window) -> list[tuple[str, str, int | None]]:
    return [
        (str(piece.start), str(piece.end), piece.held.binding.most if piece.held.binding else None)
        for piece in over.pieces
    ]


def test_a_quarter_across_the_change_uses_the_lower_value_and_says_from_when_the_other_holds() -> None:
    quarter = window(CHANGED, date(2025, 4, 1), date(2025, 6, 30))
    assert told(quarter) == [("2025-04-01", "2025-05-03", 200_000), ("2025-05-04", "2025-06-30", 300_000)]
    assert quarter.binding.held.binding.most == 200_000
    assert [str(piece.start) for piece in quarter.otherwise] == ["2025-05-04"]


@pytest.mark.parametrize(
    ("start", "end", "figure"),
    [
        (date(2024, 4, 1), date(2024, 9, 30), 200_000),
        (date(2025, 5, 3), date(2025, 5, 3), 200_000),
        (date(2025, 5, 4), date(2025, 5, 4), 300_000),
    ],
)
def test_a_window_on_one_side_is_one_piece(start: date, end: date, figure: int) -> None:
    one = window(CHANGED, start, end)
    assert told(one) == [(str(start), str(end), figure)]
    assert one.otherwise == ()


def test_where_the_norm_falls_the_later_value_is_the_lower() -> None:
    fallen = norms(level(300_000, until=LAST_OLD), level(200_000, since=FIRST_NEW))
    over = window(fallen, date(2025, 5, 1), date(2025, 5, 31))
    assert (over.binding.start, over.binding.held.binding.most) == (date(2025, 5, 4), 200_000)
    assert [(str(piece.start), piece.held.binding.most) for piece in over.otherwise] == [("2025-05-01", 300_000)]


def test_days_without_a_norm_are_told_beside_the_figure() -> None:
    ended = norms(level(150_000, until=LAST_OLD), level(None, since=FIRST_NEW))
    over = window(ended, date(2025, 4, 1), date(2025, 6, 30))
    assert told(over) == [("2025-04-01", "2025-05-03", 150_000), ("2025-05-04", "2025-06-30", None)]
    assert [piece.held.national.status for piece in over.otherwise] == ["unknown"]


def test_a_change_in_the_province_parts_the_window_too() -> None:
    local = norms(level(300_000), level(180_000, territory="lang-son", since=date(2024, 7, 1)))
    assert told(window(local, date(2024, 6, 1), date(2024, 7, 31), province="lang-son")) == [
        ("2024-06-01", "2024-06-30", 300_000),
        ("2024-07-01", "2024-07-31", 180_000),
    ]


def test_the_end_of_the_districts_parts_it_too() -> None:
    towns = norms(level(450_000, place="big_town"))
    over = window(towns, date(2025, 6, 1), date(2025, 7, 31), places=("big_town",))
    assert told(over) == [("2025-06-01", "2025-06-30", 450_000), ("2025-07-01", "2025-07-31", None)]


def test_a_change_elsewhere_does_not_part_it() -> None:
    sea = norms(
        level(200_000), level(250_000, place="sea", until=LAST_OLD), level(400_000, place="sea", since=FIRST_NEW)
    )
    assert len(window(sea, date(2025, 4, 1), date(2025, 6, 30)).pieces) == 1


def test_a_window_that_ends_before_it_starts_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="ends 2024-05-31, before it starts 2024-06-01"):
        window(CHANGED, date(2024, 6, 1), date(2024, 5, 31))
