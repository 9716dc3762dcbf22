"""What a page shows of a reading: each value together with the words it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quyet.queries.marked_text import LONGEST_SHOWN, Span, harmless

Json = Mapping[str, Any]

ONE_FACT = ("quantity", "timeframe", "duration", "total")
"""Objects that are one fact each."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a fact is: its leaf without numbers (`programme/activities/quantity`), and of which of several it is one,
    as a reader counts them: an activity by its label, all else from 1."""

    leaf: str
    which: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """One value. `fact` is its number in the reading's list of facts, `line` the line of its words, `place` what it is
    of the reading; all None where the value came from no words, or from words beyond what the page shows."""

    value: Any
    fact: int | None = None
    line: int | None = None
    place: Place | None = None


Record = dict[str, Any]
"""The `Shown` of an object's leaves, by name."""


class Evidence:
    """The facts of a reading, looked up by their place in it; remembers which of them the page shows."""

    def __init__(self, reading: Json) -> None:
        self.facts: list[Json] = reading["facts"]
        self.spans: dict[int, Span] = {}
        self._by_path = {fact["path"]: index for index, fact in enumerate(self.facts)}
        self._activities: list[Json] = (reading["programme"] or {}).get("activities", [])
        text = reading["text"][:LONGEST_SHOWN]
        self._line_starts = [0, *(place + 1 for place, character in enumerate(text) if character == "\n")]
        self._length = len(text)

    def line(self, place: int) -> int:
        return bisect_right(self._line_starts, place)

    def start(self, line: int) -> int:
        """The offset at which a line begins."""
        return self._line_starts[line - 1]

    def show(self, path: str, value: Any, *, whole: bool = False) -> Shown | None:
        """The value at a path, with its words; None where there is none."""
        if value is None:
            return None
        shown = harmless(value) if isinstance(value, str) else value
        index = self._by_path.get(path)
        if index is None:
            return Shown(shown)
        start, end = self.facts[index]["span"]
        if start >= self._length:
            return Shown(shown)
        self.spans[index] = Span(start, end, "whole" if whole else "fact", index)
        return Shown(shown, index, self.line(start), self.place(path))

    def nearest(self, path: str) -> Shown:
        """What a path is of, with the line of its words or of those that it belongs to, where there are some."""
        above = path
        while above and above not in self._by_path:
            above = above.rpartition("/")[0]
        found = self.show(above, above) or Shown(above)
        return Shown(path, line=found.line, place=self.place(path))

    def place(self, path: str) -> Place:
        """What a path is of, in the words of the model."""
        steps = path.strip("/").split("/")
        leaf = "/".join(step for step in steps if not step.isdigit())
        numbers = [int(step) for step in steps if step.isdigit()]
        if not numbers:
            return Place(leaf)
        label = self._activities[numbers[0]]["label"] if leaf.startswith("programme/activities/") else None
        return Place(leaf, harmless(label or str(numbers[-1] + 1)))

    def record(self, path: str, node: Json, names: Iterable[str]) -> Record:
        """Some leaves of an object."""
        return {name: self.show(f"{path}/{name}", node.get(name)) for name in names}

    def members(self, path: str, values: Iterable[Any]) -> list[Shown]:
        """A list of leaves."""
        shown = (self.show(f"{path}/{index}", value) for index, value in enumerate(values))
        return [each for each in shown if each is not None]
