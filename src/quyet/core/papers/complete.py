"""What follows from a draft by arithmetic or from the register of bodies, so that nobody enters it twice.

Nothing is guessed: the letterhead comes from the body that the draft names, an amount from its own factors, a sub-total
from its parts, a total from the annex. What the draft says itself is never overwritten; where it contradicts its parts,
`verify` says so.
"""

from __future__ import annotations

from copy import deepcopy

from quyet.core.decisions.annex_rows import set_levels
from quyet.core.decisions.model import Signature, Total
from quyet.core.estimates.closings import closings
from quyet.core.estimates.model import PlannedEstimate
from quyet.core.estimates.sums import children, outermost, payable, quantity_of, sum_of, worth
from quyet.core.papers.draft import Draft, DraftDocument
from quyet.core.papers.form import BodyName
from quyet.core.papers.refs import name_articles
from quyet.core.values.words import from_words

_DECIDES_ITSELF = ("TM.",)
"""Under this mark a collective decides, not the office that signs."""


def complete(draft: Draft, body: BodyName | None) -> Draft:
    """A copy of the draft with what follows from it."""
    draft = deepcopy(draft)
    _letterhead(draft.document, body)
    name_articles(draft.document)
    for estimate in draft.estimates:
        work_out(estimate)
    programme = draft.programme
    if programme is not None:
        stated = draft.estimates[0].total if len(draft.estimates) == 1 else None
        if programme.total is None and stated is not None:
            programme.total = Total(stated, None, None)
        total = programme.total
        if total is not None and total.words is not None and total.in_words_amount is None:
            total.in_words_amount = from_words(total.words)
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


def work_out(estimate: PlannedEstimate) -> None:
    """Quantities from factors, amounts from quantity and price, sub-totals from the lines below, the total from the
    outermost lines."""
    set_levels(estimate.lines)
    for line in estimate.lines:
        if line.quantity is None:
            line.quantity = quantity_of(line)
        if line.amount is None:
            line.amount = payable(worth(line))
    for index in reversed(range(len(estimate.lines))):
        below = children(estimate.lines, index)
        if estimate.lines[index].amount is None and below:
            estimate.lines[index].amount = payable(sum_of(below))
    for closing in closings(estimate.lines):
        line, parts = estimate.lines[closing.place], closing.making(None)
        if line.amount is None and parts is not None:
            line.amount = payable(parts.amount)
    if estimate.total is None:
        estimate.total = payable(sum_of(outermost(estimate.lines)))
