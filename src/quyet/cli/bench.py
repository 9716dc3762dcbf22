"""`quyet bench country`: a made-up country in an empty database, to measure pages with; `quyet bench guard`."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from fractions import Fraction
from importlib import import_module
from time import monotonic

from quyet.cli import bench_guard, office
from quyet.cli.language import say
from quyet.cli.streams import RowsRead, complain
from quyet.core.country import programmes_at
from quyet.core.values.amounts import dotted


def add_arguments(
    command: ArgumentParser, formats: Callable[..., None], language: Callable[[ArgumentParser], None]
) -> None:
    """What is measured: `country`, how large and which; `guard`."""
    measured = command.add_subparsers(dest="what", required=True, metavar="country|guard", title=say("việc", "acts"))
    told = say("đổ một quốc gia giả định vào cơ sở dữ liệu trống", "pour a made-up country into an empty database")
    _of_country(country := measured.add_parser("country", help=told, description=told))
    language(country)
    told = say(
        "ghi bút toán nhanh đến đâu dưới trần, bên cạnh mức tối thiểu", "how fast entries are posted under a ceiling"
    )
    bench_guard.add_arguments(measured.add_parser("guard", help=told, description=told), formats)


def _of_country(command: ArgumentParser) -> None:
    scale = say(
        "1 là 100.000 chương trình, 3 triệu dòng, gần 7 triệu bút toán",
        "1 is 100,000 programmes, 3 million lines, nearly 7 million entries",
    )
    command.add_argument("--scale", type=_scale, default=Fraction(1, 1000), metavar="S", help=scale)
    seed = say("cùng số thì cùng dữ liệu", "the same number gives the same data")
    command.add_argument("--seed", type=int, default=1, metavar="N", help=seed)


def run(asked: Namespace) -> int:
    """0 done, 1 a ceiling gave way, 2 nothing was changed."""
    return bench_guard.run(asked) if asked.what == "guard" else _country(asked)


def _country(asked: Namespace) -> int:
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
