"""Templates of estimates, from `quyet/data/templates/*.yaml`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import get_args

from quyet.core.estimates.model import PriceKind
from quyet.core.estimates.templates import DERIVED, Template, TemplateFactor, TemplateLine
from quyet.files.facts.codes import listed
from quyet.files.facts.strict import DATA, Record, load_mapping


@lru_cache(maxsize=1)
def load_templates() -> dict[str, Template]:
    """The templates that ship with the package, by kind of activity."""
    return {template.key: template for template in load_templates_from(DATA / "templates")}


def load_templates_from(folder: Path) -> tuple[Template, ...]:
    """The templates of a folder, one file each."""
    return tuple(_template(file) for file in sorted(folder.glob("*.yaml")))


def _template(file: Path) -> Template:
    record = Record(file, load_mapping(file))
    name = record.record("name")
    record.day("checked")
    asks = record.texts("asks")
    template = Template(
        record.text("key"),
        name_vi=name.text("vi"),
        name_en=name.text("en"),
        asks=asks,
        lines=tuple(_line(each, asks) for each in record.records("lines")),
    )
    name.done()
    record.done()
    if template.key != file.stem:
        raise record.refuse("key", f"phải là tên của tệp, {file.stem!r}")
    return template


def _line(record: Record, asks: tuple[str, ...]) -> TemplateLine:
    chosen = record.choice("price", get_args(PriceKind))
    price: PriceKind = next(kind for kind in get_args(PriceKind) if kind == chosen)
    codes = record.record("codes")
    line = TemplateLine(
        content=record.text("content"),
        unit=record.text_or_none("unit"),
        factors=tuple(_factor(each, asks) for each in record.records("factors")),
        price=price,
        norm=record.text_or_none("norm"),
        rank=record.text_or_none("rank"),
        codes={edition: listed(codes, edition, [codes.text(edition)])[0] for edition in codes.rest()},
        note=record.text_or_none("note"),
    )
    record.done()
    if (line.norm is not None) != (price == "norm"):
        raise record.refuse("norm", "đi với price: norm, và chỉ với nó")
    return line


def _factor(record: Record, asks: tuple[str, ...]) -> TemplateFactor:
    of, unit = record.text_or_none("of"), record.text_or_none("unit")
    value = None if of is not None else record.number("value")
    record.asked.add("value")
    record.done()
    if of is not None and of not in asks and DERIVED.get(of) not in asks:
        raise record.refuse("of", f"{of!r} không có trong asks")
    return TemplateFactor(of, value, unit)
