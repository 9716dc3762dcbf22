"""Write the estimate of a programme. Whoever saves names the revision that they changed, and the older of two is
refused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.db import transaction

from quyet.actions.approval import drafting, locked
from quyet.actions.programmes import Conflict, put, summary
from quyet.actions.refusal import FieldFault, Refused
from quyet.core.estimates.model import PlannedEstimate, PlannedLine, copied
from quyet.core.estimates.sums import worth
from quyet.core.estimates.templates import Setting, propose
from quyet.core.estimates.typed import label_after
from quyet.files.drafts.load import draft_of
from quyet.files.drafts.shape import LIST_LIMIT
from quyet.files.facts.codes import load_codes
from quyet.files.facts.norms import load_norms
from quyet.files.facts.templates import load_templates
from quyet.files.writers.reading_json import stated
from quyet.queries.estimates import Checked, checked, estimate_of
from quyet.queries.frames import Frame, annexes_in, as_data, frame_of
from quyet.queries.people import Viewer

PROPOSED = "đề xuất, cần kiểm tra"
"""The note of a line that a template proposed."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The revision that is there now, and what follows from the estimate."""

    revision: int
    checked: Checked


MOST_ANNEXES = 20
NO_ANNEX = FieldFault("annex", "không có phụ lục này", "there is no such annex")


def save_estimate(
    viewer: Viewer,
    programme: int,
    revision: int,
    estimate: PlannedEstimate,
    take_total: bool = False,
    annex: int = 0,
) -> Saved:
    """Put an estimate in the place of an annex of the programme, counted from 0, or behind the last one. Conflict where
    another saved first. `take_total`: what all annexes come to becomes what the decision sets. NotHere, Stopped."""
    with transaction.atomic():
        return _save(viewer, programme, revision, estimate, take_total, annex)


def _save(
    viewer: Viewer, programme: int, revision: int, estimate: PlannedEstimate, take_total: bool, annex: int
) -> Saved:
    found = drafting(viewer, programme)
    if found.revision != revision:
        raise Conflict(found.revision)
    if len(estimate.lines) > LIST_LIMIT:
        raise Refused(FieldFault("lines", "có quá nhiều dòng", "there are too many lines"))
    kept = _without_what_follows(estimate)
    data = as_data(found.content)
    _place(data, kept, annex)
    result = checked(found, kept, annex, data)
    if take_total and result.cost is not None and data.get("programme") is not None:
        data["programme"]["total"] = {"amount": result.cost}
        result = checked(found, kept, annex, data)
    content = json.dumps(data, ensure_ascii=False)
    total = _total_of(result.frame, result, alone=len(data["estimates"]) == 1)
    return Saved(put(viewer, found, revision, content, total=total), result)


def _total_of(frame: Frame, result: Checked, alone: bool) -> int | None:
    """What the register counts: what the decision sets, else what its only annex comes to."""
    if frame.total is not None or frame.draft.programme is None:
        return frame.total
    return result.total if alone else None


def _without_what_follows(estimate: PlannedEstimate) -> PlannedEstimate:
    """Products, sub-totals and the total follow from the lines; stated ones would soon contradict them."""
    lines = [copied(line) for line in estimate.lines]
    for line in lines:
        if line.factors:
            line.quantity = None
        if worth(line) is not None:
            line.amount = None
    return replace(estimate, lines=lines, total=None)


def _place(data: dict[str, Any], estimate: PlannedEstimate, annex: int) -> None:
    """The estimate in its place among the data. What stood above the columns of a table that was read stays: nobody
    edits it."""
    kept = annexes_in(data)
    if annex > len(kept) or annex >= MOST_ANNEXES:
        raise Refused(NO_ANNEX)
    data.pop("estimate", None)
    before = kept[annex] if annex < len(kept) else {}
    names = {"columns": before["columns"]} if before.get("columns") else {}
    data["estimates"] = [*kept[:annex], {**names, **stated(estimate)}, *kept[annex + 1 :]]


def remove_annex(viewer: Viewer, programme: int, revision: int, annex: int) -> int:
    """Take an annex, counted from 0, out of a programme with all its lines; those behind it move up. Gives the new
    revision. Conflict where another saved first, Refused where there is no such annex. NotHere, Stopped."""
    with transaction.atomic():
        found = drafting(viewer, programme)
        if found.revision != revision:
            raise Conflict(found.revision)
        data = as_data(found.content)
        kept = annexes_in(data)
        if annex >= len(kept):
            raise Refused(NO_ANNEX)
        data.pop("estimate", None)
        data["estimates"] = [*kept[:annex], *kept[annex + 1 :]]
        content = json.dumps(data, ensure_ascii=False)
        return put(viewer, found, revision, content, **summary(draft_of(content.encode(), as_json=True).draft))


# --- proposals -------------------------------------------------------------------------------------------------------


def propose_lines(
    viewer: Viewer,
    programme: int,
    revision: int,
    activity: str,
    numbers: Mapping[str, Decimal],
    setting: Setting,
    annex: int = 0,
) -> tuple[Saved, int]:
    """Append the lines of the template of an activity below those that it has in an annex; gives how many. Refused
    where its kind has no template, or where a number is missing. NotHere, Stopped."""
    with transaction.atomic():
        found = locked(viewer, programme)
        estimate, count = _with_proposed(found.content, activity, numbers, setting, annex)
        return save_estimate(viewer, programme, revision, estimate, annex=annex), count


def _with_proposed(
    content: str, activity: str, numbers: Mapping[str, Decimal], setting: Setting, annex: int
) -> tuple[PlannedEstimate, int]:
    frame = frame_of(content)
    ref = frame.names.get(activity, "")
    chosen = next((each for each in frame.activities if each.ref == ref), None)
    if chosen is None:
        raise Refused(FieldFault("activity", "chọn một nội dung", "choose an activity"))
    template = load_templates().get(chosen.kind)
    if template is None:
        raise Refused(
            FieldFault("activity", "loại nội dung này chưa có mẫu dòng", "this kind of activity has no template yet")
        )
    missing = [name for name in template.asks if name not in numbers]
    if missing:
        raise Refused(*(FieldFault(name, "ghi một số lớn hơn 0", "write a number above 0") for name in missing))
    edition = load_codes().edition_of(frame.year) if frame.year else None
    setting = replace(setting, province=frame.province, edition=edition.key if edition else None)
    proposed = propose(template, numbers, setting, load_norms(), frame.called(activity))
    estimate = estimate_of(content, annex)
    _append(estimate, frame, ref, chosen.title, proposed)
    return estimate, len(proposed)


def _append(estimate: PlannedEstimate, frame: Frame, ref: str, title: str | None, proposed: list[PlannedLine]) -> None:
    """Below the last line of the activity, numbered on from it; at the end, with a heading, where it has none."""
    own = [at for at, line in enumerate(estimate.lines) if line.activity and frame.names.get(line.activity) == ref]
    if not own:
        roman = sum(1 for line in estimate.lines if line.label and not line.label[0].isdigit()) + 1
        heading = PlannedLine(label=_ROMAN[min(roman, len(_ROMAN)) - 1], content=title, activity=frame.called(ref))
        estimate.lines.append(heading)
    at = own[-1] + 1 if own else len(estimate.lines)
    above = estimate.lines[at - 1]
    last = above.label if own else None
    for step, line in enumerate(proposed):
        if last:
            last = line.label = label_after(last, has_below=step == 0 and above.unit_price is None)
        line.note = PROPOSED
    estimate.lines[at:at] = proposed


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
