"""Keep a paper and its reading for a while, under an address that cannot be guessed."""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Callable, Iterable
from contextlib import nullcontext, suppress
from pathlib import Path
from threading import Lock

from django.conf import settings

from quyet.core.decisions.model import Reading
from quyet.files.reading import read, read_text
from quyet.files.writers.reading_json import reading_to_json
from quyet.queries.drawn import forget_pictures
from quyet.queries.reading import folder

_PDF = Lock()
"""PDFium must not be entered by two threads at once, not even for two documents."""


def keep_file(chunks: Iterable[bytes], name: str) -> str:
    """Keep an uploaded file and what was read of it; gives its token. Raises `Unreadable`, and then keeps nothing."""
    return _keep(chunks, lambda paper: read_file(paper.read_bytes(), name))


def keep_text(text: str, name: str) -> str:
    """Keep a pasted text and what was read of it, likewise."""
    return _keep([text.encode("utf-8", "replace")], lambda paper: read_text(text, name))


def forget(token: str) -> None:
    """Delete a paper and its reading now, and the pictures that were drawn of it."""
    forget_pictures(token)
    shutil.rmtree(folder(token), ignore_errors=True)


def purge() -> None:
    """Delete what was kept longer than the host allows."""
    oldest = time.time() - settings.KEEP_HOURS * 3600
    for kept in Path(settings.READINGS).glob("*"):
        with suppress(FileNotFoundError):  # another upload deletes at the same time
            if kept.stat().st_mtime < oldest:
                forget(kept.name)


def _keep(chunks: Iterable[bytes], read_it: Callable[[Path], Reading]) -> str:
    purge()
    token = secrets.token_hex(16)
    kept = folder(token)
    kept.mkdir(parents=True, mode=0o700)
    try:
        _write(kept / "paper", chunks)
        (kept / "reading.json").write_text(reading_to_json(read_it(kept / "paper")), encoding="utf-8")
    except BaseException:
        shutil.rmtree(kept, ignore_errors=True)
        raise
    return token


def read_file(data: bytes, name: str) -> Reading:
    """What a file says, whichever thread asks. Unreadable."""
    with _PDF if b"%PDF-" in data[:1024] else nullcontext():
        return read(data, name)


def _write(file: Path, chunks: Iterable[bytes]) -> None:
    with file.open("xb") as opened:
        for chunk in chunks:
            opened.write(chunk)
