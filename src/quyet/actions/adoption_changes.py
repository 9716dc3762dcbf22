"""What a reader missed of an adopted decision is added, what it made up is dropped, by the officer who holds the facts
against their words. Both stand on the page for the head who confirms the whole, and in the journal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from quyet.actions.adoption import open_draft, save_content
from quyet.actions.clock import now
from quyet.actions.journal import record
from quyet.actions.refusal import FieldFault, Refused, hold_texts
from quyet.core.decisions.kinds import recognise
from quyet.core.values.folding import squeeze
from quyet.files.drafts import DraftRefused
from quyet.files.drafts.load import draft_of
from quyet.files.facts.kinds import load_kinds
from quyet.files.writers.programme_json import programme_json
from quyet.queries.adoption import changes_of, count_read, members_in, where_said
from quyet.queries.people import Viewer
from quyet.store.models import Adoption, AdoptionChange, Programme

_LONGEST_LABEL = 20


@dataclass(frozen=True, slots=True)
class Missed:
    """An activity that was not read. `words`: of the paper; `after`: the number of the activity that it stands behind,
    None at the top; `reason`: why the file does not have the words, where it does not."""

    title: str
    words: str
    after: int | None = None
    label: str = ""
    reason: str = ""


def add_activity(viewer: Viewer, pk: int, missed: Missed) -> AdoptionChange:
    """Add an activity that the reader missed; its facts wait for their confirmation like all others. Refused without
    its words. NotHere, Stopped, Refused."""
    hold_texts(AdoptionChange, title=missed.title, words=missed.words, reason=missed.reason)
    with transaction.atomic():
        programme, adoption, _ = open_draft(viewer, pk)
        changes = changes_of(adoption)
        members = members_in(adoption, programme.content, changes)
        if faults := _faults(adoption, missed, members):
            raise Refused(*faults)
        data = json.loads(programme.content)
        activities = data["programme"].setdefault("activities", [])
        place = members.index(missed.after) + 1 if missed.after is not None else 0
        activities.insert(place, _activity(missed, activities[place - 1] if place else None))
        save_content(programme, _content(data))
        which = count_read(adoption) + sum(each.what == AdoptionChange.What.ADD for each in changes)
        return _keep(viewer, programme, adoption, "add", which, missed)


def drop_activity(viewer: Viewer, pk: int, which: int, reason: str) -> AdoptionChange:
    """Drop an activity that the paper does not order, with a reason. Refused while a line of the annex is of it.
    NotHere, Stopped, Refused."""
    hold_texts(AdoptionChange, reason=reason)
    with transaction.atomic():
        programme, adoption, _ = open_draft(viewer, pk)
        members = members_in(adoption, programme.content, changes_of(adoption))
        if which not in members:
            raise Refused(FieldFault("which", "không có hoạt động này", "there is no such activity"))
        if not reason.strip():
            raise Refused(FieldFault("reason", "ghi lý do", "give a reason"))
        data = json.loads(programme.content)
        dropped = data["programme"]["activities"].pop(members.index(which))
        _refuse_lines(data, dropped)
        save_content(programme, _content(data))
        title = squeeze(dropped.get("title") or dropped.get("label") or "")
        return _keep(viewer, programme, adoption, "drop", which, Missed(title, "", reason=reason))


def _faults(adoption: Adoption, missed: Missed, members: tuple[int, ...]) -> list[FieldFault]:
    faults = []
    if not missed.title.strip():
        faults.append(FieldFault("title", "ghi tên hoạt động như trên văn bản", "write its title as the paper has it"))
    if missed.after is not None and missed.after not in members:
        faults.append(FieldFault("after", "chọn chỗ của hoạt động", "choose its place"))
    if len(missed.label.strip()) > _LONGEST_LABEL:
        faults.append(FieldFault("label", "dài quá 20 ký tự", "longer than 20 characters"))
    if not missed.words.strip():
        faults.append(FieldFault("words", "chép lại lời văn của hoạt động này", "copy the words that order it"))
    elif where_said(adoption.reading, missed.words) is None and not missed.reason.strip():
        faults.append(
            FieldFault(
                "reason",
                "lời văn này không có trong tệp đã đọc; ghi vì sao, ví dụ bản quét mất dòng",
                "the file as it was read has no such words; say why, such as a line that the scan has lost",
            )
        )
    return faults


def _activity(missed: Missed, before: Mapping[str, Any] | None) -> dict[str, Any]:
    """As data: below the heading of the one before it."""
    title, group = squeeze(missed.title), (before or {}).get("group")
    made = {
        "title": title, "label": squeeze(missed.label), "group": group, "kind": recognise(title, None, load_kinds()),
    }  # fmt: skip
    return {name: value for name, value in made.items() if value}


def _content(data: Mapping[str, Any]) -> str:
    try:
        return programme_json(draft_of(json.dumps(data, ensure_ascii=False).encode(), as_json=True).draft)
    except DraftRefused as refused:
        first = refused.faults[0]
        raise Refused(FieldFault("title", first.message, first.message_en)) from refused


def _refuse_lines(data: Mapping[str, Any], dropped: Mapping[str, Any]) -> None:
    names = {dropped.get("ref"), dropped.get("label")} - {None, ""}
    lines = [line for each in data.get("estimates") or () for line in each.get("lines", ())]
    of_it = [line.get("content") or "" for line in lines if line.get("activity") in names]
    if of_it:
        said = of_it[0][:80]
        raise Refused(
            FieldFault(
                "which",
                f"phụ lục có {len(of_it)} dòng của hoạt động này, như «{said}»; sửa ở bảng Dự toán trước",
                f"the annex has {len(of_it)} lines of it, such as “{said}”; mend them in the estimate first",
            )
        )


def _keep(
    viewer: Viewer, programme: Programme, adoption: Adoption, what: str, which: int, missed: Missed
) -> AdoptionChange:
    title, words = squeeze(missed.title), squeeze(missed.words)
    made = AdoptionChange.objects.create(
        adoption=adoption, what=what, which=which, after=missed.after, title=title[:2000], words=words,
        reason=missed.reason.strip(), person=viewer.person, at=now(),
    )  # fmt: skip
    act = "add_activity" if what == "add" else "drop_activity"
    record(
        programme.body_id, viewer.person.pk, act, programme, missed.reason, {"activity": title, "words": words or None}
    )
    return made
