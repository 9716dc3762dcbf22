"""A further body in a browser, from the page that opens it to a programme that its superior reads, by the two offices
alone."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from quyet.actions.programmes import open_programme
from quyet.queries.people import viewer
from quyet.store.models import Body, Person, RoleHeld
from tests.actions.test_programmes import CONTENT
from tests.cast import PASSWORD, SINCE, Cast
from tests.web.conftest import Open, signed_in
from tests.web.test_allotments import words

pytestmark = pytest.mark.django_db(transaction=True)

CENTRE = "Trung tâm Khuyến công tỉnh Lạng Sơn"


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


@pytest.mark.parametrize("size", [{"width": 1366}, {"width": 390, "height": 844}])
def test_two_offices_tie_themselves_without_anybody_else(open_page: Open, cast: Cast, size: dict[str, int]) -> None:
    inh = open_page("/co-quan", as_=cast["admin"], java_script_enabled=False, **size)
    inh.get_by_role("link", name="Lập cơ quan mới").click()
    inh.get_by_label("Tên cơ quan").fill("Sở Công Thương  TỈNH Lạng Sơn")
    inh.get_by_label("Họ và tên của quản trị đầu tiên").fill("Mã Văn Khoa")
    inh.get_by_label("Tên đăng nhập").fill("khoa")
    inh.get_by_role("button", name="Lập cơ quan và tạo đường dẫn").click()
    expect(inh.get_by_role("alert")).to_contain_text("Đã có cơ quan tên này.")
    expect(inh.get_by_label("Họ và tên của quản trị đầu tiên")).to_have_value("Mã Văn Khoa")
    inh.get_by_label("Tên cơ quan").fill(CENTRE)
    inh.get_by_label("Chương").fill("416")
    inh.get_by_label("Cơ quan cấp trên").select_option(label=cast.department.name)
    inh.get_by_role("button", name="Lập cơ quan và tạo đường dẫn").click()
    expect(inh.get_by_text(f"Đã lập cơ quan {CENTRE}.")).to_be_visible()
    link = inh.locator("#link").inner_text()

    khoa = open_page(link, java_script_enabled=False, **size)
    khoa.get_by_label("Mật khẩu mới", exact=True).fill(PASSWORD)
    khoa.get_by_label("Nhập lại mật khẩu mới").fill(PASSWORD)
    khoa.get_by_role("button", name="Đặt mật khẩu").click()
    khoa.get_by_label("Tên đăng nhập").fill("khoa")
    khoa.get_by_label("Mật khẩu").fill(PASSWORD)
    khoa.get_by_role("button", name="Đăng nhập").click()
    khoa.goto("/co-quan/cap-tren")
    expect(khoa.get_by_text("chờ quản trị của cơ quan đó xác nhận")).to_be_visible()
    expect(khoa.get_by_role("button", name="Mở chia sẻ")).to_have_count(0)

    inh.goto("/co-quan/cap-tren")
    inh.get_by_role("button", name="Xác nhận").click()
    expect(inh.get_by_role("status")).to_contain_text("Đã xác nhận cơ quan cấp dưới.")
    khoa.reload()
    khoa.get_by_role("button", name="Mở chia sẻ").click()
    expect(khoa.get_by_text("Chia sẻ đang mở")).to_be_visible()

    centre, person = Body.objects.get(name=CENTRE), Person.objects.get(login="khoa")
    for role in ("officer", "director"):
        RoleHeld.objects.create(person=person, body=centre, role=role, since=SINCE)
    made = open_programme(viewer(person, cast["head"].day), CONTENT)
    khoa.goto(f"/chuong-trinh/{made.pk}")
    khoa.get_by_role("button", name="Chia sẻ", exact=True).click()
    assert CENTRE in words(signed_in(cast["director"]).get("/chuong-trinh").content)
    assert CENTRE not in words(signed_in(cast.of("-tinh", "director")).get("/chuong-trinh").content)


def test_what_a_page_of_ties_cannot_do_it_says(cast: Cast) -> None:
    admin = signed_in(cast["admin"])
    assert "Đang chia sẻ 0 chương trình" not in words(admin.get("/co-quan/cap-tren").content), "no row: set by the cast"
    for given, status in (
        ({"do": "confirm", "tie": "x"}, 403), ({"do": "end", "tie": "987654"}, 404), ({"do": "name", "since": "x"}, 422),
        ({"do": "name", "since": "1/1/2024", "superior": "987654"}, 422), ({"do": "else"}, 422),
    ):  # fmt: skip
        assert admin.post("/co-quan/cap-tren", given).status_code == status, given
    assert signed_in(cast.of("-tinh", "admin")).get("/co-quan/lap").status_code == 403
    assert "Lập cơ quan mới" not in words(signed_in(cast.of("-tinh", "admin")).get("/co-quan").content)
