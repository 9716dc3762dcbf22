"""Amounts of money in Vietnamese words, both ways.

One standard form is written: `linh`, `tư` after `mươi`, `lăm`, `nghìn`, `tỷ`, a group of noughts left out, and
`không trăm` where the hundreds of a later group are nought. What officials write instead is read; what could mean two
amounts is read as none, because a wrong amount costs more than a missing one.

Reading goes in two steps: each word becomes one letter of a small code (`hai mươi tư triệu` → `2xtT`), and the code
must fit one pattern, the grammar of amounts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

LIMIT = 10**15
"""The largest amount, either side of nought: one million billion đồng (một triệu tỷ)."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = (*_DIGITS[:1], "mốt", "hai", "ba", "tư", "lăm", *_DIGITS[6:])


# --- writing ---------------------------------------------------------------------------------------------------------


def to_words(amount: int, unit: str = "đồng") -> str:
    """The standard form: 1005 → `một nghìn không trăm linh năm đồng`. ValueError beyond ±10^15."""
    if abs(amount) > LIMIT:
        raise ValueError(f"amount beyond one million billion: {amount}")
    sign = ["âm"] if amount < 0 else []
    return " ".join([*sign, *_number(abs(amount)), *unit.split()])


def _number(amount: int) -> list[str]:
    """Billions are counted with a number of their own: 1.005 tỷ is `một nghìn không trăm linh năm tỷ`."""
    billions, rest = divmod(amount, 10**9)
    said = [*_below_billion(billions), "tỷ"] if billions else []
    said += _below_billion(rest, follows=bool(said))
    return said or [_DIGITS[0]]


def _below_billion(amount: int, follows: bool = False) -> list[str]:
    """Groups of three digits with their scale; a group that follows another says its hundreds also when nought."""
    said: list[str] = []
    for power, scale in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group = amount // power % 1000
        if group:
            said += [*_group(group, follows or bool(said)), *scale.split()]
    return said


def _group(group: int, follows: bool) -> list[str]:
    """Three digits: 105 → `một trăm linh năm`; 5 after another group → `không trăm linh năm`."""
    hundreds, rest = divmod(group, 100)
    if not hundreds and not follows:
        return _below_hundred(rest)
    said = [_DIGITS[hundreds], "trăm"]
    if 0 < rest < 10:
        said.append("linh")
    return said + _below_hundred(rest)


def _below_hundred(rest: int) -> list[str]:
    tens, ones = divmod(rest, 10)
    if tens == 0:
        return [_DIGITS[ones]] if ones else []
    said = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if ones:
        said.append(_AFTER_TENS[ones] if tens > 1 or ones == 5 else _DIGITS[ones])
    return said


# --- reading ---------------------------------------------------------------------------------------------------------

_NUMBERS = {
    **{word: str(digit) for digit, word in enumerate(_DIGITS)},
    "bẩy": "7",
    "mốt": "m",  # 21, 31 … 91
    "tư": "t",  # 24, 34 … 94, linh tư
    "lăm": "l",  # 15, 25 … 95
    "nhăm": "l",
    "mười": "X",
    "mươi": "x",
    "trăm": "C",
    "linh": "o",
    "lẻ": "o",
    "lẽ": "o",
    "nghìn": "N",
    "ngàn": "N",
    "triệu": "T",
    "tỷ": "Y",
    "tỉ": "Y",
    "rưỡi": "r",  # half of the scale before it
    "rưởi": "r",
}
_TAILS = {"đồng": "đ", "đ": "đ", "vnđ": "đ", "vnd": "đ", "chẵn": "z", "chẳn": "z"}

_GROUP = re.compile("(?:[0-9]C|o)?(?:X[1-9l]?|[2-9]x[1-9mtl]?)|(?:[0-9]C)?o[1-9t]|[0-9]C?")
"""Up to three digits: `một trăm`, `một trăm mười lăm`, `một trăm linh năm`; behind others also `linh năm`."""

