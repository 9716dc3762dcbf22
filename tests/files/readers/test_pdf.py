"""PDF files: printed lines in reading order, columns apart, tables as tables, and only what was written."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from quyet.core.decisions.source import Notice
from quyet.files.readers import pdf as reader
from quyet.files.readers.errors import Unreadable
from quyet.files.readers.pdf import read_pdf
from quyet.files.readers.printed.model import Page
from tests.files.readers.cells import assert_places_are_true, cells_of, widths_of
from tests.files.readers.made_pdf import HEIGHT, WIDTH, line, lines, pdf, ruled, words

BODY = lines(85, 300, "Điều 1. Phê duyệt nội dung và dự toán kinh phí năm 2024.", "Điều 2. Tổ chức thực hiện./.")


def lines_of(*pages: str, **more: str) -> list[str]:
    return read_pdf(pdf(*pages, **more)).text.split("\n")


def test_a_printed_line_is_a_line() -> None:
    source = read_pdf(pdf(BODY), "qd.pdf")
    assert source.text == "Điều 1. Phê duyệt nội dung và dự toán kinh phí năm 2024.\nĐiều 2. Tổ chức thực hiện./."
    assert (source.name, source.format, source.pages, source.notices, source.tables) == ("qd.pdf", "pdf", 1, (), ())


def test_lines_come_in_the_order_of_the_page_not_of_the_file() -> None:
    assert lines_of(words(85, 200, "hai") + words(85, 100, "một") + words(85, 300, "ba")) == ["một", "hai", "ba"]


def test_decomposed_letters_are_composed() -> None:
    assert lines_of(words(85, 100, "Đie\u0302\u0300u 1")) == ["Điều 1"]


# --- columns ----------------------------------------------------------------------------------------------------------

LEFT = ("UBND TỈNH HÀ BÌNH", "SỞ CÔNG THƯƠNG", "", "Số: 15/QĐ-SCT")
RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "Độc lập - Tự do - Hạnh phúc", "", "Hà Bình, ngày 05 tháng 02 năm 2024")


@pytest.mark.parametrize("lower", [0, 2, 7, 10], ids=["same height", "a little lower", "half a line", "more than half"])
def test_of_a_letterhead_the_left_column_comes_first(lower: float) -> None:
    page = lines(60, 60, *LEFT, size=13) + lines(290, 60 + lower, *RIGHT, size=13) + BODY
    assert lines_of(page)[:6] == [each for each in LEFT + RIGHT if each]


def test_a_right_column_that_begins_higher_stays_whole() -> None:
    page = lines(60, 90, "Nơi nhận:", "- Như Điều 2;", "- Sở Tài chính;", "- Lưu: VT.", size=11, apart=14)
    page += lines(350, 70, "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "", "Lê Thị Thử")
    assert lines_of(page) == [
        "Nơi nhận:", "- Như Điều 2;", "- Sở Tài chính;", "- Lưu: VT.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Thử",
    ]  # fmt: skip


def test_of_a_closing_the_list_of_recipients_comes_first() -> None:
    page = BODY + lines(85, 360, "Nơi nhận:", "- Như Điều 2;", "- UBND tỉnh;", "- Lưu: VT.", size=11, apart=15)
    page += lines(340, 362, "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", size=13) + words(350, 460, "Nguyễn Văn Mẫu", 13)
    assert lines_of(page)[2:] == [
        "Nơi nhận:", "- Như Điều 2;", "- UBND tỉnh;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu",
    ]  # fmt: skip


def test_a_closing_that_a_page_end_cut_is_read_as_one() -> None:
    upper = BODY + words(85, 780, "Nơi nhận:", 11) + words(350, 780, "KT. GIÁM ĐỐC", 13)
    lower = lines(85, 60, "- Như Điều 2;", "- Lưu: VT.", size=11, apart=15) + words(345, 62, "PHÓ GIÁM ĐỐC", 13)
    assert lines_of(upper, lower + words(350, 150, "Lê Thị Thử"))[2:] == [
        "Nơi nhận:", "- Như Điều 2;", "- Lưu: VT.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Thử",
    ]  # fmt: skip


def test_a_title_under_a_letterhead_belongs_to_no_column() -> None:
    page = lines(60, 60, *LEFT, size=13) + lines(290, 60, *RIGHT[:2], size=13)
    page += words(250, 150, "KẾ HOẠCH") + lines(85, 170, "I. MỤC ĐÍCH", "1. Mục đích")
    assert lines_of(page) == [
        "UBND TỈNH HÀ BÌNH", "SỞ CÔNG THƯƠNG", "Số: 15/QĐ-SCT", *RIGHT[:2], "KẾ HOẠCH", "I. MỤC ĐÍCH", "1. Mục đích",
    ]  # fmt: skip


def test_three_who_sign_side_by_side_are_three_columns() -> None:
    page = lines(60, 100, "NGƯỜI LẬP", "", "", "", "Trần Văn Mẫu")
    page += lines(250, 100, "KẾ TOÁN", "", "", "", "Lê Thị Thử")
    page += lines(430, 100, "GIÁM ĐỐC", "", "", "", "Phạm Văn Ví")
    assert lines_of(page) == ["NGƯỜI LẬP", "Trần Văn Mẫu", "KẾ TOÁN", "Lê Thị Thử", "GIÁM ĐỐC", "Phạm Văn Ví"]


def test_numbers_before_items_and_labels_before_values_are_no_columns() -> None:
    items = "".join(words(85, y, f"{n}.") + words(130, y, f"nội dung {n}") for n, y in enumerate((100, 120, 140), 1))
    forms = "".join(words(85, y, label) + words(250, y, value) for y, label, value in (
        (200, "Tên chương trình:", "Khuyến công"), (220, "Chủ trì:", "Phòng Quản lý Công nghiệp"),
    ))  # fmt: skip
    assert lines_of(items + forms) == [
        "1. nội dung 1", "2. nội dung 2", "3. nội dung 3",
        "Tên chương trình: Khuyến công", "Chủ trì: Phòng Quản lý Công nghiệp",
    ]  # fmt: skip


def test_sums_behind_tabs_stay_in_their_lines() -> None:
    page = lines(85, 100, "Tổng cộng:", "Trong đó:", "- Ngân sách tỉnh", "- Nguồn khác")
    page += lines(400, 100, "185.000.000 đồng", "", "100.000.000 đồng", "85 triệu đồng")
    assert lines_of(page + words(85, 200, "Hết.")) == [
        "Tổng cộng: 185.000.000 đồng", "Trong đó:", "- Ngân sách tỉnh 100.000.000 đồng", "- Nguồn khác 85 triệu đồng", "Hết.",
    ]  # fmt: skip


def test_a_raised_2_stays_in_its_line() -> None:
    assert lines_of(words(85, 100, "diện tích 40 m") + words(183, 95.5, "2", 8) + words(200, 100, "trở lên")) == [
        "diện tích 40 m2 trở lên",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "read"),
    [
        ("Căn cứ Nghị định số 18/2010/NĐ-", "CP của Chính phủ", ["Căn cứ Nghị định số 18/2010/NĐ-CP", "của Chính phủ"]),
        ("mức chi 50.000 đồng/", "người/ngày", ["mức chi 50.000 đồng/người/ngày"]),
        ("Phòng Kế hoạch -", "Tài chính", ["Phòng Kế hoạch -", "Tài chính"]),
        ("giai đoạn 2021-", "- 40 cái", ["giai đoạn 2021-", "- 40 cái"]),
    ],
)
def test_a_word_that_a_line_end_cut_is_made_whole(first: str, second: str, read: list[str]) -> None:
    assert lines_of(lines(85, 100, first, second)) == read


def test_letters_printed_apart_are_closed() -> None:
    page = "".join(words(100 + 14 * n, 100, letter) for n, letter in enumerate("QUYẾT"))
    page += "".join(words(196 + 14 * n, 100, letter) for n, letter in enumerate("ĐỊNH"))
    assert lines_of(page) == ["QUYẾT ĐỊNH"]


def test_letters_printed_twice_to_make_them_bold_are_read_once() -> None:
    assert lines_of(words(85, 100, "QUYẾT ĐỊNH") + words(85.4, 100, "QUYẾT ĐỊNH")) == ["QUYẾT ĐỊNH"]


# --- tables -----------------------------------------------------------------------------------------------------------


def test_a_ruled_table_is_a_table_and_wrapped_lines_of_a_cell_are_one_paragraph() -> None:
    page = words(85, 80, "PHỤ LỤC") + ruled((60, 100, 300, 400), (100, 125, 170, 195)) + words(85, 220, "Hết.")
    page += words(65, 117, "STT") + words(110, 117, "Nội dung") + words(310, 117, "Số tiền")
    page += words(65, 142, "1") + lines(105, 142, "Thuê hội trường, trang thiết", "bị phục vụ")
    page += words(310, 142, "4.000.000")
    page += words(105, 187, "Tổng cộng") + words(310, 187, "4.000.000")
    source = read_pdf(pdf(page))
    assert source.text.split("\n") == [
        "PHỤ LỤC", "STT | Nội dung | Số tiền", "1 | Thuê hội trường, trang thiết bị phục vụ | 4.000.000",
        " | Tổng cộng | 4.000.000", "Hết.",
    ]  # fmt: skip
    assert cells_of(source)[1] == [["1"], ["Thuê hội trường, trang thiết bị phục vụ"], ["4.000.000"]]
    assert_places_are_true(source)


def test_lines_of_a_cell_that_had_room_to_go_on_are_paragraphs() -> None:
    page = ruled((60, 300, 500), (100, 180)) + lines(65, 120, "SỞ Y TẾ", "Số: 1/QĐ-SYT") + words(310, 120, "CỘNG HÒA")
    page += lines(310, 138, "- Như Điều 2;", "- Lưu: VT.")
    assert cells_of(read_pdf(pdf(page))) == [[["SỞ Y TẾ", "Số: 1/QĐ-SYT"], ["CỘNG HÒA", "- Như Điều 2;", "- Lưu: VT."]]]


def test_a_unit_cut_at_its_stroke_is_made_whole() -> None:
    page = ruled((60, 110, 300), (100, 150)) + lines(65, 118, "người/", "ngày") + words(120, 118, "40")
    assert cells_of(read_pdf(pdf(page))) == [[["người/ngày"], ["40"]]]


def test_fields_without_a_rule_between_them_are_one_cell() -> None:
    xs = (60, 100, 200, 300, 400)
    drawn = [line(60, y, 400, y) for y in (100, 150, 175)] + [line(100, 125, 300, 125)]
    drawn += [line(x, 100, x, 175) for x in (60, 100, 300, 400)] + [line(200, 125, 200, 175)]
    text = words(65, 130, "STT") + words(150, 117, "Khối lượng") + words(310, 130, "Tiền")
    text += words(105, 142, "Số lượng") + words(205, 142, "Đơn giá")
    row = zip(xs, ("1", "40", "450.000", "18.000.000"), strict=False)
    text += "".join(words(x + 5, 167, value) for x, value in row)
    source = read_pdf(pdf("".join(drawn) + text))
    assert source.text.split("\n") == [
        "STT | Khối lượng | Tiền", " | Số lượng | Đơn giá | ", "1 | 40 | 450.000 | 18.000.000",
    ]  # fmt: skip
    assert widths_of(source) == [[1, 2, 1], [1, 1, 1, 1], [1, 1, 1, 1]]


def test_a_table_without_sides_and_one_drawn_with_thin_fillings_are_tables_too() -> None:
    open_sides = [line(60, y, 400, y) for y in (100, 125, 150)] + [line(200, 100, 200, 150)]
    text = words(65, 117, "a") + words(210, 117, "1") + words(65, 142, "b") + words(210, 142, "2")
    assert cells_of(read_pdf(pdf("".join(open_sides) + text))) == [[["a"], ["1"]], [["b"], ["2"]]]
    bars = [f"60 {HEIGHT - y} 340 0.5 re f\n" for y in (100, 125, 150)]
    bars += [f"{x} {HEIGHT - 150} 0.5 50 re f\n" for x in (60, 200, 400)]
    assert cells_of(read_pdf(pdf("".join(bars) + text))) == [[["a"], ["1"]], [["b"], ["2"]]]


def test_lines_under_words_and_frames_around_them_make_no_table() -> None:
    page = ruled((50, 500), (50, 400)) + words(85, 100, "SỞ Y TẾ") + line(90, 105, 130, 105) + BODY
    source = read_pdf(pdf(page))
    assert source.tables == ()
    assert source.text.startswith("SỞ Y TẾ\nĐiều 1.")


def test_figures_in_aligned_columns_are_a_table_without_rules() -> None:
    rows = (("STT", "Nội dung", "Số tiền"), ("1", "In tờ rơi", "9.000.000"), ("2", "Phát thanh", "7.000.000"))
    page = words(140, 180, "Hết.")
    for n, row in enumerate(rows):
        page += "".join(words(x, 100 + 20 * n, value) for x, value in zip((60, 140, 350), row, strict=True))
    source = read_pdf(pdf(page))
    assert cells_of(source) == [[[value] for value in row] for row in rows]
    assert source.text.endswith("\nHết.")
    assert_places_are_true(source)


def half(top: float, rows: tuple[tuple[str, str, str], ...]) -> str:
    """A part of a table with rules, at a height of its page."""
    xs, ys = (60, 100, 400, 500), [top + 25 * n for n in range(len(rows) + 1)]
    return ruled(xs, ys) + "".join(
        words(x + 5, y + 17, value) for y, row in zip(ys, rows, strict=False) for x, value in zip(xs, row, strict=False)
    )


HEAD = ("STT", "Nội dung", "Số tiền")


def test_a_table_over_two_pages_is_one_table_and_its_repeated_head_is_read_once() -> None:
    source = read_pdf(pdf(
        half(700, (HEAD, ("1", "In tờ rơi", "9.000.000"))),
        words(295, 40, "2") + half(60, (HEAD, ("2", "Phát thanh", "7.000.000"))),
    ))  # fmt: skip
    assert [[cell[0] for cell in row] for row in cells_of(source)] == [
        list(HEAD), ["1", "In tờ rơi", "9.000.000"], ["2", "Phát thanh", "7.000.000"],
    ]  # fmt: skip
    assert len(source.tables) == 1
    assert_places_are_true(source)


def test_a_row_that_a_page_end_cut_in_mid_sentence_is_made_whole() -> None:
    upper = half(700, (HEAD, ("1", "In tờ rơi tuyên truyền", "9.000.000")))
    source = read_pdf(pdf(upper, half(60, (("", "cho nhân dân", ""), ("2", "Họp", "1")))))
    assert source.text.split("\n")[1:] == ["1 | In tờ rơi tuyên truyền cho nhân dân | 9.000.000", "2 | Họp | 1"]


# --- what the writer did not write ------------------------------------------------------------------------------------


def test_page_numbers_do_not_stand_between_lines() -> None:
    pages = [
        words(295, 40, f"{n}") + words(85, 100, f"trang thứ {n}") + words(270, 810, f"Trang {n}/3") for n in range(1, 4)
    ]
    assert lines_of(*pages) == ["trang thứ 1", "trang thứ 2", "trang thứ 3"]


def test_page_numbers_may_run_ahead_of_the_pages() -> None:
    pages = [words(295, 40, f"- {n} -") + words(85, 100 + n, f"trang thứ {n}") for n in (12, 13, 14)]
    assert lines_of(*pages) == ["trang thứ 12", "trang thứ 13", "trang thứ 14"]


def test_a_lone_number_in_the_margin_that_counts_no_pages_stays() -> None:
    assert lines_of(BODY + words(85, 800, "185"), BODY) == [*lines_of(BODY), "185", *lines_of(BODY)]


def test_a_number_within_the_page_is_no_page_number() -> None:
    assert lines_of(words(85, 300, "Tổng số:") + words(85, 330, "12")) == ["Tổng số:", "12"]


def test_running_heads_are_left_out_and_what_stands_once_is_not() -> None:
    pages = [words(85, 30, f"Dự thảo lần 2, in ngày 0{n}/3") + words(85, 100, f"Điều {n}.") for n in (1, 2, 3, 4)]
    assert lines_of(*pages) == ["Điều 1.", "Điều 2.", "Điều 3.", "Điều 4."]
    assert lines_of(*pages[:2])[0] == "Dự thảo lần 2, in ngày 01/3"


def test_the_stamp_of_a_digital_signature_is_left_out() -> None:
    signed = ("Ký bởi: Sở Công Thương", "Email: sct@example.vn", "Ngày ký: 05-02-2024 14:30")
    stamp = lines(420, 84, *signed, size=6, apart=7)
    page = lines(60, 80, *LEFT, size=13) + lines(290, 80, *RIGHT[:2], size=13) + stamp + BODY
    assert lines_of(page)[:5] == ["UBND TỈNH HÀ BÌNH", "SỞ CÔNG THƯƠNG", "Số: 15/QĐ-SCT", *RIGHT[:2]]


def test_words_about_signing_in_the_text_itself_stay() -> None:
    assert lines_of(lines(85, 100, "Người ký: Giám đốc Sở", "Ngày ký: 05/02/2024")) == [
        "Người ký: Giám đốc Sở", "Ngày ký: 05/02/2024",
    ]  # fmt: skip


def test_watermarks_that_run_aslant_are_left_out() -> None:
    aslant = words(150, 500, "DỰ THẢO", 60, turn="0.7 0.7 -0.7 0.7")
    assert lines_of(BODY + aslant) == lines_of(BODY)


def test_many_may_read_at_the_same_time() -> None:
    data = pdf(BODY + ruled((60, 200, 400), (100, 125)) + words(65, 117, "a"), BODY)
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: read_pdf(data).text, range(200)))) == 1


# --- sheets -----------------------------------------------------------------------------------------------------------


def test_a_sheet_that_lies_on_its_side_is_read_as_it_is_held() -> None:
    sideways = words(100, HEIGHT - 60, "PHỤ LỤC", turn="0 1 -1 0") + words(130, HEIGHT - 60, "Bảng 1", turn="0 1 -1 0")
    assert lines_of(sideways, sheet=f"/MediaBox[0 0 {WIDTH} {HEIGHT}]/Rotate 90") == ["PHỤ LỤC", "Bảng 1"]


def test_words_set_upright_in_a_narrow_cell_stay_together() -> None:
    upright = "0 1 -1 0"
    page = (
        BODY
        + ruled((60, 90, 300), (500, 600))
        + words(80, 590, "Ghi", turn=upright)
        + words(80, 560, "chú", turn=upright)
    )
    assert cells_of(read_pdf(pdf(page + words(100, 520, "Nội dung chi"))))[0] == [["Ghi chú"], ["Nội dung chi"]]


def test_what_is_drawn_within_a_form_is_read() -> None:
    form = ruled((60, 200, 400), (100, 125)) + words(65, 117, "a") + words(210, 117, "1")
    half_as_large = f"q 0.5 0 0 0.5 0 {HEIGHT / 2} cm /X Do Q"
    assert cells_of(read_pdf(pdf(words(85, 200, "PHỤ LỤC") + half_as_large, form=form))) == [[["a"], ["1"]]]


# --- without words ----------------------------------------------------------------------------------------------------

SCAN = "q 400 0 0 400 100 300 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q\n"


@pytest.fixture
def no_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "is_ready", lambda: False)


@pytest.mark.usefixtures("no_tesseract")
@pytest.mark.parametrize("page", [SCAN, line(10, 10, 50, 50)], ids=["picture", "drawing"])
def test_a_file_without_words_is_read_and_called_a_scan(page: str) -> None:
    source = read_pdf(pdf(page))
    assert (source.text, source.pages, source.notices) == ("", 1, (Notice("scan"),))


def test_of_a_scan_that_was_looked_at_in_vain_no_tool_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "is_ready", lambda: True)
    monkeypatch.setattr(reader, "read_picture", lambda picture, width, height: Page(width, height, []))
    (notice,) = read_pdf(pdf(SCAN)).notices
    assert notice.code == "scan"
    assert notice.detail == "Máy nhận dạng chữ không thấy chữ nào trong ảnh quét. Quét lại rõ hơn hoặc gửi tệp có chữ."


def test_pages_without_anything_on_them_are_called_empty() -> None:
    source = read_pdf(pdf("", ""))
    assert (source.text, source.pages) == ("", 2)
    assert source.notices == (Notice("scan", "Các trang đều trống, không có chữ. Lấy lại tệp gốc."),)


@pytest.mark.usefixtures("no_tesseract")
def test_a_scan_with_nothing_but_a_signature_stamp_is_a_scan() -> None:
    stamp = lines(420, 60, "Ký bởi: Sở Công Thương", "Ngày ký: 05-02-2024 14:30", size=6, apart=7)
    assert read_pdf(pdf(SCAN + stamp)).notices == (Notice("scan"),)


@pytest.mark.usefixtures("no_tesseract")
def test_scanned_pages_among_others_are_named() -> None:
    source = read_pdf(pdf(BODY, SCAN, SCAN))
    assert source.text.startswith("Điều 1.")
    assert [(notice.code, notice.detail) for notice in source.notices] == [
        ("scanned_pages", "Trang 2, 3 là ảnh quét, không có chữ. Cài gói tesseract-ocr-vie rồi đọc lại."),
    ]  # fmt: skip


def test_a_file_in_a_vni_font_is_read_and_said() -> None:
    motto = ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Ñoäc laäp - Töï do - Haïnh phuùc")
    source = read_pdf(pdf(lines(85, 100, *motto)))
    assert source.text == "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc"
    assert source.notices == (Notice("vni", "VNI"),)


def test_a_file_with_a_password_is_refused() -> None:
    with pytest.raises(Unreadable, match="mật khẩu"):
        read_pdf(pdf(BODY, password="bí mật"))
