"""Where the bars of the timeline lie, in per cent of a year of 366 days or two of 365 and 366."""

from __future__ import annotations

from datetime import date

from quyet.queries.timeline import Bar, Frame, Quarter, draw

TODAY = date(2026, 11, 23)


def test_a_year_is_drawn_in_quarters():
    timeline = draw([Frame(date(2024, 4, 1), date(2024, 9, 30))], 2024, TODAY)
    assert [(column.roman, column.left) for column in timeline.columns] == [
        ("I", "0.00"),
        ("II", "24.86"),
        ("III", "49.73"),
        ("IV", "74.86"),
    ]


def test_a_bar_goes_from_its_first_to_its_last_day():
    timeline = draw([Frame(date(2024, 4, 1), date(2024, 9, 30))], 2024, TODAY)
    assert timeline.bars == [Bar(left="24.86", width="50.00")]


def test_an_open_side_goes_to_the_edge():
    timeline = draw([Frame(None, date(2024, 6, 30)), Frame(date(2024, 7, 1), None)], 2024, TODAY)
    assert timeline.bars == [Bar("0.00", "49.73"), Bar("49.73", "50.27")]


def test_an_activity_without_a_time_has_no_bar():
    timeline = draw([None, Frame(date(2024, 1, 1), date(2024, 12, 31))], 2024, TODAY)
    assert timeline.bars == [Bar(), Bar("0.00", "100.00")]


def test_nothing_is_drawn_where_nothing_says_when():
    assert draw([None, Frame(None, None)], 2024, TODAY) is None


def test_a_plan_of_ten_years_is_drawn_in_years_and_not_every_year_is_named():
    timeline = draw([Frame(date(2021, 1, 1), date(2030, 12, 31))], 2021, TODAY)
    assert [column.year for column in timeline.columns if column.labelled] == [2021, 2023, 2025, 2027, 2029]
    assert {column.quarter for column in timeline.columns} == {0}


def test_an_end_before_its_start_has_no_width():
    assert draw([Frame(date(2024, 9, 1), date(2024, 3, 1))], 2024, TODAY).bars[0].width == "0.00"


def test_an_event_of_a_day_is_a_mark_that_can_be_seen():
    day, quarter = draw(
        [Frame(date(2024, 5, 20), date(2024, 5, 20)), Frame(date(2024, 4, 1), date(2024, 6, 30))], 2024, TODAY
    ).bars
    assert (day.is_moment, day.middle) == (True, "38.38")
    assert not quarter.is_moment
    assert not Bar().is_moment


def test_today_is_marked_only_where_it_lies_in_the_plan():
    assert draw([Frame(date(2024, 1, 1), None)], 2024, TODAY).today == ""
    assert draw([Frame(date(2024, 1, 1), None)], 2024, date(2024, 7, 1)).today == "49.73"


def test_a_date_at_the_end_of_the_calendar_is_drawn_too():
    assert draw([Frame(date(2024, 1, 1), date.max)], 2024, TODAY).bars[0].width == "100.00"


def test_a_frame_knows_the_quarters_in_which_it_begins_and_ends():
    frame = Frame(date(2023, 12, 31), date(2024, 4, 1))
    assert (frame.first, frame.last) == (Quarter(2023, 4), Quarter(2024, 2))
    assert (frame.first.roman, frame.last.roman) == ("IV", "II")


def test_an_open_side_has_no_quarter():
    frame = Frame(None, date(2024, 9, 30))
    assert (frame.first, frame.last) == (None, Quarter(2024, 3))
