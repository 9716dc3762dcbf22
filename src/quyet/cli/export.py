"""`quyet export programme KEY`: a programme whole, as data."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from importlib import import_module

from quyet.cli import office
from quyet.cli.language import say
from quyet.cli.streams import complain


def add_arguments(command: ArgumentParser) -> None:
    """The options of the command."""
    command.add_argument("what", choices=("programme",), help=say("xuất gì", "what to export"))
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
    """Print it; 0, 1 where there is none or several, 2 where the database cannot be used."""
    if not office.opened("export", only_look=True):
        return 2
    whole = import_module("quyet.queries.whole")
    try:
        programme = whole.programme_called(asked.key, asked.body)
    except whole.NotOne as none:
        several = ", ".join(none.bodies)
        complain(
            say(
                f"quyet export: nhiều cơ quan có chương trình {asked.key} ({several}); ghi --body.",
                f"quyet export: several bodies have a programme {asked.key} ({several}); name one with --body.",
            )
            if several
            else say(
                f"quyet export: không có chương trình {asked.key}.", f"quyet export: there is no programme {asked.key}."
            )
        )
        return 1
    print(json.dumps(whole.whole(programme), ensure_ascii=False, indent=2))
    return 0
