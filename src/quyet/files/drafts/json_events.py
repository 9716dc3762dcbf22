"""JSON → events with their lines, which Python's own reader does not tell.

It says whether the file is JSON at all; after that brackets, strings and the rest can simply be picked out in order.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal

from quyet.files.drafts.events import Event
from quyet.files.drafts.faults import refused
from quyet.files.drafts.syntax import json_problem

_PIECE = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]]|[^\s,:{}\[\]"]+')
_EXPONENT = re.compile(r"-?[\d.]+[eE][+-]?\d{1,2}")
_WORDS = ("true", "false", "null")
_NO_NUMBERS = ("NaN", "Infinity", "-Infinity")
"""What Python's reader takes for a number and JSON does not."""


def json_events(text: str) -> Iterator[Event]:
    """The events of a file. DraftRefused where it is no JSON."""
    _hold_to_grammar(text)
    line, at = 1, 0
    for piece in _PIECE.finditer(text):
        line, at = line + text.count("\n", at, piece.start()), piece.start()
        said = piece[0]
        if said in _NO_NUMBERS:
            raise refused(line, f"{said} không phải là số của JSON", f"{said} is no number of JSON")
        if said[0] == '"':
            yield Event("scalar", line, json.loads(said))
        elif said in "{[":
            yield Event("mapping" if said == "{" else "list", line)
        elif said in "}]":
            yield Event("end", line)
        else:
            is_figure = said not in _WORDS
            yield Event("scalar", line, _figure(said) if is_figure else said, plain=True, figure=is_figure)


def _hold_to_grammar(text: str) -> None:
    try:
        json.loads(text, parse_int=str, parse_float=str)  # as text: a number may be too long to be one
    except json.JSONDecodeError as error:
        vi, en = json_problem(error.msg)
        raise refused(
            error.lineno, f"JSON chưa đúng ở cột {error.colno}: {vi}", f"wrong JSON, column {error.colno}: {en}"
        ) from error
    except RecursionError as error:
        raise refused(None, "lồng nhau quá nhiều cấp", "nested too deep") from error


def _figure(said: str) -> str:
    """A number as it is written; `1.2e-05`, which programs write, without its exponent."""
    return f"{Decimal(said):f}" if _EXPONENT.fullmatch(said) else said
