"""Web pages: what a browser shows is read, a line a block."""

from __future__ import annotations

import pytest

from quyet.core.decisions.source import Notice
from quyet.files.readers.html import read_html
from tests.files.readers.cells import assert_places_are_true, cells_of, widths_of


def text_of(body: str) -> str:
    return read_html(f"<!DOCTYPE html><html><body>{body}</body></html>".encode()).text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Điều 1.</p><p>Điều 2.</p>", "Điều 1.\nĐiều 2."),
        ("<p>Điều 1. Phê duyệt\n   nội dung</p>", "Điều 1. Phê duyệt nội dung"),
        ("<p>Điều 1.<p>Điều 2.", "Điều 1.\nĐiều 2."),
        ("<div>KT. GIÁM ĐỐC<br>PHÓ GIÁM ĐỐC<br/>Lê Thị Thử</div>", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Thị Thử"),
        ("<div>a<div>b</div>c</div>", "a\nb\nc"),
        ("<p><b>Điều</b> <i>1</i>.</p>", "Điều 1."),
        ("<p>x&nbsp;m&sup2; &#7897; &lt;1&gt;</p>", "x m² ộ <1>"),
        ("<p> </p><p>&nbsp;</p>chữ", "chữ"),
        ("<pre>Số:  15\n  QĐ</pre><p>a  b</p>", "Số:  15\n  QĐ\na b"),
        ("<h1>QUYẾT ĐỊNH</h1>ngoài", "QUYẾT ĐỊNH\nngoài"),
    ],
)
def test_a_block_is_a_line(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>alert('x')</script>", "<style>p{}</style>", "<template><p>x</p></template>", "<title>x</title>",
        "<p hidden>x</p>", '<p style="color:red; display: none">x</p>', "<noscript>x</noscript>", "<!-- x -->",
        "<select><option>x</select>", "<svg><text>x</text></svg>", "<del>x</del>", "<input hidden><img hidden>",
    ],
)  # fmt: skip
def test_what_a_browser_does_not_show_is_left_out(unseen: str) -> None:
    assert text_of(f"<p>trước</p>{unseen}<p>sau</p>") == "trước\nsau"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<ol><li>một<li>hai</ol>", "1. một\n2. hai"),
        ("<ol type=a start=3><li>một</li><li value=7>hai</li><li>ba</li></ol>", "c. một\ng. hai\nh. ba"),
        ("<ol><li>một<ol type=I><li>con</ol><li>hai</ol>", "1. một\nI. con\n2. hai"),
        ("<ol style='list-style-type: lower-roman'><li>một</ol>", "i. một"),
        ("<ol style='list-style: none'><li>1) một</ol>", "1) một"),
        ("<ul><li>một<li>hai</ul>", "• một\n• hai"),
        ("<ol><li><p>một</p><p>tiếp</p></li></ol>", "1. một\ntiếp"),
    ],
)
def test_list_items_bear_the_marks_that_a_browser_draws(body: str, text: str) -> None:
    assert text_of(body) == text


def test_a_row_is_a_line_and_cells_keep_their_paragraphs() -> None:
    source = read_html(
        "<html><table><tr><td><p>UBND TỈNH HÀ BÌNH<br>SỞ Y TẾ</p><td>CỘNG HÒA<p>Độc lập</table><p>QUYẾT ĐỊNH".encode()
    )
    assert source.text == "UBND TỈNH HÀ BÌNH SỞ Y TẾ | CỘNG HÒA Độc lập\nQUYẾT ĐỊNH"
    assert cells_of(source) == [[["UBND TỈNH HÀ BÌNH", "SỞ Y TẾ"], ["CỘNG HÒA", "Độc lập"]]]
    assert_places_are_true(source)


def test_merged_cells_are_empty_where_one_from_above_goes_on() -> None:
    source = read_html(
        """<html><table>
        <tr><th rowspan=2>STT<th colspan=2>Khối lượng<th rowspan=2>Tiền
        <tr><td>Số lượng<td>Đơn giá
        <tr><td>1<td>40<td>450.000<td>18.000.000
        <tr><td colspan=3>Tổng cộng<td>18.000.000
        </table>""".encode()
    )
    assert source.text.split("\n") == [
        "STT | Khối lượng | Tiền", " | Số lượng | Đơn giá | ", "1 | 40 | 450.000 | 18.000.000",
        "Tổng cộng | 18.000.000",
    ]  # fmt: skip
    assert widths_of(source) == [[1, 2, 1], [1, 1, 1, 1], [1, 1, 1, 1], [3, 1]]
    assert_places_are_true(source)


def test_tables_around_a_whole_page_are_frames() -> None:
    inner = "<table><tr><td>1<td>In ấn<tr><td>2<td>Phát thanh</table>"
    source = read_html(f"<html><table><tr><td>trình đơn<td><p>Điều 1.</p>{inner}<p>Điều 2.</table>".encode())
    assert source.text == "trình đơn\nĐiều 1.\n1 | In ấn\n2 | Phát thanh\nĐiều 2."
    assert len(source.tables) == 1


def test_cells_outside_a_table_are_blocks() -> None:
    assert text_of("<tr><td>một</td><td>hai</td></tr>").split() == ["một", "hai"]


PAGE = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"></head><p>Điều 1. Phê duyệt</p>'
IN_1258 = b"\xd0i\xea\xccu 1. Ph\xea duy\xea\xf2t"


@pytest.mark.parametrize(
    "data",
    [
        PAGE.format("utf-8").encode(),
        PAGE.format("iso-8859-1").encode(),
        b"\xef\xbb\xbf" + PAGE.format("").encode(),
        b"\xff\xfe" + PAGE.format("utf-16").encode("utf-16-le"),
        PAGE.format("utf-16").encode("utf-16-be"),
        PAGE.format("windows-1258").encode().replace("Điều 1. Phê duyệt".encode(), IN_1258),
        "<p>Điều 1. Phê duyệt</p>".encode(),
    ],
    ids=["declared", "declared wrongly", "mark", "UTF-16", "UTF-16 without mark", "windows-1258", "not declared"],
)
def test_letters_are_found_whatever_is_declared(data: bytes) -> None:
    assert read_html(data).text == "Điều 1. Phê duyệt"


def test_a_page_in_a_vntime_font_is_read_and_said() -> None:
    page = "<html><meta charset=iso-8859-1><p>Céng hßa x· héi chñ nghÜa ViÖt Nam</p><p>§éc lËp - Tù do - H¹nh phóc</p>"
    source = read_html(page.encode("latin-1"))
    assert source.text == "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc"
    assert source.notices == (Notice("tcvn3", "TCVN3"),)


def test_a_page_with_broken_letters_is_read_and_said() -> None:
    source = read_html("<p>Điều 1. Phê duyệt</p>".encode() + b"\xff\xff<p>x")
    assert source.text.startswith("Điều 1. Phê duyệt\n")
    assert source.notices == (Notice("encoding_unsure", "UTF-8"),)
