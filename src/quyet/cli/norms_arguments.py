"""The arguments of `quyet norms`."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable

from quyet.cli.language import say


def add_arguments(command: ArgumentParser, formats: Callable[..., None]) -> None:
    """`show [ITEM]` and `find WORDS`, with the same question around them."""
    acts = command.add_subparsers(dest="act", required=True, metavar="show|find", title=say("việc", "acts"))
    told = say("liệt kê định mức của một ngày, hoặc của một nội dung chi", "list the norms of a day, or one item")
    show = acts.add_parser("show", help=told, description=told)
    item = say(
        "nội dung chi, ví dụ travel_per_diem; không ghi thì tất cả", "an item such as travel_per_diem; all without one"
    )
    show.add_argument("item", nargs="?", metavar=say("NỘI_DUNG", "ITEM"), help=item)
    told = say("tìm định mức theo lời, có dấu hay không dấu", "find norms by words, with or without diacritics")
    find = acts.add_parser("find", help=told, description=told)
    words = say("ví dụ “phụ cấp lưu trú”", "such as “phụ cấp lưu trú”")
    find.add_argument("words", nargs="+", metavar=say("LỜI", "WORDS"), help=words)
    for act in (show, find):
        formats(act, "text", "json")
        _question(act)


def _question(act: ArgumentParser) -> None:
    day = say("ngày (2024-06-01 hoặc 1/6/2024); mặc định: hôm nay", "the day (2024-06-01); today without one")
    act.add_argument("--on", metavar=say("NGÀY", "DAY"), help=day)
    place = say("loại địa bàn, ví dụ urban_1; có thể ghi nhiều lần", "kind of place, such as urban_1; may be repeated")
    act.add_argument("--place", action="append", default=[], metavar=say("ĐỊA_BÀN", "PLACE"), help=place)
    rank = say(
        "đối tượng, ví dụ below_1_25, hoặc hệ số phụ cấp chức vụ, ví dụ 0,9",
        "rank, such as below_1_25, or the coefficient of the position allowance, such as 0.9",
    )
    act.add_argument("--rank", metavar=say("ĐỐI_TƯỢNG", "RANK"), help=rank)
    province = say("tỉnh, ví dụ lang-son: thêm mức của tỉnh", "province, such as lang-son: its levels too")
    act.add_argument("--province", metavar=say("TỈNH", "PROVINCE"), help=province)
