"""The day after, where the office works."""

from datetime import date

import pytest

from quyet.core.values.workdays import next_working_day

AFTER = {
    date(2024, 3, 11): date(2024, 3, 12),  # Monday → Tuesday
    date(2024, 3, 15): date(2024, 3, 18),  # Friday → Monday
    date(2024, 3, 16): date(2024, 3, 18),  # Saturday → Monday
    date(2023, 12, 29): date(2024, 1, 1),  # a Friday; holidays are not known here
}


@pytest.mark.parametrize("day", AFTER, ids=str)
def test_the_next_working_day(day: date) -> None:
    assert next_working_day(day) == AFTER[day]
