"""The letters of a web page: by its byte order mark, as UTF-8, by what it declares, else by trying."""

from __future__ import annotations

import re

from quyet.core.decisions.source import Notice

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED = re.compile(rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_DECLARED_WITHIN = 4096
_AS_BROWSERS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "windows-1258": "cp1258"}
"""What browsers read under a declared name."""
_UNSURE = (Notice("encoding_unsure", "UTF-8"),)


def decode(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The text of a page, and what has to be said of how it was found.

    UTF-8 is tried before the declaration: servers declare wrongly, and text in another table is hardly ever good UTF-8.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace"), ()
    if data[:2] in (b"<\0", b"\0<"):
        return data.decode("utf-16-le" if data[0] else "utf-16-be", errors="replace"), ()
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    declared = found[1].decode("ascii", errors="replace").lower() if found else "cp1258"
    for encoding in ("utf-8", _AS_BROWSERS.get(declared, declared)):
        try:
            return data.decode(encoding), ()
        except (UnicodeError, LookupError):
            continue
    return data.decode("utf-8", errors="replace"), _UNSURE
