"""Programmes as offices might write them, for the round trip: every fact drawn, none tied to the others.

The words are put together from parts that such programmes use; the people are nobody.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from quyet.core.decisions.model import (
    Assignment,
    Basis,
    Duration,
    Quantity,
    Role,
    Signature,
    Timeframe,
    Total,
)
from quyet.core.estimates.model import PlannedEstimate, PlannedLine
from quyet.core.papers.draft import Draft, DraftActivity, DraftDocument, DraftProgramme

WHAT = (
    "Treo băng rôn tuyên truyền", "In và cấp phát sổ tay hướng dẫn", "Xây dựng phóng sự truyền hình",
    "Hội nghị tập huấn", "Tổ chức học tập kinh nghiệm", "Biên soạn tờ rơi", "Hội thảo chuyên đề", "Cuộc thi tìm hiểu",
    "Khảo sát, đánh giá hiện trạng", "Xây dựng mô hình điểm", "Phiên chợ hàng Việt", "Chuyên mục phát thanh",
)  # fmt: skip
ABOUT = (
    "về sản xuất và tiêu dùng bền vững", "về sử dụng năng lượng tiết kiệm và hiệu quả", "về an toàn thực phẩm",
    "về quyền lợi người tiêu dùng", "về hạn chế túi ni lông khó phân hủy", "về chuyển đổi số", "về bình đẳng giới",
    "về phòng cháy, chữa cháy", "về đa dạng sinh học", "về thương mại điện tử",
)  # fmt: skip
UNITS = ("cái", "cuốn", "phóng sự", "đại biểu", "người", "lớp", "bài", "tờ", "cuộc", "mô hình", "bộ", "học viên")
PLACES = (
    "các tuyến đường chính của thành phố", "hội trường Sở", "01 tỉnh miền Trung", "xã Hữu Liên và xã Yên Bình",
    "gần các chợ, siêu thị và trung tâm thương mại", "trụ sở Ủy ban nhân dân các xã, phường",
)  # fmt: skip
AUDIENCES = (
    "cán bộ, công chức các sở, ban, ngành", "chủ cơ sở sản xuất công nghiệp", "học sinh trung học cơ sở",
    "hội viên Hội Phụ nữ và đoàn viên thanh niên", "doanh nghiệp, hợp tác xã trên địa bàn tỉnh",
)  # fmt: skip
SPECIFICATIONS = (
    "0,8 m x 6 m, vải bạt hiflex", "khổ A5, 40 trang, in 4 màu", "giấy couche 150 gsm; in 2 mặt",
    "khung nhôm 1,2 m x 2,4 m", "kích thước 60 cm x 160 cm",
)  # fmt: skip
GROUPS = (
    "Thông tin, tuyên truyền và phổ biến pháp luật", "Đào tạo, tập huấn", "Hỗ trợ cơ sở sản xuất",
    "Kiểm tra, giám sát và đánh giá", "Xây dựng mô hình, nhân rộng điển hình",
)  # fmt: skip
OFFICES = (
    "Phòng Quản lý Công nghiệp", "Phòng Quản lý Thương mại", "Văn phòng Sở", "Phòng Kế hoạch - Tổng hợp",
    "Trung tâm Khuyến công", "Thanh tra Sở", "Chi cục Quản lý thị trường",
)  # fmt: skip
HEADS = (
    "Chánh Văn phòng Sở",
    "Trưởng phòng Quản lý Công nghiệp",
    "Giám đốc Trung tâm Khuyến công",
    "Chánh Thanh tra Sở",
)
LETTERHEADS = (
    ("UBND TỈNH HÀ BÌNH", "SỞ CÔNG THƯƠNG", "SCT", "Hà Bình", "GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH HÀ BÌNH"),
    ("UBND TỈNH HÀ BÌNH", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "SNNMT", "Hà Bình", "GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH HÀ BÌNH"),
    ("ỦY BAN NHÂN DÂN TỈNH HÀ BÌNH", "BAN QUẢN LÝ KHU KINH TẾ", "BQL", "Hà Bình", "TRƯỞNG BAN QUẢN LÝ KHU KINH TẾ"),
)  # fmt: skip
NAMES = ("Nguyễn Văn A", "Trần Thị Mẫu", "Hoàng Văn Thí Dụ", "Lý Thị B")
SIGNATURES = (
    (None, "GIÁM ĐỐC"),
    ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"),
    ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG QUẢN LÝ CÔNG NGHIỆP"),
)
RECIPIENTS = ("Như Điều 3", "UBND tỉnh (để báo cáo)", "Sở Tài chính", "Kho bạc Nhà nước khu vực", "Ban Giám đốc Sở")

days = st.dates(date(2020, 3, 5), date(2026, 12, 31))
money = st.integers(1, 999_999).map(lambda thousands: thousands * 1000)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """40 cái · khoảng 150 đại biểu · 70 - 80 người · không quá 12 lớp · ít nhất 5 bài."""
    unit = draw(st.sampled_from(UNITS))
    number = st.integers(1, 5000).map(Decimal)
    match draw(st.sampled_from(("one", "about", "range", "most", "least"))):
        case "one":
            return Quantity(draw(number), None, None, False, unit)
        case "about":
            return Quantity(draw(number), None, None, True, unit)
        case "range":
            least = draw(number)
            return Quantity(None, least, least + draw(number), False, unit)
        case "most":
            return Quantity(None, None, draw(number), False, unit)
        case _:
            return Quantity(None, draw(number), None, False, unit)


@st.composite
def windows(draw: st.DrawFn, year: int) -> Timeframe:
    """Quarters, or days of the year; the words follow from them."""
    if draw(st.booleans()):
        first = draw(st.integers(1, 4))
        last = draw(st.integers(first, 4))
        start, end = date(year, first * 3 - 2, 1), date(year, last * 3, 30 if last in (2, 3) else 31)
    else:
        start = draw(st.dates(date(year, 1, 1), date(year, 12, 1)))
        end = draw(st.dates(start, date(year, 12, 31)))
    return Timeframe(start, end, "")


@st.composite
def durations(draw: st.DrawFn) -> Duration:
    """7 - 10 phút · 01 ngày · 02 buổi."""
    unit = draw(st.sampled_from(("phút", "ngày", "buổi")))
    least = Decimal(draw(st.integers(1, 30)))
    return Duration(least, least + draw(st.integers(0, 10)), unit)


@st.composite
def activities(draw: st.DrawFn, group: str | None, year: int) -> DraftActivity:
    """One activity: title and quantity always, the rest perhaps."""

    def perhaps(strategy: st.SearchStrategy) -> object:  # type: ignore[type-arg]
        return draw(st.none() | strategy)

    return DraftActivity(
        "",
        group=group,
        title=f"{draw(st.sampled_from(WHAT))} {draw(st.sampled_from(ABOUT))}",
        quantity=draw(quantities()),
        specification=perhaps(st.sampled_from(SPECIFICATIONS)),
        place=perhaps(st.sampled_from(PLACES)),
        audience=perhaps(st.sampled_from(AUDIENCES)),
        timeframe=perhaps(windows(year)),
        duration=perhaps(durations()),
        amount=perhaps(money),
    )


@st.composite
def estimates(draw: st.DrawFn, titles: list[str]) -> PlannedEstimate:
    """Parts with Roman numbers and lines below, or flat lines; amounts follow from quantity and price."""
    lines: list[PlannedLine] = []
    grouped = draw(st.booleans())
    for part in range(draw(st.integers(1, 3)) if grouped else 1):
        if grouped:
            lines.append(PlannedLine(("I", "II", "III")[part], content=draw(st.sampled_from(GROUPS))))
        for number in range(draw(st.integers(1, 12))):
            quantity, price = Decimal(draw(st.integers(1, 3000))), draw(money)
            note = draw(st.none() | st.sampled_from(("Theo báo giá", "Theo định mức", "Hợp đồng năm trước")))
            content = draw(st.sampled_from(titles))
            unit = draw(st.sampled_from(UNITS))
            lines.append(PlannedLine(str(number + 1), None, content, unit, quantity, price, None, note))
    return PlannedEstimate(lines=lines)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A decision with its programme, perhaps with an annex."""
    parent, issuer, symbol, place, competence = draw(st.sampled_from(LETTERHEADS))
    day = draw(days)
    authority, position = draw(st.sampled_from(SIGNATURES))
    head = competence.split(" ")[0] if competence.startswith("TRƯỞNG") else None
    document = DraftDocument(
        kind="QĐ",
        number=f"{draw(st.integers(1, 3000))}/QĐ-{symbol}",
        date=day,
        place=place,
        parent=parent,
        issuer=issuer,
        title=f"Về việc phê duyệt nội dung và dự toán Chương trình {draw(st.sampled_from(ABOUT))} năm {day.year}",
        competence=competence,
        bases=draw(bases(day)),
        proposer=draw(st.sampled_from(HEADS)),
        recipients=[*draw(st.lists(st.sampled_from(RECIPIENTS), min_size=1, max_size=4, unique=True)), "Lưu: VT, QLCN"],
        signature=Signature(
            None if head else authority, "TRƯỞNG BAN" if head else position, draw(st.sampled_from(NAMES))
        ),
    )
    made = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    kept: list[DraftActivity] = []
    names = draw(st.permutations(GROUPS))
    for n, count in enumerate(made):
        group = draw(st.sampled_from((names[n], None))) if n < len(names) else None
        kept += [draw(activities(group, day.year)) for _ in range(count)]
    annexes = [draw(estimates([str(each.title) for each in kept]))] if draw(st.booleans()) else []
    amounts = [each.amount for each in kept]
    total = Total(sum(each or 0 for each in amounts) + (draw(money) if None in amounts else 0), None, None)
    for each in kept if annexes else []:
        each.amount = None  # the annex says what each costs
    programme = DraftProgramme(
        year=day.year, activities=kept, total=None if annexes else total, assignments=draw(assignments())
    )
    return Draft(document, programme, annexes)


