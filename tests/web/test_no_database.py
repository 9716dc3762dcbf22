"""A database that does not answer, or has no room: the page says so and what to do, and is no fault of the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, InterfaceError, OperationalError

from quyet.queries import allotments
from tests.cast import Cast
from tests.web.conftest import signed_in

pytestmark = pytest.mark.django_db


def over(error: Exception) -> Exception:
    """Another error that was raised while the first was handled."""
    later = AttributeError("_session_cache")
    later.__context__ = error
    return later


CASES: dict[str, tuple[Callable[[], Exception], int, str]] = {
    "down": (lambda: OperationalError("connection refused"), 503, "Cơ sở dữ liệu không trả lời"),
    "closed": (lambda: InterfaceError("connection already closed"), 503, "Cơ sở dữ liệu không trả lời"),
    "down, and something broke over it": (lambda: over(OperationalError()), 503, "Cơ sở dữ liệu không trả lời"),
    "a fault of the program": (lambda: IntegrityError("duplicate"), 500, "Máy chủ gặp lỗi"),
}


@pytest.mark.parametrize("case", CASES)
def test_the_page_says_which_of_the_two_it_is(cast: Cast, monkeypatch: Any, case: str) -> None:
    make, status, told = CASES[case]

    def broken(*_: object) -> None:
        raise make()

    monkeypatch.setattr(allotments, "years", broken)
    client = signed_in(cast["accountant"])
    client.raise_request_exception = False
    answer = client.get("/du-toan-duoc-giao")
    assert answer.status_code == status and told in answer.content.decode()
