"""What holds in the end for letters and paragraphs: defaults, table, list, styles and what is said in place, in the
order of ECMA-376 part 1, 17.7.2. What nobody says is what Word does then: Times New Roman of 10 points, no gaps."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from quyet.core.presentation.measured import LineRule, Look, Shape, Shown
from quyet.files.readers.docx_layout.properties import (
    INDENT,
    TOGGLES,
    Said,
    half_points,
    millimetres,
    points,
    twips,
    whole,
)
from quyet.files.readers.docx_parts import Style, Styles, StylesHandler, inherit
from quyet.files.readers.errors import Unreadable
from quyet.files.readers.markup import SEPARATOR, parse
from quyet.files.readers.numbering import Numbering
from quyet.files.readers.package import WORD

_FONT, _SIZE, _BLACK = "Times New Roman", Decimal(10), "000000"
_LINE = 12
"""Points of the single line that gaps are counted in where they are given in lines; what a web page leaves is 14."""

_ALIGN: dict[str, Shown] = {
    "center": "center", "right": "right", "end": "right", "both": "justify", "distribute": "justify",
}  # fmt: skip
_LINE_RULES: dict[str, LineRule] = {"exact": "exact", "atLeast": "at_least"}
_NONE = Style()


class ListPlace(NamedTuple):
    """A level of a list, and whether the paragraph is there because of its style."""

    list_id: str
    level: int
    by_style: bool


ThemePart = Callable[[], bytearray | None]


class Looks:
    """Answers for one document; the same question is worked out once. `theme` reads the part that names its fonts."""

    def __init__(self, styles: Styles, numbering: Numbering, theme: ThemePart) -> None:
        self._styles, self._numbering, self._theme_part = styles, numbering, theme
        self._looks: dict[tuple[object, ...], Look] = {}
        self._shapes: dict[tuple[object, ...], Shape] = {}
        self._tables: dict[str, Style] = {}

    # --- letters -----------------------------------------------------------------------------------------------------

    def look(self, paragraph: str | None, run: str | None, table: str | None, said: Said, *, ascii_only: bool) -> Look:
        """Letters in a paragraph style, a character style and a table style, with what their run says itself. ASCII and
        all other letters may be set in fonts of their own."""
        key = (paragraph, run, table, ascii_only, *said.items())
        if key not in self._looks:
            above = [self.table(table), self._styles.get(paragraph), self._styles.by_name.get(run or "", _NONE)]
            self._looks[key] = self._work_out([each.letters for each in above], said, ascii_only)
        return self._looks[key]

    def _work_out(self, styles: list[Said], said: Said, ascii_only: bool) -> Look:
        default = self._styles.defaults.letters
        whole_said = default.copy()
        for each in (*styles, said):
            whole_said |= each
        bold, italic, caps = (_toggled(key, default, styles, said) for key in TOGGLES)
        colour = whole_said.get("color", "auto").upper()
        return Look(
            font=self._font(whole_said.get("ascii" if ascii_only else "hAnsi", "")),
            size=half_points(whole_said.get("sz")) or _SIZE,
            bold=bold,
            italic=italic,
            colour=_BLACK if colour == "AUTO" else colour,
            caps=caps,
        )

    def _font(self, name: str) -> str:
        if not name.startswith("+"):
            return name or _FONT
        return self._theme.get("major" if name[1:].startswith("major") else "minor") or _FONT

    @cached_property
    def _theme(self) -> dict[str, str]:
        try:
            data = self._theme_part()
            return theme_fonts(data) if data else {}
        except Unreadable:  # the words of the paper are not there: it is read all the same
            return {}

    # --- paragraphs --------------------------------------------------------------------------------------------------

    def shape(self, style: str | None, table: str | None, number: ListPlace | None, said: Said) -> Shape:
        """A paragraph in a style and a table style, in a list where `number` names one, with what it says itself."""
        key = (style, table, number, *said.items())
        if key not in self._shapes:
            self._shapes[key] = self._stand(style, table, number, said)
        return self._shapes[key]

    def _stand(self, name: str | None, table: str | None, number: ListPlace | None, said: Said) -> Shape:
        style = self._styles.get(name)
        stands = self._styles.defaults.shape | self.table(table).shape | style.shape
        if number is not None:
            stands |= self._numbering.indent(number.list_id, number.level)
            if number.by_style:
                stands |= style.beyond_list
        stands |= said
        left, first = (twips(stands.get(key)) or Decimal(0) for key in INDENT)
        line, rule = _line(stands)
        return Shape(
            align=_ALIGN.get(stands.get("jc", ""), "left"),
            start=millimetres(left + first),
            before=_gap(stands, "before"),
            after=_gap(stands, "after"),
            line=line,
            line_rule=rule,
            style=name or self._styles.default or "",
            together=stands.get("contextual") == "1",
            listed=number is not None,
        )

    # --- tables ------------------------------------------------------------------------------------------------------

    def table(self, name: str | None) -> Style:
        """A table style with those that it is based on."""
        if not name or name not in self._styles.tables:
            return _NONE
        if name not in self._tables:
            self._tables[name] = self._parse_table(name)
        return self._tables[name]

    def _parse_table(self, name: str) -> Style:
        found: dict[str, Style] = {}
        at: str | None = name
        while at in self._styles.tables and at not in found:
            handler = StylesHandler(tables=True)
            try:
                parse(_ROOT[0] + self._styles.tables[at] + _ROOT[1], handler.start, handler.end)
            except Unreadable:  # it uses a prefix that its own root declares
                return Style(parts_apart=True)
            found |= handler.found
            at = found[at].base if at in found else None
        return inherit(found).get(name, _NONE)


_ROOT = (
    f'<w:styles xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'.encode(),
    b"</w:styles>",
)


def _toggled(key: str, default: Said, styles: list[Said], said: Said) -> bool:
    """Bold in a style of paragraphs and in one of letters is not bold (17.7.3); what is said in place simply holds."""
    if key in said:
        return said[key] == "1"
    return default.get(key) == "1" or sum(each.get(key) == "1" for each in styles) % 2 == 1


def _gap(stands: Said, side: str) -> Decimal:
    if stands.get(f"{side}Autospacing", "0") not in ("0", "false", "off"):
        return Decimal(14)
    if lines := whole(stands.get(f"{side}Lines")):
        return lines / 100 * _LINE
    return points(stands.get(side)) or Decimal(0)


def _line(stands: Said) -> tuple[Decimal, LineRule]:
    rule = _LINE_RULES.get(stands.get("lineRule", ""), "lines")
    if rule == "lines":
        return (whole(stands.get("line")) or Decimal(240)) / 240, rule
    return points(stands.get("line")) or Decimal(_LINE), rule


# --- fonts of the theme ----------------------------------------------------------------------------------------------

_A = "http://schemas.openxmlformats.org/drawingml/2006/main" + SEPARATOR


def theme_fonts(data: bytearray) -> dict[str, str]:
    """The fonts of headings (`major`) and of the text (`minor`)."""
    fonts: dict[str, str] = {}
    slot = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal slot
        if tag in (_A + "majorFont", _A + "minorFont"):
            slot = tag.removeprefix(_A)[:5]
        elif tag == _A + "latin" and slot:
            fonts.setdefault(slot, attributes.get("typeface", ""))

    parse(data, start)
    return fonts
