"""What a căn cứ cites that a person copied from a paper, without the paper around it."""

from datetime import date

import pytest

from quyet.core.decisions.bases import cited_in

CITED = {
    "Căn cứ Luật Đấu thầu số 22/2023/QH15 ngày 23 tháng 6 năm 2023;": [("22/2023/QH15", date(2023, 6, 23), "Đấu thầu")],
    "Nghị định số 24/2024/NĐ-CP ngày 27/02/2024 của Chính phủ quy định chi tiết": [
        ("24/2024/NĐ-CP", date(2024, 2, 27), "quy định chi tiết")
    ],
    "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015": [(None, date(2015, 6, 25), "Ngân sách nhà nước")],
    "Căn cứ Luật Đấu thầu ngày 23/6/2023; Nghị định số 24/2024/NĐ-CP ngày 27/02/2024 của Chính phủ": [
        (None, date(2023, 6, 23), "Đấu thầu"), ("24/2024/NĐ-CP", date(2024, 2, 27), None),
    ],
    "Căn cứ nhu cầu thực tế của địa phương": [],
    "  ": [],
}  # fmt: skip


@pytest.mark.parametrize("words", CITED)
def test_the_instruments_that_some_words_cite(words: str) -> None:
    assert [(each.number, each.date, each.title) for each in cited_in(words)] == CITED[words]
