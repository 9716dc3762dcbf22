"""F3: how the letters and paragraphs of a Word document are laid out; its pages stand in `presentation_pages`.

Said of .docx files only: no other copy keeps what its original looked like.

A decision with a wrong margin is carried out all the same, so nothing here is an error. What is measured and what would
mend it stands in `looks`, which only a paper that has a layout loads.
"""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.checks.registry import Found, rule
from quyet.core.decisions.model import Reading


def looked_at(reading: Reading, code: str) -> Iterator[Found]:
    """What one rule on layout has to say."""
    if reading.format is None:
        return
    from quyet.core.checks.looks.deviation import found
    from quyet.core.checks.looks.every import deviations

    yield from found(deviations(reading, code))


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
    return looked_at(reading, "F303")


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
    return looked_at(reading, "F304")


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
    return looked_at(reading, "F305")


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
    return looked_at(reading, "F306")


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
    return looked_at(reading, "F307")


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
    return looked_at(reading, "F308")
