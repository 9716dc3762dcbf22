"""How papers are laid out, from `quyet/data/formats/*.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

from quyet.core.presentation.format import (
    Align,
    Annex,
    Authority,
    Body,
    Format,
    Mark,
    Padding,
    Page,
    PageNumber,
    Range,
    Signatures,
    Style,
)
from quyet.files.facts.kept import Rows, kept
from quyet.files.facts.strict import DATA, FactsError, Record, load_mapping


@lru_cache(maxsize=1)
def load_formats() -> tuple[Format, ...]:
    """The decrees on presentation that ship with the package, the oldest first. Each check of a .docx asks for them, so
    what the files say is kept once it was found good."""
    folder = DATA / "formats"
    rows = kept(sorted(folder.glob("*.yaml")), ("file", "values"), lambda: _rows(folder))
    return _in_order(folder, {folder / name: _with_days(values) for name, values in rows})


def load_formats_from(folder: Path) -> tuple[Format, ...]:
    """The decrees of a folder, one file each; two that are in force on one day are refused."""
    return _in_order(folder, {file: load_mapping(file) for file in sorted(folder.glob("*.yaml"))})


def _rows(folder: Path) -> Rows:
    """What the files of a folder say, all of them good; days as text, which is what can be kept."""
    load_formats_from(folder)
    return [
        (file.name, {key: value.isoformat() if isinstance(value, date) else value for key, value in said.items()})
        for file, said in ((file, load_mapping(file)) for file in sorted(folder.glob("*.yaml")))
    ]


def _with_days(said: dict[str, Any]) -> dict[str, Any]:
    days = {key: date.fromisoformat(said[key]) for key in ("from", "to", "checked") if said[key] is not None}
    return said | days


def _in_order(folder: Path, said: Mapping[Path, dict[str, Any]]) -> tuple[Format, ...]:
    formats = sorted((_format(file, values) for file, values in said.items()), key=lambda each: each.since)
    for earlier, later in pairwise(formats):
        if earlier.until is None or earlier.until >= later.since:
            raise FactsError(folder / f"{later.key}.yaml", "from", f"trùng thời gian hiệu lực với {earlier.key}")
    return tuple(formats)


def _format(file: Path, values: dict[str, Any]) -> Format:
    record = Record(file, values)
    name = record.record("name")
    record.day("checked")
    bases, numbering = record.record("bases"), record.record("numbering")
    bases.text("article"), numbering.text("article")
    source = record.text("source")
    value = Format(
        key=record.text("key"),
        name_vi=name.text("vi"),
        name_en=name.text("en"),
        source=source,
        mark=_mark(record),
        since=record.day("from"),
        until=record.day_or_none("to"),
        page=_page(record.record("page")),
        page_number=_page_number(record.record("page_number")),
        body=_body(record.record("body")),
        padding=_padding(record.record("numbers")),
        styles=_styles(record.record("styles"), source),
        rules=_pairs(record.record("rules")),
        urgency_boxes=_pairs(record.record("urgency_boxes")),
        authorities=_authorities(record.record("authorities")),
        basis_between=bases.text("between"),
        basis_last=bases.text("last"),
        without_number=bases.texts("without_number"),
        points=numbering.texts("points"),
        annex=_annex(record.record("annex")),
        signatures=_signatures(record.record("signatures")),
        kinds=_kinds(record.record("kinds")),
    )
    for part in (name, bases, numbering, record):
        part.done()
    if value.key != file.stem:
        raise record.refuse("key", f"phải là tên của tệp, {file.stem!r}")
    if value.until is not None and value.until < value.since:
        raise record.refuse("to", "đứng trước ngày bắt đầu")
    return value


def _mark(record: Record) -> Mark:
    return "S" if record.choice("mark", get_args(Mark)) == "S" else "M"


def _align(record: Record) -> Align:
    chosen = record.choice("align", get_args(Align))
    return next(align for align in get_args(Align) if align == chosen)


def _range(record: Record, key: str = "size") -> Range:
    """`size: [12, 13]` with `write: 12` beside it; what is written must be allowed."""
    ends = record.numbers(key)
    if len(ends) != 2 or ends[0] > ends[1]:
        raise record.refuse(key, "phải là hai số, số nhỏ trước")
    found = Range(*ends, record.number("write"))
    if not found.holds(found.write):
        raise record.refuse("write", f"nằm ngoài {ends[0]}–{ends[1]}")
    return found


def _inner_range(record: Record, key: str) -> Range:
    inner = record.record(key)
    found = _range(inner, "range")
    inner.done()
    return found


def _page(record: Record) -> Page:
    width, height = record.numbers("paper")
    page = Page(
        record.text("article"),
        width,
        height,
        top=_inner_range(record, "top"),
        bottom=_inner_range(record, "bottom"),
        left=_inner_range(record, "left"),
        right=_inner_range(record, "right"),
        font=record.text("font"),
        colour=record.text("colour"),
    )
    record.done()
    return page


def _page_number(record: Record) -> PageNumber:
    number = PageNumber(
        record.text("article"),
        _range(record),
        _align(record),
        first_shown=record.whole("first_shown"),
        annex_anew=record.flag("annex_anew"),
    )
    record.done()
    return number


def _body(record: Record) -> Body:
    body = Body(
        record.text("article"),
        indents=record.numbers("indent"),
        indent=record.number("write_indent"),
        gap=record.number("gap"),
        line=_inner_range(record, "line"),
        end=record.text("end"),
    )
    record.done()
    if body.indent not in body.indents:
        raise record.refuse("write_indent", "không có trong indent")
    return body


def _padding(record: Record) -> Padding:
    padding = Padding(
        record.text("article"),
        number_below=record.whole("pad_number_below"),
        day_below=record.whole("pad_day_below"),
        month_below=record.whole("pad_month_below"),
    )
    record.done()
    return padding


def _styles(record: Record, source: str) -> dict[str, Style]:
    return {key: _style(key, record.record(key), source) for key in record.rest()}


def _style(key: str, record: Record, source: str) -> Style:
    name, article = record.record("name"), record.text("article")
    style = Style(
        key,
        box=record.text("box"),
        name_vi=name.text("vi"),
        name_en=name.text("en"),
        article=article
        if article.startswith("Phụ lục")
        else f"{source.rpartition(', ')[2]}, phần I, mục II, {article}",
        upper=record.flag("upper"),
        size=_range(record),
        bold=record.flag("bold"),
        italic=record.flag("italic"),
        align=_align(record),
    )
    name.done()
    record.done()
    return style


def _pairs(record: Record) -> dict[str, tuple[Decimal, Decimal]]:
    found = {}
    for key in record.rest():
        numbers = record.numbers(key)
        if len(numbers) != 2:
            raise record.refuse(key, "phải là hai số")
        found[key] = (numbers[0], numbers[1])
    return found


def _authorities(record: Record) -> dict[str, Authority]:
    record.text("article")
    found = {}
    for mark in record.rest():
        name = record.record(mark)
        found[mark] = Authority(mark, name.text("vi"), name.text("en"))
        name.done()
    return found


def _annex(record: Record) -> Annex:
    table, filled = record.record("table"), record.record("reference_filled")
    annex = Annex(
        record.text("article"),
        roman_from=record.whole("roman_from"),
        table=_range(table),
        filled_on_paper=filled.flag("paper"),
        filled_electronic=filled.flag("electronic"),
    )
    for part in (table, filled, record):
        part.done()
    return annex


def _signatures(record: Record) -> Signatures:
    found = Signatures(
        record.text("article"),
        signer_image=record.text("signer_image"),
        body_image=record.text("body_image"),
        body_covers=record.number("body_covers"),
        size_of_text=record.whole("size_of_text"),
    )
    record.done()
    return found


def _kinds(record: Record) -> dict[str, str]:
    return {key: record.text(key) for key in record.rest()}
