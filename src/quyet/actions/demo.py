"""The demo: a labelled cast plays the example's year through the same acts as everybody, up to a stage.

Whoever belongs to the cast signs in from this machine alone (`web.sign_in`), with one password that is no secret.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from quyet.actions.adoption import accept, adopt, confirm, confirm_facts
from quyet.actions.allotments import NewAllotment, allot
from quyet.actions.approval import answer_finding, appraise, bring_signed, sign, submit
from quyet.actions.bodies import body_named
from quyet.actions.clock import clock_at
from quyet.actions.demo_spending import Spender
from quyet.actions.ledger_seals import seal_entries
from quyet.actions.programmes import draw_on, open_programme
from quyet.actions.received import register_adopted
from quyet.actions.refusal import FieldFault, Refused
from quyet.actions.register import issue
from quyet.core.decisions.model import Signature
from quyet.files.drafts.load import draft_of
from quyet.files.facts.cases import example_programme
from quyet.files.facts.stories import Player, Story, load_story
from quyet.files.writers.programme_json import programme_json
from quyet.files.writing import WRITERS, lay_out
from quyet.queries.adoption import adoption_of, facts_of_adoption
from quyet.queries.approval import current_version
from quyet.queries.checking import answered
from quyet.queries.files import bytes_of
from quyet.queries.people import Viewer, viewer
from quyet.queries.signatories import signatories
from quyet.store.models import Allotment, Body, Person, Programme, RoleHeld

PASSWORD = "vi-du-2024-quyet"
"""Of everybody in the cast."""

STORIES = ("drafted", "submitted", "issued", "spent", "adopted")
LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]", "::1", "testserver"})


@dataclass(frozen=True, slots=True)
class Played:
    """What stands now: the programme, its state, and the cast by the name that each signs in with."""

    key: str
    programme: int
    state: str
    body: str
    cast: Mapping[str, Player]


def play(stage: str) -> Played:
    """Play the example's year up to a stage of `STORIES`; what was played before goes on from where it stands. Refused
    on a site that answers to other machines, and where the year was played on the other road."""
    strange = sorted(set(settings.ALLOWED_HOSTS) - LOCAL)
    if strange:
        raise Refused(
            FieldFault(
                "host",
                f"chỉ chạy trên máy này; trang đang trả lời cho {', '.join(strange)}",
                f"is for this machine alone; the site answers to {', '.join(strange)}",
            )
        )
    story = load_story()
    with _on(story, "drafted"):
        body = _cast(story)
    programme = Programme.objects.filter(body=body, key=story.key).first()
    road = "adopted" if stage == "adopted" else "drafted"
    if programme is not None and programme.origin != road:
        raise Refused(
            FieldFault(
                "story",
                "chương trình ví dụ đã có, theo đường khác; dùng một cơ sở dữ liệu mới (DATABASE_URL)",
                "the example is there on the other road; use a new database (DATABASE_URL)",
            )
        )
    programme = _adopted(story, body, programme) if road == "adopted" else _drafted(story, body, programme, stage)
    cast = {login_of(each): each for each in story.cast}
    return Played(story.key, programme.pk, programme.state, body.name, cast)


def login_of(player: Player) -> str:
    """The name that one of the cast signs in with, which says that it is an example's."""
    return f"vi-du-{player.login}"


def _on(story: Story, step: str) -> AbstractContextManager[None]:
    """The clock of the morning on which a step is made."""
    return _morning(story.days[step])


def _morning(day: date) -> AbstractContextManager[None]:
    return clock_at(timezone.make_aware(datetime.combine(day, time(9))))


# --- the cast --------------------------------------------------------------------------------------------------------


def _cast(story: Story) -> Body:
    with transaction.atomic():
        body = body_named(story.body)
        Body.objects.filter(pk=body.pk, chapter="").update(chapter=story.chapter)
        unit = body.units.get_or_create(name=story.unit, defaults={"since": story.since})[0]
        for player in story.cast:
            login = login_of(player)
            if Person.objects.filter(login=login).exists():
                continue
            person = Person(login=login, name=player.name, is_example=True)
            person.set_password(PASSWORD)
            person.save()
            RoleHeld.objects.create(
                person=person, body=body, unit=unit if player.role in ("officer", "head") else None, role=player.role,
                capacity=player.capacity, position=player.position, since=story.since,
            )  # fmt: skip
        return body


def _as(story: Story, body: Body, role: str, day: str) -> Viewer:
    return _on_day(story, body, role, story.days[day])


def _on_day(story: Story, body: Body, role: str, day: date) -> Viewer:
    person = Person.objects.get(login=login_of(story.player(role)))
    found = viewer(person, day, body.pk)
    assert found is not None, "the cast holds its roles from before the story"
    return found


# --- the programme, drafted here -------------------------------------------------------------------------------------


