"""Why a move may not be made, and where it leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from quyet.core.approval.model import Act, Actor, Facts, Obstacle, Role, Standing, State, Step
from quyet.core.approval.table import MOVES, Move
from quyet.core.values.amounts import dotted

ROLE_NAMES: Mapping[Role, tuple[str, str]] = {
    "officer": ("chuyên viên", "officer"),
    "head": ("trưởng phòng", "head of unit"),
    "accountant": ("kế toán trưởng", "chief accountant"),
    "office": ("văn phòng", "office"),
    "director": ("lãnh đạo cơ quan", "director"),
    "clerk": ("văn thư", "clerk"),
    "auditor": ("thanh tra, kiểm toán", "auditor"),
    "admin": ("quản trị", "administrator"),
}
STATE_NAMES: Mapping[State, tuple[str, str]] = {
    "draft": ("đang soạn", "draft"),
    "submitted": ("đã trình", "submitted"),
    "appraised": ("đã thẩm định", "appraised"),
    "signed": ("đã ký", "signed"),
    "issued": ("đã ban hành", "issued"),
    "confirmed": ("đã xác nhận dữ kiện", "facts confirmed"),
    "accepted": ("đã xác nhận toàn văn", "whole confirmed"),
}
_HANDS = {
    "drafter": ("soạn thảo", "drafted"),
    "appraiser": ("thẩm định", "appraised"),
    "signer": ("ký", "signed"),
}
_BOTH: frozenset[Step] = frozenset({"money", "form"})


def obstacles(move: Move, actor: Actor, standing: Standing, facts: Facts = Facts()) -> list[Obstacle]:  # noqa: B008
    """Everything that stands against a move; none where it may be made. A role or a state that does not fit is said
    alone: what the move asks for is of no use to who may not make it."""
    first = list(_not_here(move, actor, standing))
    return first or [*_own_work(move, actor, standing), *_missing(move, actor, standing, facts)]


def _not_here(move: Move, actor: Actor, standing: Standing) -> Iterator[Obstacle]:
    if not move.by & set(actor.roles):
        who = ", ".join(sorted(ROLE_NAMES[role][0] for role in move.by))
        who_en = ", ".join(sorted(ROLE_NAMES[role][1] for role in move.by))
        yield Obstacle("role", f"«{move.vi}» là việc của {who}.", f"“{move.en}” is for {who_en}.")
    if standing.state not in move.leads:
        vi, en = STATE_NAMES[standing.state]
        yield Obstacle(
            "state", f"Chương trình {vi}: lúc này không «{move.vi}» được.", f"It is {en}: “{move.en}” has no place now."
        )
    elif move.appraises in standing.appraised:
        yield Obstacle("state", f"Đã «{move.vi}» rồi.", f"“{move.en}” is done already.")
    if move.own_only and actor.person not in standing.drafters:
        yield Obstacle(
            "own", "Chỉ người soạn thảo hoặc người trình được rút lại.", "Only those who drafted may withdraw."
        )


def _own_work(move: Move, actor: Actor, standing: Standing) -> Iterator[Obstacle]:
    had = {"drafter": standing.drafters, "appraiser": standing.appraisers, "signer": standing.signers}
    for hand in sorted(move.apart):
        if actor.person in had[hand]:
            vi, en = _HANDS[hand]
            yield Obstacle(
                "own_work",
                f"Người đã {vi} không được làm «{move.vi}» cho cùng một chương trình; cần một người khác.",
                f"Whoever {en} it may not do “{move.en}”; another person is needed.",
            )


def _missing(move: Move, actor: Actor, standing: Standing, facts: Facts) -> Iterator[Obstacle]:
    for need in move.needs:
        yield from _NEEDS[need](actor, standing, facts)


def _errors(actor: Actor, standing: Standing, facts: Facts) -> Iterator[Obstacle]:
    if facts.errors:
        yield Obstacle(
            "no_errors",
            f"Còn {facts.errors} lỗi phải sửa trước.",
            f"{facts.errors} errors are to be mended first.",
            {"errors": facts.errors},
        )


def _warnings(actor: Actor, standing: Standing, facts: Facts) -> Iterator[Obstacle]:
    if facts.unanswered:
        yield Obstacle(
            "warnings_answered",
            f"Còn {facts.unanswered} lưu ý chưa có giải trình.",
            f"{facts.unanswered} warnings have no answer yet.",
            {"unanswered": facts.unanswered},
        )


def _allotment(actor: Actor, standing: Standing, facts: Facts) -> Iterator[Obstacle]:
    if facts.over is None:
        yield Obstacle(
            "allotment",
            "Chương trình chưa chọn dự toán được giao.",
            "The programme names no allotment.",
        )
    elif facts.over > 0:
        yield Obstacle(
            "allotment",
            f"Vượt dự toán được giao {dotted(facts.over)} đồng.",
            f"{dotted(facts.over)} đồng above what the allotment holds.",
            {"over": facts.over},
        )


def _signatory(actor: Actor, standing: Standing, facts: Facts) -> Iterator[Obstacle]:
    if standing.signatory is None:
        yield Obstacle("signatory", "Chưa chọn người ký.", "The signatory is not chosen.")
    elif "director" in actor.roles and standing.state == "appraised" and actor.person != standing.signatory:
        yield Obstacle(
            "signatory",
            "Văn bản ghi người ký là người khác; muốn đổi người ký thì trả lại để trình lại.",
            "The paper names another signatory; to change that, return it to be submitted anew.",
        )


def _signed_paper(actor: Actor, standing: Standing, facts: Facts) -> Iterator[Obstacle]:
    if not facts.signed_paper:
        yield Obstacle(
            "signed_paper",
            "Chưa có bản đã ký khớp với nội dung đã trình.",
            "There is no signed paper yet that agrees with what was submitted.",
        )


def _number(actor: Actor, standing: Standing, facts: Facts) -> Iterator[Obstacle]:
    if not facts.numbered:
        yield Obstacle("number", "Chưa có số và ngày ban hành.", "Number and day of issue are missing.")


def _confirmed(actor: Actor, standing: Standing, facts: Facts) -> Iterator[Obstacle]:
    if facts.unconfirmed:
        yield Obstacle(
            "facts_confirmed",
            f"Còn {facts.unconfirmed} dữ kiện chưa xác nhận với lời văn.",
            f"{facts.unconfirmed} facts are not confirmed against their words yet.",
            {"unconfirmed": facts.unconfirmed},
        )


_NEEDS = {
    "no_errors": _errors,
    "warnings_answered": _warnings,
    "allotment": _allotment,
    "signatory": _signatory,
    "signed_paper": _signed_paper,
    "number": _number,
    "facts_confirmed": _confirmed,
}


# --- what follows ----------------------------------------------------------------------------------------------------


def after(standing: Standing, move: Move, act: Act) -> Standing:
    """Where a programme stands after a move. Asks nothing: see `obstacles`."""
    state, appraised = move.leads[standing.state], standing.appraised
    if move.name == "return" and act.step in _BOTH:
        state, appraised = "submitted", appraised - {act.step}
    elif state == "draft":
        appraised = frozenset()
    if move.appraises:
        appraised = appraised | {move.appraises}
        state = "appraised" if appraised >= _BOTH else "submitted"
    made = replace(standing, state=state, appraised=appraised)
    if move.hand == "drafter":
        return replace(made, drafters=made.drafters | {act.person})
    if move.hand == "appraiser":
        return replace(made, appraisers=made.appraisers | {act.person})
    if move.hand == "signer":
        return replace(made, signers=made.signers | {act.person})
    return made


def steps_back(standing: Standing) -> tuple[Step, ...]:
    """Where a programme may be returned to: a desk only if its word stands."""
    if standing.state in ("submitted", "appraised"):
        return ("draft", *(step for step in ("money", "form") if step in standing.appraised))
    return ("draft",)


def replay(acts: Iterable[Act], moves: Mapping[str, Move] = MOVES) -> Standing:
    """Where a programme stands after all that was done with it. KeyError for a move that the table does not hold, or
    that its state forbids: then what is kept was not written by the table."""
    standing = Standing()
    for act in acts:
        standing = after(standing, moves[act.move], act)
    return standing
