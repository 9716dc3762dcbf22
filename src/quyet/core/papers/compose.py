"""A draft and a form → the paper: every word of it, in its order, with the style that it takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from quyet.core.estimates.model import PlannedEstimate
from quyet.core.papers import said
from quyet.core.papers.complete import authority_lines, complete
from quyet.core.papers.contents import activity_paras, article_paras, clauses, dashes
from quyet.core.papers.draft import Draft, above, activity_names
from quyet.core.papers.fields import basis_line, day_line, fields, number_line
from quyet.core.papers.form import Part, choose, fill
from quyet.core.papers.paper import Block, Foot, Letterhead, Paper, Para, Section
from quyet.core.papers.stationery import Stationery
from quyet.core.papers.tables import is_wide, table_of

_STOPS = " .;:,/"


@dataclass(slots=True)
class _Desk:
    """A paper in the making: the draft, the fields of its wordings, the blocks so far, and where numbering stands."""

    draft: Draft
    on: Stationery
    fields: dict[str, str | None]
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    article: int = 0
    roman: int = 0
    clause: int = 0
    parent: str = ""
    within: str = ""
    """The reference of the attached text in the making, with its stroke; empty in the paper itself."""

    def text(self, part: Part) -> str | None:
        """The wording of a part whose fields are all known."""
        return choose(part.texts, self.fields)


def compose(draft: Draft, on: Stationery) -> tuple[Paper, Draft]:
    """The paper, and the draft as it stands in it: completed, every activity with the reference it has there."""
    draft = complete(draft, on.body)
    desk = _Desk(draft, on, fields(draft, on))
    before = [activity.ref for activity in draft.programme.activities] if draft.programme else []
    main = _section(desk, on.form.parts)
    sections = (Section("main", main), *desk.sections)
    _link(draft, before)
    notice = on.wording.notice if draft.example else None
    name = on.form.heading[:1] + on.form.heading[1:].lower()
    return Paper(on.rules, on.form.kind, name, _title(desk), sections, notice, draft.document.date), draft


def _link(draft: Draft, before: Sequence[str]) -> None:
    """Lines of the estimate that name an activity by its label, or by the reference it had `before`, name it by the one
    it has now. A label belongs to its place: an activity that was read elsewhere loses it."""
    names = activity_names(draft)
    for activity, was in zip(draft.programme.activities if draft.programme else [], before, strict=True):
        if was and was != activity.ref:
            names |= {was: activity.ref, above(was): above(activity.ref)}
            activity.label = None
    for line in (line for estimate in draft.estimates for line in estimate.lines):
        line.activity = names.get(line.activity, line.activity) if line.activity else None


def _section(desk: _Desk, parts: Sequence[Part]) -> tuple[Block, ...]:
    """The blocks of parts, in pages of their own; the contents end with the decree's mark."""
    before, desk.blocks = desk.blocks, []
    _write(desk, parts)
    made, desk.blocks = desk.blocks, before
    return tuple(_ended(made, desk.on.rules.body.end))


def _write(desk: _Desk, parts: Sequence[Part]) -> None:
    for part in parts:
        _WRITERS[part.part](desk, part)


def _ended(blocks: list[Block], mark: str) -> list[Block]:
    """The last paragraph before the foot closes with `./.`"""
    foot = next((n for n, block in enumerate(blocks) if isinstance(block, Foot)), len(blocks))
    for index in reversed(range(foot)):
        block = blocks[index]
        if isinstance(block, Para) and block.style in ("text", "article"):
            if not block.text.endswith(mark):
                blocks[index] = replace(block, text=block.text.rstrip(_STOPS) + mark)
            break
    return blocks


# --- the head --------------------------------------------------------------------------------------------------------


def _letterhead(desk: _Desk, part: Part) -> None:
    document, on = desk.draft.document, desk.on
    place = document.place or "……"
    desk.blocks += [
        Letterhead(
            parent=document.parent.upper() if document.parent else None,
            issuer=document.issuer.upper() if document.issuer else None,
            national_name=on.wording.national_name,
            motto=on.wording.motto,
            number=number_line(desk.draft, on.form, on.rules, on.wording, on.body),
            place_date=f"{place}, {day_line(desk.draft, on.rules, on.wording)}",
        )
    ]


