"""Sub-totals, as an accountant would mark with a pencil which rows each of them adds up."""

from __future__ import annotations

from quyet.core.decisions.annex_rows import set_levels
from quyet.core.decisions.model import EstimateLine
from quyet.core.estimates.closings import closings
from quyet.core.estimates.sums import children, leaves, outermost


def table(*rows: tuple[str | None, str, int | None]) -> list[EstimateLine]:
    lines = [EstimateLine(label, content=content, amount=amount) for label, content, amount in rows]
    set_levels(lines)
    return lines


def closed(lines: list[EstimateLine]) -> dict[str, list[str]]:
    """Of each sub-total the rows that it adds up."""
    found = {}
    for closing in closings(lines):
        parts = closing.making(lines[closing.place].amount)
        found[lines[closing.place].content or ""] = [lines[at].content or "" for at in parts.places] if parts else []
    return found


def test_a_part_that_is_named() -> None:
    lines = table(
        ("I", "Tuyên truyền", None), ("1", "băng rôn", 26), ("2", "sổ tay", 30), (None, "Cộng mục I", 56),
        ("II", "Tập huấn", None), ("1", "nước", 6), (None, "Cộng (II):", 6), (None, "Tổng phần I", 56),
    )  # fmt: skip
    assert closed(lines) == {
        "Cộng mục I": ["băng rôn", "sổ tay"],
        "Cộng (II):": ["nước"],
        "Tổng phần I": ["băng rôn", "sổ tay"],
    }


def test_a_sum_that_names_nothing_is_of_the_innermost_group_that_makes_it() -> None:
    lines = table(("I", "nhóm", None), ("1", "a", None), (None, "a một", 2), (None, "a hai", 3), (None, "Cộng", 5))
    assert closed(lines) == {"Cộng": ["a một", "a hai"]}
    lines = table(("I", "nhóm", None), ("1", "a", 5), ("2", "b", 7), (None, "Cộng", 12))
    assert closed(lines) == {"Cộng": ["a", "b"]}


def test_a_sum_of_the_last_outermost_rows() -> None:
    lines = table(("1", "a", 5), ("2", "b", 7), (None, "Cộng", 12), ("3", "c", 1), ("4", "d", 2), (None, "Cộng", 3))
    assert [closing.making(lines[closing.place].amount).places for closing in closings(lines)] == [[0, 1], [3, 4]]
    lines = table(("1", "a", 5), ("2", "b", 7), ("3", "c", 1), (None, "Cộng hai khoản cuối", 8))
    assert closed(lines) == {"Cộng hai khoản cuối": ["b", "c"]}


def test_a_sum_of_nothing_and_one_over_unknown_rows() -> None:
    assert closed(table(("1", "a", 5), (None, "Cộng", 6))) == {"Cộng": []}
    assert closed(table(("1", "a", None), ("2", "b", 6), (None, "Cộng", 6))) == {"Cộng": ["b"]}
    assert closed(table((None, "Cộng", 6))) == {"Cộng": []}


def test_no_line_stands_below_a_subtotal_and_none_adds_it_up() -> None:
    lines = table(("1", "nhóm", 5), ("1.1", "a", 2), ("1.2", "b", 3), (None, "Cộng mục 1", 5), ("2", "c", 4))
    assert [line.content for line in outermost(lines)] == ["nhóm", "c"]
    assert [line.content for line in children(lines, 0)] == ["a", "b"]
    assert [line.content for line in leaves(lines)] == ["a", "b", "c"]
    assert children(lines, 3) == []


def test_many_subtotals_cost_no_more_than_their_rows() -> None:
    lines = table(*[(str(n), "a", 1) if n % 2 else (None, "Cộng", n // 2 + 7) for n in range(40_000)])
    assert sum(closing.making(lines[closing.place].amount) is not None for closing in closings(lines)) == 0
