"""`quyet export programme KEY`: a programme whole, as data."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from importlib import import_module
from typing import Any

from quyet.cli import office
from quyet.cli.language import say
from quyet.cli.streams import complain


def add_arguments(command: ArgumentParser) -> None:
    """The options of the command."""
    command.add_argument("what", choices=("programme",), help=say("xuất gì", "what to export"))
    add_programme(command)


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
    """Print it; 0, 1 where there is none or several, 2 where the database cannot be used."""
    if not office.opened("export", only_look=True):
        return 2
    programme = programme_asked("export", asked)
    if programme is None:
        return 1
    whole = import_module("quyet.queries.whole")
    print(json.dumps(whole.whole(programme), ensure_ascii=False, indent=2))
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
