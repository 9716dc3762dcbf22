"""What posting reads and writes, statement by statement: the programme and its rows that are named, and the entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from quyet.actions.statements import run

_PROGRAMME = (
    "SELECT p.id, p.body_id, p.allotment_id, p.year, p.state, p.money_open, l.id FROM store_programme p "
    "LEFT JOIN store_line l ON l.programme_id = p.id AND l.id IN ({}) WHERE p.id = %s AND p.body_id = %s"
)
_SHARES = (
    "SELECT s.contract_id, s.line_id, s.id FROM store_share s JOIN store_contract c ON c.id = s.contract_id "
    "WHERE c.programme_id = %s AND c.id IN ({})"
)
_ENTRY = (
    "INSERT INTO store_ledgerentry (body_id, programme_id, line_id, contract_id, supplier_id, kind, amount, "
    "reverses_id, day, reason, person_id, at) VALUES {} RETURNING id"
)
_VALUES = f"({', '.join(['%s'] * 12)})"


class Named(Protocol):
    """What names a line, and maybe a contract."""

    @property
    def line(self) -> int: ...
    @property
    def contract(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme as far as posting asks for it; `allotment` is 0 where it names none."""

    id: int
    body: int
    allotment: int
    year: int | None
    is_issued: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """What was asked of the database, not yet read."""

    programme: Any
    shares: Any | None

    def found(self) -> tuple[ProgrammeRow | None, set[int], dict[tuple[int, int], int]]:
        """The programme, its lines among those named, and the shares of the contracts named by contract and line."""
        rows = self.programme.fetchall()
        if not rows:
            return None, set(), {}
        id_, body, allotment, year, state, is_open, _ = rows[0]
        found = ProgrammeRow(id_, body, allotment or 0, year, state == "issued", bool(is_open))
        shares = self.shares.fetchall() if self.shares is not None else []
        return found, {row[6] for row in rows}, {(contract, line): share for contract, line, share in shares}


def look_at(body: int, programme: int, named: Sequence[Named]) -> Looked:
    """Ask for a body's programme, and for the lines and contracts that are named."""
    lines = sorted({each.line for each in named}) or [0]
    contracts = sorted({each.contract for each in named if each.contract is not None})
    return Looked(
        run(_PROGRAMME.format(_list(lines)), (*lines, programme, body)),
        run(_SHARES.format(_list(contracts)), (programme, *contracts)) if contracts else None,
    )


def _list(numbers: Sequence[int]) -> str:
    return ", ".join(["%s"] * len(numbers))


def write(rows: Sequence[tuple[object, ...]]) -> list[int]:
    """Write entries, inside the transaction of their act; their numbers, in the same order."""
    statement = _ENTRY.format(", ".join([_VALUES] * len(rows)))
    return [number for (number,) in run(statement, [value for row in rows for value in row]).fetchall()]
