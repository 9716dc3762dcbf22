"""PROGRAMME.yaml or READING.json → a draft, or every fault of the file at once."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path as FilePath
from typing import Any

from quyet.core.decisions.model import SCHEMA as READING_SCHEMA
from quyet.core.estimates.model import PlannedEstimate
from quyet.core.papers.draft import Draft, DraftDocument, DraftProgramme
from quyet.files.drafts.faults import DraftFault, DraftRefused
from quyet.files.drafts.nodes import FILE_BYTES, Node, tree_of
from quyet.files.drafts.records import Builder, Path, written
from quyet.files.drafts.shape import SCHEMA

_OF_A_READING = ("source", "text", "facts", "findings")
"""What a reading has and a paper does not need."""
_TOP = ("schema", "example", "document", "programme", "estimate", "estimates")
_MOST_FAULTS = 100
"""Faults that are told of one file; who mends a hundred sees the others next."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A draft, and where each of its keys stands in the file."""

    draft: Draft
    places: dict[Path, int]

    def fault(self, path: Path, vi: str, en: str) -> DraftFault:
        """A fault at a key, with the line of the nearest key above it that the file has."""
        if path[:2] == ("estimates", 0) and ("estimate",) in self.places:
            path = ("estimate", *path[2:])
        above = (path[:length] for length in range(len(path), 0, -1))
        line = next((self.places[key] for key in above if key in self.places), None)
        return DraftFault(written(path), line, vi, en)

    def holding(self, words: str) -> Path:
        """The first key whose text holds these words, as they are or in capitals; () for none."""
        return next(_holding(self.draft, words, ()), ()) if words else ()


def _holding(value: Any, words: str, path: Path) -> Iterator[Path]:
    if isinstance(value, str) and (words in value or words in value.upper()):
        yield path
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _holding(each, words, (*path, index))
    elif is_dataclass(value):
        for each in fields(value):
            yield from _holding(getattr(value, each.name), words, (*path, each.name))


def load_draft(file: FilePath | str) -> Loaded:
    """The draft that a file holds. DraftRefused with every fault; OSError stays for what cannot be opened."""
    path = FilePath(file)
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a directory", str(path))
    with path.open("rb") as stream:
        data = stream.read(FILE_BYTES + 1)  # no more than tells that it is too much
    return draft_of(data, as_json=path.suffix.casefold() == ".json")


def draft_of(data: bytes, as_json: bool = False) -> Loaded:
    """The same from the bytes of a file."""
    root = tree_of(data, as_json)
    schema = root.keys.get("schema") if root.keys else None
    is_reading = schema is not None and schema.text == READING_SCHEMA
    builder = Builder(whole=not is_reading)
    draft = _draft(builder, root, is_reading)
    if builder.faults or draft is None:
        raise DraftRefused(_told(builder.faults))
    return Loaded(draft, builder.places)


def _told(faults: Sequence[DraftFault]) -> list[DraftFault]:
    """The faults in the order of the file; of very many the first, and how many there are."""
    in_order = sorted(faults, key=lambda fault: fault.line or 0)
    left = len(in_order) - _MOST_FAULTS
    if left <= 0:
        return in_order
    return [*in_order[:_MOST_FAULTS], DraftFault("", None, f"còn {left} lỗi nữa", f"{left} more faults")]


def _draft(builder: Builder, root: Node, is_reading: bool) -> Draft | None:
    keys = root.keys
    if keys is None:
        vi, en = "phải là một bảng có khóa document và programme", "must be a mapping with document and programme"
        builder.fault((), root, vi, en)
        return None
    _refuse_others(builder, keys, is_reading)
    document = programme = None
    if "document" in keys and not keys["document"].is_null:
        document = builder.record(DraftDocument, keys["document"], ("document",))
    else:
        builder.missing(("document",), root)
    if "programme" in keys:
        programme = builder.value(DraftProgramme, keys["programme"], ("programme",), Draft)
    estimates = _estimates(builder, keys, is_reading)
    example = bool(builder.value(bool, keys["example"], ("example",), Draft)) if "example" in keys else False
    return Draft(document, programme, estimates, example) if document else None


def _refuse_others(builder: Builder, keys: dict[str, Node], is_reading: bool) -> None:
    """Another schema, or keys that no draft has."""
    if "schema" in keys and keys["schema"].text not in (SCHEMA, READING_SCHEMA):
        vi, en = f"phải là {SCHEMA} hoặc {READING_SCHEMA}", f"must be {SCHEMA} or {READING_SCHEMA}"
        builder.fault(("schema",), keys["schema"], vi, en)
    known = [*_TOP, *_OF_A_READING] if is_reading else [*_TOP]
    for key, node in keys.items():
        if key not in known:
            builder.unknown((key,), node, known)


def _estimates(builder: Builder, keys: dict[str, Node], is_reading: bool) -> list[PlannedEstimate]:
    """`estimate` is one annex, `estimates` are all; a reading has both, and then the first is among the second."""
    one, every = (keys[key] if key in keys and not keys[key].is_null else None for key in ("estimate", "estimates"))
    if one is not None and every is not None and not is_reading:
        vi, en = "chỉ dùng một trong hai khóa estimate và estimates", "either estimate or estimates, not both"
        builder.fault(("estimate",), one, vi, en)
    if every is not None and (every.items or not is_reading):
        found = builder.value(list[PlannedEstimate], every, ("estimates",), Draft)
        return [each for each in found if isinstance(each, PlannedEstimate)]
    made = builder.value(PlannedEstimate, one, ("estimate",), Draft) if one is not None else None
    return [made] if isinstance(made, PlannedEstimate) else []
