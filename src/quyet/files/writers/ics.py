"""A calendar feed (RFC 5545): whole days, each an event, for the calendar programs that people have already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MEDIA_TYPE = "text/calendar; charset=utf-8"
_OCTETS = 75
"""The longest line, without its end (RFC 5545, 3.1)."""


@dataclass(frozen=True, slots=True)
class Event:
    """One day with what it is for. `uid` stays the same from feed to feed, so that an event moves and is not doubled;
    `address`: where to read on."""

    uid: str
    day: date
    title: str
    words: str = ""
    address: str = ""


def write_ics(name: str, events: Iterable[Event], made: datetime) -> bytes:
    """The calendar, named as programs show it. `made`: the moment of the feed, aware."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Quyet//Calendar//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"X-WR-CALNAME:{_escaped(name)}"]
    for event in events:
        lines += _event(event, made)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(event: Event, made: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(event.uid)}"
    yield f"DTSTAMP:{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(event.title)}"
    if event.words:
        yield f"DESCRIPTION:{_escaped(event.words)}"
    if event.address:
        yield f"URL:{event.address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """A value of kind TEXT (3.3.11); other control characters have no place in a feed."""
    made = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\n").replace("\n", "\\n")
    return "".join(letter for letter in made if letter == "\t" or (letter >= " " and letter != "\x7f"))


def _folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets, no letter cut in two; each that goes on begins with a space."""
    pieces, held = [], b""
    for letter in line:
        octets = letter.encode()
        if len(held) + len(octets) > _OCTETS:
            pieces.append(held)
            held = b" "
        held += octets
    return b"\r\n".join([*pieces, held]) + b"\r\n"
