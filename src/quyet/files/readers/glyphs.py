"""Signs of the pictorial fonts (Symbol, Wingdings) as Unicode.

Word stores such a sign as a code that only its font can draw, often moved into the private area of Unicode (U+F0B7).
"""

from __future__ import annotations

_SYMBOL = {
    0x2D: "-", 0xA3: "≤", 0xA5: "∞", 0xA8: "♦", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD7: "·", 0xDE: "⇒",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•",
    0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDC: "➲", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
}  # fmt: skip
_UNKNOWN = "•"
"""A sign that is not in the tables: Word draws something here, most often in front of an item."""


def glyph(letter: str, font: str) -> str:
    """The sign that a letter of a pictorial font draws; any other letter is itself."""
    code = ord(letter)
    private = 0xF000 <= code <= 0xF0FF
    if font.startswith("Wingdings"):
        return _WINGDINGS.get(code & 0xFF, _UNKNOWN if private else letter)
    if font == "Symbol" or private:
        return _SYMBOL.get(code & 0xFF) or (_private(code) if private else letter)
    return letter


def _private(code: int) -> str:
    """In the private area without a table of its own: Latin letters and digits keep their places there."""
    low = code & 0xFF
    return chr(low) if chr(low).isascii() and chr(low).isalnum() else _WINGDINGS.get(low, _UNKNOWN)
