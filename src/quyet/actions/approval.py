"""The road of a programme: submit, appraise, sign, return, withdraw; issuing is in `actions.register`.

The table of `core.approval` decides; here it is held against the rows, carried out and written down, all in one
transaction.
"""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from hashlib import sha256

from django.db import transaction

from quyet.actions.clock import now, today
from quyet.actions.files import keep
from quyet.actions.journal import record
from quyet.actions.notices import tell
from quyet.actions.reading import read_file
from quyet.actions.refusal import FieldFault, NotHere, Refused, hold_texts
from quyet.core.approval import Act, Move, Obstacle, Standing, after, obstacles
from quyet.core.approval.model import Facts, Step
from quyet.core.approval.rules import STATE_NAMES, steps_back
from quyet.core.papers.compare import compare
from quyet.core.papers.signing import signature_of
from quyet.files.drafts.load import draft_of
from quyet.files.writers.programme_json import programme_json
from quyet.files.writing import WRITERS, lay_out
from quyet.queries.approval import NEXT, current_version, facts_of, moves_of, standing_of
from quyet.queries.checking import findings
from quyet.queries.people import Viewer, holders
from quyet.queries.signatories import Signatory, signatories
from quyet.store.models import (
    ApprovalAct,
    FindingAnswer,
    Person,
    Programme,
    SignedPaper,
    StoredFile,
    Version,
)

PDF = "application/pdf"


class Stopped(Refused):
    """A move that the table forbids; nothing was changed."""

    def __init__(self, stops: list[Obstacle]) -> None:
        super().__init__(*(FieldFault(each.rule, each.message, each.message_en) for each in stops))
        self.obstacles = stops


def drafting(viewer: Viewer, pk: int) -> Programme:
    """A programme that the viewer may change now, its row locked: inside the transaction of the change. Whoever changes
    it once has drafted it, and will neither appraise nor sign it. NotHere, Stopped."""
    programme = locked(viewer, pk)
    check_move(viewer, programme, "edit")
    if viewer.person.pk not in standing_of(programme).drafters:
        _write(viewer, programme, moves_of(programme)["edit"])
    return programme


def locked(viewer: Viewer, pk: int) -> Programme:
    """A programme of the viewer's body, its row locked until the transaction ends. NotHere."""
    rows = Programme.objects.select_for_update(of=("self",)).select_related("allotment")
    found = rows.filter(pk=pk, body=viewer.body).first()
    if found is None:
        raise NotHere(pk)
    return found


def check_move(viewer: Viewer, programme: Programme, name: str, numbered: bool = False) -> Move:
    """The move, where the viewer may make it now; Stopped with everything that stands against it."""
    move = moves_of(programme).get(name)
    if move is None:  # of the other origin's table
        raise Stopped([Obstacle("move", "chương trình này không đi qua bước đó", "it has no such step on its road")])
    standing, actor = standing_of(programme), viewer.actor(programme.unit_id)
    stops = obstacles(move, actor, standing, _ALL_HELD)
    if not stops:  # the paper is read only for who may make the move at all
        facts = replace(facts_of(programme, move, today()), numbered=numbered)
        stops = obstacles(move, actor, standing, facts)
    if stops:
        raise Stopped(stops)
    return move


_ALL_HELD = Facts(over=0, signed_paper=True, numbered=True)


# --- the moves -------------------------------------------------------------------------------------------------------


def submit(viewer: Viewer, pk: int, signatory: str) -> Version:
    """Submit a draft, naming who is to sign (the key of a `Signatory`): the paper gets their signature
    block, its content is frozen as a version and becomes the PDF to sign. NotHere, Stopped, Refused."""
    with transaction.atomic():
        programme = locked(viewer, pk)
        who = next((each for each in signatories(programme.body_id, today()) if each.key == signatory), None)
        if who is None:
            raise Refused(FieldFault("signatory", "chọn người ký", "choose who signs"))
        if programme.state == Programme.State.DRAFT:
            programme.signatory, programme.content = who.person, _signed_by(programme.content, who)
        move = check_move(viewer, programme, "submit")
        version = freeze(viewer, programme, move.name)
        carry_out(viewer, programme, move, version=version)
        return version


def appraise(viewer: Viewer, pk: int, desk: Step, remark: str = "") -> None:
    """The word of one desk, `money` or `form`, that it is in order. NotHere, Stopped."""
    _plain(viewer, pk, f"appraise_{desk}", remark)


def sign(viewer: Viewer, pk: int) -> None:
    """The named signatory says that the signed paper is theirs. NotHere, Stopped."""
    _plain(viewer, pk, "sign", "")


