"""What `make bench` writes is a sound paper: five pages, all of its words on them, and another paper each turn."""

import json

from benchmarks.blocks import as_json, texts
from benchmarks.programme import annexed
from benchmarks.sameness import lacks
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
