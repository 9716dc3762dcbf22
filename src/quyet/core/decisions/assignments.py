"""Who leads, who coordinates, who carries out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quyet.core.decisions.attributes import listen
from quyet.core.decisions.flow import Flow
from quyet.core.decisions.grammar import offices
from quyet.core.decisions.items import Item
from quyet.core.decisions.model import Assignment, Role
from quyet.core.decisions.paragraphs import sentence_ends
from quyet.core.decisions.units import name_units
from quyet.core.values.stated import Words

Range = tuple[int, int]

_ITEM_ROLES: dict[str, Role] = {"lead": "lead", "coordinate": "coordinate"}


def read_assignments(flow: Flow, articles: Sequence[Item]) -> list[Assignment]:
    """Each pair of unit and role once, in the order of the paper."""
    found: dict[tuple[str, str], Assignment] = {}
    for article in articles:
        for item in article.walk():
            for role, (a, b) in _roles(flow, item):
                addressed = offices.ADDRESS.match(flow.low, a, b)
                for name, (c, d) in name_units(flow, addressed.end() if addressed else a, b):
                    if c < d and not offices.NO_UNIT.match(flow.low[c:d]) and len(name) < 160:
                        found.setdefault((role, name.casefold()), Assignment(Words(name, flow.span(c, d)), role))
    return list(found.values())


def _roles(flow: Flow, item: Item) -> Iterator[tuple[Role, Range]]:
    """The parts of an item that name units, each with the role."""
    for paragraph in item.paragraphs:
        if not offices.SPEAKS_OF_ROLES.search(flow.low, *paragraph):
            continue
        labelled = [s for s in listen(flow, [paragraph]).labelled if s.label in _ITEM_ROLES]
        for statement in labelled:
            yield from _roles_of_label(flow, _ITEM_ROLES[statement.label], *flow.trim(*statement.value, ".;,"))
        if not labelled:
            yield from _roles_in_paragraph(flow, *flow.trim(*paragraph))


def _roles_of_label(flow: Flow, role: Role, a: int, b: int) -> Iterator[tuple[Role, Range]]:
    """What stands behind a label: names in the label's role, unless each clause says its own."""
    stops = [found for found in range(a, b) if flow.low[found] == ";"]
    clauses = [flow.trim(c, d, ";,") for c, d in pairwise([a, *stops, b])]
    said = [offices.ROLE_SAID.match(flow.low, c, d) for c, d in clauses]
    if not any(said):
        yield role, (a, b)
        return
    for found, clause in zip(said, clauses, strict=True):
        own: Role = "coordinate" if found and found["role"] == "phối hợp" else "lead"
        yield (own, flow.trim(*found.span("units"))) if found else (role, clause)


def _roles_in_paragraph(flow: Flow, a: int, b: int) -> Iterator[tuple[Role, Range]]:
    """Sentence by sentence: one article may say who leads and who carries out."""
    starts = [a, *sentence_ends(flow, a, b)]
    for start, end in zip(starts, [*starts[1:], b], strict=True):
        yield from _roles_in_sentence(flow, *flow.trim(start, end))


def _roles_in_sentence(flow: Flow, a: int, b: int) -> Iterator[tuple[Role, Range]]:
    executing = offices.EXECUTE.search(flow.low, a, b)
    if executing:
        yield "execute", flow.trim(a, executing.start(), ",;")
        return
    helping = offices.HELPING.match(flow.low, a, b)
    name = "units" if helping and helping["units"] else "asked"
    if helping and flow.text[helping.start(name)].isupper():
        yield "coordinate", flow.trim(*helping.span(name), ",")
        return
    leading = offices.LEADS.match(flow.low, a, b)
    c, d = flow.trim(*leading.span("before"), ",:") if leading else (a, a)
    if leading and c < d and ":" not in flow.low[c:d]:
        given = offices.GIVEN.match(flow.low, c, d)
        if given or flow.text[c].isupper():
            yield "lead", (given.end() if given else c, d)
            yield from _coordinating(flow, leading.end(), b)


def _coordinating(flow: Flow, a: int, b: int) -> Iterator[tuple[Role, Range]]:
    joined = offices.WITH.search(flow.low, a, b)
    if joined:
        yield "coordinate", flow.trim(joined.end(), _units_end(flow, joined.end(), b), ",;.")
        return
    behind = flow.low.find(";", a, b) + 1 or flow.low.find(",", a, b) + 1 or b
    own = offices.COORDINATING.search(flow.low, behind, b)
    if own:
        yield "coordinate", flow.trim(*own.span("units"), ",;.")


def _units_end(flow: Flow, a: int, b: int) -> int:
    """Where the units end and the verb begins; a capital is part of a name (Phòng Quản lý …)."""
    for found in offices.WITH_ENDS.finditer(flow.low, a, b):
        verb = flow.trim(found.start(), found.end())[0]
        if verb >= found.end() or not flow.text[verb].isupper():
            return found.start()
    return b
