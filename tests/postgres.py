"""A PostgreSQL of the tests' own (`tools.postgres_server`). It holds nothing but what tests write, so fsync is off: a
test that loses its power loses nothing, and the tables are made in a third of the time."""

from __future__ import annotations

import pytest

from tools import postgres_server

SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def start() -> str:
    """The address of a new, empty PostgreSQL. pytest ends here where the machine has none."""
    try:
        return postgres_server.start(SETTINGS)
    except postgres_server.NoPostgres as error:
        pytest.exit(str(error), returncode=2)
