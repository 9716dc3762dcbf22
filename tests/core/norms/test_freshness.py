"""Files of norms that nobody has looked at for long."""

from datetime import date

import pytest

from quyet.core.norms.freshness import due, months_before
from quyet.core.norms.model import Looked

FILES = [Looked("a.yaml", date(2026, 11, 23)), Looked("b.yaml", date(2025, 5, 23)), Looked("c.yaml", date(2025, 5, 24))]


@pytest.mark.parametrize(
    ("today", "names"),
    [
        (date(2026, 11, 22), []),
        (date(2026, 11, 23), []),  # 18 months to the day
        (date(2026, 11, 24), ["b.yaml"]),
        (date(2026, 11, 25), ["b.yaml", "c.yaml"]),
        (date(2028, 5, 24), ["b.yaml", "c.yaml", "a.yaml"]),
    ],
)
def test_after_eighteen_months_a_file_is_due(today: date, names: list[str]) -> None:
    assert [looked.file for looked in due(FILES, today)] == names


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 11, 23), 18, date(2025, 5, 23)),
        (date(2026, 8, 31), 18, date(2025, 2, 28)),
        (date(2025, 8, 29), 18, date(2024, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 1, 15), 0, date(2026, 1, 15)),
    ],
)
def test_months_before_a_day(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before
