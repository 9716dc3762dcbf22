"""Days off of a year: what is worked out ahead, what a decision puts over it, and what stops the load of one."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from quyet.core.values.workdays import DaysOff, next_working_day
from quyet.files.facts import FactsError
from quyet.files.facts.days_off import days_off_of, load_decided, load_decided_from, worked_out

AHEAD = partial(days_off_of, decided={})

# The last day of work before → the first one after. Tết by the moon: mùng một is 10/02/2024, 29/01/2025, 17/02/2026
# and 06/02/2027; Giỗ Tổ, 10 tháng Ba, is 18/04/2024, 07/04/2025, 26/04/2026 and 16/04/2027.
OVER = {
    "New Year 2024, a Monday": (date(2023, 12, 29), date(2024, 1, 2)),
    "Tết 2024": (date(2024, 2, 7), date(2024, 2, 15)),
    "Giỗ Tổ 2024, a Thursday": (date(2024, 4, 17), date(2024, 4, 19)),
    "30/4 and 1/5 2024, with the Monday before them": (date(2024, 4, 26), date(2024, 5, 2)),
    "Tết 2025": (date(2025, 1, 24), date(2025, 2, 3)),
    "Giỗ Tổ 2025, a Monday": (date(2025, 4, 4), date(2025, 4, 8)),
    "Tết 2026": (date(2026, 2, 13), date(2026, 2, 23)),
    "Giỗ Tổ 2026, a Sunday, is made up for on Monday": (date(2026, 4, 24), date(2026, 4, 28)),
    "24/11 from 2026 on": (date(2026, 11, 23), date(2026, 11, 25)),
    "24/11 was a day of work in 2025": (date(2025, 11, 23), date(2025, 11, 24)),
    "Tết 2027": (date(2027, 2, 3), date(2027, 2, 11)),
    "Giỗ Tổ 2027": (date(2027, 4, 15), date(2027, 4, 19)),
}


@pytest.mark.parametrize("case", OVER)
def test_holidays_are_passed_over(case: str) -> None:
    before, after = OVER[case]
    assert next_working_day(before, AHEAD) == after


def test_a_day_worked_in_exchange_is_a_day_of_work() -> None:
    assert worked_out(2024).worked == {date(2024, 5, 4)}
    assert next_working_day(date(2024, 5, 3), AHEAD) == date(2024, 5, 4), "a Saturday"


def test_of_a_year_beyond_the_tables_weekends_are_known() -> None:
    assert worked_out(9000) == DaysOff()


def test_no_decision_is_on_file_and_the_file_says_so_year_by_year() -> None:
    assert load_decided() == {year: DaysOff() for year in (2024, 2025, 2026, 2027)}


GOOD = """checked: 2026-11-24
years:
  - year: 2027
    source: Thông báo 1/TB
    mark: S
    closed: [2027-02-03]
    worked: [2027-02-10, 2027-02-20]
  - {year: 2028, source: null, mark: null, closed: [], worked: []}
"""


def written(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "forms"
    folder.mkdir()
    file = folder / "days-off.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_decision_goes_before_what_was_worked_out(tmp_path: Path) -> None:
    decided = load_decided_from(written(tmp_path, GOOD))
    known = days_off_of(2027, decided)
    assert (known.source, known.sure) == ("Thông báo 1/TB", True)
    assert known.off - worked_out(2027).off == {date(2027, 2, 3)}
    assert worked_out(2027).off - known.off == {date(2027, 2, 10)}, "worked, whatever was worked out ahead"
    days = [date(2027, 2, 2)]
    while days[-1] < date(2027, 2, 20) - timedelta(days=1):
        days.append(next_working_day(days[-1], lambda year: days_off_of(year, decided)))
    assert [day.day for day in days] == [2, 10, 11, 12, 15, 16, 17, 18, 19]
    assert next_working_day(days[-1], lambda year: days_off_of(year, decided)) == date(2027, 2, 20), "a Saturday"


FAULTS = {
    "an unknown key": (GOOD.replace("    mark: S\n", "    mark: S\n    note: x\n"), r"years\[0\]\.note: khóa lạ"),
    "a year twice": (GOOD.replace("2028", "2027"), r"years\[1\]\.year: năm 2027 có hai lần"),
    "a day of another year": (GOOD.replace("[2027-02-03]", "[2026-02-03]"), "2026-02-03 không phải ngày của năm 2027"),
    "no day": (GOOD.replace("[2027-02-03]", "[hôm sau]"), r"closed: mục 1 phải là một ngày dạng 2024-12-31"),
    "a day twice": (GOOD.replace("[2027-02-03]", "[2027-02-03, 2027-02-03]"), "2027-02-03 có hai lần"),
    "a day off that is worked": (
        GOOD.replace("[2027-02-03]", "[2027-02-10]"),
        r"worked: 2027-02-10 đã có trong closed",
    ),
    "days without their decision": (
        GOOD.replace("source: Thông báo 1/TB\n    mark: S", "source: null\n    mark: null"),
        r"source: có ngày thì phải ghi văn bản nào quyết định",
    ),
    "a decision without its mark": (GOOD.replace("mark: S", "mark: null"), r"mark: có văn bản thì phải có S hoặc M"),
    "a mark that is none": (GOOD.replace("mark: S", "mark: X"), r"mark: phải là một trong S, M"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_what_stops_the_load(tmp_path: Path, case: str) -> None:
    text, said = FAULTS[case]
    with pytest.raises(FactsError, match=rf"forms/days-off\.yaml: .*{said}"):
        load_decided_from(written(tmp_path, text))
