"""The whole envelope."""

from __future__ import annotations

from collections.abc import Sequence

from quyet.core.papers.draft import DraftDocument
from quyet.core.papers.paper import Paper
from quyet.files.writers.edxml.files import EdxmlAttachment, content_id, encoded, reference
from quyet.files.writers.edxml.header import message_header, trace
from quyet.files.writers.xml_tree import element, xml_bytes

NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016"


def write_edxml(
    document: DraftDocument,
    paper: Paper,
    attachments: Sequence[EdxmlAttachment],
    *,
    organ_id: str = "",
    document_id: str = "",
    page_amount: int | None = None,
) -> bytes:
    """The envelope with its files, in the order of QCVN 102:2016.

    `organ_id` is the sender's identifier (QĐ 20/2020/QĐ-TTg), `document_id` the one under which the sender keeps the
    paper; both come from configuration. EdxmlRefused where a value is longer than its field, or a file has no usable
    name.
    """
    ids = [content_id(number, each) for number, each in enumerate(attachments, start=1)]
    header = element("edXMLHeader", message_header(document, paper, organ_id, document_id, page_amount), trace())
    manifest = element("edXMLManifest", *map(reference, ids, attachments), version="1.0")
    envelope = element("edXMLEnvelope", header, element("edXMLBody", manifest))
    carried = element("AttachmentEncoded", *map(encoded, ids, attachments))
    return xml_bytes(element("edXML", envelope, carried), NAMESPACE)
