"""From a file to the mended file: what deviates is asked of the same functions as the rules ask."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from quyet.core.checks.looks.deviation import Deviation, grouped
from quyet.core.checks.looks.every import BY_RULE, deviations
from quyet.core.decisions.model import Reading
from quyet.core.values.finding import Finding
from quyet.files.readers.detect import format_of
from quyet.files.reading import read
from quyet.files.writers.docx_fix.pages import Pages, repeat_heading
from quyet.files.writers.docx_fix.paragraphs import mend_paragraph
from quyet.files.writers.docx_fix.parts import Parts
from quyet.files.writers.docx_fix.runs import Runs, dress
from quyet.files.writers.docx_fix.xml import PARAGRAPH, Element, Names
from quyet.files.writers.refused import Unwritable

_ROUNDS = 4
"""What is mended may bring another thing to light: a page that was on its side has margins."""

_OF_A_PAGE = ("F301", "F302", "F309", "F310")


@dataclass(frozen=True, slots=True)
class Change:
    """What was changed, alike in `count` places; `line` is that of the first, None of a change to pages."""

    rule: str
    line: int | None
    what: str
    before: str
    after: str
    count: int


@dataclass(frozen=True, slots=True)
class Fixed:
    """The mended file, what was changed in it, and what of its layout is left for a person. `follows` is False of a
    paper that other rules hold for: nothing was looked at."""

    data: bytes
    changes: tuple[Change, ...]
    left: tuple[Finding, ...]
    follows: bool


def fix_docx(data: bytes, name: str) -> Fixed:
    """Mend the layout of a .docx. Unreadable where it cannot be read, Unwritable where it cannot be mended."""
    if format_of(data, name) != "docx":
        raise Unwritable(
            "Chỉ sửa được tệp Word .docx; tệp này không phải .docx.",
            "Only a Word .docx can be mended, and this is none.",
        )
    reading = read(data, name)
    changes: list[Change] = []
    text, follows = reading.source.text, reading.format is not None
    for _ in range(_ROUNDS if follows else 0):
        mended, done = _round(data, reading)
        if not done:
            break
        data, reading = mended, read(mended, name)
        if reading.source.text != text:
            raise _would_change_words()
        changes += done
    left = tuple(finding for finding in reading.findings if finding.rule in BY_RULE)
    return Fixed(data, tuple(sorted(changes, key=lambda change: change.line or 0)), left, follows)


def _would_change_words() -> Unwritable:
    """Never seen, and worth a look in each file: words are what the paper is."""
    return Unwritable(
        "Không sửa được tệp này mà giữ nguyên từng chữ. Hãy sửa trong Word theo kết quả quyet check.",
        "This file cannot be mended without touching its words. Mend it in Word by what quyet check says.",
    )


def _round(data: bytes, reading: Reading) -> tuple[bytes, list[Change]]:
    """Mend all that deviates now."""
    found = {code: [each for each in deviations(reading, code) if each.write is not None] for code in BY_RULE}
    if not any(found.values()):
        return data, []
    mender = _Mender(Parts(data), reading)
    done = {code: [each for each in several if mender.mend(each)] for code, several in found.items()}
    return mender.packed(), [
        _change(reading, code, first, count) for code, several in done.items() for first, count in grouped(several)
    ]


def _change(reading: Reading, code: str, first: Deviation, count: int) -> Change:
    line = None
    if first.span is not None and code not in _OF_A_PAGE:
        line = reading.text.count("\n", 0, first.span[0]) + 1
    return Change(code, line, first.subject.rstrip(":"), first.measured, _became(first), count)


def _became(deviation: Deviation) -> str:
    """What it was changed to: of what the decree allows the value that was written."""
    unit, write = _UNITS.get(deviation.what), deviation.write
    if unit is not None and isinstance(write, Decimal):
        return unit.format(f"{write.normalize():f}".replace(".", ","))
    return deviation.required or "lặp lại hàng tiêu đề"


_UNITS = dict.fromkeys(("top", "bottom", "left", "right", "indent"), "{} mm") | {
    "size": "{}", "number_size": "cỡ {}", "gap": "{} pt", "line": "{} dòng",
}  # fmt: skip


class _Mender:
    """One round of changes to one file."""

    def __init__(self, parts: Parts, reading: Reading) -> None:
        assert reading.layout is not None and reading.format is not None  # or nothing would have been found
        self._parts = parts
        root: Element = parts.tree(parts.main)
        self._names = Names(root)
        self._paragraphs = self._names.every(root, "p")
        self._runs = Runs(root, self._names, reading.layout, reading.text)
        self._pages = Pages(parts, root, self._names, reading.layout, reading.format)

    def mend(self, deviation: Deviation) -> bool:
        """Change what deviates; False where that cannot be done without a person."""
        if deviation.runs:
            return self._mend_letters(deviation)
        if deviation.what == "heading_row" and deviation.place is not None:
            return repeat_heading(self._names, self._paragraphs[deviation.place])
        if deviation.line is not None:
            return mend_paragraph(self._names, self._paragraphs[deviation.line.place], deviation)
        return self._pages.mend(deviation)

    def _mend_letters(self, deviation: Deviation) -> bool:
        """The mark of a paragraph gives its number the look: it follows the letters."""
        if not self._runs.mend(deviation):
            return False
        if deviation.what != "weight" and deviation.line is not None:
            about = self._names.head(self._paragraphs[deviation.line.place], "pPr")
            dress(self._names, self._names.child(about, "rPr", PARAGRAPH), deviation)
        return True

    def packed(self) -> bytes:
        """The file with what was changed."""
        return self._parts.packed()
