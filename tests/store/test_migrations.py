"""From the first tables to today's: what an older database holds is still there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import connection

from tests.store.databases import empty_database, printed, python

FIRST_TABLES = """
import django
django.setup()
from django.core.management import call_command
from django.db import connection
call_command("migrate", "store", "0001", verbosity=0)
with connection.cursor() as cursor:
    cursor.execute("INSERT INTO store_body (name) VALUES ('Sở Công Thương tỉnh Hà Bình')")
    cursor.execute(
        "INSERT INTO store_allotment (body_id, year, deciding_text, deciding_day, chapter, category, sub_category, "
        "source, autonomous, amount, ceiling) VALUES "
        "(1, 2024, '224/QĐ-SCT', '2023-12-25', '416', '280', '338', 'Ngân sách tỉnh', false, 500000000, 450000000)"
    )
    cursor.execute(
        "INSERT INTO store_allotmentchange (allotment_id, amount, deciding_text, day, reason, made_at) VALUES "
        "(1, -50000000, '412/QĐ-SCT', '2024-09-02', 'Thu hồi', '2024-09-02 01:30:00+00')"
    )
    cursor.execute(
        "INSERT INTO store_programme (body_id, allotment_id, year, title, total, content, revision, made_at, "
        "changed_at) VALUES (1, 1, 2024, 'Khuyến công', 185000000, '{}', 3, '2024-03-05 01:30:00+00', "
        "'2024-03-06 01:30:00+00')"
    )
"""

TODAY = """
import json
from quyet.site.migrate import look, migrate
migrate()
look()
from quyet.store.models import Allotment, Programme
(allotment,), (programme,) = Allotment.objects.all(), Programme.objects.all()
(change,) = allotment.changes.all()
print(json.dumps([
    [allotment.body.name, allotment.body.level, allotment.year, allotment.deciding_text, str(allotment.deciding_day)],
    [allotment.chapter, allotment.category, allotment.sub_category, allotment.source, allotment.autonomous],
    [allotment.amount, allotment.ceiling, allotment.reserved],
    [change.amount, change.deciding_text, str(change.day), change.reason],
    [programme.title, programme.total, programme.content, programme.revision, programme.allotment_id],
    [programme.state, programme.origin, programme.money_open, str(programme.changed_at)],
]))
from django.db import IntegrityError
try:
    allotment.changes.update(amount=1)
except IntegrityError as error:
    print(str(error).splitlines()[0])
"""


def test_rows_of_the_first_tables_are_kept_and_guarded(tmp_path: Path) -> None:
    environment = empty_database(tmp_path)
    printed(environment, FIRST_TABLES)
    kept, guarded = printed(environment, TODAY).splitlines()
    assert json.loads(kept) == [
        ["Sở Công Thương tỉnh Hà Bình", "department", 2024, "224/QĐ-SCT", "2023-12-25"],
        ["416", "280", "338", "Ngân sách tỉnh", False],
        [500_000_000, 450_000_000, 0],
        [-50_000_000, "412/QĐ-SCT", "2024-09-02", "Thu hồi"],
        ["Khuyến công", 185_000_000, "{}", 3, 1],
        ["draft", "drafted", False, "2024-03-06 01:30:00+00:00"],
    ]
    assert guarded == "store_allotmentchange: rows are only added"


BEFORE_BODIES_HAD_SUPERIORS_WITH_DAYS = """
import django
django.setup()
from django.core.management import call_command
from django.db import connection
call_command("migrate", "store", "0009", verbosity=0)
with connection.cursor() as cursor:
    cursor.execute("INSERT INTO store_body (name, level, chapter, identifier, keeps_numbers) VALUES "
                   "('UBND tỉnh Hà Bình', 'province', '', '', false)")
    cursor.execute("INSERT INTO store_body (name, level, chapter, identifier, keeps_numbers, parent_id) VALUES "
                   "('Sở Công Thương tỉnh Hà Bình', 'department', '', '', false, 1)")
    cursor.execute("INSERT INTO store_journalrow (body_id, at, act, subject, reason, data) VALUES "
                   "(2, '2024-03-05 01:30:00+00', 'first_start', 'person', '', '{}')")
    cursor.execute("INSERT INTO store_programme (body_id, year, title, searched, total, content, revision, state, "
                   "origin, shared, money_open, ceiling, taken, used, made_at, changed_at) VALUES (2, 2024, 'Khuyến "
                   "công', '', 185, '{}', 3, 'issued', 'adopted', false, true, 185, 0, 0, '2024-03-05 01:30:00+00', "
                   "'2024-03-06 01:30:00+00')")
