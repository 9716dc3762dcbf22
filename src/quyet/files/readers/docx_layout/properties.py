"""What a place in a .docx says of letters and paragraphs, as it says it: taken down in short keys, and read as lengths.

Styles, lists and the text itself speak of looks in the same elements. Each is taken down into a dictionary, and one
dictionary over another is what the upper one says where it says something.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from quyet.files.readers.markup import SEPARATOR
from quyet.files.readers.package import WORD

Said = dict[str, str]
"""`sz` → `26`, `b` → `1`, `ascii` → `Times New Roman` or `+minorHAnsi` (a font of the theme), `left` → `720` …"""

Attributes = dict[str, str]
Take = Callable[[Attributes, Said], None]

W = WORD + SEPARATOR
_VAL = W + "val"


def _value(key: str) -> Take:
    attribute, name = _VAL, key

    def take(attributes: Attributes, said: Said) -> None:
        if attribute in attributes:
            said[name] = attributes[attribute]

    return take


def _switch(key: str) -> Take:
    def take(attributes: Attributes, said: Said) -> None:
        said[key] = "0" if attributes.get(_VAL, "1") in ("0", "false", "off", "none") else "1"

    return take


def _fonts(attributes: Attributes, said: Said) -> None:
    """A font of the theme goes before a font that is named beside it."""
    for slot in ("ascii", "hAnsi"):
        theme, name = attributes.get(f"{W}{slot}Theme"), attributes.get(W + slot)
        if theme or name:
            said[slot] = f"+{theme}" if theme else name or ""


def _indent(attributes: Attributes, said: Said) -> None:
    """`hanging` is a first line that stands out to the left; it goes before `firstLine`."""
    for key, names in (("left", ("start", "left")), ("first", ("firstLine",))):
        for name in names:
            if (value := attributes.get(W + name)) is not None:
                said[key] = value
    if (out := attributes.get(W + "hanging")) is not None:
        said["first"] = "-" + out


_SPACING = ("before", "after", "line", "lineRule", "beforeLines", "afterLines", "beforeAutospacing", "afterAutospacing")


def _spacing(attributes: Attributes, said: Said) -> None:
    """The spacing of letters has the same name, but only a `val`."""
    for name in _SPACING:
        if (value := attributes.get(W + name)) is not None:
            said[name] = value


LETTERS: dict[str, Take] = {
    W + "rFonts": _fonts,
    W + "sz": _value("sz"),
    W + "b": _switch("b"),
    W + "i": _switch("i"),
    W + "caps": _switch("caps"),
    W + "color": _value("color"),
}
"""What changes how letters look."""

PARAGRAPHS: dict[str, Take] = {
    W + "jc": _value("jc"),
    W + "ind": _indent,
    W + "spacing": _spacing,
    W + "contextualSpacing": _switch("contextual"),
}
"""What changes how a paragraph stands."""

INDENT = ("left", "first")
"""Where a list has its own say about its paragraphs."""

TOGGLES = ("b", "i", "caps")
"""Styles of different kinds that both switch one of these on switch it off again."""


# --- lengths ---------------------------------------------------------------------------------------------------------

_UNITS = {"mm": Decimal(1440) / Decimal("25.4"), "cm": Decimal(14400) / Decimal("25.4"), "in": Decimal(1440),
          "pt": Decimal(20), "pc": Decimal(240), "pi": Decimal(240)}  # fmt: skip
_MOST = 10**6


def whole(written: str | None) -> Decimal | None:
    """A number; None where it is none, or beyond what any page holds."""
    try:
        value = Decimal(written or "")
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < _MOST else None


def twips(written: str | None) -> Decimal | None:
    """A length in twentieths of a point; younger files may also write `2.5cm`."""
    if written and (unit := _UNITS.get(written[-2:])):
        value = whole(written[:-2])
        return None if value is None else value * unit
    return whole(written)


def points(written: str | None) -> Decimal | None:
    """The same in points."""
    length = twips(written)
    return None if length is None else length / 20


def millimetres(length: Decimal) -> Decimal:
    """Twentieths of a point in mm, to a hundredth: 1701 → 30.00."""
    return (length * Decimal("25.4") / 1440).quantize(Decimal("0.01"))


def half_points(written: str | None) -> Decimal | None:
    """The size of letters in points: `26` → 13."""
    if written and written[-2:] in _UNITS:
        return points(written)
    value = whole(written)
    return None if value is None else value / 2
