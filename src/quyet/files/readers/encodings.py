"""The encodings of Vietnamese before Unicode: TCVN3 (the fonts .VnTime …) and VNI (VNI-Times …).

Both use the letters of Latin-1 for other letters, so that bytes as well as Unicode text that came through Word may be
written in them: `§iÒu` and `Ñieàu` are both `Điều`. Which one it is shows only in the words: the right table makes
Vietnamese syllables of them, the wrong one does not. The tables here work on Latin-1 text, not on bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from unicodedata import normalize

# --- the tables ------------------------------------------------------------------------------------------------------

_TCVN3_ROWS = (
    "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ",  # A0
    "\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ",  # B0
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ",  # C0
    "éẹềểễếệìỉỄẾỒĩíịò",  # D0
    "Ổỏõóọồổỗốộờởỡớợù",  # E0
    "ỖủũúụừửữứựỳỷỹýỵỐ",  # F0
)
TCVN3 = {0xA0 + place: letter for place, letter in enumerate("".join(_TCVN3_ROWS))}
"""Each character of the Latin-1 text to the letter that it shows in a .VnTime font (TCVN 5712:1993)."""

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_MARKED_TONES = ("", _GRAVE, _ACUTE, _TILDE, _HOOK, _DOT)
_VNI_MARKS = {
    "aeouyôö": {"ø": _GRAVE, "ù": _ACUTE, "õ": _TILDE, "û": _HOOK, "ï": _DOT},
    "aeo": {mark: _CIRCUMFLEX + tone for mark, tone in zip("âàáãåä", _MARKED_TONES, strict=True)},
    "a": {mark: _BREVE + tone for mark, tone in zip("êèéüúë", _MARKED_TONES, strict=True)},
}
"""Which mark may follow which letters, and what it puts on them."""
_VNI_ALONE = {"ñ": "đ", "ô": "o" + _HORN, "ö": "u" + _HORN, "ì": "ì", "í": "í", "ó": "ĩ", "æ": "ỉ", "ò": "ị", "î": "ỵ"}


def _vni_table() -> dict[str, str]:
    """Every letter of VNI, of one or two characters, small, capital, and a capital with a small mark."""
    small = dict(_VNI_ALONE)
    for letters, marks in _VNI_MARKS.items():
        for letter in letters:
            small |= {letter + mark: _VNI_ALONE.get(letter, letter) + said for mark, said in marks.items()}
    table = {written: normalize("NFC", letter) for written, letter in small.items()}
    for written, letter in list(table.items()):
        table[written.upper()] = table[written[0].upper() + written[1:]] = letter.upper()
    return table


VNI = _vni_table()
"""What VNI writes, one or two characters of Latin-1 text, to the letter that it means."""

_VNI_LETTER = re.compile("|".join(sorted(VNI, key=len, reverse=True)))


_UNUSED = b"\x81\x8d\x8f\x90\x9d"
_WINDOWS = {byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in _UNUSED}


def from_windows(data: bytes) -> str:
    """Bytes of one letter each, as Windows shows them; the five that it does not use stay control characters."""
    return data.decode("latin-1").translate(_WINDOWS)


def from_tcvn3(latin: str) -> str:
    """Latin-1 text as a .VnTime font shows it. Capitals with marks, which the font .VnTimeH drew, come back."""
    return normalize("NFC", _NO_SMALL_ASCII.sub(_capitals, latin.translate(TCVN3)))


def from_vni(latin: str) -> str:
    """Latin-1 text as a VNI font shows it: the longest match first, so that `ôù` is `ớ` and not `ơù`."""
    return _VNI_LETTER.sub(lambda found: VNI[found[0]], latin)


_NO_SMALL_ASCII = re.compile(r"(?<!\w)[^a-z\n:/]+(?!\w)")


def _capitals(found: re.Match[str]) -> str:
    """`QUYÕT §ÞNH` was set in .VnTimeH, where small letters look like capitals: one such word tells for its run, and so
    does a syllable in capitals like the second one of `Së C¤NG TH¦¥NG`."""
    run = found[0]
    return run.upper() if any(_half_capital(word) or _capital_syllable(word) for word in run.split()) else run


_SET_IN_CAPITALS = re.compile("[À-ỹ][A-Z]|[A-Z].*[A-Z]")


def _half_capital(word: str) -> bool:
    return any(letter.islower() for letter in word) and bool(_SET_IN_CAPITALS.search(word))


def _capital_syllable(word: str) -> bool:
    """CÔNG; no abbreviation (UBND, QĐ, ĐA), which stands in capitals in any font."""
    letters = re.sub(r"[\W\d_]", "", word)
    whole = len(letters) > len("QĐ") and letters.isupper() and not letters.isascii()
    return whole and bool(_SYLLABLE.fullmatch(_without_tone(letters)))


# --- which one it is -------------------------------------------------------------------------------------------------


_WAYS: dict[str, Callable[[str], str]] = {"": str, "tcvn3": from_tcvn3, "vni": from_vni}

_SURE = 0.9
_LIKELY = 0.5
_ENOUGH = 3
"""How many words with marks a text must have before they prove anything."""
_SAMPLE = 100_000
"""So many characters from the start are enough to know an encoding."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest way to read Latin-1 text; the code `""` is: as it stands."""

    code: str
    certain: bool

    def read(self, latin: str) -> str:
        """The text read in this way."""
        return _WAYS[self.code](latin)


