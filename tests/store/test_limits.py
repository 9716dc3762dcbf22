"""Limits that the database itself keeps: each constraint by a row that breaks it and, beside it, nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from quyet.store.models import Allotment, RegisterEntry
from tests.store.rows import row_of

pytestmark = pytest.mark.django_db

MARCH, APRIL = date(2024, 3, 1), date(2024, 4, 1)
TOO_MUCH = 10**15 + 1
BROKEN: dict[str, tuple[str, dict[str, Any]]] = {
    "allotment_amount_not_negative": ("Allotment", {"amount": -1}),
    "allotment_amount_is_money": ("Allotment", {"amount": TOO_MUCH}),
    "allotment_ceiling_not_negative": ("Allotment", {"ceiling": -1, "reserved": -1}),
    "allotment_ceiling_is_money": ("Allotment", {"ceiling": TOO_MUCH}),
    "allotment_reserved_not_negative": ("Allotment", {"reserved": -1}),
    "allotment_reserved_within_ceiling": ("Allotment", {"ceiling": 500, "reserved": 501}),
    "allotment_change_says_something": ("AllotmentChange", {"amount": 0}),
    "annex_total_is_money": ("Annex", {"total": TOO_MUCH}),
    "appendix_says_something": ("Appendix", {"by": 0}),
    "body_name_ends_after_it_begins": ("BodyName", {"since": APRIL, "until": MARCH}),
    "body_superior_ends_after_it_begins": ("BodySuperior", {"since": APRIL, "until": MARCH}),
    "body_superior_is_another": ("BodySuperior", {"superior": "body"}),
    "delegation_ends_after_it_begins": ("Delegation", {"since": APRIL, "until": MARCH}),
    "delegation_to_another": ("Delegation", {"taker": "giver"}),
    "line_ceiling_is_money": ("Line", {"ceiling": TOO_MUCH}),
    "allotment_taken_within_reserved": ("Allotment", {"ceiling": 500, "reserved": 400, "taken": 401}),
    "allotment_used_within_taken": ("Allotment", {"ceiling": 500, "reserved": 400, "taken": 10, "used": 11}),
    "contract_advance_not_negative": ("Contract", {"value": 100, "advance_most": -1}),
    "contract_taken_back_commits_nothing": ("Contract", {"value": 100, "committed": 1, "taken_back": True}),
    "contract_value_is_money": ("Contract", {"value": 0}),
    "contract_committed_within_value": ("Contract", {"value": 100, "committed": 101}),
    "contract_not_negative": ("Contract", {"value": 100, "held": -1}),
    "contract_out_within_committed": ("Contract", {"value": 100, "committed": 10, "used": 11}),
    "entry_amount_is_money": ("LedgerEntry", {"amount": 0}),
    "invoice_total_is_money": ("Invoice", {"total": 0}),
    "invoice_use_is_money": ("InvoiceUse", {"amount": TOO_MUCH}),
    "line_taken_within_ceiling": ("Line", {"ceiling": 100, "taken": 101}),
    "line_out_within_taken": ("Line", {"ceiling": 100, "taken": 10, "held": 4, "advanced": 4, "used": 3}),
    "line_not_negative": ("Line", {"ceiling": 100, "held": -1}),
    "line_staff_within_advanced": ("Line", {"ceiling": 100, "taken": 10, "advanced": 5, "staff": 6}),
    "part_amount_is_money": ("PaymentPart", {"amount": -1}),
    "programme_money_open_on_an_allotment": ("Programme", {"money_open": True, "allotment": None}),
    "programme_taken_within_ceiling": ("Programme", {"ceiling": 100, "taken": 101}),
    "programme_used_within_taken": ("Programme", {"ceiling": 100, "taken": 10, "used": 11}),
    "request_amount_is_money": ("PaymentRequest", {"amount": 0}),
    "share_not_negative": ("Share", {"held": -1}),
    "share_out_within_committed": ("Share", {"committed": 10, "used": 11}),
    "numbers_begin_at_one": ("RegisterEntry", {"number": 0}),
    "papers_received_say_when": ("RegisterEntry", {"direction": "in", "arrived": None}),
    "only_directors_have_deputies": ("RoleHeld", {"role": "clerk", "capacity": "KT"}),
    "statement_days_in_order": ("TreasuryStatement", {"since": APRIL, "until": MARCH}),
    "treasury_row_is_money": ("TreasuryRow", {"amount": 0}),
    "programme_has_a_revision": ("Programme", {"revision": 0}),
    "role_ends_after_it_begins": ("RoleHeld", {"since": APRIL, "until": MARCH}),
}  # fmt: skip


def test_every_check_of_the_tables_is_broken_below() -> None:
    tables = apps.get_app_config("store").get_models()
    checks = [
        each.name for model in tables for each in model._meta.constraints if isinstance(each, models.CheckConstraint)
    ]
    assert sorted(checks) == sorted(BROKEN)


@pytest.mark.parametrize("check", BROKEN)
def test_a_row_that_breaks_a_check_is_refused(check: str) -> None:
    name, values = BROKEN[check]
    model = apps.get_model("store", name)
    if values.get("taker") == "giver":
        same = row_of(apps.get_model("store", "Person"))
        values = {"giver": same, "taker": same}
    if values.get("superior") == "body":
        same = row_of(apps.get_model("store", "Body"))
        values = {"body": same, "superior": same}
    named = None if check == "allotment_ceiling_not_negative" else check  # breaks the one of `reserved` as well
    with pytest.raises(IntegrityError, match=named), transaction.atomic():
        row_of(model, **values)
    assert not model.objects.exists()


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ("reserved = 501", "allotment_reserved_within_ceiling"),
        ("reserved = reserved + 101", "allotment_reserved_within_ceiling"),
        ("ceiling = 399", "allotment_reserved_within_ceiling"),
        ("reserved = reserved - 401", "allotment_reserved_not_negative"),
    ],
)
def test_by_hand_in_sql_no_allotment_goes_beyond_its_ceiling_or_below_nought(change: str, check: str) -> None:
    """500 đồng allotted, 400 of them reserved."""
    made = row_of(Allotment, amount=500, ceiling=500, reserved=400)
    with pytest.raises(IntegrityError, match=check), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE store_allotment SET {change}")
    made.refresh_from_db()
    assert (made.ceiling, made.reserved) == (500, 400)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE store_allotment SET reserved = 500")


def test_a_number_is_given_once_in_a_year_to_a_kind_of_a_body() -> None:
    first = row_of(RegisterEntry, kind="QĐ", year=2024, number=1352)
    assert isinstance(first, RegisterEntry)
    same = {"body": first.body, "kind": "QĐ", "year": 2024, "number": 1352}
    with pytest.raises(IntegrityError), transaction.atomic():
        row_of(RegisterEntry, **same)
    for other in ({"number": 1353}, {"kind": "KH"}, {"year": 2025}, {"body": row_of(type(first.body))}):
        row_of(RegisterEntry, **{**same, **other})
    arrived = {"direction": "in", "arrived": date(2024, 3, 6)}
    row_of(RegisterEntry, **same, **arrived)  # what arrives is numbered apart from what goes out
    assert RegisterEntry.objects.count() == 6


def test_papers_received_have_one_series_a_year_whatever_their_kind() -> None:
    first = row_of(RegisterEntry, direction="in", arrived=date(2024, 3, 6), kind="QĐ", year=2024, number=7)
    assert isinstance(first, RegisterEntry)
    same = {"direction": "in", "arrived": date(2024, 3, 7), "body": first.body, "year": 2024, "number": 7}
    with pytest.raises(IntegrityError), transaction.atomic():
        row_of(RegisterEntry, **same, kind="KH")
    row_of(RegisterEntry, **{**same, "number": 8}, kind="KH")
