"""YAML → events. What one can do in YAML and nobody does in a programme is refused: anchors, tags, several documents.

A few lines of anchors unfold to gigabytes, and a tag is a request to build something else than text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from quyet.files.drafts.events import Event
from quyet.files.drafts.faults import DraftRefused, refused
from quyet.files.drafts.syntax import yaml_problem

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What the parser would refuse with a position of its own counting."""


def yaml_events(text: str) -> Iterator[Event]:
    """The events of a file. DraftRefused where it is no YAML, or more than this takes of it."""
    import yaml  # late: it costs more than all the rest of a start

    if found := _FORBIDDEN.search(text):
        line, code = text.count("\n", 0, found.start()) + 1, f"U+{ord(found[0]):04X}"
        raise refused(
            line, f"có ký tự điều khiển {code}; hãy xóa ký tự này", f"holds a control character, {code}; remove it"
        )
    try:
        yield from _taken(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except yaml.YAMLError as error:
        raise _no_yaml(error) from error


def _taken(events: Iterator[Any]) -> Iterator[Event]:
    documents = 0
    for event in events:
        kind, line = type(event).__name__, event.start_mark.line + 1
        if kind == "AliasEvent" or getattr(event, "anchor", None):
            raise refused(line, "không dùng neo và bí danh (&, *) của YAML", "anchors and aliases (&, *) are not taken")
        if getattr(event, "tag", None):
            raise refused(line, "không dùng thẻ (!, !!) của YAML", "tags (!, !!) are not taken")
        if kind == "ScalarEvent":
            yield Event("scalar", line, event.value, event.style in (None, ""))
        elif kind == "MappingStartEvent":
            yield Event("mapping", line)
        elif kind == "SequenceStartEvent":
            yield Event("list", line)
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            yield Event("end", line)
        elif kind == "DocumentStartEvent":
            documents += 1
            if documents > 1:
                raise refused(
                    line, "tệp có nhiều văn bản YAML (---); chỉ nhận một", "several YAML documents (---); one is taken"
                )


def _no_yaml(error: Any) -> DraftRefused:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    vi, en = yaml_problem(str(getattr(error, "problem", None) or ""))
    column = mark.column + 1 if mark else 1
    return refused(
        mark.line + 1 if mark else None,
        f"YAML chưa đúng ở cột {column}: {vi}",
        f"wrong YAML, column {column}: {en}",
    )
