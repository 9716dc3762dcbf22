"""Every page where money is entered, in a browser: axe finds nothing to say of it, and nothing is wider than the screen."""

from __future__ import annotations

from datetime import date

import pytest

from quyet.actions.register import issue
from tests.actions.signed import allotted, signed_programme
from tests.cast import Cast
from tests.spending import on
from tests.web.conftest import Open
from tests.web.grown_spending import spent
from tests.web.test_accessibility import violations

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(("language", "scheme", "width"), [("vi", "light", 390), ("en", "dark", 1366)])
def test_every_page_of_spending(
    open_page: Open, cast: Cast, settings, tmp_path, language: str, scheme: str, width: int
) -> None:
    settings.FILES = tmp_path / "files"
    with on(date(2024, 3, 11)):
        programme = signed_programme(cast, allotted(cast, 10**9))
        issue(cast["clerk"], programme.pk, date(2024, 3, 11), 135)
        made = spent(cast, programme.pk)
        made.grow(1)
    money = f"/chuong-trinh/{programme.pk}/chi-tieu"
    ask, contract = f"{money}/de-nghi/moi", f"{money}/hop-dong/{made.contract}"
    pages = [
        money,
        "/nha-cung-cap",
        f"/nha-cung-cap/{made.supplier}",
        f"/hoa-don/{made.invoice(777)}/bo",
        "/hoa-don",
        "/hoa-don/moi",
        f"{money}/hop-dong/moi",
        contract,
        f"{contract}/phu-luc",
    ]
    pages += [f"{money}/{each}" for each in made.requests[:2]]
    pages += [
        ask,
        f"{ask}?loai=payment",
        f"{ask}?loai=advance&hop-dong={made.contract}",
        f"{money}/{made.returned}/de-nghi-lai",
    ]
    seen = {"officer": pages, "accountant": [f"{contract}/huy-phan-con-lai", f"{money}/{made.requests[2]}"]}
    for role, addresses in seen.items():
        page = open_page(f"/ban-lam-viec?lang={language}", as_=cast[role], width=width, color_scheme=scheme)
        for address in addresses:
            page.goto(address)
            assert violations(page) == [], address
            assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"), (
                address
            )
        if role == "officer":
            page.goto(f"{money}/hop-dong/moi")
            page.locator(f"[name=line_{made.lines[1].pk}]").fill("31 triệu rưỡi")
            page.locator("p.send button").first.click()
            page.locator(".refused").wait_for()
            assert violations(page) == [], "a contract, refused"
