"""How money leaves: the kinds of requests, their road as one table, and what the rules of a day say of one.

`table` holds kinds and moves, `rules` says why a move may not be made and what follows from it, `advances`, `buying`
and `invoices` what is told of a request. Pure: the day, the people, the balances and the papers are given.
"""

from quyet.core.payments.model import Act, Standing, State, Told
from quyet.core.payments.rules import after, obstacles, replay
from quyet.core.payments.table import KINDS, ROADS, Move, RequestKind, moves_of

__all__ = [
    "KINDS", "ROADS", "Act", "Move", "RequestKind", "Standing", "State", "Told", "after", "moves_of", "obstacles",
    "replay",
]  # fmt: skip
