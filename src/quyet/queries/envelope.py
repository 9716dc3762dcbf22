"""The edXML package of an issued paper, as it lies in the register."""

from __future__ import annotations

from quyet.files.drafts.load import draft_of
from quyet.files.writers.edxml import EdxmlAttachment, write_edxml
from quyet.files.writing import lay_out
from quyet.queries.files import bytes_of
from quyet.queries.register import Entry, issued_version
from quyet.store.models import BodyName, RegisterEntry, StoredFile


def envelope_of(found: Entry) -> bytes | None:
    """The envelope with the frozen paper and the signed one, byte for byte the same each time; None for a paper that
    Quyết did not make. EdxmlRefused, Damaged."""
    entry = found.entry
    version = issued_version(entry)
    if version is None or version.paper is None:
        return None
    written = lay_out(draft_of(version.content.encode(), as_json=True).draft)
    attached = [
        EdxmlAttachment(_named(entry, what, file), file.media_type, bytes_of(file)) for what, file in found.files
    ]
    return write_edxml(
        written.draft.document, written.paper, attached, organ_id=_identifier(found), document_id=f"quyet-{entry.pk}"
    )


def _named(entry: RegisterEntry, what: str, file: StoredFile) -> str:
    ending = "pdf" if file.media_type == "application/pdf" else "docx"
    return f"{entry.symbol.replace('/', '-')}{'-ban-ky' if what == 'signed' else ''}.{ending}"


def _identifier(found: Entry) -> str:
    """The body's identifier (mã định danh) on the day of the paper."""
    day, body = found.entry.day, found.entry.body
    for name in BodyName.objects.filter(body=body):
        if (name.since is None or name.since <= day) and (name.until is None or day <= name.until):
            return name.identifier or body.identifier
    return body.identifier
