"""From the arguments to the exit code: whatever happens, one clear line and no traceback."""

from __future__ import annotations

import errno
import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from quyet.cli.language import choose, say
from quyet.cli.streams import complain, use_utf8

INTERRUPTED = 130
PIPE_CLOSED = 141


def run(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    choose(arguments)
    if not use_utf8():
        complain(
            f"quyet: {say('đầu ra đã đóng nên không có chỗ in kết quả', 'the output is closed: nowhere to print')}"
        )
        return 2
    try:
        code = _command(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever read us has seen enough
        _print_no_more()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        return unexpected(error) if error.filename else _unwritten(error)
    except Exception as error:
        return unexpected(error)


def _unwritten(error: OSError) -> int:
    """The output took no more: of what goes wrong outside the commands' own care only this concerns no named file."""
    _print_no_more()
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    reason = say("nơi ghi đã đầy", "no space is left") if full else say("hệ thống báo lỗi khi ghi", "writing failed")
    complain(f"quyet: {say('không in hết được kết quả', 'the result could not be printed whole')}: {reason}")
    return 2


def _print_no_more() -> None:
    """Python would try once more to print what is left, when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _command(arguments: list[str]) -> int:
    from quyet.cli.parser import build_parser

    parser = build_parser(arguments)
    try:
        asked = parser.parse_args(arguments)
    except SystemExit as leaves:  # argparse has said why
        return int(leaves.code or 0)
    if asked.command is None:
        parser.print_help()
        return 0
    return _dispatch(asked)


def _dispatch(asked: Namespace) -> int:
    """Only the module of the command that was asked for is imported."""
    match asked.command:
        case "read":
            from quyet.cli import read

            return read.run(asked)
        case "check":
            from quyet.cli import check

            return check.run(asked)
        case "write":
            from quyet.cli import write

            return write.run(asked)
        case "fix":
            from quyet.cli import fix

            return fix.run(asked)
        case "words":
            from quyet.cli import words

            return words.run(asked)
        case "norms":
            from quyet.cli import norms

            return norms.run(asked)
        case "codes":
            from quyet.cli import codes

            return codes.run(asked)
        case "estimate":
            from quyet.cli import estimate

            return estimate.run(asked)
        case "rules":
            from quyet.cli import rules

            return rules.run(asked)
        case "schema":
            from quyet.cli import schema

            return schema.run(asked)
        case "load":
            from quyet.cli import load

            return load.run(asked)
        case "body":
            from quyet.cli import body

            return body.run(asked)
        case "ledger":
            from quyet.cli import ledger

            return ledger.run(asked)
        case "journal":
            from quyet.cli import journal

            return journal.run(asked)
        case "demo":
            from quyet.cli import demo

            return demo.run(asked)
        case "export":
            from quyet.cli import export

            return export.run(asked)
        case "bench":
            from quyet.cli import bench

            return bench.run(asked)
        case "serve":
            from quyet.cli import serve

            return serve.run(asked)
        case _:
            from quyet.cli import doctor

            return doctor.run(asked)


def unexpected(error: Exception, place: str = "") -> int:
    """Say in one line what should not have happened; the traceback only to whoever asks for it."""
    if os.environ.get("QUYET_DEBUG", "") == "1":
        import traceback

        traceback.print_exception(error)
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    hint = say("đặt QUYET_DEBUG=1 để xem chi tiết", "set QUYET_DEBUG=1 for details")
    complain(f"{place or 'quyet'}: {say('lỗi bất ngờ', 'unexpected error')}: {what} ({hint})")
    return 2
