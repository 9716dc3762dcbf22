"""What may be posted, and what it moves: one table of entry kinds, balances as sums of moves.

The table is the whole of it. The store adds the same moves to its rows by conditional statements (`actions.guard`), and
a plain replay of the entries must give the same balances: `quyet ledger verify` and the tests hold them
against each other.
"""

from quyet.core.ledger.balances import COLUMNS, Balances, Short, holds, moved
from quyet.core.ledger.table import KINDS, EntryKind, Moves, moves_of

__all__ = ["COLUMNS", "KINDS", "Balances", "EntryKind", "Moves", "Short", "holds", "moved", "moves_of"]
