"""The paragraphs of a Word document while it is walked: which of its letters show, and in which line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quyet.files.readers.docx_parts import VAL, Look, Styles, W, is_on, number_of
from quyet.files.readers.fonts import from_font
from quyet.files.readers.glyphs import glyph
from quyet.files.readers.limits import TEXT_BYTES
from quyet.files.readers.markup import SEPARATOR
from quyet.files.readers.numbering import Numbering
from quyet.files.readers.sheet import Block

_SPACE = "http://www.w3.org/XML/1998/namespace" + SEPARATOR + "space"


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is read."""

    pieces: list[str] = field(default_factory=list)
    style: str | None = None
    list_id: str | None = None
    level: int | None = None
    mark_gone: bool = False
    """Its mark is deleted or hidden: the next paragraph goes on in the same line."""
    boxes: list[Block] = field(default_factory=list)
    """The text boxes that hang on it; they follow it."""


@dataclass(slots=True)
class _Place:
    """What paragraphs go into: the body, a cell, a text box."""

    blocks: list[Block]
    carried: list[str] = field(default_factory=list)
    """The words of paragraphs whose mark is gone, waiting for the next one."""


class Words:
    """Gathers words into paragraphs and paragraphs into places. Handlers take the attributes of their element."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._places = [_Place([])]
        self._paragraphs: list[_Paragraph] = []
        self._fields: list[bool] = []
        """For each field that is open: whether its result has begun."""
        self._look = Look()
        self._text: list[str] | None = None
        self._keeps_space = True
        self._length = 0
        self.in_mark = False
        """Inside the properties of a paragraph, where the looks are those of its mark."""
        self.old_fonts: set[str] = set()
        """The old encodings that fonts have shown."""

    # --- places ------------------------------------------------------------------------------------------------------

    def open_place(self, blocks: list[Block] | None) -> None:
        """Paragraphs go to `blocks` from here on; None: on to where they went."""
        self._places.append(_Place(self._places[-1].blocks if blocks is None else blocks))

    def close_place(self) -> list[Block]:
        """What the innermost place holds; words that waited for a paragraph to join make one."""
        self._settle_carried()
        return self._places.pop().blocks

    def put(self, blocks: Sequence[Block]) -> None:
        """A table, ready."""
        self._settle_carried()
        self._places[-1].blocks.extend(blocks)

    def _settle_carried(self) -> None:
        place = self._places[-1]
        if text := "".join(place.carried).strip("\n"):
            place.blocks.append(text)
        place.carried = []

    def hang(self, blocks: Sequence[Block]) -> None:
        """The contents of a text box follow the paragraph that it hangs on."""
        (self._paragraphs[-1].boxes if self._paragraphs else self._places[-1].blocks).extend(blocks)

    # --- paragraphs --------------------------------------------------------------------------------------------------

    def open_paragraph(self, _: dict[str, str]) -> None:
        self._paragraphs.append(_Paragraph())
        self._look = Look()

    def close_paragraph(self) -> None:
        paragraph, place = self._paragraphs.pop(), self._places[-1]
        self._fields = [shown for shown in self._fields if shown]  # a code that nobody closed must not eat the rest
        place.carried += paragraph.pieces
        if not paragraph.mark_gone:
            mark = self._number(paragraph)
            text = "".join(place.carried).strip("\n")
            place.blocks.append(f"{mark} {text.lstrip()}".rstrip() if mark else text)
            place.carried = []
        place.blocks += paragraph.boxes

    def _number(self, paragraph: _Paragraph) -> str:
        style = self._styles.get(paragraph.style)
        number = style.list_id if paragraph.list_id is None else paragraph.list_id
        if number is None or number == "0":
            return ""
        level = paragraph.level
        if level is None and paragraph.list_id is None:
            linked = self._numbering.level_of_style(number, paragraph.style or self._styles.default or "")
            level = style.level if linked is None else linked
        return self._numbering.count(number, level or 0)

    def open_mark(self, _: dict[str, str]) -> None:
        self.in_mark = True

    def close_mark(self) -> None:
        self.in_mark = False

    def drop_mark(self) -> None:
        if self._paragraphs:
            self._paragraphs[-1].mark_gone = True

    def paragraph_style(self, attributes: dict[str, str]) -> None:
        if self._paragraphs:
            self._paragraphs[-1].style = attributes.get(VAL)

    def in_list(self, attributes: dict[str, str]) -> None:
        if self._paragraphs:
            self._paragraphs[-1].list_id = attributes.get(VAL)

    def at_level(self, attributes: dict[str, str]) -> None:
        if self._paragraphs:
            self._paragraphs[-1].level = number_of(attributes)

    # --- looks -------------------------------------------------------------------------------------------------------

    def open_run(self, _: dict[str, str]) -> None:
        self._look = Look()

    def run_style(self, attributes: dict[str, str]) -> None:
        if not self.in_mark:
            self._look = self._look.over(self._styles.get(attributes.get(VAL)).look)

    def font(self, attributes: dict[str, str]) -> None:
        if not self.in_mark:
            self._look.font = attributes.get(W + "hAnsi") or self._look.font

    def caps(self, attributes: dict[str, str]) -> None:
        if not self.in_mark:
            self._look.capitals = is_on(attributes)

    def vanish(self, attributes: dict[str, str]) -> None:
        if not self.in_mark:
            self._look.hidden = is_on(attributes)
        elif is_on(attributes):
            self.drop_mark()

    # --- letters -----------------------------------------------------------------------------------------------------

    def open_text(self, attributes: dict[str, str]) -> None:
        self._text = []
        self._keeps_space = attributes.get(_SPACE) == "preserve"

    def data(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)
            self._length += len(text)
            TEXT_BYTES.hold(self._length)

    def close_text(self) -> None:
        text = "".join(self._text or ()).replace("\n", " ")
        self._text = None
        self._say(text if self._keeps_space else text.strip(" \t\r"))

    def _say(self, text: str) -> None:
        """Letters, if they show, as they show."""
        if not self._paragraphs or not all(self._fields):
            return
        paragraph = self._paragraphs[-1]
        look = self._look.over(self._styles.get(paragraph.style).look)
        if look.hidden:
            return
        if look.font and not text.isascii():
            text, code = from_font(text, look.font)
            self.old_fonts |= {code} - {""}
        paragraph.pieces.append(text.upper() if look.capitals else text)

    def tab(self, _: dict[str, str]) -> None:
        if not self.in_mark:  # there it is a tab stop, not a tab
            self._say("\t")

    def soft_break(self, _: dict[str, str]) -> None:
        self._say("\n")

    def hyphen(self, _: dict[str, str]) -> None:
        self._say("-")

    def sign(self, attributes: dict[str, str]) -> None:
        """A sign of a pictorial font, named by its code."""
        try:
            letter = chr(int(attributes.get(W + "char", ""), 16))
        except (ValueError, OverflowError):
            return
        self._say(glyph(letter, attributes.get(W + "font", "")))

    def field(self, attributes: dict[str, str]) -> None:
        """A field code begins, its result begins, or it ends: only the result is text."""
        kind = attributes.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()
