"""A decision with an annex of two pages as .pdf and .docx, beside WeasyPrint, docxtpl and LibreOffice.

Ours begin with the draft, which is laid out anew and is another one each time; the peers begin with the blocks of one
paper, laid out before. What each of them wrote is held against that paper: its words, and as many pages.
"""

from __future__ import annotations

import sys
from itertools import cycle
from pathlib import Path
from time import process_time

from benchmarks.blocks import as_json, texts
from benchmarks.measure import Table, milliseconds, process, processes
from benchmarks.office import Office, find_office
from benchmarks.programme import annexed
from benchmarks.sameness import lacks
from quyet.files.writing import WRITERS, lay_out

PEERS = Path(__file__).parents[1] / ".tools" / "peers" / "bin" / "python"
PAGES = 5
"""Three of the decision, two of its annex."""
PDF, DOCX = "PDF/A with tags, from the draft", "DOCX, from the draft"

_WRITING = "import quyet.files.writing, quyet.files.writers."
IMPORTS = {
    PDF: f"{_WRITING}pdf, quyet.files.writers.programme_json, typst",
    DOCX: f"{_WRITING}docx.body, quyet.files.writers.docx.package, quyet.files.writers.docx.styles",
    "WeasyPrint: PDF": "import weasyprint",
    "docxtpl: DOCX": "import docxtpl",
}
"""What has to be loaded before the first document."""


def writing(table: Table, folder: Path) -> list[str]:
    """All rows, with files in an empty folder; and where somebody did not show the same paper."""
    written = lay_out(annexed(0))
    assert not written.faults, written.faults
    (estimate,) = written.draft.estimates
    table.note(f"decision and its annex of {len(estimate.lines)} lines on 2 pages, {PAGES} in all:")
    _ours(table)
    for ending in ("pdf", "docx"):
        (folder / f"ours.{ending}").write_bytes(WRITERS[ending](written))
    blocks = folder / "blocks.json"
    blocks.write_text(as_json(written.paper), encoding="utf-8")
    _peers(table, blocks)
    _office(table, folder)
    _imports(table)
    wanted = texts(written.paper)
    held = {pdf.name: lacks(pdf.read_bytes(), wanted, PAGES) for pdf in sorted(folder.glob("*.pdf"))}
    return [f"{name} is not the same paper: {why}" for name, why in held.items() if why]


def _ours(table: Table) -> None:
    drafts = cycle([annexed(turn) for turn in range(1, 100)])

    def write(ending: str) -> bytes:
        return WRITERS[ending](lay_out(next(drafts)))

    table.add(PDF, milliseconds(lambda: write("pdf")), "60 ms")
    table.add("  work of the processors for it", milliseconds(lambda: write("pdf"), clock=process_time))
    table.add(DOCX, milliseconds(lambda: write("docx")))


def _peers(table: Table, blocks: Path) -> None:
    if not PEERS.exists():
        table.note("WeasyPrint, docxtpl: not installed in .tools/peers")
        return
    if _peer(table, "WeasyPrint: PDF", blocks, "weasyprint.pdf", rounds=15):
        table.ratio("  of our PDF", table.of("WeasyPrint: PDF"), table.of(PDF))
    if _peer(table, "docxtpl: DOCX", blocks, "docxtpl.docx", rounds=60):
        table.ratio("  our DOCX of it", table.of(DOCX), table.of("docxtpl: DOCX"), "3")


def _peer(table: Table, name: str, blocks: Path, made: str, rounds: int) -> bool:
    """Whether a peer could say how long it takes; else its row says why not."""
    module = f"benchmarks.{Path(made).stem}_side"
    told = process([str(PEERS), "-m", module, str(blocks), str(blocks.with_name(made)), str(rounds)])
    *_, last = told.splitlines() or ["no answer"]
    try:
        table.add(name, float(last))
    except ValueError:
        table.note(f"{name}: {last}")
        return False
    return True


def _office(table: Table, folder: Path) -> None:
    """Word documents to PDF: ours for the time, everyone's to see that they are the same paper."""
    office: Office | None = find_office(folder)
    if office is None:
        table.note("LibreOffice: no soffice on this machine")
        return
    office.convert(sorted(folder.glob("*.docx")), folder, "{}-by-office.pdf")
    alone, further = office.times(folder / "ours.docx")
    table.add("LibreOffice: our DOCX to PDF, one a start", alone)
    table.ratio("  of our PDF", alone, table.of(PDF))
    table.add("LibreOffice: each further one of a start", further)
    table.ratio("  of our PDF", further, table.of(PDF))


def _imports(table: Table) -> None:
    """Beyond a bare Python, of those that have written something."""
    wanted = {name: code for name, code in IMPORTS.items() if name in table.measured}
    runs = [[sys.executable if "quyet" in code else str(PEERS), "-c", code] for code in wanted.values()]
    bare, *times = processes([[sys.executable, "-c", "pass"], *runs], rounds=9)
    table.note("imports before the first, beyond those of a bare python:")
    for name, time in zip(wanted, times, strict=True):
        table.add(f"  {name}", time - bare)
