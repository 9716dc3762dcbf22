"""Nodes of a file → records of a draft. Every fault is collected with its key and line, so that one look mends all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from quyet.core.decisions.model import Attachment
from quyet.core.estimates.model import PlannedLine
from quyet.core.estimates.sums import quantity_of
from quyet.core.values.amounts import dotted
from quyet.files.drafts.faults import DraftFault, shown
from quyet.files.drafts.nodes import Node
from quyet.files.drafts.scalars import (
    Wrong,
    hold_number,
    to_day,
    to_dong,
    to_flag,
    to_number,
    to_rate,
    to_ref,
    to_small,
    to_text,
    to_year,
)
from quyet.files.drafts.shape import LIST_LIMIT, REQUIRED, defaults_of, shape_of, text_limit

Path = tuple[str | int, ...]

_NARROW: dict[str, Callable[[str], int]] = {"year": to_year, "level": to_small, "chosen": to_small}
"""Whole numbers that are no đồng."""
_SEVERAL_LINES = {("Article", "text")}


class Builder:
    """Builds records and keeps the faults."""

    def __init__(self, whole: bool = True) -> None:
        """`whole`: a record must have what a paper needs. A reading states what the paper had, and that is enough."""
        self.whole = whole
        self.faults: list[DraftFault] = []
        self.places: dict[Path, int] = {}

    def fault(self, path: Path, node: Node, vi: str, en: str) -> None:
        self.faults.append(DraftFault(written(path), node.line, vi, en))

    def unknown(self, path: Path, node: Node, known: list[str]) -> None:
        """A key that is none; the one that was meant, where it is near."""
        near = get_close_matches(str(path[-1])[:100], known, 1)
        listed = ", ".join(known)
        vi = f"khóa lạ; có phải là {near[0]}?" if near else f"khóa lạ; các khóa ở đây: {listed}"
        en = f"unknown key; is it {near[0]}?" if near else f"unknown key; the keys here: {listed}"
        self.fault(path, node, vi, en)

    def missing(self, path: Path, node: Node) -> None:
        self.fault(path, node, "thiếu khóa này, hoặc để trống", "this key is missing or empty")

    def record(self, kind: type, node: Node, path: Path) -> Any:
        """The record of that type, or None where the node is none (a fault)."""
        self.places[path] = node.line
        if node.keys is None:
            self.fault(path, node, "phải là một bảng khóa: giá trị", "must be a mapping of keys")
            return None
        shape = shape_of(kind)
        found: dict[str, Any] = {}
        wrong: set[str] = set()
        for key, inner in node.keys.items():
            before = len(self.faults)
            if key in shape:
                found[key] = self.value(shape[key], inner, (*path, key), kind)
            else:
                self.unknown((*path, key), inner, list(shape))
            if len(self.faults) > before:
                wrong.add(key)
        said = {key: value for key, value in found.items() if value is not None}
        required = REQUIRED.get(kind, ())
        for key in required if self.whole else ():
            if key not in said and key not in wrong:
                self.missing((*path, key), node.keys.get(key, node))
        made = kind(**{**dict.fromkeys(required), **defaults_of(kind), **said})
        if isinstance(made, PlannedLine) and made.factors and "factors" not in wrong:
            self._product(made, node.keys["factors"], (*path, "factors"))
        return made

    def _product(self, line: PlannedLine, node: Node, path: Path) -> None:
        """What the factors make is a quantity like others."""
        try:
            hold_number(quantity_of(line) or Decimal(0))
        except Wrong as wrong:
            self.fault(path, node, f"tích các thừa số {wrong.vi}", f"the product of the factors is {wrong.en}")

    def value(self, hint: Any, node: Node, path: Path, owner: type) -> Any:
        """A value of that type."""
        if node.is_null:
            return None
        self.places[path] = node.line
        arguments = get_args(hint)
        match get_origin(hint):
            case origin if origin in (Union, UnionType):
                return self.value(next(each for each in arguments if each is not NoneType), node, path, owner)
            case origin if origin is list:
                return self._list(arguments[0], node, path, owner)
            case origin if origin is tuple:
                return self._pair(node, path, owner)
            case origin if origin is Literal:
                return self._choice(arguments, node, path)
        if is_dataclass(hint) and isinstance(hint, type):
            return self.record(hint, node, path)
        return self._scalar(hint, node, path, owner)

    def _list(self, hint: Any, node: Node, path: Path, owner: type) -> list[Any]:
        if node.items is None:
            self.fault(path, node, "phải là một danh sách", "must be a list")
            return []
        if len(node.items) > LIST_LIMIT:
            most = dotted(LIST_LIMIT)
            self.fault(path, node, f"có {dotted(len(node.items))} mục; nhiều nhất {most}", f"more than {most} members")
            return []
        return [self._member(hint, inner, (*path, index), owner) for index, inner in enumerate(node.items)]

    def _member(self, hint: Any, node: Node, path: Path, owner: type) -> Any:
        """A member of a list; one that says nothing would move those after it up one place."""
        before = len(self.faults)
        value = self.value(hint, node, path, owner)
        if value is None and len(self.faults) == before:
            self.fault(path, node, "mục trống; hãy xóa hoặc điền", "an empty member; remove it or fill it in")
        return value

    def _pair(self, node: Node, path: Path, owner: type) -> tuple[date, date] | None:
        before = len(self.faults)
        days = self._list(date, node, path, owner)
        if len(self.faults) > before:
            return None
        if len(days) == 2 and days[0] <= days[1]:
            return days[0], days[1]
        self.fault(path, node, "phải là hai ngày, ngày đầu trước", "must be two days, the first one first")
        return None

    def _choice(self, choices: tuple[str, ...], node: Node, path: Path) -> str | None:
        if node.text in choices:
            return node.text
        listed = ", ".join(choices)
        self.fault(path, node, f"phải là một trong: {listed}", f"must be one of: {listed}")
        return None

    def _scalar(self, hint: type, node: Node, path: Path, owner: type) -> Any:
        if node.text is None:
            self.fault(
                path,
                node,
                "phải là một giá trị, không phải danh sách hay bảng",
                "must be one value, not a list or mapping",
            )
            return None
        try:
            return _convert(hint, node.text, node.figure, owner, [step for step in path if isinstance(step, str)][-1])
        except Wrong as wrong:
            self.fault(path, node, wrong.vi, wrong.en)
            return None


def _convert(hint: type, text: str, figure: bool, owner: type, field: str) -> Any:
    if hint is str and field == "ref":
        return to_ref(text, owner is Attachment) if text else None
    if hint is str:
        return to_text(text, text_limit(owner, field), (owner.__name__, field) in _SEVERAL_LINES) or None
    if hint is bool:
        return to_flag(text)
    if field in _NARROW:
        return _NARROW[field](text)
    if hint is int:
        return to_dong(text, figure)
    if hint is Decimal:
        return to_rate(text, figure) if field == "rate" else to_number(text, figure)
    if hint is date:
        return to_day(text)
    raise TypeError(f"no scalar of type {hint}")


def written(path: Path) -> str:
    """`programme.activities[2].quantity`, counted from 0 as in the file's lists."""
    said = "".join(f"[{step}]" if isinstance(step, int) else f".{shown(step)}" for step in path)
    return said.removeprefix(".")
