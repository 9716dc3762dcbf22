"""Pictures of text, read by tesseract where the machine has it, with its Vietnamese data (`tesseract-ocr-vie`).

The picture goes to tesseract through a pipe and the words come back with their places, so that columns are told apart
by the same rules as in a PDF with text. Nothing is written to the disk.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import lru_cache

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from quyet.files.readers.printed.model import Page, Word

_DPI = 300
_POINTS = 72 / _DPI
_LONGEST_SIDE = 8_000
"""In pixels; a sheet larger than A2 is read at a lower resolution."""
_PATIENCE = 30
"""Seconds for one page."""


@lru_cache(maxsize=1)
def is_ready() -> bool:
    """Whether tesseract is here and knows Vietnamese."""
    if shutil.which("tesseract") is None:
        return False
    answer = subprocess.run(["tesseract", "--list-langs"], capture_output=True, timeout=_PATIENCE, check=False)
    return b"vie" in (answer.stdout + answer.stderr).split()


def read_picture(page: pdfium.PdfPage) -> Page:
    """A page of a scan with the words that tesseract sees on it; without words where it fails."""
    width, height = page.get_size()
    scale = min(1 / _POINTS, _LONGEST_SIDE / max(width, height, 1))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        picture = _pgm(bitmap)
    finally:
        bitmap.close()
    return Page(width, height, list(_words(_tesseract(picture), 1 / scale)))


def _pgm(bitmap: pdfium.PdfBitmap) -> bytes:
    """The picture in the plainest format there is: a head, then one byte a dot."""
    lines, stride, buffer = bitmap.height, bitmap.stride, bytes(bitmap.buffer)
    dots = b"".join(buffer[line * stride : line * stride + bitmap.width] for line in range(lines))
    return b"P5 %d %d 255\n" % (bitmap.width, lines) + dots


def _tesseract(picture: bytes) -> str:
    """Its table of words. Layout analysis 3 (automatic): 6 invents words in the noise of empty areas."""
    command = ["tesseract", "-", "-", "-l", "vie", "--psm", "3", "--dpi", str(_DPI), "-c", "tessedit_create_tsv=1"]
    try:
        answer = subprocess.run(
            command, input=picture, capture_output=True, timeout=_PATIENCE, check=False, env=os.environ | _ONE_THREAD
        )
    except (subprocess.TimeoutExpired, OSError):
        return ""
    return answer.stdout.decode("utf-8", errors="replace")


_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
"""Its threads wait for one another more than they work."""


def _words(table: str, points: float) -> Iterator[Word]:
    """The rows of the table (level, page, block, paragraph, line, word, left, top, width, height, trust, text).

    All words of a line stand on the line's foot: single boxes are as high as their letters happen to be.
    """
    foot = size = 0.0
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != 12:
            continue
        left, top, width, height = (int(cell) * points for cell in cells[6:10])
        if cells[0] == "4":
            foot, size = top + height, height
        elif cells[0] == "5" and size > 0 and cells[11].strip():
            yield Word(cells[11].strip(), left, left + width, foot, size)
