"""Days off: the public holidays of a year as the package `holidays` works them out ahead, moon and all, and over them
what was decided of the year, from `quyet/data/days-off.yaml` or an office's own file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from quyet.core.values.workdays import DaysOff
from quyet.files.facts.strict import DATA, Record, load_mapping

FILE = "days-off.yaml"


@lru_cache(maxsize=1)
def load_decided() -> Mapping[int, DaysOff]:
    """What was decided, by year, as it ships with the package."""
    return load_decided_from(DATA / FILE)


def load_decided_from(file: Path) -> Mapping[int, DaysOff]:
    """What a file has of each year; a day without its decision is refused, and so is one of another year."""
    record = Record(file, load_mapping(file))
    record.day("checked")
    found: dict[int, DaysOff] = {}
    for place, each in enumerate(record.records("years")):
        year = each.whole("year")
        if year in found:
            raise record.refuse(f"years[{place}].year", f"năm {year} có hai lần")
        found[year] = _decided(each, year)
    record.done()
    return found


def _decided(record: Record, year: int) -> DaysOff:
    source = record.text_or_none("source")
    mark = None if record.text_or_none("mark") is None else record.choice("mark", ("S", "M"))
    made = DaysOff(_days(record, "closed", year), _days(record, "worked", year), source, mark == "S")
    record.done()
    if (source is None) is not (mark is None):
        raise record.refuse("mark", "có văn bản thì phải có S hoặc M, không có thì để null")
    if source is None and (made.off or made.worked):
        raise record.refuse("source", "có ngày thì phải ghi văn bản nào quyết định")
    if both := made.off & made.worked:
        raise record.refuse("worked", f"{min(both)} đã có trong closed")
    return made


def _days(record: Record, key: str, year: int) -> frozenset[date]:
    days = record.days(key)
    if other := next((day for day in days if day.year != year), None):
        raise record.refuse(key, f"{other} không phải ngày của năm {year}")
    return frozenset(days)


@lru_cache(maxsize=64)
def worked_out(year: int) -> DaysOff:
    """The public holidays of a year as far as they can be known ahead; none of a year that the package lacks."""
    from holidays import country_holidays  # half a second, once: only where working days are counted

    known = country_holidays("VN", years=year)
    swapped = frozenset(day for day in known.weekend_workdays if day.year == year)
    return DaysOff(frozenset(day for day in known if day.year == year), swapped)


def days_off_of(year: int, decided: Mapping[int, DaysOff]) -> DaysOff:
    """What is known of a year: what was decided goes before what was worked out ahead."""
    ahead, said = worked_out(year), decided.get(year, DaysOff())
    off, worked = (ahead.off - said.worked) | said.off, (ahead.worked - said.off) | said.worked
    return DaysOff(off, worked, said.source, said.sure)
