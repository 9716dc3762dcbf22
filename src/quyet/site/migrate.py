"""Bring the database to the state of the code."""

from __future__ import annotations

import django
from django.core.management import call_command
from django.db import DatabaseError, connection


class NoDatabase(OSError):
    """The database cannot be opened or changed; the message is the database's own."""


def migrate() -> None:
    """Make or change the tables. Quick where there is nothing to do; several processes may begin at once."""
    django.setup()
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        raise NoDatabase(f"{connection.settings_dict['ENGINE'].rpartition('.')[2]}: {error}") from error
    finally:
        connection.close()
