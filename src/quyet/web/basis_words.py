"""Why a price is what it is, in words: beside the price, and where two states of it are compared."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from quyet.core.estimates.model import PriceBasis, Quotation
from quyet.files.drafts.rows import MOST_ROWS, basis_of
from quyet.files.drafts.scalars import Wrong
from quyet.queries.marked_text import harmless
from quyet.queries.norms import known, provinces
from quyet.web import wording
from quyet.web.language import say
from quyet.web.norm_forms import place_name


def basis_said(basis: PriceBasis | None, norm_beside: bool = False) -> str:
    """2 báo giá: Công ty A 650.000 (chọn); Công ty B 700.000. `norm_beside`: the norm itself stands there already."""
    if basis is None:
        return ""
    if basis.kind == "quotation" and basis.quotations:
        said = say("{n} báo giá", "{n} quotation|{n} quotations", n=len(basis.quotations))
    else:
        said = wording.named(wording.PRICE_KINDS, basis.kind)
    more = [each for each in _more(basis, norm_beside) if each]
    return harmless(f"{said}: {'; '.join(more)}" if more else said)


@lru_cache(maxsize=2 * MOST_ROWS)
def kept_said(kept: str, norm_beside: bool, language: str | None) -> str:
    """The same of what a row carries. Rows carry the same from save to save; `language` is that of the page."""
    try:
        return basis_said(basis_of(kept), norm_beside) if kept else ""
    except Wrong:
        return ""


def _more(basis: PriceBasis, norm_beside: bool) -> Iterator[str | None]:
    norms = known()
    if basis.norm and not norm_beside:
        item = norms.items.get(basis.norm)
        yield say(*item.name) if item else basis.norm
    for key, classes in ((basis.place, norms.places), (basis.rank, norms.ranks)):
        yield (say(*classes[key].name) if key in classes else key) if key else None
    if basis.province:
        yield next((place_name(say(*each.name)) for each in provinces() if each.territory == basis.province), None)
    for number, quotation in enumerate(basis.quotations, start=1):
        yield _quotation(quotation, chosen=number == basis.chosen)
    if basis.why:
        yield say("chọn vì {why}", "chosen because {why}", why=basis.why)
    yield basis.reference


def _quotation(quotation: Quotation, chosen: bool) -> str:
    day = f", {quotation.date:%d/%m/%Y}" if quotation.date else ""
    mark = say(" (chọn)", " (chosen)") if chosen else ""
    return f"{quotation.supplier} {wording.number(quotation.unit_price)}{day}{mark}"
