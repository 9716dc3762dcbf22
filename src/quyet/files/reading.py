"""From a file to its reading, findings included: the one function behind the command, the page and the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quyet.core.decisions.model import Reading
from quyet.core.decisions.size import TooMuch
from quyet.core.decisions.source import Source
from quyet.core.values.finding import Finding

if TYPE_CHECKING:
    from quyet.core.codes.catalogue import Catalogue
    from quyet.core.texts.register import Register

Paper = str | Path | bytes


def read(paper: Paper, name: str = "", progress: Callable[[int, int], None] | None = None) -> Reading:
    """Read and check a paper: a path, or the bytes of a file with its `name`. `progress` is told of a workbook how many
    rows of a sheet were read, and how many it has. Raises `Unreadable`."""
    from quyet.files.readers import load, load_bytes
    from quyet.files.readers.refusals import unreachable

    if paper == "":  # to pathlib this is the current folder
        raise unreachable("tên tệp để trống", "its name is empty")
    loaded = load_bytes(paper, name, progress) if isinstance(paper, bytes) else load(Path(paper), progress)
    return read_source(loaded)


def read_text(text: str, name: str = "") -> Reading:
    """Read and check text that was pasted or typed. Raises `Unreadable`."""
    from quyet.files.readers import hold_text
    from quyet.files.readers.txt import read_txt

    source = read_txt(text.encode("utf-8", errors="replace"), name)
    hold_text(source)
    return read_source(source)


def read_source(source: Source) -> Reading:
    """Read and check what a reader of files has made of a paper."""
    from quyet.core.checks import check as findings_of
    from quyet.core.decisions import read as grammar
    from quyet.files.facts.kinds import load_kinds

    try:
        reading = grammar.read_source(source, load_kinds())
    except TooMuch as error:
        from quyet.files.readers.limits import READING

        raise READING.refusal() from error
    if source.layout is not None:
        _lay_out(reading)
    reading.texts, reading.codes = _texts, _codes
    reading.findings = findings_of(reading)
    return reading


def _lay_out(reading: Reading) -> None:
    """The rules on layout of the paper's day, and which line is what; nothing of a paper that follows others."""
    from quyet.core.checks.components import components
    from quyet.core.checks.paper import earliest_day, follows_decree_30
    from quyet.core.presentation.format import format_on
    from quyet.files.facts.formats import load_formats

    if follows_decree_30(reading):
        reading.format = format_on(load_formats(), earliest_day(reading))
        reading.components = components(reading)


def _texts() -> Register:
    from quyet.files.facts.texts import load_texts

    return load_texts()


def _codes() -> Catalogue:
    from quyet.files.facts.codes import load_codes

    return load_codes()


def check(paper: Paper | Reading, name: str = "") -> list[Finding]:
    """What the rules say of a paper, or of a reading as it now is."""
    from quyet.core.checks import check as findings_of

    return findings_of(paper) if isinstance(paper, Reading) else read(paper, name).findings
