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

from django.db import connection

from quyet.core.ledger.table import Moves, contract_moves_of, moves_of

ABOVE = ("taken", "used")
SHARE = ("committed", "held", "advanced", "used")
LINE = ("ceiling", "taken", "committed", "held", "advanced", "staff", "used")
PROGRAMME = ("ceiling", "taken", "used")


def _statement(table: str, columns: Iterable[str], *holds: str) -> str:
    """`holds` are conditions on the new values, written {column}; nothing may fall below nought."""
    columns = tuple(columns)
    new = {column: f"({column} + %({column})s)" for column in columns}
    wanted = [f"{new[column]} >= 0" for column in columns] + [each.format(**new) for each in holds]
    change = ", ".join(f"{column} = {new[column]}" for column in columns)
    return f"UPDATE {table} SET {change} WHERE id = %(id)s AND {' AND '.join(wanted)}"


_STATEMENTS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "allotment": (ABOVE, _statement("store_allotment", ABOVE, "{taken} <= reserved", "{used} <= {taken}")),
    "programme": (PROGRAMME, _statement("store_programme", PROGRAMME, "{taken} <= {ceiling}", "{used} <= {taken}")),
    "line": (
        LINE,
        _statement(
            "store_line", LINE,
            "{taken} <= {ceiling}", "{held} + {advanced} + {used} <= {taken}", "{staff} <= {advanced}",
        ),
    ),
    "contract": (
        SHARE,
        _statement("store_contract", SHARE, "{committed} <= value", "{held} + {advanced} + {used} <= {committed}"),
    ),
    "share": (SHARE, _statement("store_share", SHARE, "{held} + {advanced} + {used} <= {committed}")),
}  # fmt: skip
"""In the order in which rows are taken."""


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
            if column in _STATEMENTS[table][0]:
                into[column] += by * amount

    for each in postings:
        moves = moves_of(each.kind, each.contract is not None, each.turned)
        for table, id_ in (("allotment", allotment), ("programme", programme), ("line", each.line)):
            add(table, id_, moves, each.amount)
        if each.contract is not None and each.share is not None:
            drawn = contract_moves_of(each.kind, each.turned)
            add("contract", each.contract, drawn, each.amount)
            add("share", each.share, drawn, each.amount)
    order = list(_STATEMENTS)
    taken = sorted(sums.items(), key=lambda item: (order.index(item[0][0]), item[0][1]))
    return [Row(table, id_, moves) for (table, id_), moves in taken if any(moves.values())]


def guard(rows: Iterable[Row]) -> None:
    """Move the balances of rows, inside the transaction of their entries. Exceeded with those that would not hold."""
    beyond = []
    with connection.cursor() as cursor:
        for row in rows:
            columns, statement = _STATEMENTS[row.table]
            cursor.execute(statement, {**dict.fromkeys(columns, 0), **row.moves, "id": row.id})
            if cursor.rowcount != 1:
                beyond.append(row)
    if beyond:
        raise Exceeded(beyond)
