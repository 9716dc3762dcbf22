"""Numbered lines → a tree of items: I. · 1. · 1.1. · a) · - · +

The rank of a mark tells its depth (Roman above Arabic above letters above dashes), not the order of appearance: papers
put a dash before a letter and restart 1. under every heading. A number that a line break threw to the beginning of a
line is told from a mark by its place in the series.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from quyet.core.decisions.flow import Flow
from quyet.core.decisions.grammar import marks
from quyet.core.decisions.paragraphs import begins_paragraph, is_torn_dash

Range = tuple[int, int]

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points, in the order of the Vietnamese alphabet."""

_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_RANKS = {
    "upper": 0.5,
    "roman": 1.0,
    "arabic": 2.0,
    "decimal": 2.1,
    "letter": 4.0,
    "tail": 4.5,
    "dash": 5.0,
    "plus": 6.0,
}
_ROMANS = tuple(tens + ones for tens in ("", "x", "xx", "xxx", "xl") for ones in _ROMAN_ONES)[1:]
"""i … xlix"""


@dataclass(slots=True)
class Item:
    """One marked line and what belongs to it. Positions are those of the flow."""

    form: str
    """`roman`, `arabic`, `decimal`, `letter`, `dash`, `plus`, `upper`; `article` for a Điều; `root`."""
    label: str
    """As printed, without brackets and stops; empty for dashes."""
    number: int
    """Its place in the series; for dashes the count among its siblings."""
    begin: int
    """Where the mark stands."""
    paragraphs: list[Range] = field(default_factory=list)
    """Its own words: behind the mark, and unmarked paragraphs below."""
    children: list[Item] = field(default_factory=list)
    latest: dict[str, Item] = field(default_factory=dict)
    """The last child of each form, so that a list of a million dashes is not counted anew at each."""

    def add(self, child: Item) -> None:
        """Hang a child below, behind the others; a dash is given its number."""
        if child.form in ("dash", "plus"):
            before = self.latest.get(child.form)
            child.number = before.number + 1 if before else 1
        self.children.append(child)
        self.latest[child.form] = child

    @property
    def rank(self) -> float:
        return _RANKS.get(self.form, 0.0) + (0.1 * self.label.count(".") if self.form == "decimal" else 0.0)

    @property
    def head(self) -> Range:
        """The first paragraph, an empty range where there is none."""
        return self.paragraphs[0] if self.paragraphs else (self.begin, self.begin)

    @property
    def end(self) -> int:
        """Behind the last word of the item and all below it."""
        last = self.children[-1].end if self.children else self.begin
        return max(last, self.paragraphs[-1][1] if self.paragraphs else last)

    def walk(self) -> Iterator[Item]:
        """The item and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def read_items(flow: Flow, root: Item, first: int, last: int, width: int | None) -> Item:
    """Hang the lines `[first, last)` below `root`: its own paragraphs, then a tree of items."""
    stack = [root]
    for index in range(first, last):
        mark = _mark(flow, index, stack, width)
        if mark is not None:
            item, words = mark
            while len(stack) > 1 and stack[-1].rank >= item.rank:
                stack.pop()
            item.paragraphs.append((words, flow.line_end(index)))
            stack[-1].add(item)
            stack.append(item)
        else:
            _add_line(flow, index, stack, width)
    return root


def _add_line(flow: Flow, index: int, stack: list[Item], width: int | None) -> None:
    """A line without a mark goes on with a paragraph of the open item or begins another."""
    line = flow.lines[index]
    owner = stack[-1]
    if owner.paragraphs and not begins_paragraph(flow, index, width):
        a, _ = owner.paragraphs[-1]
        owner.paragraphs[-1] = (a, flow.line_end(index))
        return
    if _closes_list(flow, index, owner):
        while len(stack) > 1 and stack[-1].form in ("dash", "plus", "tail"):  # tails stand beside one another
            stack.pop()
        owner = stack[-1]
        if owner.children:  # behind the list: words of the parent, kept as an item without a mark
            tail = Item("tail", "", 0, line.at, [(line.at, flow.line_end(index))])
            owner.add(tail)
            stack.append(tail)
            return
    owner.paragraphs.append((line.at, flow.line_end(index)))


def _closes_list(flow: Flow, index: int, owner: Item) -> bool:
    """Whether an unmarked paragraph ends a list of dashes: the dash above had ended its sentence."""
    if owner.form not in ("dash", "plus"):
        return False
    return flow.text[owner.paragraphs[-1][1] - 1] in ".)" or flow.lines[index].blank_before


def _mark(flow: Flow, index: int, stack: list[Item], width: int | None) -> tuple[Item, int] | None:
    """The item that a line opens and where its words begin, None where the line has no mark."""
    line = flow.lines[index]
    found = marks.MARKER.match(flow.low, line.at, flow.line_end(index))
    if found is None:
        return None
    form = found.lastgroup or ""
    printed = flow.text[slice(*found.span(form))]
    if form in ("dash", "plus"):
        return None if is_torn_dash(flow, index, width) else (Item(form, "", 0, line.at), found.end())
    if form in ("roman", "letter"):
        form = _letter_form(found[form], printed, stack)
    if not form:
        return None
    number = _number(form, found.group().split()[0].strip("(.)/-–: "), found)
    if not _in_series(flow, index, form, number, stack):
        return None
    return Item(form, printed.strip(), number, line.at), found.end()


def _letter_form(low: str, printed: str, stack: list[Item]) -> str:
    """Roman number, point, or capital heading: `I.` · `i)` · `A.`; a small `i`, `v`, `x` is a point."""
    if printed.isupper():
        if low in _ROMANS and not (low not in ("i", "v", "x") and len(low) == 1):
            after_upper = any(i.form == "upper" and LETTERS.find(low) - (i.number - 1) == 1 for i in stack)
            return "upper" if after_upper else "roman"
        return "upper" if len(low) == 1 else ""
    return "letter" if len(low) == 1 and low in LETTERS else ""


def _number(form: str, printed: str, found: object) -> int:
    low = printed.lower()
    if form == "roman":
        return _ROMANS.index(low) + 1 if low in _ROMANS else 0
    if form in ("letter", "upper"):
        return LETTERS.find(low) + 1
    return int(low.split(".")[-1]) if low.split(".")[-1].isdecimal() else 0


def _last_of(form: str, stack: list[Item]) -> Item | None:
    """The last item of a form that is still open or just closed on the path down the right edge of the tree."""
    for item in reversed(stack):
        last = item if item.form == form else item.latest.get(form)
        if last:
            return last
    return None


def _in_series(flow: Flow, index: int, form: str, number: int, stack: list[Item]) -> bool:
    """Whether a number can be a mark here: it opens a series, goes on with one, or stands where a paragraph begins."""
    if number == 1:
        return True
    last = _last_of(form, stack)
    if last is not None and 0 <= number - last.number <= 3:
        return True
    line = flow.lines[index]
    above_ended = index == 0 or flow.line_text(index - 1)[-1] in ".;:,/" or line.blank_before
    return above_ended and number <= 30 and form != "upper"
