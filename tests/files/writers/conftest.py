"""A small decision and its reading, made by hand: the writers are asked for nothing but its form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quyet.core.decisions.model import (
    Activity,
    Article,
    Assignment,
    Basis,
    Document,
    Duration,
    Estimate,
    EstimateLine,
    Programme,
    Quantity,
    Reading,
    Signature,
    Timeframe,
    Total,
)
from quyet.core.decisions.source import Source
from quyet.core.values.finding import Finding
from quyet.core.values.stated import Day, Dong, Number, Span, Words

TEXT = """Số: 12/QĐ-SCT
Lạng Sơn, ngày 05 tháng 03 năm 2024
Điều 1. In khoảng 150 tờ rơi, khổ 0,8 m, trong 02 ngày Quý II/2024
Kinh phí: 1.500.000 đồng (Một triệu năm trăm nghìn đồng)
Phòng Thương mại chủ trì.
GIÁM ĐỐC
Trần Thị Mẫu
"""


def at(words: str) -> Span:
    start = TEXT.index(words)
    return start, start + len(words)


def said(words: str) -> Words:
    return Words(words, at(words))


def made_reading() -> Reading:
    document = Document(
        kind="QĐ",
        number=said("12/QĐ-SCT"),
        date=Day.said(date(2024, 3, 5), at("ngày 05 tháng 03 năm 2024")),
        place=said("Lạng Sơn"),
        bases=[Basis(text="Căn cứ Luật Mẫu", kind="Luật")],
        articles=[Article(ref="dieu_1", label="Điều 1", children=[Article(ref="dieu_1/khoan_1", label="1")])],
        signature=Signature(position=said("GIÁM ĐỐC"), name=said("Trần Thị Mẫu")),
    )
    activity = Activity(
        ref="dieu_1/khoan_1",
        title=said("tờ rơi"),
        quantity=Quantity(Decimal(150), None, None, True, "tờ rơi", at("khoảng 150 tờ rơi")),
        timeframe=Timeframe(date(2024, 4, 1), date(2024, 6, 30), "Quý II/2024", at("Quý II/2024")),
        duration=Duration(Decimal(2), Decimal(2), "ngày", at("02 ngày")),
    )
    amount = at("1.500.000 đồng (Một triệu năm trăm nghìn đồng)")
    programme = Programme(
        year=2024,
        period=(date(2024, 1, 1), date(2024, 12, 31)),
        activities=[activity],
        total=Total(1_500_000, "Một triệu năm trăm nghìn đồng", 1_500_000, amount),
        assignments=[Assignment(said("Phòng Thương mại"), "lead")],
    )
    line = EstimateLine(
        label="1",
        quantity=Number("0.8", at("0,8")),
        unit_price=Dong(1_500_000, at("1.500.000")),
        amount=Dong(1_500_000, at("1.500.000")),
    )
    estimate = Estimate(columns=["Nội dung"], lines=[line], total=1_500_000)
    return Reading(
        source=Source(TEXT, "mau.txt", sha256="0" * 64),
        document=document,
        programme=programme,
        estimate=estimate,
        estimates=[estimate],
        findings=[
            Finding("F102", "warning", "Thiếu quốc hiệu.", None, 1, 1, None, "NĐ 30/2020/NĐ-CP, Phụ lục I"),
            Finding("M101", "error", "Số khác chữ.", at("1.500.000"), 4, 11, "dieu_1", None),
        ],
    )


@pytest.fixture
def reading() -> Reading:
    return made_reading()
