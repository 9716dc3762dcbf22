"""The register as it is searched, turned over and opened."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree

from quyet.actions.bodies import describe
from quyet.actions.clock import clock_at
from quyet.actions.dispatch import mark_received, mark_sent
from quyet.actions.files import keep
from quyet.actions.papers import Incoming, Outgoing, enter_incoming, enter_outgoing
from quyet.actions.register import issue
from quyet.queries.envelope import envelope_of
from quyet.queries.files import bytes_of
from quyet.queries.register import Book, Wanted, book, entry_of, release
from quyet.queries.searching import asked
from quyet.store.models import Allotment, SignedPaper, Version
from tests.actions.signed import SIGNED, allotted, signed_programme
from tests.cast import Cast, make_cast

pytestmark = pytest.mark.django_db

DAY = date(2024, 3, 11)


@pytest.fixture
def cast(settings, tmp_path: Path) -> Iterator[Cast]:
    """The cast in March 2024, the example issued as 135/QĐ-SCT, four papers beside it."""
    settings.FILES = tmp_path / "files"
    with clock_at(datetime(2024, 3, 11, 2, 0, tzinfo=UTC)):
        made = make_cast()
        issue(made["clerk"], signed_programme(made, allotted(made, 10**9)).pk, DAY, 135)
        out = Outgoing("KH", "KH-SCT", date(2024, 1, 5), "Kế hoạch kiểm tra chợ Đường Hùng Vương", 12, ["UBND tỉnh"])
        enter_outgoing(made["clerk"], out)
        enter_outgoing(made["clerk"], replace(out, number=135, day=DAY, title="Kế hoạch của 35 xã"))
        enter_outgoing(made["clerk"], replace(out, number=1352, day=date(2023, 11, 20), title="Kế hoạch năm cũ"))
        came = Incoming("QĐ", "15/QĐ-UBND", date(2024, 3, 7), "UBND tỉnh Lạng Sơn", "Giao chỉ tiêu đường bộ", DAY, 88)
        enter_incoming(made["clerk"], came)
        enter_outgoing(made.of("-xa", "clerk"), replace(out, number=1, title="Lạng Sơn 135, của nơi khác"))
        yield made


def found(cast: Cast, text: str, **more: object) -> list[str]:
    page = book(cast["auditor"], Wanted(asked(text), **more))  # type: ignore[arg-type]
    return [row.entry.symbol for row in page.rows]


SEARCHES = {
    "lang son": ["15/QĐ-UBND", "135/QĐ-SCT", "1352/KH-SCT", "135/KH-SCT", "12/KH-SCT"],
    "Lạng Sơn tiêu dùng": ["135/QĐ-SCT"],
    "TIEU DUNG BEN VUNG": ["135/QĐ-SCT"],
    "duong": ["15/QĐ-UBND", "12/KH-SCT"],
    "Đường Hùng": ["12/KH-SCT"],
    "135": ["135/KH-SCT", "135/QĐ-SCT"],
    "135/QĐ": ["135/QĐ-SCT"],
    "35": ["135/KH-SCT"],
    "5/QĐ": [],
    "88": ["15/QĐ-UBND"],
    "11/3/2024": ["15/QĐ-UBND", "135/KH-SCT", "135/QĐ-SCT"],
    "ngày 7 tháng 3 năm 2024": ["15/QĐ-UBND"],
    "ke hoach 05-01-2024": ["12/KH-SCT"],
    "2023": ["1352/KH-SCT"],
    "%": [],
    "nhu dieu 3": ["135/QĐ-SCT"],
}


@pytest.mark.parametrize("text", SEARCHES)
def test_what_is_typed_finds(cast: Cast, text: str) -> None:
    assert sorted(found(cast, text)) == sorted(SEARCHES[text])


def test_letters_that_are_composed_otherwise_are_the_same_words(cast: Cast) -> None:
    decomposed = "La\u0323ng So\u031bn tie\u0302u du\u0300ng"
    assert found(cast, decomposed) == ["135/QĐ-SCT"]


def test_the_latest_stand_first_and_filters_narrow(cast: Cast) -> None:
    assert found(cast, "")[0] == "135/KH-SCT", "of one day what was entered last"
    assert found(cast, "", year=2023) == ["1352/KH-SCT"]
    assert found(cast, "", kind="QĐ", direction="out") == ["135/QĐ-SCT"]
    assert found(cast, "", direction="in") == ["15/QĐ-UBND"]


def test_a_search_names_the_programmes_too(cast: Cast) -> None:
    page = book(cast["auditor"], Wanted(asked("san xuat tieu dung")))
    assert [each.title for each in page.programmes] == [
        "Chương trình hành động về sản xuất và tiêu dùng bền vững năm 2024 của tỉnh Lạng Sơn"
    ]
    assert book(cast.of("-xa", "officer"), Wanted(asked("san xuat"))).programmes == []


def test_a_page_holds_fifty_and_takes_the_same_queries_for_one_and_for_sixty(cast: Cast) -> None:
    def turned(page: int) -> tuple[Book, int]:
        with CaptureQueriesContext(connection) as queries:
            made = book(viewer, Wanted(asked("bao cao so"), kind="BC", page=page))
        return made, len(queries)

    viewer = cast["auditor"]
    enter_outgoing(cast["clerk"], Outgoing("BC", "BC-SCT", DAY, "Báo cáo số 1", 1, ["UBND tỉnh", "Lưu: VT"]))
    few, queries = turned(1)
    for number in range(2, 61):
        enter_outgoing(cast["clerk"], Outgoing("BC", "BC-SCT", DAY, f"Báo cáo số {number}", number, ["UBND tỉnh"]))
    many, as_many = turned(1)
    assert (len(few.rows), few.count, few.pages) == (1, 1, 1)
    assert (len(many.rows), many.count, many.pages) == (50, 60, 2)
    assert as_many == queries == 5
    assert len(turned(2)[0].rows) == 10


def test_nothing_of_another_body_is_seen(cast: Cast) -> None:
    other = book(cast.of("-xa", "clerk"), Wanted(asked("")))
    assert [row.entry.title for row in other.rows] == ["Lạng Sơn 135, của nơi khác"]
    mine = book(cast["clerk"], Wanted(asked("135/QĐ"))).rows[0].entry
    assert entry_of(cast.of("-xa", "clerk"), mine.pk) is None


# --- one paper -------------------------------------------------------------------------------------------------------


def test_the_dispatch_list_says_who_is_meant_and_what_is_kept(cast: Cast) -> None:
    entry = entry_of(cast["clerk"], book(cast["clerk"], Wanted(asked("135/QĐ"))).rows[0].entry.pk)
    assert entry is not None
    article, board, kept = entry.sendings
    assert article.meant == (
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Sở, Trưởng phòng Quản lý Công nghiệp và Trưởng"
        " phòng Quản lý Thương mại chịu trách nhiệm thi hành Quyết định này./."
    )
    assert (board.to.why, kept.to.kept) == ("để báo cáo", True)
    assert (entry.unsent, entry.send_by) == (2, date(2024, 3, 12))
    mark_sent(cast["clerk"], article.row.pk, "Trực tiếp")
    mark_received(cast["clerk"], article.row.pk)
    mark_sent(cast["clerk"], board.row.pk, "Trục liên thông")
    row = book(cast["clerk"], Wanted(asked("135/QĐ"))).rows[0]
    assert (row.to_send, row.sent, row.received) == (2, 2, 1)


LATE = {  # signed, released → due, days late
    (date(2024, 3, 11), date(2024, 3, 12)): (date(2024, 3, 12), 0),
    (date(2024, 3, 8), date(2024, 3, 11)): (date(2024, 3, 11), 0),  # over a weekend
    (date(2024, 3, 8), date(2024, 3, 13)): (date(2024, 3, 11), 2),
    (date(2024, 2, 7), date(2024, 2, 15)): (date(2024, 2, 15), 0),  # over Tết
    (date(2024, 4, 26), date(2024, 5, 3)): (date(2024, 5, 2), 1),  # over 30/4 and 1/5
}


@pytest.mark.parametrize("days", LATE, ids=str)
def test_a_paper_goes_out_on_the_day_of_its_signature_or_the_next_working_day(days: tuple[date, date]) -> None:
    made = release(*days)
    assert (made.due, made.late) == LATE[days]


def test_the_package_carries_the_frozen_paper_and_says_who_sends_it(cast: Cast) -> None:
    describe(cast["admin"], "016", "000.00.08.H37", False)
    entry = entry_of(cast["clerk"], book(cast["clerk"], Wanted(asked("135/QĐ"))).rows[0].entry.pk)
    assert entry is not None and entry.entry.file is not None
    made = envelope_of(entry)
    assert made is not None and made == envelope_of(entry)
    tree = etree.fromstring(made)

    def said(name: str) -> list[str | None]:
        return [each.text for each in tree.iter("{*}" + name)]

    assert said("OrganId")[0] == "000.00.08.H37"
    assert (said("CodeNumber"), said("CodeNotation")) == (["135"], ["QĐ-SCT"])
    assert said("PromulgationDate") == ["2024/03/11"]
    assert said("Place")[1:] == ["Như Điều 3", "Ban Giám đốc Sở (để báo cáo)", "Lưu: VT, QLCN"]
    (packed,) = said("ContentTransferEncoded")
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(packed or ""))) as held:
        assert held.read("135-QĐ-SCT.pdf") == bytes_of(entry.entry.file)


def test_the_package_carries_the_signed_paper_too(cast: Cast) -> None:
    made = signed_programme(cast, Allotment.objects.get())
    clerk = cast["clerk"].person
    version = Version.objects.create(
        programme=made, number=1, why="submit", content=made.content, sha256="0" * 64, by=clerk, at=SIGNED
    )
    scan = keep(cast.department.pk, b"%PDF-1.4 scan", "ban-ky.pdf", "application/pdf", clerk.pk)
    SignedPaper.objects.create(version=version, file=scan, differences="[]", agrees=True, by=clerk, at=SIGNED)
    entry = entry_of(cast["clerk"], issue(cast["clerk"], made.pk, DAY, 136).pk)
    assert entry is not None
    assert [what for what, _ in entry.files] == ["issued", "signed"]
    tree = etree.fromstring(envelope_of(entry) or b"")
    names = [each.text for each in tree.iter("{*}AttachmentName")]
    assert names[:2] == ["136-QĐ-SCT.pdf", "136-QĐ-SCT-ban-ky.pdf"]


def test_a_paper_that_was_entered_by_hand_has_no_package(cast: Cast) -> None:
    entry = entry_of(cast["clerk"], book(cast["clerk"], Wanted(asked("12/KH"))).rows[0].entry.pk)
    assert entry is not None and not entry.has_envelope
    assert envelope_of(entry) is None
