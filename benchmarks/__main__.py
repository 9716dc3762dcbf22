"""Measures the case of Lạng Sơn, read and written; prints one table: medians, and the ratios that were asked for."""

from __future__ import annotations

import os
import sys
import tempfile
from functools import partial
from pathlib import Path
from time import process_time

from benchmarks.editing import editing
from benchmarks.estimates import check_anew, planned
from benchmarks.measure import Table, at_worst, milliseconds, peak_megabytes, process, processes
from benchmarks.papers import as_docx, ten_times, two_pages
from benchmarks.workbooks import exported, kept_by_officials
from benchmarks.writing import writing
from quyet import check, read
from quyet.files.facts import example_text
from quyet.files.reading import read_text

BENCHMARKS = Path(__file__).parent
QUYET = Path(sys.executable).with_name("quyet")
BLUEBELL = BENCHMARKS.parent / ".tools" / "bluebell" / "bin" / "python"


def main() -> None:
    """Reads and writes the example in every way that is asked about; fails where peers did not write the same paper."""
    with tempfile.TemporaryDirectory() as folder:
        table = Table()
        before = os.getloadavg()[0]
        paper = Path(folder, "decision.txt")
        paper.write_text(two_pages(), encoding="utf-8")
        in_process(table, paper, Path(folder))
        as_processes(table, paper)
        beside(table, paper)
        written = Path(folder, "written")
        written.mkdir()
        others = writing(table, written)
    table.note(f"load of {os.cpu_count()} processors: {before:.1f} before, {os.getloadavg()[0]:.1f} after")
    print(table)
    if others:
        sys.exit("\n".join(others))


def in_process(table: Table, paper: Path, folder: Path) -> None:
    """The library: one text, ten times the text, the same paper from Word."""
    floor = table.add("floor: splitlines + normalize NFC", milliseconds(lambda: split(paper)))
    reading = table.add("read(.txt), findings included", milliseconds(lambda: read(paper)), "5 ms")
    known = read(paper)
    table.add("  check(reading) alone", milliseconds(lambda: check(known)))
    tenfold = table.add(
        "read(.txt), 10 times the text", milliseconds(lambda: read(ten_times(paper, folder)), rounds=15)
    )
    table.ratio("  of one text", tenfold, reading, "12")
    table.ratio("  one text, of the floor", reading, floor)
    table.add("read(.txt) with its annex", milliseconds(lambda: read_text(example_text())))
    table.add("read(.docx)", milliseconds(lambda: read(as_docx(paper, folder))), "40 ms")
    pages(table)
    imports(table)
    plan = planned()
    table.add("rules on an estimate of 500 lines", milliseconds(lambda: check_anew(plan)), "50 ms")


def pages(table: Table) -> None:
    """The page «Dự toán» with 500 lines: what the server needs for an edit, 95 of 100 times, and how much it sends."""
    with editing() as page:
        floor = table.add("floor: the request read, the row written, p95", at_worst(page.floor))
        edit = table.add("an edit among 500 lines, p95", at_worst(page.edit), "100 ms")
        table.ratio("  of the floor", edit, floor)
        table.add("  work of the processors for it, p95", at_worst(lambda: page.edit(process_time)))
        table.kilobytes("  its answer", page.answered[-1])
        table.kilobytes("the plain page of 500 lines", page.page())


def imports(table: Table) -> None:
    """A workbook of 5,000 rows, its formulas worked anew, findings included: by the clock, and what it takes of a
    processor, which others on the machine lengthen less."""
    for name, data in (("kept by officials", kept_by_officials()), ("exported", exported())):
        work = partial(read, data, "du-toan.xlsx")
        table.add(f"read(.xlsx), 5,000 rows {name}", milliseconds(work, rounds=9), "2000 ms")
        table.add("  work of the processors for it", milliseconds(work, rounds=9, clock=process_time))


def as_processes(table: Table, paper: Path) -> None:
    """The command, from its start to its exit, and what it holds in memory."""
    command, bare = [str(QUYET), "check", str(paper)], [sys.executable, "-c", "import json"]
    times = processes([bare, command])
    table.add('python -c "import json"', times[0])
    table.add("quyet check FILE.txt", times[1])
    table.ratio("  of the line above", times[1], times[0], "8")
    table.memory("quyet check FILE.txt, peak memory", peak_megabytes(command), "60 MB")


def beside(table: Table, paper: Path) -> None:
    """bluebell-akn on the same text, with the levels marked up for it; it looks for no facts."""
    if not BLUEBELL.exists():
        table.note("bluebell-akn: not installed in .tools/bluebell")
        return
    said, articles = process([str(BLUEBELL), str(BENCHMARKS / "bluebell_side.py"), str(paper), "60"]).split()
    bluebell = table.add(f"bluebell-akn: tree of {articles} articles", float(said))
    table.ratio("  read(.txt) of it", table.of("read(.txt), findings included"), bluebell)


def split(paper: Path) -> list[str]:
    """The least that any reader of the text does."""
    from unicodedata import normalize

    return normalize("NFC", paper.read_text(encoding="utf-8")).splitlines()


if __name__ == "__main__":
    main()
