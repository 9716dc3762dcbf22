"""Programmes that are signed already: the rows as the acts leave them, without the papers between."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from quyet.actions.programmes import summary
from quyet.files.drafts import load_draft
from quyet.files.drafts.load import draft_of
from quyet.files.writers.programme_json import programme_json
from quyet.store.models import Allotment, ApprovalAct, Programme
from tests.cast import Cast

EXAMPLE = Path(__file__).parents[2] / "cases" / "lang-son-2024" / "programme.yaml"
CONTENT = programme_json(load_draft(EXAMPLE).draft)
SIGNED = datetime(2024, 3, 11, 2, 0, tzinfo=UTC)
ROAD = (("submit", "head"), ("appraise_money", "accountant"), ("appraise_form", "office"), ("sign", "director"))


def allotted(cast: Cast, amount: int) -> Allotment:
    """An allotment of the department for 2024."""
    return Allotment.objects.create(
        body=cast.department, year=2024, deciding_text="224/QĐ-SCT", chapter="016", category="280", sub_category="338",
        source="Ngân sách tỉnh", autonomous=False, amount=amount, ceiling=amount,
    )  # fmt: skip


def signed_programme(cast: Cast, allotment: Allotment, content: str = CONTENT) -> Programme:
    """The example, signed on 11/03/2024 and waiting for its number."""
    made = Programme.objects.create(
        body=cast.department, unit=cast.department.units.get(), allotment=allotment, content=content, state="signed",
        signatory=cast["director"].person, made_at=SIGNED, changed_at=SIGNED,
        **summary(draft_of(content.encode(), as_json=True).draft),
    )  # fmt: skip
    for move, role in ROAD:
        ApprovalAct.objects.create(programme=made, move=move, person=cast[role].person, at=SIGNED)
    return made
