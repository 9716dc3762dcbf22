"""Letterhead, foot and sides: columns in tables without borders, and the lines drawn below words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from lxml.etree import _Element

from quyet.core.papers.paper import Foot, Letterhead, Sides
from quyet.core.presentation.format import Format
from quyet.files.writers.docx.looks import FOOT, FRAME, RULE, style_id
from quyet.files.writers.docx.tables import cell, new_row, new_table
from quyet.files.writers.docx.widths import even_room, longest_line, share
from quyet.files.writers.docx.xml import paragraph, properties, put, run

_BODIES = ("parent", "issuer")
_Line = tuple[str, str]
"""The key of a component, and its words."""


def write_letterhead(parent: _Element, head: Letterhead, rules: Format, width: int) -> None:
    """Superior and issuing body beside name and motto of the State; number beside place and day."""
    right = _right_column(head, rules, width)
    columns = (width - right, right)
    table = new_table(parent, FRAME, columns)
    bodies = [(key, name) for key, name in (("parent", head.parent), ("issuer", head.issuer)) if name]
    state = [("national_name", head.national_name), ("motto", head.motto)]
    _row(table, (bodies, state), columns, rules)
    _row(table, ([("number", head.number)], [("place_date", head.place_date)]), columns, rules)


def _right_column(head: Letterhead, rules: Format, width: int) -> int:
    """As wide as its longest line, since none of them may break; estimated, so a little wider."""
    lines = (("national_name", head.national_name), ("motto", head.motto), ("place_date", head.place_date))
    longest = max(longest_line(words, rules.styles[key], width) for key, words in lines)
    return min(longest * 103 // 100, width * 2 // 3)


def write_foot(parent: _Element, foot: Foot, rules: Format, width: int) -> None:
    """Recipients beside the signature. Where no name is known, a line of its style waits for it."""
    columns = (width // 2, width - width // 2)
    signature = [*(("authority", line) for line in foot.authority), ("signatory", foot.name or "")]
    _row(new_table(parent, FOOT, columns), (_recipients(foot), signature), columns, rules)


def write_sides(parent: _Element, sides: Sides, rules: Format, width: int) -> None:
    """Columns of lines, each line in its own style."""
    ends = [width * sum(sides.shares[:count]) // sum(sides.shares) for count in range(len(sides.shares) + 1)]
    columns = tuple(end - begin for begin, end in pairwise(ends))
    cells = [[(line.style, line.words) for line in cell] for cell in sides.cells]
    _row(new_table(parent, FOOT, columns), cells, columns, rules)


def _recipients(foot: Foot) -> list[_Line]:
    return [("recipient" if n else "recipients_head", line) for n, line in enumerate(foot.listed)]


def _row(table: _Element, texts: Iterable[list[_Line]], columns: tuple[int, ...], rules: Format) -> None:
    row = new_row(table)
    for lines, width in zip(texts, columns, strict=True):
        _cell(cell(row, width), lines, rules, width)


def _cell(made: _Element, lines: list[_Line], rules: Format, width: int) -> None:
    for key, words in lines:
        room = even_room(words, rules.styles[key], width) if key in _BODIES else width
        line = paragraph(made, style_id(key))
        _narrow(line, room, width)
        run(line, words)
        write_rule(made, key, words, rules, width, room)
    if not lines:
        put(made, "p")  # Word opens no cell without a paragraph


def write_rule(parent: _Element, key: str, words: str, rules: Format, width: int, room: int | None = None) -> None:
    """The line drawn below a component, where the decree asks for one: as long as its share of the longest of the lines
    that the words need in the room they have."""
    if key in rules.rules:
        length = longest_line(words, rules.styles[key], room or width) * share(rules.rules[key])
        _narrow(paragraph(parent, RULE), int(length), width)


def _narrow(line: _Element, room: int, width: int) -> None:
    """Leave a paragraph only the middle of its width."""
    if room < width:
        put(properties(line), "ind", left=(width - room) // 2, right=(width - room) // 2)
