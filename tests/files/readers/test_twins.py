"""The shared papers: what a .docx or .pdf says is what its plain twin says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quyet.files.readers import load
from tests.files.readers.cells import assert_places_are_true

MADE = Path(__file__).parents[4] / "shared" / "corpus" / "made"
PAPERS = sorted(
    path for path in MADE.glob("*.*") if path.suffix in (".docx", ".pdf") and path.with_suffix(".txt").exists()
)

if not MADE.is_dir():
    pytest.skip("shared corpus not found", allow_module_level=True)


def words_of(path: Path) -> list[str]:
    """The words, without what only a drawing of columns in plain text needs."""
    return sorted(re.sub(r"\|| -{3,}|–", lambda found: "-" if found[0] == "–" else " ", load(path).text).split())


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_a_paper_says_what_its_twin_says(paper: Path) -> None:
    twin = [word for word in words_of(paper.with_suffix(".txt")) if not re.fullmatch("-{3,}", word)]
    assert words_of(paper) == twin
    assert_places_are_true(load(paper))
