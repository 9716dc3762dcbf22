"""A day of arrival for papers received, programmes found without diacritics, addresses of calendars."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from quyet.core.values.folding import bare
from quyet.store.guards import append_only, programme_frozen


def fold_titles(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """What `searched` holds of programmes that are there already."""
    model = apps.get_model("store", "Programme")
    for programme in model.objects.only("pk", "title").iterator():
        model.objects.filter(pk=programme.pk).update(searched=bare(programme.title))


class Migration(migrations.Migration):
    dependencies = [("store", "0004_signed_paper_reason")]

    operations = [
        migrations.CreateModel(
            name="CalendarAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("english", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField()),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="calendar",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="programme",
            name="searched",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.RunPython(fold_titles, migrations.RunPython.noop),
        migrations.AddField(
            model_name="registerentry",
            name="arrived",
            field=models.DateField(null=True),
        ),
        migrations.AddConstraint(
            model_name="registerentry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("direction", "in")),
                fields=("body", "year", "number"),
                name="arrival_number_once_a_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="registerentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("arrived__isnull", True), ("direction", "out")),
                    models.Q(("arrived__isnull", False), ("direction", "in")),
                    _connector="OR",
                ),
                name="papers_received_say_when",
            ),
        ),
        # SQLite made both tables anew, without their triggers.
        append_only("store_registerentry"),
        *programme_frozen(),
    ]
