"""Where a programme stands on its road, what each may do now, and what changed between its versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, prefetch_related_objects

from quyet.core.approval import Act, Move, Obstacle, Role, Standing, obstacles, replay
from quyet.core.approval.model import Facts
from quyet.core.approval.table import TABLES
from quyet.queries.adoption import unconfirmed
from quyet.queries.checking import answered, left_for
from quyet.queries.people import Viewer
from quyet.store.models import ApprovalAct, Programme, SignedPaper, Version


def moves_of(programme: Programme) -> dict[str, Move]:
    """The table of a programme's origin."""
    return dict(TABLES[programme.origin])


def standing_of(programme: Programme) -> Standing:
    """Where the acts that are kept lead. The row's own `state` says the same; `quyet journal verify` compares them."""
    acts = programme.acts.all()  # in their order; a list page has fetched them
    made = replay((_act(each) for each in acts), TABLES[programme.origin])
    return Standing(made.state, made.drafters, made.appraisers, made.signers, made.appraised, programme.signatory_id)


def _act(row: ApprovalAct) -> Act:
    return Act(row.move, row.person_id, row.step or None, row.reason)  # type: ignore[arg-type]  # steps of the core


def with_acts(programme: Programme) -> Programme:
    """The programme with its acts, their people and versions, and the answers to findings, which only one that was
    drafted here has: what the page of its road asks for again and again."""
    version = Version.objects.defer("content")
    acts = ApprovalAct.objects.select_related("person").prefetch_related(Prefetch("version", version))
    answers = ("answers",) if programme.origin == Programme.Origin.DRAFTED else ()
    prefetch_related_objects([programme], Prefetch("acts", acts), *answers)
    return programme


def facts_of(programme: Programme, move: Move, day: date) -> Facts:
    """What a move may ask for; findings are looked at only where it asks for them, because that reads the paper."""
    asks = set(move.needs)
    found = answered(programme, day) if asks & {"no_errors", "warnings_answered"} else []
    over = None
    if "allotment" in asks and (left := left_for(programme)) is not None:
        over = (programme.total or 0) - left
    paper = current_paper(programme) if "signed_paper" in asks else None
    waiting = unconfirmed(programme) if "facts_confirmed" in asks else 0
    return Facts(
        errors=sum(each.said.severity == "error" for each in found),
        unanswered=sum(each.said.severity == "warning" and each.answer is None for each in found),
        over=over,
        signed_paper=paper is not None and (paper.agrees or bool(paper.reason)),
        unconfirmed=waiting,
    )


def current_version(programme: Programme) -> Version | None:
    """The version that was frozen last."""
    return programme.versions.order_by("-number").first()


def current_paper(programme: Programme) -> SignedPaper | None:
    """The signed paper that came back last, of the version that stands now."""
    version = current_version(programme)
    return SignedPaper.objects.filter(version=version).order_by("-id").first() if version else None


@dataclass(frozen=True, slots=True)
class Offer:
    """A move that a person could make by their role, with what stands against it."""

    move: Move
    obstacles: tuple[Obstacle, ...]

    @property
    def is_open(self) -> bool:
        """Whether it may be made now."""
        return not self.obstacles


def offers(programme: Programme, viewer: Viewer, day: date) -> list[Offer]:
    """The moves of the viewer's roles in this state, each with its obstacles."""
    standing, actor = standing_of(programme), viewer.actor(programme.unit_id)
    made = []
    for move in moves_of(programme).values():
        is_done = move.name == "edit" or move.appraises in standing.appraised
        if not is_done and standing.state in move.leads and move.by & set(actor.roles):
            against = obstacles(move, actor, standing, facts_of(programme, move, day))
            made.append(Offer(move, tuple(each for each in against if each.rule not in _GIVEN_BY.get(move.name, ()))))
    return made


_GIVEN_BY = {"submit": ("signatory",), "issue": ("number",)}
"""What the form of an act itself asks for."""

NEXT: dict[str, tuple[tuple[str, Role], ...]] = {
    "draft": (("submit", "head"), ("confirm", "officer")),
    "submitted": (("appraise_money", "accountant"), ("appraise_form", "office")),
    "appraised": (("sign", "director"),),
    "signed": (("issue", "clerk"),),
    "confirmed": (("accept", "head"),),
    "accepted": (("issue", "clerk"),),
}
"""Whose desk a programme lies on, by its state."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the road. `act`: the one that made it, None where it is still to be made or was taken back; `is_now`:
    it is this one's turn."""

    move: Move
    act: ApprovalAct | None
    is_now: bool


def road(programme: Programme) -> list[Step]:
    """The steps of a programme in order, each with the act that stands."""
    standing, last = standing_of(with_acts(programme)), {}
    for act in programme.acts.all():
        last[act.move] = act
        if act.move in ("return", "withdraw"):
            back = act.step if act.step in ("money", "form") else "draft"
            undone = [f"appraise_{back}", "sign"] if back != "draft" else [name for name in last if name != "edit"]
            for name in undone:
                last.pop(name, None)
    turn = {name for name, _ in NEXT.get(standing.state, ())} - set(last)
    moves = moves_of(programme).values()
    return [
        Step(each, last.get(each.name), each.name in turn) for each in moves if each.name not in ("return", "withdraw")
    ]


def history(programme: Programme) -> list[tuple[ApprovalAct, Move]]:
    """Every act on the road, the last first."""
    moves = moves_of(programme)
    return [(each, moves[each.move]) for each in reversed(with_acts(programme).acts.all())]


def versions(programme: Programme) -> Iterator[Version]:
    """Every version, the first first."""
    yield from programme.versions.defer("content").select_related("by", "paper").order_by("number")
