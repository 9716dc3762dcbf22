"""The register of legal texts, from `quyet/data/texts/*.yaml`, a file for each field of law."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from quyet.core.texts.model import LegalText
from quyet.core.texts.register import Register, number_key
from quyet.core.values.mark import Mark
from quyet.files.facts.kept import kept
from quyet.files.facts.strict import DATA, FactsError, Record, load_mapping

_DAYS = [LegalText.__slots__.index(name) for name in ("issued", "since", "until")]


@lru_cache(maxsize=1)
def load_texts() -> Register:
    """The register that ships with the package."""
    files = sorted((DATA / "texts").glob("*.yaml"))
    rows = kept(files, LegalText.__slots__, lambda: [_row(key, text) for key, text in load_texts_from(DATA / "texts")])
    return Register((key, _text_of(values)) for key, values in rows)


def _row(key: str, text: LegalText) -> tuple[str, tuple[Any, ...]]:
    """As plain values: what is kept knows no days."""
    values = (getattr(text, name) for name in LegalText.__slots__)
    return key, tuple(value.toordinal() if isinstance(value, date) else value for value in values)


def _text_of(row: Sequence[Any]) -> LegalText:
    values = list(row)
    for place in _DAYS:
        if values[place] is not None:
            values[place] = date.fromordinal(values[place])
    return LegalText(*values)


@lru_cache(maxsize=1)
def load_fields() -> tuple[tuple[str, str, tuple[LegalText, ...]], ...]:
    """For the page of the register: the name of each field in both languages, and its texts."""
    files = sorted((DATA / "texts").glob("*.yaml"))
    return tuple((name_vi, name_en, tuple(texts)) for name_vi, name_en, texts in map(_field, files))


def load_texts_from(folder: Path) -> list[tuple[str, LegalText]]:
    """The texts of a folder with their keys; a text twice, and a link to a text that is not there, are refused."""
    files = sorted(folder.glob("*.yaml"))
    keyed = [(file, number_key(text.number) or "", text) for file in files for text in _field(file)[2]]
    owners: dict[tuple[str, str | None], Path] = {}
    for file, key, text in keyed:
        if not key:
            raise FactsError(file, "number", f"không đọc được số {text.number!r}")
        if (key, text.place) in owners:
            raise FactsError(file, "number", f"{text.number!r} đã có trong {owners[key, text.place].name}")
        owners[key, text.place] = file
    for file, _, text in keyed:
        _hold_links(file, text, owners)
    return [(key, text) for _, key, text in keyed]


def _hold_links(file: Path, text: LegalText, owners: Container[tuple[str, str | None]]) -> None:
    for name in ("replaced_by", "amended_by"):
        for number in getattr(text, name):
            if (number_key(number), text.place) not in owners:
                raise FactsError(file, f"{text.number}.{name}", f"{number!r} chưa có trong danh mục")


# --- one file --------------------------------------------------------------------------------------------------------


def _field(file: Path) -> tuple[str, str, list[LegalText]]:
    record = Record(file, load_mapping(file))
    name = record.record("name")
    record.day("checked")
    field = (name.text("vi"), name.text("en"), [_text(each) for each in record.records("texts")])
    if record.text("key") != file.stem:
        raise record.refuse("key", f"phải là tên của tệp, {file.stem!r}")
    for part in (name, record):
        part.done()
    return field


def _text(record: Record) -> LegalText:
    since, until = _day(record, "from"), _day(record, "to")
    still = _still(record)
    text = LegalText(
        number=record.text("number"),
        kind=record.text("kind"),
        title=record.text_or_none("title"),
        place=record.text_or_none("place"),
        issued=record.day_or_none("issued"),
        since=since[0],
        since_mark=since[1],
        until=until[0],
        until_mark=until[1],
        replaced_by=record.texts("replaced_by"),
        amended_by=record.texts("amended_by"),
        still_vi=still[0],
        still_en=still[1],
        still_year=still[2],
        mark=_mark(record),
        source=record.text("source"),
    )
    record.done()
    if text.until and text.until < max(day for day in (text.issued, text.since, date.min) if day):
        raise record.refuse("to", "đứng trước ngày ban hành hoặc ngày có hiệu lực")
    return text


def _mark(record: Record) -> Mark:
    return "S" if record.choice("mark", ("S", "M")) == "S" else "M"


def _none(record: Record, key: str) -> bool:
    """Whether the file says that nothing is known; the key itself must stand there."""
    if record.values.get(key, key) is None:
        record.asked.add(key)
        return True
    return False


def _day(record: Record, key: str) -> tuple[date, Mark] | tuple[None, None]:
    """A day with a mark of its own."""
    if _none(record, key):
        return None, None
    inner = record.record(key)
    found = inner.day("day"), _mark(inner)
    inner.done()
    return found


def _still(record: Record) -> tuple[str | None, str | None, int | None]:
    """What the text governs after its last day, in both languages, and up to which budget year, where it is years."""
    if _none(record, "still"):
        return None, None, None
    inner = record.record("still")
    year = None if _none(inner, "budget_years_to") else inner.whole("budget_years_to")
    found = inner.text("vi"), inner.text("en"), year
    inner.done()
    return found
