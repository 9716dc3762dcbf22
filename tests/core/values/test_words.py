"""Amounts in words: what is written, what is read, and what is refused."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quyet.core.values.words import LIMIT, from_words, match_words, to_words

WRITTEN = {
    0: "không đồng",
    1: "một đồng",
    5: "năm đồng",
    10: "mười đồng",
    11: "mười một đồng",
    14: "mười bốn đồng",
    15: "mười lăm đồng",
    20: "hai mươi đồng",
    21: "hai mươi mốt đồng",
    24: "hai mươi tư đồng",
    25: "hai mươi lăm đồng",
    55: "năm mươi lăm đồng",
    100: "một trăm đồng",
    101: "một trăm linh một đồng",
    104: "một trăm linh bốn đồng",
    105: "một trăm linh năm đồng",
    110: "một trăm mười đồng",
    111: "một trăm mười một đồng",
    115: "một trăm mười lăm đồng",
    1_000: "một nghìn đồng",
    1_005: "một nghìn không trăm linh năm đồng",
    1_010: "một nghìn không trăm mười đồng",
    2_024: "hai nghìn không trăm hai mươi tư đồng",
    10_000: "mười nghìn đồng",
    21_500: "hai mươi mốt nghìn năm trăm đồng",
    100_000: "một trăm nghìn đồng",
    523_056: "năm trăm hai mươi ba nghìn không trăm năm mươi sáu đồng",
    1_000_005: "một triệu không trăm linh năm đồng",
    1_000_200: "một triệu hai trăm đồng",
    1_005_000: "một triệu không trăm linh năm nghìn đồng",
    205_005_000: "hai trăm linh năm triệu không trăm linh năm nghìn đồng",
    185_000_000: "một trăm tám mươi lăm triệu đồng",
    1_104_021_000: "một tỷ một trăm linh bốn triệu không trăm hai mươi mốt nghìn đồng",
    10_000_000_000: "mười tỷ đồng",
    2_615_000_000_000: "hai nghìn sáu trăm mười lăm tỷ đồng",
    1_005_000_000_005: "một nghìn không trăm linh năm tỷ không trăm linh năm đồng",
    10**12: "một nghìn tỷ đồng",
    10**15: "một triệu tỷ đồng",
    -5: "âm năm đồng",
    -15: "âm mười lăm đồng",
    -1_250_000: "âm một triệu hai trăm năm mươi nghìn đồng",
}


@pytest.mark.parametrize("amount", WRITTEN, ids=str)
def test_the_standard_form_is_written_and_read_back(amount: int) -> None:
    assert to_words(amount) == WRITTEN[amount]
    assert from_words(WRITTEN[amount]) == amount


def test_the_unit_may_be_another_or_none() -> None:
    assert to_words(24, unit="") == "hai mươi tư"
    assert to_words(24, unit="đại biểu") == "hai mươi tư đại biểu"


@pytest.mark.parametrize("amount", [LIMIT + 1, -LIMIT - 1, 10**18])
def test_beyond_a_million_billion_nothing_is_written(amount: int) -> None:
    with pytest.raises(ValueError, match="million billion"):
        to_words(amount)


group = st.sampled_from([0, 1, 4, 5, 10, 11, 14, 15, 20, 21, 24, 25, 100, 101, 105, 110, 115, 121, 200, 555, 999])
by_groups = st.tuples(group, group, group, group, group).map(
    lambda groups: sum(value * 1000**power for power, value in enumerate(groups))
)


@settings(deadline=None)
@given(st.integers(-LIMIT, LIMIT) | by_groups)
@example(LIMIT)
@example(-LIMIT)
def test_every_amount_comes_back_from_its_words(amount: int) -> None:
    assert from_words(to_words(amount)) == amount


@settings(deadline=None)
@given(by_groups, st.sampled_from(["linh=lẻ", "tư=bốn", "lăm=nhăm", "lăm=năm", "mốt=một", "nghìn=ngàn", "tỷ=tỉ"]))
def test_every_amount_is_read_in_the_other_spelling(amount: int, spelling: str) -> None:
    ours, theirs = spelling.split("=")
    assert from_words(to_words(amount).replace(ours, theirs)) == amount


@settings(deadline=None)
@given(by_groups)
def test_every_amount_is_read_in_capitals_in_decomposed_letters_and_over_lines(amount: int) -> None:
    words = to_words(amount)
    assert from_words(words.upper()) == amount
    assert from_words(words.title()) == amount
    assert from_words(normalize("NFD", words)) == amount
    assert from_words(words.replace(" ", "\n  ")) == amount
    assert from_words(words + " chẵn./.") == amount


READ = {
    # other words for the same number
    "Hai trăm lẻ năm triệu không trăm lẻ năm nghìn đồng": 205_005_000,
    "Một trăm lẽ năm nghìn đồng": 105_000,
    "hai mươi bốn triệu đồng": 24_000_000,
    "một trăm linh tư triệu đồng": 104_000_000,
    "hai mươi một triệu đồng": 21_000_000,
    "hai mươi nhăm triệu đồng": 25_000_000,
    "hai mươi năm triệu đồng": 25_000_000,
    "mười năm triệu đồng": 15_000_000,
    "bẩy triệu đồng": 7_000_000,
    "năm ngàn đồng": 5_000,
    "một tỉ hai trăm triệu đồng": 1_200_000_000,
    # groups
    "một tỷ, hai trăm triệu, ba trăm nghìn đồng": 1_200_300_000,
    "một tỷ - hai trăm triệu đồng": 1_200_000_000,
    "một tỷ bốn mươi lăm triệu đồng": 1_045_000_000,
    "một tỷ lẻ năm triệu đồng": 1_005_000_000,
    "hai tỷ lẻ ba mươi lăm triệu đồng": 2_035_000_000,
    "một tỷ năm triệu đồng": 1_005_000_000,
    "một tỷ không triệu hai trăm nghìn đồng": 1_000_200_000,
    "một triệu không nghìn hai trăm": 1_000_200,
    "một triệu không trăm nghìn không trăm linh năm": 1_000_005,
    "một nghìn lẻ năm đồng": 1_005,
    "một nghìn hai mươi lăm đồng": 1_025,
    "một nghìn hai trăm triệu đồng": 1_200_000_000,
    "hai nghìn tỷ, sáu trăm mười lăm tỷ đồng": 2_615_000_000_000,
    # half of what was said last
    "hai triệu rưỡi": 2_500_000,
    "ba tỷ rưỡi đồng": 3_500_000_000,
    "một tỷ hai trăm triệu rưởi đồng": 1_200_500_000,
    "mười nghìn rưỡi": 10_500,
    # how it ends
    "Sáu trăm bốn mươi ba triệu đồng chẵn": 643_000_000,
    "Sáu trăm bốn mươi ba triệu đồng chẵn./.": 643_000_000,
    "Sáu trăm bốn mươi ba triệu chẵn": 643_000_000,
    "Sáu trăm bốn mươi ba triệu chẵn đồng": 643_000_000,
    "Sáu trăm bốn mươi ba triệu": 643_000_000,
    "Sáu trăm bốn mươi ba triệu đồng Việt Nam": 643_000_000,
    # what stands around it, and how it is typed
    "(*Một trăm tám mươi lăm triệu đồng*)./.": 185_000_000,
    "(**Bằng chữ:** Một trăm tám mươi lăm triệu đồng)": 185_000_000,
    "(Bằng chữ: Một trăm tám mươi lăm triệu đồng)": 185_000_000,
    "  Một  trăm\ttám\u00a0mươi\nlăm triệu đồng ": 185_000_000,
    "MỘT TRĂM TÁM MƯƠI LĂM TRIỆU ĐỒNG": 185_000_000,
    "một trăm tám mươi lăm trịêu đồng": 185_000_000,
    "một trăm tám mươi lăm triệu ðồng": 185_000_000,
}


@pytest.mark.parametrize("words", READ)
def test_what_officials_write_is_read(words: str) -> None:
    assert from_words(words) == READ[words]


REFUSED = [
    "",
    " ",
    "đồng",
    "trăm",
    "nghìn đồng",
    "triệu",
    "mươi lăm triệu",
    "một mươi triệu đồng",
    "hai mười triệu đồng",
    "mười mốt triệu đồng",
    "không mươi đồng",
    "hai lăm triệu đồng",
    "hai hai triệu đồng",
    "một trăm năm",  # 105, or 150 as it is spoken
    "hai nghìn năm đồng",  # 2 005, or 2 500 as it is spoken
    "một triệu hai",
    "một triệu hai trăm",  # 1 000 200, or 1 200 000 as it is spoken
    "một triệu lẻ năm đồng",
    "một nghìn tỷ rưỡi",
    "mười rưỡi",
    "rưỡi triệu",
    "không trăm linh năm đồng",
    "âm không đồng",
    "một triệu một triệu đồng",
    "hai trăm nghìn một triệu đồng",
    "một tỷ hai nghìn tỷ đồng",
    "một nghìn một triệu đồng",
    "một tỷ một nghìn hai trăm triệu đồng",
    "một, hai trăm triệu đồng",
    "hai - ba triệu đồng",
    "một trăm triệu đồng một trăm",
    "một trăm triệu đô la",
    "một trăm người",
    "185 triệu đồng",
    "185.000.000",
    "hai triệu tỷ đồng",
    "một triệu tỷ một đồng",
    "một trăm triệu đồng đồng",
    "motj tramw trieeuj",
    "Quyết định này có hiệu lực kể từ ngày ký.",
]


@pytest.mark.parametrize("words", REFUSED)
def test_what_is_no_amount_or_may_be_two_is_none(words: str) -> None:
    assert from_words(words) is None


@settings(deadline=None)
@given(
    st.lists(st.sampled_from("một hai năm lăm mươi mười trăm linh nghìn triệu tỷ rưỡi không ,".split()), max_size=12)
)
def test_whatever_is_read_is_written_with_the_same_amount(words: list[str]) -> None:
    amount = from_words(" ".join(words))
    assert amount is None or from_words(to_words(amount)) == amount


# --- found in a text -------------------------------------------------------------------------------------------------

FOUND = {
    "Bằng chữ: [Một trăm tám mươi lăm triệu đồng]./.": 185_000_000,
    "([một trăm triệu bốn trăm nghìn đồng chẵn]). Gồm:": 100_400_000,
    "tổng cộng [hai tỷ đồng], trong đó": 2_000_000_000,
    "kinh phí [một tỷ\nhai trăm triệu đồng] do": 1_200_000_000,
    "kinh phí [hai trăm triệu] năm 2024": 200_000_000,
    "kinh phí *[hai trăm **triệu** đồng]*": 200_000_000,
    "thưởng [năm trăm đồng] một lượt": 500,
}


def marked(text: str) -> tuple[str, int, int]:
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "").replace("]", ""), start, end


@pytest.mark.parametrize("case", FOUND)
def test_an_amount_is_found_where_it_begins(case: str) -> None:
    text, start, end = marked(case)
    assert match_words(text, start) == (end, FOUND[case])


@pytest.mark.parametrize("text", ["năm 2024", "hai phòng", "ba trăm đại biểu", "không phải", "một đoàn", "", "2 triệu"])
def test_what_is_not_money_is_not_found(text: str) -> None:
    assert match_words(text, 0) is None


def test_a_part_is_never_taken_for_the_whole() -> None:
    assert match_words("một trăm triệu hai ba đồng", 0) is None
    assert match_words("Tổng: một trăm triệu đồng", 7) is None, "starts inside a word"


def test_a_blank_line_ends_the_words() -> None:
    assert match_words("một trăm triệu\n\nhai trăm nghìn đồng", 0) == (14, 100_000_000)


def test_a_page_of_number_words_is_no_amount() -> None:
    assert match_words("một trăm " * 100_000, 0) is None
