"""Bodies and how they were called on a day, from `quyet/data/letterheads/*.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from quyet.core.decisions.model import Document
from quyet.core.papers.draft import DraftDocument
from quyet.core.papers.form import BodyName
from quyet.files.facts.strict import DATA, FactsError, Record, load_mapping

_KEY = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Named:
    """A name and the days on which it held, both inside; None: open."""

    since: date | None
    until: date | None
    name: BodyName


@lru_cache(maxsize=1)
def load_letterheads() -> dict[str, tuple[Named, ...]]:
    """The bodies that ship with the package, by key."""
    return load_letterheads_from(DATA / "letterheads")


def load_letterheads_from(folder: Path) -> dict[str, tuple[Named, ...]]:
    """The bodies of a folder, one file each, the names of each in the order of their days."""
    return {file.stem: _body(file) for file in sorted(folder.glob("*.yaml"))}


def body_on(key: str, day: date | None) -> BodyName | None:
    """How the body was called on that day (today's papers, undated, take the latest name); None for an unknown body or
    day."""
    names = load_letterheads().get(key, ())
    if day is None:
        return names[-1].name if names else None
    held = (each for each in names if (each.since or date.min) <= day <= (each.until or date.max))
    return next((each.name for each in held), None)


def body_headed(parent: str | None, issuer: str | None, day: date | None) -> tuple[str, BodyName] | None:
    """The body whose letterhead had these two lines on that day, with its key; None where none is known."""
    called = ((key, body_on(key, day)) for key in load_letterheads())
    return next(((key, name) for key, name in called if name and (name.parent, name.issuer) == (parent, issuer)), None)


def province_of(document: Document) -> str | None:
    """The province whose levels of norms count for a paper: that of the body which a draft names, else of the body
    whose letterhead the paper bears. None where the body is not known, or is one of the whole country."""
    if isinstance(document, DraftDocument) and document.body:
        name = body_on(document.body, document.date)
        return name.province if name else None
    found = body_headed(document.parent, document.issuer, document.date)
    return found[1].province if found else None


def _province(record: Record) -> str | None:
    key = record.text_or_none("province")
    if key is not None and not _KEY.fullmatch(key):
        raise record.refuse("province", f"phải là khóa như lang-son, không phải {key!r}")
    return key


def _body(file: Path) -> tuple[Named, ...]:
    record = Record(file, load_mapping(file))
    record.day("checked")
    names = tuple(_named(each) for each in record.records("names"))
    key = record.text("key")
    record.done()
    if key != file.stem:
        raise record.refuse("key", f"phải là tên của tệp, {file.stem!r}")
    for earlier, later in pairwise(names):
        if (earlier.until or date.max) >= (later.since or date.min):
            raise FactsError(file, "names", "hai tên trùng thời gian hiệu lực")
    return names


def _named(record: Record) -> Named:
    named = Named(
        record.day_or_none("from"),
        record.day_or_none("to"),
        BodyName(
            record.text("parent"),
            record.text("issuer"),
            record.text("name"),
            record.text("symbol"),
            record.text("place"),
            record.text_or_none("organ_id"),
            _province(record),
        ),
    )
    record.text("source")
    record.choice("mark", ("S", "M"))
    record.done()
    return named
