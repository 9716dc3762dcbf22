"""docs/norms.md: every row of data/norms with its days, its source and its mark, for whoever wants to compare them."""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.norms import say
from quyet.core.norms.model import NATIONAL, Authority, Level, Norms
from quyet.files.facts.norms import load_norms

HEAD = """# Norms

What the files in `data/norms` say, row by row. Amounts are đồng in the unit of the item, first and last day inside.

- **S**: read in the source named beside it, and may block. Of some texts only what newspapers or questions and answers
  tell was read; *read at* names those. The article is named where it was seen.
- **M**: from memory, or told too loosely; warns at most, and says that it is not verified.
- A first day `?` was not seen: such a row may hold from the day of issue on, warns at most, and allows nothing.
- *Not verified*: the row is empty on purpose; somebody looked and found nothing that could be trusted. On such days
  the answer is "unknown", which is not "allowed".

A province's row lies below the country's; the lower of the two binds. To add one, add files: no Python is needed.
"""

COLUMNS = "| for whom | from | to | level | mark | source | read at | remarks |\n|---|---|---|---|---|---|---|---|"


def norms_markdown() -> str:
    """The whole page."""
    norms = load_norms()
    return "\n".join([HEAD, *_items(norms), "", *_authorities(norms), "", *_classes(norms)]) + "\n"


def _items(norms: Norms) -> Iterator[str]:
    for key, item in norms.items.items():
        yield f"\n## {item.name.vi} · {item.name.en}\n"
        yield f"`{key}`, {item.unit.vi}: {item.limits.vi} ({item.limits.en}).\n"
        yield COLUMNS
        for authority in norms.authorities:
            yield from (_row(norms, authority, level) for level in norms.rows(key, authority.territory))


def _row(norms: Norms, authority: Authority, level: Level) -> str:
    whom = say.whom(norms, level)
    where = "" if authority.territory == NATIONAL else f"{authority.name.vi}: "
    source = level.source
    text = "" if source is None else source.text + (f", {source.article}" if source.article else "")
    cells = [
        f"{where}{whom.vi if whom else 'tất cả'}",
        say.day(level.since) if level.since else "?",
        say.day(level.until) if level.until else "",
        level.rule.vi if level.rule else say.figure(level) if level.says else "*not verified*",
        level.mark or "",
        text,
        source.reference or "" if source else "",
        "; ".join(words.vi for words in (*level.conditions, *([level.note] if level.note else []))),
    ]
    return f"| {' | '.join(cells)} |"


def _authorities(norms: Norms) -> Iterator[str]:
    yield "## Who sets them\n"
    yield "| folder | authority | texts (day of issue; in force from) | remarks |\n|---|---|---|---|"
    for authority in norms.authorities:
        acts = "<br>".join(
            f"{act.text} ({say.day(act.day) if act.day else '?'}; {say.day(act.since) if act.since else '?'})"
            + (f": {act.note.vi}" if act.note else "")
            for act in authority.acts
        )
        rows = sum(level.territory == authority.territory for level in norms.levels)
        note = authority.note.vi if authority.note else ""
        yield f"| `{authority.key}` ({rows} rows) | {authority.name.vi} | {acts} | {note} |"


def _classes(norms: Norms) -> Iterator[str]:
    yield "## Kinds of places and ranks\n"
    yield "| `--place` | kind of place | part of | until | of |\n|---|---|---|---|---|"
    for place in norms.places.values():
        until = say.day(place.until) if place.until else ""
        yield f"| `{place.key}` | {place.name.vi} | {_code(place.part_of)} | {until} | {place.text} |"
    yield "\n| `--rank` | who | part of | of |\n|---|---|---|---|"
    for rank in norms.ranks.values():
        yield f"| `{rank.key}` | {rank.name.vi} | {_code(rank.part_of)} | {rank.text} |"


def _code(key: str | None) -> str:
    return f"`{key}`" if key else ""
