"""What `quyet write` has to say of a draft: each line names the file, the line, the key, and what is wrong there."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from quyet.cli.language import say
from quyet.cli.streams import complain
from quyet.core.papers.compare import Difference
from quyet.core.papers.said import number
from quyet.core.papers.verify import Fault
from quyet.files.drafts import DraftFault, Loaded
from quyet.files.drafts.faults import shown
from quyet.files.readers.errors import Unreadable
from quyet.files.writers.refused import Unwritable
from quyet.files.writing import KINDS, Written, read_back

_SHOWN = 80
"""Characters of a fact that a line repeats."""
_LISTS = ("bases", "activities", "estimates", "lines")
"""Keys of lists of which the number of members is compared."""

_OF_EDXML = {
    "OrganName": ("document", "issuer"),
    "CodeNumber": ("document", "number"),
    "CodeNotation": ("document", "number"),
    "Subject": ("document", "title"),
    "Position": ("document", "signature", "position"),
    "FullName": ("document", "signature", "name"),
    "ToPlaces": ("document", "recipients"),
}
"""Where the value of an edXML field stands in a draft."""


def line(file: str, fault: DraftFault) -> str:
    """FILE:LINE: key: what is wrong"""
    place = f"{file}:{fault.line}" if fault.line else file
    key = f"{fault.key}: " if fault.key else ""
    return f"{place}: {key}{say(fault.message, fault.message_en)}"


def refusal(loaded: Loaded, refused: ValueError) -> DraftFault:
    """Why a paper cannot become such a file, at the key whose words stand in the way."""
    if isinstance(refused, Unwritable):
        return loaded.fault(loaded.holding(refused.text), refused.message, refused.message_en)
    said = str(refused)
    name = next((name for name in _OF_EDXML if f" {name} " in said), "")
    return loaded.fault(_OF_EDXML.get(name, ()), said, f"edXML: {name} is longer than its field may be")


def report(file: str, loaded: Loaded, written: Written, form: str | None) -> int:
    """Say what contradicts itself in the draft, and what a reader would understand otherwise than it was meant; the
    exit code."""
    faults = [*_without_form(written, form), *written.faults]
    for fault in faults:
        complain(line(file, loaded.fault(fault.path, fault.message, fault.message_en)))
    try:
        reading, differences = read_back(written)
    except (RecursionError, Unreadable) as unread:
        complain(line(file, _unread(unread)))
        return 1
    for each in differences:
        if not _told(each, faults):
            complain(line(file, _read_otherwise(loaded, each)))
    errors = [finding for finding in reading.findings if finding.severity == "error"] if not faults else []
    for finding in errors:
        complain(f"{file}: {finding.rule} {finding.message}")
    return int(bool(faults or errors))


def _unread(why: RecursionError | Unreadable) -> DraftFault:
    """The paper is there, and too much for a reader."""
    vi, en = "quá nhiều mục nối nhau.", "Too many items in a row."
    if isinstance(why, Unreadable):
        vi, en = why.message, why.message_en
    return DraftFault("", None, f"không đọc lại để đối chiếu được: {vi}", f"cannot be read back and compared: {en}")


def _without_form(written: Written, form: str | None) -> list[Fault]:
    """A kind of paper that no form is for becomes a decision, and that is told."""
    kind = written.draft.document.kind
    if form is not None or kind is None or kind in KINDS:
        return []
    known, name = ", ".join(KINDS), written.paper.kind_name
    return [
        Fault(
            ("document", "kind"),
            f"chưa có mẫu cho loại «{kind}» nên viết thành {name}; các loại: {known}, hoặc chọn --form",
            f"no form for the kind {kind!r}, so it became a {name}; the kinds: {known}, or choose --form",
        )
    ]


def _told(difference: Difference, faults: Sequence[Fault]) -> bool:
    """Whether a fault has said it already: one at the key, above it, or right below."""
    return any(difference.path[: len(each.path)] == each.path or each.path[:-1] == difference.path for each in faults)


def _read_otherwise(loaded: Loaded, difference: Difference) -> DraftFault:
    meant, read = (_fact(difference.path[-1], value) for value in (difference.meant, difference.read))
    return loaded.fault(
        difference.path,
        f"sẽ được đọc lại là «{read}», không phải «{meant}»",
        f"will be read as {read!r}, not {meant!r}",
    )


def _fact(key: str | int, value: Any) -> str:
    """A fact as a line repeats it."""
    if value in (None, "", []):
        return say("trống", "nothing")
    if isinstance(value, list):
        return shown("; ".join(map(str, value)), _SHOWN)
    if isinstance(value, Decimal):
        return number(value)
    if key in _LISTS:
        return f"{value} {say('mục', 'members')}"
    return shown(str(value), _SHOWN)