def send_back(viewer: Viewer, pk: int, step: Step, reason: str) -> None:
    """Return a programme to a desk, with a reason. NotHere, Stopped, Refused."""
    _asks_reason(reason)
    with transaction.atomic():
        programme = locked(viewer, pk)
        move = check_move(viewer, programme, "return")
        if step not in steps_back(standing_of(programme)):
            raise Refused(FieldFault("step", "bước này chưa có ý kiến để trả lại", "that desk has said nothing yet"))
        carry_out(viewer, programme, move, step=step, reason=reason)


def withdraw(viewer: Viewer, pk: int, reason: str) -> None:
    """Take back what one drafted, before it is signed. NotHere, Stopped, Refused."""
    _asks_reason(reason)
    _plain(viewer, pk, "withdraw", reason)


def _plain(viewer: Viewer, pk: int, name: str, reason: str) -> None:
    with transaction.atomic():
        programme = locked(viewer, pk)
        carry_out(viewer, programme, check_move(viewer, programme, name), reason=reason)


def _asks_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused(FieldFault("reason", "ghi lý do", "give a reason"))


# --- what every move does --------------------------------------------------------------------------------------------


def carry_out(
    viewer: Viewer,
    programme: Programme,
    move: Move,
    version: Version | None = None,
    step: Step | None = None,
    reason: str = "",
) -> None:
    """Write a move that was allowed: the row, the act, the journal, and a word to whoever is next."""
    before = programme.state
    hold_texts(ApprovalAct, reason=reason)
    made = after(standing_of(programme), move, Act(move.name, viewer.person.pk, step, reason))
    act = _write(viewer, programme, move, version, step, reason)
    programme.state, programme.changed_at = made.state, now()
    programme.save(update_fields=["state", "signatory", "content", "changed_at", "title", "total"])
    record(
        programme.body_id, viewer.person.pk, move.name, programme, reason,
        {"from": before, "to": made.state, "step": step, "version": version.number if version else None,
         "sha256": version.sha256 if version else None, "capacity": act.capacity},
    )  # fmt: skip
    _tell_next(viewer, programme, move, step, reason)


def _write(
    viewer: Viewer,
    programme: Programme,
    move: Move,
    version: Version | None = None,
    step: Step | None = None,
    reason: str = "",
) -> ApprovalAct:
    roles = viewer.actor(programme.unit_id).roles
    capacity = next((roles[role] for role in sorted(move.by) if role in roles), "")
    return ApprovalAct.objects.create(
        programme=programme,
        move=move.name,
        person=viewer.person,
        capacity=capacity,
        version=version or current_version(programme),
        step=step or "",
        reason=reason.strip(),
        at=now(),
    )


def freeze(viewer: Viewer, programme: Programme, why: str) -> Version:
    """The content as it is now, as a version with its PDF; inside the transaction of the move that freezes it."""
    written = lay_out(draft_of(programme.content.encode(), as_json=True).draft)
    name = f"{programme.key or f'chuong-trinh-{programme.pk}'}-{programme.versions.count() + 1}.pdf"
    paper = keep(programme.body_id, WRITERS["pdf"](written), name, PDF, viewer.person.pk)
    return keep_version(viewer, programme, why, programme.content, paper)


def keep_version(viewer: Viewer, programme: Programme, why: str, content: str, paper: StoredFile | None) -> Version:
    """A content as the next version, with the paper that bears it: one made of it, or the one that it was read from."""
    return Version.objects.create(
        programme=programme,
        number=programme.versions.count() + 1,
        why=why,
        content=content,
        sha256=digest_of(content),
        paper=paper,
        by=viewer.person,
        at=now(),
    )


def digest_of(content: str) -> str:
    """The SHA-256 of a content, as its version states it."""
    return sha256(content.encode()).hexdigest()


def _signed_by(content: str, who: Signatory) -> str:
    """The content with the signature block of who is to sign."""
    draft = deepcopy(draft_of(content.encode(), as_json=True).draft)
    signed = signature_of(draft.document.signature, who.capacity, who.position, who.head, who.person.name)
    draft.document = replace(draft.document, signature=signed)
    return programme_json(draft)


