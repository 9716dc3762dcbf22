"""Word documents, as Word shows them with all changes accepted.

The main part of the package is walked once, as a stream, straight to blocks: a line a paragraph, its automatic number
in front, and rows and cells for tables. What python-docx and its like hide is here: list numbers, text boxes, content
controls, inserted text. What Word would not print is left out: deleted and hidden text, field codes, footnotes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from quyet.core.decisions.source import Notice, Source
from quyet.core.presentation.measured import Layout, Line, Margin
from quyet.files.readers.docx_layout.lines import Lines
from quyet.files.readers.docx_layout.looks import Looks
from quyet.files.readers.docx_layout.margins import Where, read_margin
from quyet.files.readers.docx_layout.properties import LETTERS, PARAGRAPHS, W
from quyet.files.readers.docx_layout.sections import Sections
from quyet.files.readers.docx_parts import read_numbering, read_styles
from quyet.files.readers.docx_tables import Tables
from quyet.files.readers.docx_words import Words
from quyet.files.readers.fonts import from_letters
from quyet.files.readers.markup import SEPARATOR, parse
from quyet.files.readers.package import Package
from quyet.files.readers.refusals import broken
from quyet.files.readers.sheet import Block, Sheet


def read_docx(data: bytes, name: str = "") -> Source:
    """The text of a Word document. Unreadable where the package is broken, locked, or a trap."""
    package = Package(data)
    main = main_part(package)
    links, by_id = package.all_links(main)
    styles = read_styles(package, links.get("styles"))
    numbering = read_numbering(package, links.get("numbering"), styles)
    looks = Looks(styles, numbering, lambda: _part(package, links.get("theme")))
    walk = _Walk(Words(styles, numbering, looks))
    parse(package.read(main), walk.start, walk.end, walk.data)
    blocks, old = from_letters(walk.finish())
    lines = Lines()
    text, tables = Sheet(lines.hear).write(blocks).finish()
    layout = walk.layout(lines.found, lambda where, link: read_margin(package, looks, by_id.get(link), where))
    if _EVEN_APART in (_part(package, links.get("settings")) or b""):
        layout = replace(layout, even_apart=True)
    notices = old + tuple(walk.notices())
    return Source(text=text, name=name, format="docx", tables=tables, notices=notices, layout=layout)


def main_part(package: Package) -> str:
    """The name of the part that holds the document."""
    main = package.links("").get("officeDocument", "word/document.xml")
    if main not in package.names():
        raise broken()
    return main


def _part(package: Package, name: str | None) -> bytearray | None:
    return package.read(name) if name in package.names() else None


_EVEN_APART = b"evenAndOddHeaders"
_PARAGRAPH, _RUN = W + "p", W + "r"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006" + SEPARATOR
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math" + SEPARATOR

_SKIPPED = frozenset(
    W + name
    for name in (
        "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblPrExChange", "numberingChange",
        "sectPrChange", "sdtPr", "sdtEndPr", "rt", "instrText", "delText", "delInstrText",
    )
)  # fmt: skip
"""What was (before a change), what is a setting, what is no part of the text."""


Handler = Callable[[dict[str, str]], None]


class _Walk:
    """Goes through the main part and tells `Words` and `Tables` what it meets."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._tables = Tables()
        self._sections = Sections()
        self._paragraph = self._run = -1
        """How many of each have begun, those that are left out among them: so whoever mends the file finds them."""
        self._breaks: list[int] = []
        self._choices: list[bool] = []
        """For each open `mc:AlternateContent`: whether one of its versions was taken."""
        self._changed = False
        self._depth = 0
        self._skipped_from = 0
        self._starts: dict[str, Handler] = {
            W + "p": self._open_paragraph, W + "pPr": words.open_mark, W + "pStyle": words.paragraph_style,
            W + "numId": words.in_list, W + "ilvl": words.at_level, W + "r": self._open_run,
            W + "rStyle": words.run_style, W + "rFonts": words.font, W + "vanish": words.vanish, W + "caps": words.caps,
            W + "t": words.open_text, _MATH + "t": words.open_text, W + "tab": words.tab, W + "ptab": words.tab,
            W + "br": self._break, W + "cr": words.soft_break, W + "noBreakHyphen": words.hyphen,
            W + "sym": words.sign, W + "fldChar": words.field, W + "txbxContent": self._open_box,
            W + "ins": self._come, W + "moveTo": self._come, W + "del": self._gone, W + "moveFrom": self._gone,
            _MC + "AlternateContent": self._open_choice, _MC + "Choice": self._version, _MC + "Fallback": self._version,
            W + "lastRenderedPageBreak": self._page_break, _MATH + "r": words.open_formula,
            W + "sectPr": self._sections.open, **self._sections.starts,
            W + "tbl": self._open_table, W + "tblStyle": self._tables.take_style,
            W + "tblHeader": self._tables.repeat_heading, W + "tr": self._tables.open_row, W + "tc": self._open_cell,
            W + "gridSpan": self._tables.span, W + "vMerge": self._tables.merge_down,
            W + "hMerge": self._tables.merge_left, W + "cellDel": self._tables.drop_cell,
            W + "gridBefore": self._tables.skip_before, W + "gridAfter": self._tables.skip_after,
        }  # fmt: skip
        for tag, take in LETTERS.items():
            self._starts[tag] = _both(self._starts.get(tag), partial(words.dress, take))
        for tag, take in PARAGRAPHS.items():
            self._starts[tag] = partial(words.stand, take)
        self._ends: dict[str, Callable[[], None]] = {
            W + "p": words.close_paragraph, W + "pPr": words.close_mark,
            W + "t": words.close_text, _MATH + "t": words.close_text,
            W + "txbxContent": self._close_box, _MC + "AlternateContent": self._close_choice,
            W + "tbl": self._close_table, W + "tr": self._tables.close_row, W + "tc": self._close_cell,
            W + "sectPr": self._close_section,
        }  # fmt: skip

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if tag == _RUN:
            self._run += 1
        elif tag == _PARAGRAPH:
            self._paragraph += 1
        if self._skipped_from:
            return
        if tag in _SKIPPED:
            self._skip()
        elif handler := self._starts.get(tag):
            handler(attributes)

    def end(self, tag: str) -> None:
        if self._skipped_from:
            if self._depth == self._skipped_from:
                self._skipped_from = 0
        elif handler := self._ends.get(tag):
            handler()
        self._depth -= 1

    def data(self, text: str) -> None:
        self._words.data(text)

    def finish(self) -> list[Block]:
        return self._words.close_place()

    def notices(self) -> Iterator[Notice]:
        """What has to be said of the way in which the document was read."""
        yield from (Notice(code, code.upper()) for code in sorted(self._words.old_fonts))
        if self._changed:
            yield Notice("tracked_changes", _CHANGED)

    def _skip(self) -> None:
        """Leave out this element with all that is in it."""
        self._skipped_from = self._depth

    # --- changes and versions ----------------------------------------------------------------------------------------

    def _come(self, _: dict[str, str]) -> None:
        self._changed = True

    def _gone(self, _: dict[str, str]) -> None:
        """Deleted or moved away: a paragraph mark, a row, or the words inside."""
        self._changed = True
        if self._words.in_mark:
            self._words.drop_mark()
        elif self._tables.in_row_head:
            self._tables.drop_row()
        else:
            self._skip()

    def _open_choice(self, _: dict[str, str]) -> None:
        self._choices.append(False)

    def _version(self, _: dict[str, str]) -> None:
        """The first version that is offered is read; the others say the same for other programs."""
        if not self._choices:
            return
        if self._choices[-1]:
            self._skip()
        self._choices[-1] = True

    def _close_choice(self) -> None:
        self._choices.pop()

    # --- places ------------------------------------------------------------------------------------------------------

    def _open_paragraph(self, _: dict[str, str]) -> None:
        self._words.open_paragraph(self._paragraph, self._tables.style)

    def _open_run(self, _: dict[str, str]) -> None:
        self._words.open_run(self._run)

    def _break(self, attributes: dict[str, str]) -> None:
        if attributes.get(W + "type") == "page":
            self._breaks.append(self._paragraph)
        self._words.soft_break(attributes)

    def _page_break(self, _: dict[str, str]) -> None:
        self._breaks.append(self._paragraph)

    def _close_section(self) -> None:
        self._sections.close(self._paragraph)

    def _open_table(self, _: dict[str, str]) -> None:
        self._tables.open(self._paragraph + 1)

    def layout(self, lines: Sequence[Line], margin: Callable[[Where, str], Margin]) -> Layout:
        """What was measured on the way; `margin` reads a header or footer by its link."""
        sections = self._sections.finish(self._paragraph, margin)
        tables = sorted(self._tables.measured, key=lambda table: table.place)
        return Layout(sections, tuple(lines), tuple(tables), tuple(self._breaks))

    def _open_box(self, _: dict[str, str]) -> None:
        self._words.open_place([])

    def _close_box(self) -> None:
        self._words.hang(self._words.close_place())

    def _close_table(self) -> None:
        self._words.put(self._tables.close())

    def _open_cell(self, _: dict[str, str]) -> None:
        self._words.open_place(self._tables.open_cell())

    def _close_cell(self) -> None:
        self._words.close_place()
        self._tables.close_cell()


def _both(first: Handler | None, second: Handler) -> Handler:
    """What decides which letters are read is asked first."""
    if first is None:
        return second

    def handle(attributes: dict[str, str]) -> None:
        first(attributes)
        second(attributes)

    return handle


_CHANGED = "Tệp Word còn thay đổi đang theo dõi (Track Changes); văn bản được đọc như đã chấp nhận mọi thay đổi."
