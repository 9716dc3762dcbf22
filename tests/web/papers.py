"""An invented programme, and its reading put together by hand with the classes of the model.

The words are found in the text by what stands before them, so that a test can be read without counting characters.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

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

TEXT = """\
SỞ NÔNG NGHIỆP TỈNH MƯỜNG HOA
QUYẾT ĐỊNH
Về việc phê duyệt chương trình khuyến nông năm 2023

GIÁM ĐỐC SỞ NÔNG NGHIỆP TỈNH MƯỜNG HOA
Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2023 của UBND tỉnh Mường Hoa giao dự toán năm 2023;
Theo đề nghị của Trưởng phòng Trồng trọt.
QUYẾT ĐỊNH:
Điều 1. Phê duyệt chương trình khuyến nông năm 2023:
1. Tập huấn
a) Tập huấn trồng chè
- Số lượng: 02 lớp; thời gian: 02 ngày/lớp; Quý II/2023.
b) In tờ rơi
- Số lượng: khoảng 1.500 tờ.
2. Kinh phí: 62.500.000 đồng (Sáu mươi hai triệu năm trăm nghìn đồng).
Điều 2. Phòng Trồng trọt chủ trì thực hiện.
Nơi nhận:
- Như Điều 2;
GIÁM ĐỐC
Lò Thị Mận
"""


def at(words: str, after: str = "") -> Span:
    """Where some words stand, looking from other words on."""
    start = TEXT.index(words, TEXT.index(after))
    return (start, start + len(words))


def said(words: str, after: str = "") -> Words:
    return Words(words, at(words, after))


def reading() -> Reading:
    """Two activities under one heading, one of them without a time; a total in figures and words; two findings."""
    return Reading(
        source=Source(text=TEXT, name="khuyen-nong.txt", sha256="0" * 64),
        document=_document(),
        programme=_programme(),
        findings=[
            _finding("P102", "warning", "Hoạt động này chưa nêu thời gian.", at("In tờ rơi"), "dieu_1/khoan_1/diem_b"),
            _finding("M301", "error", "Không thấy phụ lục.", at("62.500.000 đồng"), None),
        ],
    )


def _document() -> Document:
    basis = Basis(
        text=said("Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2023 của UBND tỉnh Mường Hoa giao dự toán năm 2023"),
        kind=said("Quyết định", "Căn cứ"),
        number=said("12/QĐ-UBND"),
        date=Day.said(date(2023, 1, 5), at("05/01/2023")),
        issuer=said("UBND tỉnh Mường Hoa"),
        title=said("giao dự toán năm 2023"),
    )
    return Document(
        kind=Words("QĐ", at("QUYẾT ĐỊNH")),
        issuer=said("SỞ NÔNG NGHIỆP TỈNH MƯỜNG HOA"),
        title=said("phê duyệt chương trình khuyến nông năm 2023"),
        bases=[basis],
        proposer=said("Trưởng phòng Trồng trọt"),
        articles=[
            Article("dieu_1", said("Điều 1"), text=said("Phê duyệt chương trình khuyến nông năm 2023:", "Điều 1")),
            Article("dieu_2", said("Điều 2"), text=said("Phòng Trồng trọt chủ trì thực hiện.")),
        ],
        recipients=[said("Như Điều 2")],
        signature=Signature(position=said("GIÁM ĐỐC", "Nơi nhận"), name=said("Lò Thị Mận")),
    )


def _programme() -> Programme:
    group = said("Tập huấn", "1. ")
    tea = Activity(
        ref="dieu_1/khoan_1/diem_a",
        label="1.a",
        group=group,
        title=said("Tập huấn trồng chè"),
        kind="training_conference",
        quantity=Quantity(Decimal(2), None, None, False, "lớp", at("02 lớp")),
        timeframe=Timeframe(date(2023, 4, 1), date(2023, 6, 30), "Quý II/2023", at("Quý II/2023")),
        duration=Duration(Decimal(2), Decimal(2), "ngày", at("02 ngày")),
    )
    leaflet = Activity(
        ref="dieu_1/khoan_1/diem_b",
        label="1.b",
        group=group,
        title=said("In tờ rơi"),
        quantity=Quantity(Decimal(1500), None, None, True, "tờ", at("khoảng 1.500 tờ")),
    )
    words = "Sáu mươi hai triệu năm trăm nghìn đồng"
    return Programme(
        year=2023,
        activities=[tea, leaflet],
        total=Total(62_500_000, words, 62_500_000, at("62.500.000 đồng")),
        assignments=[Assignment(said("Phòng Trồng trọt", "Điều 2"), "lead")],
    )


def _finding(rule: str, severity: str, message: str, span: Span, ref: str | None) -> Finding:
    line = TEXT.count("\n", 0, span[0]) + 1
    column = span[0] - TEXT.rfind("\n", 0, span[0])
    return Finding(rule, severity, message, span, line, column, ref, None)  # type: ignore[arg-type]


def with_estimate() -> Reading:
    """The same with an annex table of two lines."""
    paper = reading()
    lines = [
        EstimateLine("1", None, "Thuê hội trường", "ngày", Number(4, at("02 ngày")), 3_000_000, 12_000_000, None),
        EstimateLine("2", None, "Nước uống", "người", Decimal(0), 0, Dong(50_500_000, at("62.500.000")), "2 ngày"),
    ]
    paper.estimates = [Estimate(["STT", "Nội dung"], lines, 62_500_000)]
    return paper
