"""The arguments of `quyet codes`."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable

from quyet.cli.language import say


def add_arguments(command: ArgumentParser, formats: Callable[..., None]) -> None:
    """`show CODE` and `find WORDS`, each of a budget year."""
    acts = command.add_subparsers(dest="act", required=True, metavar="show|find", title=say("việc", "acts"))
    told = say("một mã là gì trong một năm ngân sách", "what a code is in a budget year")
    show = acts.add_parser("show", help=told, description=told)
    code = say("chương, loại, khoản, mục hoặc tiểu mục: 416, 280-309, 6651", "such as 416, 280-309, 6651")
    show.add_argument("code", metavar=say("MÃ", "CODE"), help=code)
    told = say("tìm mã theo lời, có dấu hay không dấu", "find codes by words, with or without diacritics")
    find = acts.add_parser("find", help=told, description=told)
    find.add_argument("words", nargs="+", metavar=say("LỜI", "WORDS"), help=say("ví dụ “hội trường”", "“hội trường”"))
    for act in (show, find):
        formats(act, "text", "json")
        year = say("năm ngân sách; mặc định: năm nay", "the budget year; this year without one")
        act.add_argument("--year", type=int, metavar=say("NĂM", "YEAR"), help=year)