_AMOUNT = re.compile(
    # tỷ, which are counted in groups of their own: một nghìn hai trăm tỷ, or một nghìn tỷ, hai trăm tỷ
    "(?:(?:(?P<thousand_billions>G)NY?)?(?:(?P<billions>G)Y)?(?<=Y))?"
    # triệu; where no tỷ stand before them also counted in thousands: một nghìn hai trăm triệu
    "(?:(?:(?P<thousand_millions>G)N)?(?P<millions>G)?(?<!Y)T)?"
    "(?:(?P<thousands>G)N)?"
    "(?P<ones>G)?"
    "(?P<half>(?<=[NTY])r)?".replace("G", "[^NTYr,]+")
)
_POWERS = {
    "thousand_billions": 10**12,
    "billions": 10**9,
    "thousand_millions": 10**9,
    "millions": 10**6,
    "thousands": 10**3,
    "ones": 1,
}
_HALVES = {"N": 500, "T": 500_000, "Y": 500_000_000}
_WHOLE = {"0": 0, "1TY": LIMIT}
"""The two amounts that the pattern leaves out."""

_TAIL = re.compile("(?:đz?|zđ?)?")
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[\s*_]{0,40}(?P<comma>[,\-–—])?[\s*_]{0,40}")
_YEAR = re.compile(r"[\s*_]{1,40}\d")
_LONGEST = 60
"""No amount has more words: a bound, so that a page of number words costs no more than a line of them."""


def from_words(text: str) -> int | None:
    """The amount that the whole text says, or None: `(Bằng chữ: Năm triệu đồng chẵn)./.` → 5000000."""
    text = normalize("NFC", text)
    before = re.match(_BEFORE, text, re.IGNORECASE)
    found = _scan(text, before.end() if before else 0)
    if found is None or not re.fullmatch(_AFTER, text[found[0] :], re.IGNORECASE):
        return None
    return found[1]


_MARKUP = r"[\s*_()\[\]\"'“”‘’]*"
_BEFORE = rf"{_MARKUP}(?:(?:viết\s+)?bằng\s+chữ(?:\s+là)?\s*:?{_MARKUP})?"
_AFTER = r"(?:\s+việt\s+nam)?[\s*_)\]\"'“”‘’.,;:/!…]*"


def match_words(text: str, start: int) -> tuple[int, int] | None:
    """The amount in words that begins exactly at `start` of an NFC text: `(end, value)`, or None.

    It must be money: it ends with `đồng`, or counts thousands and more. All number words that stand there together
    must make one amount; a part of them is never taken for the whole. `end` is behind the last word (`đồng`,
    `chẵn`), before any stop.
    """
    if start and text[start - 1].isalpha():
        return None
    found = _scan(text, start)
    if found is None or not (found[2] or abs(found[1]) >= 1000):
        return None
    return found[0], found[1]


def _scan(text: str, start: int) -> tuple[int, int, bool] | None:
    """`(end, value, whether đồng was said)` of the amount at `start`."""
    sign, at = _sign(text, start)
    codes, end = _number_words(text, at)
    tail, end = _tail_words(text, end)
    value = _value(codes, "đ" in tail) if codes else None
    if value is None or (sign < 0 and value == 0):
        return None
    return end, sign * value, "đ" in tail


def _sign(text: str, start: int) -> tuple[int, int]:
    word = _WORD.match(text, start)
    if word and _fold(word[0]) == _MINUS:
        return -1, _next(text, word.end())[0]
    return 1, start


def _number_words(text: str, start: int) -> tuple[str, int]:
    """The code of all number words from `start` on, with the commas between them, and where the last one ends."""
    codes, end, at, comma = "", start, start, ""
    while len(codes) < _LONGEST and (word := _WORD.match(text, at)):
        code = _NUMBER_CODES.get(_fold(word[0]))
        if code is None or (code == "5" and codes and _YEAR.match(text, word.end())):  # … năm 2024
            break
        codes, end = codes + comma + code, word.end()
        at, comma = _next(text, end)
    return codes, end


