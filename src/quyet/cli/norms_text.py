"""Norms as lines for a person: the figure first, then its days, its source, for whom it is, and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from quyet.cli.language import say
from quyet.core.norms import say as said
from quyet.core.norms.lookup import Asked, held
from quyet.core.norms.model import NATIONAL, Bilingual, Level, Norms
from quyet.core.norms.rows import Row

_INDENT = "    "
_BESIDE = 40
"""So many letters of place and rank stand in the line of the figure."""


def listing(norms: Norms, rows: Sequence[Row], asked: Asked, full: bool) -> Iterator[str]:
    """The rows under the names of their items; `full`: with article, conditions and notes."""
    yield say("Định mức ngày ", "Norms on ") + said.day(asked.day)
    widths = [max((len(cell) for cell in column), default=0) for column in zip(*map(_cells, rows), strict=True)]
    for item, of_item in groupby(rows, key=lambda row: row.item):
        yield ""
        yield f"{_in_language(item.name)} ({item.key}), {_in_language(item.unit)}"
        for territory, lines in groupby(of_item, key=lambda row: row.territory):
            yield from _territory(norms, territory, list(lines), widths, full)
    yield from _province(norms, rows, asked)
    if full:
        yield from _binding(norms, asked)


def _territory(norms: Norms, territory: str, rows: Sequence[Row], widths: Sequence[int], full: bool) -> Iterator[str]:
    if territory != NATIONAL and any(row.level for row in rows):
        yield f"  {_authority(norms, territory)}:"
    for row in rows:
        if row.level is not None:
            yield from _lines(norms, row, row.level, widths)
            yield from _below(row.level, full)
        elif row.why is not None and territory == NATIONAL:
            yield f"{_INDENT}{_in_language(row.why)}"
    needed = next((row.why for row in rows if row.level is not None and row.level.says and row.why is not None), None)
    if needed is not None:
        yield f"{_INDENT}→ {_in_language(needed)}"


def _lines(norms: Norms, row: Row, level: Level, widths: Sequence[int]) -> Iterator[str]:
    """One line; for whom it is goes below where it is long."""
    figure, period, source = _cells(row)
    whom = said.whom(norms, level)
    named = [_in_language(whom)] if whom else []
    doubts = ", ".join(_in_language(doubt) for doubt in said.doubts(level))
    cells = [figure.rjust(widths[0]), period.ljust(widths[1]), source.ljust(widths[2])]
    beside = named if sum(map(len, named)) <= _BESIDE else []
    yield _INDENT + "  ".join([*cells, *beside, *([f"({doubts})"] if doubts else [])]).rstrip()
    if named and not beside:
        yield f"{_INDENT * 2}{named[0]}"


def _cells(row: Row) -> tuple[str, str, str]:
    if row.level is None:
        return "", "", ""
    source = row.level.source
    return said.figure(row.level), said.period(row.level), source.text if source else "–"


def _below(level: Level, full: bool) -> Iterator[str]:
    """What does not fit into the line. A rule in words is the level itself, so it is always shown."""
    if level.rule is not None:
        yield f"{_INDENT * 2}{_in_language(level.rule)}"
    if not full:
        return
    classes = [f"--place {level.place}"] if level.place else []
    classes += [f"--rank {level.rank}"] if level.rank else []
    if classes:
        yield f"{_INDENT * 2}{' '.join(classes)}"
    for condition in level.conditions:
        yield f"{_INDENT * 2}{say('điều kiện', 'condition')}: {_in_language(condition)}"
    if level.source is not None and level.source.article is not None:
        yield f"{_INDENT * 2}{level.source.article}"
    if level.source is not None and level.source.reference is not None:
        yield f"{_INDENT * 2}{say('đọc tại', 'read at')}: {level.source.reference}"
    if level.note is not None:
        yield f"{_INDENT * 2}{say('ghi chú', 'note')}: {_in_language(level.note)}"


def _province(norms: Norms, rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """Said once: that the province has no level of its own here, and what its file says of that."""
    if not any(row.level is None and row.territory == asked.province for row in rows):
        return
    others = any(row.level is not None and row.territory == asked.province for row in rows)
    yield ""
    yield (
        f"{_authority(norms, asked.province or '')}: "
        + _in_language(said.NO_PROVINCE_LEVEL)
        + (say(" (các nội dung khác)", " (the other items)") if others else "")
    )
    authority = norms.authority(asked.province or "")
    if authority is not None and authority.note is not None:
        yield f"{_INDENT}{_in_language(authority.note)}"
    for act in authority.acts if authority else ():
        issued = f" ({said.day(act.day)})" if act.day else ""
        yield f"{_INDENT}{act.text}{issued}" + (f": {_in_language(act.note)}" if act.note else "")


def _binding(norms: Norms, asked: Asked) -> Iterator[str]:
    """Which of two figures binds, where the country and the province both give one."""
    now = held(norms, asked)
    binding = now.binding
    if binding is not None and all(answer.limit for answer in now.answers) and asked.province:
        yield ""
        doubts = ", ".join(_in_language(doubt) for doubt in said.doubts(binding))
        lower = say("Mức thấp hơn được áp dụng: ", "The lower one binds: ") + said.figure(binding)
        yield f"{lower} ({doubts})" if doubts else lower


def _authority(norms: Norms, territory: str) -> str:
    authority = norms.authority(territory)
    return _in_language(authority.name) if authority else territory


def _in_language(words: Bilingual) -> str:
    return say(*words)
