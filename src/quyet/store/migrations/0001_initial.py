"""Bodies, allotments and their changes, programmes in the making."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Body",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="Allotment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("deciding_text", models.CharField(max_length=60)),
                ("deciding_day", models.DateField(null=True)),
                ("chapter", models.CharField(max_length=3)),
                ("category", models.CharField(max_length=3)),
                ("sub_category", models.CharField(max_length=3)),
                ("source", models.CharField(max_length=120)),
                ("autonomous", models.BooleanField()),
                ("amount", models.BigIntegerField()),
                ("ceiling", models.BigIntegerField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="allotments", to="store.body"
                    ),
                ),
            ],
            options={
                "ordering": ("-year", "deciding_text", "id"),
            },
        ),
        migrations.CreateModel(
            name="Programme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("title", models.CharField(max_length=2000)),
                ("total", models.BigIntegerField(null=True)),
                ("content", models.TextField()),
                ("revision", models.PositiveIntegerField(default=1)),
                ("made_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                (
                    "allotment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programmes",
                        to="store.allotment",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="programmes", to="store.body"
                    ),
                ),
            ],
            options={
                "ordering": ("-changed_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="AllotmentChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("amount", models.BigIntegerField()),
                ("deciding_text", models.CharField(max_length=60)),
                ("day", models.DateField()),
                ("reason", models.CharField(max_length=500)),
                ("made_at", models.DateTimeField()),
                (
                    "allotment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="store.allotment"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount", 0), _negated=True), name="allotment_change_says_something"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="allotment",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gte", 0)), name="allotment_amount_not_negative"
            ),
        ),
        migrations.AddConstraint(
            model_name="allotment",
            constraint=models.CheckConstraint(
                condition=models.Q(("ceiling__gte", 0)), name="allotment_ceiling_not_negative"
            ),
        ),
        migrations.AddConstraint(
            model_name="allotment",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__lte", 1000000000000000)), name="allotment_amount_is_money"
            ),
        ),
        migrations.AddConstraint(
            model_name="allotment",
            constraint=models.CheckConstraint(
                condition=models.Q(("ceiling__lte", 1000000000000000)), name="allotment_ceiling_is_money"
            ),
        ),
        migrations.AddConstraint(
            model_name="allotment",
            constraint=models.UniqueConstraint(
                models.F("body"),
                models.F("year"),
                models.F("deciding_text"),
                models.F("chapter"),
                models.F("category"),
                models.F("sub_category"),
                models.F("source"),
                models.F("autonomous"),
                name="allotment_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(("revision__gte", 1)), name="programme_has_a_revision"
            ),
        ),
    ]