def recognise(latin: str) -> Guess:
    """What the text is written in, by the share of its marked words that are then Vietnamese syllables."""
    shares = {code: _share(_marked_words(way(latin[:_SAMPLE]))) for code, way in _WAYS.items()}
    code, (share, words) = max(shares.items(), key=lambda item: item[1][0])
    if share < _LIKELY:
        return Guess("", certain=False)
    return Guess(code, certain=share >= _SURE and words >= _ENOUGH)


def _share(words: list[str]) -> tuple[float, int]:
    """How many of the words are Vietnamese, 0 to 1, and how many words there are."""
    good = sum(1 for word in words if _SYLLABLE.fullmatch(_without_tone(word)))
    return (good / len(words) if words else 0.0), len(words)


_ASCII_AROUND = re.compile(r"[\s!-/:-@\[-`{-~“”‘’–—…]+")


def _marked_words(text: str) -> list[str]:
    """The words that hold more than ASCII: only they tell."""
    return [word for word in _ASCII_AROUND.split(text) if not word.isascii()]


_TONES = re.compile(f"[{_GRAVE}{_ACUTE}{_TILDE}{_HOOK}{_DOT}]")


def _without_tone(word: str) -> str:
    """The small letters without the tone; a word with two tones keeps them and so is no syllable."""
    bare, tones = _TONES.subn("", normalize("NFD", word.lower()))
    return normalize("NFC", bare) if tones <= 1 else word


_SYLLABLE = re.compile(
    "(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|q|r|s|th?|tr|v|x)?"
    "(?:"
    "a(?:ch?|i|m|ng?|nh|o|p|t|u|y)?|ă(?:c|m|ng?|p|t)|â(?:c|m|ng?|p|t|u|y)|"
    "e(?:c|m|ng?|o|p|t)?|ê(?:ch|m|n|nh|p|t|u)?|"
    "i(?:a|ch|m|nh?|p|t|u)?|[iy]ê(?:c|m|ng?|p|t|u)|"
    "o(?:c|i|m|ng?|p|t)?|oo(?:c|ng)|ô(?:c|i|m|ng?|p|t)?|ơ(?:i|m|n|p|t)?|"
    "oa(?:ch?|i|m|ng?|nh|o|p|t|y)?|oă(?:c|m|ng?|t)|oe(?:n|o|t)?|"
    "u(?:c|i|m|ng?|p|t)?|ua(?:ng?|i|y|o|ch|nh|t|c|u)?|uă(?:c|m|ng?|p|t)|uâ(?:ng?|t|y)|ue(?:n|o|t)?|uê(?:ch|nh?)?|"
    "uô(?:c|i|m|ng?|t)|uơ|uy(?:a|ch|nh?|p|t|u)?|uyê(?:n|t)|"
    "ư(?:a|c|i|m|ng?|t|u)?|ươ(?:c|i|m|ng?|p|t|u)|"
    "y(?:nh|t|m)?"
    ")"
)
"""How a Vietnamese syllable is built: an initial, and a rhyme without its tone."""
