"""The paragraphs of a Word document while it is walked: which of its letters show, and in which line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quyet.core.presentation.measured import Look as Shown
from quyet.files.readers.docx_layout.lines import MOST_RUNS, Dressed, Letters, Measures
from quyet.files.readers.docx_layout.looks import ListPlace, Looks
from quyet.files.readers.docx_layout.properties import Said, Take, W
from quyet.files.readers.docx_parts import VAL, Look, Styles, is_on, number_of
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
    place: int = 0
    """Which paragraph of the document it is, counted from 0."""
    table: str | None = None
    """The style of the table around it; None outside tables."""
    shape: Said = field(default_factory=dict)
    letters: list[Letters] = field(default_factory=list)


@dataclass(slots=True)
class _Place:
    """What paragraphs go into: the body, a cell, a text box."""

    blocks: list[Block]
    carried: list[str] = field(default_factory=list)
    """The words of paragraphs whose mark is gone, waiting for the next one."""
    letters: list[Letters] = field(default_factory=list)
    """The same with their looks."""


class Words:
    """Gathers words into paragraphs and paragraphs into places. Handlers take the attributes of their element."""

    def __init__(self, styles: Styles, numbering: Numbering, looks: Looks) -> None:
        self._styles = styles
        self._numbering = numbering
        self._looks = looks
        self._places = [_Place([])]
        self._paragraphs: list[_Paragraph] = []
        self._fields: list[bool] = []
        """For each field that is open: whether its result has begun."""
        self._look = Look()
        self._said: Said | None = {}
        """What the run says of its letters; None where it is none of Word's own (a formula)."""
        self._run_style: str | None = None
        self._run = 0
        self._measured = 0
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
        place.carried, place.letters = [], []

    def hang(self, blocks: Sequence[Block]) -> None:
        """The contents of a text box follow the paragraph that it hangs on."""
        (self._paragraphs[-1].boxes if self._paragraphs else self._places[-1].blocks).extend(blocks)

    # --- paragraphs --------------------------------------------------------------------------------------------------

    def open_paragraph(self, place: int, table: str | None) -> None:
        self._paragraphs.append(_Paragraph(place=place, table=table))
        self._look = Look()

    def close_paragraph(self) -> None:
        paragraph, place = self._paragraphs.pop(), self._places[-1]
        self._fields = [shown for shown in self._fields if shown]  # a code that nobody closed must not eat the rest
        place.carried += paragraph.pieces
        place.letters += paragraph.letters
        if not paragraph.mark_gone:
            number = self._list_place(paragraph)
            mark = self._numbering.count(number.list_id, number.level) if number else ""
            text = "".join(place.carried).strip("\n")
            text = f"{mark} {text.lstrip()}".rstrip() if mark else text
            place.blocks.append(self._dressed(text, paragraph, place.letters, number, mark))
            place.carried, place.letters = [], []
        place.blocks += paragraph.boxes

    def _list_place(self, paragraph: _Paragraph) -> ListPlace | None:
        style = self._styles.get(paragraph.style)
        number = style.list_id if paragraph.list_id is None else paragraph.list_id
        if number is None or number == "0":
            return None
        level = paragraph.level
        if level is None and paragraph.list_id is None:
            linked = self._numbering.level_of_style(number, paragraph.style or self._styles.default or "")
            level = style.level if linked is None else linked
        return ListPlace(number, level or 0, paragraph.list_id is None)

    def _dressed(
        self, text: str, paragraph: _Paragraph, letters: list[Letters], number: ListPlace | None, mark: str
    ) -> str:
        """The words of a paragraph with its measures, where it has words and not too much was measured already."""
        if not letters or self._measured > MOST_RUNS or self._looks.table(paragraph.table).parts_apart:
            return text
        shape = self._looks.shape(paragraph.style, paragraph.table, number, paragraph.shape)
        return Dressed(text, Measures(letters, shape, paragraph.place, paragraph.table is not None, mark))

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

    def stand(self, take: Take, attributes: dict[str, str]) -> None:
        """A property of the paragraph; its mark's own letters have none that is written alike."""
        if self.in_mark and self._paragraphs:
            take(attributes, self._paragraphs[-1].shape)

    # --- looks -------------------------------------------------------------------------------------------------------

    def open_run(self, place: int) -> None:
        self._look = Look()
        self._said, self._run_style, self._run = {}, None, place

    def open_formula(self, _: dict[str, str]) -> None:
        self._look = Look()
        self._said = None

    def dress(self, take: Take, attributes: dict[str, str]) -> None:
        """A property of the letters of the run."""
        if self._said is not None and not self.in_mark:
            take(attributes, self._said)

    def run_style(self, attributes: dict[str, str]) -> None:
        if not self.in_mark:
            self._run_style = attributes.get(VAL)
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
        if look.capitals:
            text = text.upper()
        paragraph.pieces.append(text)
        self._measured += 1
        if self._measured <= MOST_RUNS:
            paragraph.letters.append((text, self._shown(paragraph, text.isascii()), self._run))

    def _shown(self, paragraph: _Paragraph, ascii_only: bool) -> Shown | None:
        if self._said is None:
            return None
        return self._looks.look(paragraph.style, self._run_style, paragraph.table, self._said, ascii_only=ascii_only)

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
