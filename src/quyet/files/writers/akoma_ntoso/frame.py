"""Before and behind the contents: preface (letterhead, kind, title), preamble (bases, enacting line), conclusions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from quyet.core.papers.draft import DraftDocument
from quyet.core.papers.paper import Block, Foot, Letterhead, Para
from quyet.files.writers.akoma_ntoso.names import Names, number_in
from quyet.files.writers.akoma_ntoso.tables import loose
from quyet.files.writers.akoma_ntoso.where import Where
from quyet.files.writers.xml_tree import Element, element

_TITLES = {"kind": "docType", "title": "docTitle", "annex_title": "docTitle", "competence": "docAuthority"}
"""Paragraphs that are one thing as a whole."""


def preface(blocks: Sequence[Block], where: Where, document: DraftDocument, notice: str | None) -> Element:
    """All that stands above the bases. The notice of an example is a remark of whoever wrote the XML: it is no word of
    the paper."""
    made = element("preface", eId=where.eid("preface"))
    if notice:
        made.add(element("p", element("remark", notice, status="editorial"), class_="notice"))
    for block in blocks:
        made.add(_letterhead(block, where, document) if isinstance(block, Letterhead) else _line(block, where))
    return made


def _letterhead(head: Letterhead, where: Where, document: DraftDocument) -> Element:
    day = document.date
    written = head.place_date.partition("ngày")
    dated = element("docDate", "".join(written[1:]), date=day.isoformat()) if day and written[1] else None
    lines: dict[str, list[Element | str | None]] = {
        "parent": [head.parent],
        "issuer": [element("docProponent", head.issuer, refersTo="#issuer")] if head.issuer else [],
        "national_name": [head.national_name],
        "motto": [head.motto],
        "number": _marked(head.number, number_in(head.number) if document.number else None, "docNumber"),
        "place_date": [written[0], dated] if dated else [head.place_date],
    }
    made = element("container", eId=where.eid("preface__container_1"), name="letterhead")
    made.add(*(element("p", *line, class_=style) for style, line in lines.items() if any(line)))
    return made


def _marked(text: str, words: str | None, tag: str) -> list[Element | str | None]:
    """A text in which some words are an element of their own."""
    if not words or words not in text:
        return [text]
    before, _, after = text.partition(words)
    return [before, element(tag, words), after]


def _line(block: Block, where: Where) -> Element:
    if isinstance(block, Para) and block.style in _TITLES:
        return element("p", element(_TITLES[block.style], block.words), class_=block.style)
    return loose(block, where)


def preamble(blocks: Sequence[Block], where: Where) -> Element:
    """Bases, each a citation; the enacting line, a formula; what stands between them as it stands."""
    made = element("preamble", eId=where.eid("preamble"))
    for style, run in groupby(blocks, lambda block: block.style if isinstance(block, Para) else ""):
        if style == "basis":
            made.add(_citations(list(run), where))
        elif style == "enacting":
            made.add(*(_formula(block, where) for block in run))
        else:
            made.add(*(_line(block, where) for block in run))
    return made


def _citations(bases: Sequence[Block], where: Where) -> Element:
    eid = where.next("preamble__cits")
    made = element("citations", eId=eid)
    for number, basis in enumerate(bases, start=1):
        made.add(element("citation", loose(basis, where), eId=f"{eid}__cit_{number}"))
    return made


def _formula(block: Block, where: Where) -> Element:
    return element("formula", loose(block, where), eId=where.next("preamble__formula"), name="enacting")


def conclusions(blocks: Sequence[Block], where: Where, names: Names) -> Element:
    """Recipients and signature, and whatever may stand below them."""
    made = element("conclusions", eId=where.eid("conclusions"))
    for block in blocks:
        if isinstance(block, Foot):
            made.add(_recipients(block, where), _signature(block, where, names))
        else:
            made.add(loose(block, where))
    return made


def _recipients(foot: Foot, where: Where) -> Element | None:
    if not foot.recipients:
        return None
    head = element("p", "Nơi nhận:", class_="recipients_head")
    listed = element("ul", *(element("li", each, class_="recipient") for each in foot.recipients))
    return element("container", head, listed, eId=where.next("conclusions__container"), name="recipients")


def _signature(foot: Foot, where: Where, names: Names) -> Element:
    """Nobody's role is marked but that of the signatory whom the metadata name."""
    made = element("container", eId=where.next("conclusions__container"), name="signature")
    for line in filter(None, foot.authority):
        role = names.position is not None and line.casefold() == names.position.casefold()
        words = element("role", line, eId=where.next("role"), refersTo="#position") if role else line
        made.add(element("p", words, class_="authority"))
    if foot.name:
        known = foot.name == names.signatory
        person = element("person", foot.name, eId=where.next("person"), refersTo="#signatory",
                         as_="#position" if names.position else None)  # fmt: skip
        made.add(element("p", element("signature", person if known else foot.name), class_="signatory"))
    if not made.content:
        made.add(element("p"))
    return made
