"""Which activity a row of an annex table is about: held against the plain way, that asks every title of every row."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from quyet.core.decisions.annex_links import link_lines
from quyet.core.decisions.model import Activity, EstimateLine

WORDS = st.lists(st.sampled_from("treo băng rôn in sổ tay phát thanh 1 2 3".split()), max_size=6).map(" ".join)
REFS = st.sampled_from(["dieu_1/khoan_1", "dieu_1/khoan_1/diem_a", "dieu_1/khoan_1/diem_b", "dieu_1/khoan_12", "dieu_2/gach_1"])  # fmt: skip
ACTIVITIES = st.lists(st.builds(Activity, REFS, title=WORDS, group=st.none() | WORDS), max_size=8)
LINES = st.lists(st.builds(EstimateLine, st.just("1") | st.none(), content=WORDS, level=st.integers(1, 3)), max_size=8)


def plainly(lines: list[EstimateLine], activities: list[Activity]) -> Iterator[str | None]:
    """The ref of each row, every title asked for every row."""
    open_levels: list[tuple[int, str | None]] = []
    for line in lines:
        while open_levels and open_levels[-1][0] >= line.level:
            open_levels.pop()
        inherited = open_levels[-1][1] if open_levels else None
        open_levels.append((line.level, best(line, activities, inherited) or inherited))
        yield open_levels[-1][1]


def best(line: EstimateLine, activities: list[Activity], within: str | None) -> str | None:
    words = set((line.content or "").split())
    found, most = None, 0.6
    for activity in activities if words and line.label else ():
        named = [(activity.ref, activity.title)] if within is None or activity.ref.startswith(within) else []
        group = activity.ref.rpartition("/")[0]
        named += [(group, activity.group)] if activity.group and "/" in group and within is None else []
        for ref, title in named:
            share = len(words & set((title or "").split())) / len(words)
            if share > most:
                found, most = ref, share
    return found


@given(LINES, ACTIVITIES)
def test_rows_find_the_title_that_shares_most_of_their_words(
    lines: list[EstimateLine], activities: list[Activity]
) -> None:
    link_lines(lines, activities)

    assert [line.activity for line in lines] == list(plainly(lines, activities))


def test_thousands_of_rows_meet_thousands_of_titles() -> None:
    activities = [Activity(f"dieu_1/khoan_{n}", title=f"Treo băng rôn số {n}") for n in range(5_000)]
    lines = [EstimateLine("1", content=f"Băng rôn số {n}", level=1) for n in range(5_000)]

    link_lines(lines, activities)  # asked one by one: 25 million pairs

    assert [line.activity for line in lines] == [activity.ref for activity in activities]
