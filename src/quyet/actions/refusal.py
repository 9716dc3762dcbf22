"""Why an act was not done: at the field that is to be mended, or because it is not this person's to do."""

from __future__ import annotations

from dataclasses import dataclass

from quyet.core.approval.model import Role
from quyet.core.approval.rules import ROLE_NAMES
from quyet.queries.people import Viewer


@dataclass(frozen=True, slots=True)
class FieldFault:
    """What is wrong with one field, and what would be right."""

    field: str
    message: str
    message_en: str


class Refused(ValueError):
    """An act that is refused; nothing was changed."""

    def __init__(self, *faults: FieldFault) -> None:
        super().__init__("; ".join(f"{fault.field}: {fault.message_en}" for fault in faults))
        self.faults = faults


class Forbidden(Refused):
    """An act that is not this person's to do, whatever they would write."""


class NotHere(LookupError):
    """No such row for who asks: also said of one that another body has."""


def require(viewer: Viewer, *roles: Role) -> None:
    """Forbidden unless the viewer holds one of the roles at the body today."""
    if not viewer.roles & set(roles):
        who, who_en = (", ".join(ROLE_NAMES[role][language] for role in roles) for language in (0, 1))
        raise Forbidden(FieldFault("role", f"việc này là của {who}", f"this is for {who_en}"))
