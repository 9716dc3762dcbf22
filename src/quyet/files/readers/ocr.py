"""Pictures of text, read by tesseract where the machine has it, with its Vietnamese data (`tesseract-ocr-vie`).

The picture goes to tesseract through a pipe and the words come back with their places, so that columns are told apart
by the same rules as in a PDF with text. Nothing is written to the disk.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as dots, in the plainest format there is (PGM: a head, then one byte a dot)."""

    dots: bytes
    points: float
    """How many points a dot is wide."""


def photograph(page: pdfium.PdfPage) -> Picture:
    """The picture of a page, large enough for a machine to read."""
    scale = min(1 / _POINTS, _LONGEST_SIDE / max(*page.get_size(), 1))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        width, height, stride, buffer = bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)
    finally:
        bitmap.close()
    dots = b"".join(buffer[line * stride : line * stride + width] for line in range(height))
    return Picture(b"P5 %d %d 255\n" % (width, height) + dots, 1 / scale)


def read_picture(picture: Picture, width: float, height: float) -> Page:
    """A page with the words that tesseract sees on its picture; without words where it fails."""
    return Page(width, height, list(_words(_tesseract(picture.dots), picture.points)))


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
