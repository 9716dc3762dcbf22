"""P3: purchases that belong together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from quyet.core.checks.plans.plan import Plan, PlanFound, plan_rule
from quyet.core.checks.say import dong, listing, quote
from quyet.core.decisions.model import Activity
from quyet.core.estimates.buying import route_of

_NOTHING_ALIKE = ("other", "study_tour", "training_conference")
"""Kinds whose activities are not one kind of goods."""


@plan_rule("P301", severity="warning")
def same_goods_together(plan: Plan) -> Iterator[PlanFound]:
    """Cùng loại hàng hóa, dịch vụ ở nhiều nội dung.
    The same goods or services under several activities.

    Yêu cầu: Hàng hóa, dịch vụ cùng loại trong một dự toán cộng lại rồi mới chọn hình thức mua theo hạn mức của ngày đó.
    Asks: Goods and services of one kind in one estimate are added up before the way to buy is chosen by the thresholds
        of that day.
    Lý do: Không được chia nhỏ dự toán mua sắm thành các gói nhằm chỉ định thầu.
    Why: An estimate may not be split into packages in order to appoint directly.
    Nguồn: Luật Đấu thầu 22/2023/QH15, Điều 16 điểm l [S]

    Sai:
        Băng rôn 40 cái, 26.000.000 đồng và băng rôn 45 cái, 29.250.000 đồng, mỗi nơi mua riêng dưới 50.000.000 đồng
    Đúng:
        Băng rôn 85 cái, 55.250.000 đồng, một gói, chỉ định thầu rút gọn (năm 2024)
    """
    if not plan.is_first:
        return
    for kind, activities in _alike(plan).items():
        sums = {activity.ref: _spent(plan, activity) for activity in activities}
        paid = [activity for activity in activities if sums[activity.ref]]
        day = _first_day(plan, activities)
        if len(paid) < 2 or day is None or kind in _NOTHING_ALIKE:
            continue
        whole = sum(sums.values())
        alone = {route_of(plan.regimes, sums[activity.ref], day) for activity in paid}
        together = route_of(plan.regimes, whole, day)
        if together is None or alone == {together}:
            continue
        titles = listing([quote(activity.title or "", 40) for activity in paid])
        doubt = "" if together.mark == "S" else " (hạn mức chưa đối chiếu văn bản)"
        message = (
            f"{titles} cùng loại, cộng lại {dong(whole)}: mua chung theo hình thức {together.name_vi}{doubt}, "
            f"không tách riêng. Xem {together.source}."
        )
        yield PlanFound(plan.base, message)


def _alike(plan: Plan) -> dict[str, list[Activity]]:
    found: dict[str, list[Activity]] = {}
    for activity in plan.activities:
        found.setdefault(activity.kind, []).append(activity)
    return found


def _spent(plan: Plan, activity: Activity) -> int:
    lines = (line for annex in plan.annexes for line in annex.lines)
    return sum(line.amount or 0 for line in lines if line.activity == activity.ref and line.unit_price)


def _first_day(plan: Plan, activities: list[Activity]) -> date | None:
    """The first day of the windows, else of the year."""
    starts = [each.timeframe.start for each in activities if each.timeframe and each.timeframe.start]
    return min(starts) if starts else date(plan.year, 1, 1) if plan.year else None
