"""What is ordered: the leaves of the list under the article, plan or annex that lists the contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from quyet.core.decisions import attributes
from quyet.core.decisions.articles import ref_of
from quyet.core.decisions.assignments import read_assignments
from quyet.core.decisions.flow import Flow
from quyet.core.decisions.grammar import counts, sayings
from quyet.core.decisions.items import Item
from quyet.core.decisions.kinds import Kind, recognise
from quyet.core.decisions.model import Activity, Document, Programme, Quantity
from quyet.core.decisions.quantities import find_quantity, leading_quantity
from quyet.core.decisions.totals import read_sources, read_total
from quyet.core.values.folding import fold
from quyet.core.values.stated import Words

Range = tuple[int, int]


_SOME = 5
"""One of so many activities can be counted, timed or paid."""
_NUMBERED = ("upper", "roman", "arabic", "decimal", "letter")


@dataclass(slots=True)
class Part:
    """A list of items that may hold the contents, and the reference that its items stand below."""

    items: list[Item]
    ref: str
    is_articles: bool


def read_programme(flow: Flow, document: Document, parts: Sequence[Part], kinds: Sequence[Kind]) -> Programme | None:
    """The programme of the paper, None where nothing is ordered and no total is set."""
    year, period = _year(flow, document)
    activities, holding = _activities(flow, parts, kinds, year)
    items = [item for part in [*parts[:1], *holding] for item in part.items]
    total = read_total(flow, items)
    if not activities and (total is None or not _names_programme(document)):
        return None
    programme = Programme(year=year, period=period, activities=activities, total=total)
    programme.sources = read_sources(flow, total)
    programme.assignments = read_assignments(flow, items)
    return programme


def _activities(
    flow: Flow, parts: Sequence[Part], kinds: Sequence[Kind], year: int | None
) -> tuple[list[Activity], list[Part]]:
    """The activities of the first part that lists some, and that part where it is an attached text."""
    for n, part in enumerate(parts):
        stated = flow.stated
        activities = _listed(flow, list(_leaves_of_part(flow, part)), kinds, year)
        if activities:
            return activities, [part] if n else []
        flow.stated = stated
    return [], []


def _names_programme(document: Document) -> bool:
    return bool(document.title and sayings.PROGRAMME_TITLE.search(fold(document.title)))


def _listed(flow: Flow, leaves: Sequence[Leaf], kinds: Sequence[Kind], year: int | None) -> list[Activity]:
    """The activities of a list; none where it is no list of activities. It is one if some of it can be counted, timed
    or paid; aims and principles cannot."""
    activities: list[Activity] = []
    evident = 0
    for rest in range(len(leaves), 0, -1):
        if (evident + rest) * _SOME < len(leaves):
            return []
        if evident * _SOME >= len(leaves):
            flow.hold()
        activity = _activity(flow, leaves[-rest], kinds, year)
        evident += _is_evident(activity)
        activities.append(activity)
    return activities if evident and evident * _SOME >= len(leaves) else []


def _is_evident(activity: Activity) -> bool:
    return bool(activity.quantity or activity.timeframe or activity.duration or activity.amount is not None)


# --- year ------------------------------------------------------------------------------------------


def _year(flow: Flow, document: Document) -> tuple[int | None, tuple[date, date] | None]:
    """The year of the title, else of the allotment among the bases; a period where the title names one."""
    title = fold(document.title or "")
    spanned = sayings.PERIOD.search(title)
    years = [int(m["year"]) for m in sayings.YEAR.finditer(title) if not _in_date(title, m.start())]
    if years:
        return years[-1], None
    if spanned:
        first, last = int(spanned["first"]), int(spanned["last"])
        return None, (date(first, 1, 1), date(last, 12, 31)) if first <= last else None
    for basis in document.bases:
        words = fold(basis.text)
        if sayings.ALLOTS.search(words):
            years = [int(m["year"]) for m in sayings.YEAR.finditer(words) if not _in_date(words, m.start())]
            if years:
                return years[-1], None
    return None, None


def _in_date(text: str, at: int) -> bool:
    return bool(sayings.END_OF_DATE.search(text[max(0, at - 12) : at]))


# --- leaves ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class Leaf:
    item: Item
    ref: str
    label: str | None
    label_span: Range | None
    group: Words | None


def _leaves_of_part(flow: Flow, part: Part) -> Iterator[Leaf]:
    if part.is_articles:
        for article in part.items:
            if _lists_content(flow, article):
                yield from _leaves(flow, article, ref_of(article, ""), [], None)
    else:
        for section in part.items:
            if section.form in _NUMBERED and not _is_excluded(flow, section):
                yield from _leaves(flow, section, ref_of(section, part.ref), [section], None)


def _lists_content(flow: Flow, article: Item) -> bool:
    a, b = article.head
    lead = flow.low[a : min(b, a + 400)]
    content = sayings.CONTENT.match(lead)
    return bool(article.children) and bool(content) and not sayings.NOT_CONTENT.match(lead)


def _is_excluded(flow: Flow, item: Item) -> bool:
    a, b = flow.trim(*item.head)
    return bool(sayings.NO_ACTIVITY.match(flow.low, a, b)) or attributes.is_attribute(flow, a, b)


def _leaves(flow: Flow, item: Item, ref: str, path: list[Item], group: Words | None) -> Iterator[Leaf]:
    """The leaves below an item; `path` are the numbered items above the leaf, itself included."""
    numbered = [c for c in item.children if c.form in _NUMBERED]
    live = [c for c in numbered if not _is_excluded(flow, c)]
    own_group = _title(flow, item) if path else group
    if live:
        for child in live:
            yield from _leaves(flow, child, ref_of(child, ref), [*path, child], own_group)
        return
    dashes = [c for c in item.children if c.form == "dash"]
    dashes = dashes or [c for c in item.children if c.form == "plus" and not path]
    if _dashes_are_activities(flow, item, dashes, bool(path)):
        for dash in dashes:
            if not _is_excluded(flow, dash):
                yield Leaf(dash, ref_of(dash, ref), None, None, own_group)
    elif path:
        label, span = _label(flow, path)
        yield Leaf(item, ref, label, span, group)


def _dashes_are_activities(flow: Flow, item: Item, dashes: Sequence[Item], numbered: bool) -> bool:
    """Whether dashed lines are activities of their own: none is an attribute, and most say how much of what."""
    if not dashes or (numbered and len(dashes) < 2):
        return False
    if not numbered:  # under the article itself a line on money is the sum of all
        dashes = [dash for dash in dashes if not sayings.NO_ACTIVITY.match(flow.low, *flow.trim(*dash.head))]
    if any(attributes.is_attribute(flow, *flow.trim(*d.head)) for d in dashes):
        return False
    counted = [d for d in dashes if _is_counted(flow, d)]
    return len(counted) * 2 > len(dashes) if numbered else bool(counted)


def _is_counted(flow: Flow, dash: Item) -> bool:
    a, b = dash.head
    if any(c.form == "plus" and attributes.is_attribute(flow, *flow.trim(*c.head)) for c in dash.children):
        return True
    colon = flow.low.find(":", a, b)
    return colon > 0 and leading_quantity(flow, colon + 1, b) is not None


def _label(flow: Flow, path: Sequence[Item]) -> tuple[str, Range]:
    """Printed numbers joined by dots; a number that holds its parent's is not doubled."""
    parts: list[str] = []
    for item in path:
        if item.form == "decimal":
            parts = [p for p in parts if not p.replace(".", "").isdigit()]
        parts.append(item.label)
    last = path[-1]
    return ".".join(parts), flow.span(last.begin, last.begin + len(last.label))


