"""A page of a list: one query, that asks for one row more than it shows instead of counting all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet

PAGE = 50

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Paged(Generic[Row]):
    """Some rows of a list, and whether there are more after them; pages count from 1."""

    rows: Sequence[Row]
    page: int
    has_more: bool

    @property
    def is_one_of_many(self) -> bool:
        """Whether there is another page."""
        return self.page > 1 or self.has_more


def paged(found: QuerySet[Row], page: int) -> Paged[Row]:
    """One page of the rows, in their order."""
    begin = (page - 1) * PAGE
    rows = list(found[begin : begin + PAGE + 1])
    return Paged(rows[:PAGE], page, len(rows) > PAGE)
