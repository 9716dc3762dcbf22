"""Annexes that come after their decision; what was read of an adopted paper stays as it was read."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from quyet.store.guards import append_only, refuse


class Migration(migrations.Migration):
    dependencies = [("store", "0005_office_desk")]

    operations = [
        migrations.CreateModel(
            name="Annex",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content", models.TextField()),
                ("total", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="annexes", to="store.programme"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.storedfile",
                    ),
                ),
            ],
            options={
                "ordering": ("programme", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("total__gte", 0), ("total__lte", 1000000000000000)),
                        name="annex_total_is_money",
                    ),
                ],
            },
        ),
        append_only("store_annex"),
        refuse(
            "store_adoption_stays_read", "store_adoption", "UPDATE",
            "OLD.reading <> NEW.reading OR OLD.source_id <> NEW.source_id OR OLD.programme_id <> NEW.programme_id",
            "store_adoption: what was read of a paper stays",
        ),
        refuse(
            "store_adoption_not_deleted", "store_adoption", "DELETE", "",
            "store_adoption: what was read of a paper stays",
        ),
    ]  # fmt: skip
