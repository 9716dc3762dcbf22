"""`quyet bench guard`: how fast entries are posted under a ceiling, and that the ceiling holds."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from typing import Any

from quyet.cli.language import say
from quyet.cli.streams import Progress, complain


def add_arguments(command: ArgumentParser, formats: Callable[..., None]) -> None:
    """Where, how many writers on how many lines, behind how many entries, for how long."""
    formats(command, "text", "json")
    where = say(
        "đo trên máy chủ hoặc ổ đĩa của cơ sở dữ liệu này, trong một chỗ riêng rồi xóa đi; mặc định DATABASE_URL",
        "measure on the server or disk of this database, in a place of its own, gone after; by default DATABASE_URL",
    )
    command.add_argument("--database", metavar="URL", help=where)
    for name, least, told in (
        ("writers", 8, say("số tiến trình ghi", "processes that write")),
        ("lines", 1, say("số dòng dự toán bị ghi", "lines that they write to")),
        ("entries", 0, say("số bút toán có sẵn", "entries that are there before")),
        ("seconds", 9, say("số giây đo mỗi cách", "seconds for each of the two")),
    ):
        command.add_argument(f"--{name}", type=int, default=least, metavar="N", help=f"{told} ({least})")


def run(asked: Namespace) -> int:
    """0 measured and nothing overspent, 1 something was, 2 it cannot be measured there."""
    if asked.writers < 1 or asked.lines < 1 or asked.entries < 0 or asked.seconds < 1:
        return _cannot("--writers, --lines, --seconds ≥ 1")
    if asked.database is not None:
        os.environ["DATABASE_URL"] = asked.database
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quyet.site.settings")
    try:
        import_module("django").setup()
    except ValueError as wrong_setting:
        return _cannot(str(wrong_setting))
    scratch, errors = import_module("quyet.actions.scratch"), import_module("django.db").DatabaseError
    try:
        with scratch.scratch():
            import_module("quyet.site.migrate").migrate()
            measured = _measured(asked)
    except scratch.HoldsBodies:
        return _cannot(
            say("cơ sở dữ liệu này đang có cơ quan; hãy chọn cơ sở dữ liệu khác", "it holds bodies: name another")
        )
    except (errors, OSError) as error:
        return _cannot(str(error))
    plain = asdict(measured)
    print(json.dumps(plain) if asked.format == "json" else "\n".join(f"{k:<16}{v}" for k, v in plain.items()))
    return 1 if measured.overspent or not measured.holds else 0


def _measured(asked: Namespace) -> Any:
    bench = import_module("quyet.actions.bench_guard")
    progress = Progress(7)
    for told in bench.measure(asked.writers, asked.lines, asked.entries, asked.seconds):
        progress.clear()
        if not isinstance(told, str):
            return told
        progress.next(told)
    raise AssertionError("measured nothing")


def _cannot(why: str) -> int:
    complain(f"quyet bench guard: {say('không đo được', 'cannot measure')}: {why}")
    return 2
