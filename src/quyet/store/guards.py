"""Triggers that refuse to change or delete rows, the same on both databases, for the migrations."""

from __future__ import annotations

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython
from django.db.migrations.state import StateApps


def append_only(*tables: str) -> RunPython:
    """An operation that guards tables. SQLite drops triggers when a later migration remakes a table (a new column is
    enough): then that migration names the table again; a test holds every table of `models.APPEND_ONLY` against what
    the database really refuses."""

    def run(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for table in tables:
            for act, condition in _acts(editor, table):
                _run(editor, f"{table}_no_{act.lower()}", table, act, condition, f"{table}: rows are only added")

    def undo(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for table in tables:
            for act, _ in _acts(editor, table):
                _drop(editor, f"{table}_no_{act.lower()}", table)

    return RunPython(run, undo)


def unguarded(*tables: str) -> RunPython:
    """An operation that takes those triggers away, for a migration that fills a new column of rows that are there; the
    same migration guards the tables again. What a rolled back migration took away is back."""
    guarding = append_only(*tables)
    assert guarding.reverse_code is not None, "it has its way back"
    return RunPython(guarding.reverse_code, guarding.code)


def _acts(editor: BaseDatabaseSchemaEditor, table: str) -> tuple[tuple[str, str], ...]:
    """What is refused, and when. SQLite's INSERT OR REPLACE deletes without the trigger of a deletion, unless the
    connection asks for it; PostgreSQL can empty a table without touching its rows one by one."""
    if editor.connection.vendor == "sqlite":
        again = f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"
        return ("UPDATE", ""), ("DELETE", ""), ("INSERT", again)
    return ("UPDATE", ""), ("DELETE", ""), ("TRUNCATE", "")


def refuse(name: str, table: str, act: str, condition: str, refusal: str) -> RunPython:
    """An operation that refuses an act (UPDATE or DELETE) on a row where `condition` (SQL on OLD and NEW) holds."""

    def run(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        _run(editor, name, table, act, condition, refusal)

    def undo(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        _drop(editor, name, table)

    return RunPython(run, undo)


def programme_frozen() -> tuple[RunPython, ...]:
    """What was submitted is frozen, and what was issued stays: for each migration that makes the table anew on
    SQLite."""
    may_change = "OLD.state = 'draft' OR (OLD.state IN ('signed', 'accepted') AND NEW.state = 'issued')"
    return (
        refuse(
            "store_programme_content_frozen",
            "store_programme",
            "UPDATE",
            f"OLD.content <> NEW.content AND NOT ({may_change})",
            "store_programme: content is frozen outside draft",
        ),
        refuse(
            "store_programme_stays_issued",
            "store_programme",
            "UPDATE",
            "OLD.state = 'issued' AND NEW.state <> 'issued'",
            "store_programme: an issued programme stays issued",
        ),
        refuse(
            "store_programme_not_deleted",
            "store_programme",
            "DELETE",
            "OLD.state <> 'draft'",
            "store_programme: only a draft may be deleted",
        ),
    )


def request_frozen() -> tuple[RunPython, ...]:
    """What a request is for stays, and what it asks for stays while it is judged or paid: for each migration that makes
    the table anew on SQLite."""
    always = ("body_id", "programme_id", "kind", "COALESCE({}.contract_id, 0)", "COALESCE({}.of_id, 0)", "made_at")
    while_judged = (
        "COALESCE({}.supplier_id, 0)", "payee", "listed", "title", "amount", "round", "accepted_number",
        "COALESCE({}.accepted_value, -1)", "COALESCE({}.accepted_day, '1900-01-01')",
    )  # fmt: skip
    table = "store_paymentrequest"
    return (
        refuse(f"{table}_stays", table, "UPDATE", _differ(always), f"{table}: what a request is for stays"),
        refuse(
            f"{table}_frozen",
            table,
            "UPDATE",
            f"OLD.state NOT IN ('returned', 'refused') AND ({_differ(while_judged)})",
            f"{table}: what is asked for is frozen while it is judged",
        ),
        refuse(f"{table}_not_deleted", table, "DELETE", "", f"{table}: no request is deleted"),
    )


def contract_stays_taken_back() -> RunPython:
    """A contract that was taken back is what it was, for ever: for each migration that makes the table anew on
    SQLite."""
    table = "store_contract"
    return refuse(
        f"{table}_taken_back_stays",
        table,
        "UPDATE",
        "OLD.taken_back",
        f"{table}: what was taken back stays so",
    )


def _differ(columns: tuple[str, ...]) -> str:
    """SQL: one of the columns changes. A column that may be NULL is written with its COALESCE, {} for the row."""
    old, new = ([each.format(row) if "{" in each else f"{row}.{each}" for each in columns] for row in ("OLD", "NEW"))
    return " OR ".join(f"{before} <> {after}" for before, after in zip(old, new, strict=True))


def _run(editor: BaseDatabaseSchemaEditor, name: str, table: str, act: str, condition: str, refusal: str) -> None:
    """A trigger of the database's own kind, new or in the place of the same one. Names and sentences come from
    migrations alone, never from people."""
    _drop(editor, name, table)
    when = f" WHEN ({condition})" if condition else ""
    if editor.connection.vendor == "sqlite":
        body = f"SELECT RAISE(ABORT, '{refusal}');"
        editor.execute(f"CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH ROW{when} BEGIN {body} END")
        return
    each = "STATEMENT" if act == "TRUNCATE" else "ROW"
    editor.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{refusal}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    editor.execute(f"CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH {each}{when} EXECUTE FUNCTION {name}()")


def _drop(editor: BaseDatabaseSchemaEditor, name: str, table: str) -> None:
    if editor.connection.vendor == "sqlite":
        editor.execute(f"DROP TRIGGER IF EXISTS {name}")
    else:
        editor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
        editor.execute(f"DROP FUNCTION IF EXISTS {name}()")
