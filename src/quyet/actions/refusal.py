"""Why an act was not done: at the field that is to be mended, or because it is not this person's to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model

from quyet.core.approval.model import Role
from quyet.core.approval.rules import ROLE_NAMES
from quyet.core.values.amounts import dotted
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


LONGEST = 20_000
"""Characters of a text whose column sets no limit of its own."""


def hold_texts(table: type[Model], **texts: str) -> None:
    """Refused for a text that a row of that table does not keep. SQLite would take what PostgreSQL does not: asked here
    before either of them, both refuse the same with the same words."""
    faults = [
        fault
        for field, text in texts.items()
        for fault in text_faults(field, text, getattr(table._meta.get_field(field), "max_length", None) or LONGEST)
    ]
    if faults:
        raise Refused(*faults)


def text_faults(field: str, text: str, most: int) -> Iterator[FieldFault]:
    """What keeps a text from being kept: it is too long, or holds what is no character of any text."""
    if "\0" in text:
        yield FieldFault(
            field, "có ký tự trống U+0000; hãy xóa ký tự này", "holds the null character U+0000; remove it"
        )
    elif len(text.strip()) > most:
        yield FieldFault(field, f"dài quá {dotted(most)} ký tự", f"longer than {most:,} characters")


class Forbidden(Refused):
    """An act that is not this person's to do, whatever they would write."""


class NotHere(LookupError):
    """No such row for who asks: also said of one that another body has."""


def require(viewer: Viewer, *roles: Role) -> None:
    """Forbidden unless the viewer holds one of the roles at the body today."""
    if not viewer.roles & set(roles):
        who, who_en = (", ".join(ROLE_NAMES[role][language] for role in roles) for language in (0, 1))
        raise Forbidden(FieldFault("role", f"việc này là của {who}", f"this is for {who_en}"))
