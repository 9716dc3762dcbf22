"""The guard: balances move by one conditional statement a row, in one order, or nothing moves.

The same statements on both databases. Each adds what the entries move and names in its WHERE what must hold of the
result: the same as the CHECKs of the tables, so that a refusal is no error of the database. Rows are taken from the
allotment down to the contract's shares, by number within each, so that two acts never wait for one another in a
circle; they are taken last, after all that can be written without them, so that a hot row is held for moments.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from quyet.actions.statements import run
from quyet.core.ledger.table import Moves, contract_moves_of, moves_of

ABOVE = ("taken", "used")
SHARE = ("committed", "held", "advanced", "used")
LINE = ("ceiling", "taken", "committed", "held", "advanced", "staff", "used")
PROGRAMME = ("ceiling", "taken", "used")


@dataclass(frozen=True, slots=True)
class Guarded:
    """A table: its columns that entries move, and what must hold of their new values, written {column}; nothing may
    fall below nought."""

    columns: tuple[str, ...]
    holds: tuple[str, ...]


_TABLES: Mapping[str, Guarded] = {
    "allotment": Guarded(ABOVE, ("{taken} <= reserved", "{used} <= {taken}")),
    "programme": Guarded(PROGRAMME, ("{taken} <= {ceiling}", "{used} <= {taken}")),
    "line": Guarded(LINE, ("{taken} <= {ceiling}", "{held} + {advanced} + {used} <= {taken}", "{staff} <= {advanced}")),
    "contract": Guarded(
        SHARE, ("{committed} <= value", "{held} + {advanced} + {used} <= {committed}", "NOT taken_back")
    ),
    "share": Guarded(SHARE, ("{held} + {advanced} + {used} <= {committed}",)),
}
"""In the order in which rows are taken."""


@cache
def _statement(table: str, moving: tuple[str, ...]) -> str:
    """Move some columns of a row, where all that must hold does hold of it then."""
    guarded = _TABLES[table]
    new = {each: f"({each} + %({each})s)" if each in moving else each for each in guarded.columns}
    wanted = [f"{new[each]} >= 0" for each in moving] + [each.format(**new) for each in guarded.holds]
    change = ", ".join(f"{each} = {new[each]}" for each in moving)
    return f"UPDATE store_{table} SET {change} WHERE id = %(id)s AND {' AND '.join(wanted)}"


@dataclass(frozen=True, slots=True)
class Posting:
    """One entry to be posted. `share`: the contract's part of the line that it draws on; `turned`: it takes back what
    an entry of this kind moved."""

    kind: str
    line: int
    amount: int
    contract: int | None = None
    share: int | None = None
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One guarded row, by table and number, and what it would move by, in đồng."""

    table: str
    id: int
    moves: Mapping[str, int]


_CLOSEST = ("contract", "share", "line", "programme", "allotment")


class Exceeded(Exception):
    """Some rows would not hold; `row` is the one that says most about why. Whoever catches it leaves the transaction
    undone."""

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__("; ".join(f"{row.table} {row.id}" for row in rows))
        self.row = min(rows, key=lambda row: _CLOSEST.index(row.table))


def rows_of(allotment: int, programme: int, postings: Iterable[Posting]) -> list[Row]:
    """Every row that some postings of a programme move, in the order in which they are taken, each once."""
    sums: dict[tuple[str, int], Counter[str]] = {}

    def add(table: str, id_: int, moves: Moves, amount: int) -> None:
        into = sums.setdefault((table, id_), Counter())
        for column, by in moves.items():
            if column in _TABLES[table].columns:
                into[column] += by * amount

    for each in postings:
        moves = moves_of(each.kind, each.contract is not None, each.turned)
        for table, id_ in (("allotment", allotment), ("programme", programme), ("line", each.line)):
            add(table, id_, moves, each.amount)
        if each.contract is not None and each.share is not None:
            drawn = contract_moves_of(each.kind, each.turned)
            add("contract", each.contract, drawn, each.amount)
            add("share", each.share, drawn, each.amount)
    order = list(_TABLES)
    taken = sorted(sums.items(), key=lambda item: (order.index(item[0][0]), item[0][1]))
    return [Row(table, id_, moves) for (table, id_), sums in taken if (moves := _not_nought(sums))]


def _not_nought(sums: Mapping[str, int]) -> dict[str, int]:
    """By column, in one order: a statement for each set of columns."""
    return {column: sums[column] for column in sorted(sums) if sums[column]}


def move(rows: Iterable[Row]) -> list[Any]:
    """Ask for the balances of rows to be moved, inside the transaction of their entries; for `held`."""
    return [run(_statement(row.table, tuple(row.moves)), {**row.moves, "id": row.id}) for row in rows]


def held(rows: Sequence[Row], moved: Sequence[Any]) -> None:
    """Exceeded with the rows that would not hold."""
    if beyond := [row for row, cursor in zip(rows, moved, strict=True) if cursor.rowcount != 1]:
        raise Exceeded(beyond)
