"""The pages of docs/ that are written from the code: the rules, and the settings.

`python -m tools.docs` writes them; a test fails where a page says something else than the code.
"""

from __future__ import annotations

from pathlib import Path

from quyet.core.checks import RULES
from quyet.core.checks.registry import Rule
from quyet.site.environment import SETTINGS

ROOT = Path(__file__).parents[1]
GENERATED = "<!-- Written by `make docs` from the code. Change it there. -->"

FAMILIES = {
    "F": "Thể thức / Form",
    "L": "Căn cứ / Legal bases",
    "M": "Số tiền / Money",
    "N": "Định mức / Norms",
    "P": "Nội dung / Programme",
    "T": "Thời gian / Time",
    "B": "Mục lục ngân sách / Budget codes",
}
SEVERITIES = {"error": "lỗi / error", "warning": "lưu ý / warning", "info": "nhắc / info"}


def pages() -> dict[Path, str]:
    """Every generated page and its text."""
    return {ROOT / "docs" / "rules.md": rules_page(), ROOT / "docs" / "settings.md": settings_page()}


def rules_page() -> str:
    """The rules of `quyet check`, family by family."""
    parts = ["# Các quy tắc / The rules", GENERATED, f"`quyet check` asks {len(RULES)} things of a decision."]
    for letter, name in FAMILIES.items():
        family = [rule for code, rule in sorted(RULES.items()) if code.startswith(letter)]
        if family:
            parts += [f"## {letter}: {name}", *map(_rule, family)]
    return "\n\n".join(parts) + "\n"


def _rule(rule: Rule) -> str:
    text = rule.text
    parts = [
        f"### {rule.code} {text.title}",
        f"*{text.title_en}*: {SEVERITIES[rule.severity]}",
        f"{text.asks}  \n*{text.asks_en}*",
        f"{text.why}  \n*{text.why_en}*",
    ]
    if text.source:
        unsure = "" if text.mark == "S" else " (chưa đối chiếu văn bản gốc / not verified)"
        parts.append(f"Nguồn / source: {text.source}{unsure}")
    parts += [f"{word}:\n\n```\n{example}\n```" for word, example in _examples(rule)]
    return "\n\n".join(parts)


def _examples(rule: Rule) -> list[tuple[str, str]]:
    pairs = [("Sai / breaks it", rule.text.breaks), ("Đúng / keeps it", rule.text.keeps)]
    return [(word, example) for word, example in pairs if example]


def settings_page() -> str:
    """The variables of the environment, as one table."""
    rows = [f"| `{s.name}` | {f'`{s.default}`' if s.default else 'empty'} | {s.help} |" for s in SETTINGS]
    return "\n".join(
        ["# Settings", "", GENERATED, "", "| variable | default | what it does |", "|---|---|---|", *rows, ""]
    )


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
