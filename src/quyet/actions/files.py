"""Keep files that belong to a body. The one door to `store.models.StoredFile`."""

from __future__ import annotations

import os
import secrets
from hashlib import sha256
from pathlib import Path

from quyet.actions.clock import now
from quyet.queries.files import folder
from quyet.store.models import StoredFile


def keep(body: int, data: bytes, name: str, media_type: str, person: int | None = None) -> StoredFile:
    """A row for these bytes, and the bytes under their SHA-256: on the disk before the row is, so that no row points at
    nothing. What an act that failed leaves behind is bytes that no row names."""
    digest = sha256(data).hexdigest()
    _write(folder() / digest[:2] / digest, data)
    return StoredFile.objects.create(
        body_id=body,
        sha256=digest,
        size=len(data),
        name=Path(name.replace("\\", "/").replace("\0", "")).name[:200] or digest[:12],
        media_type=media_type,
        by_id=person,
        at=now(),
    )


def _write(file: Path, data: bytes) -> None:
    """Whole or not at all; bytes that are there already are the same ones."""
    if file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    with draft.open("xb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())
    draft.replace(file)
