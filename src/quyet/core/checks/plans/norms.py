"""N1: unit prices beside the norms of the days and the place of their activity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quyet.core.checks.plans.plan import Path, Plan, PlanFound, plan_rule
from quyet.core.checks.say import listing, quote
from quyet.core.estimates.model import PlannedLine
from quyet.core.norms.lookup import Asked
from quyet.core.norms.model import Item, Level
from quyet.core.norms.say import NO_PROVINCE_LEVEL, day, figure
from quyet.core.norms.verdict import Verdict, judge_over
from quyet.core.norms.windows import Window, held_over
from quyet.core.values.amounts import dotted
from quyet.core.values.finding import Severity
from quyet.core.values.folding import fold


@dataclass(frozen=True, slots=True)
class Judged:
    """A line whose price was held against a norm. `named`: the line itself names the norm, not only its words."""

    path: Path
    line: PlannedLine
    price: int
    item: Item
    window: Window
    verdict: Verdict
    named: bool


def judged(plan: Plan) -> Sequence[Judged]:
    """The lines that a norm covers. Every rule here asks for them, and pages show them: they are looked for once."""
    found = plan.found.get(__name__)
    if not isinstance(found, tuple):
        found = plan.found[__name__] = tuple(_judge(plan))
    return found


def _judge(plan: Plan) -> Iterator[Judged]:
    names = [(fold(item.name.vi), item) for item in plan.norms.items.values()]
    windows: dict[tuple[Asked, date], Window] = {}
    for path, line in plan.lines():
        if line.unit_price is None:
            continue
        item, days = _item_of(plan, line, names), plan.days_of(line)
        if item is None or days is None:
            continue
        basis = line.basis
        named = basis is not None and basis.norm is not None
        places = (basis.place,) if basis and basis.place in plan.norms.places else ()
        rank = basis.rank if basis and basis.rank in plan.norms.ranks else None
        province = (basis.province if basis else None) or plan.province
        asked = Asked(item.key, days[0], tuple(place for place in places if place), rank, province)
        if (asked, days[1]) not in windows:
            windows[asked, days[1]] = held_over(plan.norms, asked, days[1])
        window = windows[asked, days[1]]
        yield Judged(path, line, line.unit_price, item, window, judge_over(line.unit_price, window), named)


def _item_of(plan: Plan, line: PlannedLine, names: Sequence[tuple[str, Item]]) -> Item | None:
    """The item that the line names, else the only one whose name stands in its words."""
    if line.basis is not None and line.basis.norm is not None:
        return plan.norms.items.get(line.basis.norm)
    words = fold(line.content or "")
    found = [item for name, item in names if name in words]
    return found[0] if len(found) == 1 else None


def _source(level: Level) -> str | None:
    if level.source is None:
        return None
    article = f", {level.source.article}" if level.source.article else ""
    return f"{level.source.text}{article}"


@plan_rule("N101", severity="error")
def price_within_norm(plan: Plan) -> Iterator[PlanFound]:
    """Đơn giá vượt định mức.
    A unit price above the norm.

    Yêu cầu: Đơn giá của khoản có định mức không vượt mức đang có hiệu lực trong những ngày của hoạt động, ở nơi và với
        đối tượng đó; mức của tỉnh nằm dưới mức trần quốc gia. Hoạt động trải qua ngày đổi mức thì lấy mức thấp.
    Asks: A price that a norm covers is not above the level in force on the days of the activity, for that place and
        rank; a province's level lies under the national ceiling. Where the level changes within the window, the lower
        one counts.
    Lý do: Kho bạc không thanh toán phần vượt. Mức chỉ nhớ, chưa đối chiếu văn bản, thì chỉ nhắc.
    Why: The treasury does not pay what lies above. A level that is only from memory warns.

    Sai:
        Phụ cấp lưu trú: 12 người × 4 ngày × 250.000 đồng, tháng 6/2024
    Đúng:
        Phụ cấp lưu trú: 12 người × 4 ngày × 200.000 đồng, tháng 6/2024
    """
    for each in judged(plan):
        level = each.verdict.level
        if each.verdict.outcome != "above" or level is None:
            continue
        when = _from_when(each)
        message = (
            f"Đơn giá {dotted(each.price)} đồng của {quote(each.line.content or each.item.name.vi)} vượt mức "
            f"{figure(level)} {each.item.unit.vi}{when}. Giảm đơn giá, hoặc ghi rõ căn cứ khác."
        )
        blocks = each.verdict.blocks and each.named
        severity: Severity | None = None if blocks else "warning"
        yield PlanFound((*each.path, "unit_price"), message, severity, _source(level))


def _from_when(judged: Judged) -> str:
    """Where another level holds on some days of the window: from when."""
    others = [piece for piece in judged.window.otherwise if piece.held.binding is not None]
    return "".join(f" (từ {day(piece.start)}: {figure(piece.held.binding)})" for piece in others)


@plan_rule("N102", severity="warning")
def norm_known(plan: Plan) -> Iterator[PlanFound]:
    """Chưa biết định mức của khoản chi.
    No norm is known for what is paid.

    Yêu cầu: Khoản ghi đơn giá theo định mức thì có mức của ngày đó, nơi đó; chưa có thì kiểm tra văn bản trước khi
        trình.
    Asks: A price said to follow a norm has a level for that day and place; where none is known, look at the text first.
    Lý do: Không thấy định mức không có nghĩa là được chi bao nhiêu cũng được.
    Why: That no norm was found does not mean that any price is allowed.

    Sai:
        Tiền thuê phòng nghỉ theo định mức, tháng 6/2025 (mức từ 04/05/2025 chưa đối chiếu)
    Đúng:
        Tiền thuê phòng nghỉ: 450.000 đồng/đêm, tháng 6/2024, thành phố loại I
    """
    for path, line in plan.lines():
        if line.basis is not None and line.basis.norm is not None and line.basis.norm not in plan.norms.items:
            yield PlanFound(
                (*path, "basis", "norm"), f"Không có định mức {quote(line.basis.norm)}; xem quyet norms find."
            )
    for each in judged(plan):
        if each.verdict.outcome == "unknown" and each.named:
            missing = {need for piece in each.window.pieces for need in piece.held.national.missing}
            if not missing:
                message = f"Chưa rõ định mức của {quote(each.item.name.vi)} trong những ngày của hoạt động."
                yield PlanFound((*each.path, "unit_price"), f"{message} Đối chiếu văn bản trước khi trình.")


@plan_rule("N103", severity="warning")
def place_and_rank_said(plan: Plan) -> Iterator[PlanFound]:
    """Thiếu loại địa bàn hoặc đối tượng để tra định mức.
    The kind of place or the rank that decides the norm is missing.

    Yêu cầu: Khoản mà định mức phân biệt theo nơi hoặc theo chức vụ ghi rõ nơi và đối tượng.
    Asks: Where a norm tells places or ranks apart, the line says which place and rank.
    Lý do: Không biết nơi nào, ai đi thì không biết mức nào đúng.
    Why: Without them nobody knows which level is right.

    Sai:
        Tiền thuê phòng nghỉ (khoán): 12 người × 3 đêm × 450.000 đồng
    Đúng:
        Tiền thuê phòng nghỉ (khoán), đô thị loại I, hệ số dưới 1,25: 12 người × 3 đêm × 450.000 đồng
    """
    words = {"place": "loại địa bàn", "rank": "đối tượng"}
    for each in judged(plan):
        missing = sorted({need for piece in each.window.pieces for need in piece.held.national.missing})
        if missing and each.named:
            named = " và ".join(words[need] for need in missing)
            yield PlanFound((*each.path, "basis"), f"Ghi {named} để tra định mức của {quote(each.item.name.vi)}.")


@plan_rule("N104", severity="info")
def province_level_known(plan: Plan) -> Iterator[PlanFound]:
    """Chưa có mức của tỉnh.
    The province's level is not known.

    Yêu cầu: Mức chi theo nghị quyết của tỉnh; khi chưa có nghị quyết trong danh mục thì đối chiếu bằng tay.
    Asks: Spending follows the province's resolution; while it is not on file, compare by hand.
    Lý do: Mức của Bộ Tài chính chỉ là mức trần.
    Why: The ministry's level is only a ceiling.

    Sai:
        (Nghị quyết của HĐND tỉnh Lạng Sơn chưa có trong danh mục)
    Đúng:
        (mức của tỉnh đã nhập)
    """
    found = [each for each in judged(plan) if each.verdict.outcome == "under_ceiling"]
    if found:
        times = Counter(line.label for _, line in plan.lines())
        labels = listing([_named(each.line, times) for each in found])
        yield PlanFound(plan.base, f"Dòng {labels}: {NO_PROVINCE_LEVEL.vi}. Đối chiếu nghị quyết của tỉnh.")


def _named(line: PlannedLine, times: Mapping[str | None, int]) -> str:
    """By its label where no other line has it, else by its words too."""
    said = quote(line.content or "", 40)
    if not line.label:
        return said
    return line.label if times[line.label] == 1 else f"{line.label} {said}"
