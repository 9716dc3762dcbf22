"""Requests for money and their road, invoices, appendices of contracts."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from quyet.store.guards import append_only, request_frozen


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0007_ledger"),
    ]

    operations = [
        migrations.CreateModel(
            name="Appendix",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=60)),
                ("day", models.DateField()),
                ("by", models.BigIntegerField()),
                ("reason", models.CharField(max_length=500)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Invoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seller", models.CharField(blank=True, max_length=500)),
                ("seller_tax_code", models.CharField(max_length=20)),
                ("buyer", models.CharField(blank=True, max_length=500)),
                ("buyer_tax_code", models.CharField(blank=True, max_length=20)),
                ("symbol", models.CharField(max_length=40)),
                ("number", models.CharField(max_length=40)),
                ("printed", models.CharField(max_length=100)),
                ("day", models.DateField()),
                ("before_tax", models.BigIntegerField(null=True)),
                ("tax", models.BigIntegerField(null=True)),
                ("total", models.BigIntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="InvoiceUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("round", models.PositiveSmallIntegerField()),
                ("amount", models.BigIntegerField()),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="PaymentAct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("round", models.PositiveSmallIntegerField()),
                ("move", models.CharField(max_length=12)),
                ("capacity", models.CharField(blank=True, max_length=3)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("number", models.CharField(blank=True, max_length=60)),
                ("day", models.DateField(null=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="PaymentEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ],
        ),
        migrations.CreateModel(
            name="PaymentPart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("round", models.PositiveSmallIntegerField()),
                ("amount", models.BigIntegerField()),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="PaymentRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=16)),
                ("payee", models.CharField(blank=True, max_length=200)),
                ("listed", models.BooleanField(default=False)),
                ("title", models.CharField(max_length=500)),
                ("amount", models.BigIntegerField()),
                ("accepted_number", models.CharField(blank=True, max_length=60)),
                ("accepted_day", models.DateField(null=True)),
                ("accepted_value", models.BigIntegerField(null=True)),
                ("round", models.PositiveSmallIntegerField(default=1)),
                ("state", models.CharField(max_length=10)),
                ("number", models.CharField(blank=True, max_length=60)),
                ("day", models.DateField(null=True)),
                ("made_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("-id",),
            },
        ),
        migrations.AddField(
            model_name="contract",
            name="advance_most",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(("advance_most__gte", 0)), name="contract_advance_not_negative"
            ),
        ),
        migrations.AddField(
            model_name="appendix",
            name="contract",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="appendices", to="store.contract"
            ),
        ),
        migrations.AddField(
            model_name="appendix",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="invoice",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="invoices", to="store.body"
            ),
        ),
        migrations.AddField(
            model_name="invoice",
            name="file",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.storedfile"
            ),
        ),
        migrations.AddField(
            model_name="invoice",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="invoiceuse",
            name="invoice",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="uses", to="store.invoice"
            ),
        ),
        migrations.AddField(
            model_name="paymentact",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="paymententry",
            name="act",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="store.paymentact"
            ),
        ),
        migrations.AddField(
            model_name="paymententry",
            name="entry",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="posted_by", to="store.ledgerentry"
            ),
        ),
        migrations.AddField(
            model_name="paymentpart",
            name="line",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="store.line"),
        ),
        migrations.AddField(
            model_name="paymentrequest",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="requests", to="store.body"
            ),
        ),
        migrations.AddField(
            model_name="paymentrequest",
            name="contract",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="requests", to="store.contract"
            ),
        ),
        migrations.AddField(
            model_name="paymentrequest",
            name="of",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="settled_by",
                to="store.paymentrequest",
            ),
        ),
        migrations.AddField(
            model_name="paymentrequest",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="requests", to="store.programme"
            ),
        ),
        migrations.AddField(
            model_name="paymentrequest",
            name="supplier",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="requests", to="store.supplier"
            ),
        ),
        migrations.AddField(
            model_name="paymentpart",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="store.paymentrequest"
            ),
        ),
        migrations.AddField(
            model_name="paymentact",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="acts", to="store.paymentrequest"
            ),
        ),
        migrations.AddField(
            model_name="invoiceuse",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="invoices", to="store.paymentrequest"
            ),
        ),
        migrations.AddConstraint(
            model_name="appendix",
            constraint=models.UniqueConstraint(fields=("contract", "number"), name="appendix_once"),
        ),
        migrations.AddConstraint(
            model_name="appendix",
            constraint=models.CheckConstraint(
                condition=models.Q(("by", 0), _negated=True), name="appendix_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.UniqueConstraint(
                fields=("body", "seller_tax_code", "symbol", "number"), name="invoice_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("total__gt", 0), ("total__lte", 1000000000000000)), name="invoice_total_is_money"
            ),
        ),
        migrations.AddIndex(
            model_name="paymentrequest",
            index=models.Index(fields=["programme", "state"], name="store_payme_program_bee525_idx"),
        ),
        migrations.AddIndex(
            model_name="paymentrequest",
            index=models.Index(fields=["body", "state"], name="store_payme_body_id_c1d67d_idx"),
        ),
        migrations.AddConstraint(
            model_name="paymentrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0), ("amount__lte", 1000000000000000)), name="request_amount_is_money"
            ),
        ),
        migrations.AddConstraint(
            model_name="paymentpart",
            constraint=models.UniqueConstraint(fields=("request", "round", "line"), name="part_once"),
        ),
        migrations.AddConstraint(
            model_name="paymentpart",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0), ("amount__lte", 1000000000000000)), name="part_amount_is_money"
            ),
        ),
        migrations.AddConstraint(
            model_name="invoiceuse",
            constraint=models.UniqueConstraint(fields=("request", "round", "invoice"), name="invoice_use_once"),
        ),
        migrations.AddConstraint(
            model_name="invoiceuse",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0), ("amount__lte", 1000000000000000)), name="invoice_use_is_money"
            ),
        ),
        append_only(
            "store_appendix",
            "store_paymentpart",
            "store_paymentact",
            "store_paymententry",
            "store_invoice",
            "store_invoiceuse",
        ),
        *request_frozen(),
    ]
