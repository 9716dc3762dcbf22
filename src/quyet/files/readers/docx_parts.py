"""What a .docx says outside its text: paragraph and character styles, and the definitions of its lists."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from quyet.files.readers.markup import SEPARATOR, parse
from quyet.files.readers.numbering import AbstractList, Level, ListInstance, Numbering
from quyet.files.readers.package import WORD, Package

W = WORD + SEPARATOR
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
    """A paragraph, character or numbering style; what it does not say it takes from `base`."""

    base: str | None = None
    look: Look = field(default_factory=Look)
    list_id: str | None = None
    level: int | None = None


@dataclass(slots=True)
class Styles:
    """The styles of a document, each with all that it inherits."""

    by_name: dict[str, Style] = field(default_factory=dict)
    default: str | None = None
    """The style of paragraphs that name none."""

    def get(self, name: str | None) -> Style:
        return self.by_name.get(name or self.default or "", _NO_STYLE)


_NO_STYLE = Style()


def read_styles(package: Package, part: str | None) -> Styles:
    """The styles of a document; none where it has no such part."""
    if part is None or part not in package.names():
        return Styles()
    handler = _StylesHandler()
    parse(_without_table_styles(package.read(part)), handler.start, handler.end)
    return Styles({name: _inherit(name, handler.found) for name in handler.found}, handler.default)


def _without_table_styles(data: bytearray) -> bytes:
    """Styles of tables say nothing about text, and are nine tenths of the part as Word writes it: cut, not parsed."""
    kept: list[bytes | bytearray] = []
    *styles, rest = data.split(_STYLE_END)
    for style in styles:
        begin = style.rfind(b"<w:style ")
        is_table = begin >= 0 and b'w:type="table"' in style[begin : style.find(b">", begin)]
        kept.append(style[:begin] if is_table else style + _STYLE_END)
    return b"".join(kept) + rest


_STYLE_END = b"</w:style>"


def _inherit(name: str, styles: dict[str, Style]) -> Style:
    style = replace(styles[name])
    seen, base = {name}, style.base
    while base is not None and base in styles and base not in seen:
        seen.add(base)
        below = styles[base]
        style.look = style.look.over(below.look)
        if style.list_id is None:
            style.list_id, style.level = below.list_id, below.level if style.level is None else style.level
        base = below.base
    return style


class _StylesHandler:
    """Takes from styles.xml the few things that change the text."""

    def __init__(self) -> None:
        self.found: dict[str, Style] = {}
        self.default: str | None = None
        self._style: Style | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == _STYLE:
            self._open(attributes)
        elif self._style is not None:
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

    def end(self, tag: str) -> None:
        if tag == _STYLE:
            self._style = None

    def _open(self, attributes: dict[str, str]) -> None:
        kind, name = attributes.get(W + "type", "paragraph"), attributes.get(W + "styleId", "")
        if kind == "table":
            return
        self._style = self.found[name] = Style()
        if kind == "paragraph" and attributes.get(W + "default", "0") in ("1", "true", "on"):
            self.default = name


_STYLE, _BASED_ON, _NUM_ID, _ILVL = W + "style", W + "basedOn", W + "numId", W + "ilvl"
_VANISH, _CAPS, _FONTS = W + "vanish", W + "caps", W + "rFonts"


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
