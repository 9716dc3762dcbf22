"""The day after, where the office works."""

from datetime import date

import pytest

from quyet.core.values.workdays import DaysOff, is_day_off, next_working_day, weekends_only

AFTER = {
    date(2024, 3, 11): date(2024, 3, 12),  # Monday → Tuesday
    date(2024, 3, 15): date(2024, 3, 18),  # Friday → Monday
    date(2024, 3, 16): date(2024, 3, 18),  # Saturday → Monday
    date(2023, 12, 29): date(2024, 1, 1),  # a Friday; holidays are not known to a calendar of weekends
}


@pytest.mark.parametrize("day", AFTER, ids=str)
def test_the_next_working_day_by_weekends_alone(day: date) -> None:
    assert next_working_day(day, weekends_only) == AFTER[day]


GIVEN = {
    2023: DaysOff(),
    2024: DaysOff(off=frozenset({date(2024, 1, 1), date(2024, 4, 29)}), worked=frozenset({date(2024, 5, 4)})),
}
BY_GIVEN = {
    date(2023, 12, 29): date(2024, 1, 2),  # Friday → Tuesday: the days off of the next year count too
    date(2024, 4, 26): date(2024, 4, 30),  # Friday → Tuesday: Monday is off by decision
    date(2024, 5, 3): date(2024, 5, 4),  # Friday → the Saturday that is worked in exchange
    date(2024, 5, 4): date(2024, 5, 6),  # and from it to Monday
}


@pytest.mark.parametrize("day", BY_GIVEN, ids=str)
def test_the_next_working_day_by_the_days_off_that_are_given(day: date) -> None:
    assert next_working_day(day, GIVEN.__getitem__) == BY_GIVEN[day]


def test_a_day_that_is_worked_is_worked_whatever_else_is_said_of_it() -> None:
    both = DaysOff(off=frozenset({date(2024, 5, 4)}), worked=frozenset({date(2024, 5, 4)}))
    assert not is_day_off(date(2024, 5, 4), lambda year: both)
    assert is_day_off(date(2024, 5, 5), lambda year: both), "a Sunday"
