"""Rows that are only ever added: nobody changes or deletes one, also not by hand in SQL."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from quyet.store.models import APPEND_ONLY, JournalSeal, RegisterEntry, Version
from tests.store.rows import row_of

pytestmark = pytest.mark.django_db

CHANGE = {
    "Activity": "made anew when a programme is issued",
    "Adoption": "says who confirmed its lines",
    "Allotment": "its ceiling and what is reserved of it move",
    "Body": "its name of today",
    "BodyName": "ends on a day",
    "BodySuperior": "is confirmed, ends on a day",
    "CalendarAddress": "a new secret ends the old",
    "Contract": "its commitment and what is out of it move",
    "Delegation": "ends early",
    "Dispatch": "is marked sent, then received",
    "Invitation": "is used once",
    "Line": "made anew when a programme is issued",
    "Notice": "is read and mailed",
    "PaymentRequest": "is mended while it lies with who asked, its state moves on",
    "Person": "passwords, names",
    "Programme": "its draft grows, its state moves on",
    "RoleHeld": "ends on a day",
    "Series": "its last number",
    "Share": "what of a contract is out on a line moves",
    "Supplier": "is mended; each of its states is kept",
    "Unit": "ends on a day",
}

each_table = pytest.mark.parametrize("model", APPEND_ONLY, ids=lambda model: model.__name__)


def test_every_table_is_one_that_only_grows_or_is_named_here_with_why_not() -> None:
    tables = {model.__name__ for model in apps.get_app_config("store").get_models()}
    assert tables == {model.__name__ for model in APPEND_ONLY} | set(CHANGE)


@each_table
def test_no_column_of_a_row_can_be_changed(model: type[models.Model]) -> None:
    row = row_of(model)
    before = model.objects.filter(pk=row.pk).values().get()
    for column in (field.column for field in model._meta.concrete_fields):
        refused(model, f"UPDATE {model._meta.db_table} SET {column} = {column} WHERE id = {row.pk}")
    refused(model, f"UPDATE {model._meta.db_table} SET id = id + 1000")
    assert model.objects.filter(pk=row.pk).values().get() == before


@each_table
def test_no_row_can_be_deleted(model: type[models.Model]) -> None:
    row = row_of(model)
    refused(model, f"DELETE FROM {model._meta.db_table} WHERE id = {row.pk}")
    refused(model, f"DELETE FROM {model._meta.db_table}")
    assert model.objects.filter(pk=row.pk).exists()


@each_table
def test_no_row_can_be_written_over(model: type[models.Model]) -> None:
    """INSERT OR REPLACE would delete without a word (SQLite), ON CONFLICT would change (both)."""
    row = row_of(model)
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    same = f"INSERT INTO {model._meta.db_table} ({columns}) SELECT {columns} FROM {model._meta.db_table} WHERE true"
    refused(model, f"{same} ON CONFLICT (id) DO UPDATE SET id = excluded.id")
    if connection.vendor == "sqlite":
        refused(model, same.replace("INSERT", "INSERT OR REPLACE", 1))
    assert model.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("model", [JournalSeal, RegisterEntry, Version], ids=lambda model: model.__name__)
def test_no_row_is_written_over_by_one_that_may_stand_once(model: type[models.Model]) -> None:
    row = row_of(model)
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields if not field.primary_key)
    replace = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"{replace} INTO {model._meta.db_table} ({columns}) SELECT {columns} FROM {model._meta.db_table}"
        )
    assert [each.pk for each in model.objects.all()] == [row.pk]


@each_table
@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite has no TRUNCATE")
def test_a_table_cannot_be_emptied(model: type[models.Model]) -> None:
    row = row_of(model)
    connection.check_constraints()
    refused(model, f"TRUNCATE {model._meta.db_table} CASCADE", "rows are only added")
    assert model.objects.filter(pk=row.pk).exists()


def refused(model: type[models.Model], statement: str, said: str = "") -> None:
    with (
        pytest.raises(IntegrityError, match=said or f"{model._meta.db_table}: rows are only added"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
