"""What no statement may do, also not by hand: change rows that only grow, and what was submitted."""

from django.db import migrations

from quyet.store.guards import append_only, refuse

_MAY_CHANGE = "OLD.state = 'draft' OR (OLD.state IN ('signed', 'accepted') AND NEW.state = 'issued')"


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
        refuse(
            "store_programme_content_frozen", "store_programme", "UPDATE",
            f"OLD.content <> NEW.content AND NOT ({_MAY_CHANGE})",
            "store_programme: content is frozen outside draft",
        ),
        refuse(
            "store_programme_stays_issued", "store_programme", "UPDATE",
            "OLD.state = 'issued' AND NEW.state <> 'issued'",
            "store_programme: an issued programme stays issued",
        ),
        refuse(
            "store_programme_not_deleted", "store_programme", "DELETE",
            "OLD.state <> 'draft'",
            "store_programme: only a draft may be deleted",
        ),
    ]  # fmt: skip
