"""M3: where a price comes from, and whether the money is there."""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.checks.plans.plan import Plan, PlanFound, plan_rule
from quyet.core.checks.say import dong
from quyet.core.estimates.model import MOST_QUOTATIONS


@plan_rule("M301", severity="warning")
def price_is_the_chosen_one(plan: Plan) -> Iterator[PlanFound]:
    """Đơn giá khác báo giá được chọn.
    The unit price is not that of the chosen quotation.

    Yêu cầu: Đơn giá theo báo giá bằng giá của báo giá được chọn; có nhiều nhất ba báo giá.
    Asks: A price from quotations is that of the chosen one; there are three at most.
    Lý do: Người thẩm định so đơn giá với báo giá kèm theo.
    Why: Who appraises compares the price with the quotations beside it.

    Sai:
        Đơn giá 700.000 đồng; báo giá được chọn: 650.000 đồng
    Đúng:
        Đơn giá 650.000 đồng; báo giá được chọn: 650.000 đồng
    """
    for path, line in plan.lines():
        basis = line.basis
        if basis is None or basis.kind != "quotation" or not basis.quotations:
            continue
        if len(basis.quotations) > MOST_QUOTATIONS:
            yield PlanFound((*path, "basis", "quotations"), f"Có {len(basis.quotations)} báo giá; nhiều nhất 3.")
        if basis.chosen is not None and basis.taken is None:
            yield PlanFound((*path, "basis", "chosen"), f"Không có báo giá thứ {basis.chosen}.")
        taken = basis.taken
        if taken is not None and line.unit_price is not None and line.unit_price != taken.unit_price:
            message = (
                f"Đơn giá {dong(line.unit_price)}, báo giá được chọn của {taken.supplier} {dong(taken.unit_price)}."
            )
            yield PlanFound((*path, "unit_price"), message)


@plan_rule("M302", severity="warning")
def price_near_quotations(plan: Plan) -> Iterator[PlanFound]:
    """Đơn giá nằm ngoài các báo giá.
    The unit price lies outside the quotations.

    Yêu cầu: Đơn giá không cao hơn báo giá cao nhất và không thấp hơn báo giá thấp nhất.
    Asks: The price is not above the highest quotation nor below the lowest.
    Lý do: Giá ngoài các báo giá thì báo giá không còn là căn cứ.
    Why: A price outside the quotations does not rest on them.

    Sai:
        Đơn giá 900.000 đồng; báo giá: 650.000, 700.000, 680.000 đồng
    Đúng:
        Đơn giá 650.000 đồng; báo giá: 650.000, 700.000, 680.000 đồng
    """
    for path, line in plan.lines():
        asked = [each.unit_price for each in line.basis.quotations] if line.basis else []
        chosen = line.basis is not None and line.basis.taken is not None
        if not asked or line.unit_price is None or chosen or min(asked) <= line.unit_price <= max(asked):
            continue
        message = (
            f"Đơn giá {dong(line.unit_price)} nằm ngoài các báo giá, từ {dong(min(asked))} đến {dong(max(asked))}."
        )
        yield PlanFound((*path, "unit_price"), message)


@plan_rule("M303", severity="warning")
def choice_explained(plan: Plan) -> Iterator[PlanFound]:
    """Chọn báo giá không thấp nhất mà không ghi lý do.
    A quotation that is not the lowest was chosen, without a reason.

    Yêu cầu: Báo giá được chọn là thấp nhất, hoặc ghi lý do chọn.
    Asks: The chosen quotation is the lowest, or the reason is written.
    Lý do: Người ký cần biết vì sao trả giá cao hơn.
    Why: Who signs must know why more is paid.

    Sai:
        Chọn báo giá 700.000 đồng, thấp nhất là 650.000 đồng
    Đúng:
        Chọn báo giá 700.000 đồng vì gồm cả treo và tháo dỡ; thấp nhất là 650.000 đồng
    """
    for path, line in plan.lines():
        taken = line.basis.taken if line.basis else None
        if line.basis is None or taken is None or line.basis.why:
            continue
        lowest = min(each.unit_price for each in line.basis.quotations)
        if taken.unit_price > lowest:
            message = f"Chọn báo giá {dong(taken.unit_price)}, thấp nhất là {dong(lowest)}: ghi lý do (basis.why)."
            yield PlanFound((*path, "basis", "why"), message)


@plan_rule("M304", severity="error")
def within_allotment(plan: Plan) -> Iterator[PlanFound]:
    """Dự toán vượt dự toán được giao.
    The estimate is above what was allotted.

    Yêu cầu: Tổng dự toán không vượt phần còn lại của dự toán được giao mà chương trình lấy.
    Asks: The total is not above what is left of the allotment that the programme draws on.
    Lý do: Không có tiền thì không phê duyệt được.
    Why: What has no money behind it cannot be approved.

    Sai:
        Dự toán 185.000.000 đồng; dự toán được giao còn 150.000.000 đồng
    Đúng:
        Dự toán 185.000.000 đồng; dự toán được giao còn 200.000.000 đồng
    """
    total = plan.total if plan.total is not None else plan.cost
    if plan.is_first and plan.left is not None and total is not None and total > plan.left:
        yield PlanFound(
            (*plan.base, "total"),
            f"Dự toán {dong(total)} vượt dự toán được giao còn lại {dong(plan.left)}: vượt {dong(total - plan.left)}.",
        )
