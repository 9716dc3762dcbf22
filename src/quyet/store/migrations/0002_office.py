"""People, roles, approval, register, journal."""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    # Their tables point at a person; Django would have them follow the first migration of this app, which has none.
    run_before = [("account", "0001_initial"), ("mfa", "0001_initial"), ("usersessions", "0001_initial")]

    dependencies = [
        ("store", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("login", models.CharField(max_length=60, unique=True)),
                ("name", models.CharField(max_length=120)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("is_active", models.BooleanField(default=True)),
                ("is_example", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name_plural": "people",
                "ordering": ("name", "id"),
            },
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField()),
                ("ref", models.CharField(max_length=120)),
                ("label", models.CharField(blank=True, max_length=20)),
                ("group", models.CharField(blank=True, max_length=2000)),
                ("kind", models.CharField(blank=True, max_length=40)),
                ("title", models.CharField(max_length=2000)),
                ("quantity", models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ("unit", models.CharField(blank=True, max_length=60)),
                ("start", models.DateField(null=True)),
                ("end", models.DateField(null=True)),
            ],
            options={
                "ordering": ("programme", "place"),
            },
        ),
        migrations.CreateModel(
            name="Adoption",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reading", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="ApprovalAct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("move", models.CharField(max_length=20)),
                ("capacity", models.CharField(blank=True, max_length=3)),
                ("step", models.CharField(blank=True, max_length=8)),
                ("reason", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="BodyName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("chapter", models.CharField(blank=True, max_length=3)),
                ("identifier", models.CharField(blank=True, max_length=40)),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
            ],
            options={
                "ordering": (models.OrderBy(models.F("since"), nulls_first=True),),
            },
        ),
        migrations.CreateModel(
            name="ConfirmedFact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.CharField(max_length=200)),
                ("value", models.TextField()),
                ("words", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("deciding_text", models.CharField(max_length=60)),
                ("position", models.CharField(blank=True, max_length=120)),
                ("since", models.DateField()),
                ("until", models.DateField()),
            ],
            options={
                "ordering": ("since",),
            },
        ),
        migrations.CreateModel(
            name="Dispatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField()),
                ("recipient", models.CharField(max_length=500)),
                ("sent_at", models.DateTimeField(null=True)),
                ("way", models.CharField(blank=True, max_length=40)),
                ("received_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("entry", "place"),
            },
        ),
        migrations.CreateModel(
            name="FindingAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.CharField(max_length=10)),
                ("message", models.TextField()),
                ("answer", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="JournalRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("act", models.CharField(max_length=40)),
                ("subject", models.CharField(max_length=40)),
                ("subject_id", models.BigIntegerField(null=True)),
                ("reason", models.TextField(blank=True)),
                ("data", models.TextField(default="{}")),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="JournalSeal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveBigIntegerField()),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ("body", "position"),
            },
        ),
        migrations.CreateModel(
            name="Line",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveIntegerField()),
                ("label", models.CharField(blank=True, max_length=40)),
                ("content", models.CharField(max_length=2000)),
                ("unit", models.CharField(blank=True, max_length=60)),
                ("quantity", models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ("unit_price", models.BigIntegerField(null=True)),
                ("ceiling", models.BigIntegerField()),
                ("code", models.CharField(blank=True, max_length=4)),
                ("source", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "ordering": ("programme", "place"),
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("message", models.CharField(max_length=500)),
                ("message_en", models.CharField(max_length=500)),
                ("at", models.DateTimeField()),
                ("read_at", models.DateTimeField(null=True)),
                ("mailed_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="RegisterEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("direction", models.CharField(choices=[("out", "Out"), ("in", "In")], default="out", max_length=3)),
                ("kind", models.CharField(max_length=40)),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("symbol", models.CharField(max_length=60)),
                ("day", models.DateField()),
                ("issuer", models.CharField(max_length=200)),
                ("title", models.CharField(max_length=2000)),
                ("searched", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("-day", "-id"),
            },
        ),
        migrations.CreateModel(
            name="RoleHeld",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("officer", "Officer"),
                            ("head", "Head"),
                            ("accountant", "Accountant"),
                            ("office", "Office"),
                            ("director", "Director"),
                            ("clerk", "Clerk"),
                            ("auditor", "Auditor"),
                            ("admin", "Admin"),
                        ],
                        max_length=12,
                    ),
                ),
                ("capacity", models.CharField(blank=True, choices=[("", ""), ("KT", "KT")], max_length=3)),
                ("position", models.CharField(blank=True, max_length=120)),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
            ],
            options={
                "ordering": ("person", "role", "since"),
            },
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="SignedPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("differences", models.TextField()),
                ("agrees", models.BooleanField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=80)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
            ],
            options={
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("why", models.CharField(max_length=12)),
                ("content", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("programme", "number"),
            },
        ),
        migrations.AlterModelOptions(
            name="body",
            options={"verbose_name_plural": "bodies"},
        ),
        migrations.AddField(
            model_name="allotment",
            name="reserved",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="body",
            name="chapter",
            field=models.CharField(blank=True, max_length=3),
        ),
        migrations.AddField(
            model_name="body",
            name="identifier",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="body",
            name="keeps_numbers",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="body",
            name="level",
            field=models.CharField(
                choices=[("province", "Province"), ("department", "Department"), ("commune", "Commune")],
                default="department",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="body",
            name="parent",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="children", to="store.body"
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="key",
            field=models.SlugField(max_length=60, null=True),
        ),
        migrations.AddField(
            model_name="programme",
            name="money_open",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="programme",
            name="origin",
            field=models.CharField(
                choices=[("drafted", "Drafted"), ("adopted", "Adopted")], default="drafted", max_length=8
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="shared",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="programme",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("submitted", "Submitted"),
                    ("appraised", "Appraised"),
                    ("signed", "Signed"),
                    ("issued", "Issued"),
                    ("confirmed", "Confirmed"),
                    ("accepted", "Accepted"),
                ],
                default="draft",
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="allotment",
            constraint=models.CheckConstraint(
                condition=models.Q(("reserved__gte", 0)), name="allotment_reserved_not_negative"
            ),
        ),
        migrations.AddConstraint(
            model_name="allotment",
            constraint=models.CheckConstraint(
                condition=models.Q(("reserved__lte", models.F("ceiling"))), name="allotment_reserved_within_ceiling"
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("login"), name="person_login_in_any_case"
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="signatory",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="to_sign",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="activities", to="store.programme"
            ),
        ),
        migrations.AddField(
            model_name="adoption",
            name="lines_confirmed_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="adoption",
            name="programme",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="adoption", to="store.programme"
            ),
        ),
        migrations.AddField(
            model_name="approvalact",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="acts", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="approvalact",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="acts", to="store.programme"
            ),
        ),
        migrations.AddField(
            model_name="bodyname",
            name="body",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="names", to="store.body"),
        ),
        migrations.AddField(
            model_name="confirmedfact",
            name="adoption",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="facts", to="store.adoption"
            ),
        ),
        migrations.AddField(
            model_name="confirmedfact",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="delegation",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="delegations", to="store.body"
            ),
        ),
        migrations.AddField(
            model_name="delegation",
            name="giver",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="delegations_given",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="delegation",
            name="taker",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="delegations_taken",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="dispatch",
            name="sent_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="findinganswer",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="answers", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="findinganswer",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="store.programme"
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="person",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="invitations",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="journalrow",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="journal", to="store.body"
            ),
        ),
        migrations.AddField(
            model_name="journalrow",
            name="person",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="journal",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="journalseal",
            name="body",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="seals", to="store.body"),
        ),
        migrations.AddField(
            model_name="journalseal",
            name="row",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="seal", to="store.journalrow"
            ),
        ),
        migrations.AddField(
            model_name="line",
            name="activity",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="store.activity"
            ),
        ),
        migrations.AddField(
            model_name="line",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="store.programme"
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="store.body"
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="notices", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="programme",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="store.programme"
            ),
        ),
        migrations.AddField(
            model_name="registerentry",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="register", to="store.body"
            ),
        ),
        migrations.AddField(
            model_name="registerentry",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="registerentry",
            name="programme",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="register", to="store.programme"
            ),
        ),
        migrations.AddField(
            model_name="dispatch",
            name="entry",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="dispatches", to="store.registerentry"
            ),
        ),
        migrations.AddField(
            model_name="roleheld",
            name="body",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="roles", to="store.body"),
        ),
        migrations.AddField(
            model_name="roleheld",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="roles", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="approvalact",
            name="held",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="store.roleheld"),
        ),
        migrations.AddField(
            model_name="series",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="series", to="store.body"
            ),
        ),
        migrations.AddField(
            model_name="signedpaper",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="storedfile",
            name="body",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="store.body"),
        ),
        migrations.AddField(
            model_name="storedfile",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="files",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="signedpaper",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.storedfile"
            ),
        ),
        migrations.AddField(
            model_name="registerentry",
            name="file",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.storedfile"
            ),
        ),
        migrations.AddField(
            model_name="adoption",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.storedfile"
            ),
        ),
        migrations.AddField(
            model_name="unit",
            name="body",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="units", to="store.body"),
        ),
        migrations.AddField(
            model_name="roleheld",
            name="unit",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="roles", to="store.unit"
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="unit",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="programmes", to="store.unit"
            ),
        ),
        migrations.AddIndex(
            model_name="programme",
            index=models.Index(fields=["body", "-changed_at"], name="store_progr_body_id_b0e548_idx"),
        ),
        migrations.AddIndex(
            model_name="programme",
            index=models.Index(fields=["body", "state"], name="store_progr_body_id_430df1_idx"),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.UniqueConstraint(fields=("body", "key"), name="programme_key_once_in_a_body"),
        ),
        migrations.AddField(
            model_name="version",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="versions", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="version",
            name="paper",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="store.storedfile"
            ),
        ),
        migrations.AddField(
            model_name="version",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="store.programme"
            ),
        ),
        migrations.AddField(
            model_name="signedpaper",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="signed_papers", to="store.version"
            ),
        ),
        migrations.AddField(
            model_name="approvalact",
            name="version",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="acts", to="store.version"
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.UniqueConstraint(fields=("programme", "place"), name="activity_place_once"),
        ),
        migrations.AddConstraint(
            model_name="bodyname",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since__isnull", True), ("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"
                ),
                name="body_name_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="bodyname",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until__isnull", True)), fields=("body",), name="body_has_one_name_now"
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__gte", models.F("since"))), name="delegation_ends_after_it_begins"
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(("giver", models.F("taker")), _negated=True), name="delegation_to_another"
            ),
        ),
        migrations.AddIndex(
            model_name="journalrow",
            index=models.Index(fields=["body", "id"], name="store_journ_body_id_33a63a_idx"),
        ),
        migrations.AddIndex(
            model_name="journalrow",
            index=models.Index(fields=["subject", "subject_id"], name="store_journ_subject_32b355_idx"),
        ),
        migrations.AddConstraint(
            model_name="journalseal",
            constraint=models.UniqueConstraint(fields=("body", "position"), name="one_seal_a_position"),
        ),
        migrations.AddConstraint(
            model_name="line",
            constraint=models.UniqueConstraint(fields=("programme", "place"), name="line_place_once"),
        ),
        migrations.AddConstraint(
            model_name="line",
            constraint=models.CheckConstraint(
                condition=models.Q(("ceiling__gte", 0), ("ceiling__lte", 1000000000000000)),
                name="line_ceiling_is_money",
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(fields=["person", "read_at"], name="store_notic_person__88c70d_idx"),
        ),
        migrations.AddConstraint(
            model_name="dispatch",
            constraint=models.UniqueConstraint(fields=("entry", "place"), name="dispatch_place_once"),
        ),
        migrations.AddConstraint(
            model_name="series",
            constraint=models.UniqueConstraint(fields=("body", "kind", "year"), name="series_once"),
        ),
        migrations.AddIndex(
            model_name="storedfile",
            index=models.Index(fields=["body", "sha256"], name="store_store_body_id_5d776b_idx"),
        ),
        migrations.AddIndex(
            model_name="registerentry",
            index=models.Index(fields=["body", "-day"], name="store_regis_body_id_dfa5a4_idx"),
        ),
        migrations.AddConstraint(
            model_name="registerentry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("direction", "out")),
                fields=("body", "kind", "year", "number"),
                name="number_once_a_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="registerentry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("direction", "in")),
                fields=("body", "symbol", "day", "issuer"),
                name="paper_received_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="registerentry",
            constraint=models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="numbers_begin_at_one"),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.UniqueConstraint(fields=("body", "name"), name="unit_once_in_a_body"),
        ),
        migrations.AddConstraint(
            model_name="roleheld",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"),
                name="role_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="roleheld",
            constraint=models.CheckConstraint(
                condition=models.Q(("capacity", ""), ("role", "director"), _connector="OR"),
                name="only_directors_have_deputies",
            ),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.UniqueConstraint(fields=("programme", "number"), name="version_number_once"),
        ),
    ]
