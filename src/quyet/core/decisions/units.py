"""Lists of offices: where one name ends and the next begins.

Names of offices hold commas and "và" themselves (Phòng Văn hóa và Thông tin; Sở Văn hóa, Thể thao và Du lịch), so a
separator counts only where the words behind it begin a name of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyet.core.decisions.flow import Flow
from quyet.core.decisions.grammar import offices
from quyet.core.values.folding import squeeze

Range = tuple[int, int]


def split_units(flow: Flow, a: int, b: int) -> Iterator[Range]:
    """The names in `[a, b)` of a list of offices."""
    at = a
    collective = False
    for found in offices.SEPARATOR.finditer(flow.low, a, b):
        if _joined_councils(flow, found):
            continue
        head_capital = flow.text[found.end()].isupper() or _names_itself(flow, found.end(), b)
        if not head_capital and not offices.COLLECTIVE.match(flow.low, found.end(), b):
            continue  # «các tổ chức, cá nhân liên quan», «các huyện, thị xã»: one name
        if (
            collective
            and not head_capital
            and ";" not in found.group()
            and not offices.COLLECTIVE.match(flow.low, found.end(), b)
        ):
            continue
        if found.start() > at:
            yield flow.trim(at, found.start(), ",;.")
        at = found.end()
        collective = bool(offices.COLLECTIVE.match(flow.low, at, b))
    if at < b:
        a, b = flow.trim(at, b, ",;.:")
        if a < b:
            yield a, b


def _joined_councils(flow: Flow, found: re.Match[str]) -> bool:
    """HĐND và UBND is one office."""
    return flow.low.startswith(("ubnd", "ủy ban nhân dân"), found.end()) and squeeze(
        flow.low[max(0, found.start() - 20) : found.start()]
    ).endswith(("hđnd", "hội đồng nhân dân"))


def _names_itself(flow: Flow, a: int, b: int) -> bool:
    """A head in small letters with a name behind it: công chức Tài chính, phòng Kinh tế."""
    found = offices.HEAD_AND_NAME.match(flow.low, a, b)
    return bool(found and flow.text[found.end()].isupper())


def name_units(flow: Flow, a: int, b: int) -> Iterator[tuple[str, Range]]:
    """Each office of `[a, b)` named in full, with the words that are its own: in "Trưởng các phòng: A, B" the first
    is `Trưởng phòng A`, its words `A`."""
    for c, d in split_units(flow, a, b):
        listed = offices.LIST_OF_POSTS.match(flow.low, c, d) or offices.OFFICES.match(flow.low, c, d)
        named = offices.POSTS_NAMED.match(flow.low, c, d)
        if listed is None and named and flow.text[named.end()].isupper():
            listed = named
        if not listed:
            yield " ".join(flow.text[c:d].split()), (c, d)
            continue
        head = _list_head(flow, listed)
        for e, f in _bare_names(flow, listed.end(), d):
            yield f"{head} {' '.join(flow.text[e:f].split())}", (e, f)


def _list_head(flow: Flow, listed: re.Match[str]) -> str:
    """`Trưởng các phòng:` → `Trưởng phòng`; `các Sở:` → `Sở`."""
    body = " ".join(flow.text[slice(*listed.span("body"))].split())
    if "post" not in listed.groupdict():
        return body[0].upper() + body[1:]
    post = " ".join(flow.text[slice(*listed.span("post"))].split())
    return f"{post} {body}"


def _bare_names(flow: Flow, a: int, b: int) -> Iterator[Range]:
    """Names without a head word, told by commas, the last perhaps by "và"."""
    names = offices.JOINED_NAMES.finditer(flow.low, a, b)
    kept = next(names, None)
    at = a
    for found in offices.BETWEEN_NAMES.finditer(flow.low, a, b):
        while kept and kept.end() <= found.start():
            kept = next(names, None)
        if (kept and kept.start() < found.end()) or found.start() <= at:
            continue
        yield flow.trim(at, found.start())
        at = found.end()
    if at < b:
        yield flow.trim(at, b, ",;.")
