"""What people type into the cells of an estimate, and what a cell shows of it."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from quyet.core.estimates.model import Factor, Vat
from quyet.core.estimates.typed import (
    factors_said,
    factors_typed,
    label_after,
    number_said,
    number_typed,
    vat_said,
    vat_typed,
)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("40", D(40)),
        ("1.500", D(1500)),
        ("1,5", D("1.5")),
        ("1.5", D("1.5")),
        ("1.234,25", D("1234.25")),
        ("0,8", D("0.8")),
    ],
)
def test_numbers(typed: str, value: D) -> None:
    assert number_typed(typed) == value
    assert number_typed(number_said(value)) == value


@pytest.mark.parametrize("typed", ["", "x", "-1", "1,5,2", "1.50.0", "12 người"])
def test_what_is_no_number(typed: str) -> None:
    assert number_typed(typed) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("150 người × 2 buổi", "150 người × 2 buổi"),
        ("150 người x 2 buổi", "150 người × 2 buổi"),
        ("150người*2buổi", "150 người × 2 buổi"),
        ("12x4", "12 × 4"),
        ("1 xe × 4 ngày", "1 xe × 4 ngày"),
        ("1.500 tờ", "1.500 tờ"),
        ("", ""),
    ],
)
def test_factors_both_ways(typed: str, said: str) -> None:
    found = factors_typed(typed)
    assert found is not None and factors_said(found) == said
    assert factors_typed(said) == found


@pytest.mark.parametrize("typed", ["người × 2", "150 người ×", "× 2", "2 buổi và 3 ngày × x"])
def test_what_are_no_factors(typed: str) -> None:
    assert factors_typed(typed) is None


def test_a_factor_keeps_its_unit() -> None:
    assert factors_typed("1,5 ngày x 3 xe") == [Factor(D("1.5"), "ngày"), Factor(D(3), "xe")]


@pytest.mark.parametrize(
    ("typed", "vat"),
    [("8", Vat(D(8))), ("8%", Vat(D(8))), ("+10 %", Vat(D(10), inside=False)), ("+7,5", Vat(D("7.5"), inside=False))],
)
def test_vat_both_ways(typed: str, vat: Vat) -> None:
    assert vat_typed(typed) == vat
    assert vat_typed(vat_said(vat)) == vat


@pytest.mark.parametrize("typed", ["", "x", "101", "-8"])
def test_what_is_no_vat(typed: str) -> None:
    assert vat_typed(typed) is None


@pytest.mark.parametrize(
    ("label", "below", "after"),
    [
        ("1", False, "2"),
        ("4.9", False, "4.10"),
        ("4", True, "4.1"),
        ("I", True, "1"),
        ("A", False, "1"),
        ("", False, ""),
        ("1)", False, "2"),
    ],
)
def test_the_label_of_a_line_below(label: str, below: bool, after: str) -> None:
    assert label_after(label, below) == after
