"""Web pages: the text copies of decisions that sites publish and offices save.

libxml2's HTML parser mends what browsers mend; its events are followed as a stream, without a tree. One line a block,
one line a table row; `<br>` splits a line; what a browser does not show is left out.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from quyet.core.decisions.source import Source
from quyet.files.readers.fonts import from_letters
from quyet.files.readers.html_charset import decode
from quyet.files.readers.html_tables import HtmlTables
from quyet.files.readers.limits import ATTRIBUTES, DEPTH, TAGS
from quyet.files.readers.numbering import spell
from quyet.files.readers.refusals import empty
from quyet.files.readers.sheet import Block, Sheet


def read_html(data: bytes, name: str = "") -> Source:
    """The text of a web page. Unreadable where it is nested without end or holds nothing."""
    text, notices = decode(data)
    TAGS.hold(text.count("<"))
    ATTRIBUTES.hold(text.count("="))
    page = _Page()
    target: Any = page  # lxml's types ask for more than lxml does
    parser = etree.HTMLParser(target=target, encoding="utf-8")
    try:
        parser.feed(text.encode())
        parser.close()
    except etree.ParserError as error:
        raise empty() from error
    blocks, old = from_letters(page.blocks())
    written, tables = Sheet().write(blocks).finish()
    return Source(text=written, name=name, format="html", tables=tables, notices=notices + old)


_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody "
    "td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset(
    "script style head title template noscript svg math iframe object audio video canvas select option textarea button "
    "datalist del colgroup".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_LIST_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?(none|decimal|lower-alpha|upper-alpha|lower-roman|upper-roman)"
)
_LIST_STYLES = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "lower-alpha": "lowerLetter", "upper-alpha": "upperLetter", "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}  # fmt: skip
_SPACES = re.compile(r"[ \t\n\r\f\v]+")


class _List:
    """An `<ol>` or `<ul>` and how far it has counted."""

    def __init__(self, ordered: bool, attributes: dict[str, str]) -> None:
        style = _LIST_STYLE.search(_style(attributes).lower())
        kind = style[1] if style else attributes.get("type", "1" if ordered else "disc")
        self._style = _LIST_STYLES.get(kind, kind)
        self._next = _whole(attributes.get("start"), 1)

    def mark(self, value: str | None) -> str:
        """What a browser puts before the next item; a list without marks has none."""
        if self._style == "none":
            return ""
        if self._style in ("disc", "circle", "square"):
            return "• "
        number = _whole(value, self._next)
        self._next = number + 1
        return f"{spell(number, self._style)}. "


def _style(attributes: dict[str, str]) -> str:
    return attributes.get("style", "")[:_LONGEST_STYLE]


_LONGEST_STYLE = 1_000


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\s*-?\d{1,6}\s*", text) else otherwise


class _Page:
    """Takes the parser's events (its names: start, end, data, close) to blocks."""

    def __init__(self) -> None:
        self._tables = HtmlTables()
        self._places: list[list[Block]] = [[]]
        self._words: list[str] = []
        self._mark = ""
        self._lists: list[_List] = []
        self._verbatim = 0
        self._depth = 0
        self._skipped_from = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEPTH.most:
            DEPTH.hold(self._depth)
        if self._skipped_from:
            return
        if tag in _UNSEEN or "hidden" in attributes or _HIDDEN.search(_style(attributes)):
            if tag not in _VOID:
                self._skipped_from = self._depth
            return
        if tag in _BLOCKS:
            self._end_line()
        self._open(tag, attributes)

    def end(self, tag: str) -> None:
        if self._skipped_from:
            if self._depth == self._skipped_from:
                self._skipped_from = 0
        else:
            if tag in _BLOCKS:
                self._end_line()
            self._close(tag)
        self._depth -= 1

    def data(self, text: str) -> None:
        if not self._skipped_from:
            self._words.append(text if self._verbatim else _SPACES.sub(" ", text))

    def close(self) -> None:
        self._end_line()

    def blocks(self) -> list[Block]:
        """All of the page, once it is closed."""
        return self._places[0]

    def _end_line(self) -> None:
        """The block is over: what was gathered becomes its line or, at each `<br>`, its lines."""
        text = "".join(self._words)
        self._words = []
        for line in text.split("\n"):
            shown = line.rstrip() if self._verbatim else _SPACES.sub(" ", line).strip(" ")
            if shown.strip():
                self._places[-1].append(self._mark + shown)
                self._mark = ""

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "br":
            self._words.append("\n")
        elif tag == "pre":
            self._verbatim += 1
        elif tag in ("ol", "ul"):
            self._lists.append(_List(tag == "ol", attributes))
        elif tag == "li" and self._lists:
            self._mark = self._lists[-1].mark(attributes.get("value"))
        elif tag == "table":
            self._tables.open()
        elif tag == "tr":
            self._tables.open_row()
        elif tag in ("td", "th"):
            self._places.append(self._tables.open_cell(attributes, self._places[-1]))

    def _close(self, tag: str) -> None:
        if tag == "pre":
            self._verbatim -= 1
        elif tag in ("ol", "ul"):
            self._lists.pop()
        elif tag == "table":
            self._places[-1] += self._tables.close()
        elif tag in ("td", "th") and len(self._places) > 1:
            self._places.pop()
