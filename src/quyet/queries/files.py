"""Files that belong to rows: where their bytes lie, and whether they are still what was kept."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from django.conf import settings

from quyet.store.models import StoredFile


class Damaged(OSError):
    """Bytes that are gone, or are no longer those that were kept."""


def folder() -> Path:
    """Where the bytes lie, by the first two digits of their SHA-256."""
    return Path(settings.FILES)


def bytes_of(file: StoredFile) -> bytes:
    """The bytes of a file. Damaged where they are not those that were kept."""
    try:
        data = (folder() / file.sha256[:2] / file.sha256).read_bytes()
    except FileNotFoundError as error:
        raise Damaged(f"{file.name}: {file.sha256} is gone") from error
    if sha256(data).hexdigest() != file.sha256:
        raise Damaged(f"{file.name}: {file.sha256} was changed")
    return data
