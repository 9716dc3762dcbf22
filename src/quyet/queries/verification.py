"""Whether everything that must stay as it was still is: the journals, what was frozen, the files; and whether the acts
that are kept lead to the state in which each programme is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from quyet.core.approval.rules import STATE_NAMES
from quyet.queries.approval import standing_of
from quyet.queries.files import Damaged, bytes_of, folder
from quyet.queries.journal import Verified, exported, verified
from quyet.store.models import Body, Programme, StoredFile, Version

Row = TypeVar("Row")


class NoSuchBody(LookupError):
    """No body has that name."""


@dataclass(frozen=True, slots=True)
class Damage:
    """The first of its kind that is not what was kept: what it is, its row, and why, in both languages."""

    what: str
    row: int
    why: str
    why_en: str


@dataclass(frozen=True, slots=True)
class Kept:
    """How many were looked at, and the first that is not what was kept."""

    looked_at: int
    damage: Damage | None


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything that was looked at."""

    journals: tuple[Verified, ...]
    versions: Kept
    files: Kept
    programmes: Kept

    @property
    def holds(self) -> bool:
        """Whether nothing was touched."""
        others = (self.versions, self.files, self.programmes)
        return not any(each.broken for each in self.journals) and not any(each.damage for each in others)


def look_through(body: str | None = None) -> Whole:
    """Look at everything of one body, or of all. NoSuchBody where none has the name."""
    bodies = bodies_asked_for(body)
    versions = Version.objects.filter(programme__body__in=bodies).select_related("programme").order_by("id")
    files = StoredFile.objects.filter(body__in=bodies).order_by("id")
    programmes = Programme.objects.filter(body__in=bodies).defer("content").prefetch_related("acts").order_by("id")
    return Whole(
        tuple(verified(each) for each in bodies),
        _kept(versions.iterator(chunk_size=100), _of_version),
        _kept(files.iterator(chunk_size=2000), _of_file),
        _kept(programmes.iterator(chunk_size=500), _of_programme),
    )


def journals(body: str | None = None) -> Iterator[dict[str, object]]:
    """The journal of one body, or of all, one after another. NoSuchBody where none has the name."""
    for each in bodies_asked_for(body):
        yield from exported(each)


def bodies_asked_for(name: str | None) -> list[Body]:
    """The body of that name, or every body in the order they were entered."""
    found = list(Body.objects.filter(name=name) if name is not None else Body.objects.order_by("id"))
    if name is not None and not found:
        raise NoSuchBody(name)
    return found


def _kept(rows: Iterator[Row], damage_of: Callable[[Row], Damage | None]) -> Kept:
    looked_at = 0
    for row in rows:
        looked_at += 1
        if damage := damage_of(row):
            return Kept(looked_at, damage)
    return Kept(looked_at, None)


def _of_version(version: Version) -> Damage | None:
    if sha256(version.content.encode()).hexdigest() == version.sha256:
        return None
    what = f"{version.programme.title[:80]} · {version.number}"
    return Damage(what, version.pk, "nội dung đã khóa bị sửa", "its frozen content was changed")


def _of_file(file: StoredFile) -> Damage | None:
    try:
        bytes_of(file)
    except Damaged:
        path = folder() / file.sha256[:2] / file.sha256
        return Damage(file.name, file.pk, *_WHY[path.exists()])
    except OSError as error:
        return Damage(file.name, file.pk, f"không đọc được: {error.strerror}", f"cannot be read: {error.strerror}")
    return None


def _of_programme(programme: Programme) -> Damage | None:
    try:
        led_to = standing_of(programme).state
    except KeyError:  # a move that the table does not know, or not from there
        led_to = None
    if led_to == programme.state:
        return None
    vi, en = STATE_NAMES[programme.state]  # type: ignore[index]  # the model's choices are the core's states
    return Damage(
        programme.title[:80],
        programme.pk,
        f"các bước đã ghi không dẫn đến «{vi}»",
        f"the moves that are kept do not lead to “{en}”",
    )


_WHY = {False: ("tệp không còn", "the file is gone"), True: ("tệp đã bị sửa", "the file was changed")}
