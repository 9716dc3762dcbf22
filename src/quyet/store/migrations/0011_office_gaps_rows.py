"""What older rows are in the new terms: who stands above whom, which body was first, no money on no allotment."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.utils import timezone

from quyet.store.guards import programme_frozen


def _superiors(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Whoever named a superior shared with it: that goes on, as confirmed."""
    body, superior = apps.get_model("store", "Body"), apps.get_model("store", "BodySuperior")
    below = body.objects.filter(parent__isnull=False)
    superior.objects.bulk_create(
        superior(body_id=pk, superior_id=above, confirmed_at=timezone.now())
        for pk, above in below.values_list("pk", "parent")
    )
    below.update(shares=True)


def _first(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    started = apps.get_model("store", "JournalRow").objects.filter(act="first_start").order_by("id").first()
    if started is not None:
        apps.get_model("store", "Body").objects.filter(pk=started.body_id).update(is_first=True)


def _untied(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Its lines stay; it opens again when it is tied. Nothing could be posted there, so nothing is taken."""
    open_ = apps.get_model("store", "Programme").objects.filter(money_open=True, allotment__isnull=True)
    open_.update(money_open=False, ceiling=0)


def _nothing(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """What older code makes of these rows is the same."""


class Migration(migrations.Migration):
    dependencies = [("store", "0010_office_gaps")]

    operations = [
        migrations.RunPython(_superiors, _nothing),
        migrations.RunPython(_first, _nothing),
        migrations.RunPython(_untied, _nothing),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(("money_open", False), ("allotment__isnull", False), _connector="OR"),
                name="programme_money_open_on_an_allotment",
            ),
        ),
        *programme_frozen(),
    ]
