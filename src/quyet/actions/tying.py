"""Tie a programme that was issued without an allotment to one: an adopted decision may enter the register before
anybody knows which money pays it."""

from __future__ import annotations

from django.db import transaction

from quyet.actions.approval import locked
from quyet.actions.journal import record
from quyet.actions.notices import tell
from quyet.actions.opening import open_money
from quyet.actions.programmes import allotment_for
from quyet.actions.refusal import FieldFault, Forbidden, Refused, require
from quyet.actions.register import reserve
from quyet.core.values.amounts import dotted
from quyet.queries.approval import standing_of
from quyet.queries.people import Viewer
from quyet.store.models import Person, Programme


def tie(viewer: Viewer, pk: int, allotment: int) -> Programme:
    """Name the allotment of an issued programme that has none, once: it holds the total from now on, and where the
    lines are there money opens. By an accountant who did not draft it: it is an appraisal of the money. Forbidden,
    NotHere, Refused; Stopped with every number where the allotment is too small."""
    require(viewer, "accountant")
    with transaction.atomic():
        programme = locked(viewer, pk)
        _refuse(viewer, programme)
        given = allotment_for(programme, allotment)
        programme.allotment = given
        programme.save(update_fields=["allotment"])
        reserve(programme)
        is_open = open_money(programme)
        record(
            programme.body_id, viewer.person.pk, "tie", programme, "",
            {"allotment": given.pk, "text": given.deciding_text, "total": programme.total, "money_open": is_open},
        )  # fmt: skip
        drafters = Person.objects.filter(pk__in=standing_of(programme).drafters)
        tell(
            drafters, programme,
            f"{viewer.person.name} đã gắn dự toán {given.deciding_text}, giữ {dotted(programme.total or 0)} đồng cho "
            f"chương trình: {programme.title[:200]}.",
            f"{viewer.person.name} tied it to the allotment {given.deciding_text}, which holds "
            f"{dotted(programme.total or 0)} đồng: {programme.title[:200]}.",
        )  # fmt: skip
        return programme


def _refuse(viewer: Viewer, programme: Programme) -> None:
    if programme.state != Programme.State.ISSUED:
        raise Refused(
            FieldFault("programme", "chương trình chưa ban hành hoặc chưa vào sổ", "the programme is not issued yet")
        )
    if programme.allotment is not None:
        text = programme.allotment.deciding_text
        raise Refused(
            FieldFault(
                "allotment",
                f"chương trình đã gắn dự toán {text}; sau khi ban hành chỉ gắn một lần",
                f"the programme is tied to {text} already; after its issue that is done once",
            )
        )
    if viewer.person.pk in standing_of(programme).drafters:
        raise Forbidden(
            FieldFault(
                "own_work",
                "người đã soạn thảo hoặc đối chiếu không được gắn dự toán cho chương trình đó; cần một người khác",
                "whoever drafted it may not tie it to its money; another person is needed",
            )
        )
