"""The pages of docs/ that are written from the code: the rules, and the settings.

`python -m tools.docs` writes them; a test fails where a page says something else than the code.
"""

from __future__ import annotations

from pathlib import Path

from quyet.core.checks import rules_markdown
from quyet.site.environment import SETTINGS

ROOT = Path(__file__).parents[1]
NOTE = "<!-- Written by `make docs` from the code. Change it there. -->\n\n"


def pages() -> dict[Path, str]:
    """Every generated page and its text."""
    return {ROOT / "docs" / "rules.md": NOTE + rules_markdown(), ROOT / "docs" / "settings.md": NOTE + settings_page()}


def settings_page() -> str:
    """The variables of the environment, as one table."""
    rows = [f"| `{s.name}` | {f'`{s.default}`' if s.default else 'empty'} | {s.help} |" for s in SETTINGS]
    return "\n".join(["# Settings", "", "| variable | default | what it does |", "|---|---|---|", *rows, ""])


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
