"""The money of a programme by whatever its entries share, with the figures written out, in đồng."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyet.core.ledger import COLUMNS, KINDS, Balances
from quyet.core.ledger.groups import ALLOTTED, WAYS, Ceiling, Movement, Way, balances_by

TR = 1_000_000


def ceiling(amount: int, line: str, activity: str, code: str) -> Ceiling:
    return Ceiling(amount * TR, {"line": line, "activity": activity, "code": code, "source": "Ngân sách tỉnh"})


def movement(kind: str, amount: int, line: Ceiling, contract: str, payee: str, quarter: str) -> Movement:
    of = {**line.of, "contract": contract, "payee": payee, "quarter": quarter}
    return Movement(kind, bool(contract), False, amount * TR, of)


BANNERS = ceiling(26, "Băng rôn tuyên truyền", "Tuyên truyền", "6606")
BAGS = ceiling(29, "Băng rôn túi ni lông", "Túi ni lông", "6606")
HALL = ceiling(8, "Thuê hội trường", "Tập huấn", "6655")
PRINTER, CENTRE = "Nhà in Hai", "Trung tâm hội nghị Ba"
YEAR = [
    movement("commit", 55, BANNERS, "01/HĐ", PRINTER, "2024-2"),  # 26 + 29, written as one for short
    movement("request", 20, BANNERS, "01/HĐ", PRINTER, "2024-2"),
    movement("pay", 20, BANNERS, "01/HĐ", PRINTER, "2024-3"),
    movement("request", 8, HALL, "", CENTRE, "2024-3"),
    movement("pay", 8, HALL, "", CENTRE, "2024-3"),
    movement("refund", 1, HALL, "", CENTRE, "2024-4"),
]


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("activity", {"Tuyên truyền": (26, 55, 0, 20), "Túi ni lông": (29, 0, 0, 0), "Tập huấn": (8, 0, 0, 7)}),
        ("code", {"6606": (55, 55, 0, 20), "6655": (8, 0, 0, 7)}),
        ("source", {"Ngân sách tỉnh": (63, 55, 0, 27)}),
        ("contract", {"01/HĐ": (0, 55, 0, 20), "": (0, 0, 0, 7)}),
        ("payee", {PRINTER: (0, 55, 0, 20), CENTRE: (0, 0, 0, 7)}),
        ("quarter", {"2024-2": (0, 55, 20, 0), "2024-3": (0, 0, -20, 28), "2024-4": (0, 0, 0, -1)}),
    ],
)
def test_ceiling_committed_held_and_used_in_millions(way: Way, said: dict[str, tuple[int, ...]]) -> None:
    found = balances_by(way, [BANNERS, BAGS, HALL], YEAR)
    sums = {name: (each.ceiling, each.committed, each.held, each.used) for name, each in found.items()}
    assert sums == {name: tuple(sum_ * TR for sum_ in sums) for name, sums in said.items()}


NAMES = st.sampled_from(["một", "hai", "ba", ""])
OF = st.fixed_dictionaries(dict.fromkeys(WAYS, NAMES))


@st.composite
def movements(draw: st.DrawFn) -> Movement:
    kind, drawn = draw(st.sampled_from(sorted(KINDS))), draw(st.booleans())
    if (KINDS[kind].drawn if drawn else KINDS[kind].direct) is None:
        drawn = not drawn
    return Movement(kind, drawn, draw(st.booleans()), draw(st.integers(1, 10**12)), draw(OF))


@given(st.lists(st.builds(Ceiling, st.integers(0, 10**12), OF)), st.lists(movements()))
def test_no_way_of_adding_up_gains_or_loses_a_dong(ceilings: list[Ceiling], entries: list[Movement]) -> None:
    sums = [total(balances_by(way, ceilings, entries)) for way in WAYS if way in ALLOTTED]
    assert all(each == sums[0] for each in sums)
    for way in set(WAYS) - ALLOTTED:
        found = total(balances_by(way, ceilings, entries))
        assert {**found, "ceiling": 0} == {**sums[0], "ceiling": 0}


def total(found: dict[str, Balances]) -> dict[str, int]:
    return {column: sum(asdict(each)[column] for each in found.values()) for column in COLUMNS}
