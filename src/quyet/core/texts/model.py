"""A legal text and the days of its life. A day that nobody has seen is None; nothing is guessed from a number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quyet.core.values.mark import Mark


@dataclass(frozen=True, slots=True)
class LegalText:
    """One row of the register.

    `title`: in short what it is about; of a law its name. `place`: of which province it is; only those need one, for
    their numbers repeat. `since` and `until` lie inside the time in force; each has a mark of its own, for one is often
    seen without the other. `still_*`: what the text governs after its last day, the years before for example; who
    cites it then may be right, and surely is for a budget year up to `still_year`.
    """

    number: str
    kind: str
    title: str | None
    place: str | None
    issued: date | None
    since: date | None
    since_mark: Mark | None
    until: date | None
    until_mark: Mark | None
    replaced_by: tuple[str, ...]
    amended_by: tuple[str, ...]
    still_vi: str | None
    still_en: str | None
    still_year: int | None
    mark: Mark
    source: str

    @property
    def end_is_sure(self) -> bool:
        """The last day was read in its source, and so was the text itself."""
        return self.mark == self.until_mark == "S"

    @property
    def begin_is_sure(self) -> bool:
        """The same of the first day."""
        return self.mark == self.since_mark == "S"