def _tail_words(text: str, start: int) -> tuple[str, int]:
    """The code of `đồng`, `chẵn` or both behind the number, and where they end."""
    codes, end = "", start
    while word := _WORD.match(text, _next(text, end)[0]):
        code = _TAIL_CODES.get(_fold(word[0]))
        if code is None or not _TAIL.fullmatch(codes + code):
            break
        codes, end = codes + code, word.end()
    return codes, end


def _next(text: str, end: int) -> tuple[int, str]:
    """Where the next word of the same paragraph begins, and `,` if a comma or hyphen lies between."""
    gap = _BETWEEN.match(text, end)
    if gap is None or gap[0].count("\n") > 1:
        return end, ""
    return gap.end(), "," if gap["comma"] else ""


def _value(codes: str, unit_said: bool) -> int | None:
    """The number that the code says by the grammar of amounts, or None."""
    codes = re.sub("(?<=[NTY]),", "", codes)  # a comma may stand between groups, nowhere else
    if codes in _WHOLE:
        return _WHOLE[codes]
    found = _AMOUNT.fullmatch(codes)
    if found is None or codes[0] in "0oT" or not _all_groups(found) or _doubtful(found, unit_said):
        return None
    groups = found.groupdict("")
    value = sum(_three_digits(groups[name]) * power for name, power in _POWERS.items())
    return value + (_HALVES[codes[-2]] if found["half"] else 0)


def _all_groups(found: re.Match[str]) -> bool:
    """Whether what stands before each scale is a group."""
    return all(_GROUP.fullmatch(found[name]) for name in _POWERS if found[name])


def _doubtful(found: re.Match[str], unit_said: bool) -> bool:
    """Whether the words fit the grammar and yet may mean another amount."""
    if found["half"]:  # một nghìn tỷ rưỡi: half a billion, or half a thousand of them?
        return found.string[-3:-1] in ("NY", "NT")
    if found["thousand_millions"] and (found["billions"] or found["thousand_billions"]):
        return True
    for name in ("billions", "millions", "ones"):
        group, before = found[name] or "", found.string[: max(found.start(name), 0)][-1:]
        if before == "N" and len(group) == 1:  # hai nghìn năm: 2005 or 2500?
            return True
        if name == "ones" and group and before in ("T", "Y") and not _hundreds_sure(group, unit_said):
            return True
    return False


def _hundreds_sure(group: str, unit_said: bool) -> bool:
    """Whether the last group behind millions means đồng: spoken short, `một triệu hai trăm` is 1 200 000."""
    return group.startswith("0C") or ("C" in group and unit_said)


def _three_digits(group: str) -> int:
    """`2xt` → 24."""
    hundreds, _, rest = group.rpartition("C")
    tens, _, ones = rest.removeprefix("o").replace("X", "1x").rpartition("x")
    return 100 * int(hundreds or 0) + 10 * int(tens or 0) + int(ones.translate(_ONES) or 0)


_ONES = str.maketrans("mtl", "145")


@lru_cache(maxsize=2048)
def _fold(word: str) -> str:
    """The word as it is compared: small letters, the tone behind them, so that `trịêu` is `triệu`."""
    letters = normalize("NFD", word.replace("Ð", "Đ").replace("ð", "đ").lower())
    tones = "".join(letter for letter in letters if letter in _TONES)
    return normalize("NFC", "".join(letter for letter in letters if letter not in _TONES)) + tones


_TONES = "\u0300\u0301\u0303\u0309\u0323"
_NUMBER_CODES = {_fold(word): code for word, code in _NUMBERS.items()}
_TAIL_CODES = {_fold(word): code for word, code in _TAILS.items()}
_MINUS = _fold("âm")
