"""What the label of a row in an annex table says: how deep the row stands, or that it only numbers the columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from quyet.core.decisions.grammar import headings
from quyet.core.decisions.model import EstimateLine
from quyet.core.values.folding import fold

_FEWEST_MARKS = 3


def set_levels(lines: Sequence[EstimateLine]) -> None:
    """Depth by the form of the label: parts with a capital letter or a Roman number above all, the form that comes
    first outermost; then 1, 1.1; then small letters. A line without a label is below the last that has one; a
    sub-total stands among the lines that it adds up."""
    has_roman = any(headings.ROMAN.fullmatch(bare_label(line)) for line in lines)
    forms = list(dict.fromkeys(form for line in lines if (form := _part_form(line, has_roman))))
    last = 0
    numbered: dict[str, int] = {}
    for line in lines:
        line.is_subtotal = is_subtotal(line)
        if line.is_subtotal:
            part = part_closed(line)
            line.level = numbered[part] + 1 if part in numbered else max(last, 1)
            continue
        line.level = _level(line, _part_form(line, has_roman), forms, last)
        if bare_label(line):
            last = numbered[bare_label(line)] = line.level


def is_subtotal(line: EstimateLine) -> bool:
    """Whether a row only adds up rows above it: it says so, has no number of its own, and nothing is bought by it."""
    if bare_label(line) or not line.content or line.unit_price is not None or line.quantity is not None:
        return False
    return headings.SUBTOTAL.match(fold(line.content)) is not None


def part_closed(line: EstimateLine) -> str | None:
    """The number of the part that a sub-total names, as `bare_label` gives it: `Cộng mục I` → `i`."""
    found = headings.SUBTOTAL.match(fold(line.content or ""))
    return found["part"] if found else None


def _level(line: EstimateLine, form: str | None, forms: Sequence[str], last: int) -> int:
    label = bare_label(line)
    if not label:
        return last + 1
    if form:
        return forms.index(form) + 1
    if label[0].isdigit():
        return len(forms) + 1 + label.count(".")
    small_letter = max(4, len(forms) + 3)
    return 1 if line.label and line.label.isupper() else small_letter


def names_part(line: EstimateLine) -> bool:
    """Whether a row of a total says that it is of a part only: Tổng cộng phần tuyên truyền."""
    found = headings.SUBTOTAL.match(fold(line.content or ""))
    return found is not None and (found["part"] is not None or found["of_part"] is not None)


def bare_label(line: EstimateLine) -> str:
    """The number of a row without what stands around it: `1.2.` → `1.2`, `II` → `ii`."""
    return (line.label or "").strip(".)").lower()


def _part_form(line: EstimateLine, has_roman: bool) -> str | None:
    """How the part is numbered that a row opens: `roman` (I, II), `capital` (A, B); None for other rows."""
    if has_roman and headings.ROMAN.fullmatch(bare_label(line)):
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
