"""PROGRAMME.yaml or READING.json → a draft, or every fault of the file at once."""

from __future__ import annotations

import errno
from dataclasses import dataclass, replace
from pathlib import Path as FilePath

from quyet.core.decisions.model import SCHEMA as READING_SCHEMA
from quyet.core.decisions.model import Estimate
from quyet.core.papers.draft import Draft, DraftDocument, DraftProgramme
from quyet.files.drafts.faults import DraftFault, DraftRefused
from quyet.files.drafts.nodes import Node, line_of, tree_of
from quyet.files.drafts.records import Builder, Path, written
from quyet.files.drafts.shape import SCHEMA

_OF_A_READING = ("source", "text", "facts", "findings")
"""What a reading has and a paper does not need."""
_TOP = ("schema", "example", "document", "programme", "estimate", "estimates")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A draft, and where each of its keys stands in the file."""

    draft: Draft
    places: dict[Path, int | None]

    def fault(self, path: Path, vi: str, en: str) -> DraftFault:
        """A fault at a key, with the line of the nearest key above it that the file has."""
        for length in range(len(path), 0, -1):
            if self.places.get(path[:length]) is not None:
                return DraftFault(written(path), self.places[path[:length]], vi, en)
        return DraftFault(written(path), None, vi, en)


def load_draft(file: FilePath | str) -> Loaded:
    """The draft that a file holds. DraftRefused with every fault; OSError stays for what cannot be opened."""
    path = FilePath(file)
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a directory", str(path))
    return draft_of(path.read_bytes(), as_json=path.suffix.casefold() == ".json")


def draft_of(data: bytes, as_json: bool = False) -> Loaded:
    """The same from the bytes of a file."""
    root = tree_of(data, as_json)
    schema = root.keys.get("schema") if root.keys else None
    builder = Builder(whole=schema is None or schema.text != READING_SCHEMA)
    draft = _draft(builder, root)
    if builder.faults or draft is None:
        faults = builder.faults
        if as_json:
            faults = [replace(fault, line=line_of(data, _steps(fault.key))) for fault in faults]
        raise DraftRefused(faults)
    return Loaded(draft, builder.places)


def _steps(key: str) -> Path:
    flat = key.replace("[", ".[").split(".")
    return tuple(int(step[1:-1]) if step.startswith("[") else step for step in flat if step)


def _draft(builder: Builder, root: Node) -> Draft | None:
    if root.keys is None:
        builder.fault(
            (), root, "phải là một bảng có khóa document và programme", "must be a mapping with document and programme"
        )
        return None
    keys = root.keys
    schema = keys["schema"].text if "schema" in keys else SCHEMA
    if schema not in (SCHEMA, READING_SCHEMA):
        builder.fault(
            ("schema",),
            keys["schema"],
            f"phải là {SCHEMA} hoặc {READING_SCHEMA}",
            f"must be {SCHEMA} or {READING_SCHEMA}",
        )
    _refuse_others(builder, root, schema == READING_SCHEMA)
    if "document" not in keys or keys["document"].is_null:
        builder.fault(("document",), root, "thiếu khóa này", "this key is missing")
        return None
    document = builder.record(DraftDocument, keys["document"], ("document",))
    programme = _optional(builder, DraftProgramme, keys, "programme")
    estimates = _estimates(builder, keys)
    example = bool(builder.value(bool, keys["example"], ("example",), Draft)) if "example" in keys else False
    return Draft(document, programme, estimates, example) if document else None


def _refuse_others(builder: Builder, root: Node, is_reading: bool) -> None:
    known = (*_TOP, *_OF_A_READING) if is_reading else _TOP
    for key, node in (root.keys or {}).items():
        if key not in known:
            builder.fault(
                (key,),
                node,
                f"khóa lạ; các khóa ở đây: {', '.join(known)}",
                f"unknown key; the keys here: {', '.join(known)}",
            )


def _optional(builder: Builder, kind: type, keys: dict[str, Node], key: str) -> DraftProgramme | None:
    node = keys.get(key)
    made = builder.record(kind, node, (key,)) if node is not None and not node.is_null else None
    return made if isinstance(made, DraftProgramme) else None


def _estimates(builder: Builder, keys: dict[str, Node]) -> list[Estimate]:
    """`estimate` is one annex, `estimates` are all; a reading has both, and then the first is among the second."""
    every = keys.get("estimates")
    if every is not None and not every.is_null and every.items:
        made = builder.value(list[Estimate], every, ("estimates",), Draft)
        return [each for each in made if isinstance(each, Estimate)]
    one = keys.get("estimate")
    if one is None or one.is_null:
        return []
    made = builder.record(Estimate, one, ("estimate",))
    return [made] if isinstance(made, Estimate) else []
