"""P1: the activities that are ordered: each with its quantity, time, duration and owner, and each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quyet.core.checks.dates import days_exist
from quyet.core.checks.paper import Refs, contents, nodes
from quyet.core.checks.registry import Found, rule
from quyet.core.checks.say import quote
from quyet.core.checks.spans import span_of
from quyet.core.decisions.model import Activity, Programme, Reading
from quyet.core.values.finding import Severity
from quyet.core.values.folding import fold, squeeze
from quyet.core.values.late import late
from quyet.core.values.stated import Span

_MANY = 6
_LEADS = late(
    r"[Cc]hủ\s+trì|CHỦ\s+TRÌ|[Đđ]ầu\s+mối|(?:[Đđ]ơn\s+vị|[Cc]ơ\s+quan)\s+thực\s+hiện"
    r"|trách\s+nhiệm[\s*_:]+(?:tổ\s+chức|triển\s+khai|thực\s+hiện(?!\s+[Qq]uyết\s+định)|mua\s+sắm|xây\s+dựng|biên\s+soạn"
    r"|in\s|lập\s|lựa\s+chọn|ký\s+hợp\s+đồng)"
)
"""Words that give somebody the work. «chịu trách nhiệm thi hành Quyết định này» stands everywhere, and gives none."""
_COUNTED_KINDS = frozenset(("banner", "handbook", "tv_report", "training_conference", "study_tour"))
_LASTING_KINDS = {"training_conference": "số ngày", "study_tour": "số ngày", "tv_report": "thời lượng"}
_CONTINUAL = late(r"thường\s+xuyên|hằng\s+(?:năm|tháng|quý)|hàng\s+(?:năm|tháng|quý)|định\s+kỳ|theo\s+tiến\s+độ")


def is_budgeted(programme: Programme) -> bool:
    """Whether the paper approves money: then each activity must be ready to be carried out and paid."""
    return programme.total is not None or any(activity.amount for activity in programme.activities)


def _where(activity: Activity) -> Span | None:
    return span_of(activity.title, activity.label)


def _called(activity: Activity) -> str:
    return quote(activity.title or activity.label or activity.ref, 50)


@rule("P101", severity="warning")
def quantity_given(reading: Reading) -> Iterator[Found]:
    """Nội dung chưa có số lượng.
    An activity without a quantity.

    Yêu cầu: Mỗi nội dung có kinh phí ghi rõ số lượng và đơn vị tính.
    Asks: Each activity of a paper that approves money states how much, in which unit.
    Lý do: Không có số lượng thì không lập dự toán, không nghiệm thu khối lượng được. Loại việc khó đếm chỉ được nhắc.
    Why: Without a quantity nothing can be priced or accepted. Work that is hard to count is only mentioned.

    Sai:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền, thực hiện Quý II/2024.
        2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý II/2024.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng).
    Đúng:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.
        2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý II/2024.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng).
    """
    programme = reading.programme
    if programme and is_budgeted(programme):
        lacking = [activity for activity in programme.activities if activity.quantity is None]
        counted = [activity for activity in lacking if activity.kind in _COUNTED_KINDS]
        others = [activity for activity in lacking if activity.kind not in _COUNTED_KINDS]
        yield from _each(counted, "số lượng", "warning")
        yield from _each(others, "số lượng", "info")


def _each(lacking: list[Activity], what: str, severity: Severity) -> Iterator[Found]:
    """One finding an activity; one for all where they are many, so that other findings stay in sight."""
    if len(lacking) > _MANY:
        names = ", ".join(activity.label or _called(activity) for activity in lacking[:_MANY])
        message = f"{len(lacking)} nội dung chưa ghi {what}: {names}…"
        yield Found(message, _where(lacking[0]), lacking[0].ref, severity)
        return
    for activity in lacking:
        yield Found(f"Nội dung {_called(activity)} chưa ghi {what}.", _where(activity), activity.ref, severity)


@rule("P102", severity="warning")
def time_given(reading: Reading) -> Iterator[Found]:
    """Nội dung chưa có thời gian thực hiện.
    An activity without a timeframe.

    Yêu cầu: Mỗi nội dung ghi thời gian thực hiện: ngày, tháng hoặc quý.
    Asks: Each activity states when it is done: days, months or quarters.
    Lý do: Không có thời gian thì không lập tiến độ được, và không biết mức chi nào có hiệu lực khi thực hiện. Việc
        thường xuyên không bị nhắc; kế hoạch không ghi kinh phí chỉ được nhắc để biết.
    Why: Without it there is no schedule, and nobody knows which norms are in force. Continual work passes; in a plan
        without money it is only mentioned.

    Sai:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái.
        2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý II/2024.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng).
    Đúng:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.
        2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý II/2024.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng).
    """
    programme = reading.programme
    if programme is None:
        return
    lacking = [activity for activity in programme.activities if activity.timeframe is None]
    if lacking:
        passed = _continual(reading) | _impossible(reading)
        severity: Severity = "warning" if is_budgeted(programme) else "info"
        yield from _each([each for each in lacking if each.ref not in passed], "thời gian thực hiện", severity)


def _impossible(reading: Reading) -> set[str]:
    """The refs of items whose time T101 calls impossible, and of all above them: their time is wrong, not missing."""
    refs, places = Refs(reading), [found.span[0] for found in days_exist(reading) if found.span]
    deepest = [ref.split("/") for place in places if (ref := refs.at(place))]
    return {"/".join(parts[:depth]) for parts in deepest for depth in range(1, len(parts) + 1)}


def _continual(reading: Reading) -> set[str]:
    """The refs of items whose own words say that the work goes on: thường xuyên, hằng năm, theo tiến độ …"""
    trees = [reading.document.articles, *(text.articles for text in reading.document.attachments)]
    items = (node for tree in trees for node in nodes(tree))
    return {node.ref for node in items if _CONTINUAL.search(fold(f"{node.title or ''} {node.text}"))}


@rule("P103", severity="warning")
def owner_given(reading: Reading) -> Iterator[Found]:
    """Chưa giao đơn vị chủ trì.
    No unit is told to lead.

    Yêu cầu: Văn bản phê duyệt kinh phí giao rõ đơn vị chủ trì tổ chức thực hiện.
    Asks: A paper that approves money names the unit that leads the work.
    Lý do: Không có đơn vị chủ trì thì không ai lập hồ sơ thanh toán, chịu trách nhiệm tiến độ.
    Why: Without a leading unit nobody keeps the vouchers or answers for the schedule.

    Sai:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.
        2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý II/2024.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng).
        Điều 2. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.
    Đúng:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.
        2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý II/2024.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng).
        Điều 2. Giao Phòng Quản lý công nghiệp chủ trì, phối hợp với Văn phòng Sở tổ chức thực hiện.
        Điều 3. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.
    """
    programme = reading.programme
    if programme is None or not is_budgeted(programme) or any(each.role == "lead" for each in programme.assignments):
        return
    if not _LEADS.search(reading.text, *(contents(reading) or (0, len(reading.text)))):
        first = programme.assignments[0].unit if programme.assignments else None
        yield Found("Chưa giao đơn vị chủ trì thực hiện. Ghi rõ «Giao … chủ trì».", span_of(first))


@rule("P104", severity="warning")
def activity_once(reading: Reading) -> Iterator[Found]:
    """Một nội dung ghi hai lần.
    The same activity twice.

    Yêu cầu: Trong một nhóm không có hai nội dung cùng tên, cùng địa điểm, cùng thời gian; khác nhóm thì không cùng cả
    tên, số lượng, địa điểm và thời gian.
    Asks: No two activities of a group have the same title, place and time; nor two of different groups the same title,
    quantity, place and time.
    Lý do: Nội dung trùng thì dễ chi hai lần cho một việc.
    Why: An activity that stands twice is easily paid twice.

    Sai:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.
        2. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.
    Đúng:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.
        2. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý III/2024.
    """
    activities = reading.programme.activities if reading.programme else []
    named = Counter(activity.title for activity in activities)
    seen: dict[tuple[str, ...], Activity] = {}
    for activity in activities if len(named) < len(activities) else ():
        window = activity.timeframe.text if activity.timeframe else ""
        much = activity.quantity
        said_in_full = much is not None and activity.place and window
        group = f"{much.value} {much.min} {much.max} {much.unit}" if much and said_in_full else _parent(activity)
        parts = (group, activity.title, activity.place, activity.audience, window)
        key = tuple(squeeze(fold(part or "")) for part in parts)
        if activity.title and seen.setdefault(key, activity) is not activity:
            before = seen[key].label or seen[key].ref
            yield Found(f"Nội dung {_called(activity)} trùng với nội dung {before}.", _where(activity), activity.ref)


@rule("P105", severity="warning")
def duration_given(reading: Reading) -> Iterator[Found]:
    """Tập huấn, tham quan, phóng sự chưa ghi thời lượng.
    A training, tour or report without its duration.

    Yêu cầu: Hội nghị tập huấn, chuyến học tập ghi số ngày; phóng sự ghi số phút.
    Asks: A training or a tour states its days, a television report its minutes.
    Lý do: Tiền ăn, phụ cấp, thuê hội trường, giá phóng sự đều tính theo thời lượng.
    Why: Meals, allowances, the hall and the price of a report all depend on it.

    Sai:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Tổ chức tập huấn cán bộ: 02 lớp, thực hiện Quý II/2024.
        2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý II/2024.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng).
    Đúng:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Tổ chức tập huấn cán bộ: 02 lớp, 02 ngày/lớp, thực hiện Quý II/2024.
        2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý II/2024.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng).
    """
    programme = reading.programme
    for activity in programme.activities if programme and is_budgeted(programme) else ():
        if activity.duration is None and activity.kind in _LASTING_KINDS:
            message = f"Nội dung {_called(activity)} chưa ghi {_LASTING_KINDS[activity.kind]}."
            yield Found(message, _where(activity), activity.ref)


def _parent(activity: Activity) -> str:
    return activity.ref.rpartition("/")[0]
