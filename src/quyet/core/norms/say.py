"""Sentences about norms that the command, the pages and the checks share, in both languages."""

from __future__ import annotations

from datetime import date

from quyet.core.norms.lookup import Answer
from quyet.core.norms.model import NATIONAL, Bilingual, Level, Norms
from quyet.core.values.amounts import dotted

NO_PROVINCE_LEVEL = Bilingual(
    "không có mức của tỉnh: chỉ có mức trần quốc gia",
    "no level of the province: only the national ceiling",
)
NO_LEVEL = Bilingual("chưa có định mức của ngày này", "no norm is known for this day")
NOT_VERIFIED = Bilingual("chưa kiểm chứng", "not verified")
FROM_MEMORY = Bilingual("chưa đối chiếu văn bản gốc", "not compared with the original")
UNDATED = Bilingual("chưa rõ ngày có hiệu lực", "day of entry into force not seen")
_NEEDED = {"place": Bilingual("loại địa bàn", "the kind of place"), "rank": Bilingual("đối tượng", "the rank")}


def day(value: date) -> str:
    """2024-06-01 → `01/06/2024`."""
    return f"{value:%d/%m/%Y}"


def figure(level: Level | None) -> str:
    """`200.000`, `600.000–800.000`, or a dash where there is no figure."""
    if level is None or level.most is None or level.least is None:
        return "–"
    return dotted(level.most) if level.least == level.most else f"{dotted(level.least)}–{dotted(level.most)}"


def period(level: Level) -> str:
    """`01/07/2017–03/05/2025`; `?` for a day of entry into force that nobody saw, `…` for an open end."""
    return f"{day(level.since) if level.since else '?'}–{day(level.until) if level.until else '…'}"


def doubts(level: Level) -> tuple[Bilingual, ...]:
    """What keeps a level from blocking, to be said beside its figure."""
    if not level.says:
        return (NOT_VERIFIED,)
    memory = (FROM_MEMORY,) if level.mark == "M" else ()
    return memory if level.dated else (*memory, UNDATED)


def whom(norms: Norms, level: Level) -> Bilingual | None:
    """For which place and rank a level is; None where it is for all."""
    parts = [norms.places[level.place].name] if level.place else []
    parts += [norms.ranks[level.rank].name] if level.rank else []
    if not parts:
        return None
    return Bilingual("; ".join(part.vi for part in parts), "; ".join(part.en for part in parts))


def why_none(norms: Norms, answer: Answer, territory: str = NATIONAL) -> Bilingual | None:
    """Why a territory has no figure or rule to give; None where it has one."""
    if answer.status == "missing":
        needed = [_NEEDED[each] for each in answer.missing]
        return Bilingual(
            f"cần biết {' và '.join(each.vi for each in needed)}", f"needs {' and '.join(each.en for each in needed)}"
        )
    if answer.status != "unknown":
        return None
    if territory != NATIONAL:
        return NO_PROVINCE_LEVEL
    if answer.gone:
        return _ended(norms, answer.gone[0])
    return NOT_VERIFIED if answer.level is not None else NO_LEVEL


def _ended(norms: Norms, key: str) -> Bilingual:
    place = norms.places[key]
    last = day(place.until) if place.until else "…"
    return Bilingual(
        f"không có loại địa bàn này vào ngày đó ({place.name.vi}: đến {last})",
        f"there is no such kind of place on that day ({place.name.en}: until {last})",
    )
