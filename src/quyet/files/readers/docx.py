"""Word documents, as Word shows them with all changes accepted.

The main part of the package is walked once, as a stream, straight to blocks: a line a paragraph, its automatic number
in front, and rows and cells for tables. What python-docx and its like hide is here: list numbers, text boxes, content
controls, inserted text. What Word would not print is left out: deleted and hidden text, field codes, footnotes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quyet.core.decisions.source import Notice, Source
from quyet.files.readers.docx_parts import W, read_numbering, read_styles
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
    main = package.links("").get("officeDocument", "word/document.xml")
    if main not in package.names():
        raise broken()
    links = package.links(main)
    styles = read_styles(package, links.get("styles"))
    walk = _Walk(Words(styles, read_numbering(package, links.get("numbering"), styles)))
    parse(package.read(main), walk.start, walk.end, walk.data)
    blocks, old = from_letters(walk.finish())
    text, tables = Sheet().write(blocks).finish()
    return Source(text=text, name=name, format="docx", tables=tables, notices=old + tuple(walk.notices()))


_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006" + SEPARATOR
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math" + SEPARATOR

_SKIPPED = frozenset(
    W + name
    for name in (
        "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblPrExChange", "numberingChange",
        "sectPr", "sdtPr", "sdtEndPr", "rt", "instrText", "delText", "delInstrText",
    )
)  # fmt: skip
"""What was (before a change), what is a setting, what is no part of the text."""


class _Walk:
    """Goes through the main part and tells `Words` and `Tables` what it meets."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._tables = Tables()
        self._choices: list[bool] = []
        """For each open `mc:AlternateContent`: whether one of its versions was taken."""
        self._changed = False
        self._depth = 0
        self._skipped_from = 0
        self._starts: dict[str, Callable[[dict[str, str]], None]] = {
            W + "p": words.open_paragraph, W + "pPr": words.open_mark, W + "pStyle": words.paragraph_style,
            W + "numId": words.in_list, W + "ilvl": words.at_level, W + "r": words.open_run,
            W + "rStyle": words.run_style, W + "rFonts": words.font, W + "vanish": words.vanish, W + "caps": words.caps,
            W + "t": words.open_text, _MATH + "t": words.open_text, W + "tab": words.tab, W + "ptab": words.tab,
            W + "br": words.soft_break, W + "cr": words.soft_break, W + "noBreakHyphen": words.hyphen,
            W + "sym": words.sign, W + "fldChar": words.field, W + "txbxContent": self._open_box,
            W + "ins": self._come, W + "moveTo": self._come, W + "del": self._gone, W + "moveFrom": self._gone,
            _MC + "AlternateContent": self._open_choice, _MC + "Choice": self._version, _MC + "Fallback": self._version,
            W + "tbl": self._tables.open, W + "tr": self._tables.open_row, W + "tc": self._open_cell,
            W + "gridSpan": self._tables.span, W + "vMerge": self._tables.merge_down,
            W + "hMerge": self._tables.merge_left, W + "cellDel": self._tables.drop_cell,
            W + "gridBefore": self._tables.skip_before, W + "gridAfter": self._tables.skip_after,
        }  # fmt: skip
        self._ends: dict[str, Callable[[], None]] = {
            W + "p": words.close_paragraph, W + "pPr": words.close_mark,
            W + "t": words.close_text, _MATH + "t": words.close_text,
            W + "txbxContent": self._close_box, _MC + "AlternateContent": self._close_choice,
            W + "tbl": self._close_table, W + "tr": self._tables.close_row, W + "tc": self._close_cell,
        }  # fmt: skip

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
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


_CHANGED = "Tệp Word còn thay đổi đang theo dõi (Track Changes); văn bản được đọc như đã chấp nhận mọi thay đổi."
