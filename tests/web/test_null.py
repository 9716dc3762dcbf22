"""U+0000 in an address or a form is refused before anything is asked of the database, in one sentence, on every page."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import Cast
from tests.web.conftest import signed_in
from tests.web.test_allotments import words

pytestmark = pytest.mark.django_db

SAID = "Có ký tự trống U+0000, thường do chép từ tệp hỏng."


@pytest.mark.parametrize(
    "address",
    ["/so-van-ban?tim=ke%00hoach", "/so-van-ban?loai=%00", "/dinh-muc?tim=%00", "/chuong-trinh?a%00b=1", "/?%00", "/nhat-ky?ngay=%00"],
)  # fmt: skip
def test_in_an_address(cast: Cast, address: str) -> None:
    for client in (signed_in(cast["admin"]), Client()):
        answer = client.get(address)
        assert answer.status_code == 400 and SAID in words(answer.content)


@pytest.mark.parametrize(
    ("address", "typed"),
    [
        ("/dang-nhap", {"login": "a\0n", "password": "mot-mat-khau"}),
        ("/dang-nhap", {"login": "an", "password": "mot\0mat-khau"}),
        ("/so-van-ban/van-ban-di", {"title": "Kế\0hoạch"}),
        ("/du-toan-duoc-giao/moi", {"deciding_text": "\0"}),
        ("/chuong-trinh/1/trinh-duyet", {"do": "withdraw", "reason": "\0"}),
        ("/co-quan/nguoi/da-co", {"login": "\0"}),
    ],
)
def test_in_a_form(cast: Cast, address: str, typed: dict[str, str]) -> None:
    for client in (signed_in(cast["admin"]), Client()):
        answer = client.post(address, typed)
        assert answer.status_code == 400 and SAID in words(answer.content)


def test_what_the_script_of_the_estimate_sends_is_not_kept_with_one(cast: Cast) -> None:
    from quyet.actions.programmes import open_programme
    from quyet.store.models import Programme
    from tests.actions.signed import CONTENT

    made = open_programme(cast["officer"], CONTENT)
    address, sent = (
        f"/chuong-trinh/{made.pk}/du-toan/luu",
        {"revision": 1, "rows": [{"content": "Thuê\0xe", "amount": "1"}]},
    )
    answer = signed_in(cast["officer"]).post(address, sent, content_type="application/json")
    assert answer.status_code < 500
    assert "\\u0000" not in Programme.objects.get().content
