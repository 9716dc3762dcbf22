"""An adopted decision: its facts with the words that state them, what is confirmed, what was corrected, what waits."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any
from unicodedata import normalize

from quyet.core.adoption import Asked, asked_in, is_ready, numbered, said, value_at
from quyet.core.values.folding import squeeze
from quyet.queries.adoption_lists import changes_of, count, data_in, members, words_added
from quyet.queries.shown import Json
from quyet.store.models import Adoption, Annex, ConfirmedFact, Programme


@dataclass(frozen=True)
class Fact:
    """A fact, what was read of it, its words (empty: the paper has none for it), and who confirmed it last."""

    asked: Asked
    read: Any
    words: str
    last: ConfirmedFact | None

    @property
    def path(self) -> str:
        return self.asked.path

    @property
    def value(self) -> str:
        """The value in words."""
        return said(self.asked.kind, self.asked.value)

    @property
    def was(self) -> str:
        """What was read, in words."""
        return said(self.asked.kind, self.read)

    @cached_property
    def token(self) -> str:
        """The value as it is confirmed: whoever confirms names what they saw."""
        return kept(self.asked.value)

    @property
    def is_confirmed(self) -> bool:
        """Whether its last confirmation was of the value that stands now: a change voids it."""
        return self.last is not None and self.last.value == self.token

    @property
    def is_corrected(self) -> bool:
        """Whether another value stands than was read."""
        return bool(self.asked.value != self.read)

    @property
    def is_ready(self) -> bool:
        return is_ready(self.asked)


@dataclass(frozen=True)
class Facts:
    """All facts of an adopted decision."""

    every: tuple[Fact, ...]

    @cached_property
    def waiting(self) -> tuple[Fact, ...]:
        """Those that have to be confirmed, confirmed or not."""
        return tuple(each for each in self.every if each.asked.waits)

    @property
    def unsaid(self) -> tuple[Fact, ...]:
        """Those that the paper need not say and that somebody may add."""
        return tuple(each for each in self.every if not each.asked.waits)

    @property
    def confirmed(self) -> int:
        return sum(each.is_confirmed for each in self.waiting)

    @property
    def unconfirmed(self) -> int:
        return len(self.waiting) - self.confirmed

    @property
    def corrected(self) -> tuple[Fact, ...]:
        """What is no longer as it was read."""
        return tuple(each for each in self.every if each.is_corrected)

    def at(self, path: str) -> Fact | None:
        """The fact at a path."""
        return next((each for each in self.every if each.path == path), None)


def kept(value: Any) -> str:
    """A value as its confirmation holds it."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def adoption_of(programme: Programme) -> Adoption | None:
    """The paper that a programme was adopted from; None for one that was drafted here. Asked once of a row."""
    known: Adoption | None = programme._state.fields_cache.get("adoption")
    if known is None:
        known = Adoption.objects.select_related("source", "source__by").filter(programme=programme).first()
        if known is not None:
            known.programme = programme  # from now on the row knows it
    return known


def facts_of_adoption(adoption: Adoption, content: str) -> Facts:
    """Every fact of the content, beside what was read of it and who confirmed it."""
    read, words, changes = data_in(adoption.reading), _words(adoption.reading), changes_of(adoption)
    words = {**words, **dict(words_added(changes))}
    data = data_in(content)
    numbers = members(read, data, changes)
    typed = {place for place, which in enumerate(numbers["bases"]) if which >= count(read, "bases")}
    rows = ConfirmedFact.objects.filter(adoption=adoption).select_related("person").order_by("id")
    last = {each.path: each for each in rows}
    was = {each.path: each.value for each in asked_in(read)}
    asked = [numbered(each, numbers) for each in asked_in(data, typed)]
    return Facts(tuple(Fact(each, was.get(each.path), _said_at(each, words), last.get(each.path)) for each in asked))


def unconfirmed(programme: Programme) -> int:
    """How many facts wait for their confirmation."""
    adoption = adoption_of(programme)
    return facts_of_adoption(adoption, programme.content).unconfirmed if adoption else 0


def reading_of(adoption: Adoption) -> dict[str, Any]:
    """What was read of the paper, as READING.md has it."""
    reading: dict[str, Any] = json.loads(adoption.reading)
    return reading


# --- words -----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def _words(reading: str) -> Mapping[str, str]:
    """The words of each fact of a reading; those of a row of an annex run from its first cell to its last."""
    opened: Json = json.loads(reading)
    found: dict[str, str] = {}
    rows: dict[str, list[int]] = {}
    for fact in opened["facts"]:
        found[fact["path"]] = squeeze(fact["raw"])
        parts = fact["path"].split("/")
        if parts[1] == "estimates" and len(parts) > 4:
            rows.setdefault("/".join(parts[:5]), []).extend(fact["span"])
    text: str = opened["text"]
    return found | {path: squeeze(text[min(spans) : max(spans)]) for path, spans in rows.items()}


def where_said(reading: str, words: str) -> int | None:
    """Where some words stand in the text of a paper, whatever their spaces and lines; None where it has no such."""
    text: str = json.loads(reading)["text"]
    pattern = r"\s+".join(re.escape(each) for each in normalize("NFC", words).split())
    found = re.search(pattern, normalize("NFC", text), re.IGNORECASE) if pattern else None
    return found.start() if found else None


def _said_at(asked: Asked, words: Mapping[str, str]) -> str:
    return words.get(asked.words_at, "") if asked.value is not None or asked.words_at in words else ""


# --- the annex that came later ---------------------------------------------------------------------------------------


def lacks_lines(programme: Programme) -> bool:
    """Whether it is an adopted decision, in the register, whose lines are not there: no money can be posted."""
    return _is_entered(programme) and not programme.money_open and not programme.lines.exists()


def _is_entered(programme: Programme) -> bool:
    return programme.origin == Programme.Origin.ADOPTED and programme.state == Programme.State.ISSUED


def annex_of(programme: Programme) -> Annex | None:
    """The annex that was entered last, with its return where the accountant gave it back."""
    return programme.annexes.select_related("by", "source", "returned__by").order_by("-id").first()


def with_annex(content: str, estimates: Iterable[Any]) -> str:
    """A programme's data with other annexes."""
    data: dict[str, Any] = json.loads(content)
    data.pop("estimate", None)
    return json.dumps({**data, "estimates": list(estimates)}, ensure_ascii=False, indent=1)


def whole_content(programme: Programme) -> str:
    """A programme's data with the annex that came after its decision, once that is confirmed: `content` itself is
    frozen as it was issued."""
    if not _is_entered(programme):
        return programme.content
    annexed = programme.versions.filter(why="annex").order_by("-number").values_list("content", flat=True).first()
    return annexed or programme.content


def total_of(data: Mapping[str, Any]) -> int | None:
    """What the decision sets, in đồng."""
    amount: int | None = value_at(data, "/programme/total/amount")
    return amount
