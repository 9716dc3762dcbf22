"""The tables, a module a stage of the life cycle."""

from quyet.store.models.allotments import Allotment, AllotmentChange
from quyet.store.models.bodies import Body
from quyet.store.models.programmes import Programme

__all__ = ["Allotment", "AllotmentChange", "Body", "Programme"]