def _title(desk: _Desk) -> str:
    """The trích yếu: the form's own wording, but the draft's title where the draft is a paper of that kind."""
    document, form = desk.draft.document, desk.on.form
    own = next((part for part in form.parts if part.part == "title"), None)
    if own is not None and own.texts and document.kind != form.kind:
        return desk.text(own) or document.title or ""
    return document.title or ""


def _titles(desk: _Desk, part: Part) -> None:
    desk.blocks += [Para("kind", desk.on.form.heading), Para("title", _title(desk))]


def _competence(desk: _Desk, part: Part) -> None:
    if desk.draft.document.competence:
        desk.blocks.append(Para("competence", desk.draft.document.competence.upper()))


def _addressees(desk: _Desk, part: Part) -> None:
    names = desk.draft.document.addressees
    if len(names) < 2:
        text = desk.text(part)
        desk.blocks += [Para("addressee", text)] if text else []
        return
    desk.blocks.append(Para("addressee", fill("Kính gửi:", {})))
    desk.blocks += [Para("addressee", para.text) for para in dashes(names)]


def _bases(desk: _Desk, part: Part) -> None:
    rules = desk.on.rules
    lines = [basis_line(basis, rules, desk.on.wording) for basis in desk.draft.document.bases]
    lines = list(dict.fromkeys(line for line in lines if line))  # a line that cites two instruments is two bases
    proposal = desk.text(part)
    marks = [rules.basis_between] * len(lines)
    if marks and not proposal:
        marks[-1] = rules.basis_last
    desk.blocks += [Para("basis", f"{line}{mark}") for line, mark in zip(lines, marks, strict=True)]
    if proposal:
        desk.blocks.append(Para("basis", proposal.rstrip(_STOPS) + rules.basis_last))


# --- the contents ----------------------------------------------------------------------------------------------------


def _contents(desk: _Desk, part: Part) -> None:
    """The articles that the draft brings along, else those of the form."""
    document = desk.draft.document
    if document.articles and document.kind in (desk.on.form.kind, None):
        desk.blocks += article_paras(document.articles)
    else:
        _write(desk, part.parts)


def _line(desk: _Desk, part: Part) -> None:
    text = desk.text(part)
    if text:
        desk.blocks.append(Para(part.style or "text", text))


def _article(desk: _Desk, part: Part) -> None:
    text = desk.text(part)
    if text is None:
        return
    desk.article += 1
    desk.parent, desk.clause = f"{desk.within}dieu_{desk.article}", 0
    desk.blocks.append(Para("article", text, f"Điều {desk.article}.", desk.parent))
    _write(desk, part.parts)


def _romans(desk: _Desk, part: Part) -> None:
    """A section with a Roman number; one with nothing in it is left out, number and all."""
    heading = desk.text(part)
    desk.roman += 1
    desk.parent, desk.clause = f"{desk.within}muc_{desk.roman}", 0
    before = len(desk.blocks)
    _write(desk, part.parts)
    if heading is None or len(desk.blocks) == before:
        desk.roman -= 1
        return
    desk.blocks.insert(before, Para("section", heading.upper(), f"{said.roman(desk.roman)}.", desk.parent))


def _clause(desk: _Desk, part: Part) -> None:
    text = desk.text(part)
    if text:
        desk.clause += 1
        ref = f"{desk.parent}/khoan_{desk.clause}"
        desk.blocks.append(Para("text", text, f"{desk.clause}.", ref))


def _activities(desk: _Desk, part: Part) -> None:
    activities = desk.draft.programme.activities if desk.draft.programme else []
    desk.blocks += activity_paras(activities, desk.parent, desk.clause + 1, desk.on.rules, desk.on.wording)
    desk.clause += clauses(activities)


