"""The example's own decision as somebody else's system would have issued it: what tests adopt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from quyet.core.papers.draft import Draft
from quyet.files.drafts import load_draft
from quyet.files.writers.programme_json import programme_dict
from quyet.files.writing import WRITERS, lay_out

EXAMPLE = Path(__file__).parents[1] / "cases" / "lang-son-2024" / "programme.yaml"
ISSUED = date(2024, 3, 11)


def signed_pdf(with_annex: bool = True) -> bytes:
    """Its PDF, 135/QĐ-SCT of 11/3/2024."""
    return WRITERS["pdf"](lay_out(_signed(with_annex)))


def signed_text_with_other_words() -> bytes:
    """Its text without the annex, the total in words five million short of the figure."""
    text = WRITERS["txt"](lay_out(_signed(with_annex=False))).decode()
    return text.replace("tám mươi lăm triệu", "tám mươi triệu").encode()


def _signed(with_annex: bool) -> Draft:
    draft = load_draft(EXAMPLE).draft
    draft.document = replace(draft.document, number="135/QĐ-SCT", date=ISSUED)
    if not with_annex:
        draft.estimates = []
    return draft


def unsigned_pdf() -> bytes:
    """The same as it was before number and day were given."""
    return WRITERS["pdf"](lay_out(load_draft(EXAMPLE).draft))


def example_data() -> dict[str, Any]:
    """The example as data, its annex of 185.000.000 đồng with it."""
    return programme_dict(load_draft(EXAMPLE).draft)
