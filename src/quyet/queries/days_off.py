"""Which days are off here: by the office's own file where it has one, else by the one that ships."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from quyet.core.values.workdays import DaysOff
from quyet.files.facts.days_off import FILE, days_off_of, load_decided, load_decided_from
from quyet.files.facts.strict import FactsError


def days_off(year: int) -> DaysOff:
    """The days off of a year. A file of the office that cannot be taken counts as none: `fault` says so."""
    return days_off_of(year, _own()[0] or load_decided())


def fault() -> str | None:
    """What is wrong with the office's own file; None where nothing is, or where there is none."""
    return _own()[1]


def _own() -> tuple[Mapping[int, DaysOff] | None, str | None]:
    file = Path(settings.FORMS) / FILE
    try:
        state = file.stat()
    except OSError:
        return None, None
    return _loaded(file, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _loaded(file: Path, changed: int, size: int) -> tuple[Mapping[int, DaysOff] | None, str | None]:
    """Read once until it changes; a file that cannot be read any more says why."""
    try:
        return load_decided_from(file), None
    except FactsError as error:
        return None, str(error)
    except OSError as error:
        return None, f"{file.name}: {error.strerror or error}"
