"""docs/texts.md: the register of legal texts, each day with its mark, each row with its source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quyet.core.texts.model import LegalText
from quyet.core.values.mark import Mark
from quyet.files.facts.texts import load_fields

_HEAD = """# Danh mục văn bản / Register of legal texts

The texts that norms, codes, forms and rules of this project rest on, and how long each is in force. Rules L108 and
L109 hold the bases of a paper against it. **[S]** read in the source that is named, **[M]** from memory: what rests
on it warns and says so. An empty cell was not seen. *Từ* and *đến* lie inside the time in force; *còn dùng cho* says
what a text governs after its last day. It is no collection of law: what is missing here is simply not known to `quyet
check`."""


def texts_markdown() -> str:
    """The whole page, field by field."""
    parts = [_HEAD]
    for name_vi, name_en, texts in load_fields():
        parts += [f"## {name_vi} / {name_en}", _table(texts)]
    return "\n\n".join(parts) + "\n"


def _table(texts: Sequence[LegalText]) -> str:
    head = [
        "| số | nội dung | ban hành | từ | đến | thay bằng | sửa đổi bởi | nguồn |",
        "|---|---|---|---|---|---|---|---|",
    ]
    return "\n".join([*head, *(_row(text) for text in texts)])


def _row(text: LegalText) -> str:
    about = ", ".join(part for part in (text.title, text.place) if part)
    until = _dated(text.until, text.until_mark)
    if text.still_vi:
        until += f"; còn dùng cho {text.still_vi}"
    cells = [
        f"{text.kind} {text.number}",
        about,
        _day(text.issued),
        _dated(text.since, text.since_mark),
        until,
        ", ".join(text.replaced_by),
        ", ".join(text.amended_by),
        f"{text.source} [{text.mark}]",
    ]
    return f"| {' | '.join(cells)} |"


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _dated(day: date | None, mark: Mark | None) -> str:
    return f"{_day(day)} [{mark}]" if day else ""
