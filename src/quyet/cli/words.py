"""`quyet words`: 185000000 → một trăm tám mươi lăm triệu đồng, and back."""

from __future__ import annotations

import json
import re
from argparse import Namespace

from quyet.cli.language import say
from quyet.cli.streams import complain
from quyet.core.values.words import LIMIT, from_words, to_words

_FIGURE = re.compile(r"([-−]?)(\d+|\d{1,3}(?:([., \u00a0])\d{3})(?:\3\d{3})*)\s*(?:đồng|đ|vnđ|vnd)?", re.IGNORECASE)


def run(asked: Namespace) -> int:
    """Turn the amount round; 2 where it is none."""
    given = " ".join(asked.amount).strip()
    if _numbers(asked.amount) > 1:
        complain(_two_numbers(given))
        return 2
    figure = to_figure(given)
    amount = from_words(given) if figure is None else figure
    if amount is None or abs(amount) > LIMIT:
        complain(_refusal(given, amount))
        return 2
    words = to_words(amount)
    if asked.format == "json":
        print(json.dumps({"amount": amount, "words": words}, ensure_ascii=False))
    else:
        print(amount if figure is None else words)
    return 0


def to_figure(given: str) -> int | None:
    """An amount in figures, with or without dots, commas or spaces between the groups of three."""
    found = _FIGURE.fullmatch(given)
    if found is None:
        return None
    amount = int(re.sub(r"\D", "", found[2]))
    return -amount if found[1] else amount


def _numbers(arguments: list[str]) -> int:
    """How many of the arguments hold figures. `100 200` are two numbers, and not silently 100200."""
    return sum(any(letter.isdecimal() for letter in argument) for argument in arguments)


def _two_numbers(given: str) -> str:
    return say(
        f"quyet words: {given} là nhiều số, mỗi lần chỉ đọc một số; số có dấu cách giữa các nhóm thì đặt trong "
        'ngoặc kép: "185 000 000"',
        f"quyet words: {given} are several numbers, and one is read at a time; put a number with spaces between its "
        'groups in quotes: "185 000 000"',
    )


def _refusal(given: str, amount: int | None) -> str:
    if amount is not None:
        return say(
            f"quyet words: {given} lớn hơn một triệu tỷ đồng (10^15), nhiều nhất mà lệnh này đọc",
            f"quyet words: {given} is more than one million billion đồng (10^15), the most that is read",
        )
    return say(
        f"quyet words: “{given}” không phải là một số tiền, hoặc có thể hiểu thành hai số; "
        "ví dụ đúng: 185000000, một trăm tám mươi lăm triệu đồng",
        f"quyet words: “{given}” is no amount, or may mean two; write 185000000, or một trăm tám mươi lăm triệu đồng",
    )
