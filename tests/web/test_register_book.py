"""Sổ văn bản as pages: searched, opened, entered by hand, marked; nothing of it to who may not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from quyet.actions.clock import clock_at
from quyet.actions.papers import Outgoing, enter_outgoing
from quyet.actions.register import issue
from quyet.store.models import Body, RegisterEntry, Series
from tests.actions.signed import allotted, signed_programme
from tests.cast import Cast
from tests.web.conftest import signed_in
from tests.web.test_allotments import words

pytestmark = pytest.mark.django_db

DAY = date(2024, 3, 13)
TITLE = "Chương trình hành động về sản xuất và tiêu dùng bền vững năm 2024 của tỉnh Lạng Sơn"


@pytest.fixture
def issued(cast: Cast, settings, tmp_path: Path) -> Iterator[RegisterEntry]:
    """The example, signed on Monday 11/03/2024 and issued on Wednesday."""
    settings.FILES = tmp_path / "files"
    with clock_at(datetime(2024, 3, 13, 2, 0, tzinfo=UTC)):
        yield issue(cast["clerk"], signed_programme(cast, allotted(cast, 10**9)).pk, DAY, 135)


@pytest.fixture
def clerk(cast: Cast) -> Client:
    """Bế Thị Giang, signed in."""
    return signed_in(cast["clerk"])


def test_the_search_finds_paper_and_programme_without_diacritics(issued: RegisterEntry, clerk: Client) -> None:
    page = clerk.get("/so-van-ban", {"tim": "lang son tieu dung"})
    said = words(page.content)
    assert "135/QĐ-SCT" in said and "1 văn bản" in said
    assert said.count(TITLE) == 2, "the programme, and its paper"
    nothing = words(clerk.get("/so-van-ban", {"tim": "136"}).content)
    assert "Không có văn bản nào như vậy." in nothing and "135/QĐ-SCT" not in nothing


def test_an_empty_register_says_what_comes_here(clerk: Client) -> None:
    assert "Sổ chưa có văn bản nào." in words(clerk.get("/so-van-ban").content)


def test_pages_turn_and_keep_the_question(issued: RegisterEntry, cast: Cast, clerk: Client) -> None:
    for number in range(1, 61):
        enter_outgoing(cast["clerk"], Outgoing("KH", "KH-SCT", DAY, f"Kế hoạch số {number}", number))
    first = clerk.get("/so-van-ban", {"tim": "ke hoach", "loai": "KH"}).content.decode()
    assert "60 văn bản · trang 1/2" in first
    assert 'rel="next" href="?tim=ke+hoach&amp;loai=KH&amp;trang=2"' in first
    second = clerk.get("/so-van-ban", {"tim": "ke hoach", "loai": "KH", "trang": 2}).content.decode()
    assert second.count('<th scope="row">') == 10
    assert clerk.get("/so-van-ban", {"trang": 9}).status_code == 404
    assert clerk.get("/so-van-ban", {"trang": "x", "nam": "9" * 30, "chieu": "z"}).status_code == 200


def test_a_page_of_the_register_takes_few_queries(issued: RegisterEntry, clerk: Client) -> None:
    for address in ("/so-van-ban?tim=lang+son+2024", f"/so-van-ban/{issued.pk}", "/ban-lam-viec", "/thong-bao"):
        with CaptureQueriesContext(connection) as queries:
            assert clerk.get(address).status_code == 200
        assert len(queries) <= 15, address


def test_an_entry_explains_its_dispatch_and_warns_of_a_late_release(issued: RegisterEntry, clerk: Client) -> None:
    said = words(clerk.get(f"/so-van-ban/{issued.pk}").content)
    assert "Về việc phê duyệt nội dung và dự toán Chương trình hành động" in said
    assert (
        "Ký ngày 11/03/2024, phát hành ngày 13/03/2024: sau ngày làm việc tiếp theo (12/03/2024). "
        "NĐ 30/2020/NĐ-CP, Điều 4 khoản 2 điểm c. Ngày nghỉ lễ năm 2024 do máy tính trước; chưa có quyết "
        "định nghỉ bù, hoán đổi ngày làm việc năm ấy." in said
    )
    assert "Gửi những người nêu ở: Điều 3. Quyết định này có hiệu lực kể từ ngày ký." in said
    assert "Bản lưu tại cơ quan, không gửi." in said


def test_the_page_of_the_issue_says_when_the_paper_has_to_go_out(cast: Cast, clerk: Client) -> None:
    with clock_at(datetime(2024, 3, 13, 2, 0, tzinfo=UTC)):
        waiting = signed_programme(cast, allotted(cast, 10**9))
        said = words(clerk.get(f"/chuong-trinh/{waiting.pk}/trinh-duyet").content)
    assert "! Lưu ý Ký ngày 11/03/2024; phát hành chậm nhất ngày làm việc tiếp theo, 12/03/2024." in said
    assert "Ngày nghỉ lễ năm 2024 do máy tính trước" in said


OWN = """checked: 2026-11-24
years:
  - {year: 2024, source: "Quyết định 1/QĐ của tỉnh", mark: M, closed: [2024-03-12], worked: []}
