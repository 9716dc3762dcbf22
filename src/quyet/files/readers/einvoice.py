"""An e-invoice's XML, read leniently: its outline is known from memory ([M]), so whatever is missing stays empty, and
what is read is shown to who enters it. The signature beside it is not checked."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from quyet.core.payments.invoices import Invoice
from quyet.core.values.amounts import round_dong
from quyet.core.values.days import DAY, day_of, make_day
from quyet.files.readers.errors import Unreadable
from quyet.files.readers.limits import FILE_BYTES
from quyet.files.readers.markup import SEPARATOR, parse
from quyet.files.readers.refusals import empty

_WANTED = {
    ("TTChung", "KHMSHDon"): "form",
    ("TTChung", "KHHDon"): "symbol",
    ("TTChung", "SHDon"): "number",
    ("TTChung", "NLap"): "day",
    ("NBan", "Ten"): "seller",
    ("NBan", "MST"): "seller_tax_code",
    ("NMua", "Ten"): "buyer",
    ("NMua", "MST"): "buyer_tax_code",
    ("TToan", "TgTCThue"): "before_tax",
    ("TToan", "TgTThue"): "tax",
    ("TToan", "TgTTTBSo"): "total",
}
"""The tag above and the tag → the field. `TToan` also stands in some lines of goods: the first of each counts."""

_LONGEST = 500
"""Characters of one field; what is longer is no name and no number."""

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def read_invoice(data: bytes) -> Invoice:
    """What the XML of an e-invoice says. Unreadable: no XML, too large, or no invoice."""
    FILE_BYTES.hold(len(data))
    if not data.strip():
        raise empty()
    found = _fields(data)
    if not found.get("number") or not (found.get("seller") or found.get("seller_tax_code")):
        raise Unreadable(
            "Tệp XML không phải hóa đơn điện tử: không thấy số hóa đơn và người bán (HDon/DLHDon). Hãy chọn tệp XML mà "
            "bên bán gửi, hoặc nhập tay.",
            "The XML is no e-invoice: number and seller (HDon/DLHDon) are not there. Choose the XML that the seller "
            "sent, or enter the invoice by hand.",
        )
    return Invoice(
        seller=found.get("seller", ""),
        seller_tax_code=found.get("seller_tax_code", ""),
        buyer=found.get("buyer", ""),
        buyer_tax_code=found.get("buyer_tax_code", ""),
        form=found.get("form", ""),
        symbol=found.get("symbol", ""),
        number=found.get("number", ""),
        day=_day(found.get("day", "")),
        before_tax=_dong(found.get("before_tax", "")),
        tax=_dong(found.get("tax", "")),
        total=_dong(found.get("total", "")),
    )


def _fields(data: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    path: list[str] = []
    words: list[str] = []

    def start(tag: str, _: dict[str, str]) -> None:
        path.append(tag.rpartition(SEPARATOR)[2])
        words.clear()

    def end(_: str) -> None:
        field = _WANTED.get((path[-2], path[-1])) if len(path) > 1 else None
        if field is not None and (said := " ".join("".join(words).split())) and len(said) <= _LONGEST:
            found.setdefault(field, said)
        path.pop()
        words.clear()

    def text(said: str) -> None:
        if len(path) > 1 and (path[-2], path[-1]) in _WANTED:
            words.append(said)

    parse(data, start, end, text)
    return found


def _day(said: str) -> date | None:
    if iso := _ISO.match(said):
        year, month, day = map(int, iso.groups())
        return make_day(year, month, day)
    printed = DAY.search(said.lower())
    return day_of(printed) if printed else None


def _dong(said: str) -> int | None:
    """`55250000`, `55250000.0`: the dot is a decimal point in the XML. A sum that is no money stays empty."""
    try:
        value = Decimal(said.replace(",", "").replace(" ", ""))
    except InvalidOperation:
        return None
    return round_dong(value) if value.is_finite() and 0 <= value <= 10**15 else None
