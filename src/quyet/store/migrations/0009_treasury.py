"""Statements of the treasury, and how people reconciled them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from quyet.store.guards import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0008_payments"),
    ]

    operations = [
        migrations.CreateModel(
            name="TreasuryStatement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64)),
                ("since", models.DateField()),
                ("until", models.DateField()),
                ("count", models.PositiveIntegerField()),
                ("amount", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="statements", to="store.body"
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.storedfile"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-until", "-id"),
            },
        ),
        migrations.CreateModel(
            name="TreasuryRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveIntegerField()),
                ("day", models.DateField()),
                ("number", models.CharField(blank=True, max_length=60)),
                ("content", models.CharField(blank=True, max_length=500)),
                ("code", models.CharField(blank=True, max_length=40)),
                ("amount", models.BigIntegerField()),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rows", to="store.treasurystatement"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="TreasuryAct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("move", models.CharField(choices=[("tie", "Tie"), ("untie", "Untie")], max_length=8)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="acts", to="store.treasurystatement"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="TreasuryTie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ties", to="store.treasuryact"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.paymentrequest",
                    ),
                ),
                (
                    "row",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.treasuryrow"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.AddConstraint(
            model_name="treasurystatement",
            constraint=models.UniqueConstraint(fields=("body", "sha256"), name="statement_once"),
        ),
        migrations.AddConstraint(
            model_name="treasurystatement",
            constraint=models.CheckConstraint(
                condition=models.Q(("since__lte", models.F("until"))), name="statement_days_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="treasuryrow",
            constraint=models.UniqueConstraint(fields=("statement", "place"), name="treasury_row_once"),
        ),
        migrations.AddConstraint(
            model_name="treasuryrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amount__gte", -1000000000000000),
                    ("amount__lte", 1000000000000000),
                    models.Q(("amount", 0), _negated=True),
                ),
                name="treasury_row_is_money",
            ),
        ),
        migrations.AddConstraint(
            model_name="treasurytie",
            constraint=models.UniqueConstraint(fields=("act", "row"), name="tie_row_once"),
        ),
        migrations.AddConstraint(
            model_name="treasurytie",
            constraint=models.UniqueConstraint(fields=("act", "request"), name="tie_request_once"),
        ),
        append_only("store_treasurystatement", "store_treasuryrow", "store_treasuryact", "store_treasurytie"),
    ]
