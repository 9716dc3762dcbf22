"""A request of 2026 and what stands around it, by hand. All invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from quyet.core.estimates.buying import Route
from quyet.core.vouchers.facts import (
    Agreement,
    Bill,
    Budget,
    Change,
    Facts,
    Office,
    Payee,
    Purchase,
    Request,
    Settled,
    Spent,
)

OFFICE = Office("UBND TỈNH LẠNG SƠN", "SỞ CÔNG THƯƠNG", "Sở Công Thương tỉnh Lạng Sơn", "1012345", "Lạng Sơn", "SCT")
BUDGET = Budget(
    2026, "300/QĐ-SCT", date(2025, 12, 26), "416", "280", "338", "12",
    "Chương trình sản xuất và tiêu dùng bền vững năm 2026", "41/QĐ-SCT", date(2026, 2, 5),
)  # fmt: skip
SUPPLIER = Payee("Công ty TNHH In Một", "4900000001", "100200300", "Ngân hàng A, chi nhánh Lạng Sơn")
BANNERS = Spent("In, treo 40 băng rôn", 26_000_000, "cái", Decimal(40), 650_000, "6606")
BOOKS = Spent("In 750 sổ tay", 30_000_000, "cuốn", Decimal(750), 40_000, "6608")
CONTRACT = Agreement(
    "05/2026/HĐ-SCT", date(2026, 4, 2), "In băng rôn và sổ tay", 57_500_000, 56_000_000, 20_000_000, advanced=20_000_000
)
BOUGHT = Purchase(
    "In băng rôn và sổ tay", date(2026, 4, 2), 56_000_000, (BANNERS, BOOKS),
    start=date(2026, 4, 1), end=date(2026, 9, 30),
    route=Route(500_000_000, "chỉ định thầu", "direct appointment", "NĐ 214/2025/NĐ-CP, Điều 78 khoản 4", "S"),
)  # fmt: skip
PAYMENT = Request(
    "payment", "Thanh toán đợt cuối in băng rôn, sổ tay", 36_000_000, date(2026, 6, 15), date(2026, 6, 16), "", None,
    (replace(BANNERS, amount=6_000_000, quantity=None, unit_price=None), BOOKS),
    (Bill("1K26TAA 12", "12", date(2026, 6, 12), "Công ty TNHH In Một", "4900000001", 56_000_000, 36_000_000),),
    accepted_number="01/BBNT", accepted_day=date(2026, 6, 12), accepted_value=56_000_000,
    asker="Lý Thu An", checker="Nông Thị Cúc", approver="Lương Minh Đức",
)  # fmt: skip
PAID = Facts(OFFICE, BUDGET, SUPPLIER, CONTRACT, BOUGHT, request=PAYMENT)
ADVANCE = Settled("KB-14", date(2026, 4, 10), 20_000_000, 20_000_000)
CLEARED = replace(
    PAID,
    request=replace(
        PAYMENT, kind="clearing", title="Thanh toán tạm ứng in băng rôn", amount=20_000_000, settles=ADVANCE,
        lines=(replace(BANNERS, amount=20_000_000, quantity=None, unit_price=None, open=20_000_000),),
    ),
)  # fmt: skip
BACK = replace(
    PAID,
    request=replace(
        PAYMENT, kind="refund", title="Nộp trả 10 băng rôn không treo", amount=6_500_000, bills=(),
        settles=Settled("KB-20", date(2026, 6, 18), 36_000_000, 36_000_000),
        lines=(replace(BANNERS, amount=6_500_000, quantity=None, unit_price=None),),
    ),
)  # fmt: skip
LISTED = Facts(
    OFFICE, BUDGET, Payee("12 người theo danh sách"),
    request=replace(
        PAYMENT, title="Phụ cấp lưu trú đoàn 12 người", amount=9_600_000, listed=True, bills=(),
        lines=(Spent("Phụ cấp lưu trú", 9_600_000, code="6702"),),
    ),
)  # fmt: skip
CHANGED = Facts(
    OFFICE,
    BUDGET,
    SUPPLIER,
    CONTRACT,
    BOUGHT,
    Change("01/PLHĐ", date(2026, 5, 4), 1_500_000, "Thêm 50 sổ tay", 56_000_000),
)