"""

AFTER_IT = """
import json
from quyet.site.migrate import migrate
migrate()
from quyet.store.models import Body, BodySuperior, Programme
(below,), (programme,) = BodySuperior.objects.all(), Programme.objects.all()
print(json.dumps([
    [below.body.name, below.superior.name, below.since, below.until, below.confirmed_at is not None],
    [[each.name, each.shares, each.is_first] for each in Body.objects.order_by("id")],
    [programme.money_open, programme.ceiling, programme.state],
]))
"""


def test_who_shared_with_a_superior_goes_on_and_money_on_no_allotment_waits_for_one(tmp_path: Path) -> None:
    environment = empty_database(tmp_path)
    printed(environment, BEFORE_BODIES_HAD_SUPERIORS_WITH_DAYS)
    assert json.loads(printed(environment, AFTER_IT)) == [
        ["Sở Công Thương tỉnh Hà Bình", "UBND tỉnh Hà Bình", None, None, True],
        [["UBND tỉnh Hà Bình", False, False], ["Sở Công Thương tỉnh Hà Bình", True, True]],
        [False, 0, "issued"],
    ]


def test_a_file_of_sqlite_is_for_its_owner_alone_also_one_that_was_made_before(tmp_path: Path) -> None:
    environment = empty_database(tmp_path)
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps its own files")
    code = (
        "from quyet.site.migrate import migrate; migrate(); from quyet.store.models import Body; Body.objects.exists()"
    )
    printed(environment, code)
    file = tmp_path / "quyet.sqlite3"
    beside = sorted(file.parent.glob(f"{file.name}*"))
    assert [each.name for each in beside if each.stat().st_mode & 0o077] == [] and file in beside
    file.chmod(0o644)
    printed(environment, code)
    assert file.stat().st_mode & 0o777 == 0o600


def test_several_processes_make_the_tables_at_once(tmp_path: Path) -> None:
    environment = empty_database(tmp_path)
    started = [python(environment, "from quyet.site.migrate import migrate; migrate()") for _ in range(3)]
    errors = [process.communicate()[1] for process in started]
    assert [process.returncode for process in started] == [0, 0, 0], errors


def test_a_database_without_todays_tables_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    environment = empty_database(tmp_path)
    printed(environment, FIRST_TABLES)
    told = "from quyet.site import migrate\ntry: migrate.look()\nexcept migrate.OlderDatabase: print('older')"
    assert [printed(environment, told), printed(environment, told)] == ["older\n", "older\n"]


def test_nothing_of_the_models_is_without_its_migration(tmp_path: Path) -> None:
    environment = empty_database(tmp_path)
    check = "import django; django.setup(); from django.core.management import call_command as call; "
    assert printed(environment, check + "call('makemigrations', 'store', check=True, dry_run=True, verbosity=0)") == ""


BEFORE_SUPPLIERS_HAD_STATES = """
import django
django.setup()
import json
from datetime import UTC, datetime
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
call_command("migrate", "store", "0012", verbosity=0)
apps = MigrationExecutor(connection).loader.project_state([("store", "0012_mended")]).apps
from tests.store.rows import row_of
table = lambda name: apps.get_model("store", name)
on = lambda day: datetime(2024, 5, day, 3, tzinfo=UTC)
person = row_of(table("Person"), name="An")
told = lambda one, act, day, data: row_of(table("JournalRow"), at=on(day), act=act, person=person, subject="supplier",
                                          subject_id=one.pk, data=json.dumps(data))
printer = row_of(table("Supplier"), name="In Một", account="300", bank="KB", revision=2)
told(printer, "supplier", 2, {"name": "In 1", "tax_code": ""})
told(printer, "change_supplier", 10, {"name": "In Một", "changed": {"name": ["In 1", "In Một"], "account": ["100", "200"]}})
told(printer, "change_supplier", 20, {"name": "In Một", "changed": {"account": ["200", "300"], "bank": ["", "KB"]}})
hotel = row_of(table("Supplier"), name="Nhà khách", account="9")
for supplier in (printer, hotel):
    contract = row_of(table("Contract"), supplier=supplier, value=5)
    request = row_of(table("PaymentRequest"), supplier=supplier, contract=contract, amount=5, state="sent", round=1)
    for day in (5, 15):
        row_of(table("LedgerEntry"), contract=contract, at=on(day))
    for day in (3, 15, 25):
        row_of(table("PaymentAct"), request=request, move="approve", round=1, at=on(day))
    row_of(table("Appendix"), contract=contract, by=1, at=on(21))
"""

SUPPLIERS_HAVE_STATES = """
import json
from quyet.site.migrate import migrate
migrate()
from django.db import IntegrityError
from quyet.store.models import Appendix, Contract, PaymentAct, SupplierState
rows = SupplierState.objects.order_by("supplier", "revision").select_related("person")
print(json.dumps([[[each.revision, each.name, each.account, each.bank, each.person and each.person.name,
                    each.at and each.at.day] for each in rows],
                  *([each.payee.account for each in one.objects.order_by("id")]
                    for one in (Contract, Appendix, PaymentAct))]))
for one in (SupplierState, Appendix, PaymentAct):
    try:
        one.objects.update(id=1)
    except IntegrityError as error:
        print(str(error).splitlines()[0])
"""


def test_what_a_supplier_was_before_is_told_by_the_journal_and_named_again(tmp_path: Path) -> None:
    """Mended on 10/05 and 20/05: a contract entered on 05/05, an appendix of 21/05, moves of 03, 15 and 25/05. The hotel
    was entered before the journal told of it, and never mended."""
    environment = empty_database(tmp_path)
    printed(environment, BEFORE_SUPPLIERS_HAD_STATES)
    kept, *guarded = printed(environment, SUPPLIERS_HAVE_STATES).splitlines()
    states, contracts, appendices, acts = json.loads(kept)
    assert states == [
        [0, "In 1", "100", "", "An", 2],
        [1, "In Một", "200", "", "An", 10],
        [2, "In Một", "300", "KB", "An", 20],
        [0, "Nhà khách", "9", "", None, None],
    ]
    assert (contracts, appendices) == (["100", "9"], ["300", "9"])
    assert acts == ["100", "200", "300", "9", "9", "9"]
    tables = ("store_supplierstate", "store_appendix", "store_paymentact")
    assert guarded == [f"{table}: rows are only added" for table in tables]
