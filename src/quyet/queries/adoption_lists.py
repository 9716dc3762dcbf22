"""The data of an adopted decision, and the lists in it to which members were added and of which some were dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from quyet.core.adoption import Change, Listed, Members, members_of, value_at
from quyet.core.adoption.members import LISTED, LISTS, SAID_AT
from quyet.core.values.folding import squeeze
from quyet.files.drafts.load import draft_of
from quyet.files.estimates import completed
from quyet.files.writers.programme_json import programme_dict
from quyet.files.writers.reading_json import stated
from quyet.store.models import Adoption, AdoptionChange


def data_in(content: str) -> Mapping[str, Any]:
    """The data of a programme with its annexes worked out, so that an amount that follows is held against its words
    too. A reading is taken as data as well: what was read is said in the same terms."""
    return _data(content)


@lru_cache(maxsize=16)
def _data(content: str) -> Mapping[str, Any]:
    draft = draft_of(content.encode(), as_json=True).draft
    data = programme_dict(draft)
    if draft.estimates:
        data["estimates"] = [stated(each) for each in completed(draft.estimates)]
    return data


def changes_of(adoption: Adoption) -> list[AdoptionChange]:
    """What was added and dropped, in order. Asked once of a row."""
    prefetch_related_objects([adoption], Prefetch("changes", AdoptionChange.objects.select_related("person")))
    return list(adoption.changes.all())


def change_of(row: AdoptionChange) -> Change:
    """What a row says was done, and to which list."""
    what = "add" if row.what == AdoptionChange.What.ADD else "drop"
    return Change(what, row.which, row.after, row.part)  # type: ignore[arg-type]  # the column's choices are the lists


def words_added(changes: Sequence[AdoptionChange]) -> Iterator[tuple[str, str]]:
    """The words of the paper that members were added with, by the path at which a reader would have them."""
    for row in changes:
        if row.words:
            done = change_of(row)
            yield f"{LISTS[done.part]}/{done.which}/{SAID_AT[done.part]}", squeeze(row.words)


def members_in(adoption: Adoption, content: str, changes: Sequence[AdoptionChange]) -> Members:
    """The numbers of the members of each list, in the order of the content."""
    return members(data_in(adoption.reading), data_in(content), changes)


def next_number(adoption: Adoption, part: Listed, changes: Sequence[AdoptionChange]) -> int:
    """The number of the next member that is added to a list."""
    added = sum(each.part == part and each.what == "add" for each in map(change_of, changes))
    return count(data_in(adoption.reading), part) + added


def count(data: Mapping[str, Any], part: str) -> int:
    """How many members a list of the data has."""
    return len(value_at(data, LISTS[part]) or ())


def members(read: Mapping[str, Any], data: Mapping[str, Any], changes: Sequence[AdoptionChange]) -> Members:
    """The same of what was read and what is there now. Where the content was written anew as a whole, the places
    themselves count."""
    done = [change_of(each) for each in changes]
    found: dict[str, tuple[int, ...]] = {}
    for part in LISTED:
        now = count(data, part)
        numbers = members_of(count(read, part), [each for each in done if each.part == part])
        found[part] = numbers if len(numbers) == now else tuple(range(now))
    return found
