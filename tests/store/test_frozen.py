"""What a programme may not become, also not by hand in SQL."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from quyet.store.models import Contract, PaymentRequest, Programme
from tests.store.rows import row_of

pytestmark = pytest.mark.django_db

STATES = [str(each) for each in Programme.State]
AFTER_DRAFT = [each for each in STATES if each != "draft"]


def programme(state: str) -> Programme:
    made = row_of(Programme, state=state, content='{"programme": 1}')
    assert isinstance(made, Programme)
    return made


def by_sql(made: Programme, statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"{statement} WHERE id = {made.pk}")


@pytest.mark.parametrize("state", AFTER_DRAFT)
def test_content_is_frozen_outside_draft(state: str) -> None:
    made = programme(state)
    with pytest.raises(IntegrityError, match="content is frozen outside draft"):
        by_sql(made, "UPDATE store_programme SET content = '{}'")
    with pytest.raises(IntegrityError, match="content is frozen"):
        by_sql(
            made, f"UPDATE store_programme SET content = '{{}}', state = '{'draft' if state != 'issued' else state}'"
        )
    made.refresh_from_db()
    assert (made.content, made.state) == ('{"programme": 1}', state)


def test_a_draft_is_written_again_and_other_columns_move_in_every_state() -> None:
    draft = programme("draft")
    by_sql(draft, "UPDATE store_programme SET content = '{}', revision = 2")
    for state in STATES:
        by_sql(programme(state), "UPDATE store_programme SET shared = true, title = 'Khuyến công'")
    draft.refresh_from_db()
    assert (draft.content, draft.revision) == ("{}", 2)


@pytest.mark.parametrize("state", ["signed", "accepted"])
def test_number_and_day_enter_the_content_in_the_act_that_issues(state: str) -> None:
    made = programme(state)
    by_sql(made, """UPDATE store_programme SET content = '{"number": 1352}', state = 'issued'""")
    made.refresh_from_db()
    assert made.content == '{"number": 1352}'


@pytest.mark.parametrize("state", [each for each in STATES if each != "issued"])
def test_what_was_issued_stays_issued(state: str) -> None:
    made = programme("issued")
    with pytest.raises(IntegrityError, match="an issued programme stays issued"):
        by_sql(made, f"UPDATE store_programme SET state = '{state}'")


@pytest.mark.parametrize("state", AFTER_DRAFT)
def test_only_a_draft_is_deleted(state: str) -> None:
    made = programme(state)
    with pytest.raises(IntegrityError, match="only a draft may be deleted"):
        by_sql(made, "DELETE FROM store_programme")
    by_sql(draft := programme("draft"), "DELETE FROM store_programme")
    assert list(Programme.objects.all()) == [made] and draft.pk != made.pk


# --- requests for money -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", [
    "amount = 2000", "title = 'khác'", "round = 2", "payee = 'khác'", "accepted_value = 1", "accepted_day = '2024-06-03'",
])  # fmt: skip
def test_what_is_asked_for_is_mended_only_where_it_lies_with_who_asked(change: str) -> None:
    for state in ("requested", "checked", "approved", "sent", "paid", "withdrawn"):
        made = row_of(PaymentRequest, state=state, amount=1000)
        with pytest.raises(IntegrityError, match="frozen while it is judged"), transaction.atomic():
            by_hand(f"UPDATE store_paymentrequest SET {change} WHERE id = {made.pk}")
    for state in ("returned", "refused"):
        made = row_of(PaymentRequest, state=state, amount=1000)
        by_hand(f"UPDATE store_paymentrequest SET {change}, state = 'requested' WHERE id = {made.pk}")


@pytest.mark.parametrize("change", ["kind = 'refund'", "of_id = id", "programme_id = programme_id + 1"])
def test_what_a_request_is_for_stays_and_none_is_deleted(change: str) -> None:
    row_of(PaymentRequest, state="returned", kind="payment")
    with pytest.raises(IntegrityError, match="what a request is for stays"), transaction.atomic():
        by_hand(f"UPDATE store_paymentrequest SET {change}")
    with pytest.raises(IntegrityError, match="no request is deleted"), transaction.atomic():
        by_hand("DELETE FROM store_paymentrequest")


# --- contracts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", ["taken_back = false", "committed = 1", "value = 200", "number = '2/HĐ'"])
def test_a_contract_that_was_taken_back_stays_what_it_was(change: str) -> None:
    row_of(Contract, value=100, taken_back=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        by_hand(f"UPDATE store_contract SET {change}")


def test_the_number_of_a_contract_that_was_taken_back_is_free_and_of_another_is_not() -> None:
    first = row_of(Contract, value=100, taken_back=True)
    assert isinstance(first, Contract)
    same = {"body": first.body, "number": first.number, "day": first.day, "value": 100}
    row_of(Contract, **same)
    with pytest.raises(IntegrityError), transaction.atomic():
        row_of(Contract, **same)
    row_of(Contract, **same, taken_back=True)


def by_hand(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
