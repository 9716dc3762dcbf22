"""Values in words, as a page says them. Amounts get their dots and days their order from the site's formats."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import formats

from quyet.core.papers.compare import Difference
from quyet.core.papers.verify import Fault
from quyet.queries.timeline import Quarter
from quyet.web.language import is_english, say

KINDS = {
    "QĐ": ("Quyết định", "Decision"),
    "KH": ("Kế hoạch", "Plan"),
    "NQ": ("Nghị quyết", "Resolution"),
    "TTr": ("Tờ trình", "Proposal"),
    "CTr": ("Chương trình", "Programme"),
    "BC": ("Báo cáo", "Report"),
    "TB": ("Thông báo", "Notice"),
    "CV": ("Công văn", "Official letter"),
}
SEVERITIES = {
    "error": ("Lỗi", "Error"),
    "warning": ("Lưu ý", "Warning"),
    "info": ("Góp ý", "Note"),
}
SIGNS = {"error": "✕", "warning": "!", "info": "i"}
FAMILIES = {
    "F": ("Thể thức", "Form"),
    "L": ("Căn cứ pháp lý", "Legal bases"),
    "M": ("Tiền", "Money"),
    "N": ("Định mức", "Norms"),
    "P": ("Chương trình", "Programme"),
    "T": ("Thời gian", "Time"),
    "B": ("Mục lục ngân sách", "Budget codes"),
}
ROLES = {
    "lead": ("Chủ trì", "Leads"),
    "coordinate": ("Phối hợp", "Coordinates"),
    "execute": ("Thi hành", "Carries out"),
}
OUTCOMES = {
    "scan": ("Chưa đọc được chữ nào trong tệp", "No words could be read from the file"),
    "unknown": ("Chưa nhận ra đây là quyết định hay kế hoạch", "Not recognised as a decision or a plan"),
    "empty": ("Không thấy điều khoản hay hoạt động nào để kiểm tra", "No articles or activities were found to check"),
    "unsure": (
        "Chưa thấy lỗi, nhưng chữ trong tệp chưa chắc đúng",
        "No errors seen, but the file’s words are uncertain",
    ),
}
NEXT_STEPS = {
    "scan": (
        "Chưa có gì được kiểm tra. Hãy gửi tệp Word, hoặc tệp PDF mà chữ bôi đen được.",
        "Nothing was checked. Send the Word file, or a PDF whose words can be selected.",
    ),
    "unknown": (
        "Kết quả dưới đây có thể thiếu. Hãy gửi toàn văn, từ tên cơ quan đến nơi nhận.",
        "What follows may be incomplete. Send the whole text, from the letterhead to the recipients.",
    ),
    "empty": (
        "Hãy gửi toàn văn; nếu nội dung nằm ở phụ lục riêng thì gửi cả phụ lục.",
        "Send the whole text; if the contents stand in an annex of its own, send that too.",
    ),
    "unsure": (
        "Hãy đối chiếu với bản gốc trước khi dùng kết quả.",
        "Compare it with the original before you rely on the result.",
    ),
}
FORMS = {
    "decision": ("Quyết định", "Decision"),
    "attached": ("Quyết định kèm kế hoạch", "Decision with its plan"),
    "proposal": ("Tờ trình", "Proposal"),
    "plan": ("Kế hoạch", "Plan"),
    "report": ("Báo cáo", "Report"),
}
FILES = {
    "docx": ("Word", "Word"),
    "pdf": ("PDF", "PDF"),
    "txt": ("TXT", "TXT"),
    "xml": ("Akoma Ntoso", "Akoma Ntoso"),
    "edxml": ("edXML", "edXML"),
    "json": ("Dữ liệu JSON", "JSON data"),
}
ESTIMATE_FIELDS = {
    "label": ("TT", "No."),
    "content": ("Nội dung", "Content"),
    "activity": ("Thuộc", "Of"),
    "unit": ("ĐVT", "Unit"),
    "factors": ("Cách tính", "Factors"),
    "quantity": ("SL", "Qty"),
    "unit_price": ("Đơn giá", "Unit price"),
    "vat": ("VAT", "VAT"),
    "amount": ("Thành tiền", "Amount"),
    "code": ("Tiểu mục", "Code"),
    "source": ("Nguồn", "Source"),
    "note": ("Ghi chú", "Note"),
    "basis": ("Căn cứ giá", "Basis of the price"),
    "category": ("Loại–khoản", "Category"),
    "chapter": ("Chương", "Chapter"),
}
PRICE_KINDS = {
    "norm": ("định mức", "a norm"),
    "quotation": ("báo giá", "quotations"),
    "contract": ("hợp đồng trước", "an earlier contract"),
    "plan": ("kế hoạch của đơn vị", "the office’s own plan"),
}
NORM_OUTCOMES = {
    "within": ("trong mức", "within it"),
    "under_ceiling": ("dưới trần quốc gia", "below the national ceiling"),
    "above": ("vượt mức", "above it"),
    "rule": ("theo quy định bằng lời", "a rule in words decides"),
    "unknown": ("chưa rõ mức", "not known"),
}
TOTALS_BY = {
    "group": ("Theo nhóm nhiệm vụ", "By group"),
    "activity": ("Theo nội dung", "By activity"),
    "code": ("Theo tiểu mục", "By budget code"),
    "quarter": ("Theo quý", "By quarter"),
}
UNITS = {"phút": "minute", "giờ": "hour", "ngày": "day", "tuần": "week", "tháng": "month", "năm": "year"}


def named(table: Mapping[str, tuple[str, str]], key: str) -> str:
    """The name of a key in the page's language; an unknown key names itself."""
    return say(*table[key]) if key in table else key


