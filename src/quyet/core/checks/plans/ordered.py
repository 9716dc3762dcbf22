"""P2: what the articles order beside what the estimate prices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from quyet.core.checks.plans.plan import Path, Plan, PlanFound, plan_rule
from quyet.core.checks.say import dong, listing, number, quote
from quyet.core.decisions.model import Activity
from quyet.core.estimates.model import PlannedLine
from quyet.core.estimates.sums import leaves, outermost, quantity_of, sum_of
from quyet.core.values.folding import fold


@plan_rule("P201", severity="warning")
def priced_as_ordered(plan: Plan) -> Iterator[PlanFound]:
    """Số lượng trong dự toán khác số lượng trong điều.
    The estimate prices another quantity than the articles order.

    Yêu cầu: Số lượng của dòng dự toán, hoặc một thừa số của nó, bằng số lượng mà điều giao, khi cùng đơn vị tính.
    Asks: The quantity of a line, or one of its factors, is what the article orders, where the units are the same.
    Lý do: Đặt 40 cái mà tính tiền 45 cái thì không quyết toán được.
    Why: What is ordered as 40 and priced as 45 cannot be settled.

    Sai:
        Điều 1: 40 cái băng rôn; dự toán: 45 cái × 650.000 đồng
    Đúng:
        Điều 1: 40 cái băng rôn; dự toán: 40 cái × 650.000 đồng
    """
    for activity in plan.activities:
        ordered = activity.quantity
        if ordered is None or ordered.value is None or ordered.unit is None:
            continue
        priced = list(_priced(plan, activity, ordered.unit))
        elsewhere = [value for each in plan.others for _, value in _quantities(each.lines, activity, ordered.unit)]
        if priced and all(value != ordered.value for value in (*(value for _, value in priced), *elsewhere)):
            path, value = priced[0]
            message = (
                f"Điều giao {number(ordered.value)} {ordered.unit} cho {quote(activity.title or '')}, "
                f"dự toán tính {number(value)} {ordered.unit}."
            )
            yield PlanFound((*path, "quantity"), message)


def _priced(plan: Plan, activity: Activity, unit: str) -> Iterator[tuple[Path, Decimal]]:
    """The quantities in that unit that lines of the activity price."""
    for index, value in _quantities(plan.estimate.lines, activity, unit):
        yield (*plan.base, "lines", index), value


def _quantities(lines: Sequence[PlannedLine], activity: Activity, unit: str) -> Iterator[tuple[int, Decimal]]:
    for index, line in enumerate(lines):
        if line.activity != activity.ref:
            continue
        values = [factor.value for factor in line.factors if factor.unit and fold(factor.unit) == fold(unit)]
        whole = quantity_of(line)
        if not values and whole is not None and line.unit and fold(line.unit) == fold(unit):
            values = [whole]
        yield from ((index, value) for value in values)


@plan_rule("P202", severity="warning")
def every_activity_priced(plan: Plan) -> Iterator[PlanFound]:
    """Hoạt động chưa có dòng dự toán, hoặc dòng dự toán không thuộc hoạt động nào.
    An activity without a line, or a line of no activity.

    Yêu cầu: Mỗi hoạt động có ít nhất một dòng dự toán; mỗi dòng tính tiền thuộc một hoạt động.
    Asks: Every activity has a line at least; every line that costs money belongs to an activity.
    Lý do: Chi không gắn với nội dung được phê duyệt thì kho bạc từ chối.
    Why: The treasury refuses what belongs to nothing that was approved.

    Sai:
        Đoàn học tập kinh nghiệm: không có dòng nào trong dự toán
    Đúng:
        Đoàn học tập kinh nghiệm: thuê xe, phụ cấp lưu trú, thuê phòng nghỉ
    """
    if not any(line.activity for _, line in plan.lines()):
        return  # an annex that was only read names no activities
    paid = {line.activity for each in plan.annexes for line in each.lines if line.activity}
    for activity in plan.activities if plan.is_first else ():
        if activity.ref not in paid and not any(ref.startswith(f"{activity.ref}/") for ref in paid):
            title = quote(activity.title or "")
            yield PlanFound(plan.base, f"Nội dung {title} chưa có dòng dự toán nào.")
    lowest = {id(line) for line in leaves(plan.estimate.lines)}
    loose = [line for _, line in plan.lines() if not line.activity and line.amount and id(line) in lowest]
    if loose:
        yield PlanFound(plan.base, f"Dòng {_labels(loose)} chưa gắn với nội dung nào (activity).")


def _labels(lines: Sequence[PlannedLine]) -> str:
    return listing([line.label or quote(line.content or "") for line in lines])


@plan_rule("P203", severity="error")
def total_as_decided(plan: Plan) -> Iterator[PlanFound]:
    """Tổng dự toán khác tổng kinh phí trong quyết định.
    The total of the estimate is not the total of the decision.

    Yêu cầu: Tổng cộng của phụ lục, nhiều phụ lục thì cộng lại, bằng tổng kinh phí ghi ở điều.
    Asks: The total of the annex, of several annexes together, is the total that the article sets.
    Lý do: Hai số khác nhau thì không biết được chi bao nhiêu.
    Why: With two totals nobody knows what may be spent.

    Sai:
        Điều 1: 185.000.000 đồng; phụ lục: 180.000.000 đồng
    Đúng:
        Điều 1: 185.000.000 đồng; phụ lục: 185.000.000 đồng
    """
    if plan.total is None or not plan.is_first:
        return
    if plan.others:
        yield from _together(plan, plan.total)
        return
    for stated in dict.fromkeys((plan.estimate.total, plan.cost)):
        if stated is not None and stated != plan.total:
            message = f"Dự toán cộng lại {dong(stated)}, quyết định ghi {dong(plan.total)}."
            yield PlanFound((*plan.base, "total"), message)


def _together(plan: Plan, total: int) -> Iterator[PlanFound]:
    """Several annexes add up to the total; annexes that all come to it say the same thing twice."""
    each_again = all(sum_of(outermost(each.lines)) == total for each in plan.annexes)
    if plan.cost is not None and plan.cost != total and not each_again:
        message = f"{len(plan.annexes)} phụ lục dự toán cộng lại {dong(plan.cost)}, quyết định ghi {dong(total)}."
        yield PlanFound((*plan.base, "total"), message)
