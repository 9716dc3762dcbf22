"""F11: how bases, citations and names are written. Worth knowing, never a reason to stop."""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.checks.paper import follows_decree_30
from quyet.core.checks.registry import Found, rule
from quyet.core.checks.spans import span_of
from quyet.core.decisions.model import Reading
from quyet.core.values.late import late
from quyet.core.values.stated import Span

_OPEN_END = late(r"[.,]?[ \t*_|]*\n[\s*_|]*(?:Căn cứ|Thực hiện|Theo|Xét|Trên cơ sở)\b")
_BEFORE_ORDERS = late(r"([^\s*_|])[\s*_|]{0,40}\n[\s*_|]{0,40}(?:QUYẾT|NGHỊ)\s")
_LONGEST_BASIS = 1500

_CAPITALS = (
    ("Khoản ", late(r"[^\W\d_A-ZĐ],? (Khoản \d+)"), "Viện dẫn khoản viết thường: «khoản»."),
    ("Điểm ", late(r"[^\W\d_A-ZĐ],? (Điểm [a-zđ])(?!\w)"), "Viện dẫn điểm viết thường: «điểm»."),
    (" điều ", late(r"(?:khoản \d+|tại|Căn cứ) (điều \d+)"), "Viện dẫn điều cụ thể viết hoa: «Điều»."),
    *(
        (
            f" {kind} số ",
            late(rf" ({kind} số) \d+\s*/"),
            f"Viết hoa tên loại văn bản cụ thể: «{kind.capitalize()}».",
        )
        for kind in ("nghị định", "nghị quyết", "quyết định", "thông tư", "kế hoạch", "tờ trình")
    ),
    ("Nhân ", late(r"[UỦ][yỷỶ] ban (Nhân [dD]ân)"), "Viết «Ủy ban nhân dân»."),
    ("Nhân ", late(r"Hội đồng (Nhân [dD]ân)"), "Viết «Hội đồng nhân dân»."),
)
"""Words without which the pattern cannot fit (searched first, they are quick), the pattern, what to say."""


@rule("F111", severity="info")
def bases_punctuated(reading: Reading) -> Iterator[Found]:
    """Cuối dòng căn cứ sai dấu.
    A line of bases ends with the wrong mark.

    Yêu cầu: Mỗi căn cứ xuống dòng, cuối dòng có dấu chấm phẩy; dòng cuối cùng kết thúc bằng dấu chấm.
    Asks: Each basis has a line of its own that ends with a semicolon; the last line ends with a stop.
    Lý do: Cách ghi thống nhất. Dấu phẩy ở dòng cuối còn phổ biến nên không bị nhắc.
    Why: One way of writing. A comma after the last line is still common and passes.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm a [S]

    Sai:
        Căn cứ Quyết định số 224/QĐ-SCT ngày 25/12/2023 của Giám đốc Sở Công Thương về giao dự toán năm 2024.
        Theo đề nghị của Trưởng phòng Quản lý công nghiệp.
    Đúng:
        Căn cứ Quyết định số 224/QĐ-SCT ngày 25/12/2023 của Giám đốc Sở Công Thương về giao dự toán năm 2024;
        Theo đề nghị của Trưởng phòng Quản lý công nghiệp.
    """
    if not follows_decree_30(reading):
        return
    spans = [span for basis in reading.document.bases if (span := span_of(basis.text))]
    for span in spans:
        if _OPEN_END.match(reading.text, span[1]):
            yield Found("Cuối dòng căn cứ phải có dấu chấm phẩy (;).", (span[1] - 1, span[1]))
    last = span_of(reading.document.proposer) or (spans[-1] if spans else None)
    if last and (found := _wrong_last(reading.text, last)):
        yield Found("Dòng căn cứ cuối cùng phải kết thúc bằng dấu chấm.", found)


def _wrong_last(text: str, last: Span) -> Span | None:
    """The last sign before the heading of the orders, unless it closes the bases."""
    found = _BEFORE_ORDERS.search(text, last[0], last[0] + _LONGEST_BASIS)
    return found.span(1) if found and found[1] not in ".,:" else None


@rule("F112", severity="info")
def capitals(reading: Reading) -> Iterator[Found]:
    """Viết hoa chưa đúng khi viện dẫn hoặc ghi tên cơ quan.
    Wrong capitals in a citation or the name of a body.

    Yêu cầu: Viết hoa «Điều», viết thường «khoản», «điểm» khi viện dẫn; viết hoa tên loại văn bản cụ thể.
    Asks: In citations «Điều» has a capital, «khoản» and «điểm» have none; the kind of a certain paper has one.
    Lý do: Mỗi lỗi viết hoa được nhắc một lần, ở chỗ đầu tiên.
    Why: Each fault is said once, where it first stands.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục II, mục IV khoản 1, mục V khoản 6 và khoản 7 [S]

    Sai:
        Điều 1. Giao nhiệm vụ theo quy định tại Khoản 2 Điều 5 Quy chế làm việc của Sở.
    Đúng:
        Điều 1. Giao nhiệm vụ theo quy định tại khoản 2 Điều 5 Quy chế làm việc của Sở.
    """
    if not follows_decree_30(reading):
        return
    for words, pattern, advice in _CAPITALS:
        places = [found.span(1) for found in pattern.finditer(reading.text)] if words in reading.text else []
        if places:
            others = f" Còn {len(places) - 1} chỗ tương tự." if len(places) > 1 else ""
            yield Found(advice + others, places[0])
