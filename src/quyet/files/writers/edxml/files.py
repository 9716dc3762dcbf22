"""The files in an envelope: each named in the manifest, and carried as a zip in base64."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from dataclasses import dataclass
from hashlib import sha256

from quyet.files.writers.edxml.fields import EdxmlRefused, field
from quyet.files.writers.xml_tree import Element, element

_NO_FILE_NAME = re.compile(r"[\x00-\x1f\x7f/\\\ufffe\uffff\ud800-\udfff]|^\.{0,2}$")
"""Somebody unpacks the file under its name: no folder, no control character."""


@dataclass(frozen=True, slots=True)
class EdxmlAttachment:
    """A file that the envelope carries: its name, its media type, its bytes."""

    name: str
    content_type: str
    content: bytes


def content_id(number: int, attachment: EdxmlAttachment) -> str:
    """The same for the same file at the same place, so that an envelope can be written again byte for byte."""
    if _NO_FILE_NAME.search(attachment.name):
        raise EdxmlRefused(f"edXML: AttachmentName (tên tệp đính kèm thứ {number}) không dùng làm tên tệp được.")
    seed = f"{number}\0{attachment.name}\0{attachment.content_type}\0".encode()
    return f"cid:{sha256(seed + attachment.content).hexdigest()[:32]}"


def reference(cid: str, attachment: EdxmlAttachment) -> Element:
    """The line of a file in the manifest."""
    return element(
        "Reference",
        field("ContentId", cid),
        field("ContentType", attachment.content_type),
        field("AttachmentName", attachment.name),
    )


def encoded(cid: str, attachment: EdxmlAttachment) -> Element:
    """The file itself."""
    return element(
        "Attachment",
        field("ContentId", cid),
        field("AttachmentName", attachment.name),
        field("ContentType", attachment.content_type),
        field("ContentTransferEncoded", base64.b64encode(_zipped(attachment)).decode("ascii")),
    )


def _zipped(attachment: EdxmlAttachment) -> bytes:
    """A zip of one file, without its day and unpacked: what deflate makes differs from library to library."""
    held = io.BytesIO()
    entry = zipfile.ZipInfo(attachment.name)  # its day is the first that a zip knows
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr(entry, attachment.content)
    return held.getvalue()
