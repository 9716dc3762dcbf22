"""How much a PDF unpacks to, counted before it is opened: pdfium itself would unpack a bomb."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from quyet.files.readers.limits import DRAWN, UNPACKED_BYTES

_STREAM = re.compile(rb"\bstream\r?\n")
_CHUNK = 1 << 20
_DICTIONARY = 2_000
"""So far back from its stream the dictionary is looked for that says what is in it."""
_PACKED = re.compile(rb"/Fl(?:ateDecode)?\b")
_NO_DRAWING = re.compile(
    rb"/(?:Length1|Type1C|CIDFontType0C|OpenType|ObjStm|XRef|Metadata|EmbeddedFile|FunctionType|N)\b"
)
"""Fonts, indexes, colours: unpacked they are as large as they say, and no more."""
_PAINTERS = (b"Tj", b"TJ", b"Do", b"sh", b" S", b"\nS", b" s", b"\ns", b" f", b"\nf", b" B", b"\nB", b" b", b"\nb")
"""Operators that paint, each with what stands before it where the letter alone would say nothing."""
_LETTERS = re.compile(rb"[(<][^()<>\\]*")
_LETTERS_A_THING = 16
_LONGEST_DRAWING = 20_000_000


def hold_streams(data: bytes) -> None:
    """Refuse a PDF that unpacks to more than the limit, or that draws more on a page than memory can hold.

    Pictures are drawn one at a time and do not count.
    """
    total = 0
    for match in _STREAM.finditer(data):
        about = data[max(0, match.start() - _DICTIONARY) : match.start()].rpartition(b"obj")[2]
        if b"/Image" in about or (b"/Filter" in about and not _PACKED.search(about)):
            continue
        before, drawn, draws = total, 0, not _NO_DRAWING.search(about)
        unpack = _unpacked if b"/Filter" in about else _plain
        for chunk in unpack(data, match.end()):
            total += len(chunk)
            UNPACKED_BYTES.hold(total)
            if draws:
                drawn += _things(chunk) if total - before < _LONGEST_DRAWING else DRAWN.most
                DRAWN.hold(drawn)


def _things(chunk: bytes) -> int:
    """About how many things pdfium will keep for this piece of a stream: what it paints, and so many letters each."""
    letters = sum(len(found[0]) for found in _LETTERS.finditer(chunk))
    return sum(chunk.count(painter) for painter in _PAINTERS) + letters // _LETTERS_A_THING


def _unpacked(data: bytes, begin: int) -> Iterator[bytes]:
    """A stream in pieces; what is broken or encrypted ends early: what pdfium makes of it is its affair."""
    packed = zlib.decompressobj()
    waiting = data[begin : begin + _CHUNK]
    begin += _CHUNK
    while waiting and not packed.eof:
        try:
            yield packed.decompress(waiting, _CHUNK)
        except zlib.error:
            return
        if packed.unconsumed_tail:
            waiting = packed.unconsumed_tail
        else:
            waiting = data[begin : begin + _CHUNK]
            begin += _CHUNK


def _plain(data: bytes, begin: int) -> Iterator[bytes]:
    end = data.find(b"endstream", begin)
    for at in range(begin, len(data) if end < 0 else end, _CHUNK):
        yield data[at : at + _CHUNK]