def _results(desk: _Desk, part: Part) -> None:
    for activity in desk.draft.programme.activities if desk.draft.programme else []:
        desk.clause += 1
        ref = f"{desk.parent}/khoan_{desk.clause}"
        desk.blocks.append(Para("clause_title", activity.title or "", f"{desk.clause}.", ref))
        desk.blocks.append(Para("text", activity.result or desk.on.wording.result))


def _sentences(desk: _Desk, sentences: Sequence[str]) -> None:
    desk.blocks += dashes(sentences)


def _purposes(desk: _Desk, part: Part) -> None:
    _sentences(desk, desk.draft.document.purposes)


def _requests(desk: _Desk, part: Part) -> None:
    _sentences(desk, desk.draft.document.requests)


# --- the foot, and what follows it -----------------------------------------------------------------------------------


def _signature(desk: _Desk, part: Part) -> None:
    document = desk.draft.document
    name = document.signature.name if document.signature else None
    desk.blocks.append(Foot(tuple(document.recipients), authority_lines(document.signature), name))


def _attachment(desk: _Desk, part: Part) -> None:
    """The text that the form attaches, on pages of its own."""
    desk.article = desk.roman = 0
    ref = _next_ref(desk)
    desk.within = f"{ref}/"
    desk.sections.append(Section("attachment", _section(desk, part.parts), ref=ref))
    desk.within = ""


def _next_ref(desk: _Desk) -> str:
    """Attached texts and annexes share one count, phu_luc_1, phu_luc_2 …"""
    taken = {section.ref for section in desk.sections}
    return next(ref for ref in map("phu_luc_{}".format, count(1)) if ref not in taken)


def _attachments(desk: _Desk, part: Part) -> None:
    """The attached texts that a reading brings along; one without articles is the head of an annex's table."""
    for attachment in (each for each in desk.draft.document.attachments if each.articles):
        head = [attachment.label, attachment.title]
        blocks = [Para("annex_title", text.upper()) for text in dict.fromkeys(filter(None, head))]
        reference = desk.text(part)
        blocks += [Para("annex_reference", reference)] if reference else []
        made = tuple(_ended([*blocks, *article_paras(attachment.articles)], desk.on.rules.body.end))
        desk.sections.append(Section("attachment", made, ref=attachment.ref))


def _annexes(desk: _Desk, part: Part) -> None:
    estimates, on = desk.draft.estimates, desk.on
    several = len(estimates) >= on.rules.annex.roman_from
    titles = [each.title for each in desk.draft.document.attachments if not each.articles]
    for index, estimate in enumerate(estimates):
        label = fill(on.wording.annex["several" if several else "one"], {"roman": said.roman(index + 1)})
        own = titles[index] if len(titles) == len(estimates) else None
        title = own or choose([on.wording.annex["title"]], desk.fields)
        desk.sections.append(_annex(desk, estimate, label, title, desk.text(part)))


def _annex(desk: _Desk, estimate: PlannedEstimate, label: str, title: str | None, reference: str | None) -> Section:
    """One annex: its head, its table, the total in words."""
    table, ref = table_of(estimate, desk.on.wording), _next_ref(desk)
    blocks: list[Block] = [Para("annex_label", label, ref=ref)]
    blocks += [Para("annex_title", title.upper())] if title else []
    blocks += [Para("annex_reference", reference)] if reference else []
    blocks.append(table)
    if estimate.total is not None:
        words = {"words": said.dong_in_words(estimate.total)}
        blocks.append(Para("text", fill(desk.on.wording.annex["words"], words)))
    return Section("annex", tuple(blocks), is_wide(table), ref)


_WRITERS: dict[str, Callable[[_Desk, Part], None]] = {
    "letterhead": _letterhead,
    "title": _titles,
    "addressees": _addressees,
    "competence": _competence,
    "bases": _bases,
    "line": _line,
    "text": _line,
    "contents": _contents,
    "article": _article,
    "clause": _clause,
    "section": _romans,
    "activities": _activities,
    "results": _results,
    "purposes": _purposes,
    "requests": _requests,
    "signature": _signature,
    "attachment": _attachment,
    "attachments": _attachments,
    "annexes": _annexes,
}
"""A function for each of `form.PARTS`."""
