"""Triggers that refuse to change or delete rows, the same on both databases, for the migrations."""

from __future__ import annotations

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython
from django.db.migrations.state import StateApps

_ACTS = ("UPDATE", "DELETE")


def append_only(*tables: str) -> RunPython:
    """An operation that guards tables. SQLite drops triggers when a later migration remakes a table: then it is named
    again there; a test holds every table of `models.APPEND_ONLY` against the triggers that are really there."""

    def run(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for table in tables:
            for act in _ACTS:
                _run(editor, f"{table}_no_{act.lower()}", table, act, "", f"{table}: rows are only added")

    def undo(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for table in tables:
            for act in _ACTS:
                _drop(editor, f"{table}_no_{act.lower()}", table)

    return RunPython(run, undo)


def refuse(name: str, table: str, act: str, condition: str, refusal: str) -> RunPython:
    """An operation that refuses an act (UPDATE or DELETE) on a row where `condition` (SQL on OLD and NEW) holds."""

    def run(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        _run(editor, name, table, act, condition, refusal)

    def undo(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        _drop(editor, name, table)

    return RunPython(run, undo)


def _run(editor: BaseDatabaseSchemaEditor, name: str, table: str, act: str, condition: str, refusal: str) -> None:
    """A trigger of the database's own kind. Names and sentences come from migrations alone, never from people."""
    when = f" WHEN ({condition})" if condition else ""
    if editor.connection.vendor == "sqlite":
        body = f"SELECT RAISE(ABORT, '{refusal}');"
        editor.execute(f"CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH ROW{when} BEGIN {body} END")
        return
    editor.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{refusal}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    editor.execute(f"CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH ROW{when} EXECUTE FUNCTION {name}()")


def _drop(editor: BaseDatabaseSchemaEditor, name: str, table: str) -> None:
    if editor.connection.vendor == "sqlite":
        editor.execute(f"DROP TRIGGER {name}")
    else:
        editor.execute(f"DROP TRIGGER {name} ON {table}")
        editor.execute(f"DROP FUNCTION {name}()")
