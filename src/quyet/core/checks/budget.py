"""P1: what carries a programme: its annex, its total in figures and words, its source of funds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyet.core.checks.annex_lines import lines_by_activity, lines_of_one
from quyet.core.checks.paper import contents
from quyet.core.checks.registry import Found, rule
from quyet.core.checks.say import number
from quyet.core.checks.spans import span_of
from quyet.core.checks.tables import name_of, uppermost
from quyet.core.decisions.model import EstimateLine, Programme, Quantity, Reading
from quyet.core.values.finding import Severity
from quyet.core.values.folding import fold
from quyet.core.values.late import late
from quyet.core.values.stated import Span
from quyet.core.values.words import to_words

_WORD = late(r"\w+")
_MONEY_TITLE = late(r"dự\s+toán|kinh\s+phí")
_ATTACHED = late(r"èm(?!\s+theo\s+(?:Quyết\s+định|Kế\s+hoạch|Công\s+văn|Tờ\s+trình|văn\s+bản)\s+số)(?:\s+theo)?")
_ANNEX_WORD = late(
    r"(?:[Pp]hụ\s+lục|[Pp]hụ\s+biểu|[Bb]iểu|[Dd]anh\s+mục|[Dd]anh\s+sách(?=[^.;()\n]{0,20}èm)|[Dd]ự\s+toán\s+chi\s+tiết|èm\s+theo\s+Quyết\s+định\s+này)(?!\w)"
)
_ANNEX_BEGINS = late(r"[Pp]hụ|[Bb]iểu|[Dd]anh|[Dd]ự|èm\s+theo\s+Quyết")
_ANNEX_THERE = late(
    r"^[ \t*_|#]*(?:PHỤ\s+LỤC|Phụ\s+lục|PHỤ\s+BIỂU|BIỂU|BẢNG|DANH\s+(?:MỤC|SÁCH)|DỰ\s+TOÁN|KẾ\s+HOẠCH|QUY\s+CHẾ"
    r"|QUY\s+ĐỊNH|ĐỀ\s+ÁN|CHƯƠNG\s+TRÌNH|PHƯƠNG\s+ÁN|NỘI\s+DUNG|LỊCH)",
    re.MULTILINE,
)
_FUNDING = (
    late(r"guồn"),
    late(r"(?:từ|bằng|trích|do)\s+(?:các\s+)?[Qq](?:uỹ|ũy)\s|[Qq](?:uỹ|ũy)\s+phát\s+triển"),
    late(r"gân\s+sách\s+(?:tỉnh|huyện|xã|thành\s+phố|trung\s+ương|nhà\s+nước|địa\s+phương)"),
)
_ALLOTMENT = late(r"iao\s+(?:bổ\s+sung\s+)?(?:chỉ\s+tiêu|dự\s+toán|kinh\s+phí|kế\s+hoạch)|hân\s+bổ|iao\s+thu")


@rule("P106", severity="warning")
def quantity_equals_annex(reading: Reading) -> Iterator[Found]:
    """Số lượng trong phụ lục khác số lượng trong điều.
    A quantity in the annex differs from the article's.

    Yêu cầu: Cùng một nội dung, cùng đơn vị tính thì số lượng trong phụ lục và trong điều như nhau.
    Asks: The same activity in the same unit has one quantity in the annex and in the article.
    Lý do: Hai số lượng khác nhau thì không biết phải làm, phải nghiệm thu bao nhiêu.
    Why: With two quantities nobody knows how much to deliver and to accept.

    Sai:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. In sổ tay tuyên truyền: 600 cuốn.
        2. Treo băng rôn tuyên truyền: 20 cái.

        PHỤ LỤC
        DỰ TOÁN TUYÊN TRUYỀN NĂM 2024
        Đơn vị tính: đồng
        | STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
        | 1 | In sổ tay tuyên truyền | cuốn | 500 | 20.000 | 10.000.000 |
        | 2 | Treo băng rôn tuyên truyền | cái | 20 | 450.000 | 9.000.000 |
        |  | TỔNG CỘNG |  |  |  | 19.000.000 |
    Đúng:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. In sổ tay tuyên truyền: 500 cuốn.
        2. Treo băng rôn tuyên truyền: 20 cái.

        PHỤ LỤC
        DỰ TOÁN TUYÊN TRUYỀN NĂM 2024
        Đơn vị tính: đồng
        | STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
        | 1 | In sổ tay tuyên truyền | cuốn | 500 | 20.000 | 10.000.000 |
        | 2 | Treo băng rôn tuyên truyền | cái | 20 | 450.000 | 9.000.000 |
        |  | TỔNG CỘNG |  |  |  | 19.000.000 |
    """
    ordered = {each.ref: each.quantity for each in reading.programme.activities} if reading.programme else {}
    for line in (*lines_of_one(reading), *_bought_alone(reading)):
        quantity = ordered.get(line.activity or "")
        if quantity and line.quantity is not None and _contradicts(quantity, line):
            said = f"{number(line.quantity)} {line.unit}, trong điều ghi {_amount(quantity)}"
            yield Found(f"{name_of(line)}: phụ lục ghi {said}.", span_of(line.quantity, line.content), line.activity)


def _bought_alone(reading: Reading) -> Iterator[EstimateLine]:
    """Below heads that count nothing, the line that names an activity with its own words, where no other counts in the
    unit of the activity: below Sổ tay the line In sổ tay, 500 cuốn."""
    lines = lines_by_activity(reading)
    for activity in reading.programme.activities if reading.programme else ():
        mine = lines.get(activity.ref, [])
        if not activity.quantity or any(line.quantity is not None for line in uppermost(mine)):
            continue
        counted = [line for line in mine if line.quantity is not None and _in_unit(activity.quantity, line)]
        if len(counted) == 1 and _words(counted[0].content) <= _words(activity.title):
            yield counted[0]


def _words(said: str | None) -> set[str]:
    return set(_WORD.findall(fold(said or "")))


def _contradicts(quantity: Quantity, line: EstimateLine) -> bool:
    if line.quantity is None or quantity.approximate or not _in_unit(quantity, line):
        return False
    if quantity.value is not None:
        return line.quantity != quantity.value
    too_few = quantity.min is not None and line.quantity < quantity.min
    return too_few or (quantity.max is not None and line.quantity > quantity.max)


def _in_unit(quantity: Quantity, line: EstimateLine) -> bool:
    return fold(quantity.unit or "") == fold(line.unit or "-")


def _amount(quantity: Quantity) -> str:
    numbers = [number(each) for each in (quantity.value, quantity.min, quantity.max) if each is not None]
    return " đến ".join(numbers)


@rule("P107", severity="warning")
def annex_there(reading: Reading) -> Iterator[Found]:
    """Có nhắc phụ lục kèm theo nhưng không có phụ lục.
    An annex is mentioned that is not there.

    Yêu cầu: Phụ lục, kế hoạch, quy chế mà văn bản nói là kèm theo thì phải có ở cuối tệp.
    Asks: An annex, plan or regulation that the paper says is attached stands at the end of the file.
    Lý do: Dự toán chi tiết thường chỉ có trong phụ lục; thiếu phụ lục thì không giao, không chi được từng dòng. Bản sao
        có thể đã mất phụ lục.
    Why: The detailed estimate mostly stands in the annex only; without it no line can be allotted or spent. A copy may
        have lost the annex.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 1 điểm a [S]

    Sai:
        Điều 1. Phê duyệt dự toán tuyên truyền năm 2024 (có Phụ lục chi tiết kèm theo).
    Đúng:
        Điều 1. Phê duyệt dự toán tuyên truyền năm 2024 (có Phụ lục chi tiết kèm theo).

        PHỤ LỤC
        DỰ TOÁN TUYÊN TRUYỀN NĂM 2024
        Đơn vị tính: đồng
        | STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
        | 1 | Sổ tay | cuốn | 500 | 20.000 | 10.000.000 |
        | 2 | Băng rôn | cái | 20 | 450.000 | 9.000.000 |
        |  | TỔNG CỘNG |  |  |  | 19.000.000 |
    """
    if reading.estimates or reading.document.attachments:
        return
    said = _annex_said(reading.text)
    if said and not _ANNEX_THERE.search(reading.text, said[1]):
        what = "danh sách" if "danh sách" in fold(reading.text[slice(*said)]) else "phụ lục"
        yield Found(f"Văn bản nói có {what} kèm theo nhưng tệp không có. Bổ sung {what}.", said)


def _annex_said(text: str) -> Span | None:
    """The first words that say an annex goes with the paper: `có Phụ lục kèm theo`, `kèm theo Quyết định này …`."""
    following = -1  # no word for an annex begins before this place: thousands of "kèm theo" are passed at one look
    for found in _ATTACHED.finditer(text):
        start = _sentence(text, found.start())
        if following < start:
            following = begins.start() if (begins := _ANNEX_BEGINS.search(text, start)) else len(text)
        if following >= found.end() + 40:
            continue
        if named := _ANNEX_WORD.search(text, start, found.end() + 40):
            return min(named.start(), found.start()), max(named.end(), found.end())
    return None


def _sentence(text: str, at: int) -> int:
    """Where the sentence or the bracket around a place begins, at most 80 letters back."""
    low = max(0, at - 80)
    return max(low, *(text.rfind(stop, low, at) + 1 for stop in ".;("))


@rule("P108", severity="warning")
def total_given(reading: Reading) -> Iterator[Found]:
    """Thiếu tổng kinh phí hoặc tổng kinh phí thiếu chữ.
    No total, or a total without its words.

    Yêu cầu: Quyết định phê duyệt dự toán ghi tổng kinh phí bằng số và bằng chữ.
    Asks: A decision that approves an estimate gives the total in figures and in words.
    Lý do: Tổng là trần được chi; ghi thêm bằng chữ để không ai sửa được con số.
    Why: The total is the ceiling; the words keep the figure from being changed.

    Sai:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.
        2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý II/2024.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng.
    Đúng:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.
        2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý II/2024.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng).
    """
    programme, title = reading.programme, reading.document.title
    if programme is None:
        return
    if programme.total is None:
        if reading.document.kind == "QĐ" and _MONEY_TITLE.search(fold(title or "")):
            yield Found("Phê duyệt dự toán nhưng không ghi tổng kinh phí.", span_of(title))
    elif programme.total.amount is not None and not programme.total.words:
        message = f"Tổng kinh phí chưa ghi bằng chữ: «{_capital(to_words(programme.total.amount))}»."
        yield Found(message, span_of(programme.total.amount, programme.total))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@rule("P109", severity="warning")
def funding_given(reading: Reading) -> Iterator[Found]:
    """Chưa ghi nguồn kinh phí.
    No source of funds is named.

    Yêu cầu: Văn bản phê duyệt kinh phí ghi nguồn: ngân sách, sự nghiệp, quỹ, tài trợ… hoặc có căn cứ giao dự toán.
    Asks: A paper that approves money names its source, or rests on the decision that allots it.
    Lý do: Kho bạc kiểm soát chi theo nguồn; không rõ nguồn thì không thanh toán được. Có căn cứ giao dự toán
        thì chỉ nhắc để biết.
    Why: The treasury pays by source; without one it cannot pay. With an allotment among the bases it is only
        mentioned.

    Sai:
        (không có căn cứ)
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.
        2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý II/2024.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng).
    Đúng:
        (không có căn cứ)
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.
        2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý II/2024.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng), từ nguồn sự nghiệp kinh tế năm 2024.
    """
    programme, whole = reading.programme, contents(reading)
    if programme is None or programme.total is None or programme.sources or whole is None:
        return
    if not any(words.search(reading.text, *whole) for words in _FUNDING):
        allotted = any(_ALLOTMENT.search(basis.text) for basis in reading.document.bases)
        severity: Severity = "info" if allotted else "warning"
        yield Found(
            "Chưa ghi nguồn kinh phí. Ghi rõ nguồn, theo quyết định giao dự toán nào.",
            _total(programme),
            None,
            severity,
        )


def _total(programme: Programme) -> Span | None:
    return span_of(programme.total.amount, programme.total) if programme.total else None
