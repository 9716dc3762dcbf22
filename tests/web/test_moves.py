"""A move of the table has everything that a page needs of it: what its button does, and what is said before."""

from __future__ import annotations

import pytest

from quyet.core.approval import ADOPTION, MOVES
from quyet.web.templatetags.approval import _FOLLOWS
from quyet.web.views.adoption import _DO as ADOPTION_DOES
from quyet.web.views.approval import _DO as APPROVAL_DOES

EDITING = {"edit"}
"""Made by every page that changes a draft, and by no button of its own."""


@pytest.mark.parametrize(
    ("table", "does"), [(MOVES, APPROVAL_DOES), (ADOPTION, ADOPTION_DOES)], ids=["drafted here", "adopted"]
)
def test_every_move_has_its_button_and_says_what_follows(table, does) -> None:
    assert set(table) - EDITING - set(does) == set()
    assert set(table) - EDITING - set(_FOLLOWS) == set()
