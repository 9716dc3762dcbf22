"""Spellings that are one word."""

import pytest

from quyet.core.values.folding import bare

TYPED = {
    "Phụ cấp lưu trú": "phu cap luu tru",
    "ĐOÀN ĐẠI BIỂU": "doan dai bieu",
    "Ðiều": "dieu",
    "hoà, hòa": "hoa, hoa",
    "tea break 20.000": "tea break 20.000",
}


@pytest.mark.parametrize("text", TYPED)
def test_words_without_diacritics(text: str) -> None:
    assert bare(text) == TYPED[text]
    assert len(bare(text)) == len(text)
