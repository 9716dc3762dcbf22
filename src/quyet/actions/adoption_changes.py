"""What a reader missed of an adopted decision (an activity, a basis, an assignment) is added, what it made up is
dropped, by the officer who holds the facts against their words. Both stand on the page for the head who confirms the
whole, and in the journal."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from quyet.actions.adoption import open_draft, save_content
from quyet.actions.clock import now
from quyet.actions.journal import record
from quyet.actions.refusal import FieldFault, Refused, hold_texts
from quyet.core.adoption import Listed
from quyet.core.adoption.members import LISTS, ROOM, SAID_AT
from quyet.core.adoption.typed import ROLES
from quyet.core.decisions.bases import cited_in
from quyet.core.decisions.kinds import recognise
from quyet.core.values.folding import squeeze
from quyet.files.drafts import DraftRefused
from quyet.files.drafts.load import draft_of
from quyet.files.facts.kinds import load_kinds
from quyet.files.writers.programme_json import programme_json
from quyet.files.writers.reading_json import stated
from quyet.queries.adoption import where_said
from quyet.queries.adoption_lists import changes_of, members_in, next_number
from quyet.queries.people import Viewer
from quyet.store.models import Adoption, AdoptionChange, Programme

_LONGEST_LABEL, _LONGEST_TITLE = 20, 2_000
_NAMES = {"activity": "activity", "bases": "basis", "assignments": "assignment"}
"""What a member of each list is called in the journal."""


@dataclass(frozen=True, slots=True)
class Missed:
    """An activity that was not read. `words`: of the paper; `after`: the number of the activity that it stands behind,
    None at the top; `reason`: why the file does not have the words, where it does not."""

    title: str
    words: str
    after: int | None = None
    label: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MissedBasis:
    """A basis that was not read, by its words in the paper; number, day and title are read of them."""

    words: str
    after: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MissedAssignment:
    """Somebody who was charged with something and not read; `role` as `ROLES` has it."""

    role: str
    unit: str
    words: str
    after: int | None = None
    reason: str = ""


Made = dict[str, Any]


# --- added -----------------------------------------------------------------------------------------------------------


def add_activity(viewer: Viewer, pk: int, missed: Missed) -> AdoptionChange:
    """Add an activity that the reader missed; its facts wait for their confirmation like all others. Refused without
    its words. NotHere, Stopped, Refused."""
    faults = []
    if not missed.title.strip():
        faults.append(FieldFault("title", "ghi tên hoạt động như trên văn bản", "write its title as the paper has it"))
    if len(missed.label.strip()) > _LONGEST_LABEL:
        faults.append(FieldFault("label", "dài quá 20 ký tự", "longer than 20 characters"))
    return _add(viewer, pk, "activity", missed, missed.title, faults, lambda before: _activity(missed, before))


def add_basis(viewer: Viewer, pk: int, missed: MissedBasis) -> AdoptionChange:
    """Add a basis that the reader missed. Refused where its words name several. NotHere, Stopped, Refused."""
    text = squeeze(missed.words).rstrip(" ;,.")
    found, faults = cited_in(text), []
    if len(found) > 1:
        faults.append(
            FieldFault(
                "words",
                f"lời văn này nêu {len(found)} văn bản; thêm từng căn cứ một",
                f"these words name {len(found)} instruments; add each basis on its own",
            )
        )
    made = {**(stated(found[0]) if found else {}), "text": text}
    return _add(viewer, pk, "bases", replace(missed, words=text), text, faults, lambda before: made)


def add_assignment(viewer: Viewer, pk: int, missed: MissedAssignment) -> AdoptionChange:
    """Add somebody who was charged with something and not read. NotHere, Stopped, Refused."""
    unit, faults = squeeze(missed.unit), []
    if not unit:
        faults.append(FieldFault("unit", "ghi đơn vị hoặc người được giao", "write who is charged with it"))
    if missed.role not in ROLES:
        faults.append(FieldFault("role", "chọn vai trò", "choose the role"))
    title = f"{ROLES.get(missed.role, '')}: {unit}"
    made = {"unit": unit, "role": missed.role}
    return _add(viewer, pk, "assignments", missed, title, faults, lambda before: made)


def _add(
    viewer: Viewer, pk: int, part: Listed, missed: Missed | MissedBasis | MissedAssignment, title: str,
    faults: Sequence[FieldFault], make: Callable[[Made | None], Made],
) -> AdoptionChange:  # fmt: skip
    """Put a member behind the one that it is said to stand behind, and keep what was said of it."""
    hold_texts(AdoptionChange, words=missed.words, reason=missed.reason)
    if part != "bases":
        hold_texts(AdoptionChange, title=title)
    with transaction.atomic():
        programme, adoption, _ = open_draft(viewer, pk)
        changes = changes_of(adoption)
        members = members_in(adoption, programme.content, changes)[part]
        if all_faults := [*faults, *_faults(adoption, missed, members)]:
            raise Refused(*all_faults)
        data = json.loads(programme.content)
        listed = _listed(data, part)
        place = members.index(missed.after) + 1 if missed.after is not None else 0
        made = make(listed[place - 1] if place else None)
        which = next_number(adoption, part, changes)
        if made in listed or which >= ROOM:
            raise Refused(FieldFault(SAID_AT[part] if part != "bases" else "words", "đã có ở đây", "is there already"))
        listed.insert(place, made)
        save_content(programme, _content(data, part))
        return _keep(viewer, programme, adoption, "add", part, which, missed.after, title, missed.words, missed.reason)


def _faults(
    adoption: Adoption, missed: Missed | MissedBasis | MissedAssignment, members: Sequence[int]
) -> list[FieldFault]:
    """What is wrong with the place and the words of whatever was missed."""
    faults = []
    if missed.after is not None and missed.after not in members:
        faults.append(FieldFault("after", "chọn chỗ đứng trong danh sách", "choose its place in the list"))
    if not missed.words.strip():
        faults.append(FieldFault("words", "chép lại lời văn trên văn bản", "copy the words of the paper"))
    elif where_said(adoption.reading, missed.words) is None and not missed.reason.strip():
        faults.append(
            FieldFault(
                "reason",
                "lời văn này không có trong tệp đã đọc; ghi vì sao, ví dụ bản quét mất dòng",
                "the file as it was read has no such words; say why, such as a line that the scan has lost",
            )
        )
    return faults


def _activity(missed: Missed, before: Mapping[str, Any] | None) -> Made:
    """As data: below the heading of the one before it."""
    title, group = squeeze(missed.title), (before or {}).get("group")
    made = {
        "title": title, "label": squeeze(missed.label), "group": group, "kind": recognise(title, None, load_kinds()),
    }  # fmt: skip
    return {name: value for name, value in made.items() if value}


# --- dropped ---------------------------------------------------------------------------------------------------------


def drop(viewer: Viewer, pk: int, part: Listed, which: int, reason: str) -> AdoptionChange:
    """Drop an activity, a basis or an assignment that the paper does not have, with a reason. An activity is refused
    while a line of the annex is of it. NotHere, Stopped, Refused."""
    hold_texts(AdoptionChange, reason=reason)
    with transaction.atomic():
        programme, adoption, _ = open_draft(viewer, pk)
        members = members_in(adoption, programme.content, changes_of(adoption))[part]
        if which not in members:
            raise Refused(FieldFault("which", "không có mục này", "there is no such member"))
        if not reason.strip():
            raise Refused(FieldFault("reason", "ghi lý do", "give a reason"))
        data = json.loads(programme.content)
        dropped = _listed(data, part).pop(members.index(which))
        if part == "activity":
            _refuse_lines(data, dropped)
        save_content(programme, _content(data, part))
        return _keep(viewer, programme, adoption, "drop", part, which, None, _title(part, dropped), "", reason)


def _title(part: Listed, dropped: Mapping[str, Any]) -> str:
    if part == "assignments":
        return f"{ROLES[dropped['role']]}: {dropped['unit']}"
    return dropped.get(SAID_AT[part]) or dropped.get("title") or dropped.get("number") or dropped.get("label") or ""


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


# --- both ------------------------------------------------------------------------------------------------------------


def _listed(data: dict[str, Any], part: Listed) -> list[Made]:
    """The list in the data, made where there is none yet."""
    above, _, name = LISTS[part].strip("/").partition("/")
    found: list[Made] = data.setdefault(above, {}).setdefault(name, [])
    return found


def _content(data: Mapping[str, Any], part: Listed) -> str:
    try:
        return programme_json(draft_of(json.dumps(data, ensure_ascii=False).encode(), as_json=True).draft)
    except DraftRefused as refused:
        first, field = refused.faults[0], SAID_AT[part] if part != "bases" else "words"
        raise Refused(FieldFault(field, first.message, first.message_en)) from refused


def _keep(
    viewer: Viewer, programme: Programme, adoption: Adoption, what: str, part: Listed, which: int,
    after: int | None, title: str, words: str, reason: str,
) -> AdoptionChange:  # fmt: skip
    title, words = squeeze(title)[:_LONGEST_TITLE], squeeze(words)
    made = AdoptionChange.objects.create(
        adoption=adoption, what=what, part=part, which=which, after=after, title=title, words=words,
        reason=reason.strip(), person=viewer.person, at=now(),
    )  # fmt: skip
    name = _NAMES[part]
    act, data = f"{what}_{name}", {name: title, "words": words or None}
    record(programme.body_id, viewer.person.pk, act, programme, reason, data)
    return made
