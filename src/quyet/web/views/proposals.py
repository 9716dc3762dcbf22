"""The lines that a template proposed were looked at."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from quyet.actions.programmes import Conflict
from quyet.actions.proposals import LookedAt, look_at_proposed
from quyet.web.answers import done
from quyet.web.estimate_page import sheet_of
from quyet.web.language import say
from quyet.web.office import OfficeRequest, office_page


@office_page
@require_POST
def looked_at(request: OfficeRequest, pk: int) -> HttpResponse:
    """Take their mark away, and say how many."""
    sheet = sheet_of(request, pk)
    try:
        told = _told(look_at_proposed(request.viewer, pk, sheet.annex))
    except Conflict:
        told = say("Người khác vừa lưu dự toán. Hãy bấm lại.", "Somebody else has just saved. Press again.")
    return done(request, told, sheet.address())


def _told(done_: LookedAt) -> str:
    said = [
        say(
            "Đã kiểm tra {n} dòng đề xuất.",
            "{n} proposed line looked at.|{n} proposed lines looked at.",
            n=done_.count,
        )
    ]
    if done_.waiting:
        said.append(say("Còn {n} dòng chưa có giá.", "{n} has no price yet.|{n} have no price yet.", n=done_.waiting))
    return " ".join(said)
