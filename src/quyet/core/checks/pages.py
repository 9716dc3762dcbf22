"""The page of the rules: their docstrings, in order, as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from quyet.core.checks.registry import Worded

FAMILIES = {
    "F": ("Thể thức", "Form"),
    "L": ("Căn cứ và viện dẫn", "Legal bases and references"),
    "M": ("Số tiền", "Money"),
    "N": ("Định mức", "Norms"),
    "P": ("Nội dung chương trình", "Programme"),
    "T": ("Thời gian", "Time"),
    "B": ("Mục lục ngân sách", "Budget codes"),
}
"""The families of rules by the letter of their codes."""

SEVERITIES = {"error": ("lỗi", "error"), "warning": ("lưu ý", "warning"), "info": ("nhắc", "info")}

_HEAD = """# Các quy tắc kiểm tra / The rules

Mỗi quy tắc hỏi một điều. **Lỗi** là điều khiến quyết định không thực hiện hoặc không quyết toán được; **lưu ý** là chỗ
người thẩm định sẽ dừng lại; **nhắc** là điều nên biết. Nguồn có dấu [S] đã được đối chiếu văn bản, [M] thì chưa.

Each rule asks one thing. An **error** is what keeps a decision from being carried out or settled; at a **warning** a
reviewer would stop; an **info** is good to know. A source marked [S] was read, one marked [M] was not."""


def rules_markdown(every: Sequence[Worded]) -> str:
    """The whole page, family by family, in the order of the rules."""
    parts = [_HEAD]
    for letter, (name, name_en) in FAMILIES.items():
        rules = [rule for rule in every if rule.code.startswith(letter)]
        if rules:
            parts += [f"## {letter}: {name} / {name_en}", *(_section(rule) for rule in rules)]
    return "\n\n".join(parts) + "\n"


def _section(rule: Worded) -> str:
    text, (severity, severity_en) = rule.text, SEVERITIES[rule.severity]
    parts = [
        f"### {rule.code} {text.title}",
        f"*{text.title_en}* · {severity} / {severity_en}",
        f"{text.asks}\n*{text.asks_en}*",
        f"{text.why}\n*{text.why_en}*",
    ]
    if text.source:
        parts.append(f"Nguồn / source: {text.source} [{text.mark}]")
    examples = (("Sai / breaks it", text.breaks), ("Đúng / keeps it", text.keeps))
    parts += [f"{name}:\n\n```text\n{example}\n```" for name, example in examples if example]
    return "\n\n".join(parts)
