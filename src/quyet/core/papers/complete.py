"""What follows from a draft by arithmetic or from the register of bodies, so that nobody enters it twice.

Nothing is guessed: the letterhead comes from the body that the draft names, an amount from its own factors, a sub-total
from its parts, a total from the annex. What the draft says itself is never overwritten; where it contradicts its parts,
`verify` says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from decimal import Decimal

from quyet.core.decisions.annex_rows import set_levels
from quyet.core.decisions.model import Estimate, EstimateLine, Signature, Total
from quyet.core.papers.draft import Draft, DraftDocument
from quyet.core.papers.form import BodyName
from quyet.core.values.amounts import round_dong
from quyet.core.values.words import LIMIT, from_words

_DECIDES_ITSELF = ("TM.",)
"""Under this mark a collective decides, not the office that signs."""


def complete(draft: Draft, body: BodyName | None) -> Draft:
    """A copy of the draft with what follows from it."""
    draft = deepcopy(draft)
    _letterhead(draft.document, body)
    for estimate in draft.estimates:
        _sums(estimate)
    programme = draft.programme
    if programme is not None:
        stated = draft.estimates[0].total if len(draft.estimates) == 1 else None
        if programme.total is None and stated is not None:
            programme.total = Total(stated, None, None)
        if programme.total is not None and programme.total.words is not None:
            programme.total.in_words_amount = from_words(programme.total.words)
    return draft


def _letterhead(document: DraftDocument, body: BodyName | None) -> None:
    if body is not None:
        document.parent = document.parent or body.parent
        document.issuer = document.issuer or body.issuer
        document.place = document.place or body.place
    document.competence = document.competence or _competence(document.signature, document.issuer, body)


def _competence(signature: Signature | None, issuer: str | None, body: BodyName | None) -> str | None:
    """GIÁM ĐỐC + SỞ CÔNG THƯƠNG TỈNH LẠNG SƠN: the office for which somebody signs, and the body; for a collective
    (TM.) the body alone."""
    name = body.name.upper() if body else issuer
    if signature is None or name is None:
        return None
    lines = authority_lines(signature)
    if any(line.startswith(_DECIDES_ITSELF) for line in lines):
        return name.upper()
    office = lines[0].partition(".")[2].strip() if "." in lines[0][:4] else lines[0]
    return f"{office} {name}".upper() if office else None


def authority_lines(signature: Signature | None) -> tuple[str, ...]:
    """The lines above the signature in capitals: `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`."""
    if signature is None:
        return ("",)
    above = [part.strip() for part in (signature.authority or "").split(";")]
    position = signature.position or ""
    lines = [line.upper() for line in (*above, position) if line]
    return tuple(dict.fromkeys(lines)) or ("",)


def _sums(estimate: Estimate) -> None:
    """Amounts from quantity and price, sub-totals from the lines below, the total from the outermost lines."""
    set_levels(estimate.lines)
    for line in estimate.lines:
        if line.amount is None and line.quantity is not None and line.unit_price is not None:
            line.amount = product(line)
    for index in reversed(range(len(estimate.lines))):
        below = children(estimate.lines, index)
        if estimate.lines[index].amount is None and below:
            estimate.lines[index].amount = sum_of(below)
    if estimate.total is None:
        estimate.total = sum_of(outermost(estimate.lines))


def product(line: EstimateLine) -> int | None:
    """Quantity × unit price in đồng, rounded half up; None beyond what money may be."""
    worth = round_dong((line.quantity or Decimal(0)) * (line.unit_price or 0))
    return worth if abs(worth) <= LIMIT else None


def children(lines: Sequence[EstimateLine], index: int) -> list[EstimateLine]:
    """The lines right below a line."""
    found: list[EstimateLine] = []
    for line in lines[index + 1 :]:
        if line.level <= lines[index].level:
            break
        if not found or line.level <= found[0].level:
            found.append(line)
    return found


def outermost(lines: Sequence[EstimateLine]) -> list[EstimateLine]:
    """The lines that nothing stands above."""
    least = min((line.level for line in lines), default=0)
    return [line for line in lines if line.level == least]


def sum_of(lines: Sequence[EstimateLine]) -> int | None:
    """The sum of the lines; None where one has no amount or there is no line."""
    amounts = [line.amount for line in lines if line.amount is not None]
    return sum(amounts) if amounts and len(amounts) == len(lines) else None
