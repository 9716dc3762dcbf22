"""What can be asked of the command `quyet`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import TypeAlias

from quyet import __version__
from quyet.cli.language import LANGUAGES, asked_for, say
from quyet.cli.wording import use_language

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def build_parser(argv: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser, its help in the language chosen. Of a command that is not in the arguments only the name is made."""
    use_language()
    parser = argparse.ArgumentParser(prog="quyet", description=_purpose(), parents=[_language()], allow_abbrev=False)
    version_help = say("hiện phiên bản rồi thoát", "show the version and exit")
    parser.add_argument("--version", action="version", version=f"quyet {__version__}", help=version_help)
    commands = parser.add_subparsers(dest="command", metavar=say("LỆNH", "COMMAND"), title=say("các lệnh", "commands"))
    _read(commands)
    _check(commands)
    _words(commands)
    _rules(commands)
    _schema(commands)
    _serve(commands, argv)
    _doctor(commands)
    return parser


def _purpose() -> str:
    return say(
        "Quyết: đọc quyết định phê duyệt chương trình, kiểm tra, và theo đến khi quyết toán.",
        "Quyết: reads decisions that approve programmes, checks them, and follows them to settlement.",
    )


def _language() -> argparse.ArgumentParser:
    """`--lang` may stand before or after the command."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help=say(
            "ngôn ngữ: vi hoặc en (mặc định: QUYET_LANG, hoặc vi)", "language: vi or en (default: QUYET_LANG, or vi)"
        ),
    )
    return shared


def _command(commands: Commands, name: str, purpose: str, formats: tuple[str, ...] = ()) -> argparse.ArgumentParser:
    """A subcommand; where it has several formats, the first is the one without asking."""
    made = commands.add_parser(name, help=purpose, description=purpose, parents=[_language()], allow_abbrev=False)
    if formats:
        made.add_argument(
            "--format",
            choices=formats,
            default=formats[0],
            help=say(f"dạng kết quả (mặc định: {formats[0]})", f"form of the result (default: {formats[0]})"),
        )
    return made


def _files(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "files",
        nargs="+",
        metavar=say("TỆP", "FILE"),
        help=say(
            "tệp .txt, .docx, .html hoặc .pdf; - là đầu vào chuẩn",
            "a .txt, .docx, .html or .pdf file; - is standard input",
        ),
    )


def _read(commands: Commands) -> None:
    purpose = say(
        "đọc quyết định: nội dung, số lượng, thời gian, kinh phí",
        "read decisions: what is ordered, how much, when, for what sum",
    )
    _files(_command(commands, "read", purpose, ("text", "json")))


def _check(commands: Commands) -> None:
    purpose = say("kiểm tra quyết định; mã thoát 1 nếu có lỗi", "check decisions; exit code 1 where there are errors")
    _files(_command(commands, "check", purpose, ("text", "json", "sarif")))


def _words(commands: Commands) -> None:
    purpose = say("đổi số tiền ra chữ, chữ ra số tiền", "an amount into words, words into an amount")
    command = _command(commands, "words", purpose, ("text", "json"))
    command.add_argument(
        "amount", nargs="+", metavar=say("SỐ_HOẶC_CHỮ", "AMOUNT"), help="185000000, 185.000.000, “năm triệu đồng”"
    )
    command._negative_number_matcher = re.compile(
        r"-\d[\d.,]*$"
    )  # argparse knows -5, but takes -1.000.000 for an option


def _rules(commands: Commands) -> None:
    purpose = say(
        "danh sách quy tắc kiểm tra, hoặc giải thích một quy tắc",
        "the rules of `quyet check`, or one of them explained",
    )
    command = _command(commands, "rules", purpose, ("text", "json"))
    command.add_argument(
        "rule", nargs="?", metavar=say("QUY_TẮC", "RULE"), help=say("mã quy tắc, ví dụ M101", "its code, such as M101")
    )


def _schema(commands: Commands) -> None:
    purpose = say("JSON Schema của kết quả đọc", "the JSON Schema of a reading")
    _command(commands, "schema", purpose).add_argument("of", choices=["reading"], metavar="reading")


def _serve(commands: Commands, argv: Sequence[str]) -> None:
    purpose = say("mở trang web trên máy này", "serve the page on this machine")
    command = commands.add_parser("serve", help=purpose, description=purpose, allow_abbrev=False)
    if "serve" in argv:
        from quyet.cli.serve import add_arguments

        add_arguments(command)
        command.set_defaults(lang=asked_for(argv))


def _doctor(commands: Commands) -> None:
    purpose = say("máy này có gì, thiếu gì, và cách cài", "what this machine has, what it lacks, and how to get it")
    _command(commands, "doctor", purpose, ("text", "json"))
