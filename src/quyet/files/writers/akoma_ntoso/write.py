"""A paper as Akoma Ntoso: the paper itself with its metadata, and each annex or attached text as a component of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quyet.core.papers.draft import DraftDocument
from quyet.core.papers.eids import eid_of
from quyet.core.papers.paper import Block, Foot, Letterhead, Paper, Para, Section
from quyet.files.writers.akoma_ntoso.frame import conclusions, preamble, preface
from quyet.files.writers.akoma_ntoso.meta import meta
from quyet.files.writers.akoma_ntoso.names import Names, names_of, slug
from quyet.files.writers.akoma_ntoso.tree import contents
from quyet.files.writers.akoma_ntoso.where import Where
from quyet.files.writers.xml_tree import Element, element, xml_bytes

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_HEAD = frozenset({"kind", "title", "addressee", "annex_label", "annex_title", "annex_reference"})
_PREAMBLE = frozenset({"competence", "basis", "enacting"})
_WORDS_IN = ("p", "num", "heading", "caption", "li")


def write_akoma_ntoso(paper: Paper, document: DraftDocument) -> bytes:
    """The XML, valid against the strict schema. ValueError, one line in Vietnamese, where a reference of the paper is
    none or stands twice.

    A paper that orders in Điều is an `act`: the schema keeps the tree of articles for acts, and the Naming Convention
    calls an act what a body of the State enacts. A paper without them (kế hoạch, tờ trình, báo cáo) is a `doc`.
    """
    _refuse_twice(paper)
    main, *others = paper.sections
    root = "act" if any(_is_article(block) for block in main.blocks) else "doc"
    names = names_of(paper, document, root)
    made = _document(root, slug(paper.kind_name), main, Where(), paper, names, document)
    if others:
        attached = (_attachment(section, n, paper, names, document) for n, section in enumerate(others, start=1))
        made.add(element("attachments", *attached))
    return xml_bytes(element("akomaNtoso", made), NAMESPACE, _WORDS_IN)


def _is_article(block: Block) -> bool:
    return isinstance(block, Para) and block.ref is not None and "dieu_" in block.ref


def _refuse_twice(paper: Paper) -> None:
    """An eId stands once in a file, so a reference must."""
    said = Counter(ref for section in paper.sections for ref in _refs(section))
    twice = [ref for ref, times in said.items() if times > 1]
    if twice:
        raise ValueError(f"Tham chiếu {', '.join(twice)} có hai lần trong văn bản.")


def _refs(section: Section) -> list[str]:
    """The references of a section, its own once, though its label says it again."""
    inside = [block.ref for block in section.blocks if isinstance(block, Para) and block.ref != section.ref]
    return [ref for ref in (section.ref, *inside) if ref]


def _attachment(section: Section, n: int, paper: Paper, names: Names, document: DraftDocument) -> Element:
    """A component. It is a `doc` also where it has articles (a regulation that the decision issues): it has force
    through the act that it hangs on, and no number of its own."""
    eid = eid_of(section.ref) if section.ref else f"attachment_{n}"  # no reference has this eId
    name = "phu-luc" if section.kind == "annex" else "van-ban-kem-theo"
    made = _document("doc", name, section, Where(eid), paper, names, document)
    return element("attachment", made, eId=eid)


def _document(
    root: str, name: str, section: Section, where: Where, paper: Paper, names: Names, document: DraftDocument
) -> Element:
    head, bases, body, foot = _zones(section, root == "act")
    made = element(root, meta(names, where.attachment or "main"), name=name, contains="originalVersion")
    if head or paper.notice:
        made.add(preface(head, where, document, paper.notice))
    if bases:
        made.add(preamble(bases, where))
    held = contents(body, where) or [element("p")]  # the schema wants something in every body
    made.add(element("body" if root == "act" else "mainBody", *held, eId=where.eid("body")))
    if foot:
        made.add(conclusions(foot, where, names))
    return made


Zones = tuple[Sequence[Block], Sequence[Block], Sequence[Block], Sequence[Block]]


def _zones(section: Section, is_act: bool) -> Zones:
    """Preface, preamble, contents, conclusions. The preamble ends with the last basis or enacting line above the first
    node; in an act with the last paragraph there, since the body of an act holds nothing but articles."""
    blocks = [_without_own_ref(block, section) for block in section.blocks]
    foot = next((n for n, block in enumerate(blocks) if isinstance(block, Foot)), len(blocks))
    first_node = next((n for n, block in enumerate(blocks[:foot]) if not _is_above(block)), foot)
    head = next((n for n, block in enumerate(blocks[:first_node]) if not _is_head(block)), first_node)
    marked = [n for n, block in enumerate(blocks[:first_node]) if isinstance(block, Para) and block.style in _PREAMBLE]
    begin = min(marked, default=head)
    end = first_node if is_act else max(marked, default=head - 1) + 1
    return blocks[:begin], blocks[begin:end], blocks[end:foot], blocks[foot:]


def _without_own_ref(block: Block, section: Section) -> Block:
    """The label of an annex opens the component that it names, and no node inside it."""
    if isinstance(block, Para) and block.ref is not None and block.ref == section.ref:
        return Para(block.style, block.text, block.lead)
    return block


def _is_above(block: Block) -> bool:
    return isinstance(block, Letterhead) or (isinstance(block, Para) and block.ref is None)


def _is_head(block: Block) -> bool:
    return isinstance(block, Letterhead) or (isinstance(block, Para) and block.style in _HEAD)
