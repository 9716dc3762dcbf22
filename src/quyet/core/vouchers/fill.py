"""A form and the facts of a subject give a paper: the same blocks as every other paper, which writers lay out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from quyet.core.papers.form import Wording, choose, fill
from quyet.core.papers.paper import Block, Letterhead, Paper, Para, Row, Section, Sides, Table
from quyet.core.presentation.format import Format, Range
from quyet.core.vouchers.facts import Facts
from quyet.core.vouchers.fields import UNSURE, known, printed
from quyet.core.vouchers.rows import rows_of
from quyet.core.vouchers.template import Beside, Grid, Head, Lines, Part, Template, Words

NOTE_STYLE = "recipient"
_TITLE = "kind"


def filled(template: Template, facts: Facts, rules: Format, wording: Wording) -> Paper:
    """The paper."""
    said, sure = printed(facts), known(facts)
    blocks = [block for part in template.parts for block in _blocks(part, facts, said, sure, template, wording)]
    if any(UNSURE in text for block in blocks for text in _texts(block)):
        blocks.insert(_signed_at(blocks), Para(NOTE_STYLE, template.note))
    return Paper(
        _with_margin(rules, template.margin),
        template.kind,
        template.name_vi,
        _subject(facts),
        (Section("main", tuple(blocks), template.wide),),
        wording.notice if facts.is_example else None,
    )


def _with_margin(rules: Format, margin: int | None) -> Format:
    if margin is None:
        return rules
    side = Range(Decimal(margin), Decimal(margin), Decimal(margin))
    return replace(rules, page=replace(rules.page, top=side, bottom=side, left=side, right=side))


def _signed_at(blocks: Sequence[Block]) -> int:
    """Where the signatures begin: the first columns below the title, else the end. Who signs reads the note before."""
    title = next((n for n, block in enumerate(blocks) if isinstance(block, Para) and block.style == _TITLE), 0)
    return next((n for n in range(title, len(blocks)) if isinstance(blocks[n], Sides)), len(blocks))


def _subject(facts: Facts) -> str:
    for found in (facts.change and facts.change.number, facts.request and facts.request.title):
        if found:
            return found
    return facts.contract.number if facts.contract else ""


Said = Mapping[str, str]
Sure = Mapping[str, str | None]


def _blocks(part: Part, facts: Facts, said: Said, sure: Sure, template: Template, wording: Wording) -> Iterator[Block]:
    match part:
        case Lines():
            yield from _paras(part.lines, said, sure, template)
        case Beside():
            yield Sides(tuple(tuple(_paras(cell, said, sure, template)) for cell in part.cells), part.shares)
        case Grid():
            yield _table(part, facts, said)
        case Head():
            number, place_date = fill(part.number, said), fill(part.place_date, said)
            office = facts.office
            yield Letterhead(
                office.superior or None, office.issuer, wording.national_name, wording.motto, number, place_date
            )


def _paras(lines: tuple[Words, ...], said: Said, sure: Sure, template: Template) -> Iterator[Para]:
    for line in lines:
        text = choose(line.texts, sure) if line.may_miss else fill(line.texts[0], said)
        if text is None:
            continue
        unsure = UNSURE if line.style == _TITLE and template.mark == "M" else ""
        yield Para(line.style, text + unsure, line.lead)


def _table(grid: Grid, facts: Facts, said: Said) -> Table:
    keys = [column.key for column in grid.columns]
    rows = [Row(tuple(cells.get(key, "") for key in keys)) for cells in rows_of(facts, grid.rows)]
    rows += [Row(("",) * len(keys))] * (grid.least_rows - len(rows))
    if grid.total:
        total = {key: fill(text, said) for key, text in grid.total}
        rows.append(Row(tuple(total.get(key, "") for key in keys), strong=True))
    return Table(fill(grid.caption, said), grid.columns, tuple(rows))


def _texts(block: Block) -> Iterator[str]:
    """Every text of a block that may bear the mark."""
    match block:
        case Para():
            yield block.words
        case Sides():
            yield from (line.words for cell in block.cells for line in cell)
        case Table():
            yield from (column.heading for column in block.columns)
            yield from (text for row in block.rows for text in row.cells)
