"""The annex of an adopted decision that came without it: entered by an officer, confirmed by the accountant. What was
issued stays as it was; the annex stands beside it as a version of its own, and opens the money."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction

from quyet.actions.approval import keep_version, locked, media_type
from quyet.actions.clock import now, today
from quyet.actions.files import keep
from quyet.actions.journal import record
from quyet.actions.notices import tell
from quyet.actions.opening import open_lines
from quyet.actions.refusal import FieldFault, Refused, require
from quyet.core.estimates.model import PlannedEstimate
from quyet.core.papers.draft import Draft
from quyet.core.values.amounts import dotted
from quyet.files.drafts.load import draft_of
from quyet.files.writers.reading_json import stated
from quyet.queries.adoption import adoption_of, annex_of, lacks_lines, with_annex
from quyet.queries.leaves import leaves_of
from quyet.queries.people import Viewer, holders
from quyet.store.models import Annex, Programme, Version


def enter_annex(
    viewer: Viewer, pk: int, estimates: Sequence[PlannedEstimate], file: tuple[bytes, str] | None = None
) -> Annex:
    """The lines that a decision in the register is missing, typed or of a workbook (`file`: its bytes and name). They
    come to the decision's total, to the đồng. Whoever enters others before they are confirmed replaces them. NotHere,
    Refused, DraftRefused, Forbidden."""
    require(viewer, "officer")
    with transaction.atomic():
        programme = _lacking(viewer, pk)
        content = with_annex(programme.content, [stated(_bare(each)) for each in estimates])
        draft = draft_of(content.encode(), as_json=True).draft
        total = _hold_total(programme, draft)
        moment = now()
        kept = keep(programme.body_id, *file, media_type(file[0]), viewer.person.pk) if file else None
        annex = Annex.objects.create(
            programme=programme, content=json.dumps(json.loads(content)["estimates"], ensure_ascii=False), total=total,
            source=kept, by=viewer.person, at=moment,
        )  # fmt: skip
        record(
            programme.body_id, viewer.person.pk, "enter_annex", programme, "",
            {"total": total, "lines": sum(len(each.lines) for each in draft.estimates),
             "sha256": kept.sha256 if kept else None},
        )  # fmt: skip
        others = [each for each in holders(programme.body_id, "accountant", today()) if each.pk != viewer.person.pk]
        tell(
            others, programme,
            f"{viewer.person.name} đã nhập phụ lục {dotted(total)} đồng, chờ xác nhận: {programme.title[:200]}.",
            f"{viewer.person.name} entered an annex of {dotted(total)} đồng to be confirmed: {programme.title[:200]}.",
        )  # fmt: skip
        return annex


def confirm_annex(viewer: Viewer, pk: int, annex: int) -> Version:
    """The accountant, another person than who entered it, confirms the annex that they saw: its lines are opened, and
    money may be posted. NotHere, Refused, Forbidden."""
    require(viewer, "accountant")
    with transaction.atomic():
        programme = _lacking(viewer, pk)
        found = annex_of(programme)
        if found is None or found.pk != annex:
            raise Refused(
                FieldFault(
                    "annex", "phụ lục đã được nhập lại; hãy xem lại", "the annex was entered anew; look at it again"
                )
            )
        if hasattr(found, "returned"):
            raise Refused(FieldFault("annex", "phụ lục đã được trả lại", "the annex was given back"))
        if found.by_id == viewer.person.pk:
            raise Refused(
                FieldFault(
                    "annex",
                    "người đã nhập phụ lục không được xác nhận phụ lục đó; cần một người khác",
                    "whoever entered the annex may not confirm it; another person is needed",
                )
            )
        content = with_annex(programme.content, json.loads(found.content))
        draft = draft_of(content.encode(), as_json=True).draft
        _hold_total(programme, draft)
        version = keep_version(viewer, programme, "annex", content, found.source)
        open_lines(programme, draft)
        adoption = adoption_of(programme)
        if adoption is not None:
            adoption.lines_confirmed_by = viewer.person
            adoption.save(update_fields=["lines_confirmed_by"])
        record(
            programme.body_id, viewer.person.pk, "confirm_annex", programme, "",
            {"total": found.total, "version": version.number, "sha256": version.sha256},
        )  # fmt: skip
        tell(
            [found.by], programme,
            f"{viewer.person.name} đã xác nhận phụ lục {dotted(found.total)} đồng: {programme.title[:200]}.",
            f"{viewer.person.name} confirmed the annex of {dotted(found.total)} đồng: {programme.title[:200]}.",
        )  # fmt: skip
        return version


def _lacking(viewer: Viewer, pk: int) -> Programme:
    programme = locked(viewer, pk)
    if not lacks_lines(programme):
        raise Refused(
            FieldFault(
                "programme",
                "chỉ nhập phụ lục cho văn bản tiếp nhận đã vào sổ mà chưa có dự toán chi tiết",
                "only an adopted paper in the register, whose lines are not there, takes an annex",
            )
        )
    return programme


def _bare(estimate: PlannedEstimate) -> PlannedEstimate:
    """What a workbook states as the total follows from its lines here: the lines decide."""
    return replace(estimate, total=None)


def _hold_total(programme: Programme, draft: Draft) -> int:
    """What the lines come to, where that is the decision's total; else Refused with both figures."""
    if programme.total is None:
        raise Refused(FieldFault("lines", "quyết định không nêu tổng kinh phí", "the decision states no total"))
    lines = [line for _, line in leaves_of(draft)]
    if not lines:
        raise Refused(FieldFault("lines", "phụ lục chưa có dòng nào", "the annex has no line"))
    if unknown := next((line for line in lines if line.amount is None), None):
        raise Refused(
            FieldFault(
                "lines",
                f"dòng «{(unknown.content or '')[:80]}» chưa có thành tiền",
                f"the line “{(unknown.content or '')[:80]}” has no amount",
            )
        )
    if below := next((line for line in lines if (line.amount or 0) < 0), None):
        raise Refused(
            FieldFault(
                "lines",
                f"dòng «{(below.content or '')[:80]}» có số tiền âm",
                f"the line “{(below.content or '')[:80]}” is below nought",
            )
        )
    total = sum(line.amount or 0 for line in lines)
    if total != programme.total:
        apart = f"{'thừa' if total > programme.total else 'thiếu'} {dotted(abs(total - programme.total))}"
        apart_en = f"{dotted(abs(total - programme.total))} too {'much' if total > programme.total else 'little'}"
        raise Refused(
            FieldFault(
                "lines",
                f"các dòng cộng lại là {dotted(total)} đồng, quyết định ghi {dotted(programme.total)} đồng: {apart}",
                f"the lines come to {dotted(total)} đồng, the decision sets {dotted(programme.total)}: {apart_en}",
            )
        )
    return total
