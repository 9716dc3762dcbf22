"""`quyet journal verify` and `quyet journal export`: whether what must stay still stands, and the journal as a file."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from quyet.cli import office
from quyet.cli.language import say
from quyet.cli.obstacles import unwritable
from quyet.cli.streams import complain, one_line
from quyet.files.aside import write_aside

STANDARD_STREAM = "-"


def run(asked: Namespace) -> int:
    """0 done and untouched, 1 something was touched, 2 the database or the file cannot be used."""
    if not office.opened("journal", only_look=True):
        return 2
    verification = import_module("quyet.queries.verification")
    try:
        return _verify(asked, verification) if asked.act == "verify" else _export(asked, verification)
    except verification.NoSuchBody as none:
        complain(f"quyet journal: {say('không có cơ quan', 'there is no body')} “{none}”")
        return 2


# --- verify ----------------------------------------------------------------------------------------------------------


def _verify(asked: Namespace, verification: Any) -> int:
    whole = verification.look_through(asked.body)
    if asked.format == "json":
        print(json.dumps(_plain(whole), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(whole)))
    return 0 if whole.holds else 1


def _plain(whole: Any) -> dict[str, Any]:
    return {
        "holds": whole.holds,
        "journals": [
            {
                "body": each.body.name,
                "sealed": each.sealed,
                "waiting": each.waiting,
                "last": each.last,
                "broken": {**asdict(each.broken), "act": each.act} if each.broken else None,
            }
            for each in whole.journals
        ],
        "versions": asdict(whole.versions),
        "files": asdict(whole.files),
        "programmes": asdict(whole.programmes),
    }


def _lines(whole: Any) -> Iterator[str]:
    """A line a body, with its newest seal: noted elsewhere, it also shows a tail that was cut off."""
    for each in whole.journals:
        yield f"{_sign(each.broken)} {one_line(each.body.name)}: " + say(
            f"{each.sealed} dòng nhật ký đã nối, {each.waiting} dòng đang chờ; dấu cuối {each.last}",
            f"{each.sealed} rows of the journal sealed, {each.waiting} wait; last seal {each.last}",
        )
        if each.broken:
            yield _break(each)
    for kept, vi, en in (
        (whole.versions, "bản đã khóa", "frozen versions"),
        (whole.files, "tệp", "files"),
        (whole.programmes, "chương trình", "programmes"),
    ):
        yield f"{_sign(kept.damage)} {say(vi, en)}: {kept.looked_at}"
        if kept.damage:
            why, what = say(kept.damage.why, kept.damage.why_en), one_line(kept.damage.what)
            yield f"    {say('dòng', 'row')} {kept.damage.row} ({what}): {why}"


def _break(found: Any) -> str:
    broken = found.broken
    act = f" ({one_line(found.act)})" if found.act else ""
    return say(
        f"    vị trí {broken.position}, dòng {broken.row}{act}: {broken.why}",
        f"    position {broken.position}, row {broken.row}{act}: {broken.why_en}",
    )


def _sign(damage: object) -> str:
    return "✗" if damage else "✓"


# --- export ----------------------------------------------------------------------------------------------------------


def _export(asked: Namespace, verification: Any) -> int:
    rows = _as_lines(verification.journals(asked.body))
    if asked.output == STANDARD_STREAM:
        sys.stdout.buffer.writelines(rows)
        sys.stdout.flush()
        return 0
    try:
        write_aside(Path(asked.output), rows)
    except OSError as error:
        complain(f"{asked.output}: {unwritable(error)}")
        return 2
    return 0


def _as_lines(rows: Iterable[dict[str, object]]) -> Iterator[bytes]:
    for row in rows:
        yield json.dumps(row, ensure_ascii=False).encode() + b"\n"