# --- one activity ----------------------------------------------------------------------------------


def _activity(flow: Flow, leaf: Leaf, kinds: Sequence[Kind], year: int | None) -> Activity:
    title_range, rest = _split_title(flow, leaf.item)
    activity = Activity(leaf.ref)
    activity.label = Words(leaf.label, leaf.label_span) if leaf.label and leaf.label_span else None
    activity.group = leaf.group
    flow.state_again(leaf.group)
    activity.title = flow.words(*title_range, ".:;,")
    attributes.fill(flow, activity, attributes.listen(flow, rest), year)
    if activity.quantity is None:
        activity.quantity = _quantity_in_title(flow, title_range)
    if activity.timeframe is None:
        activity.timeframe = attributes.time_in_title(flow, *title_range, year)
    unit = activity.quantity.unit if activity.quantity else None
    activity.kind = recognise(activity.title or "", unit, kinds)
    return activity


def _quantity_in_title(flow: Flow, title: Range) -> Quantity | None:
    """`Tổ chức 02 lớp tập huấn …`, `Hội nghị (150 đại biểu)`."""
    return find_quantity(flow, *title, labelled=False)


def _split_title(flow: Flow, item: Item) -> tuple[Range, list[Range]]:
    """The words that name the activity, and the ranges that describe it."""
    a, b = flow.trim(*item.head)
    below = item.paragraphs[1:] + [r for child in item.children for r in _all_ranges(flow, child)]
    at = _title_end(flow, a, b)
    rest = [(at, b)] if at < b else []
    return (a, at), rest + below


def _title_end(flow: Flow, a: int, b: int) -> int:
    """Behind the name of the activity: at the colon or bracket behind which the counting begins, or at the first
    attribute."""
    opened = [*sayings.COLON.finditer(flow.low, a, b), *sayings.BRACKET.finditer(flow.low, a, b)]
    described = [found.start() for found in opened if _begins_description(flow, found.end(), b)]
    if described:
        return min(described)
    cut = sayings.CUT.search(flow.low, a, b)
    return cut.start() if cut else b


def _begins_description(flow: Flow, a: int, b: int) -> bool:
    return bool(counts.AMOUNT.match(flow.low, a, b) or sayings.DESCRIBES.match(flow.low, a, b))


def _describes(flow: Flow, child: Item) -> bool:
    """A part of a part ("+ Hợp tác xã …: 150 triệu đồng") says nothing of the whole, unless it is an attribute."""
    return child.form != "plus" or attributes.is_attribute(flow, *flow.trim(*child.head))


def _all_ranges(flow: Flow, item: Item) -> list[Range]:
    return item.paragraphs + [r for child in item.children if _describes(flow, child) for r in _all_ranges(flow, child)]


def _title(flow: Flow, item: Item) -> Words | None:
    a, b = flow.trim(*item.head)
    return flow.words(a, b, ".:;,")
