"""Which line breaks are the author's, and which only the paper's.

Copies break lines anywhere. A line goes on with the one above it unless something speaks for a new paragraph: a
marker, a blank line, a sentence that had ended, or room that was left although the next word would have fitted.
"""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.decisions.flow import Flow
from quyet.core.decisions.grammar import citations, marks, papers, sayings

_LONG = 130
"""No printed line of A4 text is longer: a file with such lines keeps one paragraph on one line."""

_ENDS = ".;:!?"
_ABBREVIATED = 3
"""Letters that an abbreviation has at most."""


def _labels(low: str) -> bool:
    """Whether a line begins with a label: "Số lượng: 02 lớp"."""
    found = sayings.ATTRIBUTE_LINE.match(low)
    return bool(found and ":" in found.group())


def wrap_width(flow: Flow) -> int | None:
    """The width at which the lines of the paper were wrapped, None where each line is a paragraph."""
    lengths = sorted(line.end - line.start for line in flow.lines if not line.column)
    if not lengths:
        return None
    if sum(length > _LONG for length in lengths) > len(lengths) * 0.03:
        return None
    return max(40, lengths[int(len(lengths) * 0.97)] if len(lengths) > 12 else lengths[-1])


def begins_paragraph(flow: Flow, index: int, width: int | None) -> bool:
    """Whether line `index` begins a paragraph."""
    if index == 0:
        return True
    line, above = flow.lines[index], flow.lines[index - 1]
    if line.column != above.column:
        return True
    low, text, above_text = flow.line_low(index), flow.line_text(index), flow.line_text(index - 1)
    if is_torn_dash(flow, index, width):
        return False
    if marks.MARKER.match(low) or marks.ARTICLE.match(low):
        return True
    ended = above_text[-1] in _ENDS
    if text[0].islower():
        return ended and line.blank_before
    if width is None or line.blank_before:
        return True
    had_room = above.end - above.start + 1 + len(low.split(None, 1)[0]) <= width - 3
    heading = above_text.isupper()
    if heading and text.isupper() and not ended:
        return False  # «IV. TỔ CHỨC» / «THỰC HIỆN»: a heading that was broken
    if text[0].isupper() and _opens(flow, index, width):
        return True
    if ended or (heading and not text.isupper()):
        return had_room or bool(citations.BASIS_LINE.match(low))
    return False


def _opens(flow: Flow, index: int, width: int) -> bool:
    """Whether a line stands as the first of a paragraph does: below a heading, set in, or with a label."""
    below_mark = _is_set_in(flow, index) and marks.MARKER.match(flow.line_low(index - 1))
    return _is_heading(flow, index - 1, width) or bool(below_mark) or _labels(flow.line_low(index))


def _is_set_in(flow: Flow, index: int) -> bool:
    """Whether a line begins further to the right than the one below it and no less than the one above: the first of a
    paragraph."""
    indent = flow.lines[index].indent
    below = flow.lines[index + 1].indent if index + 1 < len(flow.lines) else 0
    return indent >= flow.lines[index - 1].indent and indent >= below + 4


def _is_heading(flow: Flow, index: int, width: int) -> bool:
    """Whether a marked line is a heading with nothing behind it: some words, no stop, and much room left."""
    low = flow.line_low(index)
    mark = marks.ARTICLE.match(low) or marks.MARKER.match(low)
    words = len(low[mark.end() :].split()) if mark else 0
    return 2 <= words <= 14 and len(low) <= 0.6 * width


def is_torn_dash(flow: Flow, index: int, width: int | None) -> bool:
    """Whether a dash at the beginning of a line is one of the sentence: `2026` / `- 2030`, `Kế hoạch` / `- Tài chính`.

    The line above was filled and had not ended, and what follows is no label.
    """
    line = flow.lines[index]
    text = flow.line_text(index)
    if index == 0 or line.blank_before or text[0] not in "-–—−" or flow.lines[index - 1].column != line.column:
        return False
    above = flow.line_text(index - 1)
    if above[-1].isdigit() and text.lstrip("-–—− ")[:1].isdigit():
        return True
    filled = width is not None and not line.column and len(above) >= 0.75 * width
    return filled and above[-1] not in ".;:,/!?)" and not _labels(flow.line_low(index))


def sentence_ends(flow: Flow, a: int, b: int) -> Iterator[int]:
    """Where sentences begin inside `[a, b)`: behind a stop that is not an abbreviation's (TT. Tỉnh ủy, TP. Huế)."""
    for stop in papers.STOP.finditer(flow.text, a, b):
        if flow.text[stop.end()].isupper() and not _is_abbreviated(flow.text, a, stop.start()):
            yield stop.end()


def _is_abbreviated(text: str, a: int, b: int) -> bool:
    """Whether the last word of `text[a:b]` is a short one with a capital."""
    while b > a and text[b - 1].isspace():
        b -= 1
    begin = b
    while begin > a and b - begin <= _ABBREVIATED and not text[begin - 1].isspace():
        begin -= 1
    return b - begin <= _ABBREVIATED and text[begin:b][:1].isupper() and not text[b - 1].isdigit()
