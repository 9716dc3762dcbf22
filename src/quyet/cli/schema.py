"""`quyet schema reading|programme`: the JSON Schema of what is read, or of what can be written."""

from __future__ import annotations

import json
from argparse import Namespace


def run(asked: Namespace) -> int:
    """Print the schema."""
    from quyet.files.writers.programme_schema import programme_schema
    from quyet.files.writers.schema import reading_schema

    schema = programme_schema() if asked.of == "programme" else reading_schema()
    print(json.dumps(schema, ensure_ascii=False, indent=2))
    return 0