def shortened(text: str, most: int) -> str:
    """The text, cut between two words where it is longer than `most` signs; a mark before the cut goes with it."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    kept = text[:most].rsplit(" ", 1)[0] if " " in text[:most] else text[: most - 1]
    return kept.rstrip(" ,;:.–-(") + "…"


def number(value: Any) -> str:
    """185000000 → 185.000.000; 0.8 → 0,8; in English with the other signs."""
    text: str = formats.number_format(value, force_grouping=True)
    return text


def money(amount: int) -> str:
    """185.000.000 đ."""
    return f"{number(amount)} đ"


def total(value: Mapping[str, Any]) -> str:
    """The figure; the words where the decision prints no figure."""
    return str(value["words"]) if value["amount"] is None else money(value["amount"])


def cell(value: Any) -> str:
    """A number in a table, where zero is a dash."""
    return number(value) if value else "–"


def day(value: str | date | None) -> str:
    """2024-06-05 → 05/06/2024."""
    if not value:
        return ""
    text: str = formats.date_format(date.fromisoformat(value) if isinstance(value, str) else value, "SHORT_DATE_FORMAT")
    return text


def quarter(value: Quarter) -> str:
    """II/2024, below a heading that says what it is."""
    return f"{value.roman}/{value.year}"


def quantity(value: Mapping[str, Any]) -> str:
    """40 cái; khoảng 150 đại biểu; 70–80 người; không quá 12 người; ít nhất 5 lớp."""
    return f"{_amount(value)} {value['unit'] or ''}".strip()


def _amount(value: Mapping[str, Any]) -> str:
    if value["value"] is not None:
        one = number(value["value"])
        return say("khoảng {one}", "about {one}", one=one) if value["approximate"] else one
    return between(value["min"], value["max"])


def between(least: Any, most: Any) -> str:
    """A range of which one side may be open."""
    if least is None:
        return say("không quá {most}", "at most {most}", most=number(most))
    if most is None:
        return say("ít nhất {least}", "at least {least}", least=number(least))
    return number(least) if least == most else f"{number(least)}–{number(most)}"


def duration(value: Mapping[str, Any]) -> str:
    """7–10 phút."""
    unit = value["unit"]
    english = f"{UNITS[unit]}|{UNITS[unit]}s" if unit in UNITS else unit
    return f"{between(value['min'], value['max'])} {say(unit, english, n=value['max'] or value['min'])}"


def interval(timeframe: Mapping[str, Any]) -> str:
    """01/04/2024 – 30/09/2024; từ 01/04/2024; đến 30/09/2024."""
    start, end = day(timeframe["start"]), day(timeframe["end"])
    if not start:
        return say("đến {end}", "until {end}", end=end)
    if not end:
        return say("từ {start}", "from {start}", start=start)
    return start if start == end else f"{start} – {end}"


def lines(value: range) -> str:
    """32–45; 7."""
    last = value.stop - 1
    return str(value.start) if value.start == last else f"{value.start}–{last}"


def doubt(about: Fault | Difference) -> str:
    """What contradicts itself in a paper, or would be read otherwise than it was meant."""
    if isinstance(about, Fault):
        return about.message_en if is_english() else about.message
    return say(
        "đọc lại sẽ thành «{read}», không phải «{meant}»",
        "reads back as “{read}”, not “{meant}”",
        read=plain(about.read),
        meant=plain(about.meant),
    )


def plain(value: Any) -> str:
    """A value of a paper, whatever it is, short enough for a sentence."""
    if value in (None, "", [], ()):
        return say("trống", "nothing")
    if isinstance(value, date):
        return day(value)
    if isinstance(value, (list, tuple)):
        return shortened("; ".join(plain(each) for each in value), 160)
    return shortened(value, 160) if isinstance(value, str) else number(value)
