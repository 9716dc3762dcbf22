"""The JSON Schema of PROGRAMME.yaml, from the records that the loader fills, so that the two cannot differ."""

from __future__ import annotations

from typing import Any

from quyet.core.estimates.model import PlannedEstimate
from quyet.core.papers.draft import DraftDocument, DraftProgramme
from quyet.files.drafts.shape import REQUIRED, SCHEMA, shape_of, text_limit
from quyet.files.writers.schema import Records, Schema, schema_of


def programme_schema() -> Schema:
    """The schema of what `quyet write` takes. A key that stands in no record is refused."""
    records: Records = {}
    properties = {
        "schema": {"const": SCHEMA},
        "example": {"type": "boolean", "description": "Marks the paper as an example on every section's first page."},
        "document": schema_of(DraftDocument, records, _drafted),
        "programme": schema_of(DraftProgramme, records, _drafted),
        "estimate": schema_of(PlannedEstimate, records, _drafted),
        "estimates": schema_of(list[PlannedEstimate], records, _drafted),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:quyet:schema:programme:1",
        "title": SCHEMA,
        **_object(properties, ["document"]),
        "$defs": dict(sorted(records.items())),
    }


def _drafted(record: Any, records: Records) -> Schema:
    """A record of a draft: what it must say is asked for, the rest may be left out or null."""
    properties = {
        name: _bounded(schema_of(hint, records, _drafted), text_limit(record, name))
        for name, hint in shape_of(record).items()
    }
    return _object(properties, list(REQUIRED.get(record, ())))


def _object(properties: Schema, required: list[str]) -> Schema:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _bounded(schema: Schema, longest: int) -> Schema:
    kinds = schema.get("type")
    says = kinds == "string" or (isinstance(kinds, list) and "string" in kinds)
    return {**schema, "maxLength": longest} if says and "format" not in schema else schema
