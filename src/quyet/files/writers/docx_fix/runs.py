"""Letters: runs are changed whole, or cut where only some of their letters are meant."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from decimal import Decimal
from itertools import pairwise

from quyet.core.checks.looks.deviation import Deviation
from quyet.core.presentation.measured import Layout, Run
from quyet.core.values.stated import Span
from quyet.files.writers.docx_fix.xml import LETTERS, Element, Names

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Runs:
    """The runs of a document by their places, and what has become of them."""

    def __init__(self, root: Element, names: Names, layout: Layout, text: str) -> None:
        self._names, self._text = names, text
        elements = names.every(root, "r")
        self._pieces: dict[int, list[tuple[Span, Element]]] = {}
        for line in layout.lines:
            for run in line.runs:
                self._note(run, elements[run.place])

    def _note(self, run: Run, element: Element) -> None:
        """A run that is broken over lines is noted from its first letter to its last."""
        (start, _), end = self._pieces.get(run.place, [(run.span, element)])[0][0], run.span[1]
        self._pieces[run.place] = [((start, end), element)]

    def mend(self, deviation: Deviation) -> bool:
        """Change the letters that deviate; False where they cannot be told from their neighbours."""
        found = [self._cover(run) for run in deviation.runs]
        if not all(found):
            return False
        for elements in found:
            for element in elements or ():
                self.dress(element, deviation)
        return True

    def _cover(self, run: Run) -> list[Element] | None:
        """The elements that hold just these letters; one that holds others too is cut."""
        covered: list[Element] = []
        pieces = self._pieces[run.place]
        for span, element in list(pieces):
            start, end = max(span[0], run.span[0]), min(span[1], run.span[1])
            if not self._has_letters(start, end):
                continue
            if self._has_letters(span[0], start) or self._has_letters(end, span[1]):
                cut = self._cut(span, element, (start, end))
                if cut is None:
                    return None
                at = pieces.index((span, element))
                pieces[at : at + 1] = cut
                element = next(each for each_span, each in cut if each_span == (start, end))
            covered.append(element)
        return covered

    def _has_letters(self, start: int, end: int) -> bool:
        return any(map(str.isalnum, self._text[start:end]))

    def _cut(self, span: Span, element: Element, middle: Span) -> list[tuple[Span, Element]] | None:
        """A run of one text in up to three; None where it holds more than its letters."""
        contents = [child for child in element if child.tag != self._names("rPr")]
        whole = self._text[slice(*span)]
        if len(contents) != 1 or contents[0].tag != self._names("t") or contents[0].text != whole:
            return None
        edges = [span[0], *middle, span[1]]
        stretches = [each for each in pairwise(edges) if each[0] < each[1]]
        pieces = [(stretch, element if stretch[0] == span[0] else deepcopy(element)) for stretch in stretches]
        for (_, before), (_, after) in pairwise(pieces):
            before.addnext(after)
        for stretch, each in pieces:
            letters = each.find(self._names("t"))
            letters.text = self._text[slice(*stretch)]
            letters.set(_SPACE, "preserve")
        return pieces

    def dress(self, element: Element, deviation: Deviation) -> None:
        """Say in the run itself how its letters look."""
        dress(self._names, self._names.head(element, "rPr"), deviation)


def dress(names: Names, look: Element, deviation: Deviation) -> None:
    """Say it in some `w:rPr`: of a run, or of the mark of a paragraph, which gives its number its look."""
    write = deviation.write
    if deviation.what in ("size", "number_size") and isinstance(write, Decimal):
        for name in ("sz", "szCs"):
            names.put(names.child(look, name, LETTERS), {"val": str(int(write * 2))})
    elif deviation.what == "font" and isinstance(write, str):
        themes = dict.fromkeys(("asciiTheme", "hAnsiTheme", "cstheme"))
        names.put(names.child(look, "rFonts", LETTERS), themes | {"ascii": write, "hAnsi": write, "cs": write})
    elif deviation.what == "colour" and isinstance(write, str):
        themes = dict.fromkeys(("themeColor", "themeTint", "themeShade"))
        names.put(names.child(look, "color", LETTERS), themes | {"val": write})
    elif deviation.what in ("weight", "number_upright") and isinstance(write, tuple):
        for pair, on in zip((("b", "bCs"), ("i", "iCs")), write, strict=True):
            for name in pair:
                names.switch(look, name, LETTERS, on=on)


def dress_all(names: Names, runs: Iterable[Element], deviation: Deviation) -> None:
    """The same for runs that are meant whole."""
    for run in runs:
        dress(names, names.head(run, "rPr"), deviation)
