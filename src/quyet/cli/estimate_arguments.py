"""The arguments of `quyet estimate`."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable

from quyet.cli.language import say


def add_arguments(
    command: ArgumentParser, formats: Callable[..., None], language: Callable[[ArgumentParser], None]
) -> None:
    """`import`, `export` and `diff`."""
    title = say("việc", "acts")
    acts = command.add_subparsers(dest="act", required=True, metavar="import|export|diff", title=title)
    told = say(
        "đọc dự toán từ Excel, kèm những gì cần xem lại", "read an estimate from Excel, with what to look at again"
    )
    read = acts.add_parser("import", help=told, description=told)
    formats(read, "text", "json")
    read.add_argument(
        "file", metavar="FILE.xlsx", help=say("tệp .xlsx, .xlsm hoặc .xls", "an .xlsx, .xlsm or .xls file")
    )
    told = say(
        "ghi dự toán của chương trình ra Excel, có công thức", "write a programme's estimate to Excel, with formulas"
    )
    write = acts.add_parser("export", help=told, description=told)
    language(write)
    source = say("PROGRAMME.yaml, hoặc thư mục có programme.yaml", "PROGRAMME.yaml, or a folder with programme.yaml")
    write.add_argument("source", metavar=say("NGUỒN", "SOURCE"), help=source)
    out = say("tệp .xlsx ghi ra; - là đầu ra chuẩn", "the .xlsx file to write; - is standard output")
    write.add_argument("-o", "--output", required=True, metavar=say("TỆP_RA", "OUT"), help=out)
    told = say(
        "so hai dự toán, từng ô; mã thoát 1 nếu khác",
        "compare two estimates, cell by cell; exit code 1 where they differ",
    )
    compare = acts.add_parser("diff", help=told, description=told)
    formats(compare, "text", "json")
    each = say("tệp .xlsx, .xls, PROGRAMME.yaml hoặc thư mục", "an .xlsx, .xls, PROGRAMME.yaml or folder")
    compare.add_argument("old", metavar=say("CŨ", "OLD"), help=each)
    compare.add_argument("new", metavar=say("MỚI", "NEW"), help=each)
