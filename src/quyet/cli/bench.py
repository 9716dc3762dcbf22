"""`quyet bench country --scale S --seed N`: a made-up country in an empty database, to measure pages with."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from fractions import Fraction
from importlib import import_module
from time import monotonic

from quyet.cli import office
from quyet.cli.language import say
from quyet.cli.streams import RowsRead, complain
from quyet.core.country import programmes_at
from quyet.core.values.amounts import dotted


def add_arguments(command: ArgumentParser) -> None:
    """`country`, how large and which."""
    command.add_argument("what", choices=["country"], metavar="country")
    scale = say("1 là 100.000 chương trình và 3 triệu dòng", "1 is 100,000 programmes and 3 million lines")
    command.add_argument("--scale", type=_scale, default=Fraction(1, 1000), metavar="S", help=scale)
    seed = say("cùng số thì cùng dữ liệu", "the same number gives the same data")
    command.add_argument("--seed", type=int, default=1, metavar="N", help=seed)


def run(asked: Namespace) -> int:
    """Pour; 0 done, 2 nothing was changed."""
    if not office.opened("bench"):
        return 2
    country = import_module("quyet.actions.country")
    begun, all_of_it = monotonic(), programmes_at(asked.scale)
    progress = RowsRead(say("chương trình", "programmes"))
    try:
        for done in country.pour(asked.scale, asked.seed):
            progress(done, all_of_it)
    except country.NotEmpty:
        complain(
            "quyet bench: "
            + say(
                "cơ sở dữ liệu đã có cơ quan; đặt DATABASE_URL vào một cơ sở dữ liệu trống.",
                "the database holds bodies already; set DATABASE_URL to an empty one.",
            )
        )
        return 2
    finally:
        progress.clear()
    seconds = f"{monotonic() - begun:.0f}"
    print(
        say(f"{dotted(all_of_it)} chương trình trong {seconds} giây", f"{all_of_it:,} programmes in {seconds} seconds")
    )
    return 0


def _scale(text: str) -> Fraction:
    try:
        scale = Fraction(text)
    except (ValueError, ZeroDivisionError):
        scale = Fraction(0)
    if not 0 < scale <= 1:
        raise ArgumentTypeError(say(f"{text}: phải lớn hơn 0 và không quá 1", f"{text}: above 0 and at most 1"))
    return scale
