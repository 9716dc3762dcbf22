"""What the loader says of a file, as lines: `LINE key: what is wrong`."""

from __future__ import annotations

import pytest

from quyet.core.papers.draft import Draft
from quyet.files.drafts import DraftRefused
from quyet.files.drafts.load import draft_of

TITLE = "title: Về việc phê duyệt Chương trình X năm 2024"


def loaded(text: str | bytes, as_json: bool = False) -> Draft:
    return draft_of(text if isinstance(text, bytes) else text.encode(), as_json).draft


def told(text: str | bytes, as_json: bool = False) -> list[str]:
    """Every fault of a file that is refused, in Vietnamese."""
    with pytest.raises(DraftRefused) as refused:
        loaded(text, as_json)
    for fault in refused.value.faults:
        assert fault.message and fault.message_en
        assert "\n" not in fault.message + fault.message_en
    return [" ".join(filter(None, (str(each.line or ""), f"{each.key}:" if each.key else "", each.message)))
            for each in refused.value.faults]  # fmt: skip
