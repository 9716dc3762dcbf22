"""Why the differences of a signed paper are none of the paper."""

from django.db import migrations, models

from quyet.store.guards import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0003_guards"),
    ]

    operations = [
        migrations.AddField(
            model_name="signedpaper",
            name="reason",
            field=models.TextField(blank=True),
        ),
        append_only("store_signedpaper"),  # SQLite made the table anew, without its triggers
    ]
