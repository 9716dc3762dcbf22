"""SHA-256 over the row before and this one, in one canonical form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

FIRST = "0" * 64
"""What stands before the first row."""

Plain = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A row as it is now (None: gone), with the seal that was put on it then."""

    position: int
    row: int
    content: Plain | None
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Break:
    """The first row at which a chain does not hold."""

    position: int
    row: int
    why: str
    why_en: str


def canonical(content: Plain) -> bytes:
    """The same bytes for the same content: keys in order, no spaces, UTF-8. Values: text, whole numbers, truth, none,
    lists and mappings of these; a number with a point and a key that is no text are refused (TypeError), because two
    contents would be written the same way, or one in two."""
    _plain_only(content)
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _plain_only(value: object) -> None:
    if isinstance(value, float):
        raise TypeError(f"{value!r}: a whole number or a text is needed")
    if isinstance(value, Mapping):
        for key, each in value.items():
            if not isinstance(key, str):
                raise TypeError(f"{key!r}: a key is a text")
            _plain_only(each)
    elif isinstance(value, list | tuple):
        for each in value:
            _plain_only(each)


def seal(previous: str, content: Plain) -> str:
    """The seal of a row, 64 hexadecimal digits."""
    return sha256(previous.encode() + b"\n" + canonical(content)).hexdigest()


def verify(rows: Iterable[Sealed]) -> Break | None:
    """The first row that was changed, taken out or put in, of a chain in its order; None where it holds. What was cut
    off at the end leaves no mark in the chain itself."""
    previous, expected = FIRST, 1
    for each in rows:
        if each.position != expected:
            return Break(each.position, each.row, f"thiếu dấu nối số {expected}", f"seal {expected} is missing")
        if each.previous != previous:
            return Break(each.position, each.row, "không nối với dòng trước", "does not join the row before")
        if each.content is None:
            return Break(each.position, each.row, "dòng đã bị xóa", "the row is gone")
        if seal(previous, each.content) != each.hash:
            return Break(each.position, each.row, "nội dung đã bị sửa", "its content was changed")
        previous, expected = each.hash, expected + 1
    return None