@st.composite
def bases(draw: st.DrawFn, day: date) -> list[Basis]:
    """A law and two instruments, none later than the paper."""
    before = st.dates(date(2015, 1, 1), day)
    law = Basis(
        "",
        "Luật",
        None,
        draw(before),
        None,
        draw(st.sampled_from(("Ngân sách nhà nước", "Tổ chức chính quyền địa phương"))),
    )
    decree_day, own_day = draw(before), draw(before)
    decree = Basis(
        "", "Nghị định", f"{draw(st.integers(1, 200)):02}/{decree_day.year}/NĐ-CP", decree_day, "Chính phủ",
        draw(st.sampled_from(("quy định chi tiết một số điều của Luật Ngân sách nhà nước", "về công tác văn thư"))),
    )  # fmt: skip
    own = Basis(
        "", "Quyết định", f"{draw(st.integers(1, 3000)):02}/QĐ-UBND", own_day, "Ủy ban nhân dân tỉnh Hà Bình",
        f"về việc giao dự toán ngân sách năm {day.year}",
    )  # fmt: skip
    return [law, *draw(st.permutations([decree, own]))[: draw(st.integers(1, 2))]]


@st.composite
def assignments(draw: st.DrawFn) -> list[Assignment]:
    """One who leads, some who coordinate, some who carry out."""
    offices = draw(st.permutations(OFFICES))
    others = offices[1 : draw(st.integers(1, 4))]
    heads = draw(st.lists(st.sampled_from(HEADS), min_size=1, max_size=3, unique=True))
    roles: list[tuple[str, Role]] = [(offices[0], "lead"), *((each, "coordinate") for each in others)]
    return [Assignment(unit, role) for unit, role in [*roles, *((each, "execute") for each in heads)]]
