"""The ledger: contracts and their shares, entries that only grow, what was done once; balances on the guarded rows."""

import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from quyet.store.guards import append_only, programme_frozen


def open_ceilings(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Programmes whose money was open already may be spent up to their total."""
    apps.get_model("store", "Programme").objects.filter(money_open=True).update(ceiling=models.F("total"))


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0006_annexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Contract",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=60)),
                ("day", models.DateField()),
                ("title", models.CharField(max_length=500)),
                ("value", models.BigIntegerField()),
                ("committed", models.BigIntegerField(default=0)),
                ("held", models.BigIntegerField(default=0)),
                ("advanced", models.BigIntegerField(default=0)),
                ("used", models.BigIntegerField(default=0)),
            ],
            options={
                "ordering": ("programme", "day", "id"),
            },
        ),
        migrations.CreateModel(
            name="LedgerEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=16)),
                ("amount", models.BigIntegerField()),
                ("day", models.DateField()),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="LedgerSeal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveBigIntegerField()),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ("programme", "position"),
            },
        ),
        migrations.CreateModel(
            name="OnceKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=64)),
                ("asked", models.CharField(max_length=64)),
                ("answer", models.TextField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Share",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("committed", models.BigIntegerField(default=0)),
                ("held", models.BigIntegerField(default=0)),
                ("advanced", models.BigIntegerField(default=0)),
                ("used", models.BigIntegerField(default=0)),
            ],
            options={
                "ordering": ("contract", "line"),
            },
        ),
        migrations.CreateModel(
            name="Supplier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("tax_code", models.CharField(blank=True, max_length=14)),
                ("account", models.CharField(blank=True, max_length=40)),
                ("bank", models.CharField(blank=True, max_length=200)),
                ("address", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ("name", "id"),
            },
        ),
        migrations.AddField(
            model_name="allotment",
            name="taken",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="allotment",
            name="used",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="line",
            name="advanced",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="line",
            name="committed",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="line",
            name="held",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="line",
            name="staff",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="line",
            name="taken",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="line",
            name="used",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="programme",
            name="ceiling",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="programme",
            name="taken",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="programme",
            name="used",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddConstraint(
            model_name="allotment",
            constraint=models.CheckConstraint(
                condition=models.Q(("taken__gte", 0), ("taken__lte", models.F("reserved"))),
                name="allotment_taken_within_reserved",
            ),
        ),
        migrations.AddConstraint(
            model_name="allotment",
            constraint=models.CheckConstraint(
                condition=models.Q(("used__gte", 0), ("used__lte", models.F("taken"))),
                name="allotment_used_within_taken",
            ),
        ),
        migrations.AddConstraint(
            model_name="line",
            constraint=models.CheckConstraint(
                condition=models.Q(("taken__lte", models.F("ceiling"))), name="line_taken_within_ceiling"
            ),
        ),
        migrations.AddConstraint(
            model_name="line",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "taken__gte",
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                models.F("held"), "+", models.F("advanced")
                            ),
                            "+",
                            models.F("used"),
                        ),
                    )
                ),
                name="line_out_within_taken",
            ),
        ),
        migrations.AddConstraint(
            model_name="line",
            constraint=models.CheckConstraint(
                condition=models.Q(("committed__gte", 0), ("held__gte", 0), ("used__gte", 0)), name="line_not_negative"
            ),
        ),
        migrations.AddConstraint(
            model_name="line",
            constraint=models.CheckConstraint(
                condition=models.Q(("staff__gte", 0), ("staff__lte", models.F("advanced"))),
                name="line_staff_within_advanced",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(("taken__gte", 0), ("taken__lte", models.F("ceiling"))),
                name="programme_taken_within_ceiling",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(("used__gte", 0), ("used__lte", models.F("taken"))),
                name="programme_used_within_taken",
            ),
        ),
        migrations.AddField(
            model_name="contract",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="contracts", to="store.body"
            ),
        ),
        migrations.AddField(
            model_name="contract",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="contracts", to="store.programme"
            ),
        ),
        migrations.AddField(
            model_name="ledgerentry",
            name="body",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.body"),
        ),
        migrations.AddField(
            model_name="ledgerentry",
            name="contract",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="store.contract"
            ),
        ),
        migrations.AddField(
            model_name="ledgerentry",
            name="line",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="store.line"
            ),
        ),
        migrations.AddField(
            model_name="ledgerentry",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="ledgerentry",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="store.programme"
            ),
        ),
        migrations.AddField(
            model_name="ledgerentry",
            name="reverses",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reversed_by",
                to="store.ledgerentry",
            ),
        ),
        migrations.AddField(
            model_name="ledgerseal",
            name="entry",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="seal", to="store.ledgerentry"
            ),
        ),
        migrations.AddField(
            model_name="ledgerseal",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="ledger_seals", to="store.programme"
            ),
        ),
        migrations.AddField(
            model_name="oncekey",
            name="body",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.body"),
        ),
        migrations.AddField(
            model_name="share",
            name="contract",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="shares", to="store.contract"
            ),
        ),
        migrations.AddField(
            model_name="share",
            name="line",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="shares", to="store.line"
            ),
        ),
        migrations.AddField(
            model_name="supplier",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="suppliers", to="store.body"
            ),
        ),
        migrations.AddField(
            model_name="ledgerentry",
            name="supplier",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="store.supplier"
            ),
        ),
        migrations.AddField(
            model_name="contract",
            name="supplier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="contracts", to="store.supplier"
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerseal",
            constraint=models.UniqueConstraint(fields=("programme", "position"), name="one_ledger_seal_a_position"),
        ),
        migrations.AddConstraint(
            model_name="oncekey",
            constraint=models.UniqueConstraint(fields=("body", "key"), name="once"),
        ),
        migrations.AddConstraint(
            model_name="share",
            constraint=models.UniqueConstraint(fields=("contract", "line"), name="share_once"),
        ),
        migrations.AddConstraint(
            model_name="share",
            constraint=models.CheckConstraint(
                condition=models.Q(("held__gte", 0), ("advanced__gte", 0), ("used__gte", 0)), name="share_not_negative"
            ),
        ),
        migrations.AddConstraint(
            model_name="share",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "committed__gte",
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                models.F("held"), "+", models.F("advanced")
                            ),
                            "+",
                            models.F("used"),
                        ),
                    )
                ),
                name="share_out_within_committed",
            ),
        ),
        migrations.AddConstraint(
            model_name="supplier",
            constraint=models.UniqueConstraint(
                condition=models.Q(("tax_code", ""), _negated=True), fields=("body", "tax_code"), name="supplier_once"
            ),
        ),
        migrations.AddIndex(
            model_name="ledgerentry",
            index=models.Index(fields=["programme", "id"], name="store_ledge_program_cd1007_idx"),
        ),
        migrations.AddIndex(
            model_name="ledgerentry",
            index=models.Index(fields=["line", "kind"], name="store_ledge_line_id_2a41fe_idx"),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0), ("amount__lte", 1000000000000000)), name="entry_amount_is_money"
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.UniqueConstraint(fields=("body", "number", "day"), name="contract_once"),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(("value__gt", 0), ("value__lte", 1000000000000000)), name="contract_value_is_money"
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(("committed__lte", models.F("value"))), name="contract_committed_within_value"
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(("held__gte", 0), ("advanced__gte", 0), ("used__gte", 0)),
                name="contract_not_negative",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "committed__gte",
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                models.F("held"), "+", models.F("advanced")
                            ),
                            "+",
                            models.F("used"),
                        ),
                    )
                ),
                name="contract_out_within_committed",
            ),
        ),
        migrations.RunPython(open_ceilings, migrations.RunPython.noop),
        append_only("store_ledgerentry", "store_ledgerseal", "store_oncekey"),
        *programme_frozen(),
    ]
