"""How much a PDF unpacks to, counted before it is opened: pdfium itself would unpack a bomb."""

from __future__ import annotations

import re
import zlib

from quyet.files.readers.limits import UNPACKED_BYTES

_STREAM = re.compile(rb"\bstream\r?\n")
_CHUNK = 1 << 20
_DICTIONARY = 2_000
"""So far back from its stream the dictionary is looked for that says what is in it."""


def hold_streams(data: bytes) -> None:
    """Refuse a PDF whose packed streams come to more than the limit; pictures, drawn one at a time, do not count."""
    total = 0
    for match in _STREAM.finditer(data):
        about = data[max(0, match.start() - _DICTIONARY) : match.start()].rpartition(b"obj")[2]
        if b"/Fl" in about and b"/Image" not in about:  # /FlateDecode, or /Fl for short
            total = _unpacked(data, match.end(), total)


def _unpacked(data: bytes, begin: int, total: int) -> int:
    packed = zlib.decompressobj()
    waiting: bytes = data[begin : begin + _CHUNK]
    begin += _CHUNK
    try:
        while waiting and not packed.eof:
            total += len(packed.decompress(waiting, _CHUNK))
            UNPACKED_BYTES.hold(total)
            waiting = packed.unconsumed_tail or data[begin : begin + _CHUNK]
            begin += 0 if packed.unconsumed_tail else _CHUNK
    except zlib.error:
        pass  # a broken or an encrypted stream: what pdfium makes of it is its affair
    return total
