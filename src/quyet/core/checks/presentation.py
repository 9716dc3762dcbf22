"""F3: how a Word document is laid out. Said of .docx files only: no other copy keeps what its original looked like.

A decision with a wrong margin is carried out all the same, so nothing here is an error. What is measured and what would
mend it stands in `looks`, which only a paper that has a layout loads.
"""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.checks.registry import Found, rule
from quyet.core.decisions.model import Reading


def _looked_at(reading: Reading, code: str) -> Iterator[Found]:
    if reading.format is None:
        return
    from quyet.core.checks.looks.deviation import found
    from quyet.core.checks.looks.every import deviations

    yield from found(deviations(reading, code))


@rule("F301", severity="warning")
def paper_and_direction(reading: Reading) -> Iterator[Found]:
    """Khổ giấy, chiều trang chưa đúng.
    Wrong paper, or pages turned on their side.

    Yêu cầu: Khổ A4 (210 mm x 297 mm), trình bày theo chiều dài; chỉ trang có bảng, biểu được nằm ngang.
    Asks: A4 (210 mm x 297 mm), upright; only pages with tables may lie on their side.
    Lý do: Văn bản in, đóng tập và lưu cùng một cỡ. Chênh lệch dưới 1 mm do làm tròn không tính.
    Why: Papers are printed, bound and filed in one size. Less than 1 mm is rounding and does not count.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 1 và khoản 2 [S]

    Sai:
        Khổ giấy Letter, 215,9 × 279,4 mm.
    Đúng:
        Khổ giấy A4, 210 × 297 mm.
    """
    return _looked_at(reading, "F301")


@rule("F302", severity="warning")
def margins(reading: Reading) -> Iterator[Found]:
    """Lề trang chưa đúng.
    Wrong margins.

    Yêu cầu: Cách mép trên và mép dưới 20–25 mm, cách mép trái 30–35 mm, cách mép phải 15–20 mm.
    Asks: 20–25 mm from the upper and lower edge, 30–35 mm from the left, 15–20 mm from the right.
    Lý do: Lề trái đủ rộng để đóng tập. Chênh lệch dưới 1 mm do làm tròn không tính; trang nằm ngang không xét.
    Why: The left margin leaves room for binding. Less than 1 mm is rounding; pages on their side are not asked.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 3 [S]

    Sai:
        Lề trái 25 mm.
    Đúng:
        Lề trái 30 mm.
    """
    return _looked_at(reading, "F302")


@rule("F303", severity="warning")
def font_and_colour(reading: Reading) -> Iterator[Found]:
    """Phông chữ hoặc màu chữ chưa đúng.
    Wrong font or colour.

    Yêu cầu: Phông chữ Times New Roman, màu đen, trong cả văn bản.
    Asks: Times New Roman, black, throughout the paper.
    Lý do: Cả văn bản một phông chữ, máy nào cũng có. Ký hiệu của phông hình (ô vuông, mũi tên) không tính.
    Why: One font that every machine has. Signs of a pictorial font (boxes, arrows) do not count.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 4 [S]

    Sai:
        Điều 2 dùng phông chữ Arial.
    Đúng:
        Điều 2 dùng phông chữ Times New Roman.
    """
    return _looked_at(reading, "F303")


@rule("F304", severity="warning")
def sizes(reading: Reading) -> Iterator[Found]:
    """Cỡ chữ của thành phần thể thức chưa đúng.
    A component in letters of a wrong size.

    Yêu cầu: Mỗi thành phần có cỡ chữ riêng: quốc hiệu 12–13, tiêu ngữ 13–14, số và ký hiệu 13, nội dung 13–14,
        «Nơi nhận:» 12, tên nơi nhận 11, «Phụ lục» 14…
    Asks: Each component has its size: name of the State 12–13, motto 13–14, number 13, contents 13–14, «Nơi nhận:» 12,
        recipients 11, «Phụ lục» 14 …
    Lý do: Người đọc nhận ra từng thành phần. Dòng không chắc là thành phần nào thì không xét.
    Why: A reader knows each component by it. A line that may be one or the other is not asked.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II và mục III; mục V [S]

    Sai:
        Quốc hiệu cỡ chữ 14.
    Đúng:
        Quốc hiệu cỡ chữ 13.
    """
    return _looked_at(reading, "F304")


@rule("F305", severity="warning")
def weights(reading: Reading) -> Iterator[Found]:
    """Kiểu chữ, loại chữ của thành phần thể thức chưa đúng.
    A component that is not upright, italic, bold or in capitals as asked.

    Yêu cầu: Quốc hiệu, tiêu ngữ, cơ quan ban hành, tên loại, trích yếu, «Điều», người ký: đứng, đậm; căn cứ, địa danh
        và ngày tháng: nghiêng; «Nơi nhận:»: nghiêng, đậm. Tên phụ lục in hoa, trích yếu in thường.
    Asks: Name of the State, motto, issuer, kind, title, «Điều», signatory: upright, bold; bases, place and day: italic;
        «Nơi nhận:»: italic, bold. Titles of annexes are in capitals, the title of the paper is not.
    Lý do: Người đọc nhận ra từng thành phần. Tiêu đề khoản và phần trong ngoặc của nội dung không xét.
    Why: A reader knows each component by it. Headings of clauses and words in brackets are not asked.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II và mục III; mục V [S]

    Sai:
        Căn cứ kiểu chữ đứng.
    Đúng:
        Căn cứ kiểu chữ nghiêng.
    """
    return _looked_at(reading, "F305")


