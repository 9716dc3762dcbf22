"""From a draft to the bytes of a file: the one road that the command, the page and other programs take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quyet.core.decisions.model import Reading
from quyet.core.papers.compare import Difference, compare
from quyet.core.papers.compose import compose
from quyet.core.papers.draft import Draft
from quyet.core.papers.form import Form
from quyet.core.papers.paper import Paper
from quyet.core.papers.stationery import Stationery
from quyet.core.papers.verify import Fault, verify
from quyet.core.presentation.format import format_on
from quyet.files.facts.formats import load_formats
from quyet.files.facts.forms import load_forms, load_wording
from quyet.files.facts.letterheads import body_on, load_letterheads

KINDS = {"QĐ": "decision", "TTr": "proposal", "KH": "plan", "BC": "report"}
"""The form of a draft that names none, by the kind of its document."""

FORMS = ("decision", "attached", "proposal", "plan", "report")
"""The forms that can be asked for: keys of `data/forms`."""


@dataclass(frozen=True, slots=True)
class Written:
    """A paper, the draft as it stands in it, and what contradicts itself in the draft."""

    paper: Paper
    draft: Draft
    faults: tuple[Fault, ...]


def form_of(draft: Draft, asked: str | None = None) -> Form:
    """The form that was asked for, else that of the draft's kind; a decision where neither says."""
    return load_forms()[asked or KINDS.get(draft.document.kind or "", "decision")]


def lay_out(draft: Draft, form: str | None = None, electronic: bool = False) -> Written:
    """The paper of a draft, on paper or as an `electronic` original. Faults are told and do not stop it; a body that
    nobody knows is one of them."""
    document = draft.document
    rules = format_on(load_formats(), document.date) or load_formats()[-1]
    body = body_on(document.body, document.date) if document.body else None
    paper, made = compose(draft, Stationery(form_of(draft, form), rules, load_wording(), body, electronic))
    faults = list(verify(made))
    if document.body and body is None:
        known = ", ".join(load_letterheads())
        faults.insert(
            0,
            Fault(
                ("document", "body"),
                f"không có cơ quan «{document.body}» trong ngày đó; các cơ quan: {known}",
                f"there is no body {document.body!r} on that day; the bodies: {known}",
            ),
        )
    return Written(paper, made, tuple(faults))


def read_back(written: Written) -> tuple[Reading, list[Difference]]:
    """The paper's text, read again and checked: what a reader will understand of it, and where that is not what the
    draft means."""
    from quyet.files.reading import read
    from quyet.files.writers.txt import write_txt

    reading = read(write_txt(written.paper), "paper.txt")
    return reading, compare(written.draft, written.paper, reading)


# --- the formats of files --------------------------------------------------------------------------------------------


def _txt(written: Written) -> bytes:
    from quyet.files.writers.txt import write_txt

    return write_txt(written.paper)


def _pdf(written: Written) -> bytes:
    from quyet.files.writers.pdf import Attachment, write_pdf
    from quyet.files.writers.programme_json import programme_json

    data = programme_json(written.draft)
    return write_pdf(written.paper, Attachment("programme.json", data, "quyet/programme/1"))


def _docx(written: Written) -> bytes:
    from quyet.files.writers.docx import write_docx

    return write_docx(written.paper)


def _akoma_ntoso(written: Written) -> bytes:
    from quyet.files.writers.akoma_ntoso import write_akoma_ntoso

    return write_akoma_ntoso(written.paper, written.draft.document)


def _edxml(written: Written) -> bytes:
    from quyet.files.writers.edxml import EdxmlAttachment, write_edxml

    name = "van-ban.pdf"
    return write_edxml(written.draft.document, written.paper, [EdxmlAttachment(name, "application/pdf", _pdf(written))])


WRITERS: dict[str, Callable[[Written], bytes]] = {
    "docx": _docx,
    "pdf": _pdf,
    "xml": _akoma_ntoso,
    "edxml": _edxml,
    "txt": _txt,
}
"""What a paper can be written as."""
