"""The levels of one item, `data/norms/<authority>/<item>.yaml`, taken apart row by row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from quyet.core.norms.model import Level, Source
from quyet.core.values.mark import Mark
from quyet.files.facts.norm_classes import both, days, has, named_as_file, said
from quyet.files.facts.strict import Record


def levels_of(record: Record, territory: str) -> Iterator[tuple[Record, Level]]:
    """`<authority>/<item>.yaml`: each level with the place of the file that states it."""
    item = record.text("item")
    named_as_file(record, "item", item)
    met: set[tuple[str | None, str | None]] = set()
    for row in record.records("rows"):
        place, rank = row.text_or_none("place"), row.text_or_none("rank")
        if (place, rank) in met:
            raise row.refuse("place", "địa bàn và đối tượng này đã có một dòng ở trên")
        met.add((place, rank))
        levels = [(value, _level(value, item, territory, place, rank)) for value in row.records("values")]
        row.done()
        _refuse_overlaps(levels)
        yield from levels
    record.done()


def _level(record: Record, item: str, territory: str, place: str | None, rank: str | None) -> Level:
    since, until = days(record)
    least, most = _amount(record)
    level = Level(
        item=item,
        territory=territory,
        place=place,
        rank=rank,
        since=since,
        until=until,
        not_before=_not_before(record, since),
        least=least,
        most=most,
        rule=said(record, "rule"),
        source=_source(record),
        mark=_mark(record),
        note=said(record, "note"),
        conditions=tuple(both(each) for each in record.records("conditions")) if has(record, "conditions") else (),
    )
    record.done()
    if level.says and (level.source is None or level.mark is None):
        raise record.refuse(
            "source" if level.source is None else "mark", "mức đã ghi thì phải có nguồn và dấu S hoặc M"
        )
    if level.mark is not None and not level.says:
        raise record.refuse("mark", "dòng còn trống thì không có dấu")
    return level


def _not_before(record: Record, since: date | None) -> date | None:
    """The day of issue, asked for exactly where the day of entry into force was not seen."""
    if since is None:
        return record.day_or_none("not_before")
    if has(record, "not_before"):
        raise record.refuse("not_before", "chỉ dùng khi from là null")
    return None


def _amount(record: Record) -> tuple[int | None, int | None]:
    """`amount: 200000`, `amount: {least: 600000, most: 800000}` or `amount: null`, in đồng."""
    given = record.values.get("amount", 0)
    if given is None:
        record.asked.add("amount")
        return None, None
    if isinstance(given, dict):
        ends = record.record("amount")
        least, most = ends.whole("least"), ends.whole("most")
        ends.done()
    else:
        least = most = record.whole("amount")
    if least < 1 or most < least or (least == most and isinstance(given, dict)):
        raise record.refuse("amount", "phải là số đồng lớn hơn 0, hoặc least nhỏ hơn most")
    return least, most


def _source(record: Record) -> Source | None:
    if record.values.get("source", "") is None:
        record.asked.add("source")
        return None
    given = record.record("source")
    source = Source(given.text("text"), given.text_or_none("article"), given.text_or_none("reference"))
    given.done()
    return source


def _mark(record: Record) -> Mark | None:
    if record.text_or_none("mark") is None:
        return None
    return "S" if record.choice("mark", ("S", "M")) == "S" else "M"


def _refuse_overlaps(levels: list[tuple[Record, Level]]) -> None:
    """Two levels of one row never hold on one day; two whose start was not seen are not of one text."""
    dated = sorted((each for each in levels if each[1].since), key=lambda each: each[1].since or date.min)
    for (_, earlier), (record, later) in pairwise(dated):
        if earlier.until is None or (later.since is not None and earlier.until >= later.since):
            raise record.refuse("from", f"trùng thời gian với mức từ {earlier.since}")
    perhaps = [(record, level) for record, level in levels if level.since is None]
    for place, (record, level) in enumerate(perhaps):
        if any(level.not_before == other.not_before for _, other in perhaps[:place]):
            raise record.refuse("not_before", "đã có một mức chưa rõ ngày hiệu lực với ngày này")
