"""B2: the budget codes of lines, in the list of their year."""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.checks.plans.plan import Plan, PlanFound, plan_rule


@plan_rule("B201", severity="error")
def code_of_the_year(plan: Plan) -> Iterator[PlanFound]:
    """Tiểu mục của dòng dự toán không có trong mục lục ngân sách của năm.
    A line's tiểu mục is not in the list of budget codes of its year.

    Yêu cầu: Tiểu mục của dòng có trong mục lục ngân sách nhà nước của năm ngân sách.
    Asks: The tiểu mục of a line stands in the list of budget codes of the budget year.
    Lý do: Kho bạc không nhận mã mà năm ấy chưa có. Mã mà danh mục ở đây, vốn chưa đủ, không có thì chỉ là lưu ý.
    Why: The treasury takes no code that its year does not have. A code that is only missing from the list here, which
        is not whole, is a warning.
    Nguồn: TT 130/2025/TT-BTC, Điều 8 khoản 1 và Phụ lục III [S]

    Sai:
        Năm 2024: hỗ trợ tiền ăn đại biểu, tiểu mục 6659
    Đúng:
        Năm 2024: hỗ trợ tiền ăn đại biểu, tiểu mục 6699
    """
    for path, line in plan.lines():
        if not line.code or plan.year is None:
            continue
        answer = plan.codes.look_up(line.code, plan.year, "sub_item")
        at = (*path, "code")
        if answer.verdict == "later" and answer.edition is not None:
            yield PlanFound(
                at, f"Tiểu mục {line.code} chỉ có từ năm ngân sách {answer.since}, theo {answer.edition.text}."
            )
        elif answer.verdict == "misshapen":
            yield PlanFound(at, f"{line.code} không phải là mã tiểu mục. {answer.why}", "warning")
        elif answer.verdict == "unlisted" and answer.edition is not None:
            whole = answer.edition.whole
            said = "không có" if whole else "chưa rõ có"
            message = f"Mục lục ngân sách năm {plan.year} {said} tiểu mục {line.code}. Kiểm tra {answer.edition.text}."
            yield PlanFound(at, message, None if whole else "warning")


@plan_rule("B202", severity="info")
def every_line_coded(plan: Plan) -> Iterator[PlanFound]:
    """Dòng dự toán chưa ghi tiểu mục.
    A line without a tiểu mục.

    Yêu cầu: Khi đã ghi tiểu mục thì mọi dòng tính tiền đều ghi.
    Asks: Where lines have codes, every line that costs money has one.
    Lý do: Rút dự toán tại kho bạc theo tiểu mục.
    Why: Money is drawn at the treasury by tiểu mục.

    Sai:
        Thuê xe: 6751; Phụ cấp lưu trú: (trống)
    Đúng:
        Thuê xe: 6751; Phụ cấp lưu trú: 6702
    """
    coded = [line for _, line in plan.lines() if line.code]
    bare = [path for path, line in plan.lines() if not line.code and line.unit_price is not None]
    if coded and bare:
        yield PlanFound((*bare[0], "code"), f"{len(bare)} dòng chưa ghi tiểu mục.")
