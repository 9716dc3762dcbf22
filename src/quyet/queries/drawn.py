"""The pages of a paper as pictures, drawn once and remembered for the requests that follow the page."""

from __future__ import annotations

import struct
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from quyet.core.papers.paper import Paper
from quyet.files.writers.pdf import write_pictures
from quyet.queries.printed import one_at_a_time, rows, written_in
from quyet.queries.shown import Json

DOTS_PER_INCH = 144
CSS_DOTS = 96
MOST_REMEMBERED = 8
"""Papers; one takes 1 MB, at most some 13 (see LONGEST_DRAWN)."""

LONGEST_DRAWN = 80_000
MOST_LINES_DRAWN = 500
"""Above these (some 40 pages) nothing is drawn, and the files are there to be downloaded."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as PNG, how large it is shown, and a name that changes when it does."""

    png: bytes
    width: int
    height: int
    digest: str

    @property
    def is_wide(self) -> bool:
        return self.width > self.height


Key = tuple[str, str | None]
_REMEMBERED: OrderedDict[Key, tuple[Picture, ...]] = OrderedDict()


def is_drawn(reading: Json) -> bool:
    """Whether the pages of a reading's paper are few enough to be shown."""
    return len(reading["text"]) <= LONGEST_DRAWN and rows(reading) <= MOST_LINES_DRAWN


def pictures(token: str, reading: Json, form: str | None = None) -> tuple[Picture, ...]:
    """The pages of the paper of a kept reading; none where it is too long to be drawn. A reading never changes under
    its token, so that and the form are what they are remembered by."""
    if not is_drawn(reading):
        return ()
    return remembered(token, form, lambda: written_in(reading, form).paper)


def remembered(key: str, form: str | None, paper: Callable[[], Paper]) -> tuple[Picture, ...]:
    """The pages of a paper that never changes under its key and form; drawn where they are not remembered."""
    with one_at_a_time():
        if (key, form) not in _REMEMBERED:
            _REMEMBERED[key, form] = tuple(_picture(page) for page in write_pictures(paper(), DOTS_PER_INCH))
        _REMEMBERED.move_to_end((key, form))
        while len(_REMEMBERED) > MOST_REMEMBERED:
            _REMEMBERED.popitem(last=False)
        return _REMEMBERED[key, form]


def forget_pictures(token: str) -> None:
    """Remember nothing of a reading that is deleted."""
    for key in [key for key in _REMEMBERED.copy() if key[0] == token]:
        _REMEMBERED.pop(key, None)


def _picture(png: bytes) -> Picture:
    width, height = struct.unpack(">II", png[16:24])
    scale = CSS_DOTS / DOTS_PER_INCH
    return Picture(png, round(width * scale), round(height * scale), sha256(png).hexdigest()[:32])