def _tell_next(viewer: Viewer, programme: Programme, move: Move, step: Step | None, reason: str) -> None:
    """Those whose desk it lies on now; of a return and of the issue, those who drafted."""
    standing = standing_of(programme)
    vi, en = STATE_NAMES[standing.state]
    people: list[Person]
    if standing.state in ("draft", "issued"):
        people = list(Person.objects.filter(pk__in=standing.drafters))
    else:
        asked = [role for name, role in NEXT.get(standing.state, ()) if not _is_said(name, standing)]
        people = [each for role in asked for each in holders(programme.body_id, role, today(), programme.unit_id)]
    others = [each for each in people if each.pk != viewer.person.pk]
    why = f" Lý do: {reason.strip()}" if reason.strip() else ""
    why_en = f" Reason: {reason.strip()}" if reason.strip() else ""
    tell(
        others,
        programme,
        f"{viewer.person.name}: {move.vi}. Chương trình {vi}: {programme.title[:200]}.{why}",
        f"{viewer.person.name}: {move.en}. It is {en}: {programme.title[:200]}.{why_en}",
    )


def _is_said(name: str, standing: Standing) -> bool:
    return name.removeprefix("appraise_") in standing.appraised


# --- beside the road -------------------------------------------------------------------------------------------------


def answer_finding(viewer: Viewer, pk: int, about: str, answer: str) -> None:
    """What a drafter says to a warning of the programme (`Said.about`), while it is a draft. NotHere, Stopped,
    Refused."""
    if not answer.strip():
        raise Refused(FieldFault("answer", "ghi giải trình", "give an answer"))
    hold_texts(FindingAnswer, answer=answer)
    with transaction.atomic():
        programme = drafting(viewer, pk)
        said = next((each for each in findings(programme, today()) if each.about == about), None)
        if said is None:
            raise Refused(
                FieldFault(
                    "about", "phát hiện này không còn; tải lại trang", "this finding is gone; load the page anew"
                )
            )
        FindingAnswer.objects.create(
            programme=programme, rule=said.rule, about=about, message=said.message, answer=answer.strip(),
            person=viewer.person, at=now(),
        )  # fmt: skip
        told = {"rule": said.rule, "message": said.message}
        record(programme.body_id, viewer.person.pk, "answer", programme, answer, told)


MAY_BRING = frozenset({"director", "clerk", "office"})
"""Roles that bring back a signed paper."""


def bring_signed(viewer: Viewer, pk: int, data: bytes, name: str, reason: str = "") -> SignedPaper:
    """A signed PDF or a scan of the version that stands now, held against it fact by fact. `reason`: why differences
    are none of the paper, in the words of who brings it: counts only for a scan, which a machine may misread; where a
    PDF states its letters, what differs does differ. NotHere, Refused, Unreadable."""
    roles = viewer.roles
    if not roles & MAY_BRING:
        raise Refused(
            FieldFault(
                "file",
                "việc của văn thư, văn phòng hoặc lãnh đạo",
                "is for the clerk, the office or a director",
            )
        )
    hold_texts(SignedPaper, reason=reason)
    if media_type(data) != PDF:
        raise Refused(FieldFault("file", "bản đã ký phải là tệp PDF, kể cả bản quét", "must be a PDF, a scan too"))
    reading = read_file(data, name)
    is_scan = any(each.code in _MISREADABLE for each in reading.source.notices)
    with transaction.atomic():
        programme = locked(viewer, pk)
        version = current_version(programme)
        if version is None or programme.state != Programme.State.APPRAISED:
            raise Refused(FieldFault("file", "chương trình chưa thẩm định xong", "the programme is not appraised yet"))
        written = lay_out(draft_of(version.content.encode(), as_json=True).draft)
        differences = [
            {"path": list(each.path), "meant": _said(each.meant), "read": _said(each.read)}
            for each in compare(written.draft, written.paper, reading)
            if each.path not in _GIVEN_LATER
        ]
        paper = SignedPaper.objects.create(
            version=version,
            file=keep(programme.body_id, data, name, media_type(data), viewer.person.pk),
            differences=json.dumps(differences, ensure_ascii=False),
            agrees=not differences,
            reason=reason.strip() if is_scan else "",
            by=viewer.person,
            at=now(),
        )
        record(
            programme.body_id, viewer.person.pk, "signed_paper", programme, reason,
            {"version": version.number, "differences": len(differences), "sha256": paper.file.sha256},
        )  # fmt: skip
        return paper


_MISREADABLE = ("scan", "ocr")
"""What the reader says of letters that a machine recognised in a picture."""

_GIVEN_LATER = (("document", "number"), ("document", "date"))
"""What the clerk gives after the signature; a paper may bear it already or not."""


def _said(value: object) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(_said(each) for each in value)
    return "" if value is None else str(value)


def media_type(data: bytes) -> str:
    """What a kept paper is, by its first bytes and never by its name."""
    kinds = {b"%PDF-": PDF, b"PK\x03\x04": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
    return next((kind for begin, kind in kinds.items() if data.startswith(begin)), "application/octet-stream")
