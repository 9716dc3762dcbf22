"""The arguments of `quyet journal`."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable

from quyet.cli.language import say


def add_arguments(command: ArgumentParser, formats: Callable[..., None], language: Callable[..., None]) -> None:
    """`verify` and `export -o FILE`, of one body or of all."""
    acts = command.add_subparsers(dest="act", required=True, metavar="verify|export", title=say("việc", "acts"))
    told = say(
        "xem nhật ký, bản đã khóa và tệp có còn nguyên không; mã thoát 1 nếu không",
        "whether journal, frozen versions and files are untouched; exit code 1 where not",
    )
    verify = acts.add_parser("verify", help=told, description=told)
    formats(verify, "text", "json")
    told = say("ghi nhật ký ra tệp, mỗi dòng một JSON", "the journal as a file, one JSON a line")
    export = acts.add_parser("export", help=told, description=told)
    language(export)
    out = say("tệp ra; - là đầu ra chuẩn", "the file to write; - is standard output")
    export.add_argument("-o", "--output", required=True, metavar=say("TỆP_RA", "OUT"), help=out)
    body = say("chỉ một cơ quan, ghi đúng tên", "one body only, by its exact name")
    for act in (verify, export):
        act.add_argument("--body", metavar=say("CƠ_QUAN", "NAME"), help=body)
