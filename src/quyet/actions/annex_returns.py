"""The accountant gives an annex back to who entered it, with the reason."""

from __future__ import annotations

from django.db import transaction

from quyet.actions.approval import locked
from quyet.actions.clock import now
from quyet.actions.journal import record
from quyet.actions.notices import tell
from quyet.actions.refusal import FieldFault, Refused, hold_texts, require
from quyet.queries.adoption import annex_of, lacks_lines
from quyet.queries.people import Viewer
from quyet.store.models import AnnexReturn


def return_annex(viewer: Viewer, pk: int, annex: int, reason: str) -> AnnexReturn:
    """The annex that was seen is not confirmed any more; another one may be entered. NotHere, Refused, Forbidden."""
    require(viewer, "accountant")
    if not reason.strip():
        raise Refused(FieldFault("reason", "ghi lý do", "give a reason"))
    hold_texts(AnnexReturn, reason=reason)
    with transaction.atomic():
        programme = locked(viewer, pk)
        found = annex_of(programme) if lacks_lines(programme) else None
        if found is None or found.pk != annex or hasattr(found, "returned"):
            raise Refused(
                FieldFault("annex", "không có phụ lục này đang chờ xác nhận", "no such annex waits to be confirmed")
            )
        made = AnnexReturn.objects.create(annex=found, reason=reason.strip(), by=viewer.person, at=now())
        record(programme.body_id, viewer.person.pk, "return_annex", programme, reason, {"total": found.total})
        tell(
            [each for each in (found.by,) if each.pk != viewer.person.pk], programme,
            f"{viewer.person.name} trả lại phụ lục: {reason.strip()[:200]}. {programme.title[:200]}.",
            f"{viewer.person.name} gave the annex back: {reason.strip()[:200]}. {programme.title[:200]}.",
        )  # fmt: skip
        return made
