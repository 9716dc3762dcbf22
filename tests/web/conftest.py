"""A browser before the running site, and a folder of readings of its own for each test."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.core.wsgi import get_wsgi_application
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright
from waitress.server import create_server

from tests import django_site
from tests.cast import SINCE, Cast, make_cast

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run"
).split()

__all__ = ["django_site"]

Open = Callable[..., Page]


@pytest.fixture
def kept(settings, tmp_path: Path) -> Path:
    """An empty folder of readings for one test."""
    settings.READINGS = tmp_path / "readings"
    return settings.READINGS


@pytest.fixture
def cast(db) -> Cast:
    """Everybody of `tests.cast`."""
    return make_cast()


def signed_in(viewer: Any) -> Client:
    """A client in which somebody of the cast is signed in."""
    client = Client()
    client.force_login(viewer.person)
    return client


@pytest.fixture
def officer(cast: Cast) -> Client:
    """Lý Thu An, signed in: drafts."""
    return signed_in(cast["officer"])


@pytest.fixture
def accountant(cast: Cast) -> Client:
    """Nông Thị Cúc, signed in: enters allotments."""
    return signed_in(cast["accountant"])


# --- a browser before the running site --------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the site, served as `quyet serve` does it."""
    server = create_server(get_wsgi_application(), host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that QUYET_CHROMIUM names, else the one of this machine, with a profile of its own."""
    named = os.environ.get("QUYET_CHROMIUM")
    found = [shutil.which(name) for name in ([named] if named else ["chromium", "chromium-browser", "google-chrome"])]
    path = next((each for each in found if each), None)
    if path is None:
        pytest.skip("no Chromium on this machine; QUYET_CHROMIUM names one")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Open]:
    """Opens an address in a fresh window, where `as_` of the cast is signed in; at the end of the test, no script may have failed and no rule been broken."""
    contexts, complaints = [], []

    def open_(address: str = "/", *, width: int = 1366, height: int = 768, as_: Any = None, **options) -> Page:
        context = browser.new_context(base_url=site, viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        if as_ is not None:
            session = signed_in(as_).cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if "Policy" in said.text else None)
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def office(open_page: Open, cast: Cast) -> Open:
    """Opens addresses as Lý Thu An, in an office so small that she keeps the accounts too."""
    from quyet.store.models import RoleHeld

    keeper = cast["officer"]
    RoleHeld.objects.create(person=keeper.person, body=keeper.body, role="accountant", since=SINCE)
    return partial(open_page, as_=keeper)
