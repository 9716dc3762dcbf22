"""A .docx of an office's own, with `{fields}` in its words: filled, everything else as it was.

`{amount}` anywhere is replaced; a row of a table that names `{lines.content}` is repeated for each of those rows. What
is put in is text, and is never looked at again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from io import BytesIO
from typing import Any

from quyet.files.writers.docx.xml import W, sound
from quyet.files.writers.refused import Unwritable

_FIELD = re.compile(r"\{(\w+(?:\.\w+)?)\}")

Rows = Mapping[str, Sequence[Mapping[str, str]]]


def fill_docx(data: bytes, said: Mapping[str, str], rows: Rows) -> bytes:
    """The filled document. Unwritable where it is none, or names a field that does not exist."""
    from docx import Document  # late: it costs half a second

    try:
        document = Document(BytesIO(data))
    except Exception as error:  # python-docx says it in many ways
        raise Unwritable(
            "mẫu riêng của cơ quan không phải tệp .docx đọc được", "the office's own form is no .docx that can be read"
        ) from error
    for part in _parts(document):
        for row in list(part.iter(W + "tr")):
            _repeat(row, rows)
        for paragraph in part.iter(W + "p"):
            _fill(paragraph, said)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _parts(document: Any) -> Iterator[Any]:
    """The body, and every header and footer that the document has itself."""
    yield document.element.body
    for section in document.sections:
        for part in (section.header, section.footer):
            if not part.is_linked_to_previous:
                yield part._element


def _repeat(row: Any, rows: Rows) -> None:
    kinds = {name.partition(".")[0] for name in _FIELD.findall(_text(row)) if "." in name}
    if not kinds:
        return
    kind = min(kinds)
    if len(kinds) > 1 or kind not in rows:
        raise _strange(f"{kind}.")
    for cells in rows[kind]:
        made = deepcopy(row)
        row.addprevious(made)
        for paragraph in made.iter(W + "p"):
            _fill(paragraph, {f"{kind}.{key}": value for key, value in cells.items()}, other=True)
    row.getparent().remove(row)


def _fill(paragraph: Any, said: Mapping[str, str], other: bool = False) -> None:
    """Put the words in; a field that runs over several runs takes the look of the first. `other`: fields that are not
    of a row are left for later."""
    runs = [each for each in paragraph.iter(W + "t") if next(each.iterancestors(W + "p")) is paragraph]
    whole = "".join(each.text or "" for each in runs)
    if "{" not in whole:
        return
    ends, at = [], 0
    for each in runs:
        at += len(each.text or "")
        ends.append(at)
    for found in reversed(list(_FIELD.finditer(whole))):
        if found[1] not in said:
            if other and "." not in found[1]:
                continue
            raise _strange(found[1])
        _replace(runs, ends, found.span(), sound(said[found[1]]))


def _replace(runs: Sequence[Any], ends: Sequence[int], span: tuple[int, int], words: str) -> None:
    """Letters of some runs by words: from the last run to the first, so that earlier places stay where they are."""
    for place in reversed(range(len(runs))):
        begin = ends[place - 1] if place else 0
        start, end = max(span[0], begin), min(span[1], ends[place])
        if start < end:
            text = runs[place].text or ""
            first = start == span[0]
            runs[place].text = text[: start - begin] + (words if first else "") + text[end - begin :]
            runs[place].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _text(element: Any) -> str:
    return "".join(each.text or "" for each in element.iter(W + "t"))


def _strange(name: str) -> Unwritable:
    return Unwritable(
        f"mẫu riêng của cơ quan có trường {{{name}}} không có trong danh sách (docs/papers.md)",
        f"the office's own form names a field {{{name}}} that does not exist (docs/papers.md)",
    )
