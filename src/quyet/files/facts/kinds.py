"""The kinds of activity, from `quyet/data/kinds/*.yaml`."""

from __future__ import annotations

from dataclasses import astuple, fields
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from quyet.core.decisions.kinds import OTHER, Kind
from quyet.files.facts.kept import kept
from quyet.files.facts.strict import DATA, FactsError, Record, load_mapping

if TYPE_CHECKING:
    from quyet.core.execution.practice import Practice


@lru_cache(maxsize=1)
def load_kinds() -> tuple[Kind, ...]:
    """The kinds that ship with the package, by key."""
    folder = DATA / "kinds"
    shape = tuple(field.name for field in fields(Kind))
    rows = kept(sorted(folder.glob("*.yaml")), shape, lambda: [astuple(kind) for kind in load_kinds_from(folder)])
    return tuple(Kind(*row) for row in rows)


def load_kinds_from(folder: Path) -> tuple[Kind, ...]:
    """The kinds of a folder, one file each, by key; what two of them both claim is refused."""
    files = sorted(folder.glob("*.yaml"))
    kinds = tuple(read_kind(file)[0] for file in files)
    owners: dict[str, str] = {}
    for file, kind in zip(files, kinds, strict=True):
        for word in kind.words:
            if word in owners:
                raise FactsError(file, "words", f"{word!r} đã thuộc {owners[word]}")
            owners[word] = kind.key
    return kinds


def read_kind(file: Path) -> tuple[Kind, Practice]:
    """One file: what the grammar needs of the kind, and how it is carried out. `checked` says for people when somebody
    last looked; no rule reads it."""
    from quyet.files.facts.practices import practice_of  # a start that finds the kinds kept needs none of it

    record = Record(file, load_mapping(file))
    name = record.record("name")
    record.day("checked")
    kind = Kind(
        key=record.text("key"),
        name_vi=name.text("vi"),
        name_en=name.text("en"),
        units=record.texts("units"),
        words=record.texts("words"),
        unless=record.texts("unless"),
        yields=record.flag("yields"),
    )
    practice = practice_of(record, kind.key, kind.units)
    name.done()
    record.done()
    if kind.key != file.stem or kind.key == OTHER:
        raise record.refuse("key", f"phải là tên của tệp, {file.stem!r}, và không phải {OTHER!r}")
    return kind, practice
