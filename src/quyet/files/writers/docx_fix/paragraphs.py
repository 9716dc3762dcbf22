"""Paragraphs: what they say themselves goes before every style, list and table."""

from __future__ import annotations

from decimal import Decimal

from quyet.core.checks.looks.deviation import Deviation
from quyet.files.writers.docx_fix.xml import PARAGRAPH, Element, Names

_ALIGN = {"center": "center", "justify": "both", "left": "left"}
_ROOM_FOR_NUMBER = 360
"""Twentieths of a point between the first letter of a number and the words behind its tab."""


def mend_paragraph(names: Names, paragraph: Element, deviation: Deviation) -> bool:
    """Say in the paragraph itself how it stands."""
    about, write = names.head(paragraph, "pPr"), deviation.write
    if deviation.what == "align" and isinstance(write, str):
        names.put(names.child(about, "jc", PARAGRAPH), {"val": _ALIGN[write]})
        if write == "center" and deviation.line and deviation.line.shape.start:
            _indent(names, about, 0)  # the middle between the margins, not between an indent and a margin
    elif deviation.what == "indent" and isinstance(write, Decimal):
        _indent(names, about, twips(write))
        if deviation.line and deviation.line.shape.listed:
            _stop_behind_number(names, about, twips(write) + _ROOM_FOR_NUMBER)
    elif deviation.what == "gap" and isinstance(write, Decimal):
        spacing = {"before": str(int(write * 20)), "beforeLines": None, "beforeAutospacing": None}
        names.put(names.child(about, "spacing", PARAGRAPH), spacing)
        names.switch(about, "contextualSpacing", PARAGRAPH, on=False)
    elif deviation.what == "line" and isinstance(write, Decimal):
        spacing = {"line": str(int(write * 240)), "lineRule": "auto"}
        names.put(names.child(about, "spacing", PARAGRAPH), spacing)
    else:
        return False
    return True


def _indent(names: Names, about: Element, first: int) -> None:
    others = ("hanging", "start", "leftChars", "startChars", "firstLineChars", "hangingChars")
    values = dict.fromkeys(others) | {"left": "0", "firstLine": str(first)}
    names.put(names.child(about, "ind", PARAGRAPH), values)


def _stop_behind_number(names: Names, about: Element, position: int) -> None:
    """The words of a numbered paragraph follow its number, and not at the next stop of the page."""
    stops = names.child(about, "tabs", PARAGRAPH)
    for stop in list(stops):
        stops.remove(stop)
    stop = stops.makeelement(names("tab"))
    names.put(stop, {"val": "left", "pos": str(position)})
    stops.append(stop)


def twips(millimetres: Decimal) -> int:
    """Twentieths of a point: 12.7 mm → 720."""
    return round(millimetres * 1440 / Decimal("25.4"))