@rule("F306", severity="warning")
def alignment(reading: Reading) -> Iterator[Found]:
    """Thành phần thể thức không canh đúng chỗ.
    A component that does not stand where it should between the margins.

    Yêu cầu: Phần đầu, tên loại, trích yếu, người ký canh giữa; nội dung canh đều hai lề; nơi nhận sát lề trái.
    Asks: Letterhead, kind, title and signatory are centred, the contents justified, the recipients on the left.
    Lý do: Đoạn ngắn hơn một dòng và chữ đặt bằng dấu cách, dấu tab không xét.
    Why: Paragraphs shorter than a line, and words placed by spaces or tabs, are not asked.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II và mục III [S]

    Sai:
        Tên loại canh trái.
    Đúng:
        Tên loại canh giữa.
    """
    return _looked_at(reading, "F306")


@rule("F307", severity="warning")
def first_lines(reading: Reading) -> Iterator[Found]:
    """Dòng đầu của đoạn lùi chưa đúng.
    The first line of a paragraph is indented in a wrong way.

    Yêu cầu: Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.
    Asks: The first line of a paragraph begins 1 cm or 1.27 cm from the margin.
    Lý do: Nhìn ra từng đoạn. Chênh lệch đến 0,5 mm không tính; đoạn lùi bằng dấu tab, dấu cách không xét.
    Why: Paragraphs are told apart. Up to 0.5 mm does not count; what tabs or spaces indent is not asked.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm đ và điểm e [S]

    Sai:
        Dòng đầu các đoạn lùi vào 5 mm.
    Đúng:
        Dòng đầu các đoạn lùi vào 12,7 mm.
    """
    return _looked_at(reading, "F307")


@rule("F308", severity="warning")
def spacing(reading: Reading) -> Iterator[Found]:
    """Khoảng cách đoạn, khoảng cách dòng chưa đúng.
    Wrong gaps between paragraphs or lines.

    Yêu cầu: Các đoạn cách nhau tối thiểu 6 pt; các dòng cách nhau tối thiểu dòng đơn, tối đa 1,5 dòng.
    Asks: At least 6 points between paragraphs; lines between single and 1.5.
    Lý do: Dễ đọc, dễ ghi bút phê. Khoảng cách đúng bằng điểm được đổi ra dòng theo cỡ chữ.
    Why: It is easy to read and to write on. Distances in points are compared with the size of the letters.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm e [S]

    Sai:
        Các đoạn cách nhau 3 pt.
    Đúng:
        Các đoạn cách nhau 6 pt.
    """
    return _looked_at(reading, "F308")


@rule("F309", severity="warning")
def page_numbers(reading: Reading) -> Iterator[Found]:
    """Số trang chưa đúng.
    Wrong page numbers.

    Yêu cầu: Số trang từ 1, chữ số Ả Rập, cỡ chữ 13–14, đứng, canh giữa trong lề trên; trang thứ nhất không hiển thị.
    Asks: Pages are numbered from 1 in Arabic digits of size 13–14, upright, centred in the upper margin; the first page
        shows none.
    Lý do: Biết đủ trang hay thiếu. Văn bản chắc chắn chỉ một trang thì không cần số trang.
    Why: A missing page is noticed. A paper that may fit on one page needs no number.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 7 [S]

    Sai:
        Số trang ở lề dưới.
    Đúng:
        Số trang ở giữa lề trên, trang đầu không hiện.
    """
    return _looked_at(reading, "F309")


@rule("F310", severity="warning")
def annex_numbered(reading: Reading) -> Iterator[Found]:
    """Phụ lục không đánh số trang riêng.
    An annex whose pages go on counting those of the paper.

    Yêu cầu: Số trang của phụ lục được đánh riêng theo từng phụ lục.
    Asks: The pages of each annex are numbered on their own.
    Lý do: Phụ lục có thể tách ra dùng riêng. Chỉ xét tệp có đánh số trang.
    Why: An annex may be used on its own. Asked only of files that number their pages.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 1 điểm đ [S]

    Sai:
        Phụ lục đánh số trang tiếp theo quyết định.
    Đúng:
        Phụ lục đánh số trang riêng từ số 1.
    """
    return _looked_at(reading, "F310")


@rule("F311", severity="info")
def heading_repeated(reading: Reading) -> Iterator[Found]:
    """Bảng dài không lặp lại hàng tiêu đề.
    A long table whose heading is not repeated.

    Yêu cầu: Bảng dài hơn một trang lặp lại hàng tiêu đề ở đầu mỗi trang.
    Asks: A table longer than a page shows its heading again on each page.
    Lý do: Trang sau của bảng vẫn rõ từng cột là gì. Đây là kinh nghiệm, không phải quy định; bảng trên 25 hàng mới xét.
    Why: What the columns are stays clear on each page. A habit, not law; asked of tables of more than 25 rows.

    Sai:
        Bảng 40 hàng, không lặp lại hàng tiêu đề.
    Đúng:
        Bảng 40 hàng, lặp lại hàng tiêu đề.
    """
    return _looked_at(reading, "F311")
