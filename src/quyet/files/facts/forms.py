"""Forms and the words that they share, from `quyet/data/forms/*.yaml` and `quyet/data/wording.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from quyet.core.papers.form import PARTS, Form, Part, Wording
from quyet.files.facts.strict import DATA, Record, load_mapping


@lru_cache(maxsize=1)
def load_forms() -> dict[str, Form]:
    """The forms that ship with the package, by key."""
    return {form.key: form for form in load_forms_from(DATA / "forms")}


def load_forms_from(folder: Path) -> tuple[Form, ...]:
    """The forms of a folder, one file each."""
    return tuple(_form(file) for file in sorted(folder.glob("*.yaml")))


def _form(file: Path) -> Form:
    record = Record(file, load_mapping(file))
    name = record.record("name")
    form = Form(
        key=record.text("key"),
        kind=record.text("kind"),
        heading=record.text("heading"),
        name_vi=name.text("vi"),
        name_en=name.text("en"),
        source=record.text("source"),
        mark="S" if record.choice("mark", ("S", "M")) == "S" else "M",
        parts=_parts(record.records("parts")),
    )
    name.done()
    record.done()
    if form.key != file.stem:
        raise record.refuse("key", f"phải là tên của tệp, {file.stem!r}")
    return form


def _parts(records: Sequence[Record]) -> tuple[Part, ...]:
    return tuple(_part(record) for record in records)


def _part(record: Record) -> Part:
    has = set(record.values)
    part = Part(
        record.choice("part", PARTS),
        style=record.text("style") if "style" in has else None,
        texts=record.texts("texts") if "texts" in has else (),
        parts=_parts(record.records("parts")) if "parts" in has else (),
    )
    record.done()
    return part


@lru_cache(maxsize=1)
def load_wording() -> Wording:
    """The words that all forms share."""
    return load_wording_from(DATA / "wording.yaml")


def load_wording_from(file: Path) -> Wording:
    """The same from another file."""
    record = Record(file, load_mapping(file))
    wording = Wording(
        national_name=record.text("national_name"),
        motto=record.text("motto"),
        number=_templates(record.record("number"), "known", "blank", "unknown"),
        day=_templates(record.record("day"), "known", "blank", "unknown"),
        basis=_templates(record.record("basis"), "law", "known", "short"),
        activity=record.texts("activity"),
        annex=_templates(record.record("annex"), "one", "several", "title", "caption", "total", "words"),
        columns=_templates(
            record.record("columns"), "label", "content", "unit", "quantity", "unit_price", "amount", "note"
        ),
        result=record.text("result"),
        notice=record.text("notice"),
    )
    record.done()
    return wording


def _templates(record: Record, *keys: str) -> dict[str, str]:
    found = {key: record.text(key) for key in keys}
    record.done()
    return found
