"""The pictures of the README. They are written only where QUYET_SCREENSHOTS names a folder (1: docs/img)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.web.conftest import Open
from tests.web.test_journeys import open_example

WANTED = os.environ.get("QUYET_SCREENSHOTS", "")
FOLDER = Path(__file__).parents[2] / ("docs/img" if WANTED == "1" else WANTED)

pytestmark = [
    pytest.mark.screenshots,
    pytest.mark.skipif(not WANTED, reason="QUYET_SCREENSHOTS is not set"),
]


def test_reader(open_page: Open):
    page = open_example(open_page(width=1440, height=900))
    page.locator("#activity-0 .amount .fact").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.screenshot(path=FOLDER / "reader.png")


def test_reader_on_a_phone(open_page: Open):
    page = open_example(open_page(width=390, height=844, device_scale_factor=2))
    page.screenshot(path=FOLDER / "reader-phone.png")


def test_home(open_page: Open):
    open_page(width=1440, height=900).screenshot(path=FOLDER / "home.png")


@pytest.mark.parametrize(("which", "name"), [("li", "decision-page-1.png"), ("li.wide", "annex.png")])
def test_pages_of_the_paper(open_page: Open, which: str, name: str):
    page = open_page("/doc/example/pages", width=1440, height=900)
    picture = page.locator(f".pictures {which} img").first
    (FOLDER / name).write_bytes(page.request.get(picture.get_attribute("src")).body())
