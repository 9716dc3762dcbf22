"""Adopt a decision that was issued elsewhere: keep its paper, confirm its facts one by one against its words, have the
whole confirmed by another person. Registering it is in `actions.received`, an annex that comes later in
`actions.annexes`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256

from django.db import transaction
from django.db.models import F

from quyet.actions.approval import carry_out, check_move, drafting, keep_version, locked, media_type
from quyet.actions.clock import now
from quyet.actions.files import keep
from quyet.actions.journal import record
from quyet.actions.programmes import summary
from quyet.actions.reading import read_file
from quyet.actions.refusal import FieldFault, Refused, require
from quyet.core.adoption import NotTaken, is_ready, placed, put, said, taken
from quyet.files.drafts.load import draft_of
from quyet.files.writers.programme_json import programme_json
from quyet.files.writers.reading_json import reading_to_json
from quyet.files.writers.refused import Unwritable
from quyet.queries.adoption import Fact, Facts, adoption_of, facts_of_adoption
from quyet.queries.adoption_lists import changes_of, members_in
from quyet.queries.people import Viewer
from quyet.store.models import Adoption, Body, ConfirmedFact, Programme, Version

MOST_AT_ONCE = 2_000
"""Facts that one form may confirm, each of which it shows with its words."""


def adopt(viewer: Viewer, data: bytes, name: str) -> tuple[Programme, bool]:
    """The programme that a paper approves, as a draft of the viewer's body whose facts wait for their confirmation; and
    whether it is new: the same file is not adopted twice. Unreadable, DraftRefused, Refused, Forbidden."""
    require(viewer, "officer")
    reading = read_file(data, name)
    if reading.programme is None:
        raise Refused(
            FieldFault(
                "file",
                "không thấy chương trình nào được phê duyệt trong tệp: không có danh mục hoạt động, cũng không có tổng "
                "kinh phí. Nếu tệp là bản chụp, hãy gửi tệp Word hoặc tệp PDF mà chữ bôi đen được",
                "no programme is approved in this file: neither a list of activities nor a total. If it is a scan, "
                "send the Word file, or a PDF whose words can be selected",
            )
        )
    text = reading_to_json(reading)
    content = programme_json(draft_of(text.encode(), as_json=True).draft)
    draft = draft_of(content.encode(), as_json=True).draft  # a reading may lack what a programme must say
    try:
        shown = summary(draft)
    except Unwritable as refused:
        raise Refused(FieldFault("file", refused.message, refused.message_en)) from refused
    digest = sha256(data).hexdigest()
    with transaction.atomic():
        body = Body.objects.select_for_update(no_key=True).get(pk=viewer.body.pk)  # two uploads of it wait in turn
        same = Adoption.objects.select_related("programme").filter(programme__body=body, source__sha256=digest).first()
        if same:
            return same.programme, False
        moment = now()
        programme = Programme.objects.create(
            body=body, unit=viewer.unit, origin=Programme.Origin.ADOPTED, content=content,
            made_at=moment, changed_at=moment, **shown,
        )  # fmt: skip
        source = keep(body.pk, data, name, media_type(data), viewer.person.pk)
        Adoption.objects.create(programme=programme, source=source, reading=text)
        record(
            body.pk, viewer.person.pk, "adopt", programme, "",
            {"sha256": digest, "name": source.name, "size": source.size},
        )  # fmt: skip
        return drafting(viewer, programme.pk), True


# --- facts -----------------------------------------------------------------------------------------------------------


def confirm_facts(viewer: Viewer, pk: int, seen: Mapping[str, str]) -> int:
    """Confirm facts against their words: path → the value that was seen beside them, as `Fact.token` states it; gives
    how many. All of them or none: a value that changed meanwhile is refused, and has to be looked at anew. NotHere,
    Stopped, Refused."""
    with transaction.atomic():
        programme, adoption, facts = open_draft(viewer, pk)
        if not seen:
            raise Refused(FieldFault("facts", "chưa chọn dữ kiện nào", "no fact was chosen"))
        if len(seen) > MOST_AT_ONCE:
            raise Refused(FieldFault("facts", "xác nhận quá nhiều dữ kiện một lần", "too many facts at once"))
        chosen = [_confirmable(facts, path, token) for path, token in seen.items()]
        moment = now()
        ConfirmedFact.objects.bulk_create(
            ConfirmedFact(
                adoption=adoption, path=each.path, value=each.token, words=each.words, person=viewer.person, at=moment
            )
            for each in chosen
        )
        record(
            programme.body_id, viewer.person.pk, "confirm_facts", programme, "",
            {"facts": len(chosen), "paths": " ".join(each.path for each in chosen)},
        )  # fmt: skip
        return len(chosen)


def _confirmable(facts: Facts, path: str, token: str) -> Fact:
    fact = facts.at(path)
    if fact is None:
        raise Refused(FieldFault(path[:200], "không có dữ kiện này", "there is no such fact"))
    if fact.token != token:
        raise Refused(
            FieldFault(
                path,
                f"đã đổi thành «{fact.value}» trong lúc xem; hãy đối chiếu lại",
                f"has changed to “{fact.value}” meanwhile; compare it anew",
            )
        )
    if not is_ready(fact.asked):
        raise Refused(
            FieldFault(path, "chưa có giá trị; ghi như trên văn bản", "has no value; write what the paper has")
        )
    return fact


def correct_fact(viewer: Viewer, pk: int, path: str, typed: str) -> Fact:
    """Put what a person typed in the place of a fact that was misread, or that the file does not print. It waits for
    its own confirmation then, whatever was confirmed before. NotHere, Stopped, Refused."""
    with transaction.atomic():
        programme, adoption, facts = open_draft(viewer, pk)
        fact = facts.at(path)
        if fact is None:
            raise Refused(FieldFault(path[:200], "không có dữ kiện này", "there is no such fact"))
        value = _typed(fact, typed, programme.year)
        if value == fact.asked.value:
            return fact
        changes = changes_of(adoption)
        data = put(json.loads(programme.content), placed(path, members_in(adoption, programme.content, changes)), value)
        content = programme_json(draft_of(json.dumps(data, ensure_ascii=False).encode(), as_json=True).draft)
        save_content(programme, content)
        record(
            programme.body_id, viewer.person.pk, "correct_fact", programme, "",
            {"path": path, "from": fact.value, "to": said(fact.asked.kind, value), "words": fact.words},
        )  # fmt: skip
        made = facts_of_adoption(adoption, content).at(path)
        assert made is not None  # a path stays when its value goes
        return made


def _typed(fact: Fact, typed: str, year: int | None) -> object:
    try:
        value = taken(fact.asked.kind, typed, year)
    except NotTaken as refused:
        raise Refused(FieldFault(fact.path, refused.vi, refused.en)) from refused
    if value is None and fact.asked.need == "must":
        raise Refused(FieldFault(fact.path, "không được để trống", "cannot be empty"))
    return value


def save_content(programme: Programme, content: str) -> None:
    """Put other content in the place of an adopted draft's, inside the transaction of an act."""
    shown = summary(draft_of(content.encode(), as_json=True).draft)
    Programme.objects.filter(pk=programme.pk).update(
        content=content, revision=F("revision") + 1, changed_at=now(), **shown
    )


