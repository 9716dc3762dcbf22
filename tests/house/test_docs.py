"""Documentation that says something else than the code fails here."""

import re
import tomllib
from pathlib import Path

import pytest

from tools.docs import pages

ROOT = Path(__file__).parents[2]
ADRS = sorted((ROOT / "docs" / "adr").glob("*.md"))
PAGES = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")})


def packages() -> list[str]:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = told["dependency-groups"]
    asked = [*told["project"]["dependencies"], *groups["build"], *groups["dev"]]
    return [re.match(r"[\w-]+", package)[0] for package in asked if isinstance(package, str)]


@pytest.mark.parametrize("package", packages())
def test_every_dependency_has_its_line(package: str) -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    (line,) = [line for line in page.splitlines() if line.startswith(f"| {package} |")]
    assert all(cell.strip() for cell in line.strip("|").split("|"))


def test_no_line_tells_of_a_package_that_is_gone() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").split("## Around it")[0]
    told = re.findall(r"^\| ([a-z][\w-]+) \|", page, flags=re.M)
    assert sorted(name for name in told if name != "package") == sorted(packages())


@pytest.mark.parametrize("adr", ADRS, ids=lambda adr: adr.stem)
def test_an_adr_says_where_it_stands_why_what_and_what_follows(adr: Path) -> None:
    text = adr.read_text(encoding="utf-8")
    assert re.match(rf"# {int(adr.name[:4])}\. \S.*\n\n\*\*Status\*\*: \S", text)
    assert re.findall(r"^## (.*)$", text, flags=re.M) == ["Context", "Decision", "Consequences"]
    assert len(text.splitlines()) <= 40


def test_adrs_are_numbered_without_gaps() -> None:
    assert [int(adr.name[:4]) for adr in ADRS] == list(range(1, len(ADRS) + 1))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_inside_the_tree_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_a_page_that_is_written_from_the_code_says_what_the_code_says(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == pages()[page], "run `make docs`"
