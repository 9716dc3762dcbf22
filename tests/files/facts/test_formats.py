"""The decrees on presentation: what the files say is what the rules get, kept or read anew."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from quyet.core.presentation.format import format_on
from quyet.files.facts import FactsError
from quyet.files.facts.formats import load_formats, load_formats_from
from quyet.files.facts.strict import DATA

DECREE_30 = DATA / "formats" / "nd-30-2020.yaml"


def test_the_decree_is_found_by_its_day() -> None:
    found = format_on(load_formats(), date(2024, 3, 12))
    assert found is not None
    assert (found.key, found.page.left.least, found.page.left.most) == ("nd-30-2020", Decimal(30), Decimal(35))
    assert (found.body.indents, found.since) == ((Decimal(10), Decimal("12.7")), date(2020, 3, 5))
    assert format_on(load_formats(), date(2020, 3, 4)) is None


def test_what_was_kept_is_what_the_files_say() -> None:
    load_formats.cache_clear()
    assert load_formats() == load_formats_from(DATA / "formats")


def test_a_key_that_nobody_knows_stops_the_load(tmp_path: Path) -> None:
    (tmp_path / DECREE_30.name).write_text(DECREE_30.read_text(encoding="utf-8") + "\nmau_giay: A4\n", encoding="utf-8")
    with pytest.raises(FactsError, match="nd-30-2020.yaml: mau_giay: khóa lạ"):
        load_formats_from(tmp_path)
