"""Make, save, tie and share programmes in the making. The one door to `store.models.Programme`."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from quyet.actions.approval import drafting, locked
from quyet.actions.clock import now
from quyet.actions.journal import record
from quyet.actions.refusal import FieldFault, Refused, require
from quyet.core.papers.draft import Draft
from quyet.core.values.folding import searchable
from quyet.files.drafts.load import draft_of
from quyet.files.writers.programme_json import programme_json
from quyet.files.writing import lay_out
from quyet.queries.people import Viewer
from quyet.store.models import Allotment, Body, Programme


class Conflict(Exception):
    """Somebody else saved first; `revision` is the one that is there now."""

    def __init__(self, revision: int) -> None:
        super().__init__(f"revision {revision} is there already")
        self.revision = revision


def open_programme(viewer: Viewer, content: str) -> Programme:
    """A new programme of the viewer's body, from PROGRAMME.yaml's data as JSON. DraftRefused where the data cannot be
    taken; Forbidden."""
    require(viewer, "officer", "head")
    draft = draft_of(content.encode(), as_json=True).draft
    with transaction.atomic():
        return _open(viewer, draft, programme_json(draft))


def enter_programme(viewer: Viewer, data: bytes, as_json: bool = True) -> tuple[Programme, bool]:
    """The programme that a file or a reading holds, and whether it is new: what the body has already with the same
    contents is not entered again, so that a form that is sent twice makes one. DraftRefused with every fault;
    Forbidden."""
    require(viewer, "officer", "head")
    draft = draft_of(data, as_json).draft
    content = programme_json(draft)
    draft_of(content.encode(), as_json=True)  # a reading may lack what a programme must say
    with transaction.atomic():
        Body.objects.select_for_update(no_key=True).get(pk=viewer.body.pk)  # two forms at once wait in turn
        same = Programme.objects.filter(body=viewer.body, content=content).first()
        return (same, False) if same else (_open(viewer, draft, content), True)


def _open(viewer: Viewer, draft: Draft, content: str) -> Programme:
    moment = now()
    made = Programme.objects.create(
        body=viewer.body, unit=viewer.unit, made_at=moment, changed_at=moment, content=content, **summary(draft)
    )
    record(viewer.body.pk, viewer.person.pk, "open", made, data={"title": made.title, "total": made.total})
    return drafting(viewer, made.pk)


def save_programme(viewer: Viewer, programme: int, revision: int, content: str) -> int:
    """Put new data in the place of those of `revision`; gives the new revision. Conflict where another saved first,
    DraftRefused where the data cannot be taken: then the old data stay. NotHere, Stopped."""
    draft = draft_of(content.encode(), as_json=True).draft
    with transaction.atomic():
        found = drafting(viewer, programme)
        return put(viewer, found, revision, programme_json(draft), **summary(draft))


def put(viewer: Viewer, found: Programme, revision: int, content: str, **shown: object) -> int:
    """Put new content in the place of that of `revision`, inside the transaction of `drafting`. Conflict."""
    saved = Programme.objects.filter(pk=found.pk, revision=revision).update(
        content=content, revision=F("revision") + 1, changed_at=now(), **shown
    )
    if not saved:
        raise Conflict(found.revision)
    record(found.body_id, viewer.person.pk, "save", found, data={"revision": revision + 1, "total": shown["total"]})
    return revision + 1


def draw_on(viewer: Viewer, programme: int, allotment: int | None) -> None:
    """Name the allotment that a programme draws on, or none: by who drafts it, or by the accountant until the money is
    appraised. Refused where the year differs or another body has it. NotHere, Stopped."""
    with transaction.atomic():
        found = _choosing(viewer, programme)
        found.allotment = allotment_for(found, allotment) if allotment is not None else None
        found.save(update_fields=["allotment"])
        record(found.body_id, viewer.person.pk, "draw_on", found, data={"allotment": allotment})


def allotment_for(programme: Programme, allotment: int) -> Allotment:
    """An allotment that a programme may draw on: of its body, and of its year where it names one. Refused."""
    given = Allotment.objects.filter(pk=allotment, body=programme.body_id).first()
    if given is None:
        raise Refused(FieldFault("allotment", "không có dự toán này", "there is no such allotment"))
    if programme.year is not None and given.year != programme.year:
        raise Refused(
            FieldFault(
                "allotment",
                f"là dự toán năm {given.year}, chương trình năm {programme.year}",
                f"is of {given.year}, the programme is of {programme.year}",
            )
        )
    return given


def _choosing(viewer: Viewer, programme: int) -> Programme:
    if "accountant" in viewer.roles:
        found = locked(viewer, programme)
        if found.state in (Programme.State.DRAFT, Programme.State.SUBMITTED):
            return found
    return drafting(viewer, programme)


def share(viewer: Viewer, programme: int, shared: bool) -> None:
    """Let the superior body read a programme, or no longer. Forbidden, NotHere."""
    require(viewer, "head", "director")
    with transaction.atomic():
        found = locked(viewer, programme)
        if shared and not (found.body.parent_id is not None and found.body.shares):
            raise Refused(
                FieldFault(
                    "shared",
                    "cơ quan chưa mở chia sẻ với cấp trên; quản trị mở ở trang Cơ quan",
                    "the body shares nothing with a superior; its administrator opens that",
                )
            )
        if found.shared != shared:
            found.shared = shared
            found.save(update_fields=["shared"])
            record(found.body_id, viewer.person.pk, "share" if shared else "unshare", found)


def summary(draft: Draft) -> dict[str, object]:
    """What lists show of a draft: title, year, total in đồng."""
    made = lay_out(draft).draft
    programme = made.programme
    title = (programme.name if programme else None) or made.document.title or ""
    return {
        "title": title,
        "searched": searchable(title),
        "year": programme.year if programme else None,
        "total": programme.total.amount if programme and programme.total else None,
    }
