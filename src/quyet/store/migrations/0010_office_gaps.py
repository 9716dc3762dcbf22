"""Bodies below bodies, with days; activities added to and dropped from what was read; annexes given back; answers that
outlast midnight."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from quyet.store.guards import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0009_treasury"),
    ]

    operations = [
        migrations.CreateModel(
            name="AdoptionChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(choices=[("add", "Add"), ("drop", "Drop")], max_length=4)),
                ("which", models.PositiveSmallIntegerField()),
                ("after", models.PositiveSmallIntegerField(null=True)),
                ("title", models.CharField(max_length=2000)),
                ("words", models.TextField(blank=True)),
                ("reason", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="AnnexReturn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="BodySuperior",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("confirmed_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": (models.OrderBy(models.F("since"), nulls_first=True), "id"),
            },
        ),
        migrations.AddField(
            model_name="body",
            name="is_first",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="body",
            name="shares",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="findinganswer",
            name="about",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddConstraint(
            model_name="body",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_first", True)), fields=("is_first",), name="one_first_body"
            ),
        ),
        migrations.AddField(
            model_name="adoptionchange",
            name="adoption",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="store.adoption"
            ),
        ),
        migrations.AddField(
            model_name="adoptionchange",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="annexreturn",
            name="annex",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="returned", to="store.annex"
            ),
        ),
        migrations.AddField(
            model_name="annexreturn",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="bodysuperior",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="superiors", to="store.body"
            ),
        ),
        migrations.AddField(
            model_name="bodysuperior",
            name="superior",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="inferiors", to="store.body"
            ),
        ),
        migrations.AddConstraint(
            model_name="adoptionchange",
            constraint=models.UniqueConstraint(fields=("adoption", "what", "which"), name="adoption_change_once"),
        ),
        migrations.AddConstraint(
            model_name="bodysuperior",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since__isnull", True), ("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"
                ),
                name="body_superior_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="bodysuperior",
            constraint=models.CheckConstraint(
                condition=models.Q(("body", models.F("superior")), _negated=True), name="body_superior_is_another"
            ),
        ),
        migrations.AddConstraint(
            model_name="bodysuperior",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until__isnull", True)), fields=("body",), name="body_has_one_superior_now"
            ),
        ),
        append_only("store_adoptionchange", "store_annexreturn"),
        append_only("store_findinganswer"),  # SQLite made the table anew, without its triggers
    ]
