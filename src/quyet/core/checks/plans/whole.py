"""M305, P204: the draft as a whole, with itself and with the decision that lies beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quyet.core.checks.plans.plan import Plan, PlanFound, plan_rule
from quyet.core.checks.say import quote
from quyet.core.papers.compare import compare
from quyet.core.papers.verify import verify


@plan_rule("M305", severity="error")
def agrees_with_itself(plan: Plan) -> Iterator[PlanFound]:
    """Dữ liệu chương trình tự mâu thuẫn.
    The programme's data contradict themselves.

    Yêu cầu: Thành tiền bằng số lượng nhân đơn giá, tổng bằng các phần, chữ bằng số, ngày đầu không sau ngày cuối.
    Asks: Amounts are quantity times price, totals the sum of their parts, words the figure, a start no later than its
        end.
    Lý do: Một con số ghi hai lần khác nhau thì không biết số nào đúng.
    Why: Of two figures for one thing nobody knows which is right.

    Sai:
        40 cái × 650.000 đồng, thành tiền 27.000.000 đồng
    Đúng:
        40 cái × 650.000 đồng, thành tiền 26.000.000 đồng
    """
    if plan.draft is not None and plan.is_first:
        for fault in verify(plan.draft):
            yield PlanFound(fault.path, f"{fault.message[:1].upper()}{fault.message[1:]}.")


@plan_rule("P204", severity="warning")
def agrees_with_decision(plan: Plan) -> Iterator[PlanFound]:
    """Dữ liệu chương trình khác quyết định để bên cạnh.
    The programme's data differ from the decision beside them.

    Yêu cầu: Nội dung, số lượng, thời gian, kinh phí trong dữ liệu chương trình như trong quyết định.
    Asks: Activities, quantities, times and money in the data are those of the decision.
    Lý do: Văn bản đã ký là gốc; dữ liệu sai thì hợp đồng, chứng từ sai theo.
    Why: The signed paper counts; wrong data make wrong contracts and vouchers.

    Sai:
        Quyết định: 750 cuốn sổ tay; dữ liệu: 700 cuốn
    Đúng:
        Quyết định: 750 cuốn sổ tay; dữ liệu: 750 cuốn
    """
    if plan.decided is None or plan.draft is None or plan.paper is None or not plan.is_first:
        return
    for each in compare(plan.draft, plan.paper, plan.decided):
        if each.path[0] == "programme" or (each.path[0] == "estimates" and plan.decided.estimates):
            yield PlanFound(each.path, f"Dữ liệu ghi {_said(each.meant)}, quyết định ghi {_said(each.read)}.")


def _said(value: Any) -> str:
    return quote(str(value)) if value not in (None, "", []) else "trống"
