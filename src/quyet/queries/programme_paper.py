"""The paper that a programme in the making would be: laid out by a form, drawn, written as a file."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace

from quyet.core.papers.draft import Draft
from quyet.core.papers.form import Form
from quyet.files.writers.programme_json import programme_json
from quyet.files.writers.refused import Unwritable
from quyet.files.writing import WRITERS, Written, form_of, lay_out
from quyet.queries.drawn import MOST_LINES_DRAWN, Picture, remembered
from quyet.queries.printed import MOST_LINES, one_at_a_time
from quyet.queries.programmes import Opened


@dataclass(frozen=True, slots=True)
class ProgrammePaper:
    """A paper, in which form, and its pages; none where there are too many to be shown."""

    form: Form
    written: Written
    pictures: tuple[Picture, ...]


def paper_of(found: Opened, form: str | None = None) -> ProgrammePaper:
    """The paper of a programme. Unwritable where there is nothing to lay out, or too much."""
    written = _written(found.loaded.draft, form)
    chosen = form_of(found.loaded.draft, form)
    return ProgrammePaper(chosen, written, pictures_of(found, chosen.key))


def pictures_of(found: Opened, form: str) -> tuple[Picture, ...]:
    """Its pages. A revision never changes, so that it and the form are what they are remembered by."""
    draft, programme = found.loaded.draft, found.programme
    if _lines(draft) > MOST_LINES_DRAWN:
        return ()
    key = f"programme-{programme.pk}-{programme.revision}-{programme.made_at.isoformat()}"
    return remembered(key, form, lambda: _written(draft, form).paper)


def file_of(found: Opened, to: str, form: str | None = None) -> tuple[Written, bytes]:
    """The paper, and what it is as a file."""
    written = _written(found.loaded.draft, form)
    if to == "json":
        return written, programme_json(written.draft).encode()
    with one_at_a_time():
        return written, WRITERS[to](written)


def _written(draft: Draft, form: str | None) -> Written:
    if draft.programme is None and not draft.document.articles:
        raise Unwritable("Chương trình chưa có nội dung nào để trình bày.", "The programme has no contents to lay out.")
    if _lines(draft) > MOST_LINES:
        raise Unwritable(
            "Dự toán quá dài để trình bày: tối đa 2.000 dòng.", "The estimate is too long: at most 2,000 lines."
        )
    if form_of(draft, form).kind != draft.document.kind:
        draft = deepcopy(draft)
        draft.document = replace(draft.document, number=None, date=None)  # those are the other paper's
    return lay_out(draft, form)


def _lines(draft: Draft) -> int:
    return sum(len(each.lines) for each in draft.estimates)
