"""What the label of a row in an annex table says: how deep the row stands, or that it only numbers the columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from quyet.core.decisions.grammar import headings
from quyet.core.decisions.model import EstimateLine

_FEWEST_MARKS = 3


def set_levels(lines: Sequence[EstimateLine]) -> None:
    """Depth by the form of the label: parts with a capital letter or a Roman number above all, the form that comes
    first outermost; then 1, 1.1; then small letters. A line without a label is below the last that has one."""
    has_roman = any(headings.ROMAN.fullmatch(_bare(line)) for line in lines)
    forms = list(dict.fromkeys(form for line in lines if (form := _part_form(line, has_roman))))
    last = 0
    for line in lines:
        line.level = _level(line, _part_form(line, has_roman), forms, last)
        if _bare(line):
            last = line.level


def _level(line: EstimateLine, form: str | None, forms: Sequence[str], last: int) -> int:
    label = _bare(line)
    if not label:
        return last + 1
    if form:
        return forms.index(form) + 1
    if label[0].isdigit():
        return len(forms) + 1 + label.count(".")
    small_letter = max(4, len(forms) + 3)
    return 1 if line.label and line.label.isupper() else small_letter


def _bare(line: EstimateLine) -> str:
    return (line.label or "").strip(".)").lower()


def _part_form(line: EstimateLine, has_roman: bool) -> str | None:
    """How the part is numbered that a row opens: `roman` (I, II), `capital` (A, B); None for other rows."""
    if has_roman and headings.ROMAN.fullmatch(_bare(line)):
        return "roman"
    return "capital" if line.label and headings.CAPITAL.fullmatch(line.label.strip(".)")) else None


def numbers_columns(cells: Iterable[str]) -> bool:
    """Whether the filled cells of a row (folded) do nothing but number the columns: A, B, 1, 2, 3=1x2."""
    marks: list[str] = []
    for cell in cells:
        found = headings.COLUMN_MARK.fullmatch(cell)
        if not found:
            return False
        marks.append(found["mark"])
    letters = [ord(mark) for mark in marks if not mark.isdigit()]
    numbers = [int(mark) for mark in marks if mark.isdigit()]
    letters_first = all(mark.isdigit() for mark in marks[len(letters) :])
    return len(marks) >= _FEWEST_MARKS and letters_first and _follow(letters) and _follow(numbers)


def _follow(places: Sequence[int]) -> bool:
    return all(other == one + 1 for one, other in pairwise(places))
