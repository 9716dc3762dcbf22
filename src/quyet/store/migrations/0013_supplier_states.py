"""Suppliers as they were: their states, and which of them contracts, appendices and moves of requests name."""

from __future__ import annotations

import json
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from quyet.store.guards import append_only, unguarded

COLUMNS = ("name", "tax_code", "account", "bank", "address")


def fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Every mending stands in the journal with what was there before: the states are walked back from today's."""
    table = {name: apps.get_model("store", name).objects for name in (
        "Supplier", "SupplierState", "JournalRow", "Contract", "Appendix", "PaymentAct",
    )}  # fmt: skip
    for supplier in table["Supplier"].all():
        rows = table["JournalRow"].filter(subject="supplier", subject_id=supplier.pk).order_by("id")
        states = table["SupplierState"].bulk_create(_states(apps, supplier, list(rows)))
        first, *later = states
        contracts = table["Contract"].filter(supplier=supplier.pk)
        named = (table["Appendix"].filter(contract__supplier=supplier.pk),
                 table["PaymentAct"].filter(request__supplier=supplier.pk))  # fmt: skip
        for each in (contracts, *named):
            each.update(payee=first)
        for state in later:  # a contract has no moment of its own: its first entry has
            contracts.exclude(entries__at__lt=state.at).update(payee=state)
            for each in named:
                each.filter(at__gte=state.at).update(payee=state)
    if editor.connection.vendor == "postgresql":  # what waits for the commit would forbid the triggers
        editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _states(apps: StateApps, supplier: Any, rows: list[Any]) -> list[Any]:
    """The oldest first. One that was entered before the journal told of it has nobody and no moment."""
    state = apps.get_model("store", "SupplierState")
    said = {column: getattr(supplier, column) for column in COLUMNS}
    mended = [row for row in rows if row.act == "change_supplier"][-supplier.revision :] if supplier.revision else []
    entered = next((row for row in rows if row.act == "supplier"), None)
    found = []
    for revision, row in zip(range(supplier.revision, 0, -1), reversed(mended), strict=False):
        found.append(state(supplier=supplier, revision=revision, person_id=row.person_id, at=row.at, **said))
        said |= {column: before for column, (before, _) in json.loads(row.data)["changed"].items()}
    who, at = (entered.person_id, entered.at) if entered is not None else (None, None)
    found.append(state(supplier=supplier, revision=supplier.revision - len(found), person_id=who, at=at, **said))
    return found[::-1]


def _payee() -> models.Field[Any, Any]:
    return models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.supplierstate"
    )


class Migration(migrations.Migration):
    dependencies = [("store", "0012_mended")]

    operations = [
        migrations.CreateModel(
            name="SupplierState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("revision", models.PositiveIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("tax_code", models.CharField(blank=True, max_length=14)),
                ("account", models.CharField(blank=True, max_length=40)),
                ("bank", models.CharField(blank=True, max_length=200)),
                ("address", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supplier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="states", to="store.supplier"
                    ),
                ),
            ],
            options={"ordering": ("supplier", "revision")},
        ),
        migrations.AddConstraint(
            model_name="supplierstate",
            constraint=models.UniqueConstraint(fields=("supplier", "revision"), name="supplier_state_once"),
        ),
        migrations.AddField(model_name="contract", name="payee", field=_payee()),
        migrations.AddField(model_name="appendix", name="payee", field=_payee()),
        migrations.AddField(model_name="paymentact", name="payee", field=_payee()),
        unguarded("store_appendix", "store_paymentact"),
        migrations.RunPython(fill, migrations.RunPython.noop),
        append_only("store_supplierstate", "store_appendix", "store_paymentact"),
    ]
