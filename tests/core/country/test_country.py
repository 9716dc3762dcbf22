"""A made-up country is the same everywhere, and as large as it was asked for."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice

import pytest

from quyet.core.country import country, programmes_at
from quyet.core.country.draws import Draws


def test_the_draws_are_the_same_on_every_machine() -> None:
    """Written out once; a change here would make another country of each seed."""
    draws = Draws(1, 2)
    assert [draws.between(1, 1000) for _ in range(5)] == [235, 798, 318, 840, 689]


def test_both_ends_are_drawn_and_nothing_beyond() -> None:
    draws = Draws(7)
    assert {draws.between(3, 5) for _ in range(100)} == {3, 4, 5}
    assert {draws.one_of("abc") for _ in range(100)} == {"a", "b", "c"}


@pytest.mark.parametrize(("scale", "programmes"), [("1", 100_000), ("1/10", 10_000), ("1/3000", 33), ("1/1000000", 1)])
def test_how_many_programmes_a_scale_has(scale: str, programmes: int) -> None:
    assert programmes_at(Fraction(scale)) == programmes
    if programmes < 1000:
        assert sum(len(body.programmes) for body in country(Fraction(scale), 1)) == programmes


def test_a_smaller_country_is_the_beginning_of_a_larger_one() -> None:
    small, large = list(country(Fraction(1, 500), 5)), list(islice(country(Fraction(1), 5), 4))
    assert small == large[: len(small)] and len(small) == 4
    assert small != list(country(Fraction(1, 500), 6))


def test_the_whole_has_about_three_million_lines_of_issued_programmes() -> None:
    """By its hundredth part, which has about thirty thousand."""
    issued = [each for body in country(Fraction(1, 100), 1) for each in body.programmes if each.state == "issued"]
    assert 29_000 <= sum(len(each.lines) for each in issued) <= 31_000
    assert all(each.number for each in issued)


def test_a_year_of_a_body_is_within_its_allotment_and_its_numbers_are_given_once() -> None:
    for body in country(Fraction(1, 500), 1):
        for allotment in body.allotments:
            of_it = [each for each in body.programmes if each.year == allotment.year]
            assert sum(each.total for each in of_it if each.state == "issued") == allotment.reserved <= allotment.amount
            numbers = [each.number for each in of_it if each.number]
            assert len(numbers) == len(set(numbers))
        assert all(
            line.activity in {each.label for each in made.activities} for made in body.programmes for line in made.lines
        )
