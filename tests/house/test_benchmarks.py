"""What `make bench` writes is a sound paper: five pages, all of its words on them, and another paper each turn."""

import json
from collections.abc import Callable

import pytest

from benchmarks.blocks import as_json, texts
from benchmarks.programme import annexed
from benchmarks.sameness import lacks
from benchmarks.workbooks import exported, kept_by_officials
from quyet.core.estimates.sums import leaves
from quyet.files.reading import read
from quyet.files.writing import WRITERS, lay_out


def test_the_programme_that_is_written_adds_up() -> None:
    written = lay_out(annexed(7))
    assert written.faults == ()
    assert [estimate.total for estimate in written.draft.estimates] == [172_900_000]
    assert [len(estimate.lines) for estimate in written.draft.estimates] == [42]


def test_its_pdf_shows_every_text_on_five_pages() -> None:
    written = lay_out(annexed(7))
    pdf = WRITERS["pdf"](written)
    assert lacks(pdf, texts(written.paper), pages=5) == ""
    assert lacks(pdf, texts(written.paper), pages=4) == "5 pages, not 4"
    assert lacks(pdf, ["Nhân công, đợt 08"], pages=5) == "1 texts are not in it, such as 'Nhân công, đợt 08'"


def test_the_peers_are_given_its_blocks_and_the_measures_of_the_decree() -> None:
    known = json.loads(as_json(lay_out(annexed(7)).paper))
    main, annex = known["sections"]
    assert main[0]["block"] == "Letterhead"
    assert [block["block"] for block in annex] == ["Para", "Para", "Para", "Table", "Para"]
    assert len(annex[3]["rows"]) == 43
    assert (known["sheet"]["width"], known["sheet"]["left"]) == (210, 30)


@pytest.mark.parametrize(("make", "total"), [(kept_by_officials, 41_160_000), (exported, 91_200_000)])
def test_the_workbooks_that_are_read_add_up(make: Callable[[int], bytes], total: int) -> None:
    reading = read(make(60), "du-toan.xlsx")
    assert reading.findings == [] and reading.estimate is not None
    assert (len(reading.estimate.lines), sum(each.amount or 0 for each in leaves(reading.estimate.lines))) == (
        60,
        total,
    )
