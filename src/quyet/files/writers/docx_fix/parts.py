"""The package of a .docx while it is mended: parts that are changed or added; all others are kept byte for byte."""

from __future__ import annotations

from io import BytesIO
from posixpath import dirname, join, relpath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from quyet.files.readers.docx import main_part
from quyet.files.readers.package import Package
from quyet.files.writers.docx_fix.xml import Element, parse, serialised
from quyet.files.writers.refused import Unwritable

_TYPES = "[Content_Types].xml"
_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


class Parts:
    """The parts of one file; a part that was opened as XML is written anew, if its XML was changed."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._package = Package(data)
        names = [info.filename for info in ZipFile(BytesIO(data)).infolist()]
        if len(names) != len(set(names)):
            raise Unwritable(
                "Trong tệp có hai phần trùng tên nên không sửa được. Hãy lưu lại tệp từ chương trình soạn thảo.",
                "Two parts inside the file have one name, so it is not mended. Save it anew from the word processor.",
            )
        if any(name.startswith("_xmlsignatures/") for name in names):
            raise Unwritable(
                "Tệp đã ký số; sửa sẽ làm mất hiệu lực chữ ký. Hãy sửa bản chưa ký.",
                "The file is signed digitally; mending it would break the signature. Mend the unsigned file.",
            )
        self.main = main_part(self._package)
        self._trees: dict[str, tuple[bytes, Element]] = {}
        self._added: dict[str, bytes] = {}

    def tree(self, name: str) -> Element:
        """A part as XML, to be changed in place."""
        if name not in self._trees:
            stored = name in self._package.names()
            root = parse(_as_stored(self._data, name) if stored else _EMPTY[name.endswith(".rels")])
            self._trees[name] = serialised(root) if stored else b"", root
        return self._trees[name][1]

    def target(self, link: str) -> str | None:
        """The part that a link of the document leads to."""
        return self._package.all_links(self.main)[1].get(link)

    def add_header(self, content: bytes) -> str:
        """A new header; the id of the link that leads to it."""
        taken = {*self._package.names(), *self._added}
        folder = dirname(self.main)
        name = next(n for i in range(1, len(taken) + 2) if (n := join(folder, f"header{i}.xml")) not in taken)
        self._added[name] = content
        types = self.tree(_TYPES)
        types.append(etree.Element(f"{{{_CONTENT}}}Override", PartName=f"/{name}", ContentType=_HEADER_TYPE))
        return self._link(relpath(name, folder or "."))

    def _link(self, target: str) -> str:
        links = self.tree(join(dirname(self.main), "_rels", self.main.rpartition("/")[2] + ".rels"))
        taken = {each.get("Id") for each in links}
        free = next(link for i in range(1, len(taken) + 2) if (link := f"rId{i}") not in taken)
        strict = any(str(each.get("Type")).startswith(_STRICT) for each in links)
        kind = f"{_STRICT if strict else _KINDS}/header"
        links.append(etree.Element(f"{{{_LINKS}}}Relationship", Id=free, Type=kind, Target=target))
        return free

    def packed(self) -> bytes:
        """The file as it is now; the very bytes that came where nothing was changed."""
        now = {name: (before, serialised(root)) for name, (before, root) in self._trees.items()}
        changed = {name: after for name, (before, after) in now.items() if after != before}
        if not changed and not self._added:
            return self._data
        out = BytesIO()
        with ZipFile(BytesIO(self._data)) as old, ZipFile(out, "w") as new:
            for info in old.infolist():
                content = changed.get(info.filename) or old.read(info)
                new.writestr(_like(info), content, compress_type=info.compress_type)
            stamp = old.getinfo(self.main).date_time
            missing = {name: content for name, content in changed.items() if name not in old.NameToInfo}
            for name, content in (missing | self._added).items():
                new.writestr(ZipInfo(name, stamp), content, compress_type=ZIP_DEFLATED)
        return out.getvalue()


_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_EMPTY = (f'<Types xmlns="{_CONTENT}"/>'.encode(), f'<Relationships xmlns="{_LINKS}"/>'.encode())


def _as_stored(data: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(data)) as package:
        return package.read(name)


def _like(info: ZipInfo) -> ZipInfo:
    """The entry of a part as it was: name, day, attributes."""
    like = ZipInfo(info.filename, info.date_time)
    like.external_attr, like.create_system, like.comment = info.external_attr, info.create_system, info.comment
    return like
