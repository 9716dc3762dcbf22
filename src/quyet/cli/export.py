"""`quyet export programme KEY`: a programme whole, as data. `quyet export entries KEY -o FILE.xlsx`: the entries of its
ledger for the body's accounting program."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from importlib import import_module
from pathlib import Path
from typing import Any

from quyet.cli import office
from quyet.cli.language import say
from quyet.cli.obstacles import unwritable
from quyet.cli.streams import complain
from quyet.files.aside import write_aside
from quyet.files.writers.refused import Unwritable


def add_arguments(command: ArgumentParser) -> None:
    """The options of the command."""
    command.add_argument("what", choices=("programme", "entries"), help=say("xuất gì", "what to export"))
    add_programme(command)
    told = say("tệp .xlsx của bút toán, hoặc - để in ra", "the .xlsx of the entries, or - to print it")
    command.add_argument("-o", "--output", metavar=say("TỆP", "FILE"), help=told)


def add_programme(command: ArgumentParser) -> None:
    """Which programme of which body is meant."""
    command.add_argument(
        "key",
        metavar=say("MÃ", "KEY"),
        help=say(
            "mã của chương trình, hoặc số trong địa chỉ trang của nó",
            "the programme's key, or the number in the address of its page",
        ),
    )
    command.add_argument("--body", help=say("của cơ quan nào", "of which body"))


def run(asked: Namespace) -> int:
    """Print it, or write it; 0, 1 where there is none or several, 2 where the database or a file cannot be used."""
    if asked.what == "entries" and not asked.output:
        complain(say("quyet export: ghi tệp .xlsx sau -o.", "quyet export: name the .xlsx after -o."))
        return 2
    if not office.opened("export", only_look=True):
        return 2
    programme = programme_asked("export", asked)
    if programme is None:
        return 1
    if asked.what == "entries":
        return _entries(programme, asked.output)
    whole = import_module("quyet.queries.whole")
    print(json.dumps(whole.whole(programme), ensure_ascii=False, indent=2))
    return 0


def _entries(programme: Any, output: str) -> int:
    try:
        data = import_module("quyet.queries.entries_book").book_of(programme)
        if output == "-":
            sys.stdout.buffer.write(data)
            sys.stdout.flush()
        else:
            write_aside(Path(output), data)
    except Unwritable as error:
        complain(f"quyet export: {say(error.message, error.message_en)}")
        return 2
    except OSError as error:
        complain(f"{output}: {unwritable(error)}")
        return 2
    return 0


def programme_asked(command: str, asked: Namespace) -> Any:
    """The programme that the options of `add_programme` mean; None where a command complained that it is not one."""
    whole = import_module("quyet.queries.whole")
    try:
        return whole.programme_called(asked.key, asked.body)
    except whole.NotOne as none:
        several = ", ".join(none.bodies)
        complain(
            say(
                f"quyet {command}: nhiều cơ quan có chương trình {asked.key} ({several}); ghi --body.",
                f"quyet {command}: several bodies have a programme {asked.key} ({several}); name one with --body.",
            )
            if several
            else say(
                f"quyet {command}: không có chương trình {asked.key}.",
                f"quyet {command}: there is no programme {asked.key}.",
            )
        )
        return None
