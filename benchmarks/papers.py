"""The same paper in other shapes, made once a run."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from quyet.files.facts import example_text


def two_pages() -> str:
    """The example's decision without its annex: the two pages that the asked times are for."""
    notice, _, rest = example_text().partition("\n")
    return f"{notice}\n{rest.partition(notice)[0]}"


@cache
def ten_times(paper: Path, folder: Path) -> Path:
    """Ten copies of the text behind one another."""
    longer = folder / "ten.txt"
    longer.write_text(paper.read_text(encoding="utf-8") * 10, encoding="utf-8")
    return longer


@cache
def as_docx(paper: Path, folder: Path) -> Path:
    """The paper as Word keeps it: a paragraph for each line."""
    from docx import Document

    document = Document()
    for line in paper.read_text(encoding="utf-8").splitlines():
        document.add_paragraph(line)
    made = folder / "decision.docx"
    document.save(str(made))
    return made
