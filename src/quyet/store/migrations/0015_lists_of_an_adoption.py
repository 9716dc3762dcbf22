"""Bases and assignments of an adopted decision are added and dropped too: a change names its list."""

from __future__ import annotations

from django.db import migrations, models

from quyet.store.guards import append_only


class Migration(migrations.Migration):
    dependencies = [("store", "0014_taken_back")]

    operations = [
        migrations.AddField(
            model_name="adoptionchange",
            name="part",
            field=models.CharField(
                choices=[("activity", "Activity"), ("bases", "Bases"), ("assignments", "Assignments")],
                default="activity",
                max_length=11,
            ),
        ),
        migrations.RemoveConstraint(model_name="adoptionchange", name="adoption_change_once"),
        migrations.AddConstraint(
            model_name="adoptionchange",
            constraint=models.UniqueConstraint(
                fields=("adoption", "what", "part", "which"), name="adoption_change_once"
            ),
        ),
        append_only("store_adoptionchange"),
    ]
