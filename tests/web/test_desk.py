"""Bàn làm việc, its notices and its calendar as pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client

from quyet.actions.clock import clock_at
from quyet.actions.notices import tell
from quyet.actions.papers import Outgoing, enter_outgoing
from quyet.actions.register import issue
from quyet.store.models import Notice, Person, Programme, RegisterEntry
from tests.actions.signed import allotted, signed_programme
from tests.cast import Cast
from tests.web.conftest import signed_in
from tests.web.test_allotments import words

pytestmark = pytest.mark.django_db

TITLE = "Chương trình hành động về sản xuất và tiêu dùng bền vững năm 2024 của tỉnh Lạng Sơn"


@pytest.fixture
def waiting(cast: Cast, settings, tmp_path: Path) -> Iterator[Programme]:
    """The example, signed on Monday 11/03/2024; it is Wednesday."""
    settings.FILES = tmp_path / "files"
    with clock_at(datetime(2024, 3, 13, 2, 0, tzinfo=UTC)):
        yield signed_programme(cast, allotted(cast, 10**9))


def test_a_signed_programme_waits_for_the_clerk_and_for_nobody_else(waiting: Programme, cast: Cast) -> None:
    desk = words(signed_in(cast["clerk"]).get("/ban-lam-viec").content)
    assert f"Chờ tôi 1 Ban hành {TITLE} từ 11/03/2024" in desk
    assert f"12/03/2024 Phát hành : {TITLE} ! quá hạn" in desk
    assert "Ngày nghỉ lễ năm 2024 do máy tính trước; chưa có quyết định nghỉ bù" in desk
    for role in ("officer", "head", "accountant", "office", "director", "auditor", "admin"):
        assert "Không có việc nào chờ tôi." in words(signed_in(cast[role]).get("/ban-lam-viec").content), role


def test_the_money_of_another_year_is_chosen(waiting: Programme, cast: Cast) -> None:
    client = signed_in(cast["director"])
    with clock_at(datetime(2026, 3, 2, 2, 0, tzinfo=UTC)):
        now, then = (words(client.get(f"/ban-lam-viec{asked}").content) for asked in ("", "?nam=2024"))
        assert "Năm 2026 chưa có chương trình nào." in now and "2026 2024" in now
        assert "Kinh phí các chương trình năm 2024" in then and "185.000.000" in then
        for asked in ("2025", "x", "٢٠٢٤", "20240"):
            assert client.get(f"/ban-lam-viec?nam={asked}").status_code == 404, asked


def test_the_bars_say_in_words_and_in_a_table_what_they_draw(waiting: Programme, cast: Cast) -> None:
    page = signed_in(cast["director"]).get("/ban-lam-viec").content.decode()
    assert '<title id="bar-1">185.000.000 đ, chưa ban hành</title>' in page
    assert 'width="1000" height="10" fill="url(#hatch)"' in page
    said = words(page.encode())
    assert f"Chương trình Trạng thái Tổng kinh phí {TITLE} đã ký 185.000.000" in said


def test_another_body_sees_an_empty_desk(waiting: Programme, cast: Cast) -> None:
    said = words(signed_in(cast.of("-xa", "clerk")).get("/ban-lam-viec").content)
    assert "Không có việc nào chờ tôi." in said and "Năm 2024 chưa có chương trình nào." in said and TITLE not in said


def test_many_deadlines_stand_behind_a_click(waiting: Programme, cast: Cast) -> None:
    clerk = cast["clerk"]
    for number in range(1, 21):
        paper = Outgoing("KH", "KH-SCT", date(2024, 3, 12), f"Kế hoạch {number}", number, ["UBND tỉnh"])
        enter_outgoing(clerk, paper)
    assert "và 9 hạn nữa" in words(signed_in(clerk).get("/ban-lam-viec").content)


# --- notices ---------------------------------------------------------------------------------------------------------


def test_notices_are_marked_one_by_one_and_all_at_once(waiting: Programme, cast: Cast) -> None:
    people = [cast["head"].person, cast["clerk"].person]
    tell(people, waiting, "Đã ký: <b>chương trình</b>", "Signed: the programme")
    tell(people, waiting, "Đã trả lại", "Returned")
    tell(people, waiting, "Đã trình", "Submitted")
    client = signed_in(cast["head"])
    page = client.get("/thong-bao").content.decode()
    assert "3 chưa đọc" in page and "Đã ký: &lt;b&gt;chương trình&lt;/b&gt;" in page
    theirs = Notice.objects.filter(person=cast["clerk"].person).latest("id")
    client.post("/thong-bao/da-doc", {"notice": theirs.pk})
    assert Notice.objects.filter(read_at=None).count() == 6, "another's notice stays unread"
    mine = Notice.objects.filter(person=cast["head"].person).latest("id")
    client.post("/thong-bao/da-doc", {"notice": mine.pk})
    assert "2 chưa đọc" in words(client.get("/thong-bao").content)
    client.post("/thong-bao/da-doc")
    assert "chưa đọc" not in words(client.get("/thong-bao").content)
    assert "Signed: the programme" in words(client.get("/thong-bao?lang=en").content)
    assert client.get("/thong-bao", {"trang": "0"}).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_notice_goes_out_by_mail_once_the_act_stands(waiting: Programme, cast: Cast) -> None:
    tell([cast["head"].person], waiting, "Đã ký", "Signed")
    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == ([cast["head"].person.email], "Quyết: Đã ký")
    assert Notice.objects.get().mailed_at is not None


# --- the calendar ----------------------------------------------------------------------------------------------------


def made_address(client: Client) -> str:
    page = client.post("/lich", {"do": "renew"})
    assert "no-store" in page["Cache-Control"]
    found = re.search(r'value="http://testserver(/lich/[\w-]{43}\.ics)"', page.content.decode())
    assert found is not None
    return found[1]


def test_a_calendar_program_reads_deadlines_without_signing_in(waiting: Programme, cast: Cast) -> None:
    entry: RegisterEntry = issue(cast["clerk"], waiting.pk, date(2024, 3, 13), 135)
    address = made_address(signed_in(cast["clerk"]))
    answer = Client().get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    feed = answer.content.decode().replace("\r\n ", "")
    assert feed.count("BEGIN:VEVENT") == 8
    assert f"URL:http://testserver/so-van-ban/{entry.pk}\r\n" in feed
    assert "SUMMARY:Gửi văn bản: 135/QĐ-SCT Về việc phê duyệt nội dung và dự toán Chương trình" in feed
    assert "DTSTART;VALUE=DATE:20240930\r\n" in feed and "SUMMARY:Hết thời gian thực hiện: 1.a Treo băng rôn" in feed
    assert "set-cookie" not in {name.lower() for name in answer.headers}


def test_an_address_ends_with_a_new_one_with_its_end_and_with_its_person(waiting: Programme, cast: Cast) -> None:
    client = signed_in(cast["officer"])
    first, second = made_address(client), made_address(client)
    assert (Client().get(first).status_code, Client().get(second).status_code) == (404, 200)
    assert second not in client.get("/lich").content.decode(), "it is shown once"
    Person.objects.filter(pk=cast["officer"].person.pk).update(is_active=False)
    assert Client().get(second).status_code == 404
    Person.objects.filter(login="an").update(is_active=True)
    signed_in(cast["officer"]).post("/lich", {"do": "end"})
    assert Client().get(second).status_code == 404
    assert Client().get(f"/lich/{'a' * 43}.ics").status_code == 404
