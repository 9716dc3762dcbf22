"""Which component of the paper (thành phần thể thức) the lines of a laid-out file are.

What the grammar has found is asked first, then its own patterns between what it has found. Letters that two components
claim belong to none, and a line of which nothing is certain has no role: no rule speaks of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.checks.paper import contents
from quyet.core.checks.spans import span_of
from quyet.core.decisions.grammar import citations, marks, papers
from quyet.core.decisions.model import Document, Reading
from quyet.core.presentation.measured import Component, Layout, Line
from quyet.core.values.folding import fold
from quyet.core.values.late import late
from quyet.core.values.stated import Span

Named = tuple[str, Span]
"""A role, and the letters that play it: maybe over several lines."""

BODY = ("basis", "article", "text")
"""What stands in paragraphs from margin to margin."""

_LABEL = late(r"phụ lục(?:\s+(?:số\s+)?(?:[ivx]{1,5}|\d{1,2}))?\s*[.:]?")
_LONGEST_LABEL = 40

_SURELY_TEXT = 100
"""Letters of a line that is no heading, in a paper that has no articles to tell."""


def components(reading: Reading) -> list[Component]:
    """The components of a paper in the order of the text; a reading keeps them for the rules."""
    layout = reading.layout
    if layout is None:
        return []
    finder = _Finder(reading, layout)
    named = [*finder.head(), *finder.preamble(), *finder.body(), *finder.foot(), *finder.annexes()]
    placed = [
        Component(role, piece, line, _alone(reading.text, line, piece))
        for role, span in dict.fromkeys(named)
        for line in layout.within(span)
        if (piece := _letters(reading.text, max(span[0], line.span[0]), min(span[1], line.span[1])))
        and not (role == "title" and _is_heading(reading.text, span, piece))
    ]
    return _undisputed(sorted(placed, key=lambda component: component.span))


def _letters(text: str, start: int, end: int) -> Span | None:
    """The part of a line without the white space around it; None where no letter is in it."""
    words = text[start:end]
    if not any(map(str.isalnum, words)):
        return None
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _is_heading(text: str, title: Span, piece: Span) -> bool:
    """A line in capitals below a title that has none: it may be the line of competence."""
    return text[slice(*piece)].isupper() and not text[slice(*title)].split("\n")[0].isupper()


def _alone(text: str, line: Line, piece: Span) -> bool:
    around = text[line.span[0] : piece[0]] + text[piece[1] : line.span[1]]
    return not any(map(str.isalnum, around))


def _undisputed(found: list[Component]) -> list[Component]:
    disputed: set[int] = set()
    furthest = 0
    for index in range(1, len(found)):
        if found[index].span[0] < found[furthest].span[1]:
            disputed |= {furthest, index}
        if found[index].span[1] > found[furthest].span[1]:
            furthest = index
    return [component for index, component in enumerate(found) if index not in disputed]


class _Finder:
    """Names what it finds, part by part."""

    def __init__(self, reading: Reading, layout: Layout) -> None:
        self._reading, self._text, self._layout = reading, reading.text, layout
        self._paper = reading.document
        self._low = fold(self._text)
        self._kind = self._kind_line()
        self._contents = contents(reading)
        self._annexes = [span for each in self._paper.attachments if (span := span_of(each.label, each.title))]

    def _kind_line(self) -> Span | None:
        """The kind where it stands in capitals on its line, and not only in the number."""
        span = span_of(self._paper.kind)
        return span if span and self._text[slice(*span)].isupper() and "/" not in self._text[slice(*span)] else None

    def _fact(self, role: str, leaf: object) -> Iterator[Named]:
        if span := span_of(leaf):
            yield role, span

    def _line_texts(self, start: int, end: int) -> Iterator[tuple[Line, str, str]]:
        """The lines inside a stretch of the text, each as it is printed and folded."""
        for line in self._layout.within((start, end)):
            if start <= line.span[0] and line.span[1] <= end:
                yield line, self._text[slice(*line.span)].strip(), self._low[slice(*line.span)].strip()

    # --- above the contents ------------------------------------------------------------------------------------------

    def _head_end(self) -> int:
        paper = self._paper
        below = (self._kind, span_of(paper.title), span_of(paper.competence), self._contents)
        return min((span[0] for span in below if span), default=0)

    def head(self) -> Iterator[Named]:
        """The letterhead."""
        end = self._head_end()
        for role, pattern in (("national_name", papers.NATIONAL_NAME), ("motto", papers.MOTTO)):
            if found := pattern.search(self._low, 0, end):
                yield role, found.span()
        number = papers.NUMBER_AS_PRINTED.search(self._text, 0, end) or papers.NUMBER_BLANK.search(self._low, 0, end)
        if number:
            yield "number", number.span()
        if day := papers.PLACE_AND_DATE.search(self._low, 0, end):
            place = span_of(self._paper.place)
            yield "place_date", (place[0] if place else day.start("place"), day.end())
        for role, leaf in (("parent", self._paper.parent), ("issuer", self._paper.issuer)):
            yield from (each for each in self._fact(role, leaf) if each[1][1] <= end)

    def preamble(self) -> Iterator[Named]:
        """From the kind to the contents."""
        if self._kind:
            yield "kind", self._kind
        yield from self._fact("title", self._paper.title)
        yield from self._fact("competence", self._paper.competence)
        begin, end = self._head_end(), self._contents[0] if self._contents else len(self._text)
        enacting = self._enacting(begin, end) if self._contents else None
        if enacting:
            yield "enacting", enacting
        yield from self._bases(begin, enacting[0] if enacting else end, decides=enacting is not None)

    def _enacting(self, begin: int, end: int) -> Span | None:
        """QUYẾT ĐỊNH: alone on its line, the last one above the first article."""
        found = None
        for line, text, low in self._line_texts(begin, end):
            if text.isupper() and papers.ENACTING.fullmatch(low) and line.span != self._kind:
                found = line.span
        return found

    def _bases(self, begin: int, end: int, *, decides: bool) -> Iterator[Named]:
        """The lines that name a basis or the proposer. In a plan the sentence that announces it may begin like one."""
        facts = [span for leaf in (*self._basis_texts(), self._paper.proposer) if (span := span_of(leaf))]
        for line, text, low in self._line_texts(begin, end):
            named = any(span[0] < line.span[1] and line.span[0] < span[1] for span in facts)
            sure = decides or (low.startswith("căn cứ") and text.endswith(";"))
            if named and sure and citations.BASIS_LINE.match(low) and not text.isupper():
                yield "basis", line.span

    def _basis_texts(self) -> Iterator[object]:
        return (basis.text for basis in self._paper.bases)

    # --- the contents ------------------------------------------------------------------------------------------------

    def body(self) -> Iterator[Named]:
        """«Điều 1.», and the paragraphs of the contents; tables and lines that are centred are something else."""
        if not self._contents:
            yield from self._surely_text()
            return
        labels = {}
        for article in self._paper.articles:
            span = span_of(article.label)
            found = marks.ARTICLE.match(self._low, span[0]) if span else None
            if span and found:
                labels[span[0]] = found.end("stop")
                yield "article", (span[0], found.end("stop"))
        for line, text, _ in self._line_texts(*self._contents):
            start = self._text.find(text, line.span[0]) if text else 0
            if text and _runs_from_margin(line):
                yield "text", (labels.get(start, start), line.span[1])

    def _surely_text(self) -> Iterator[Named]:
        """Of a paper without articles only long lines between title and foot."""
        paper = self._paper
        title, foot = span_of(paper.title), self._foot_begin()
        if title is None or foot is None:
            return
        bases = [span[1] for leaf in (*self._basis_texts(), paper.proposer) if (span := span_of(leaf))]
        end = min([foot, *(span[0] for span in self._annexes)])
        for line, text, low in self._line_texts(max([title[1], *bases]), end):
            long = len(text) >= _SURELY_TEXT and text[-1] in ".;:,/" and not text.isupper()
            if long and _runs_from_margin(line) and not citations.BASIS_LINE.match(low):
                yield "text", line.span

    # --- below -------------------------------------------------------------------------------------------------------

    def _foot_begin(self) -> int | None:
        signature = self._paper.signature
        leaves = (*self._paper.recipients[:1], *_signed(self._paper))
        return min((span[0] for leaf in leaves if (span := span_of(leaf))), default=None) if signature else None

    def foot(self) -> Iterator[Named]:
        """Nơi nhận and the signature."""
        recipients = [span for each in self._paper.recipients if (span := span_of(each))]
        if recipients:
            begin = max(0, recipients[0][0] - 40)
            if found := papers.RECIPIENTS.search(self._low, begin, recipients[0][0]):
                yield "recipients_head", found.span()
        yield from (("recipient", span) for span in recipients)
        authority, position, name = (*_signed(self._paper), None, None, None)[:3]
        yield from self._fact("authority", authority)
        yield from self._fact("authority", position)
        yield from self._fact("signatory", name)

    def annexes(self) -> Iterator[Named]:
        """Of each annex its label, its title, and the line that says what it is attached to."""
        for annex in self._paper.attachments:
            label, title = span_of(annex.label), span_of(annex.title)
            if label is None and title:
                label = self._label_above(title[0])
            if label is None or not self._low.startswith("phụ lục", label[0]):
                continue
            yield "annex_label", label
            if title:
                yield "annex_title", title
            yield from self._reference((title or label)[1])

    def _label_above(self, title: int) -> Span | None:
        """«Phụ lục I» in small letters, as the decree asks, on the line above the title."""
        start = len(self._text[:title].rstrip())
        for line, _, low in self._line_texts(max(0, start - _LONGEST_LABEL), start):
            if line.span[1] == start and _LABEL.fullmatch(low):
                return line.span
        return None

    def _reference(self, begin: int) -> Iterator[Named]:
        """(Kèm theo Quyết định số …), from its bracket to the other."""
        opened = self._text.find("(", begin, begin + 40)
        if opened < 0 or not papers.ATTACHED_TO.match(self._low, opened):
            return
        closed = self._text.find(")", opened, opened + 400)
        if closed > 0:
            yield "annex_reference", (opened, closed + 1)


def _runs_from_margin(line: Line) -> bool:
    return not line.in_table and line.shape.align in ("left", "justify")


def _signed(paper: Document) -> tuple[object, ...]:
    signature = paper.signature
    return (signature.authority, signature.position, signature.name) if signature else ()
