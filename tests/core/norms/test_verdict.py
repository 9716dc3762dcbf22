"""A unit price beside the norm: within, above, and all that lies between knowing and not knowing."""

from datetime import date

import pytest

from quyet.core.norms.lookup import Asked, held
from quyet.core.norms.verdict import Verdict, judge, judge_over
from quyet.core.norms.windows import held_over
from tests.core.norms.made import FIRST_NEW, LAST_OLD, both, level, norms

A_DAY = date(2024, 6, 1)


def said(verdict: Verdict) -> tuple[str, int | None, bool]:
    return verdict.outcome, verdict.level.most if verdict.level else None, verdict.blocks


def verdict(price: int, *levels, **asked) -> tuple[str, int | None, bool]:
    return said(judge(price, held(norms(*levels), Asked("per_diem", A_DAY, **asked))))


@pytest.mark.parametrize(("price", "outcome", "blocks"), [(199_999, "within", False), (200_000, "within", False), (200_001, "above", True)])  # fmt: skip
def test_the_norm_itself_is_allowed(price: int, outcome: str, blocks: bool) -> None:
    assert verdict(price, level(200_000)) == (outcome, 200_000, blocks)


def test_a_figure_from_memory_warns_and_does_not_block() -> None:
    assert verdict(25_000, level(20_000, mark="M")) == ("above", 20_000, False)


def test_a_figure_without_its_first_day_neither_blocks_nor_allows() -> None:
    undated = level(4_000_000, since=None, not_before=date(2020, 1, 1))
    assert verdict(5_000_000, undated) == ("above", 4_000_000, False)
    assert verdict(1_500_000, undated) == ("unknown", 4_000_000, False)


def test_no_norm_is_told_apart_from_within() -> None:
    assert verdict(1, level(None)) == ("unknown", None, False)


def test_words_without_a_figure_decide_themselves() -> None:
    assert verdict(1, level(None, rule=both("theo hóa đơn"))) == ("rule", None, False)


def test_a_missing_place_is_not_known() -> None:
    assert verdict(100_000, level(450_000, place="big_town"), level(350_000, place="small_town"))[0] == "unknown"


@pytest.mark.parametrize(("price", "outcome"), [(600_000, "within"), (700_000, "unknown"), (800_001, "above")])
def test_within_a_range_nobody_can_tell(price: int, outcome: str) -> None:
    assert verdict(price, level(800_000, least=600_000))[0] == outcome


LOCAL = {"province": "lang-son"}


def test_below_the_ceiling_with_no_level_of_the_province_is_said_so() -> None:
    assert verdict(200_000, level(200_000), **LOCAL) == ("under_ceiling", 200_000, False)
    assert verdict(200_001, level(200_000), **LOCAL) == ("above", 200_000, True)


@pytest.mark.parametrize(
    ("price", "expected"),
    [
        (180_000, ("within", 180_000, False)),
        (190_000, ("above", 180_000, True)),
        (250_000, ("above", 180_000, True)),  # held against the lowest of those it breaks
    ],
)
def test_the_province_binds_below_the_ceiling(price: int, expected: tuple[str, int, bool]) -> None:
    assert verdict(price, level(200_000), level(180_000, territory="lang-son"), **LOCAL) == expected


def test_an_unsure_level_of_the_province_leaves_the_ceiling_to_block() -> None:
    unsure = level(160_000, territory="lang-son", since=None, not_before=date(2020, 1, 1))
    assert verdict(180_000, level(200_000), unsure, **LOCAL) == ("above", 160_000, False)
    assert verdict(210_000, level(200_000), unsure, **LOCAL) == ("above", 200_000, True)


def test_a_level_of_the_province_without_a_known_ceiling_is_not_enough() -> None:
    assert verdict(100_000, level(None), level(180_000, territory="lang-son"), **LOCAL)[0] == "unknown"


CHANGED = norms(level(200_000, until=LAST_OLD), level(300_000, since=FIRST_NEW))


@pytest.mark.parametrize(
    ("price", "expected"),
    [
        (200_000, ("within", 200_000, False)),
        (250_000, ("above", 200_000, False)),  # from 04/05/2025 it would be allowed: told, not refused
        (350_000, ("above", 200_000, True)),
    ],
)
def test_across_a_change_the_lower_value_counts(price: int, expected: tuple[str, int, bool]) -> None:
    quarter = held_over(CHANGED, Asked("per_diem", date(2025, 4, 1)), date(2025, 6, 30))
    assert said(judge_over(price, quarter)) == expected


def test_a_window_that_runs_into_the_unknown_is_unknown() -> None:
    ended = norms(level(150_000, until=LAST_OLD), level(None, since=FIRST_NEW))
    quarter = held_over(ended, Asked("per_diem", date(2025, 4, 1)), date(2025, 6, 30))
    assert judge_over(100_000, quarter).outcome == "unknown"
    assert said(judge_over(160_000, quarter)) == ("above", 150_000, False)
