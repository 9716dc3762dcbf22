"""What taking back some of a contract would leave: on its lines, of the programme, of the contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quyet.queries.contract_acts import Undone
from quyet.queries.contract_page import effects_on
from quyet.queries.spending import Effect
from quyet.store.models import Contract


@dataclass(frozen=True, slots=True)
class Above:
    """What stands around the lines, in đồng: what the programme has left, what the contract is worth and commits."""

    left: int
    value: int
    committed: int


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a reversal would leave: on each line, and around them before and after."""

    effects: Sequence[Effect]
    before: Above
    after: Above


def above(contract: int) -> Above:
    """What stands now."""
    row = Contract.objects.select_related("programme").only(
        "value", "committed", "programme__ceiling", "programme__taken"
    ).get(pk=contract)  # fmt: skip
    return Above(row.programme.ceiling - row.programme.taken, row.value, row.committed)


def foreseen(one: Undone, before: Above) -> Foreseen:
    """What it left, read inside its own transaction."""
    effects = effects_on({each.line_id: each.line for each in one.entries}.values())
    return Foreseen(effects, before, above(one.act.contract_id))
