"""The facts of a programme's data that a person holds against the words of the paper.

A path is a JSON pointer, the same into the data (PROGRAMME.yaml as JSON, its annexes under `estimates`) and into the
reading that they were made of, so that each value finds its words.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Literal

from quyet.core.values.words import from_words

Kind = Literal["text", "year", "day", "dong", "quantity", "timeframe", "duration", "assignment", "line"]
"""What a value is, and so how it is said and typed."""

Need = Literal["must", "asked", "may"]
"""`must`: the register cannot do without it; `asked`: that the paper does not say it is confirmed too; `may`: only
where the paper says it, or somebody adds it."""

Part = Literal["document", "bases", "programme", "activity", "assignments", "estimate"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One fact: where it stands, what it is, its value now (JSON; None: the paper does not say it). `words_at`: the
    path of the reading whose words state it. `which`: of which of several members of its part (activities, bases,
    assignments, annexes), from 0."""

    path: str
    kind: Kind
    need: Need
    value: Any
    part: Part
    which: int = 0
    words_at: str = ""

    @property
    def waits(self) -> bool:
        """Whether somebody has to confirm it."""
        return self.need != "may" or self.value is not None


def is_ready(fact: Asked) -> bool:
    """Whether its value can be confirmed: what the register needs cannot be missing."""
    return fact.need != "must" or fact.value is not None


_DOCUMENT: tuple[tuple[str, Kind, Need], ...] = (
    ("kind", "text", "must"),
    ("number", "text", "must"),
    ("date", "day", "must"),
    ("place", "text", "may"),
    ("parent", "text", "may"),
    ("issuer", "text", "must"),
    ("title", "text", "must"),
    ("proposer", "text", "may"),
    ("signature/authority", "text", "may"),
    ("signature/position", "text", "asked"),
    ("signature/name", "text", "asked"),
)
_ACTIVITY: tuple[tuple[str, Kind, Need], ...] = (
    ("title", "text", "must"),
    ("quantity", "quantity", "asked"),
    ("timeframe", "timeframe", "asked"),
    ("duration", "duration", "may"),
    ("specification", "text", "may"),
    ("place", "text", "may"),
    ("audience", "text", "may"),
    ("amount", "dong", "may"),
)
_LINE = ("content", "unit", "quantity", "unit_price", "amount")
"""What of a line is held against the paper: its own columns."""


def asked_in(data: Mapping[str, Any], bases_in_words: Container[int] = ()) -> list[Asked]:
    """Every fact of the data, in the order in which the paper says them. `bases_in_words`: the places of bases of which
    the whole words are asked too, because a person typed them."""
    return [*_document(data), *_bases(data, bases_in_words), *_programme(data), *_estimates(data)]


def _document(data: Mapping[str, Any]) -> Iterator[Asked]:
    for name, kind, need in _DOCUMENT:
        path = f"/document/{name}"
        yield Asked(path, kind, need, value_at(data, path), "document", words_at=path)


def _bases(data: Mapping[str, Any], in_words: Container[int]) -> Iterator[Asked]:
    for index, basis in enumerate(_members(data, "/document/bases")):
        at = f"/document/bases/{index}"
        if index in in_words:
            yield Asked(f"{at}/text", "text", "must", basis.get("text"), "bases", index, f"{at}/text")
        yield Asked(f"{at}/number", "text", "may", basis.get("number"), "bases", index, f"{at}/number")
        yield Asked(f"{at}/date", "day", "may", basis.get("date"), "bases", index, f"{at}/date")


def _programme(data: Mapping[str, Any]) -> Iterator[Asked]:
    if data.get("programme") is None:
        return
    path = "/programme/year"
    yield Asked(path, "year", "asked", value_at(data, path), "programme", words_at="/document/title")
    for name, kind, need in (("amount", "dong", "asked"), ("words", "text", "may")):
        path = f"/programme/total/{name}"
        yield Asked(path, kind, need, value_at(data, path), "programme", words_at="/programme/total")  # type: ignore[arg-type]
    for index, activity in enumerate(_members(data, "/programme/activities")):
        for name, kind, need in _ACTIVITY:
            path = f"/programme/activities/{index}/{name}"
            yield Asked(path, kind, need, activity.get(name), "activity", index, path)
    for index, each in enumerate(_members(data, "/programme/assignments")):
        path = f"/programme/assignments/{index}"
        yield Asked(path, "assignment", "must", each, "assignments", index, f"{path}/unit")


def _estimates(data: Mapping[str, Any]) -> Iterator[Asked]:
    for annex, estimate in enumerate(_members(data, "/estimates")):
        at = f"/estimates/{annex}"
        for index, line in enumerate(estimate.get("lines", [])):
            value = {name: line[name] for name in _LINE if line.get(name) is not None}
            yield Asked(f"{at}/lines/{index}", "line", "must", value, "estimate", annex, f"{at}/lines/{index}")
        yield Asked(f"{at}/total", "line", "asked", _total(estimate), "estimate", annex, f"{at}/total")


def _total(estimate: Mapping[str, Any]) -> dict[str, Any] | None:
    total = estimate.get("total")
    return None if total is None else {"amount": total}


# --- pointers --------------------------------------------------------------------------------------------------------


def value_at(data: Any, path: str) -> Any:
    """The value at a path; None where there is none."""
    for step in path.strip("/").split("/"):
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, Sequence) and not isinstance(data, str) and step.isdigit() and int(step) < len(data):
            data = data[int(step)]
        else:
            return None
    return data


def put(data: Mapping[str, Any], path: str, value: Any) -> dict[str, Any]:
    """The data with another value at the path of one of their facts; None takes it away."""
    made: dict[str, Any] = deepcopy(dict(data))
    *above, last = path.strip("/").split("/")
    node: Any = made
    for step in above:
        node = node[int(step)] if isinstance(node, list) else node.setdefault(step, {})
    if isinstance(node, list):
        node[int(last)] = value
    elif value is None:
        node.pop(last, None)
    else:
        node[last] = value
    if path.startswith("/programme/total/"):
        _follow_words(made)
    return made


def _follow_words(data: dict[str, Any]) -> None:
    """What the words of a total come to follows from them; a total without its figure is none."""
    total = data["programme"]["total"]
    amount = from_words(total["words"]) if total.get("words") else None
    total.pop("in_words_amount", None)
    if amount is not None:
        total["in_words_amount"] = amount
    if total.get("amount") is None:
        del data["programme"]["total"]


def _members(data: Mapping[str, Any], path: str) -> list[Any]:
    found = value_at(data, path)
    return found if isinstance(found, list) else []
