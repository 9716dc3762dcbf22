"""What a .docx says outside its text: paragraph and character styles, and the definitions of its lists."""

from __future__ import annotations

from dataclasses import dataclass, field

from quyet.files.readers.docx_layout.properties import INDENT, LETTERS, PARAGRAPHS, Said, W
from quyet.files.readers.markup import parse
from quyet.files.readers.numbering import AbstractList, Level, ListInstance, Numbering
from quyet.files.readers.package import Package

VAL = W + "val"


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a switch such as `<w:vanish/>` is on: it is, unless it says otherwise."""
    return attributes.get(VAL, "1") not in ("0", "false", "off", "none")


def number_of(attributes: dict[str, str], otherwise: int = 0) -> int:
    """The whole number in `w:val`."""
    try:
        return int(attributes.get(VAL, ""))
    except ValueError:
        return otherwise


@dataclass(slots=True)
class Look:
    """What of the look of letters decides which letters are read: whether they show at all, whether as capitals, and
    the font of letters beyond ASCII, which may be one of the old fonts with a table of its own. None: not said."""

    hidden: bool | None = None
    capitals: bool | None = None
    font: str | None = None

    def over(self, below: Look) -> Look:
        """This look where it says something, else the one below."""
        return Look(
            below.hidden if self.hidden is None else self.hidden,
            below.capitals if self.capitals is None else self.capitals,
            self.font or below.font,
        )


@dataclass(slots=True)
class Style:
    """A paragraph, character, numbering or table style; what it does not say it takes from `base`."""

    base: str | None = None
    look: Look = field(default_factory=Look)
    list_id: str | None = None
    level: int | None = None
    letters: Said = field(default_factory=dict)
    shape: Said = field(default_factory=dict)
    beyond_list: Said = field(default_factory=dict)
    """The indents of the style that names the list and of those above it: they go before those of the list."""
    parts_apart: bool = False
    """A table style that dresses rows or columns in letters of their own."""


@dataclass(slots=True)
class Styles:
    """The styles of a document, each with all that it inherits."""

    by_name: dict[str, Style] = field(default_factory=dict)
    default: str | None = None
    """The style of paragraphs that name none."""
    defaults: Style = field(default_factory=Style)
    """What holds before any style speaks (`w:docDefaults`)."""
    tables: dict[str, bytes] = field(default_factory=dict)
    """The styles of tables as they are written: of a hundred one is used, so they are parsed when it is."""

    def get(self, name: str | None) -> Style:
        return self.by_name.get(name or self.default or "", _NO_STYLE)


_NO_STYLE = Style()


def read_styles(package: Package, part: str | None) -> Styles:
    """The styles of a document; none where it has no such part."""
    if part is None or part not in package.names():
        return Styles()
    handler = StylesHandler()
    rest, tables = _without_table_styles(package.read(part))
    parse(rest, handler.start, handler.end)
    return Styles(inherit(handler.found), handler.default, handler.defaults, tables)


def _without_table_styles(data: bytearray) -> tuple[bytes, dict[str, bytes]]:
    """Styles of tables say nothing about text, and are nine tenths of the part as Word writes it: cut, not parsed."""
    kept: list[bytes | bytearray] = []
    tables: dict[str, bytes] = {}
    *styles, rest = data.split(_STYLE_END)
    for style in styles:
        begin = style.rfind(b"<w:style ")
        head = style[begin : style.find(b">", begin)] if begin >= 0 else b""
        if b'w:type="table"' in head:
            kept.append(style[:begin])
            tables[_attribute(head, b'w:styleId="')] = bytes(style[begin:]) + _STYLE_END
        else:
            kept.append(style + _STYLE_END)
    return b"".join(kept) + rest, tables


def _attribute(head: bytes | bytearray, name: bytes) -> str:
    return bytes(head.partition(name)[2].partition(b'"')[0]).decode("utf-8", "replace")


_STYLE_END = b"</w:style>"


def inherit(styles: dict[str, Style]) -> dict[str, Style]:
    """The styles, each with all that those say on which it is based."""
    whole: dict[str, Style] = {}
    for name in styles:
        chain: list[str] = []
        at: str | None = name
        while at in styles and at not in whole:
            whole[at] = _NO_STYLE  # at once, so that a style that is based on itself ends the chain
            chain.append(at)
            at = styles[at].base
        for each in reversed(chain):
            whole[each] = _over(styles[each], whole.get(styles[each].base or "", _NO_STYLE))
    return whole


def _over(upper: Style, below: Style) -> Style:
    names_list = upper.list_id is not None
    return Style(
        base=upper.base,
        look=upper.look.over(below.look),
        list_id=upper.list_id if names_list else below.list_id,
        level=upper.level if names_list or upper.level is not None else below.level,
        letters=below.letters | upper.letters,
        shape=below.shape | upper.shape,
        beyond_list=({} if names_list else below.beyond_list) | {k: upper.shape[k] for k in INDENT if k in upper.shape},
        parts_apart=upper.parts_apart or below.parts_apart,
    )


class StylesHandler:
    """Takes from styles.xml what changes the text or its look."""

    def __init__(self, *, tables: bool = False) -> None:
        self.found: dict[str, Style] = {}
        self.default: str | None = None
        self.defaults = Style()
        self._tables = tables
        self._style: Style | None = None
        self._in_part = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == _STYLE:
            self._open(attributes)
        elif tag == _DEFAULTS:
            self._style = self.defaults
        elif self._style is None:
            return
        elif tag == _TABLE_PART or self._in_part:
            self._in_part = True
            self._style.parts_apart |= tag in LETTERS
        else:
            if tag == _BASED_ON:
                self._style.base = attributes.get(VAL)
            elif tag == _NUM_ID:
                self._style.list_id = attributes.get(VAL)
            elif tag == _ILVL:
                self._style.level = number_of(attributes)
            elif tag == _VANISH:
                self._style.look.hidden = is_on(attributes)
            elif tag == _CAPS:
                self._style.look.capitals = is_on(attributes)
            elif tag == _FONTS:
                self._style.look.font = attributes.get(W + "hAnsi")
            if take := LETTERS.get(tag):
                take(attributes, self._style.letters)
            elif take := PARAGRAPHS.get(tag):
                take(attributes, self._style.shape)

    def end(self, tag: str) -> None:
        if tag in (_STYLE, _DEFAULTS):
            self._style = None
        elif tag == _TABLE_PART:
            self._in_part = False

    def _open(self, attributes: dict[str, str]) -> None:
        kind, name = attributes.get(W + "type", "paragraph"), attributes.get(W + "styleId", "")
        if kind == "table" and not self._tables:
            return
        self._style = self.found[name] = Style()
        if kind == "paragraph" and attributes.get(W + "default", "0") in ("1", "true", "on"):
            self.default = name


_STYLE, _BASED_ON, _NUM_ID, _ILVL = W + "style", W + "basedOn", W + "numId", W + "ilvl"
_VANISH, _CAPS, _FONTS = W + "vanish", W + "caps", W + "rFonts"
_DEFAULTS, _TABLE_PART = W + "docDefaults", W + "tblStylePr"


def read_numbering(package: Package, part: str | None, styles: Styles) -> Numbering:
    """The lists of a document; none where it has no such part."""
    handler = _NumberingHandler()
    if part is not None and part in package.names():
        parse(package.read(part), handler.start, handler.end)
    borrowed = {name: style.list_id for name, style in styles.by_name.items() if style.list_id is not None}
    return Numbering(handler.abstracts, handler.instances, borrowed)


class _NumberingHandler:
    """Takes numbering.xml apart."""

    def __init__(self) -> None:
        self.abstracts: dict[str, AbstractList] = {}
        self.instances: dict[str, ListInstance] = {}
        self._abstract: AbstractList | None = None
        self._instance: ListInstance | None = None
        self._override = 0
        self._level: Level | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.removeprefix(W)
        if self._level is not None:
            _fill(self._level, name, attributes)
        elif name == "abstractNum":
            self._abstract = self.abstracts[attributes.get(W + "abstractNumId", "")] = AbstractList()
        elif name == "num":
            self._instance = self.instances[attributes.get(W + "numId", "")] = ListInstance()
        elif name == "lvl":
            self._open_level(attributes)
        elif name == "numStyleLink" and self._abstract is not None:
            self._abstract.borrowed_from = attributes.get(VAL)
        elif self._instance is not None:
            self._fill_instance(name, attributes)

    def end(self, tag: str) -> None:
        name = tag.removeprefix(W)
        if name == "lvl":
            self._level = None
        elif name == "abstractNum":
            self._abstract = None
        elif name == "num":
            self._instance = None

    def _open_level(self, attributes: dict[str, str]) -> None:
        self._level = Level()
        try:
            index = int(attributes.get(W + "ilvl", "0"))
        except ValueError:
            return
        if self._instance is not None:
            self._instance.levels[index] = self._level
        elif self._abstract is not None:
            self._abstract.levels[index] = self._level

    def _fill_instance(self, name: str, attributes: dict[str, str]) -> None:
        assert self._instance is not None
        if name == "abstractNumId":
            self._instance.abstract = attributes.get(VAL, "")
        elif name == "lvlOverride":
            self._override = int(attributes.get(W + "ilvl", "0")) if attributes.get(W + "ilvl", "").isdigit() else 0
        elif name == "startOverride":
            self._instance.starts[self._override] = number_of(attributes)


def _fill(level: Level, name: str, attributes: dict[str, str]) -> None:
    if name == "start":
        level.start = number_of(attributes, 1)
    elif name == "numFmt":
        level.format = attributes.get(VAL, "decimal")
    elif name == "lvlText":
        level.text = attributes.get(VAL, "")
    elif name == "lvlRestart":
        level.restart = number_of(attributes)
    elif name == "pStyle":
        level.style = attributes.get(VAL)
    elif name == "isLgl":
        level.legal = is_on(attributes)
    elif name == "vanish":
        level.hidden = is_on(attributes)
    elif name == "rFonts":
        level.font = attributes.get(W + "ascii", attributes.get(W + "hAnsi", ""))
    elif name == "ind":
        PARAGRAPHS[W + name](attributes, level.indent)
