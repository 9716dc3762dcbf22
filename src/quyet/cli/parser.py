"""What can be asked of the command `quyet`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from quyet import __version__
from quyet.cli.language import LANGUAGES, asked_for, say
from quyet.cli.streams import one_line
from quyet.cli.wording import use_language

AddArguments = Callable[[argparse.ArgumentParser, Sequence[str]], None]


class Parser(argparse.ArgumentParser):
    """A parser whose help has a width of its own: to ask the terminal for one, argparse loads half a dozen modules."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False, formatter_class=_formatter)

    def error(self, message: str) -> NoReturn:
        """A mistake in one line, also where what was typed would command the terminal."""
        super().error(one_line(message))


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.HelpFormatter(prog, width=100)


def build_parser(argv: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser, its help in the language chosen. Only a command that is among the arguments gets its own."""
    use_language()
    parser = Parser(prog="quyet", description=_purpose())
    _language(parser)
    version_help = say("hiện phiên bản rồi thoát", "show the version and exit")
    parser.add_argument("--version", action="version", version=f"quyet {__version__}", help=version_help)
    commands = parser.add_subparsers(dest="command", metavar=say("LỆNH", "COMMAND"), title=say("các lệnh", "commands"))
    for name, (purpose, add_arguments) in _commands().items():
        command = commands.add_parser(name, help=purpose, description=purpose)
        if name in argv:
            add_arguments(command, argv)
    return parser


def _purpose() -> str:
    return say(
        "Quyết: đọc quyết định phê duyệt chương trình, kiểm tra, và theo đến khi quyết toán.",
        "Quyết: reads decisions that approve programmes, checks them, and follows them to settlement.",
    )


def _commands() -> dict[str, tuple[str, AddArguments]]:
    """What each command is for, and its arguments."""
    return {
        "read": (
            say(
                "đọc quyết định: nội dung, số lượng, thời gian, kinh phí",
                "read decisions: what, how much, when, for what sum",
            ),
            _read,
        ),
        "check": (
            say("kiểm tra quyết định; mã thoát 1 nếu có lỗi", "check decisions; exit code 1 where there are errors"),
            _check,
        ),
        "write": (
            say(
                "viết quyết định, tờ trình, kế hoạch, báo cáo từ dữ liệu chương trình",
                "write a decision, proposal, plan or report from a programme",
            ),
            _write,
        ),
        "fix": (
            say(
                "sửa cách trình bày của tệp .docx theo NĐ 30/2020, không đụng đến chữ nào",
                "mend how a .docx is laid out as NĐ 30/2020 asks, without touching a word",
            ),
            _fix,
        ),
        "words": (say("đổi số tiền ra chữ, chữ ra số tiền", "an amount into words, words into an amount"), _words),
        "norms": (
            say("định mức chi của một ngày, và nguồn của nó", "the norms of spending on a day, and their source"),
            _norms,
        ),
        "codes": (
            say("mục lục ngân sách của một năm: tra mã, tìm mã", "the budget codes of a year: look up, find"),
            _codes,
        ),
        "estimate": (
            say("dự toán: đọc từ Excel, ghi ra Excel, so hai bản", "estimates: from Excel, to Excel, two compared"),
            _estimate,
        ),
        "rules": (
            say(
                "danh sách quy tắc kiểm tra, hoặc giải thích một quy tắc",
                "the rules of check, or one of them explained",
            ),
            _rules,
        ),
        "schema": (
            say(
                "JSON Schema của kết quả đọc, hoặc của dữ liệu chương trình",
                "the JSON Schema of a reading, or of a programme to write",
            ),
            _schema,
        ),
        "load": (
            say(
                "tiếp nhận quyết định đã ban hành: đọc tệp, giữ tệp, chờ xác nhận từng dữ kiện",
                "adopt a decision that was issued: read it, keep it, have its facts confirmed",
            ),
            _load,
        ),
        "journal": (
            say("nhật ký: có còn nguyên không, ghi ra tệp", "the journal: is it untouched; as a file"),
            _journal,
        ),
        "ledger": (
            say(
                "sổ cái: mọi khoản chi và mọi số dư có còn nguyên không", "the ledger: is every entry and balance whole"
            ),
            _ledger,
        ),
        "body": (
            say(
                "lập thêm một cơ quan trên trang này, với quản trị đầu tiên của cơ quan",
                "open a further body on this site, with its first administrator",
            ),
            _body,
        ),
        "demo": (
            say("chơi năm ví dụ bằng những người ví dụ, trên máy này", "play the example's year, on this machine"),
            _demo,
        ),
        "export": (
            say(
                "một chương trình trọn vẹn, thành dữ liệu; hoặc bút toán của nó, thành Excel",
                "a programme whole, as data; or its entries, as Excel",
            ),
            _export,
        ),
        "bench": (
            say(
                "đo: một quốc gia giả định trong cơ sở dữ liệu trống; ghi bút toán nhanh đến đâu",
                "measure: a made-up country in an empty database; how fast entries are posted",
            ),
            _bench,
        ),
        "serve": (say("mở trang web trên máy này", "serve the page on this machine"), _serve),
        "doctor": (
            say("máy này có gì, thiếu gì, và cách cài", "what this machine has, lacks, and how to get it"),
            _doctor,
        ),
    }


# --- the arguments of each command -----------------------------------------------------------------------------------


def _read(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    _formats(command, "text", "json")
    _files(command)


def _check(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    _formats(command, "text", "json", "sarif")
    _files(command)


def _write(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    from quyet.files.writing import FORMS, WRITERS

    _language(command)
    command.add_argument(
        "file",
        metavar="PROGRAMME.yaml",
        help=say(
            "chương trình (.yaml, xem quyet schema programme) hoặc kết quả quyet read --format json (.json)",
            "a programme (.yaml, see quyet schema programme) or what quyet read --format json printed (.json)",
        ),
    )
    to = say("dạng tệp; không ghi thì theo đuôi của tệp ra", "kind of file; by default from the ending of the output")
    command.add_argument("--to", choices=list(WRITERS), help=to)
    out = say("tệp ra; - là đầu ra chuẩn", "the file to write; - is standard output")
    command.add_argument("-o", "--output", required=True, metavar=say("TỆP_RA", "OUT"), help=out)
    form = say("loại văn bản; không ghi thì theo document.kind", "kind of paper; by default from document.kind")
    command.add_argument("--form", choices=FORMS, help=form)
    electronic = say(
        "bản gốc điện tử: phụ lục không ghi số, ngày (chữ ký số thể hiện)",
        "an electronic original: annexes leave number and day to the signature",
    )
    command.add_argument("--electronic", action="store_true", help=electronic)


def _fix(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    _formats(command, "text", "json")
    command.add_argument("file", metavar=say("TỆP.docx", "FILE.docx"))
    out = say("tệp ra, không được là tệp vào", "the file to write, never the one that is read")
    command.add_argument("-o", "--output", required=True, metavar=say("TỆP_RA.docx", "OUT.docx"), help=out)


def _words(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    _formats(command, "text", "json")
    examples = "185000000, 185.000.000, “năm triệu đồng”"
    command.add_argument("amount", nargs="+", metavar=say("SỐ_HOẶC_CHỮ", "AMOUNT"), help=examples)
    command._negative_number_matcher = re.compile(r"-\d[\d.,]*$")  # argparse would take -1.000.000 for an option


def _norms(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    from quyet.cli.norms_arguments import add_arguments

    add_arguments(command, _formats)


def _codes(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    from quyet.cli.codes_arguments import add_arguments

    add_arguments(command, _formats)


def _estimate(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    from quyet.cli.estimate_arguments import add_arguments

    add_arguments(command, _formats, _language)


def _rules(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    _formats(command, "text", "json")
    code = say("mã quy tắc, ví dụ M101", "its code, such as M101")
    command.add_argument("rule", nargs="?", metavar=say("QUY_TẮC", "RULE"), help=code)


def _schema(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    _language(command)
    command.add_argument("of", choices=["reading", "programme"], metavar="reading|programme")


def _load(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    from quyet.cli.load import add_arguments

    _formats(command, "text", "json")
    add_arguments(command)


def _journal(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    from quyet.cli.journal_arguments import add_arguments

    add_arguments(command, _formats, _language)


def _ledger(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    from quyet.cli.ledger import add_arguments

    add_arguments(command, _formats)


def _body(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    from quyet.cli.body import add_arguments

    add_arguments(command, _formats)


def _demo(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    from quyet.cli.demo import add_arguments

    _formats(command, "text", "json")
    add_arguments(command)


def _export(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    from quyet.cli.export import add_arguments

    _formats(command, "json")
    add_arguments(command)


def _bench(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    from quyet.cli.bench import add_arguments

    add_arguments(command, _formats, _language)


def _serve(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    from quyet.cli.serve import add_arguments

    add_arguments(command)
    command.set_defaults(lang=asked_for(argv))


def _doctor(command: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    _formats(command, "text", "json")


def _language(command: argparse.ArgumentParser) -> None:
    """`--lang` may stand before or after the command. It is read before parsing; here it is only told and checked."""
    told = say(
        "ngôn ngữ: vi hoặc en (mặc định: QUYET_LANG, hoặc vi)", "language: vi or en (default: QUYET_LANG, or vi)"
    )
    command.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=told)


def _formats(command: argparse.ArgumentParser, *formats: str) -> None:
    """The forms of the result; the first is the one without asking."""
    _language(command)
    told = say(f"dạng kết quả (mặc định: {formats[0]})", f"form of the result (default: {formats[0]})")
    command.add_argument("--format", choices=formats, default=formats[0], help=told)


def _files(command: argparse.ArgumentParser) -> None:
    told = say(
        "tệp .txt, .docx, .html, .pdf hoặc .xlsx; - là đầu vào chuẩn",
        "a .txt, .docx, .html, .pdf or .xlsx file; - is standard input",
    )
    command.add_argument("files", nargs="+", metavar=say("TỆP", "FILE"), help=told)
