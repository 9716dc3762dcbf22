"""What must hold for any text: no crash, spans true, time linear."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.decisions.reading import FOOT, LETTERHEAD, read
from tests.core.growth import grows_no_faster_than_its_length

PIECES = [
    LETTERHEAD, FOOT, "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:", "KẾ HOẠCH", "Điều 1. Phê duyệt nội dung, gồm:", "Điều 2: Kinh phí", "I. NỘI DUNG",
    "1. Treo băng rôn", "a) Số lượng: 40 cái;", "- Thời gian: Quý II/2024", "+ 12 người", "Căn cứ Luật Thương mại ngày 14/6/2005;",
    "Căn cứ Quyết định số 1/QĐ-UBND ngày 31/02/2024 và", "Theo đề nghị của", "Tổng kinh phí: 185.000.000 đồng (Một trăm", "|", "| STT | Nội dung | Thành tiền |",
    "|1|Băng rôn|20.000|", "STT  Nội dung  Thành tiền", "\t", "  ", "", "PHỤ LỤC", "(Kèm theo Quyết định số", "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN", "**", "2024.",
    "STT\tNội dung\tSố lượng\tThành tiền", "1\tBăng rôn\t40\t16.000.000", "\ttrên các trục đường", "\tvà ngõ\t\t\t\t", "²", "①", "năm 0000", "tháng 12/9999",
    "trước ngày 01/01/0001", "123456789012345678901234567890 đồng", "-", "(1) Treo", "XVI. NỘI DUNG", "\n2\n",
]  # fmt: skip
"""Pieces of decisions; a paper is any heap of them."""


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=40).map("\n".join))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_every_fact_is_its_words(text: str) -> None:
    reading = read(text)

    for fact in reading.facts():
        start, end = fact.span
        assert 0 <= start < end <= len(reading.text)
        assert reading.text[start:end] == fact.raw


NEAR_MISSES = [
    "Số: " + "1" * 5, "Căn cứ Quyết định số 1/QĐ ", "Quý II, ", "tháng 1, ", "từ 1 đến ", "- Số lượng: ", "Phòng A, ", "và Phòng ", "1.1.1.", "1.000.",
    "một trăm ", "(", "Điều 1 ", ". ", "; ", "| ", "|\n", "a) ", "I. ", "* ", "  ", "\t", "ngày 1/1/", "trong đó: ", "Giao ", "phối hợp với ", "Nơi nhận: - ",
    "của Luật ", "và Luật ", "theo đề nghị ", "TM. ", "PHÓ ", "\n\n", "STT  ", "- ", "+ ", "đồng ", "185.000.000 đồng ",
    "GIÁM ĐỐC\n", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n", "kèm theo ", "- Treo 40 cái;\n", "1. Treo: 40 cái\n", "x\n\n", "1 tỷ ", "5 - ",
    "3 đồng = 3 cái x 1 đồng; ", "40 cái, ", "1, ", ". A", "> ", "Văn hóa và Thông tin, ", "Giao Phòng A chủ trì. ", "KẾ HOẠCH TREO\n",
    "|  | rôn |  |\n", "STT   Nội dung   Thành tiền\n1     Loa        2.000\n", "      trên các\n", "số 1/QĐ-", "1.1.", "các ông, bà ",
]  # fmt: skip
"""Words that make a pattern begin and not end."""


@pytest.mark.parametrize("piece", NEAR_MISSES)
@pytest.mark.parametrize(
    "around",
    ["{}", "Điều 1. Phê duyệt nội dung {}", "Căn cứ {}", "1. Hoạt động: {}", "Căn cứ Quyết định số 1/QĐ-UBND {}x"],
    ids=["bare", "article", "basis", "item", "inside a basis"],
)
def test_repeated_near_misses_grow_no_faster_than_their_length(piece: str, around: str) -> None:
    few, many = around.format(piece * 400), around.format(piece * 1_600)
    assert grows_no_faster_than_its_length(read, few, many)


TABLES = {
    "a row wrapped in a grid": ("| STT | Nội dung | Thành tiền |\n| 1 | Băng | 2.000 |\n", "|  | rôn |  |\n"),
    "a row wrapped between spaces": ("STT   Nội dung   Thành tiền\n1     Loa        2.000\n", "      trên các\n"),
    "a row wrapped between tabs": ("STT\tNội dung\tThành tiền\n1\tLoa\t2.000\n", "\ttrên các\n"),
    "rows in groups": ("| STT | Nội dung | Thành tiền |\n", "| 1 | Loa | 2.000 |\n|  | dây | 1.000 |\n"),
    "page numbers far apart": ("Điều 1. Treo băng rôn.\n", "\n" * 40 + " " * 30 + "2\n" + "\n" * 40),
    "names that hold a comma": ("Điều 1. Trưởng các phòng: ", "Văn hóa và Thông tin, "),
}


@pytest.mark.parametrize(("head", "piece"), TABLES.values(), ids=TABLES)
def test_what_goes_on_below_a_head_grows_no_faster_than_its_length(head: str, piece: str) -> None:
    few, many = (f"{LETTERHEAD}QUYẾT ĐỊNH\n{head}{piece * times}" for times in (1_000, 4_000))
    assert grows_no_faster_than_its_length(read, few, many)


SPACED = [
    "Theo đề nghị của Trưởng phòng{}x.", "Căn cứ Quyết định số 1/QĐ-UBND ngày 05/01/2024 của UBND tỉnh{}x;", "Điều 2. Giao Phòng A chủ trì, phối hợp với Sở B{}x thực hiện.",
    "- Thời gian: quý I{}x", "1. Treo băng rôn{}: 40 cái", "Tổng kinh phí{}: 5 đồng", "Nơi nhận:{}x", "Chánh Văn phòng{}chịu trách nhiệm thi hành", "a{}|{}b",
]  # fmt: skip
"""Where a run of spaces, left by a typist or by somebody who means harm, stands between two words."""


@pytest.mark.parametrize("around", SPACED)
def test_runs_of_spaces_between_words_grow_no_faster_than_their_length(around: str) -> None:
    few, many = (f"{LETTERHEAD}QUYẾT ĐỊNH\n{around.replace('{}', ' ' * spaces)}\n{FOOT}" for spaces in (2_000, 8_000))
    assert grows_no_faster_than_its_length(read, few, many)
