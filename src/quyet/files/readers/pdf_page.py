"""A page of a PDF → words and ruled lines with their places, by pdfium's own functions.

pdfium is asked about the edges of words only, not about every letter: each question costs a microsecond.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from quyet.files.readers.printed.model import Page, Rule, Word

_WORD = re.compile("[^\\s\0\x02\ufffe]+[\x02\ufffe]?")
"""Letters up to white space. pdfium writes one of two control characters for a hyphen at the end of a line."""
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})
_THIN = 2.5
"""A filled shape not thicker than this is a line."""
_MOST_OBJECTS = 50_000
_DEEPEST = 8

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]


def read_page(page: pdfium.PdfPage) -> Page:
    """The words and rules of a page, turned so that its text runs from left to right."""
    box: Box = page.get_mediabox()
    text_page = page.get_textpage()
    try:
        found = list(_words(text_page))
    finally:
        text_page.close()
    quarter = _common_quarter(found)
    words = [word for each in _phrases(found, quarter) if (word := _placed(each, quarter, box)) is not None]
    rules, drawn = _drawings(page, quarter, box)
    width, height = box[2] - box[0], box[3] - box[1]
    if quarter % 2:
        width, height = height, width
    return Page(width, height, words, rules, drawn)


# --- words -----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Found:
    """A word where it stands on the sheet as it is stored."""

    text: str
    box: Box
    foot: tuple[float, float]
    """Where its first letter stands."""
    size: float
    quarter: int | None
    """The quarter turn in which it runs; None: aslant."""


def _words(text_page: pdfium.PdfTextPage) -> Iterator[_Found]:
    text = _letters(text_page)
    ask = _Letters(text_page)
    for match in _WORD.finditer(text):
        begin, end = match.start(), match.end() - 1
        first, last = ask.box(begin), ask.box(end) if end > begin else None
        box = first if last is None else _around(first, last)
        size, quarter = ask.size_and_quarter(begin)
        yield _Found(match[0].translate(_HYPHENS), box, ask.foot(begin), size, quarter)


def _letters(text_page: pdfium.PdfTextPage) -> str:
    """One character for each that pdfium counts, so that places in the string are its numbers."""
    count = text_page.count_chars()
    text: str = text_page.get_text_range(0, count) if count > 0 else ""
    if len(text) == count:
        return text
    return "".join(chr(pdfium_c.FPDFText_GetUnicode(text_page, index) or 0) for index in range(count))


class _Letters:
    """Asks pdfium about single letters of a page."""

    def __init__(self, text_page: pdfium.PdfTextPage) -> None:
        self._page = text_page
        self._box = pdfium_c.FS_RECTF()
        self._matrix = pdfium_c.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def box(self, index: int) -> Box:
        box = self._box
        pdfium_c.FPDFText_GetLooseCharBox(self._page, index, box)
        return box.left, box.bottom, box.right, box.top

    def foot(self, index: int) -> tuple[float, float]:
        pdfium_c.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        return self._x.value, self._y.value

    def size_and_quarter(self, index: int) -> tuple[float, int | None]:
        matrix = self._matrix
        pdfium_c.FPDFText_GetMatrix(self._page, index, matrix)
        size = pdfium_c.FPDFText_GetFontSize(self._page, index) * math.hypot(matrix.a, matrix.b)
        if matrix.b == 0 and matrix.a > 0:
            return size, 0
        turn = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
        return size, round(turn) % 4 if abs(turn - round(turn)) < 0.05 else None


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _common_quarter(found: Sequence[_Found]) -> int:
    turns = Counter(each.quarter for each in found if each.quarter is not None)
    return turns.most_common(1)[0][0] if turns else 0


def _phrases(found: Sequence[_Found], quarter: int) -> list[_Found]:
    """Words that run in another quarter than the page (the head of a narrow column, set upright) stay together."""
    phrases: list[_Found] = []
    last: _Found | None = None
    for each in found:
        if last is not None and each.quarter == last.quarter and _is_one_line(last, each):
            last.text, last.box = f"{last.text} {each.text}", _around(last.box, each.box)
        else:
            phrases.append(each)
            last = each if each.quarter not in (quarter, None) else None
    return phrases


def _is_one_line(one: _Found, other: _Found) -> bool:
    across = 0 if (one.quarter or 0) % 2 else 1
    return abs(one.foot[across] - other.foot[across]) < 1


def _placed(found: _Found, quarter: int, box: Box) -> Word | None:
    """The word on the turned sheet; none if it runs aslant, as watermarks do, or has no size."""
    if found.quarter is None or found.size <= 0:
        return None
    left, _, right, bottom = _turned(found.box, quarter, box)
    if found.quarter == quarter:
        _, _, _, bottom = _turned(found.foot * 2, quarter, box)
    return Word(found.text, left, right, bottom, found.size * _LINE)


_LINE = 1.1
"""The height of a line of letters, by their size."""


def _turned(place: Box, quarter: int, box: Box) -> Box:
    """A place on the stored sheet (y upwards) → on the sheet as it is read (y downwards): left, top, right, bottom."""
    left, bottom, right, top = place
    x0, y0, x1, y1 = box
    if quarter == 0:
        return left - x0, y1 - top, right - x0, y1 - bottom
    if quarter == 1:
        return bottom - y0, left - x0, top - y0, right - x0
    if quarter == 2:
        return x1 - right, bottom - y0, x1 - left, top - y0
    return y1 - top, x1 - right, y1 - bottom, x1 - left


# --- drawings --------------------------------------------------------------------------------------------------------


def _drawings(page: pdfium.PdfPage, quarter: int, box: Box) -> tuple[list[Rule], bool]:
    """The upright and level lines that are drawn on a page, and whether anything is drawn at all."""
    rules: list[Rule] = []
    drawn = False
    for shape, matrix in _objects(page):
        kind = pdfium_c.FPDFPageObj_GetType(shape)
        drawn = drawn or kind != pdfium_c.FPDF_PAGEOBJ_TEXT
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            rules += (rule for line in _lines(shape, matrix) if (rule := _rule(_turned(line, quarter, box))))
    return rules, drawn


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[Any, Matrix]]:
    """The objects of a page and of the forms in it, each with the matrix that its form is drawn through."""
    count = pdfium_c.FPDFPage_CountObjects(page)
    waiting: list[tuple[Any, Matrix, int]] = [
        (pdfium_c.FPDFPage_GetObject(page, index), _UNMOVED, 0) for index in range(min(count, _MOST_OBJECTS))
    ]
    while waiting:
        shape, matrix, depth = waiting.pop()
        if pdfium_c.FPDFPageObj_GetType(shape) != pdfium_c.FPDF_PAGEOBJ_FORM:
            yield shape, matrix
        elif depth < _DEEPEST:
            inner = _times(_matrix(shape), matrix)
            count = min(pdfium_c.FPDFFormObj_CountObjects(shape), _MOST_OBJECTS - len(waiting))
            waiting += [(pdfium_c.FPDFFormObj_GetObject(shape, index), inner, depth + 1) for index in range(count)]


_UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _matrix(shape: Any) -> Matrix:
    found = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(shape, found):
        return _UNMOVED
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _lines(shape: Any, matrix: Matrix) -> Iterator[Box]:
    """The places of the lines that a path draws: of its strokes, or of the path itself where it is a thin filling."""
    fill, stroke = ctypes.c_int(), pdfium_c.FPDF_BOOL()
    pdfium_c.FPDFPath_GetDrawMode(shape, fill, stroke)
    if not stroke.value:
        if fill.value and (place := _bounds(shape, matrix)) is not None:
            yield place
        return
    whole = _times(_matrix(shape), matrix)
    pen = start = (0.0, 0.0)
    for index in range(min(pdfium_c.FPDFPath_CountSegments(shape), 1_000)):
        segment = pdfium_c.FPDFPath_GetPathSegment(shape, index)
        point = _point(segment, whole)
        if pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_MOVETO:
            start = point
        else:
            yield _between(pen, point)
        pen = point
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            yield _between(pen, start)
            pen = start


def _point(segment: Any, matrix: Matrix) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
    return _moved(x.value, y.value, matrix)


def _between(one: tuple[float, float], other: tuple[float, float]) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _bounds(shape: Any, matrix: Matrix) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetBounds(shape, left, bottom, right, top):
        return None
    return _between(_moved(left.value, bottom.value, matrix), _moved(right.value, top.value, matrix))


def _rule(place: Box) -> Rule | None:
    left, top, right, bottom = place
    if bottom - top <= _THIN and right - left > bottom - top:
        return Rule(True, (top + bottom) / 2, left, right)
    if right - left <= _THIN and bottom - top > right - left:
        return Rule(False, (left + right) / 2, top, bottom)
    return None
