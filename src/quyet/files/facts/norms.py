"""Norms, from `quyet/data/norms`: items, classes of places and ranks, and a folder for each authority.

items/<item>.yaml            what is paid for
classes/places|ranks/*.yaml  the kinds that the texts tell apart
<authority>/authority.yaml   who it is, and its texts; alone where none of its levels is known
<authority>/<item>.yaml      its levels of an item, each with its days, source and mark
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from quyet.core.norms.model import NATIONAL, Authority, Level, Looked, Norms, PlaceClass, RankClass
from quyet.files.facts.kept import Rows, kept
from quyet.files.facts.norm_classes import authority_of, item_of, places_of, ranks_of
from quyet.files.facts.norm_levels import levels_of
from quyet.files.facts.strict import DATA, FactsError, Record, load_mapping

Said = Mapping[Path, dict[str, Any]]
"""What each file says, in the order of their names."""

_AUTHORITY = "authority.yaml"
_ITEMS, _PLACES, _RANKS = "items", "classes/places", "classes/ranks"


@lru_cache(maxsize=1)
def load_norms() -> Norms:
    """The norms that ship with the package. What the files say is kept once it was found good."""
    folder = DATA / "norms"
    rows = kept(_files(folder), ("file", "values"), lambda: _rows(folder), folder)
    return _norms(folder, {folder / name: _with_days(values) for name, values in rows})


def load_norms_from(folder: Path) -> Norms:
    """The norms of a folder, strictly."""
    return _norms(folder, {file: load_mapping(file) for file in _files(folder)})


def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yaml"))


def _rows(folder: Path) -> Rows:
    said = {file: load_mapping(file) for file in _files(folder)}
    _norms(folder, said)
    return [(file.relative_to(folder).as_posix(), _without_days(values)) for file, values in said.items()]


def _without_days(value: Any) -> Any:
    """Days as tuples of their number, as nothing else in YAML is a tuple: what is kept are plain values."""
    if isinstance(value, date):
        return (value.toordinal(),)
    if isinstance(value, dict):
        return {key: _without_days(each) for key, each in value.items()}
    return [_without_days(each) for each in value] if isinstance(value, list) else value


def _with_days(value: Any) -> Any:
    if isinstance(value, tuple):
        return date.fromordinal(value[0])
    if isinstance(value, dict):
        return {key: _with_days(each) for key, each in value.items()}
    return [_with_days(each) for each in value] if isinstance(value, list) else value


def _norms(folder: Path, said: Said) -> Norms:
    """All files put together; whatever they refer to must be there, once."""
    records = [Record(file, values) for file, values in said.items()]
    rooms = _rooms(folder, records)
    looked = [_looked(folder, record) for name, room in rooms.items() if name != _ITEMS for record in room]
    items = {record.file.stem: item_of(record) for record in rooms[_ITEMS]}
    places = _by_key((record, places_of(record)) for record in rooms[_PLACES])
    ranks = _by_key((record, ranks_of(record)) for record in rooms[_RANKS])
    authorities = [authority_of(record) for record in records if record.file.name == _AUTHORITY]
    authorities.sort(key=lambda authority: (authority.territory != NATIONAL, authority.key))  # the country first
    known = Norms(items, (), places, ranks, tuple(authorities), tuple(sorted(looked)))
    levels = [level for authority in authorities for level in _levels(rooms[authority.key], authority)]
    return replace(known, levels=tuple(_known(known, levels)))


def _looked(folder: Path, record: Record) -> Looked:
    return Looked(record.file.relative_to(folder).as_posix(), record.day("checked"))


def _rooms(folder: Path, records: Iterable[Record]) -> dict[str, list[Record]]:
    """The files by their folder. One in a place where nobody looks would be a fact that is silently dropped."""
    rooms: dict[str, list[Record]] = {name: [] for name in (_ITEMS, _PLACES, _RANKS)}
    for record in records:
        rooms.setdefault(record.file.parent.relative_to(folder).as_posix(), []).append(record)
    for name, room in rooms.items():
        stray = name not in (_ITEMS, _PLACES, _RANKS) and all(record.file.name != _AUTHORITY for record in room)
        if stray or "/" in name.removeprefix("classes/"):
            raise FactsError(room[0].file, "tệp", f"đặt sai chỗ: thư mục của cơ quan phải có {_AUTHORITY}")
    return rooms


_Class = TypeVar("_Class", PlaceClass, RankClass)


def _by_key(files: Iterable[tuple[Record, list[_Class]]]) -> dict[str, _Class]:
    found: dict[str, _Class] = {}
    for record, classes in files:
        for each in classes:
            if each.key in found:
                raise record.refuse("classes", f"{each.key!r} có hai lần, cũng trong {found[each.key].scheme}")
            found[each.key] = each
    return found


Stated = tuple[Record, Level]


def _levels(room: Iterable[Record], authority: Authority) -> Iterator[Stated]:
    for record in room:
        if record.file.name != _AUTHORITY:
            yield from levels_of(record, authority.territory)


def _known(norms: Norms, levels: Iterable[Stated]) -> Iterator[Level]:
    """The levels, each of an item and of classes that there are, and of one authority in its territory."""
    owners: dict[tuple[str, str], Path] = {}
    for record, level in levels:
        if level.item not in norms.items:
            raise FactsError(record.file, "item", f"không có {level.item!r} trong items")
        owner = owners.setdefault((level.item, level.territory), record.file)
        if owner != record.file:
            raise FactsError(record.file, "item", f"{owner.parent.name} đã có mức của {level.item} cho cùng địa bàn")
        _refuse_classes(norms, record, level)
        yield level


def _refuse_classes(norms: Norms, record: Record, level: Level) -> None:
    row = record.inside.partition(".")[0]
    if level.place is not None and level.place not in norms.places:
        raise FactsError(record.file, f"{row}.place", f"không có {level.place!r} trong classes/places")
    if level.rank is not None and level.rank not in norms.ranks:
        raise FactsError(record.file, f"{row}.rank", f"không có {level.rank!r} trong classes/ranks")
    last = norms.places[level.place].until if level.place else None
    if level.says and level.since is not None and last is not None and last < level.since:
        raise record.refuse("from", f"loại địa bàn này chỉ có đến {last}")
