"""The shared strings of a workbook: each text that cells hold, once."""

from __future__ import annotations

from quyet.files.readers.limits import TEXT_BYTES
from quyet.files.readers.markup import parse


def read_strings(part: bytearray) -> list[str]:
    """The strings in their order; how a word is pronounced (phonetic runs) is no part of it."""
    reader = _Strings()
    parse(part, reader.start, reader.end, reader.text)
    return reader.found


class _Strings:
    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._length = 0
        self._in_text = self._aside = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._aside = True
        elif name == "t":
            self._in_text = not self._aside

    def text(self, data: str) -> None:
        if self._in_text:
            self._length += len(data)
            TEXT_BYTES.hold(self._length)
            self._pieces.append(data)

    def end(self, tag: str) -> None:
        name = tag.rpartition(" ")[2]
        if name == "t":
            self._in_text = False
        elif name == "rPh":
            self._aside = False
        elif name == "si":
            self.found.append("".join(self._pieces))
