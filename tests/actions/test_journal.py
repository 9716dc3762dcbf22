"""The journal as acts write it: with the act or not at all, one chain a body, and nobody waits for a seal."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from quyet.actions.journal import record, seal_rows, seal_waiting
from quyet.queries.journal import verified
from quyet.store.models import Body, JournalRow, JournalSeal

pytestmark = pytest.mark.django_db(transaction=True)

on_postgresql = pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite has one writer at a time")


@pytest.fixture
def body() -> Body:
    return Body.objects.create(name="Sở Công Thương tỉnh Hà Bình")


def act(body: Body, name: str = "programme.saved") -> JournalRow:
    with transaction.atomic():
        return record(body.pk, None, name, body, reason=" Sửa số lượng ", data={"revision": 2, "total": 185_000_000})


def elsewhere(do: Callable[[], object]) -> object:
    """Done in another thread, which has a connection of its own."""

    def done() -> object:
        try:
            return do()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(done).result(timeout=30)


def test_a_row_says_who_did_what_with_what_and_is_sealed_once_its_act_is_committed(body: Body) -> None:
    row = act(body)
    row.refresh_from_db()
    assert (row.act, row.subject, row.subject_id, row.reason) == ("programme.saved", "body", body.pk, "Sửa số lượng")
    assert row.data == '{"revision":2,"total":185000000}'
    found = verified(body)
    assert (found.sealed, found.waiting, found.broken) == (1, 0, None)


def test_a_row_without_the_transaction_of_an_act_is_refused(body: Body) -> None:
    with pytest.raises(RuntimeError, match="belongs in the transaction of its act"):
        record(body.pk, None, "programme.saved")
    assert not JournalRow.objects.exists()


def test_an_act_that_is_taken_back_leaves_no_row_and_no_gap(body: Body) -> None:
    act(body)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record(body.pk, None, "programme.saved")
        raise ZeroDivisionError
    act(body)
    assert JournalRow.objects.count() == 2
    assert list(JournalSeal.objects.values_list("position", flat=True)) == [1, 2] and verified(body).broken is None


def test_money_with_a_point_is_refused_and_the_act_with_it(body: Body) -> None:
    with pytest.raises(TypeError, match="whole number"), transaction.atomic():
        record(body.pk, None, "programme.saved", data={"total": 0.5})
    assert not JournalRow.objects.exists()


def test_what_a_process_left_unsealed_is_sealed_by_the_next_who_looks(body: Body) -> None:
    """Its process ended between the act and the seal; another body's rows do not matter."""
    other = Body.objects.create(name="Sở Tài chính tỉnh Hà Bình")
    act(other)
    left = JournalRow(body=body, at=act(other).at, act="programme.saved")
    left.save()
    found = verified(body)
    assert (found.sealed, found.waiting, found.broken) == (0, 1, None)
    assert (seal_waiting(), seal_waiting(), seal_waiting(thorough=True)) == (1, 0, 0)
    assert (verified(body).sealed, verified(body).waiting, verified(body).broken) == (1, 0, None)


def test_many_rows_are_sealed_in_several_turns(body: Body) -> None:
    now = act(body).at
    JournalRow.objects.bulk_create([JournalRow(body=body, at=now, act="programme.saved") for _ in range(1100)])
    assert seal_rows(body.pk) == 1100
    found = verified(body)
    assert (found.sealed, found.waiting, found.broken) == (1101, 0, None)


def test_eight_who_write_and_seal_at_once_make_one_chain_a_body_without_a_gap(body: Body) -> None:
    other = Body.objects.create(name="Sở Tài chính tỉnh Hà Bình")
    begin = Barrier(8)

    def work(number: int) -> None:
        try:
            begin.wait(timeout=30)
            for each in range(10):
                act((body, other)[(number + each) % 2])
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    seal_waiting()
    for each in (body, other):
        found = verified(each)
        assert (found.sealed, found.waiting, found.broken) == (40, 0, None)
        positions = JournalSeal.objects.filter(body=each).values_list("position", flat=True)
        assert list(positions) == list(range(1, 41))


@on_postgresql
def test_who_seals_makes_nobody_wait_and_is_not_waited_for(body: Body) -> None:
    """The lock of the chain is held open here, while the same body's act is done and committed elsewhere."""
    act(body)
    with transaction.atomic():
        Body.objects.select_for_update(no_key=True).get(pk=body.pk)
        row = elsewhere(lambda: act(body))
        assert elsewhere(lambda: seal_rows(body.pk)) == 0
    found = verified(body)
    assert isinstance(row, JournalRow) and (found.sealed, found.waiting) == (1, 1)
    assert seal_waiting() == 1


@on_postgresql
def test_an_act_that_is_still_open_holds_no_seal_back(body: Body) -> None:
    """Its row was numbered first and comes later into the chain: the chain counts by itself."""
    with transaction.atomic():
        first = record(body.pk, None, "programme.saved")
        second = elsewhere(lambda: act(body))
        assert isinstance(second, JournalRow) and first.pk < second.pk
        assert list(JournalSeal.objects.values_list("row", flat=True)) == [second.pk]
    assert list(JournalSeal.objects.values_list("row", flat=True)) == [second.pk, first.pk]
    assert verified(body).broken is None
