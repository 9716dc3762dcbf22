"""What an act would leave, found out by doing it and taking it back: the refusals and the sums of a page's preview are
those of the act itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction

Made = TypeVar("Made")
Seen = TypeVar("Seen")


def tried(act: Callable[[], Made], look: Callable[[Made], Seen]) -> Seen:
    """What is to be seen once an act is done; nothing of it stays. Refused, Stopped, NotHere as the act itself. Not for
    acts that write files."""
    with transaction.atomic():
        seen = look(act())
        transaction.set_rollback(True)
    return seen
