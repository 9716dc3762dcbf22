"""Make, save and tie programmes in the making. The one door to `store.models.Programme`."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from quyet.actions.bodies import body_named
from quyet.actions.refusal import FieldFault, Refused
from quyet.core.papers.draft import Draft
from quyet.core.values.folding import bare, squeeze
from quyet.files.drafts.load import draft_of
from quyet.files.writers.programme_json import programme_json
from quyet.files.writing import lay_out
from quyet.store.models import Allotment, Body, Programme


class Conflict(Exception):
    """Somebody else saved first; `revision` is the one that is there now."""

    def __init__(self, revision: int) -> None:
        super().__init__(f"revision {revision} is there already")
        self.revision = revision


def open_programme(body: str, content: str) -> Programme:
    """A new programme of a body, from PROGRAMME.yaml's data as JSON. DraftRefused where the data cannot be taken."""
    draft = draft_of(content.encode(), as_json=True).draft
    with transaction.atomic():
        return _open(body_named(body), draft, programme_json(draft))


def enter_programme(body: str, data: bytes, as_json: bool = True) -> tuple[Programme, bool]:
    """The programme that a file or a reading holds, and whether it is new: what the body has already with the same
    contents is not entered again, so that a form that is sent twice makes one. DraftRefused with every fault."""
    if not body.strip():
        raise Refused(FieldFault("body", "chưa ghi cơ quan", "the body is missing"))
    draft = draft_of(data, as_json).draft
    content = programme_json(draft)
    draft_of(content.encode(), as_json=True)  # a reading may lack what a programme must say
    with transaction.atomic():
        owner = body_named(body)
        same = Programme.objects.filter(body=owner, content=content).first()
        return (same, False) if same else (_open(owner, draft, content), True)


def _open(body: Body, draft: Draft, content: str) -> Programme:
    now = timezone.now()
    return Programme.objects.create(body=body, made_at=now, changed_at=now, content=content, **summary(draft))


def save_programme(programme: int, revision: int, content: str) -> int:
    """Put new data in the place of those of `revision`; gives the new revision. Conflict where another saved first,
    DraftRefused where the data cannot be taken: then the old data stay."""
    draft = draft_of(content.encode(), as_json=True).draft
    saved = Programme.objects.filter(pk=programme, revision=revision).update(
        content=programme_json(draft), revision=F("revision") + 1, changed_at=timezone.now(), **summary(draft)
    )
    if not saved:
        raise Conflict(Programme.objects.get(pk=programme).revision)
    return revision + 1


def draw_on(programme: int, allotment: int | None) -> None:
    """Name the allotment that a programme draws on, or none. Refused where body or year differ."""
    with transaction.atomic():
        found = Programme.objects.select_for_update().get(pk=programme)
        given = Allotment.objects.filter(pk=allotment).first() if allotment is not None else None
        if given is None and allotment is not None:
            raise Refused(FieldFault("allotment", "không còn dự toán này", "this allotment is no longer there"))
        if given is not None and given.body_id != found.body_id:
            raise Refused(FieldFault("allotment", "là dự toán của cơ quan khác", "is an allotment of another body"))
        if given is not None and found.year is not None and given.year != found.year:
            raise Refused(
                FieldFault(
                    "allotment",
                    f"là dự toán năm {given.year}, chương trình năm {found.year}",
                    f"is of {given.year}, the programme is of {found.year}",
                )
            )
        found.allotment = given
        found.save(update_fields=["allotment"])


def summary(draft: Draft) -> dict[str, object]:
    """What lists show of a draft: title, year, total in đồng."""
    made = lay_out(draft).draft
    programme = made.programme
    title = (programme.name if programme else None) or made.document.title or ""
    return {
        "title": title,
        "searched": bare(squeeze(title)),
        "year": programme.year if programme else None,
        "total": programme.total.amount if programme and programme.total else None,
    }
