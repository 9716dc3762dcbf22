"""The book of a programme's entries, a page at a time, each with what it belongs to and what took it back."""

from __future__ import annotations

from django.db.models import QuerySet

from quyet.queries.paging import Paged, paged
from quyet.queries.people import Viewer
from quyet.store.models import LedgerEntry, Programme

_JOINED = (
    "line", "contract", "person", "reverses", "reversed_by__person", "posted_by__act__request",
    "of_contract__act__taken_back_by",
)  # fmt: skip


def book(programme: Programme, page: int) -> Paged[LedgerEntry]:
    """Its entries, the newest first."""
    return paged(_rows().filter(programme=programme).order_by("-id"), page)


def entry_of(viewer: Viewer, programme: int, pk: int) -> LedgerEntry | None:
    """An entry of a programme of the viewer's body; None where there is none."""
    return _rows().filter(pk=pk, programme=programme, body=viewer.body).first()


def _rows() -> QuerySet[LedgerEntry]:
    return LedgerEntry.objects.select_related(*_JOINED)