def _drafted(story: Story, body: Body, programme: Programme | None, stage: str) -> Programme:
    if programme is None:
        with _on(story, "drafted"):
            programme = _draft(story, body)
    if stage == "drafted":
        return programme
    for state, step, move in _ROAD:
        if programme.state == state and (stage in ("issued", "spent") or step == "submitted"):
            with _on(story, step):
                move(story, body, programme)
            programme.refresh_from_db()
    if stage == "spent":
        Spender(programme, partial(_on_day, story, body), _morning).play()
        seal_entries(thorough=True)  # no server runs beside it that would
    return programme


def _draft(story: Story, body: Body) -> Programme:
    officer, accountant = _as(story, body, "officer", "drafted"), _as(story, body, "accountant", "drafted")
    made = open_programme(officer, programme_json(draft_of(example_programme()).draft))
    Programme.objects.filter(pk=made.pk).update(key=story.key)
    draw_on(officer, made.pk, _allotment(story, accountant).pk)
    made.refresh_from_db()
    return made


def _allotment(story: Story, accountant: Viewer) -> Allotment:
    money = story.allotment
    found = Allotment.objects.filter(body=accountant.body, year=money.year, deciding_text=money.text).first()
    if found is not None:
        return found
    new = NewAllotment(
        year=money.year,
        deciding_text=money.text,
        deciding_day=money.day,
        chapter=money.chapter,
        category=money.category,
        sub_category=money.sub_category,
        source=money.source,
        autonomous=money.autonomous,
        amount=money.amount,
    )
    return allot(accountant, new)


def _submit(story: Story, body: Body, programme: Programme) -> None:
    officer, head = _as(story, body, "officer", "submitted"), _as(story, body, "head", "submitted")
    for each in answered(programme, story.days["submitted"]):
        if each.said.severity == "warning" and each.answer is None:
            answer_finding(officer, programme.pk, each.said.about, story.answer)
    who = next(each for each in signatories(body.pk, story.days["submitted"]) if not each.capacity)
    submit(head, programme.pk, who.key)


def _appraise(story: Story, body: Body, programme: Programme) -> None:
    appraise(_as(story, body, "accountant", "appraised"), programme.pk, "money")
    appraise(_as(story, body, "office", "appraised"), programme.pk, "form")


def _sign(story: Story, body: Body, programme: Programme) -> None:
    version = current_version(programme)
    assert version is not None and version.paper is not None, "what was submitted was frozen with its paper"
    bring_signed(_as(story, body, "clerk", "signed"), programme.pk, bytes_of(version.paper), "ban-ky-vi-du.pdf")
    sign(_as(story, body, "director", "signed"), programme.pk)


def _issue(story: Story, body: Body, programme: Programme) -> None:
    issue(_as(story, body, "clerk", "issued"), programme.pk, story.days["issued"], story.number)


_ROAD: tuple[tuple[str, str, Callable[[Story, Body, Programme], None]], ...] = (
    ("draft", "submitted", _submit),
    ("submitted", "appraised", _appraise),
    ("appraised", "signed", _sign),
    ("signed", "issued", _issue),
)
"""From which state, on which day, by what."""


# --- the same, adopted from its paper --------------------------------------------------------------------------------


def _adopted(story: Story, body: Body, programme: Programme | None) -> Programme:
    with _on(story, "issued"):
        officer = _as(story, body, "officer", "issued")
        if programme is None:
            programme, _ = adopt(officer, _paper(story), "quyet-dinh-vi-du.pdf")
            Programme.objects.filter(pk=programme.pk).update(key=story.key)
            draw_on(officer, programme.pk, _allotment(story, _as(story, body, "accountant", "issued")).pk)
            programme.refresh_from_db()
        if programme.state == Programme.State.DRAFT:
            adoption = adoption_of(programme)
            assert adoption is not None, "the road is that of adoption"
            facts = facts_of_adoption(adoption, programme.content)
            open_ = {each.path: each.token for each in facts.waiting if not each.is_confirmed}
            if open_:
                confirm_facts(officer, programme.pk, open_)
            confirm(officer, programme.pk)
            programme.refresh_from_db()
        if programme.state == Programme.State.CONFIRMED:
            accept(_as(story, body, "head", "issued"), programme.pk)
            programme.refresh_from_db()
        if programme.state == Programme.State.ACCEPTED:
            register_adopted(_as(story, body, "clerk", "issued"), programme.pk, number=1)
            programme.refresh_from_db()
    return programme


def _paper(story: Story) -> bytes:
    """The example's decision as its PDF, with number, day and the cast's director."""
    draft = deepcopy(draft_of(example_programme()).draft)
    director = story.player("director")
    draft.document = replace(
        draft.document,
        number=f"{story.number}/QĐ-SCT",
        date=story.days["issued"],
        signature=Signature(None, director.position.upper(), director.name),
    )
    return WRITERS["pdf"](lay_out(draft))
