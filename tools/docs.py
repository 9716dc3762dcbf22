"""The pages of docs/ that are written from the code: the rules of `quyet check`, the limits of its readers, the
norms, budget codes, legal texts and papers of spending.

`python -m tools.docs` writes them; a test fails where a page says something else than the code.
"""

from __future__ import annotations

from pathlib import Path

from quyet.core.checks import all_rules, rules_markdown
from quyet.files.readers import limits
from tools.codes_page import codes_markdown
from tools.norms_page import norms_markdown
from tools.papers_page import papers_markdown
from tools.texts_page import texts_markdown

ROOT = Path(__file__).parents[1]
NOTE = "<!-- Written by `make docs` from the code. Change it there. -->\n\n"


def limits_markdown() -> str:
    """The table of what a file may have at most, each limit with the sentence that refuses a file above it."""
    held = [(name, limit) for name, limit in vars(limits).items() if isinstance(limit, limits.Limit)]
    lines = (f"| `{name}` | {limit.most:,} | {limit.message} | {limit.message_en} |" for name, limit in held)
    head = (
        "# How large a file may be\n\n"
        "A file above one of these is refused with its sentence, before more of it is unpacked than the limit allows.\n"
        "An upload through the page is held to the same table.\n\n"
        "| limit | most | what is said | in English |\n|---|---|---|---|\n"
    )
    return head + "\n".join(lines) + "\n"


def pages() -> dict[Path, str]:
    """Every generated page and its text."""
    folder = ROOT / "docs"
    return {
        folder / "rules.md": NOTE + rules_markdown(all_rules()),
        folder / "limits.md": NOTE + limits_markdown(),
        folder / "norms.md": NOTE + norms_markdown(),
        folder / "papers.md": NOTE + papers_markdown(),
        folder / "codes.md": NOTE + codes_markdown(),
        folder / "texts.md": NOTE + texts_markdown(),
    }


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
