"""The page of docs/ that is written from the code: the rules of `quyet check`.

`python -m tools.docs` writes it; a test fails where the page says something else than the code.
"""

from __future__ import annotations

from pathlib import Path

from quyet.core.checks import rules_markdown

ROOT = Path(__file__).parents[1]
NOTE = "<!-- Written by `make docs` from the code. Change it there. -->\n\n"


def pages() -> dict[Path, str]:
    """Every generated page and its text."""
    return {ROOT / "docs" / "rules.md": NOTE + rules_markdown()}


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
