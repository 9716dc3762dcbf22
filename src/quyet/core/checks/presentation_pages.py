"""F3: how the pages of a Word document are laid out: paper, margins, numbers, long tables."""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.checks.presentation import looked_at
from quyet.core.checks.registry import Found, rule
from quyet.core.decisions.model import Reading


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
    return looked_at(reading, "F301")


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
    return looked_at(reading, "F302")


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
    return looked_at(reading, "F309")


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
    return looked_at(reading, "F310")


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
    return looked_at(reading, "F311")
