"""Lines of nơi nhận as they are printed, and what each asks the clerk to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from quyet.core.papers.recipients import Recipient, article_words, recipient
from quyet.files.drafts import load_draft
from quyet.files.writing import lay_out

EXAMPLE = Path(__file__).parents[3] / "cases" / "lang-son-2024" / "programme.yaml"

LINES = {
    "Như Điều 3": Recipient("Như Điều 3", article=3),
    "Như trên": Recipient("Như trên", addressees=True),
    "Như kính gửi": Recipient("Như kính gửi", addressees=True),
    "Lưu: VT, QLCN": Recipient("Lưu: VT, QLCN", kept=True),
    "Lưu VT, KT (05).": Recipient("Lưu VT, KT (05).", kept=True),
    "UBND tỉnh (để báo cáo)": Recipient("UBND tỉnh (để báo cáo)", why="để báo cáo"),
    "- Giám đốc, các PGĐ Sở;": Recipient("- Giám đốc, các PGĐ Sở;"),
    "Lưu Văn Hải, Phòng Kế hoạch": Recipient("Lưu Văn Hải, Phòng Kế hoạch"),
}


@pytest.mark.parametrize("line", LINES)
def test_what_a_line_asks_for(line: str) -> None:
    assert recipient(line) == LINES[line]


def test_who_is_meant_by_an_article_stands_in_the_paper() -> None:
    paper = lay_out(load_draft(EXAMPLE).draft).paper
    words = article_words(paper, 3)
    assert words is not None and words.startswith(
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Sở,"
    )
    assert article_words(paper, 9) is None
