"""Headers and footers: whether they show the number of the page, how, and whether anything else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from quyet.core.presentation.measured import Look, Margin, NumberField, Shown
from quyet.files.readers.docx_layout.looks import Looks
from quyet.files.readers.docx_layout.properties import LETTERS, PARAGRAPHS, Attributes, Said, W
from quyet.files.readers.errors import Unreadable
from quyet.files.readers.markup import parse
from quyet.files.readers.package import Package

Where = Literal["header", "footer"]

_VAL = W + "val"
_FRAMED: dict[str, Shown] = {"left": "left", "center": "center", "right": "right"}
_TABS = frozenset((W + "tab", W + "ptab"))
_BOXES = frozenset((W + "tbl", W + "txbxContent"))
_PICTURES = frozenset((W + "drawing", W + "pict", W + "object"))
_TEXTS = frozenset((W + "t", W + "instrText"))
_SKIPPED = frozenset(W + name for name in ("rPrChange", "pPrChange", "del", "delText", "moveFrom"))


def read_margin(package: Package, looks: Looks, part: str | None, where: Where) -> Margin:
    """A header or footer. One that cannot be read says nothing for certain: the words of the paper are not there."""
    unsure = Margin(where, part or "", None, empty=False, sure=False)
    if part is None or part not in package.names():
        return unsure
    walk = _Walk(looks, part, where)
    try:
        parse(package.read(part), walk.start, walk.end, walk.data)
    except Unreadable:
        return unsure
    return walk.finish()


@dataclass(slots=True)
class _Paragraph:
    place: int
    style: str | None = None
    shape: Said = field(default_factory=dict)
    moved: bool = False
    """Something else than its alignment decides where its letters stand."""
    framed: Shown | None = None


@dataclass(slots=True)
class _Field:
    """A field whose code or result is being read."""

    first_run: int
    code: str = ""
    shows: bool = False
    is_number: bool = False


class _Walk:
    """Goes through one part. Fields stand in fields; what only a field shows is no word of the part."""

    def __init__(self, looks: Looks, part: str, where: Where) -> None:
        self._looks, self._part, self._where = looks, part, where
        self._paragraphs = self._runs = -1
        self._paragraph = self._shown_in = _Paragraph(-1)
        self._said: Said = {}
        self._style: str | None = None
        self._in_paragraph_head = self._in_text = False
        self._skipped = self._boxes = 0
        self._fields: list[_Field] = []
        self._words: list[str] = []
        self._pictures = False
        self._sure = True
        self._look: Look | None = None
        self._number_runs: tuple[int, ...] = ()

    # --- elements ----------------------------------------------------------------------------------------------------

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == W + "r":
            self._runs += 1
            self._said, self._style = {}, None
        elif tag == W + "p":
            self._paragraphs += 1
            self._paragraph = _Paragraph(self._paragraphs, moved=self._boxes > 0)
        if self._skipped or tag in _SKIPPED:
            self._skipped += 1
        elif tag == W + "pPr":
            self._in_paragraph_head = True
        elif self._in_paragraph_head:
            self._paragraph_property(tag, attributes)
        else:
            self._content(tag, attributes)

    def _paragraph_property(self, tag: str, attributes: Attributes) -> None:
        if tag == W + "pStyle":
            self._paragraph.style = attributes.get(_VAL)
        elif tag == W + "framePr":
            self._paragraph.moved = True
            self._paragraph.framed = _FRAMED.get(attributes.get(W + "xAlign", ""))
        elif take := PARAGRAPHS.get(tag):
            take(attributes, self._paragraph.shape)

    def _content(self, tag: str, attributes: Attributes) -> None:
        if tag in _TEXTS:
            self._in_text = True
        elif tag in _TABS:
            self._paragraph.moved = True
        elif tag in _BOXES:
            self._boxes += 1
        elif tag in _PICTURES:
            self._pictures = True
        elif tag == W + "fldSimple":
            self._fields.append(_Field(self._runs + 1, attributes.get(W + "instr", ""), shows=True))
            self._understand(self._fields[-1])
        elif tag == W + "fldChar":
            self._field(attributes.get(W + "fldCharType", ""))
        elif tag == W + "rStyle":
            self._style = attributes.get(_VAL)
        elif take := LETTERS.get(tag):
            take(attributes, self._said)

    def end(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif tag == W + "pPr":
            self._in_paragraph_head = False
        elif tag in _TEXTS:
            self._in_text = False
        elif tag in _BOXES:
            self._boxes -= 1
        elif tag == W + "fldSimple":
            self._close_field()

    def data(self, text: str) -> None:
        if self._skipped or not self._in_text:
            return
        if not self._fields:
            self._words.append(text)
        elif not self._fields[-1].shows:
            self._fields[-1].code += text
        elif self._fields[-1].is_number:
            self._look = self._look_here()

    # --- fields ------------------------------------------------------------------------------------------------------

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field(self._runs))
        elif kind == "separate" and self._fields:
            self._fields[-1].shows = True
            self._understand(self._fields[-1])
        elif kind == "end" and self._fields:
            self._close_field()

    def _understand(self, field: _Field) -> None:
        """`PAGE`, `NUMPAGES`, `IF …`: what a condition shows nobody knows but the program."""
        name = field.code.split()[0].upper() if field.code.split() else ""
        self._sure &= name in ("PAGE", "NUMPAGES", "SECTIONPAGES", "")
        if name == "PAGE" and self._look is None:
            field.is_number = True
            self._look, self._shown_in = self._look_here(), self._paragraph

    def _close_field(self) -> None:
        field = self._fields.pop()
        if not field.shows:
            self._understand(field)
        if field.is_number:
            self._number_runs = tuple(range(field.first_run, self._runs + 1))

    def _look_here(self) -> Look:
        return self._looks.look(self._paragraph.style, self._style, None, self._said, ascii_only=True)

    def finish(self) -> Margin:
        """What the part comes to."""
        words = "".join(self._words).strip(" -–—/|\t\n\xa0")
        empty = not words and not self._pictures
        return Margin(self._where, self._part, self._number(empty), empty and self._sure, self._sure)

    def _number(self, alone: bool) -> NumberField | None:
        if self._look is None:
            return None
        shown = self._shown_in
        shape = self._looks.shape(shown.style, None, None, shown.shape)
        align = shown.framed if shown.moved else shape.align
        return NumberField(self._where, self._look, align, alone, self._part, shown.place, self._number_runs)
