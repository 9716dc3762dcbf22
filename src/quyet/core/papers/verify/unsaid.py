"""What a draft says and no form can print, because a part of it is missing."""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.decisions.model import Basis
from quyet.core.papers.draft import Draft, DraftProgramme
from quyet.core.papers.verify.fault import Fault


def unsaid(draft: Draft) -> Iterator[Fault]:
    """Bases, sources and offices that the paper would leave out without a word."""
    for index, basis in enumerate(draft.document.bases):
        missing = ", ".join(_missing(basis))
        if missing:
            yield Fault(
                ("document", "bases", index),
                f"thiếu {missing} nên căn cứ này không được in",
                f"lacks {missing}, so this basis is not printed",
            )
    if draft.programme is not None and not draft.document.articles:
        yield from _programme(draft.programme)


def _missing(basis: Basis) -> list[str]:
    """A basis is printed in its own words, or composed from its parts: a law has a title, an instrument a number and
    who issued it."""
    if basis.text:
        return []
    wanted = ("kind", "date", "issuer") if basis.number else ("kind", "date", "title")
    return [name for name in wanted if getattr(basis, name) is None]


def _programme(programme: DraftProgramme) -> Iterator[Fault]:
    for index, source in enumerate(programme.sources):
        if source.amount is None:
            yield Fault(
                ("programme", "sources", index),
                f"«{source.name}» chưa có amount nên không được in",
                f"{source.name!r} has no amount and is not printed",
            )
    roles = {each.role for each in programme.assignments}
    if "coordinate" in roles and "lead" not in roles:
        yield Fault(
            ("programme", "assignments"),
            "có đơn vị phối hợp (coordinate) mà không có đơn vị chủ trì (lead) nên không được in",
            "has who coordinates and nobody who leads, so neither is printed",
        )
