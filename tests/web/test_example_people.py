"""The cast of the demo signs in from this machine alone: everybody knows their password."""

from __future__ import annotations

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory

from quyet.store.models import Person

pytestmark = pytest.mark.django_db


def person(is_example: bool) -> Person:
    made = Person(login="vi-du-an", name="Lý Thu An", is_example=is_example)
    made.set_password("vi-du-2024-quyet")
    made.save()
    return made


def tried(settings, host: str, address: str):
    settings.ALLOWED_HOSTS = ["*"]
    request = RequestFactory().post("/", HTTP_HOST=host, REMOTE_ADDR=address)
    return authenticate(request, username="vi-du-an", password="vi-du-2024-quyet")


@pytest.mark.parametrize(("host", "address", "is_example", "taken"), [
    ("localhost:8000", "127.0.0.1", True, True),
    ("[::1]:8000", "::1", True, True),
    ("quyet.langson.gov.vn", "127.0.0.1", True, False),  # behind a proxy on this machine
    ("localhost", "10.0.0.7", True, False),  # another machine that says it asks for localhost
    ("quyet.langson.gov.vn", "10.0.0.7", False, True),  # anybody else
])  # fmt: skip
def test_examples_sign_in_from_this_machine_alone(
    settings, host: str, address: str, is_example: bool, taken: bool
) -> None:
    made = person(is_example)
    assert tried(settings, host, address) == (made if taken else None)