"""


def test_the_days_off_of_the_office_s_own_file_count_and_one_that_is_wrong_is_named(
    issued: RegisterEntry, clerk: Client, settings, tmp_path: Path
) -> None:
    settings.FORMS, own = tmp_path, tmp_path / "days-off.yaml"
    own.write_text(OWN, encoding="utf-8")
    assert "sau ngày làm việc tiếp theo" not in words(clerk.get(f"/so-van-ban/{issued.pk}").content), "the 12th is off"
    desk = words(clerk.get("/ban-lam-viec").content)
    assert "14/03/2024 Gửi văn bản" in desk
    assert "Ngày nghỉ năm 2024 theo Quyết định 1/QĐ của tỉnh (chưa đối chiếu)." in desk
    own.write_text(OWN.replace("[2024-03-12]", "[2023-03-12]"), encoding="utf-8")
    page = words(clerk.get(f"/so-van-ban/{issued.pk}").content)
    assert "sau ngày làm việc tiếp theo (12/03/2024)" in page
    assert "Tệp ngày nghỉ riêng của cơ quan chưa dùng được:" in page
    assert "years[0].closed: 2023-03-12 không phải ngày của năm 2024." in page


def test_a_line_is_marked_sent_then_received(issued: RegisterEntry, clerk: Client) -> None:
    row = issued.dispatches.all()[1]
    assert clerk.post(f"/so-van-ban/noi-nhan/{row.pk}/nhan").status_code == 403, "not sent yet"
    assert clerk.post(f"/so-van-ban/noi-nhan/{row.pk}/gui", {"way": "bồ câu"}).status_code == 403
    answer = clerk.post(f"/so-van-ban/noi-nhan/{row.pk}/gui", {"way": "Bưu chính"})
    assert (answer.status_code, answer["Location"]) == (303, f"/so-van-ban/{issued.pk}")
    assert clerk.post(f"/so-van-ban/noi-nhan/{row.pk}/nhan").status_code == 303
    said = words(clerk.get(f"/so-van-ban/{issued.pk}").content)
    assert "Bưu chính · Bế Thị Giang" in said
    row.refresh_from_db()
    assert row.way == "Bưu chính" and row.received_at is not None


def test_the_paper_and_its_package_are_saved_under_its_number(issued: RegisterEntry, clerk: Client) -> None:
    package = clerk.get(f"/so-van-ban/{issued.pk}/quyet.edxml")
    assert package["Content-Disposition"].startswith('attachment; filename="135-qd-sct.edxml"')
    assert package.content.startswith(b"<?xml") and b"QCVN_102_2016" in package.content
    assert issued.file is not None
    paper = clerk.get(f"/so-van-ban/{issued.pk}/tep-{issued.file.pk}")
    assert paper.content.startswith(b"%PDF-") and paper["Content-Disposition"].startswith("attachment")
    assert clerk.get(f"/so-van-ban/{issued.pk}/tep-{issued.file.pk + 1}").status_code == 404


OUT = {
    "kind": "KH", "number": "12", "notation": "KH-SCT", "day": "13/3/2024", "title": "Kế hoạch kiểm tra",
    "recipients": "UBND tỉnh (để báo cáo)\n\n- Lưu: VT",
}  # fmt: skip
IN = {
    "kind": "QĐ", "number": "88", "arrived": "13/3/2024", "symbol": "15/QĐ-UBND", "day": "7-3-2024",
    "issuer": "UBND tỉnh Lạng Sơn", "title": "Giao chỉ tiêu",
}  # fmt: skip


def test_papers_are_entered_by_hand(issued: RegisterEntry, clerk: Client) -> None:
    file = SimpleUploadedFile("ke-hoach.pdf", b"%PDF-1.7 ...", content_type="text/html")
    answer = clerk.post("/so-van-ban/van-ban-di", {**OUT, "file": file})
    entry = RegisterEntry.objects.get(symbol="12/KH-SCT")
    assert (answer.status_code, answer["Location"]) == (303, f"/so-van-ban/{entry.pk}")
    assert list(entry.dispatches.values_list("recipient", flat=True)) == ["UBND tỉnh (để báo cáo)", "Lưu: VT"]
    assert entry.file is not None and entry.file.media_type == "application/pdf", "what it is, its bytes say"
    assert clerk.post("/so-van-ban/van-ban-den", IN).status_code == 303
    said = words(clerk.get("/so-van-ban", {"chieu": "den"}).content)
    assert "15/QĐ-UBND đến số 88" in said and "Kế hoạch kiểm tra" not in said


def test_a_refused_paper_keeps_what_was_typed_and_says_what_would_be_right(
    issued: RegisterEntry, clerk: Client
) -> None:
    clerk.post("/so-van-ban/van-ban-di", OUT)
    again = clerk.post("/so-van-ban/van-ban-di", {**OUT, "title": "Một <b>kế hoạch</b> khác"})
    page = again.content.decode()
    assert again.status_code == 422 and 'value="Một &lt;b&gt;kế hoạch&lt;/b&gt; khác"' in page
    assert "Số này đã có trong sổ: 12/KH-SCT ngày 13/03/2024, Kế hoạch kiểm tra." in words(again.content)
    empty = clerk.post("/so-van-ban/van-ban-den", {})
    for said in (
        "Chọn tên loại.",
        "Ghi số, ký hiệu trên văn bản.",
        "Ghi cơ quan ban hành văn bản.",
        "Ghi số, ví dụ 135.",
    ):
        assert said in words(empty.content), said
    drawing = SimpleUploadedFile("a.pdf", b"<svg onload=alert(1)>", content_type="application/pdf")
    refused = clerk.post("/so-van-ban/van-ban-di", {**OUT, "number": "13", "file": drawing})
    assert "Chỉ nhận tệp PDF hoặc Word đến 50 MB." in words(refused.content)
    assert RegisterEntry.objects.count() == 2


def test_a_body_whose_series_quyet_keeps_is_not_asked_for_numbers(
    issued: RegisterEntry, cast: Cast, clerk: Client
) -> None:
    Body.objects.filter(pk=cast.department.pk).update(keeps_numbers=True)
    assert 'name="number"' not in clerk.get("/so-van-ban/van-ban-di").content.decode()
    assert clerk.post("/so-van-ban/day-so", {"kind": "KH", "last": "40"}).status_code == 303
    clerk.post("/so-van-ban/van-ban-di", {**OUT, "number": "999"})
    assert RegisterEntry.objects.filter(symbol="41/KH-SCT").exists()
    assert "Sổ đã cấp đến số 41; ghi số lớn hơn." in words(
        clerk.post("/so-van-ban/day-so", {"kind": "KH", "last": "41"}).content
    )
    assert Series.objects.get(kind="KH").last == 41


def test_who_is_no_clerk_reads_and_enters_nothing(issued: RegisterEntry, cast: Cast) -> None:
    row = issued.dispatches.all()[1]
    for role in ("officer", "head", "accountant", "office", "director", "auditor", "admin"):
        client = signed_in(cast[role])
        assert client.get(f"/so-van-ban/{issued.pk}").status_code == 200
        assert "Ghi đã gửi" not in client.get(f"/so-van-ban/{issued.pk}").content.decode()
        for address in ("van-ban-di", "van-ban-den", "day-so"):
            assert client.get(f"/so-van-ban/{address}").status_code == 403
        assert client.post("/so-van-ban/van-ban-di", OUT).status_code == 403
        assert client.post(f"/so-van-ban/noi-nhan/{row.pk}/gui", {"way": "Bưu chính"}).status_code == 403
    assert RegisterEntry.objects.count() == 1


def test_another_body_and_nobody_see_none_of_it(issued: RegisterEntry, cast: Cast) -> None:
    stranger = signed_in(cast.of("-xa", "clerk"))
    row = issued.dispatches.all()[1]
    assert issued.file is not None
    for address in (f"/so-van-ban/{issued.pk}", f"/so-van-ban/{issued.pk}/quyet.edxml",
                    f"/so-van-ban/{issued.pk}/tep-{issued.file.pk}"):  # fmt: skip
        assert stranger.get(address).status_code == 404
        assert Client().get(address)["Location"].startswith("/dang-nhap")
    assert stranger.post(f"/so-van-ban/noi-nhan/{row.pk}/gui", {"way": "Bưu chính"}).status_code == 404
    assert "135/QĐ-SCT" not in words(stranger.get("/so-van-ban", {"tim": "lang son"}).content)
    assert Client().post("/so-van-ban/van-ban-di", OUT).status_code == 403
