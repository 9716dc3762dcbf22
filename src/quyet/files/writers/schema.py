"""The JSON Schema of a reading (draft 2020-12), made from the records of the model, so that it cannot differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from inspect import cleandoc
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from quyet.core.decisions.model import SCHEMA, Document, Estimate, Fact, Programme
from quyet.core.values.finding import Finding
from quyet.files.writers.reading_json import printed_fields

Schema = dict[str, Any]
Records = dict[str, Schema]
Described = Callable[[Any, Records], Schema]
"""What makes the schema of a record, without its description."""

_SCALARS: dict[type, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "number"},
    date: {"type": "string", "format": "date"},
    NoneType: {"type": "null"},
}

_SOURCE: Schema = {
    "name": {"type": "string"},
    "format": {"enum": ["txt", "docx", "pdf", "html", "xlsx"]},
    "sha256": {"type": ["string", "null"], "pattern": "^[0-9a-f]{64}$"},
    "pages": {"type": ["integer", "null"], "minimum": 1},
}


def reading_schema() -> Schema:
    """The schema of what `quyet read FILE --format json` prints. Fields may be added later; none goes away."""
    records: dict[str, Schema] = {}
    properties = {
        "schema": {"const": SCHEMA},
        "source": _object(_SOURCE),
        "text": {
            "type": "string",
            "description": "What was read: NFC, \\n between lines. Spans count its code points.",
        },
        "document": schema_of(Document, records),
        "programme": schema_of(Programme | None, records),
        "estimate": schema_of(Estimate | None, records),
        "estimates": schema_of(list[Estimate], records),
        "facts": schema_of(list[Fact], records),
        "findings": schema_of(list[Finding], records),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:quyet:schema:reading:1",
        "title": SCHEMA,
        **_object(properties),
        "$defs": dict(sorted(records.items())),
    }


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def schema_of(kind: Any, records: Records, described: Described | None = None) -> Schema:
    """The schema of a type; records that it uses are added to `records`, each once, as `described` (by default with
    every key always there)."""
    described = described or _whole
    if kind in _SCALARS:
        return dict(_SCALARS[kind])
    if is_dataclass(kind):
        return _record(kind, records, described)
    arguments = get_args(kind)
    match get_origin(kind):
        case origin if origin is Literal:
            return {"enum": list(arguments)}
        case origin if origin in (Union, UnionType):
            return _union([schema_of(each, records, described) for each in arguments])
        case origin if origin is list:
            return {"type": "array", "items": schema_of(arguments[0], records, described)}
        case origin if origin is tuple:
            members = [schema_of(each, records, described) for each in arguments]
            return {"type": "array", "prefixItems": members, "minItems": len(members), "maxItems": len(members)}
    raise TypeError(f"no schema for {kind}")


def _union(members: list[Schema]) -> Schema:
    """`string or null` as one list of types, anything else as `anyOf`."""
    *others, last = members
    if len(others) == 1 and last == {"type": "null"} and "type" in others[0]:
        return {**others[0], "type": [others[0]["type"], "null"]}
    return {"anyOf": members}


def _record(record: Any, records: Records, described: Described) -> Schema:
    name = record.__name__
    if name not in records:
        records[name] = {}  # a record may hold its own kind: Article
        records[name] = {**_description(record), **described(record, records)}
    return {"$ref": f"#/$defs/{name}"}


def _whole(record: Any, records: Records) -> Schema:
    hints = get_type_hints(record)
    return _object({field: schema_of(hints[field], records) for field in printed_fields(record)})


def _description(record: Any) -> Schema:
    """The docstring; what Python writes itself for a record without one (`Name(field: …)`) says nothing."""
    doc = cleandoc(record.__doc__ or "")
    return {} if doc.startswith(f"{record.__name__}(") else {"description": doc}
