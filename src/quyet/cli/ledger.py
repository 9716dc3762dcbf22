"""`quyet ledger verify`: whether every entry is as it was posted, and every balance what the entries make.
`quyet ledger balances KEY --by payee`: a programme's money by whatever its entries share."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from time import monotonic
from typing import Any

from quyet.cli import export, office
from quyet.cli.language import say
from quyet.cli.streams import RowsRead
from quyet.core.ledger.groups import ALLOTTED, WAYS, nameless
from quyet.core.values.amounts import dotted


def add_arguments(command: ArgumentParser, formats: Callable[..., None]) -> None:
    """`verify`, `balances`."""
    acts = command.add_subparsers(dest="act", required=True, metavar="verify|balances", title=say("việc", "acts"))
    told = say(
        "tính lại mọi số dư và chuỗi dấu từ các bút toán; mã thoát 1 và dòng đầu tiên bị sửa, nếu có",
        "work out every balance and chain anew from the entries; exit code 1 and the first row touched, where one was",
    )
    verify = acts.add_parser("verify", help=told, description=told)
    formats(verify, "text", "json")
    told = say(
        "tiền của một chương trình theo dòng, nội dung, hợp đồng, người nhận, tiểu mục, nguồn hoặc quý, từ bút toán",
        "a programme's money by line, activity, contract, payee, code, source or quarter, added up from its entries",
    )
    balances = acts.add_parser("balances", help=told, description=told)
    export.add_programme(balances)
    balances.add_argument("--by", choices=WAYS, default="line", help=say("theo gì", "by what"))
    formats(balances, "text", "json")


def run(asked: Namespace) -> int:
    """0 whole, 1 something was touched or there is no such programme, 2 the database cannot be used."""
    if not office.opened("ledger", only_look=True):
        return 2
    return _balances(asked) if asked.act == "balances" else _verify(asked)


def _balances(asked: Namespace) -> int:
    programme = export.programme_asked("ledger balances", asked)
    if programme is None:
        return 1
    found = import_module("quyet.queries.ledger_groups").groups(programme, asked.by)
    if asked.format == "json":
        rows = [{"name": each.name, **asdict(each.balances), "left": each.balances.left} for each in found]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    columns = _COLUMNS if asked.by in ALLOTTED else _COLUMNS[1:-1]
    for each in found:
        sums = (f"{say(vi, en)} {dotted(getattr(each.balances, name))}" for name, vi, en in columns)
        print(f"{each.name or say(*nameless(asked.by))}\n    {', '.join(sums)}")
    return 0


_COLUMNS = (
    ("ceiling", "được giao", "ceiling"),
    ("committed", "cam kết", "committed"),
    ("held", "đang giữ", "held"),
    ("advanced", "tạm ứng", "advanced"),
    ("used", "đã chi", "used"),
    ("left", "còn lại", "left"),
)


def _verify(asked: Namespace) -> int:
    begun = monotonic()
    found = _looked_through()
    seconds = monotonic() - begun
    if asked.format == "json":
        print(json.dumps(_plain(found, seconds), ensure_ascii=False, indent=2))
    else:
        print(_text(found, seconds))
    return 1 if found.touched else 0


def _looked_through() -> Any:
    progress = RowsRead(say("bút toán", "entries"))
    try:
        for found in import_module("quyet.queries.ledger_check").checked():
            progress(found.done, found.entries)
    finally:
        progress.clear()
    return found


def _plain(found: Any, seconds: float) -> dict[str, object]:
    return {
        "holds": found.touched is None,
        "entries": found.entries,
        "waiting": found.waiting,
        "touched": asdict(found.touched) if found.touched else None,
        "seconds": round(seconds, 3),
    }


def _text(found: Any, seconds: float) -> str:
    said = f"{'✗' if found.touched else '✓'} " + say(
        f"{dotted(found.entries)} bút toán, {dotted(found.waiting)} chưa niêm phong; {seconds:.1f} giây",
        f"{found.entries:,} entries, {found.waiting:,} wait for their seal; {seconds:.1f} s",
    )
    if (touched := found.touched) is None:
        return said
    return f"{said}\n    {touched.table}, {say('dòng', 'row')} {touched.id}: {say(touched.why, touched.why_en)}"
