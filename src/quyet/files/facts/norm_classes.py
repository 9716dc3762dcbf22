"""What the levels of norms refer to, taken apart: an item, a scheme of classes, an authority."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from quyet.core.norms.model import NATIONAL, Act, Authority, Bilingual, Item, PlaceClass, RankClass
from quyet.files.facts.strict import Record

PROVINCE = "province"


def item_of(record: Record) -> Item:
    """`items/<key>.yaml`."""
    item = Item(
        key=record.text("key"),
        name=bilingual(record, "name"),
        unit=bilingual(record, "unit"),
        limits=bilingual(record, "limits"),
        words=record.texts("words"),
    )
    named_as_file(record, "key", item.key)
    record.done()
    return item


def places_of(record: Record) -> list[PlaceClass]:
    """`classes/places/<scheme>.yaml`; a class stands below the wider one that it is part of."""
    scheme, text, found = *_scheme(record), list[PlaceClass]()
    for each in record.records("classes"):
        part_of = _part_of(each, {place.key for place in found})
        since, until = days(each)
        place = PlaceClass(each.text("key"), scheme, text, bilingual(each, "name"), part_of, since, until)
        each.done()
        found.append(place)
    return found


def ranks_of(record: Record) -> list[RankClass]:
    """`classes/ranks/<scheme>.yaml`, the same with a coefficient in place of days."""
    scheme, text, found = *_scheme(record), list[RankClass]()
    for each in record.records("classes"):
        part_of = _part_of(each, {rank.key for rank in found})
        rank = RankClass(each.text("key"), scheme, text, bilingual(each, "name"), part_of, *_coefficient(each))
        each.done()
        found.append(rank)
    return found


def _coefficient(record: Record) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """From, to (inside) and below (outside); `coefficient: null` where the class goes by something else."""
    if record.values.get("coefficient", "") is None:
        record.asked.add("coefficient")
        return None, None, None
    given = record.record("coefficient")
    ends = given.number("from"), given.number_or_none("to"), given.number_or_none("below")
    given.done()
    return ends


def authority_of(record: Record) -> Authority:
    """`<authority>/authority.yaml`; it may stand alone, where no level of a province is known."""
    key = record.text("key")
    if key != record.file.parent.name:
        raise record.refuse("key", f"phải là tên của thư mục, {record.file.parent.name!r}")
    territory = record.choice("territory", (NATIONAL, PROVINCE))
    acts = tuple(map(_act, record.records("acts")))
    authority = Authority(
        key, bilingual(record, "name"), NATIONAL if territory == NATIONAL else key, acts, said(record, "note")
    )
    record.done()
    return authority


def _act(record: Record) -> Act:
    act = Act(record.text("text"), record.day_or_none("day"), record.day_or_none("from"), said(record, "note"))
    record.done()
    return act


def _scheme(record: Record) -> tuple[str, str]:
    scheme, text = record.text("scheme"), record.text("text")
    named_as_file(record, "scheme", scheme)
    return scheme, text


def _part_of(record: Record, above: set[str]) -> str | None:
    part_of = record.text_or_none("part_of")
    if part_of is not None and part_of not in above:
        raise record.refuse("part_of", f"{part_of!r} phải là một loại đứng ở trên, trong cùng tệp")
    return part_of


# --- what several files have in common --------------------------------------------------------------------------------


def bilingual(record: Record, key: str) -> Bilingual:
    """`name: {vi: …, en: …}`"""
    return both(record.record(key))


def both(record: Record) -> Bilingual:
    """`{vi: …, en: …}`"""
    words = Bilingual(record.text("vi"), record.text("en"))
    record.done()
    return words


def said(record: Record, key: str) -> Bilingual | None:
    """The same where it may be left out."""
    return bilingual(record, key) if has(record, key) else None


def has(record: Record, key: str) -> bool:
    """Whether a key that may be left out is there."""
    return key in record.values


def days(record: Record) -> tuple[date | None, date | None]:
    """From and to, both inside."""
    since, until = record.day_or_none("from"), record.day_or_none("to")
    if since is not None and until is not None and until < since:
        raise record.refuse("to", "đứng trước from")
    return since, until


def named_as_file(record: Record, key: str, value: str) -> None:
    """Refuse a file whose key is another than its name."""
    if value != record.file.stem:
        raise record.refuse(key, f"phải là tên của tệp, {record.file.stem!r}")
