"""What was done with contracts, and what of it was taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from quyet.store.guards import append_only, contract_stays_taken_back


def fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Which act posted which entry: entries of one act have its person, day and reason, an appendix's come to its sum,
    and what is released beside appendices is a rest. An entry that is of none of these stays without an act."""
    contract, entry = (apps.get_model("store", name).objects for name in ("Contract", "LedgerEntry"))
    for each in contract.order_by("id"):
        rows = list(entry.filter(contract=each, kind__in=("commit", "release"), reverses=None).order_by("id"))
        first, rows = _parted(rows, lambda row, of=each: row.kind == "commit" and row.reason == of.number)
        _keep(apps, each, "enter", first)
        for appendix in each.appendices.order_by("id"):
            said = (appendix.reason, appendix.day, appendix.person_id)
            mine, others = _parted(rows, lambda row, said=said: (row.reason, row.day, row.person_id) == said)
            if sum(row.amount if row.kind == "commit" else -row.amount for row in mine) == appendix.by:
                _keep(apps, each, "appendix", mine, appendix)
                rows = others
        while rows and (rest := [row for row in rows if row.kind == "release"]):
            one = (rest[0].at, rest[0].reason, rest[0].person_id)
            mine, rows = _parted(
                rows, lambda row, one=one: row.kind == "release" and (row.at, row.reason, row.person_id) == one
            )
            _keep(apps, each, "release", mine)


def _parted(rows: Sequence[Any], fits: Any) -> tuple[list[Any], list[Any]]:
    return [row for row in rows if fits(row)], [row for row in rows if not fits(row)]


def _keep(apps: StateApps, contract: Any, what: str, entries: Sequence[Any], appendix: Any = None) -> None:
    if not entries:
        return
    acts, joined = (apps.get_model("store", name) for name in ("ContractAct", "ContractEntry"))
    first = entries[0]
    act = acts.objects.create(
        contract=contract, what=what, appendix=appendix, reason="" if what == "enter" else first.reason,
        day=first.day, person_id=first.person_id, at=first.at,
    )  # fmt: skip
    joined.objects.bulk_create(joined(act=act, entry=each) for each in entries)


def _own_number() -> tuple[str, models.Field[Any, Any]]:
    return "id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def _of(model: str, named: str, **more: Any) -> models.Field[Any, Any]:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name=named, to=model, **more)


def _one_of(model: str, named: str, **more: Any) -> models.Field[Any, Any]:
    return models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name=named, to=model, **more)


class Migration(migrations.Migration):
    dependencies = [("store", "0013_supplier_states")]

    operations = [
        migrations.AddField(model_name="contract", name="taken_back", field=models.BooleanField(default=False)),
        migrations.RemoveConstraint(model_name="contract", name="contract_once"),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.UniqueConstraint(
                condition=models.Q(("taken_back", False)), fields=("body", "number", "day"), name="contract_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(("taken_back", False), ("committed", 0), _connector="OR"),
                name="contract_taken_back_commits_nothing",
            ),
        ),
        migrations.AddField(model_name="appendix", name="again", field=models.PositiveSmallIntegerField(default=0)),
        migrations.RemoveConstraint(model_name="appendix", name="appendix_once"),
        migrations.AddConstraint(
            model_name="appendix",
            constraint=models.UniqueConstraint(fields=("contract", "number", "again"), name="appendix_once"),
        ),
        migrations.CreateModel(
            name="ContractAct",
            fields=[
                _own_number(),
                ("what", models.CharField(max_length=12)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("day", models.DateField()),
                ("at", models.DateTimeField()),
                ("contract", _of("store.contract", "acts")),
                ("appendix", _one_of("store.appendix", "act", null=True)),
                ("takes_back", _one_of("store.contractact", "taken_back_by", null=True)),
                ("person", _of(settings.AUTH_USER_MODEL, "+")),
            ],
            options={"ordering": ("id",)},
        ),
        migrations.CreateModel(
            name="ContractEntry",
            fields=[
                _own_number(),
                ("act", _of("store.contractact", "entries")),
                ("entry", _one_of("store.ledgerentry", "of_contract")),
            ],
        ),
        append_only("store_appendix", "store_contractact", "store_contractentry"),
        contract_stays_taken_back(),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
