"""PDF files for the tests, written by hand: each letter half as wide as it is high, so that places can be reckoned.

The font is drawn in the file itself (every letter as a bar), so that no font of the machine has a say. Places are given
in points from the top left corner of a sheet of A4.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from hashlib import md5

WIDTH, HEIGHT = 595, 842


def words(x: float, y: float, text: str, size: float = 14, turn: str = "1 0 0 1") -> str:
    """Letters whose first one stands at a place; `turn` is the matrix by which they run another way."""
    return f"BT /F {size} Tf {turn} {x} {HEIGHT - y} Tm «{text}» Tj ET\n"


def lines(x: float, y: float, *texts: str, size: float = 14, apart: float = 18) -> str:
    """Lines under one another; an empty one leaves its room."""
    return "".join(words(x, y + apart * n, text, size) for n, text in enumerate(texts) if text)


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    """A drawn line."""
    return f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S\n"


def ruled(xs: Sequence[float], ys: Sequence[float]) -> str:
    """All lines of a table whose columns begin and end at `xs` and whose rows at `ys`."""
    flat = [line(xs[0], y, xs[-1], y) for y in ys]
    return "".join(flat + [line(x, ys[0], x, ys[-1]) for x in xs])


SHEET = f"/MediaBox[0 0 {WIDTH} {HEIGHT}]"


def pdf(*pages: str, sheet: str = SHEET, form: str = "", password: str = "") -> bytes:
    """A file of pages, each given by what is printed on it.

    A page may draw the `form`, a drawing that is kept once in the file, by `/X Do`. With a password the file is locked.
    """
    letters = sorted({letter for page in (*pages, form) for text in _TEXT.findall(page) for letter in text})
    codes = {letter: f"{code:02x}" for code, letter in enumerate(letters, 1)}
    kids = b" ".join(b"%d 0 R" % (6 + 2 * n) for n in range(len(pages)))
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids)]
    parts += [_font(letters), _stream("500 0 0 -200 500 900 d1 0 0 400 700 re f"), _stream(_unicode(codes))]
    resources = f"/Resources<</Font<</F 3 0 R>>/XObject<</X {6 + 2 * len(pages)} 0 R>>>>"
    for number, page in enumerate(pages):
        about = f"<</Type/Page/Parent 2 0 R{sheet}/Contents {7 + 2 * number} 0 R{resources}>>"
        parts += [about.encode(), _stream(_coded(page, codes))]
    parts.append(_stream(_coded(form, codes), f"/Type/XObject/Subtype/Form/BBox[0 0 {WIDTH} {HEIGHT}]{resources}"))
    return _bound(parts, _lock(password) if password else b"")


def _coded(page: str, codes: dict[str, str]) -> str:
    return _TEXT.sub(lambda found: "<" + "".join(codes[letter] for letter in found[1]) + ">", page)


_TEXT = re.compile("«(.*?)»")


def _font(letters: Sequence[str]) -> bytes:
    names = [f"/g{code}" for code in range(1, len(letters) + 1)]
    return (
        "<</Type/Font/Subtype/Type3/FontMatrix[.001 0 0 .001 0 0]/FontBBox[0 -200 500 900]/ToUnicode 5 0 R"
        f"/FirstChar 1/LastChar {len(names)}/Widths[{' 500' * len(names)}]/Resources<<>>"
        f"/CharProcs<<{' '.join(f'{name} 4 0 R' for name in names)}>>"
        f"/Encoding<</Type/Encoding/Differences[1 {' '.join(names)}]>>>>"
    ).encode()


def _unicode(codes: dict[str, str]) -> str:
    """The table by which a reader of the file knows the letters."""
    rows = "".join(f"<{code}><{letter.encode('utf-16-be').hex()}>\n" for letter, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        f"1 begincodespacerange <00><ff> endcodespacerange\n{len(codes)} beginbfchar\n{rows}endbfchar\nendcmap end end"
    )


def _stream(content: str, about: str = "") -> bytes:
    packed = zlib.compress(content.encode("latin-1"))
    return b"<<%s/Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (about.encode(), len(packed), packed)


def _bound(parts: Sequence[bytes], more: bytes) -> bytes:
    """The objects one after the other, and the table of where each begins."""
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    count, entries = len(parts) + 1, b"".join(b"%010d 00000 n \n" % at for at in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, entries)
    return out + table + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (count, more, len(out))


_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def _lock(password: str) -> bytes:
    """The entry that says a file is locked (the oldest way, RC4 of 40 bits); what it locks is not encrypted here."""
    padded = (password.encode() + _PADDING)[:32]
    owner = _rc4(md5(padded).digest()[:5], padded)
    key = md5(padded + owner + (-4).to_bytes(4, "little", signed=True) + b"id").digest()[:5]
    entry = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<6964><6964>]"
    return entry % (owner.hex().encode(), _rc4(key, _PADDING).hex().encode())


def _rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
