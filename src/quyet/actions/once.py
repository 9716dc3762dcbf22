"""Acts that are done once under a key, however often they are asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any

from django.db import IntegrityError, transaction

from quyet.actions.clock import now
from quyet.actions.refusal import FieldFault, Refused
from quyet.actions.statements import run
from quyet.core.journal import canonical
from quyet.queries.people import Viewer

_LOOK = "SELECT asked, answer FROM store_oncekey WHERE body_id = %s AND key = %s"
_KEEP = "INSERT INTO store_oncekey (body_id, key, asked, answer, at) VALUES (%s, %s, %s, %s, %s)"


class Once:
    """A key and what was asked under it. Refused for a key that is none."""

    def __init__(self, viewer: Viewer, key: str, asked: object) -> None:
        if not 8 <= len(key) <= 64:
            raise Refused(FieldFault("key", "khóa chống lặp phải dài 8 đến 64 ký tự", "a key has 8 to 64 characters"))
        self._body, self._key = viewer.body.pk, key
        words = canonical({"asked": json.dumps(asked, default=str, ensure_ascii=False)})
        self._asked = sha256(words).hexdigest()

    def look(self) -> Any:
        """A cursor for `answer`; both together, or one after the other among statements that are sent together."""
        return run(_LOOK, (self._body, self._key))

    def answer(self, looked: Any = None) -> list[int] | None:
        """The first answer, None where the act was never done. Refused where the key was used for something else."""
        found = (looked or self.look()).fetchone()
        if found is None:
            return None
        asked, answer = found
        if asked != self._asked:
            raise Refused(FieldFault("key", "khóa này đã dùng cho việc khác", "this key was used for something else"))
        first: list[int] = json.loads(answer)
        return first

    def keep(self, answer: Sequence[int]) -> None:
        """Keep the answer, inside the transaction of the act; IntegrityError where another was first."""
        run(_KEEP, (self._body, self._key, self._asked, json.dumps(list(answer)), now()))

    def do(self, act: Callable[[], list[int]]) -> list[int]:
        """Do what keeps its own answer, in one transaction; of two at once the first one stands, and is given: also
        where the second waited for it, and found that there was nothing left to do."""
        try:
            with transaction.atomic():
                return act()
        except (IntegrityError, Refused):
            if (first := self.answer()) is not None:
                return first
            raise


def once(viewer: Viewer, key: str, asked: object, act: Callable[[], list[int]]) -> list[int]:
    """Do an act under a key, in one transaction; asked for again with the same words, its first answer is given, and
    nothing is done. Refused where the key was used for something else."""
    asking = Once(viewer, key, asked)

    def kept() -> list[int]:
        answer = act()
        asking.keep(answer)
        return answer

    return first if (first := asking.answer()) is not None else asking.do(kept)
