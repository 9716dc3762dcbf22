"""Long lists are turned page by page, the address of each says which, and what is no page is none."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from quyet.store.models import Body, Programme
from tests.cast import Cast
from tests.web.conftest import signed_in

pytestmark = pytest.mark.django_db

AT = datetime(2024, 3, 11, 2, 0, tzinfo=UTC)


def programmes(body: Body, count: int, *, shared: bool = False) -> None:
    """So many, `Chương trình 1` changed last."""
    Programme.objects.bulk_create(
        Programme(body=body, title=f"Chương trình {number}", content="{}", shared=shared, made_at=AT,
                  changed_at=AT.replace(year=2024 - number // 28, day=28 - number % 28))
        for number in range(1, count + 1)
    )  # fmt: skip


def titles(client: Client, query: str = "") -> list[str]:
    return re.findall(r">(Chương trình \d+)</a>", client.get(f"/chuong-trinh{query}").content.decode())


def test_fifty_programmes_on_a_page_the_last_changed_first(cast: Cast) -> None:
    programmes(cast.department, 52)
    client = signed_in(cast["officer"])
    assert titles(client) == [f"Chương trình {number}" for number in range(1, 51)]
    assert titles(client, "?trang=2") == ["Chương trình 51", "Chương trình 52"]
    first, second = (client.get(f"/chuong-trinh{query}").content.decode() for query in ("", "?trang=2"))
    assert 'rel="next" href="?trang=2"' in first and 'rel="prev"' not in first
    assert 'rel="prev" href="?trang=1"' in second and 'rel="next"' not in second
    assert [client.get(f"/chuong-trinh?trang={page}").status_code for page in ("3", "0", "x", "9" * 30)] == [404] * 4


def test_what_bodies_below_share_turns_by_itself(cast: Cast) -> None:
    programmes(cast.department, 51, shared=True)
    programmes(cast.province, 51)
    page = signed_in(cast.of("-tinh", "officer")).get("/chuong-trinh?trang=2&chia-se=2").content.decode()
    assert re.findall(r">(Chương trình \d+)</a>", page) == ["Chương trình 51", "Chương trình 51"]
    assert 'rel="prev" href="?trang=1&amp;chia-se=2"' in page and 'rel="prev" href="?trang=2&amp;chia-se=1"' in page
