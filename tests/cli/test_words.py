"""`quyet words`: an amount turned round."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

TURNED = {
    "185000000": "một trăm tám mươi lăm triệu đồng",
    "185.000.000": "một trăm tám mươi lăm triệu đồng",
    "185,000,000": "một trăm tám mươi lăm triệu đồng",
    "185 000 000 đồng": "một trăm tám mươi lăm triệu đồng",
    "1005": "một nghìn không trăm linh năm đồng",
    "1000000000000000": "một triệu tỷ đồng",
    "0": "không đồng",
    "-5": "âm năm đồng",
    "-1.500.000": "âm một triệu năm trăm nghìn đồng",
    "một trăm tám mươi lăm triệu đồng": "185000000",
    "Hai trăm lẻ năm triệu không trăm lẻ năm nghìn đồng chẵn./.": "205005000",
    "âm một triệu đồng": "-1000000",
}


@pytest.mark.parametrize("given", TURNED)
def test_an_amount_is_turned_round(quyet: Callable, given: str) -> None:
    done = quyet("words", given)
    assert (done.code, done.out, done.err) == (0, TURNED[given] + "\n", "")


def test_words_need_no_quotes(quyet: Callable) -> None:
    assert quyet("words", "năm", "triệu", "đồng").out == "5000000\n"


@pytest.mark.parametrize("given", ["một nghìn năm", "xin chào", "1.5", "1.00", "12.34.567", "1.000,000.000", ""])
def test_what_is_no_amount_exits_2_with_one_line(quyet: Callable, given: str) -> None:
    done = quyet("words", given)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("quyet words: “") and done.err.count("\n") == 1


@pytest.mark.parametrize("given", [("100", "200"), ("185", "000", "000"), ("5", "triệu", "500", "đồng")])
def test_two_numbers_are_not_joined_to_a_third(quyet: Callable, given: tuple[str, ...]) -> None:
    done = quyet("words", *given)
    assert (done.code, done.out) == (2, "")
    assert f"{' '.join(given)} là nhiều số" in done.err and done.err.count("\n") == 1


def test_a_number_may_stand_beside_its_unit(quyet: Callable) -> None:
    assert quyet("words", "185000000", "đồng").out == "một trăm tám mươi lăm triệu đồng\n"


def test_too_much_is_refused_with_the_limit(quyet: Callable) -> None:
    done = quyet("words", "1000000000000001")
    assert done.code == 2 and "10^15" in done.err


def test_json_gives_both(quyet: Callable) -> None:
    expected = {"amount": 24_000, "words": "hai mươi tư nghìn đồng"}
    assert json.loads(quyet("words", "24000", "--format", "json").out) == expected
