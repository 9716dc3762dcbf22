"""The mục lục ngân sách by edition, from `quyet/data/codes/*.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from quyet.core.codes.catalogue import Catalogue
from quyet.core.codes.model import SEGMENTS, Code, Edition, Level, Segment
from quyet.core.codes.shape import misshapen
from quyet.files.facts.kept import kept
from quyet.files.facts.strict import DATA, FactsError, Record, load_mapping

_SHAPE = (*Edition.__slots__, *Level.__slots__, *Code.__slots__)


@lru_cache(maxsize=1)
def load_codes() -> Catalogue:
    """The editions that ship with the package."""
    folder = DATA / "codes"
    rows = kept(sorted(folder.glob("*.yaml")), _SHAPE, lambda: [astuple(each) for each in load_codes_from(folder)])
    return Catalogue(_of_row(row) for row in rows)


@lru_cache(maxsize=8)
def sub_items(edition: str) -> frozenset[str] | None:
    """The numbers of the tiểu mục that an edition lists; None where there is no such edition."""
    found = next((each for each in load_codes().editions if each.key == edition), None)
    return frozenset(code.code for code in found.codes if code.segment == "sub_item") if found else None


def listed(record: Record, edition: str, codes: Sequence[str]) -> tuple[str, ...]:
    """The codes as they are, where the edition lists all of them; a record that proposes another is refused."""
    known = sub_items(edition)
    if known is None:
        raise record.refuse(edition, "không có ấn bản mục lục này")
    if unknown := next((code for code in codes if code not in known), None):
        raise record.refuse(edition, f"không có tiểu mục {unknown!r} trong ấn bản này")
    return tuple(codes)


def _of_row(row: tuple[Any, ...]) -> Edition:
    key, text, first_year, last_year, whole, source, levels, codes = row
    made = tuple(Level(*level) for level in levels), tuple(Code(*code) for code in codes)
    return Edition(key, text, first_year, last_year, whole, source, *made)


def load_codes_from(folder: Path) -> tuple[Edition, ...]:
    """The editions of a folder, one file each, the oldest first."""
    files = sorted(folder.glob("*.yaml"))
    editions = sorted(((_edition(file), file) for file in files), key=lambda each: each[0].first_year)
    for (earlier, _), (later, file) in pairwise(editions):
        if earlier.last_year is None or earlier.last_year >= later.first_year:
            raise FactsError(file, "years", f"trùng năm ngân sách với {earlier.key}")
        _really_new(file, later, earlier)
    if editions and any(code.new for code in editions[0][0].codes):
        raise FactsError(editions[0][1], "new", "ấn bản đầu tiên không có mã mới")
    return tuple(edition for edition, _ in editions)


def _really_new(file: Path, later: Edition, earlier: Edition) -> None:
    before = {(code.segment, code.code) for code in earlier.codes}
    for code in later.codes:
        if code.new and (code.segment, code.code) in before:
            raise FactsError(file, "new", f"{code.code} đã có trong {earlier.key}")


def _edition(file: Path) -> Edition:
    record = Record(file, load_mapping(file))
    record.day("checked")
    years, key = record.record("years"), record.text("key")
    levels = tuple(_level(each) for each in record.records("levels"))
    edition = Edition(
        key=key,
        text=record.text("text"),
        first_year=years.whole("from"),
        last_year=_last_year(years),
        whole=record.flag("whole"),
        source=record.text("source"),
        levels=levels,
        codes=tuple(_codes(record)),
    )
    for part in (years, record):
        part.done()
    if key != file.stem:
        raise record.refuse("key", f"phải là tên của tệp, {file.stem!r}")
    if edition.last_year is not None and edition.last_year < edition.first_year:
        raise record.refuse("years.to", "đứng trước năm bắt đầu")
    _hold_levels(record, levels)
    _hold_codes(record, edition)
    return edition


def _last_year(years: Record) -> int | None:
    """None while the edition is in use."""
    if years.values.get("to", 0) is None:
        years.asked.add("to")
        return None
    return years.whole("to")


def _level(record: Record) -> Level:
    name = record.record("name")
    level = Level(name.text("vi"), name.text("en"), record.text("from"), record.text("to"))
    name.done()
    record.done()
    return level


def _hold_levels(record: Record, levels: Sequence[Level]) -> None:
    for level in levels:
        if level.low > level.high:
            raise record.refuse("levels", f"{level.name_vi}: {level.low} đứng sau {level.high}")
    for lower, higher in pairwise(sorted(levels, key=lambda each: each.low)):
        if lower.high >= higher.low:
            raise record.refuse("levels", f"{lower.name_vi} và {higher.name_vi} trùng mã")


# --- rows ------------------------------------------------------------------------------------------------------------


def _codes(record: Record) -> Iterator[Code]:
    for each in record.records("chapters"):
        yield _row(each, "chapter")
        each.done()
    yield from _nested(record, "kind", "sub_kind")
    yield from _nested(record, "item", "sub_item")


def _nested(record: Record, segment: Segment, inner: Segment) -> Iterator[Code]:
    for each in record.records(f"{segment}s"):
        above = _row(each, segment)
        yield above
        for below in each.records(f"{inner}s"):
            yield _row(below, inner, above.code)
            below.done()
        each.done()


def _row(record: Record, segment: Segment, parent: str | None = None) -> Code:
    has = set(record.values)
    return Code(
        segment,
        record.text("code"),
        record.text("name"),
        "S" if record.choice("mark", ("S", "M")) == "S" else "M",
        parent,
        new=record.flag("new") if "new" in has else False,
        note=record.text("note") if "note" in has else None,
    )


def _hold_codes(record: Record, edition: Edition) -> None:
    """Each code once, in its shape, and inside the range of its loại or mục: up to where the next one begins."""
    seen: set[tuple[str, str]] = set()
    for code in edition.codes:
        where = f"{code.segment} {code.code}"
        if (code.segment, code.code) in seen:
            raise record.refuse(where, "có hai lần")
        seen.add((code.segment, code.code))
        if why := misshapen(code.segment, code.code, edition.levels):
            raise record.refuse(where, why)
    for code in edition.codes:
        if code.parent is not None and code.parent != _begins_range(code, edition):
            raise record.refuse(
                f"{code.segment} {code.code}", f"không nằm trong khoảng của {_above(code)} {code.parent}"
            )


def _begins_range(code: Code, edition: Edition) -> str | None:
    segment = "kind" if code.segment == "sub_kind" else "item"
    return max((each.code for each in edition.codes if each.segment == segment and each.code < code.code), default=None)


def _above(code: Code) -> str:
    return SEGMENTS["kind" if code.segment == "sub_kind" else "item"][0]
