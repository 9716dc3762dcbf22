"""Norms change while the files stay as they are: this names the files that somebody should look at again.

It asks for today, as nothing else in the tests does, and so it never fails: a build of next year does not break because
time went by. Instead it is skipped with what to do, and pytest prints that at its end (`-ra`).
"""

from datetime import UTC, date, datetime

import pytest

from quyet.core.norms.freshness import MONTHS, due
from quyet.files.facts.norms import load_norms


def what_to_do(today: date) -> str | None:
    """The files that are due on a day, and what to do; None where none is."""
    old = due(load_norms().looked, today)
    if not old:
        return None
    files = ", ".join(f"{looked.file} ({looked.day})" for looked in old)
    return (
        f"{len(old)} files in data/norms were not looked at for {MONTHS} months. Read the texts in force again, enter "
        f"what changed as a new period, set `checked:` to the day: {files}"
    )


def test_files_of_norms_were_looked_at_in_the_last_eighteen_months() -> None:
    told = what_to_do(datetime.now(UTC).date())
    if told is not None:
        pytest.skip(told)


def test_eighteen_months_after_the_first_look_every_file_is_named() -> None:
    assert what_to_do(date(2026, 11, 23)) is None
    told = what_to_do(date(2030, 1, 1))
    assert "set `checked:` to the day" in told
    for file in ("bo-tai-chinh/travel_per_diem.yaml", "lang-son/authority.yaml", "classes/places/sea.yaml"):
        assert file in told
