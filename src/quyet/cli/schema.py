"""`quyet schema reading`: the JSON Schema of a reading."""

from __future__ import annotations

import json
from argparse import Namespace


def run(asked: Namespace) -> int:
    """Print the schema."""
    from quyet.files.writers.schema import reading_schema

    print(json.dumps(reading_schema(), ensure_ascii=False, indent=2))
    return 0
