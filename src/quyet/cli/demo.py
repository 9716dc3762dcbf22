"""`quyet demo`: the example's year, played by a labelled cast in the database of this machine."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from importlib import import_module
from typing import Any

from quyet.cli import office
from quyet.cli.language import say
from quyet.cli.streams import complain

STORIES = ("drafted", "submitted", "issued", "spent", "adopted")


def add_arguments(command: ArgumentParser) -> None:
    """The options of the command."""
    command.add_argument(
        "--story",
        choices=STORIES,
        default="drafted",
        help=say("chơi đến bước nào (mặc định: drafted)", "how far to play (default: drafted)"),
    )


def run(asked: Namespace) -> int:
    """Play; 0 done, 1 refused with its reason, 2 where the database cannot be used."""
    if not office.opened("demo"):
        return 2
    demo, refusal = import_module("quyet.actions.demo"), import_module("quyet.actions.refusal")
    try:
        played = demo.play(asked.story)
    except refusal.Refused as refused:
        for each in refused.faults:
            complain(f"quyet demo: {say(each.message, each.message_en)}")
        return 1
    told = {
        "schema": "quyet/demo/1",
        "story": asked.story,
        "key": played.key,
        "programme": played.programme,
        "state": played.state,
        "body": played.body,
        "password": demo.PASSWORD,
        "cast": {login: {"name": each.name, "role": each.role} for login, each in played.cast.items()},
    }
    print(json.dumps(told, ensure_ascii=False, indent=2) if asked.format == "json" else _text(told))
    return 0


def _text(told: dict[str, Any]) -> str:
    rules = import_module("quyet.core.approval.rules")
    state, state_en = rules.STATE_NAMES[told["state"]]
    people = "\n".join(
        f"  {login:<14} {each['name']:<18} {say(*rules.ROLE_NAMES[each['role']])}"
        for login, each in told["cast"].items()
    )
    return say(
        f"Chương trình ví dụ {told['key']} của {told['body']}: {state}.\n"
        f"Mở quyet serve rồi đăng nhập trên máy này; mật khẩu chung: {told['password']}\n{people}",
        f"The example {told['key']} of {told['body']}: {state_en}.\n"
        f"Start quyet serve and sign in on this machine; the password of all: {told['password']}\n{people}",
    )
