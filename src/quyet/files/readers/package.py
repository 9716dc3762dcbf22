"""A zip package (.docx) as a reader may trust it: sizes counted while unpacking, links followed, nothing written.

What a package says of itself (its directory, the sizes in it) is checked and then not believed.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from posixpath import dirname, join, normpath
from zipfile import BadZipFile, ZipFile

from quyet.files.readers.limits import PARTS, UNPACKED_BYTES
from quyet.files.readers.markup import parse
from quyet.files.readers.refusals import broken, encrypted

_CHUNK = 1 << 20
_ENCRYPTED = 0x1
_DIRECTORY_ENTRY = b"PK\x01\x02"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships id"
"""The attribute that names a link."""


class Package:
    """The parts of a zip package by name."""

    def __init__(self, data: bytes) -> None:
        PARTS.hold(data.count(_DIRECTORY_ENTRY))  # before anything is made of them
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise broken() from error
        infos = self._zip.infolist()
        UNPACKED_BYTES.hold(sum(info.file_size for info in infos))
        self._infos = {info.filename: info for info in infos}
        self._unpacked = 0

    def names(self) -> list[str]:
        return list(self._infos)

    def read(self, name: str) -> bytearray:
        """A part, unpacked; what comes out is counted, whatever the package says."""
        info = self._infos.get(name)
        if info is None:
            raise broken()
        if info.flag_bits & _ENCRYPTED:
            raise encrypted()
        part = bytearray()
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    self._unpacked += len(chunk)
                    UNPACKED_BYTES.hold(self._unpacked)
                    part += chunk
        except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, zlib.error) as error:
            raise broken() from error
        return part.replace(_STRICT, WORD.encode()) if _STRICT in part else part

    def links(self, part: str) -> dict[str, str]:
        """What a part leads to inside the package: the last word of the kind of link → the name of the part."""
        return self.all_links(part)[0]

    def all_links(self, part: str) -> tuple[dict[str, str], dict[str, str]]:
        """The links of a part by kind, the first of each, and by id."""
        name = join(dirname(part), "_rels", part.rpartition("/")[2] + ".rels")
        kinds: dict[str, str] = {}
        ids: dict[str, str] = {}
        if name not in self._infos:
            return kinds, ids

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == _RELATIONSHIP and attributes.get("TargetMode") != "External":
                target = _resolve(part, attributes.get("Target", ""))
                kinds.setdefault(attributes.get("Type", "").rpartition("/")[2], target)
                ids.setdefault(attributes.get("Id", ""), target)

        parse(self.read(name), start)
        return kinds, ids


def _resolve(part: str, target: str) -> str:
    return normpath(join("/", dirname(part), target)).lstrip("/")
