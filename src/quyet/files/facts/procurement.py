"""Ways to buy, from `quyet/data/procurement/*.yaml`."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from quyet.core.estimates.buying import Regime, Route
from quyet.files.facts.strict import DATA, FactsError, Record, load_mapping


@lru_cache(maxsize=1)
def load_regimes() -> tuple[Regime, ...]:
    """The regimes that ship with the package, the oldest first."""
    return load_regimes_from(DATA / "procurement")


def load_regimes_from(folder: Path) -> tuple[Regime, ...]:
    """The regimes of a folder, one file each; two on one day are refused."""
    regimes = tuple(sorted((_regime(file) for file in folder.glob("*.yaml")), key=lambda each: each.since))
    for earlier, later in pairwise(regimes):
        if earlier.until is None or earlier.until >= later.since:
            raise FactsError(folder / str(later.since), "from", "trùng thời gian hiệu lực với văn bản trước")
    return regimes


def _regime(file: Path) -> Regime:
    record = Record(file, load_mapping(file))
    record.day("checked")
    if record.text("key") != file.stem:
        raise record.refuse("key", f"phải là tên của tệp, {file.stem!r}")
    regime = Regime(
        record.day("from"), record.day_or_none("to"), tuple(_route(each) for each in record.records("routes"))
    )
    record.done()
    bounds = [route.most for route in regime.routes]
    if None in bounds[:-1] or any(a >= b for a, b in pairwise(bounds) if a is not None and b is not None):
        raise record.refuse("routes", "phải xếp từ gói nhỏ đến gói lớn")
    return regime


def _route(record: Record) -> Route:
    name = record.record("name")
    route = Route(
        record.whole_or_none("most"),
        name.text("vi"),
        name.text("en"),
        record.text("source"),
        "S" if record.choice("mark", ("S", "M")) == "S" else "M",
    )
    name.done()
    record.done()
    return route
