"""Forms of spending and when each is for, from `quyet/data/vouchers`; a form of an office's own from its file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import get_args

from quyet.core.papers.form import fields_of
from quyet.core.papers.paper import FIELD, Column, ColumnAlign
from quyet.core.payments import KINDS
from quyet.core.values.mark import Mark
from quyet.core.vouchers.choice import OF_BUYING, Rule
from quyet.core.vouchers.fields import FIELDS
from quyet.core.vouchers.rows import COLUMNS
from quyet.core.vouchers.template import NOTE, Beside, Grid, Head, Lines, Part, Template, Words
from quyet.files.facts.formats import load_formats
from quyet.files.facts.strict import DATA, Record, load_mapping

VOUCHERS = DATA / "vouchers"


@lru_cache(maxsize=1)
def load_choice() -> tuple[Rule, ...]:
    """When each form is for."""
    return load_choice_from(VOUCHERS / "choice.yaml", frozenset(load_templates()))


@lru_cache(maxsize=1)
def load_templates() -> Mapping[str, Template]:
    """The forms that ship with the package, by key."""
    return {file.stem: load_template_from(file) for file in sorted((VOUCHERS / "forms").glob("*.yaml"))}


# --- when ------------------------------------------------------------------------------------------------------------


def load_choice_from(file: Path, templates: frozenset[str]) -> tuple[Rule, ...]:
    """The rules of a file, in its order; a form or a kind that does not exist is refused."""
    record = Record(file, load_mapping(file))
    record.day("checked")
    rules = tuple(_rule(each, templates) for each in record.records("papers"))
    record.done()
    return rules


def _rule(record: Record, templates: frozenset[str]) -> Rule:
    kinds = record.texts("kinds")
    if strange := set(kinds) - {*KINDS, *OF_BUYING}:
        raise record.refuse("kinds", f"không có loại {', '.join(sorted(strange))}")
    years, when = record.record("years"), record.record_or_none("when")
    supplied = record.flag("supplier") if "supplier" in record.values else None
    rule = Rule(
        record.choice("form", sorted(templates)), frozenset(kinds), record.day_or_none("from"),
        record.day_or_none("to"), years.whole_or_none("from"), years.whole_or_none("to"),
        record.flag_or_none("contract"), record.whole_or_none("above"), record.whole_or_none("most"),
        record.flag_or_none("listed"), supplied, when.text("vi") if when else "", when.text("en") if when else "",
        record.text("source"), _mark(record),
    )  # fmt: skip
    years.done()
    if when is not None:
        when.done()
    record.done()
    return rule


# --- a form ----------------------------------------------------------------------------------------------------------


def load_template_from(file: Path) -> Template:
    """A form; a field, a style or a column that does not exist is refused, with file and key."""
    record = Record(file, load_mapping(file))
    name = record.record("name")
    template = Template(
        key=record.text("key"),
        kind=record.text("kind"),
        name_vi=name.text("vi"),
        name_en=name.text("en"),
        wide=record.flag("wide"),
        margin=_margin(record),
        source=record.text("source"),
        mark=_mark(record),
        note=record.text("note") if "note" in record.values else NOTE,
        parts=tuple(_part(each) for each in record.records("parts")),
    )
    name.done()
    record.done()
    if template.key != file.stem:
        raise record.refuse("key", f"phải là tên của tệp, {file.stem!r}")
    return template


def _margin(record: Record) -> int | None:
    margin = record.whole("margin") if "margin" in record.values else None
    if margin is not None and not 5 <= margin <= 50:
        raise record.refuse("margin", f"phải từ 5 đến 50 mm, không phải {margin}")
    return margin


def _mark(record: Record) -> Mark:
    return "S" if record.choice("mark", get_args(Mark)) == "S" else "M"


def _part(record: Record) -> Part:
    made: Part
    match record.choice("part", ("letterhead", "lines", "sides", "signatures", "table")):
        case "letterhead":
            made = Head(_text(record, "number"), _text(record, "place_date"))
        case "lines":
            made = Lines(_lines(record))
        case "sides":
            shares = tuple(int(each) for each in record.numbers("shares"))
            made = Beside(tuple(_cell(each) for each in record.records("cells")), shares)
            if len(made.cells) != len(shares) or min(shares, default=0) < 1:
                raise record.refuse("shares", "phải có một số từ 1 cho mỗi cột")
        case "signatures":
            columns = record.records("columns")
            there = {key for each in columns for key in each.values}
            cells = tuple(_signature(each, there) for each in columns)
            made = Beside(cells, (1,) * len(cells))
        case _:
            made = _table(record)
    record.done()
    return made


def _lines(record: Record) -> tuple[Words, ...]:
    return tuple(_words(each) for each in record.records("lines"))


def _cell(record: Record) -> tuple[Words, ...]:
    lines = _lines(record)
    record.done()
    return lines


def _words(record: Record) -> Words:
    style = record.choice("style", (FIELD, *load_formats()[-1].styles))
    lead = record.text("lead") if "lead" in record.values else ""
    if "texts" in record.values:
        made = Words(style, tuple(_known(record, "texts", each) for each in record.texts("texts")), lead, may_miss=True)
    else:
        made = Words(style, (_text(record, "text") if "text" in record.values else " ",), lead)
    record.done()
    return made


def _signature(record: Record, there: set[str]) -> tuple[Words, ...]:
    """What stands above (place and day), who signs, how, and the name; a line that none of those beside it has is left
    out of all."""
    made = []
    for key, style in (("above", "place_date"), ("title", "authority"), ("hint", "place_date"), ("name", "signatory")):
        if key in there:
            made.append(Words(style, (_text(record, key) if key in record.values else " ",)))
    record.done()
    return tuple(made)


def _table(record: Record) -> Grid:
    rows = record.choice("rows", tuple(COLUMNS))
    columns = tuple(_column(each, rows) for each in record.records("columns"))
    total = record.record("total") if "total" in record.values else None
    texts = tuple((key, _text(total, key)) for key in total.rest()) if total else ()
    if strange := {key for key, _ in texts} - {column.key for column in columns}:
        raise record.refuse("total", f"bảng không có cột {', '.join(sorted(strange))}")
    caption = _text(record, "caption") if "caption" in record.values else ""
    return Grid(rows, caption, columns, texts, record.whole("least_rows") if "least_rows" in record.values else 0)


def _column(record: Record, rows: str) -> Column:
    key = record.text("key")
    if key not in COLUMNS[rows] and not key.startswith("blank"):
        raise record.refuse("key", f"phải là một trong {', '.join(COLUMNS[rows])}, blank…, không phải {key!r}")
    chosen = record.choice("align", get_args(ColumnAlign))
    align = next(each for each in get_args(ColumnAlign) if each == chosen)
    mark = record.text("mark") if "mark" in record.values else ""
    column = Column(key, record.text("heading"), align, record.whole("share"), mark)
    record.done()
    return column


def _text(record: Record, key: str) -> str:
    return _known(record, key, record.text(key))


def _known(record: Record, key: str, text: str) -> str:
    if strange := [name for name in fields_of(text) if name not in FIELDS]:
        raise record.refuse(key, f"không có trường {', '.join(strange)}")
    return text