def open_draft(viewer: Viewer, pk: int) -> tuple[Programme, Adoption, Facts]:
    """An adopted draft that the viewer may work on, locked: inside the transaction of an act. NotHere, Stopped,
    Refused."""
    programme = drafting(viewer, pk)
    adoption = _adoption(programme)
    return programme, adoption, facts_of_adoption(adoption, programme.content)


def _adoption(programme: Programme) -> Adoption:
    found = adoption_of(programme)
    if found is None:
        raise Refused(FieldFault("programme", "không phải văn bản tiếp nhận", "is no adopted paper"))
    return found


# --- the whole -------------------------------------------------------------------------------------------------------


def confirm(viewer: Viewer, pk: int) -> Version:
    """The officer says that every fact stands against its words: the content is frozen, with the paper that it was read
    from, and lies before the head. NotHere, Stopped, Refused."""
    with transaction.atomic():
        programme = locked(viewer, pk)
        adoption = _adoption(programme)
        move = check_move(viewer, programme, "confirm")
        version = keep_version(viewer, programme, move.name, programme.content, adoption.source)
        carry_out(viewer, programme, move, version=version)
        return version


def accept(viewer: Viewer, pk: int, remark: str = "") -> None:
    """The head, another person, confirms the whole. NotHere, Stopped, Refused."""
    with transaction.atomic():
        programme = locked(viewer, pk)
        _adoption(programme)
        carry_out(viewer, programme, check_move(viewer, programme, "accept"), reason=remark)
