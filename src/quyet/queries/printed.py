"""A kept reading as the paper that would be issued: laid out by a form, read back, written as a file.

One road for the preview and for every download: reading → draft → paper → file (`files/writing`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Lock

from quyet.core.papers.compare import Difference
from quyet.core.papers.draft import Draft
from quyet.core.papers.form import Form
from quyet.core.papers.verify import Fault
from quyet.files.drafts import DraftRefused
from quyet.files.drafts.load import draft_of
from quyet.files.facts.letterheads import body_headed
from quyet.files.writers.programme_json import programme_json
from quyet.files.writers.refused import Unwritable
from quyet.files.writing import WRITERS, Written, form_of, lay_out, read_back
from quyet.queries.left_out import left_out
from quyet.queries.shown import Evidence, Json, Shown

FILES = (*WRITERS, "json")
"""What a reading's paper can be downloaded as: a paper in each format, and the data that it is made of."""

LONGEST_TEXT = 500_000
MOST_LINES = 2_000
"""Above these (some 250 pages, or an annex of 100) a paper takes more time and memory than one request may have."""

IS_EXAMPLE = re.compile(r"\s*VÍ DỤ\b")
"""A text that says so in its first line stays an example in whatever is made of it."""

OF_A_DRAFT = ("schema", "document", "programme", "estimates")
"""What a draft takes of a reading; the words and their places are many and stay behind."""

OF_THE_READER = ("label", "activity")
"""What a reading's text settles and its draft has not chosen: how activities are numbered, which a line is for."""

Path = tuple[str | int, ...]


class Busy(Unwritable):
    """Other papers are being written, and the wait for them grew too long."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fact of the paper that contradicts others, or that a reader would take otherwise than it was meant; `where`
    are its words in the text, or what they are of."""

    about: Fault | Difference
    where: Shown


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper, what is doubtful about it, and which lines of the text it does not hold."""

    form: Form
    written: Written
    doubts: list[Doubt]
    left_out: list[range]
    lines: tuple[int, int]
    """How many lines of the text it does not hold, and how many the text has; empty ones not counted."""
    is_own: bool
    """Whether it is a paper of the kind that was read; else a new one, which has no number and no day yet."""


# --- the road --------------------------------------------------------------------------------------------------------


def printed(reading: Json, form: str | None = None) -> Printed:
    """The paper of a reading in a form, and what is to be said of it. Unwritable where it cannot be laid out."""
    written = written_in(reading, form)
    chosen = form_of(written.draft, form)
    _, differences = read_back(written)
    faults = [fault for fault in written.faults if fault.path[-1] not in OF_THE_READER]
    evidence, about = Evidence(reading), list[Fault | Difference]([*faults, *differences])
    doubts = [Doubt(each, _where(each.path, evidence)) for each in about]
    is_own = chosen.kind == reading["document"]["kind"]
    missing = left_out(reading["text"], WRITERS["txt"](written).decode()) if is_own else []
    return Printed(chosen, written, doubts, missing, _counted(reading["text"], missing), is_own)


def _counted(text: str, missing: Sequence[range]) -> tuple[int, int]:
    filled = [bool(line.strip()) for line in text.split("\n")]
    return sum(sum(filled[each.start - 1 : each.stop - 1]) for each in missing), sum(filled)


def file(reading: Json, to: str, form: str | None = None) -> tuple[Written, bytes]:
    """The paper, and what it is as a file of one of the `FILES`."""
    written = written_in(reading, form)
    if to == "json":
        return written, programme_json(written.draft).encode()
    with one_at_a_time():
        return written, _write(written, to)


def _write(written: Written, to: str) -> bytes:
    try:
        return WRITERS[to](written)
    except Unwritable:
        raise
    except ValueError as wrong:  # two parts of the text that bear one number: XML can name neither
        raise Unwritable(
            "Chưa ghi được dạng tệp này, vì hai phần của văn bản trùng số. Hãy chọn dạng khác.",
            "This kind of file cannot be written: two parts of the text bear one number. Choose another kind.",
        ) from wrong


def written_in(reading: Json, form: str | None = None) -> Written:
    """The paper of a reading, laid out."""
    draft = _draft(reading)
    if form_of(draft, form).kind != draft.document.kind:
        draft.document = replace(draft.document, number=None, date=None)  # those are the other paper's
    return lay_out(draft, form)


def _draft(reading: Json) -> Draft:
    _refuse_what_cannot_be_printed(reading)
    data = {key: reading[key] for key in OF_A_DRAFT}
    try:
        draft = draft_of(json.dumps(data, ensure_ascii=False).encode(), as_json=True).draft
    except DraftRefused as refused:
        fault = refused.faults[0]
        key = f"{fault.key}: " if fault.key else ""
        raise Unwritable(
            f"Dữ liệu đã đọc chưa lập thành văn bản được: {key}{fault.message}.",
            f"No paper can be made of what was read: {key}{fault.message_en}.",
        ) from refused
    draft.document.body = _registered(draft)
    draft.example = bool(IS_EXAMPLE.match(reading["text"]))
    _link_by_label(draft)
    return draft


def _link_by_label(draft: Draft) -> None:
    """Lines of the estimate name their activity by its label: another form gives it another place."""
    activities = draft.programme.activities if draft.programme else []
    labels = {each.ref: each.label for each in activities}
    for line in (line for estimate in draft.estimates for line in estimate.lines):
        line.activity = labels.get(line.activity or "") or line.activity


def _refuse_what_cannot_be_printed(reading: Json) -> None:
    if not reading["programme"] and not reading["document"]["articles"]:
        raise Unwritable(
            "Chưa đọc được nội dung nào để trình bày lại. Hãy gửi toàn văn quyết định hoặc kế hoạch.",
            "Nothing was read that could be laid out. Send the whole text of a decision or a plan.",
        )
    if len(reading["text"]) > LONGEST_TEXT or rows(reading) > MOST_LINES:
        raise Unwritable(
            "Văn bản quá dài để trình bày lại: tối đa 500.000 ký tự, 2.000 hoạt động và dòng dự toán. Hãy tách ra.",
            "Too long to be laid out: at most 500,000 characters, 2,000 activities and lines of estimate. "
            "Split the annex off.",
        )


def rows(reading: Json) -> int:
    """How many activities and lines of an estimate a reading has."""
    activities = (reading["programme"] or {}).get("activities", [])
    return len(activities) + sum(len(estimate["lines"]) for estimate in reading["estimates"])


def _registered(draft: Draft) -> str | None:
    """The body of the register that bears the names in the head of the paper."""
    document = draft.document
    known = body_headed(document.parent, document.issuer, document.date)
    return known[0] if known else None


def _where(path: Path, evidence: Evidence) -> Shown:
    steps: Sequence[str | int] = ("estimates", 0, *path[1:]) if path[0] == "estimate" else path
    return evidence.nearest("/" + "/".join(str(step) for step in steps))


# --- one after the other ---------------------------------------------------------------------------------------------

_WRITING = Lock()
PATIENCE = 20
"""Seconds that a request waits for those before it."""


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Typst must not be entered by two threads at once; and of large papers only one is in memory."""
    if not _WRITING.acquire(timeout=PATIENCE):
        raise Busy(
            "Máy chủ đang xuất văn bản khác. Hãy thử lại sau ít giây.",
            "The server is writing other papers. Try again in a few seconds.",
        )
    try:
        yield
    finally:
        _WRITING.release()
