"""Numbers of what stands in a list of an adopted decision: they stay, whatever comes before or goes."""

import pytest

from quyet.core.adoption import Asked, Change, members_of, numbered, placed

MEMBERS = {"activity": (0, 2, 7), "bases": (3, 0), "assignments": (1,)}

PLACED = {  # the path by numbers → by places in the content
    "/programme/activities/7/quantity": "/programme/activities/2/quantity",
    "/document/bases/3/text": "/document/bases/0/text",
    "/document/bases/0/date": "/document/bases/1/date",
    "/programme/assignments/1": "/programme/assignments/0",
    "/document/number": "/document/number",
    "/estimates/0/lines/4": "/estimates/0/lines/4",
}


@pytest.mark.parametrize("path", PLACED)
def test_a_number_leads_to_the_place(path: str) -> None:
    assert placed(path, MEMBERS) == PLACED[path]


@pytest.mark.parametrize(
    "path", ["/programme/activities/1/title", "/document/bases/1/text", "/programme/assignments/0"]
)
def test_what_was_dropped_has_no_place(path: str) -> None:
    with pytest.raises(LookupError):
        placed(path, MEMBERS)


def test_a_place_leads_back_to_the_number_of_the_fact_and_of_its_words() -> None:
    one = Asked("/programme/assignments/0", "assignment", "must", {}, "assignments", 0, "/programme/assignments/0/unit")
    found = numbered(one, MEMBERS)
    assert (found.path, found.words_at, found.which) == (
        "/programme/assignments/1", "/programme/assignments/1/unit", 1,
    )  # fmt: skip
    other = Asked("/document/number", "text", "must", "1", "document", words_at="/document/number")
    assert numbered(other, MEMBERS) is other


def test_changes_are_done_in_their_order_and_what_fits_no_longer_is_left_out() -> None:
    changes = [Change("drop", 1), Change("add", 3, 0), Change("add", 4, 1), Change("drop", 9), Change("drop", 3)]
    assert members_of(3, changes) == (4, 0, 2), "what 4 was to stand behind is gone: it comes first"
