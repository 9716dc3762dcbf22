"""What an older database holds of contracts gets the acts that posted it, so that it can be taken back too."""

from __future__ import annotations

import json
from pathlib import Path

from tests.store.databases import empty_database, printed

BEFORE_ACTS_WERE_KEPT = """
import django
django.setup()
from datetime import UTC, date, datetime
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
call_command("migrate", "store", "0013", verbosity=0)
apps = MigrationExecutor(connection).loader.project_state([("store", "0013_supplier_states")]).apps
from tests.store.rows import row_of
table = lambda name: apps.get_model("store", name)
an, cuc = (row_of(table("Person"), name=name) for name in ("An", "Cúc"))
contract = row_of(table("Contract"), number="01/HĐ", value=33, committed=0)
def entry(kind, amount, day, reason, person, **more):
    return row_of(table("LedgerEntry"), contract=contract, kind=kind, amount=amount, day=date(2024, 5, day),
                  reason=reason, person=person, at=datetime(2024, 5, day, 3, tzinfo=UTC), **more)
def appendix(number, by, day, reason, person):
    row_of(table("Appendix"), contract=contract, number=number, by=by, day=date(2024, 5, day), reason=reason, person=person)
for amount in (20, 10):
    entry("commit", amount, 6, "01/HĐ", an)
appendix("PL-01", 3, 7, "thêm", an)
entry("release", 2, 7, "thêm", an), entry("commit", 5, 7, "thêm", an)
appendix("PL-02", 9, 8, "không khớp", an)  # its entries come to something else: nobody guesses
entry("commit", 4, 8, "không khớp", an)
held = entry("request", 5, 9, "Đợt 1", cuc)
entry("request", 5, 9, "sai", cuc, reverses=held)
entry("release", 1, 10, "thanh lý", cuc), entry("release", 2, 10, "thanh lý", cuc)
"""

ACTS_ARE_KEPT = """
import json
from quyet.site.migrate import migrate
migrate()
from quyet.store.models import Contract, ContractAct
print(json.dumps([
    [act.what, act.appendix.number if act.appendix else "", act.person.name, str(act.day), act.reason,
     [[each.entry.kind, each.entry.amount] for each in act.entries.order_by("entry")]]
    for act in ContractAct.objects.order_by("id")
]))
from django.db import IntegrityError
for change in (lambda: ContractAct.objects.update(day="2024-01-01"),
               lambda: (Contract.objects.update(taken_back=True), Contract.objects.update(title="khác"))):
    try:
        change()
    except IntegrityError as error:
        print(str(error).splitlines()[0])
"""


def test_acts_are_found_by_person_day_reason_and_sum_and_guarded(tmp_path: Path) -> None:
    environment = empty_database(tmp_path)
    printed(environment, BEFORE_ACTS_WERE_KEPT)
    kept, *guarded = printed(environment, ACTS_ARE_KEPT).splitlines()
    assert json.loads(kept) == [
        ["enter", "", "An", "2024-05-06", "", [["commit", 20], ["commit", 10]]],
        ["appendix", "PL-01", "An", "2024-05-07", "thêm", [["release", 2], ["commit", 5]]],
        ["release", "", "Cúc", "2024-05-10", "thanh lý", [["release", 1], ["release", 2]]],
    ]
    assert guarded == ["store_contractact: rows are only added", "store_contract: what was taken back stays so"]
