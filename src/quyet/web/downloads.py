"""Files that a browser saves: what kind each is, and a name that says what is in it."""

from __future__ import annotations

import re
from urllib.parse import quote

from quyet.core.papers.paper import Paper
from quyet.core.values.folding import bare
from quyet.web.language import say

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "xml": "application/akn+xml",
    "edxml": "application/xml",
    "json": "application/json",
}
"""What a file is, by its ending; in the order of the page."""

LONGEST_NAME = 80
"""Characters of a file's name, in whole words: with its folder it must fit what Windows takes."""

_NOT_IN_NAMES = re.compile(r"[^\w.,() -]+")


def file_name(paper: Paper, number: str | None) -> str:
    """Quyết định 15-QĐ-SCT; one that has no number yet goes by its title."""
    return clean_name(f"{paper.kind_name} {number}" if number else f"{paper.kind_name} {paper.title}")


def clean_name(named: str) -> str:
    """Words as the name of a file: no signs that Windows refuses, not too long."""
    clean = " ".join(_NOT_IN_NAMES.sub("-", named).split())
    whole = clean if len(clean) <= LONGEST_NAME else clean[:LONGEST_NAME].rsplit(" ", 1)[0]
    return whole.strip(" .,-") or say("Văn bản", "Paper")


def attachment(name: str, ending: str) -> str:
    """The header that has a file saved under its name; for old programs, the same in plain letters."""
    plain = re.sub(r"[^a-z0-9]+", "-", bare(name)).strip("-") or "quyet"
    return f"attachment; filename=\"{plain}.{ending}\"; filename*=UTF-8''{quote(f'{name}.{ending}', safe='')}"
