"""What no statement may do, also not by hand: change rows that only grow, and what was submitted."""

from django.db import migrations

from quyet.store.guards import append_only, programme_frozen


class Migration(migrations.Migration):
    dependencies = [("store", "0002_office")]

    operations = [
        append_only(
            "store_journalrow",
            "store_journalseal",
            "store_version",
            "store_approvalact",
            "store_findinganswer",
            "store_signedpaper",
            "store_confirmedfact",
            "store_storedfile",
            "store_registerentry",
            "store_allotmentchange",
        ),
        *programme_frozen(),
    ]
