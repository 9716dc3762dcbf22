"""What holds from a day to a day. Where a norm changes in between, the lower value counts and the other is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from quyet.core.norms.lookup import Asked, Held, held
from quyet.core.norms.model import NATIONAL, Level, Norms

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Piece:
    """Days (both inside) on which the same holds."""

    start: date
    end: date
    held: Held


@dataclass(frozen=True, slots=True)
class Window:
    """The days of an activity, in pieces; one piece where nothing changes."""

    pieces: tuple[Piece, ...]

    @property
    def binding(self) -> Piece:
        """The piece with the lowest figure, the earliest of equals; the first where no figure is known at all."""
        return min(self.pieces, key=_figure)

    @property
    def otherwise(self) -> tuple[Piece, ...]:
        """The pieces in which something else holds than in the binding one: what to tell beside it."""
        return tuple(piece for piece in self.pieces if piece.held != self.binding.held)


def held_over(norms: Norms, asked: Asked, end: date) -> Window:
    """What holds from `asked.day` to `end`, both inside. ValueError where the end stands before the start."""
    if end < asked.day:
        raise ValueError(f"a window that ends {end}, before it starts {asked.day}")
    starts = [asked.day, *(day for day in _changes(norms, asked) if asked.day < day <= end)]
    ends = [day - _DAY for day in starts[1:]] + [end]
    pieces: list[Piece] = []
    for start, last in zip(starts, ends, strict=True):
        now = held(norms, replace(asked, day=start))
        if pieces and pieces[-1].held == now:
            pieces[-1] = replace(pieces[-1], end=last)
        else:
            pieces.append(Piece(start, last, now))
    return Window(tuple(pieces))


def _changes(norms: Norms, asked: Asked) -> list[date]:
    """The days on which the answer may become another one, in order."""
    rows = [row for territory in (NATIONAL, asked.province) if territory for row in norms.rows(asked.item, territory)]
    days = {day for row in rows for day in _borders(row)}
    ends = (norms.places[key].until for key in {*asked.places, *(row.place for row in rows if row.place)})
    return sorted(days | {until + _DAY for until in ends if until is not None and until < date.max})


def _borders(row: Level) -> Iterator[date]:
    if row.since is not None:
        yield row.since
    if row.not_before is not None:
        yield row.not_before
    if row.until is not None and row.until < date.max:
        yield row.until + _DAY


def _figure(piece: Piece) -> tuple[bool, int]:
    level = piece.held.binding
    return (level is None, level.most or 0 if level is not None else 0)
