"""The fields that the wordings of a form may name, from a draft."""

from __future__ import annotations

import re
from dataclasses import replace

from quyet.core.decisions.model import Basis, Role
from quyet.core.papers import said
from quyet.core.papers.draft import Draft
from quyet.core.papers.form import BodyName, Form, Wording, fill
from quyet.core.papers.stationery import Stationery
from quyet.core.presentation.format import Format

_LEAD = re.compile(r"(?:về việc|v/v)\s+", re.IGNORECASE)
_VERB = re.compile(r"(?:phê duyệt|ban hành|duyệt)\s+", re.IGNORECASE)
_NAMED = re.compile(r"(?:Chương trình|Kế hoạch|Đề án|Dự án|Phương án|Nhiệm vụ)\b.*")
_ROOM = re.compile(r" {2,}")
_NO_BREAK = "\u00a0"


def fields(draft: Draft, on: Stationery) -> dict[str, str | None]:
    """Every field; None where the draft does not know it."""
    document, programme = draft.document, draft.programme
    form, rules, wording, body = on.form, on.rules, on.wording, on.body
    referred = draft if on.fills_reference else _unnumbered(draft)
    subject = _LEAD.sub("", document.title or "", count=1)
    total = programme.total if programme else None
    amount = total.amount if total else None
    return {
        "title": document.title,
        "subject": subject[:1].lower() + subject[1:],
        "Subject": subject[:1].upper() + subject[1:],
        "name": (programme.name if programme else None) or programme_name(document.title or ""),
        "NAME": ((programme.name if programme else None) or programme_name(document.title or "") or "").upper(),
        "proposer": document.proposer,
        "addressee": said.listing(document.addressees),
        "body": body.name if body else None,
        "competence": document.competence,
        "total": said.dong(amount) if amount is not None else None,
        "words": (total.words if total else None) or (said.dong_in_words(amount) if amount is not None else None),
        "sources": _sources(draft),
        "annex": wording.annex["one"] if draft.estimates else None,
        "leads": _units(draft, "lead"),
        "coordinators": _units(draft, "coordinate"),
        "executors": _units(draft, "execute"),
        "number": _number(referred, form, rules, body),
        "day": day_line(referred, rules, wording),
    }


def _unnumbered(draft: Draft) -> Draft:
    """The draft before number and day: how an annex of an electronic original refers to its decision."""
    return replace(draft, document=replace(draft.document, number=None, date=None))


def programme_name(title: str) -> str | None:
    """The programme in the title of its decision: `Chương trình … năm 2024`; else the title without its verbs."""
    named = _NAMED.search(title)
    return named[0] if named else _VERB.sub("", _LEAD.sub("", title, count=1), count=1) or None


def _units(draft: Draft, role: Role) -> str | None:
    assigned = draft.programme.assignments if draft.programme else []
    return said.listing([each.unit for each in assigned if each.role == role])


def _sources(draft: Draft) -> str | None:
    sources = draft.programme.sources if draft.programme else []
    named = [f"{each.name} {said.dong(each.amount)}" for each in sources if each.amount is not None]
    return "; ".join(named) or None


def _number(draft: Draft, form: Form, rules: Format, body: BodyName | None) -> str:
    """The number, or the room for it before the symbol."""
    if draft.document.number:
        return said.document_number(draft.document.number, rules.padding)
    return f"{_NO_BREAK * 8}/{symbol(form, body)}"


def symbol(form: Form, body: BodyName | None) -> str:
    """QĐ-SCT; without a known body QĐ."""
    return f"{form.kind}-{body.symbol}" if body else form.kind


def number_line(draft: Draft, form: Form, rules: Format, wording: Wording, body: BodyName | None) -> str:
    """`Số: 15/QĐ-SCT`, or with room for the number."""
    if draft.document.number:
        printed = said.document_number(draft.document.number, rules.padding)
        return fill(wording.number["known"], {"number": printed})
    return _room(fill(wording.number["blank"], {"symbol": symbol(form, body)}))


def day_line(draft: Draft, rules: Format, wording: Wording) -> str:
    """`ngày 05 tháng 02 năm 2024`, or with room for day and month."""
    if draft.document.date is not None:
        return fill(wording.day["known"], said.day_parts(draft.document.date, rules.padding))
    year = draft.programme.year if draft.programme else None
    if year is None:
        return _room(wording.day["unknown"])
    return _room(fill(wording.day["blank"], {"year": str(year)}))


def _room(text: str) -> str:
    """Room that is left to be filled stays as wide as it is."""
    return _ROOM.sub(lambda run: _NO_BREAK * len(run[0]), text)


def basis_line(basis: Basis, rules: Format, wording: Wording) -> str | None:
    """The words of a basis: its own, else composed from its parts; None where too little is known."""
    if basis.text:
        return basis.text.rstrip(" ;.")
    if not basis.kind or basis.date is None:
        return None
    parts: dict[str, str | None] = {**said.day_parts(basis.date, rules.padding), "kind": basis.kind}
    parts |= {"title": basis.title, "number": basis.number, "issuer": basis.issuer}
    if basis.kind in rules.without_number:
        return fill(wording.basis["law"], parts) if basis.title else None
    if not (basis.number and basis.issuer):
        return None
    return fill(wording.basis["known" if basis.title else "short"], parts)
