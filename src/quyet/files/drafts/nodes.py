"""A YAML or JSON file as a tree of nodes that know their lines and keep scalars as they are written.

Scalars stay text until the field that takes them says what they are. So `1.10` is the label 1.10 and not the number
1.1, `no` is a word and not false, and money never passes through a binary fraction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quyet.files.drafts.events import Event
from quyet.files.drafts.faults import DraftRefused, refused, shown
from quyet.files.drafts.json_events import json_events
from quyet.files.drafts.yaml_events import yaml_events

DEEPEST = 40
"""Levels of nesting; a programme has seven, the articles of a reading a few more."""

FILE_BYTES = 20_000_000

MOST_VALUES = 1_000_000
"""Values in a file: 20,000 lines of an estimate have 200,000."""


@dataclass(slots=True)
class Node:
    """A scalar (`text`; `plain` where it stands without quotation marks, `figure` where it is a number of JSON), a list
    or a mapping. `line` is that of its key, or its own in a list."""

    line: int
    text: str | None = None
    plain: bool = False
    figure: bool = False
    items: list[Node] | None = None
    keys: dict[str, Node] | None = None

    @property
    def is_null(self) -> bool:
        """Nothing, `~` or `null`."""
        return self.text is not None and self.plain and self.text in ("", "~", "null", "Null", "NULL")


def tree_of(data: bytes, as_json: bool) -> Node:
    """The tree of a file. DraftRefused where it is no text, too large, or no YAML or JSON."""
    if len(data) > FILE_BYTES:
        raise refused(None, f"tệp lớn hơn {FILE_BYTES // 10**6} MB", f"larger than {FILE_BYTES // 10**6} MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refused(line, "phải là văn bản UTF-8", "must be text in UTF-8") from error
    if not text.strip():
        raise refused(None, "tệp rỗng", "the file is empty")
    return grow(json_events(text) if as_json else yaml_events(text))


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet, and in a mapping the key that waits for its value."""

    node: Node
    key: Event | None = None


def grow(events: Iterator[Event]) -> Node:
    """The tree, without recursion: how deep a file goes, and how much it says, is ours to limit."""
    root: Node | None = None
    stack: list[_Open] = []
    for count, event in enumerate(events):
        if count > MOST_VALUES:
            raise refused(event.line, f"có quá {MOST_VALUES:_} giá trị".replace("_", "."), "too many values")
        if event.kind == "end":
            stack.pop()
            continue
        node = _place(stack[-1], event) if stack else _made(event, event.line)
        root = root or node
        if node is not None and event.kind != "scalar":
            stack.append(_Open(node))
            if len(stack) > DEEPEST:
                raise _too_deep(event.line)
    return root or Node(1, text="", plain=True)


def _too_deep(line: int) -> DraftRefused:
    return refused(line, f"lồng nhau quá {DEEPEST} cấp", f"nested deeper than {DEEPEST} levels")


def _made(event: Event, line: int) -> Node:
    if event.kind == "scalar":
        return Node(line, event.text, event.plain, event.figure)
    return Node(line, items=[]) if event.kind == "list" else Node(line, keys={})


def _place(parent: _Open, event: Event) -> Node | None:
    """Put what an event says into the list or mapping that is open; None for a key, which waits for its value."""
    if parent.node.items is not None:
        parent.node.items.append(_made(event, event.line))
        return parent.node.items[-1]
    keys = parent.node.keys
    assert keys is not None  # a list or a mapping is open
    if parent.key is not None:
        node = keys[parent.key.text] = _made(event, parent.key.line)
        parent.key = None
        return node
    if event.kind != "scalar":
        raise refused(event.line, "khóa phải là chữ, không phải danh sách hay bảng", "a key must be a word")
    if event.text in keys:
        name = shown(event.text)
        raise refused(event.line, f"khóa «{name}» có hai lần", f"the key {name!r} stands twice")
    parent.key = event
    return None
