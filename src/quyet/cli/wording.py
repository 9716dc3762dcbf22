"""argparse in Vietnamese: its own words, which it looks up one by one."""

from __future__ import annotations

import argparse

from quyet.cli.language import say

VIETNAMESE = {
    "usage: ": "cách dùng: ",
    "positional arguments": "đối số",
    "options": "tùy chọn",
    "show this help message and exit": "hiện trợ giúp này rồi thoát",
    "%(prog)s: error: %(message)s\n": "%(prog)s: lỗi: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "còn thiếu: %s",
    "unrecognized arguments: %s": "không nhận ra: %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r không có trong các lựa chọn: %(choices)s",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": (
        "%(value)r không có trong các lựa chọn: %(choices)s"
    ),
    "invalid %(type)s value: %(value)r": "không nhận giá trị %(value)r",
    "expected one argument": "cần một giá trị",
    "expected at least one argument": "cần ít nhất một giá trị",
    "expected at most one argument": "chỉ nhận một giá trị",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s chưa rõ, có thể là %(matches)s",
    "ignored explicit argument %r": "không nhận giá trị %r",
}


def use_language() -> None:
    """Let argparse say its words in the language chosen. It has no other door for this than the name it calls."""
    argparse._ = _translated  # type: ignore[attr-defined]


def _translated(message: str) -> str:
    return say(VIETNAMESE.get(message, message), message)
