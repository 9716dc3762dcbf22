"""Who may do what with a programme, and when: one table of moves, and the rule that nobody judges their own work.

`table` holds the moves, `rules` says why one may not be made and what follows when it is. Pure: the day, the people and
what the checks found are given.
"""

from quyet.core.approval.model import ROLES, Act, Actor, Capacity, Obstacle, Role, Standing, State, Step
from quyet.core.approval.rules import after, obstacles, replay
from quyet.core.approval.table import ADOPTION, MOVES, Move

__all__ = [
    "ADOPTION", "MOVES", "ROLES", "Act", "Actor", "Capacity", "Move", "Obstacle", "Role", "Standing", "State", "Step",
    "after", "obstacles", "replay",
]  # fmt: skip
