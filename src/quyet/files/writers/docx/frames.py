"""Letterhead and foot: two columns each, in tables without borders, and the lines drawn below words."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.etree import _Element

from quyet.core.papers.paper import Foot, Letterhead
from quyet.core.presentation.format import Format
from quyet.files.writers.docx.looks import FRAME, RULE, style_id
from quyet.files.writers.docx.tables import cell, new_row, new_table
from quyet.files.writers.docx.widths import longest_line, share
from quyet.files.writers.docx.xml import paragraph, properties, put, run

_Line = tuple[str, str]
"""The key of a component, and its words."""


def write_letterhead(parent: _Element, head: Letterhead, rules: Format, width: int) -> None:
    """Superior and issuing body beside name and motto of the State; number beside place and day."""
    right = (
        longest_line(head.national_name, rules.styles["national_name"], width) * 103 // 100
    )  # estimated: a little more
    columns = (width - right, right)
    table = new_table(parent, FRAME, columns)
    bodies = [(key, name) for key, name in (("parent", head.parent), ("issuer", head.issuer)) if name]
    state = [("national_name", head.national_name), ("motto", head.motto)]
    _row(table, (bodies, state), columns, rules)
    _row(table, ([("number", head.number)], [("place_date", head.place_date)]), columns, rules)


def write_foot(parent: _Element, foot: Foot, rules: Format, width: int) -> None:
    """Recipients beside the signature. Where no name is known, a line of its style waits for it."""
    columns = (width // 2, width - width // 2)
    signature = [*(("authority", line) for line in foot.authority), ("signatory", foot.name or "")]
    _row(new_table(parent, FRAME, columns), (_recipients(foot), signature), columns, rules)


def _recipients(foot: Foot) -> list[_Line]:
    if not foot.recipients:
        return []
    *others, last = foot.recipients
    return [
        ("recipients_head", "Nơi nhận:"),
        *(("recipient", f"- {each};") for each in others),
        ("recipient", f"- {last}."),
    ]


def _row(table: _Element, texts: Iterable[list[_Line]], columns: tuple[int, ...], rules: Format) -> None:
    row = new_row(table)
    for lines, width in zip(texts, columns, strict=True):
        _cell(cell(row, width), lines, rules, width)


def _cell(made: _Element, lines: list[_Line], rules: Format, width: int) -> None:
    for key, words in lines:
        run(paragraph(made, style_id(key)), words)
        write_rule(made, key, words, rules, width)
    if not lines:
        put(made, "p")  # Word opens no cell without a paragraph


def write_rule(parent: _Element, key: str, words: str, rules: Format, width: int) -> None:
    """The line drawn below a component, where the decree asks for one: as long as the share of its longest line."""
    if key not in rules.rules:
        return
    length = int(longest_line(words, rules.styles[key], width) * share(rules.rules[key]))
    beside = (width - length) // 2
    put(properties(paragraph(parent, RULE)), "ind", left=beside, right=beside)
