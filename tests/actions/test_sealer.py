"""The thread beside `quyet serve` that seals what a process left behind."""

from __future__ import annotations

import time
from wsgiref.util import setup_testing_defaults

import pytest
from django.db import OperationalError

from quyet.actions.clock import now
from quyet.queries.journal import verified
from quyet.site import sealer
from quyet.store.models import Body, JournalRow

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def body() -> Body:
    return Body.objects.create(name="Sở Công Thương tỉnh Hà Bình")


def left_behind(body: Body) -> None:
    """A row whose process ended before its seal."""
    JournalRow.objects.create(body=body, at=now(), act="programme.saved")


def wait_for(body: Body, sealed: int) -> None:
    for _ in range(300):
        if verified(body).sealed == sealed:
            return
        time.sleep(0.1)
    pytest.fail(f"{verified(body)}")


def test_rows_are_sealed_as_long_as_it_runs_and_it_ends_when_told(body: Body) -> None:
    left_behind(body)
    thread = sealer.Sealer()
    thread.start()
    wait_for(body, 1)
    left_behind(body)
    wait_for(body, 2)
    thread.stop()
    assert not thread.is_alive()
    assert verified(body).broken is None


def test_a_database_that_does_not_answer_is_told_once_and_asked_again(
    body: Body, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Twice no answer; from then on it does."""
    left_behind(body)
    asked, seals = [], sealer.seal_waiting

    def seal_waiting(thorough: bool) -> int:
        asked.append(thorough)
        if len(asked) <= 2:
            raise OperationalError("connection refused\nIs the server running?")
        return seals(thorough)

    monkeypatch.setattr(sealer, "seal_waiting", seal_waiting)
    monkeypatch.setattr(sealer, "EVERY", 0.01)
    thread = sealer.Sealer()
    thread.start()
    wait_for(body, 1)
    thread.stop()
    assert asked[:3] == [True, True, True]
    assert [each.getMessage() for each in caplog.records] == [
        "journal and ledger are not sealed: connection refused Is the server running?"
    ]


def test_behind_another_server_the_first_request_starts_the_one_of_its_process(
    body: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quyet.site.wsgi import application

    monkeypatch.setattr(sealer, "_OF_PROCESS", {})
    left_behind(body)
    assert sealer._OF_PROCESS == {}, "nothing runs before somebody asks"
    told: list[str] = []
    for _ in range(2):
        environ: dict[str, object] = {"HTTP_HOST": "localhost", "PATH_INFO": "/rules"}
        setup_testing_defaults(environ)
        assert b"".join(application(environ, lambda status, headers: told.append(status)))
    assert told == ["200 OK", "200 OK"]
    wait_for(body, 1)
    assert len(sealer._OF_PROCESS) == 1 and sealer.running() is sealer.running()
    sealer.running().stop()
    assert not sealer.running().is_alive()
