"""The example of the README runs, and prints what the README says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", (ROOT / page).read_text(encoding="utf-8"), flags=re.M | re.S)


@pytest.mark.parametrize("page", ["README.md", "README.vi.md"])
def test_the_library_example_prints_what_the_page_shows(page: str) -> None:
    (example,), (shown,) = blocks(page, "python"), blocks(page, "text")
    ran = subprocess.run([sys.executable, "-c", example], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout == shown


def test_both_pages_show_the_same_example() -> None:
    assert blocks("README.md", "python") == blocks("README.vi.md", "python")


@pytest.mark.parametrize("page", ["README.md", "README.vi.md"])
def test_the_two_commands_come_first(page: str) -> None:
    first = blocks(page, "")[0]
    assert [line.split("#")[0].strip() for line in first.splitlines()] == ["make run", "make test"]
