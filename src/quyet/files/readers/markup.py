"""XML from strangers: parsed as a stream, without a tree, a DTD, entities or the network.

Expat and not libxml2, because libxml2 gives up at 256 levels of nesting (2,048 with its large-tree switch, which also
takes its other guards away), and a stream keeps the memory flat however large the part is.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from quyet.files.readers.limits import ATTRIBUTES, DEPTH, TAGS
from quyet.files.readers.refusals import broken, doctype

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Data = Callable[[str], None]

SEPARATOR = " "
"""Between namespace and name: `http://… p`."""


def parse(data: bytes | bytearray, start: Start, end: End | None = None, text: Data | None = None) -> None:
    """Call `start`, `end` and `text` for what the document holds, in order."""
    TAGS.hold(data.count(b"<"))
    ATTRIBUTES.hold(data.count(b"="))
    parser = expat.ParserCreate(namespace_separator=SEPARATOR)
    parser.buffer_text = True
    depth = 0

    def opened(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH.most:
            DEPTH.hold(depth)
        start(tag, attributes)

    def closed(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(tag)

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.StartDoctypeDeclHandler = _refuse_doctype
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise broken() from error


def _refuse_doctype(*_: object) -> None:
    raise doctype()
