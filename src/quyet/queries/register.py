"""The register of papers: a page of it as somebody asks for it, and one paper with where it was sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from django.db.models import Prefetch
from django.utils import timezone

from quyet.core.papers.recipients import Recipient, article_words, recipient
from quyet.core.values.workdays import next_working_day
from quyet.files.drafts.load import draft_of
from quyet.files.writing import lay_out
from quyet.queries.days_off import days_off
from quyet.queries.people import Viewer
from quyet.queries.searching import Asked, entries_with, programmes_with
from quyet.store.models import ApprovalAct, Dispatch, Programme, RegisterEntry, SignedPaper, StoredFile, Version

PAGE = 50
FEW = 10
"""How many programmes a search shows above the papers."""

RELEASE_RULE = "NĐ 30/2020/NĐ-CP, Điều 4 khoản 2 điểm c"
"""A paper is released on the day of its signature, on the next working day at the latest."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. Empty: everything, the latest first."""

    look: Asked
    direction: str = ""
    kind: str = ""
    year: int | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class Book:
    """One page of the register. `years` and `kinds` are those that it holds; `programmes` match the same words."""

    wanted: Wanted
    rows: Sequence[Row]
    count: int
    years: Sequence[int]
    kinds: Sequence[str]
    programmes: Sequence[Programme]

    @property
    def pages(self) -> int:
        """How many pages there are, one at least."""
        return max(1, ceil(self.count / PAGE))


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the register: to how many it goes, has gone, has come."""

    entry: RegisterEntry
    to_send: int
    sent: int
    received: int


def book(viewer: Viewer, wanted: Wanted) -> Book:
    """What the viewer's body holds; five queries, however much that is."""
    of_body = RegisterEntry.objects.filter(body=viewer.body)
    held = sorted(set(of_body.order_by().values_list("year", "kind").distinct()))
    found = of_body.filter(entries_with(wanted.look))
    if wanted.direction:
        found = found.filter(direction=wanted.direction)
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    if wanted.year is not None:
        found = found.filter(year=wanted.year)
    begin = (wanted.page - 1) * PAGE
    entries = found.prefetch_related("dispatches")[begin : begin + PAGE]
    return Book(
        wanted,
        [_row(entry) for entry in entries],
        found.count(),
        sorted({year for year, _ in held}, reverse=True),
        sorted({kind for _, kind in held}),
        _programmes(viewer, wanted.look),
    )


def _row(entry: RegisterEntry) -> Row:
    sent = [each for each in entry.dispatches.all() if not recipient(each.recipient).kept]
    return Row(
        entry,
        len(sent),
        sum(each.sent_at is not None for each in sent),
        sum(each.received_at is not None for each in sent),
    )


def _programmes(viewer: Viewer, look: Asked) -> list[Programme]:
    if not look:
        return []
    return list(Programme.objects.filter(programmes_with(look), body=viewer.body).defer("content")[:FEW])


# --- one paper -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sending:
    """One line of nơi nhận: what it asks for, and how far it is. `meant`: what the article says that it names."""

    row: Dispatch
    to: Recipient
    meant: str | None


@dataclass(frozen=True, slots=True)
class Release:
    """When a paper had to be released, and whether it was: `late` in days of the calendar beyond `due`, 0 in time."""

    signed: date
    due: date
    late: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper with its dispatch list, its files, and when it was to be released."""

    entry: RegisterEntry
    sendings: Sequence[Sending]
    files: Sequence[tuple[str, StoredFile]]
    release: Release | None
    has_envelope: bool

    @property
    def unsent(self) -> int:
        """How many it has yet to be sent to."""
        return sum(not each.to.kept and each.row.sent_at is None for each in self.sendings)

    @property
    def send_by(self) -> date:
        """The last day to send it on."""
        return next_working_day(self.entry.day, days_off)


def entry_of(viewer: Viewer, pk: int) -> Entry | None:
    """One paper of the viewer's body; None where there is none."""
    rows = RegisterEntry.objects.filter(body=viewer.body).select_related("body", "programme", "file", "by")
    found = rows.prefetch_related(Prefetch("dispatches", Dispatch.objects.select_related("sent_by"))).filter(pk=pk)
    entry = found.first()
    if entry is None:
        return None
    version = issued_version(entry)
    return Entry(
        entry,
        list(_sendings(entry, version)),
        list(_files(entry, version)),
        release_of(entry.programme, entry.day) if entry.programme else None,
        version is not None and version.paper is not None,
    )


def issued_version(entry: RegisterEntry) -> Version | None:
    """What was issued under this number; None for a paper that Quyết did not make."""
    if entry.programme_id is None:
        return None
    rows = Version.objects.filter(programme=entry.programme_id, why="issue").select_related("paper")
    return rows.order_by("-number").first()


def _sendings(entry: RegisterEntry, version: Version | None) -> Iterator[Sending]:
    rows = [(each, recipient(each.recipient)) for each in entry.dispatches.all()]
    paper = None
    if version is not None and any(to.article for _, to in rows):
        paper = lay_out(draft_of(version.content.encode(), as_json=True).draft).paper
    for row, to in rows:
        yield Sending(row, to, article_words(paper, to.article) if paper and to.article else None)


def _files(entry: RegisterEntry, version: Version | None) -> Iterator[tuple[str, StoredFile]]:
    """Which files there are, each with what it is: `issued`, `signed`, `kept`."""
    if entry.file is not None:
        yield ("issued" if version is not None else "kept"), entry.file
    if version is not None:
        signed = SignedPaper.objects.filter(version__programme=entry.programme_id).select_related("file").last()
        if signed is not None:
            yield "signed", signed.file


def release_of(programme: Programme, day: date) -> Release | None:
    """Of a paper that was signed here, released on a day; of others nobody knows the day of signature."""
    signed = ApprovalAct.objects.filter(programme=programme, move="sign").last()
    return release(timezone.localdate(signed.at), day) if signed else None


def release(signed: date, day: date) -> Release:
    """Whether a paper that was signed on one day may go out on another without a warning."""
    due = next_working_day(signed, days_off)
    return Release(signed, due, max(0, (day - due).days))
