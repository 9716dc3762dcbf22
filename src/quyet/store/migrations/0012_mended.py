"""Suppliers that are mended, and invoices that are taken back and entered anew."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from quyet.store.guards import append_only


class Migration(migrations.Migration):
    dependencies = [("store", "0011_office_gaps_rows")]

    operations = [
        migrations.AddField(
            model_name="supplier",
            name="revision",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="invoice",
            name="again",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.RemoveConstraint(model_name="invoice", name="invoice_once"),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.UniqueConstraint(
                fields=("body", "seller_tax_code", "symbol", "number", "again"), name="invoice_once"
            ),
        ),
        migrations.CreateModel(
            name="InvoiceVoid",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=500)),
                ("at", models.DateTimeField()),
                (
                    "invoice",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="void", to="store.invoice"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        append_only("store_invoicevoid"),
        append_only("store_invoice"),  # SQLite made the table anew, without its triggers
    ]
