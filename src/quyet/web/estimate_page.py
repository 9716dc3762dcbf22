"""The page «Dự toán»: which annex of which programme it shows, and the table with all that stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from quyet.actions.estimates import MOST_ANNEXES, Saved
from quyet.core.estimates.model import PlannedEstimate
from quyet.core.papers.said import roman
from quyet.files.drafts.rows import FIELDS, lines_of
from quyet.queries import estimates as asked
from quyet.queries.frames import Frame, frame_of
from quyet.queries.programmes import Opened
from quyet.web import estimate_table as made
from quyet.web import wording
from quyet.web.language import say
from quyet.web.office import OfficeRequest
from quyet.web.shell import shell
from quyet.web.views.programmes import load, load_ours

PAGE = "programme-estimate"
ANNEX = "phu-luc"
"""How an address names an annex, counted from 1; the first one need not be named."""
WAYS = ("save", "basis", "propose", "excel", "compare", "remove")
"""Where the page leads and sends to, each by the end of its address's name."""
NO_REVISION = 0
"""What no programme has: whoever saves with it is shown both states."""


@dataclass(frozen=True)
class Sheet:
    """A programme and the annex of it that is shown, counted from 0; the one behind the last is a new one."""

    found: Opened
    annex: int

    @property
    def pk(self) -> int:
        return self.found.programme.pk

    @property
    def revision(self) -> int:
        return self.found.programme.revision

    @cached_property
    def frame(self) -> Frame:
        return frame_of(self.found.programme.content)

    @cached_property
    def kept(self) -> PlannedEstimate:
        """What is kept, in the terms in which it is saved: products and the total follow."""
        estimates = self.found.loaded.draft.estimates
        if self.annex >= len(estimates):
            return PlannedEstimate()
        return lines_of(made.rows_of(estimates[self.annex], self.frame))[0]

    @property
    def rows(self) -> made.Rows:
        """The rows of what is kept."""
        return made.rows_of(self.kept, self.frame)

    def address(self, name: str = PAGE, annex: int | None = None) -> str:
        """A page of this annex, or of another one."""
        return annexed(reverse(name, args=[self.pk]), self.annex if annex is None else annex)

    @property
    def tabs(self) -> list[dict[str, Any]]:
        """The annexes by name, each with its address; none for one that is alone."""
        count = max(len(self.found.loaded.draft.estimates), self.annex + 1)
        if count < 2:
            return []
        return [
            {
                "name": say("Phụ lục {n}", "Annex {n}", n=roman(at + 1)),
                "address": self.address(annex=at),
                "is_here": at == self.annex,
            }
            for at in range(count)
        ]

    @property
    def is_kept(self) -> bool:
        """Whether the programme has this annex; the one behind the last begins with its first save."""
        return self.annex < len(self.found.loaded.draft.estimates)

    @property
    def more(self) -> str | None:
        """Where a further annex is begun; None while this one has nothing yet."""
        count = len(self.found.loaded.draft.estimates)
        return self.address(annex=count) if self.annex < count < MOST_ANNEXES else None


def annexed(address: str, annex: int) -> str:
    """The address with the annex that it is about."""
    return f"{address}?{ANNEX}={annex + 1}" if annex else address


def annex_of(request: HttpRequest, count: int) -> int:
    """The annex that an address names, from 0: one of `count`, or the next."""
    given = request.GET.get(ANNEX, "1")
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 4 else 0
    if not 1 <= number <= min(count + 1, MOST_ANNEXES):
        raise Http404(given)
    return number - 1


def sheet_of(request: OfficeRequest, pk: int) -> Sheet:
    """What an address asks for; what is sent to it concerns the viewer's own body alone."""
    found = load(request, pk) if request.method in ("GET", "HEAD") else load_ours(request, pk)
    return Sheet(found, annex_of(request, len(found.loaded.draft.estimates)))


def page(
    request: HttpRequest,
    sheet: Sheet,
    rows: made.Rows,
    revision: int,
    *,
    at: int | None = None,
    unsaved: bool = False,
    status: int = 200,
    refusal: str = "",
) -> HttpResponse:
    """The table of these rows, whether they are kept or not."""
    given, places, faults = lines_of(rows)
    checked = asked.checked(sheet.found.programme, given, sheet.annex)
    if not rows:
        rows = [dict.fromkeys(FIELDS, "")]
    table = made.table(rows, places, checked, faults if unsaved else [])
    context = {
        **shell(sheet.found, PAGE),
        **sums(checked),
        "sheet": sheet,
        "addresses": {name: sheet.address(f"estimate-{name}") for name in WAYS},
        "rows": table,
        "revision": revision,
        "columns": [(name, name in made.FIGURES) for name in made.COLUMNS],
        "activities": made.activities_of(sheet.frame, rows),
        "faulty": [(n, row) for n, row in enumerate(table) if row.faults],
        "at": at,
        "unsaved": unsaved,
        "refusal": refusal,
    }
    return render(request, "quyet/estimate.html", context, status=status)


def sums(checked: asked.Checked) -> dict[str, Any]:
    """The strip, the totals, the findings of no single line."""
    return {
        "checked": checked,
        "whole": made.findings_said(checked.findings),
        "totals": made.totals_said(checked) if checked.total else [],
    }


def told(saved: Saved) -> str:
    """What is said once an estimate is saved."""
    total = saved.checked.total
    if total is None:
        return say("Đã lưu dự toán.", "The estimate is saved.")
    return say("Đã lưu dự toán {sum}.", "The estimate of {sum} is saved.", sum=wording.money(total))


def revision_in(given: str | None) -> int:
    """A number that was sent; none where it is none."""
    return int(given) if given and given.isascii() and given.isdigit() and len(given) < 10 else NO_REVISION
