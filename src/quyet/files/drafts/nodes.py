"""A YAML or JSON file as a tree of nodes that know their lines and keep scalars as they are written.

Scalars stay text until the field that takes them says what they are. So `1.10` is the label 1.10 and not the number
1.1, `no` is a word and not false, and money never passes through a binary fraction. Anchors and aliases are refused:
nobody writes them in a programme, and a few lines of them unfold to gigabytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from quyet.files.drafts.faults import DraftFault, DraftRefused

DEEPEST = 40
"""Levels of nesting; a programme has seven, the articles of a reading a few more."""

FILE_BYTES = 20_000_000


@dataclass(slots=True)
class Node:
    """A scalar (`text`; `plain` where it stands without quotation marks), a list or a mapping."""

    line: int | None
    text: str | None = None
    plain: bool = False
    items: list[Node] | None = None
    keys: dict[str, Node] | None = None

    @property
    def is_null(self) -> bool:
        """Nothing, `~` or `null`."""
        return self.text is not None and self.plain and self.text in ("", "~", "null", "Null", "NULL")


def tree_of(data: bytes, as_json: bool) -> Node:
    """The tree of a file. DraftRefused where it is no text, too large, or no YAML or JSON."""
    if len(data) > FILE_BYTES:
        raise _refused(None, f"tệp lớn hơn {FILE_BYTES // 10**6} MB", f"larger than {FILE_BYTES // 10**6} MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refused(line, "phải là văn bản UTF-8", "must be text in UTF-8") from error
    return _json_tree(text) if as_json else _yaml_tree(text)


def _refused(line: int | None, vi: str, en: str) -> DraftRefused:
    return DraftRefused([DraftFault("", line, vi, en)])


# --- JSON ------------------------------------------------------------------------------------------------------------


def _json_tree(text: str) -> Node:
    """JSON has no line numbers to offer; `line_of` finds them when a fault must be shown."""
    try:
        value = json.loads(text, parse_int=_Figure, parse_float=_Figure, object_pairs_hook=_pairs)
    except json.JSONDecodeError as error:
        raise _refused(
            error.lineno, f"JSON chưa đúng ở cột {error.colno}", f"wrong JSON, column {error.colno}"
        ) from error
    except RecursionError as error:
        raise _refused(None, f"lồng nhau quá {DEEPEST} cấp", f"nested deeper than {DEEPEST} levels") from error
    return _node(value, 0)


class _Figure(str):
    """A number as it is written."""

    __slots__ = ()


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _refused(None, f"khóa {key!r} có hai lần", f"the key {key!r} stands twice")
        found[key] = value
    return found


def _node(value: Any, depth: int) -> Node:
    if depth > DEEPEST:
        raise _refused(None, f"lồng nhau quá {DEEPEST} cấp", f"nested deeper than {DEEPEST} levels")
    if isinstance(value, dict):
        return Node(None, keys={key: _node(inner, depth + 1) for key, inner in value.items()})
    if isinstance(value, list):
        return Node(None, items=[_node(inner, depth + 1) for inner in value])
    if isinstance(value, str):
        return Node(None, text=str(value), plain=isinstance(value, _Figure))
    return Node(None, text={None: "null", True: "true", False: "false"}[value], plain=True)


# --- YAML ------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet, and in a mapping the key that waits for its value."""

    node: Node
    key: str | None = None
    key_line: int = 0
    lines: dict[str, int] = field(default_factory=dict)


def _yaml_tree(text: str) -> Node:
    import yaml  # late: it costs more than all the rest of a start

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _grow(yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        raise _refused(line, f"YAML chưa đúng: {error.problem}", f"wrong YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        said = " ".join(str(error).split())
        raise _refused(None, f"YAML chưa đúng: {said}", f"wrong YAML: {said}") from error


def _grow(events: Iterator[Any]) -> Node:
    """The tree from the parser's events, without recursion: how deep a file goes is ours to say."""
    root: Node | None = None
    stack: list[_Open] = []
    for event in events:
        kind, line = type(event).__name__, event.start_mark.line + 1
        if kind == "AliasEvent" or getattr(event, "anchor", None):
            raise _refused(
                line, "không dùng neo và bí danh (&, *) của YAML", "anchors and aliases (&, *) are not taken"
            )
        if kind == "DocumentStartEvent" and root is not None:
            raise _refused(
                line, "tệp có nhiều văn bản YAML (---); chỉ nhận một", "several YAML documents (---); one is taken"
            )
        if kind in ("MappingEndEvent", "SequenceEndEvent"):
            stack.pop()
        node = _opened(kind, event, line)
        if node is None:
            continue
        waits = _place(stack[-1], node, line) if stack else True
        root = root or node
        if kind != "ScalarEvent":
            stack.append(_Open(node))
            if not waits or len(stack) > DEEPEST:
                raise _refused(line, f"lồng nhau quá {DEEPEST} cấp", f"nested deeper than {DEEPEST} levels")
    return root or Node(1, text="", plain=True)


def _opened(kind: str, event: Any, line: int) -> Node | None:
    if kind == "ScalarEvent":
        return Node(line, text=event.value, plain=event.style in (None, ""))
    if kind == "MappingStartEvent":
        return Node(line, keys={})
    return Node(line, items=[]) if kind == "SequenceStartEvent" else None


def _place(parent: _Open, node: Node, line: int) -> bool:
    """Put a node into the list or mapping that is open; False where it cannot be a key."""
    if parent.node.items is not None:
        parent.node.items.append(node)
        return True
    assert parent.node.keys is not None  # a list or a mapping is open
    if parent.key is None:
        if node.text is None:
            return False
        if node.text in parent.node.keys:
            raise _refused(line, f"khóa {node.text!r} có hai lần", f"the key {node.text!r} stands twice")
        parent.key, parent.key_line = node.text, line
        return True
    parent.node.keys[parent.key] = node
    if node.text is not None:
        node.line = parent.key_line  # a folded text begins below its key; people look for the key
    parent.key = None
    return True


def line_of(data: bytes, path: tuple[str | int, ...]) -> int | None:
    """The line of a key in a JSON file, by reading it as YAML, of which JSON is nearly a part; None where it is not."""
    try:
        node = _yaml_tree(data.decode("utf-8-sig"))
    except DraftRefused:
        return None
    for step in path:
        inner: Node | None = None
        if isinstance(step, str) and node.keys is not None:
            inner = node.keys.get(step)
        elif isinstance(step, int) and node.items is not None and step < len(node.items):
            inner = node.items[step]
        if inner is None:
            break
        node = inner
    return node.line
