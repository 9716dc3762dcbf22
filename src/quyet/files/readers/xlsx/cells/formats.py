"""What the number formats of a workbook say: which numbers are days or percentages, which words stand around them."""

from __future__ import annotations

import re

from quyet.files.readers.markup import parse
from quyet.files.readers.xlsx.cells.grid import PLAIN, Format

_DAYS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""The formats of days and hours that have a number and no code in the file."""
_PERCENTS = {9: 0, 10: 2}
_GROUPED = frozenset((3, 4, *range(37, 45)))
_DECIMALS = {2: 2, 4: 2, 39: 2, 40: 2, 43: 2, 44: 2}

_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|(?P<skipped>\[[^\]]*\]|[_*].)'
    r"|(?P<figure>[#0?][#0?.,]*|General)|(?P<rest>.)",
    re.S,
)
_MOST_NAMED = 10_000
"""Excel itself keeps no more than some ten thousand styles."""
_OF_A_DAY = frozenset("ymdhsYMDHS")


class Formats:
    """Takes styles.xml in; gives the format of each style that a cell may name."""

    def __init__(self) -> None:
        self._codes: dict[int, str] = {}
        self._of_styles: list[int] = []
        self._known: dict[int, Format] = {}
        self._named: dict[str | None, Format] = {}
        self._in_cell_styles = False

    def read(self, part: bytearray) -> None:
        parse(part, self._start, self._end)

    def of(self, style: str | None) -> Format:
        """The format of a style by its number; a number that no style has says nothing."""
        found = self._named.get(style)
        if found is None:
            found = self._styled(style)
            if len(self._named) < _MOST_NAMED:
                self._named[style] = found
        return found

    def _styled(self, style: str | None) -> Format:
        place = int(style) if style and style.isdecimal() and len(style) < 7 else 0
        if place >= len(self._of_styles):
            return PLAIN
        number = self._of_styles[place]
        if number not in self._known:
            self._known[number] = self._format(number)
        return self._known[number]

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if name == "cellXfs":
            self._in_cell_styles = True
        elif name == "xf" and self._in_cell_styles:
            self._of_styles.append(_whole(attributes.get("numFmtId")))
        elif name == "numFmt":
            self._codes[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")

    def _end(self, tag: str) -> None:
        if tag.endswith(" cellXfs"):
            self._in_cell_styles = False

    def _format(self, number: int) -> Format:
        if number in self._codes:
            return format_of(self._codes[number])
        decimals = _PERCENTS.get(number, 0) or _DECIMALS.get(number, 0)
        return Format(number in _DAYS, number in _PERCENTS, decimals=decimals, is_grouped=number in _GROUPED)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else 0


def format_of(code: str) -> Format:
    """`#,##0.0 "người"` → one decimal, the word người behind; `dd/mm/yyyy` → a day."""
    before, after, figure, is_day, is_percent = "", "", "", False, False
    for piece in _PIECE.finditer(_positive(code)):
        words = piece["quoted"] or piece["escaped"] or piece["currency"] or ""
        rest = piece["rest"] or ""
        is_day |= rest in _OF_A_DAY and bool(rest)
        is_percent |= rest == "%"
        figure += piece["figure"] or ""
        words += rest if rest in " +()%" and rest != "%" else ""
        before, after = (before, after + words) if figure else (before + words, after)
    decimals = len(figure.partition(".")[2])
    figure = figure.removeprefix("General")
    grouped = "," in figure.rstrip(",")
    return Format(is_day and not figure, is_percent, before.strip(), after.strip(), decimals, grouped)


def _positive(code: str) -> str:
    """The part of a code that is for numbers above nought: up to the first semicolon outside quotation marks."""
    end = 0
    for piece in _PIECE.finditer(code):
        if piece["rest"] == ";":
            return code[: piece.start()]
        end = piece.end()
    return code[:end]
