"""The header of an envelope: who sends which paper to whom, and what the sender says of the message."""

from __future__ import annotations

from collections.abc import Sequence

from quyet.core.decisions.model import Signature
from quyet.core.papers.draft import DraftDocument
from quyet.core.papers.paper import Paper, Para, Section
from quyet.files.writers.edxml.fields import EdxmlRefused, day_of, empty, field, refuse_longer
from quyet.files.writers.xml_tree import Element, element

_ORGAN = ("OrganId", "OrganizationInCharge", "OrganName", "OrganAdd", "Email", "Telephone", "Fax", "Website")


def message_header(
    document: DraftDocument, paper: Paper, organ_id: str, document_id: str, page_amount: int | None
) -> Element:
    """What the paper says of itself. `To` are those it addresses (Kính gửi); a decision has none until it is sent."""
    number, _, notation = (document.number or "").partition("/")
    return element(
        "MessageHeader",
        _organ("From", OrganId=organ_id, OrganizationInCharge=document.parent, OrganName=document.issuer),
        *(_organ("To", OrganName=name) for name in document.addressees),
        field("DocumentId", document_id),
        element("Code", field("CodeNumber", number), field("CodeNotation", notation)),
        element("PromulgationInfo", field("Place", document.place), field("PromulgationDate", day_of(document.date))),
        element("DocumentType", *empty("Type TypeDetail"), field("TypeName", paper.kind_name)),
        field("Subject", paper.title or document.title),
        field("Content", paper.notice),  # an example says so wherever it goes
        _signer(document.signature or Signature()),
        field("DueDate"),
        _to_places(document.recipients),
        _other_info(paper, page_amount),
        field("SteeringType"),
    )


def _organ(tag: str, **known: str | None) -> Element:
    return element(tag, *(field(name, known.get(name)) for name in _ORGAN))


def _signer(signature: Signature) -> Element:
    return element(
        "SignerInfo",
        field("Competence", signature.authority),
        field("Position", signature.position),
        field("FullName", signature.name),
    )


def _to_places(recipients: Sequence[str]) -> Element:
    """The recipients as the paper prints them. The field's length is that of all of them."""
    refuse_longer("ToPlaces", "; ".join(recipients))
    return element("ToPlaces", *(field("Place", each) for each in recipients))


def _other_info(paper: Paper, page_amount: int | None) -> Element:
    if page_amount is not None and page_amount < 1:
        raise EdxmlRefused(f"edXML: PageAmount (số trang) là {page_amount}, phải từ 1 trở lên.")
    pages = "" if page_amount is None else str(page_amount)
    annexes = (field("Appendix", _named(section)) for section in paper.sections if section.kind != "main")
    return element(
        "OtherInfo",
        *empty("Priority SphereOfPromulgation TyperNotation PromulgationAmount"),
        field("PageAmount", pages),
        field("Direction"),
        element("Appendixes", *annexes),
    )


def _named(section: Section) -> str:
    """Label and title of an annex or an attached text."""
    titles = ("annex_label", "annex_title", "kind", "title")
    return " ".join(block.words for block in section.blocks if isinstance(block, Para) and block.style in titles)


def trace() -> Element:
    """The business part of a message that was not sent yet. Who sends it puts a TraceHeader before it; the lists stay
    empty because nothing is recalled or replaced as far as a writer knows."""
    information = element("BussinessDocumentInfo", *empty("DocumentInfo DocumentReceiver ReceiverList"))
    business = element(
        "Bussiness",  # so spelt in the regulation
        *empty("BussinessDocType BussinessDocReason"),
        information,
        field("DocumentId"),
        element("StaffInfo", *empty("Department Staff Mobile Email")),
        *empty("Paper ReplacementInfoList"),
    )
    return element("TraceHeaderList", business)
