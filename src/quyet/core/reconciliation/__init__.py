"""What the treasury says was done beside what Quyết says was done: who belongs to whom, and why.

Pure matching of rows and payments; it moves nothing. `reconcile` puts each row of a statement in exactly one group, and
each payment of its days in exactly one, so that the sums of the groups come to both totals.
"""

from quyet.core.reconciliation.match import reconcile
from quyet.core.reconciliation.model import KINDS, Group, Kind, Payment, Row, Tie, Why

__all__ = ["KINDS", "Group", "Kind", "Payment", "Row", "Tie", "Why", "reconcile"]
