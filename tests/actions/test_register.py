"""Papers in the register: their numbers, those entered by hand, and where they were sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from quyet.actions.clock import clock_at
from quyet.actions.dispatch import mark_received, mark_sent
from quyet.actions.numbers import go_on_from
from quyet.actions.papers import Attached, Incoming, Outgoing, enter_incoming, enter_outgoing
from quyet.actions.refusal import Forbidden, NotHere, Refused
from quyet.actions.register import issue
from quyet.store.models import Body, Dispatch, JournalRow, RegisterEntry, Series
from tests.actions.signed import allotted, signed_programme
from tests.cast import Cast

pytestmark = pytest.mark.django_db

DAY = date(2024, 3, 11)
PLAN = Outgoing("KH", "KH-SCT", DAY, "Kế hoạch kiểm tra an toàn thực phẩm", 12, ["UBND tỉnh (để báo cáo)", "Lưu: VT"])
CAME = Incoming("QĐ", "15/QĐ-UBND", date(2024, 3, 7), "UBND tỉnh Lạng Sơn", "Giao chỉ tiêu năm 2024", DAY, 88)


@pytest.fixture(autouse=True)
def in_2024(settings, tmp_path: Path) -> Iterator[None]:
    settings.FILES = tmp_path / "files"
    with clock_at(datetime(2024, 3, 11, 2, 0, tzinfo=UTC)):
        yield


def keep_numbers(cast: Cast) -> None:
    Body.objects.filter(pk=cast.department.pk).update(keeps_numbers=True)


def without_number(paper: Outgoing, **other: object) -> Outgoing:
    return Outgoing(paper.kind, paper.notation, paper.day, paper.title, None, paper.recipients)


def test_a_typed_number_stands_once_in_the_year_of_its_kind(cast: Cast) -> None:
    entry = enter_outgoing(cast["clerk"], PLAN)
    assert (entry.symbol, entry.number, entry.year, entry.direction) == ("12/KH-SCT", 12, 2024, "out")
    with pytest.raises(Refused) as refused:
        enter_outgoing(cast["clerk"], Outgoing("KH", "KH-SCT", DAY, "Một kế hoạch khác", 12))
    (fault,) = refused.value.faults
    assert (fault.field, fault.message) == (
        "number",
        "số này đã có trong sổ: 12/KH-SCT ngày 11/03/2024, Kế hoạch kiểm tra an toàn thực phẩm",
    )
    enter_outgoing(cast["clerk"], Outgoing("BC", "BC-SCT", DAY, "Một báo cáo", 12))
    enter_outgoing(cast["clerk"], Outgoing("KH", "KH-SCT", date(2023, 12, 29), "Kế hoạch của năm trước", 12))
    assert RegisterEntry.objects.count() == 3


def test_a_body_of_typed_numbers_must_type_one_and_one_with_a_series_must_not(cast: Cast) -> None:
    with pytest.raises(Refused, match="write the paper's number"):
        enter_outgoing(cast["clerk"], without_number(PLAN))
    keep_numbers(cast)
    with pytest.raises(Refused, match="leave it empty"):
        enter_outgoing(cast["clerk"], PLAN)
    assert enter_outgoing(cast["clerk"], without_number(PLAN)).symbol == "01/KH-SCT"


def test_numbers_begin_anew_each_year_and_for_each_kind(cast: Cast) -> None:
    keep_numbers(cast)

    def numbered(kind: str, day: date) -> int:
        return enter_outgoing(cast["clerk"], Outgoing(kind, f"{kind}-SCT", day, "Văn bản")).number

    last_year = date(2023, 12, 29)
    assert [numbered("KH", last_year), numbered("KH", DAY), numbered("BC", DAY), numbered("KH", DAY)] == [1, 1, 1, 2]


def test_a_refused_act_gives_its_number_back(cast: Cast) -> None:
    keep_numbers(cast)
    full = signed_programme(cast, allotted(cast, 185_000_000 - 1))
    with pytest.raises(Refused, match="1 đồng above what the allotment holds"):
        issue(cast["clerk"], full.pk, DAY)
    with pytest.raises(Refused, match="only PDF or Word"):  # the number was taken before the file was looked at
        enter_outgoing(cast["clerk"], Outgoing("QĐ", "QĐ-SCT", DAY, "Có tệp", file=Attached("a.svg", b"<svg/>")))
    assert not Series.objects.exists()
    assert enter_outgoing(cast["clerk"], Outgoing("QĐ", "QĐ-SCT", DAY, "Văn bản")).number == 1


def test_a_series_goes_on_behind_what_was_numbered_elsewhere(cast: Cast) -> None:
    enter_outgoing(cast["clerk"], PLAN)  # 12, typed in
    keep_numbers(cast)
    assert enter_outgoing(cast["clerk"], without_number(PLAN)).number == 13
    go_on_from(cast["clerk"], "KH", 40)  # on paper meanwhile
    assert enter_outgoing(cast["clerk"], without_number(PLAN)).number == 41
    with pytest.raises(Refused, match="at 41 already"):
        go_on_from(cast["clerk"], "KH", 41)


def test_an_issued_programme_takes_its_number_from_the_series(cast: Cast) -> None:
    keep_numbers(cast)
    entry = issue(cast["clerk"], signed_programme(cast, allotted(cast, 10**9)).pk, DAY)
    assert (entry.symbol, entry.title) == (
        "01/QĐ-SCT",
        "Về việc phê duyệt nội dung và dự toán Chương trình hành động về sản xuất và tiêu dùng bền vững năm 2024 của tỉnh Lạng Sơn",
    )
    assert entry.searched.startswith("01/qd-sct qd so cong thuong tinh lang son ve viec phe duyet")


def test_papers_received_have_one_series_whatever_their_kind(cast: Cast) -> None:
    keep_numbers(cast)
    first = enter_incoming(cast["clerk"], Incoming(*list_of(CAME), number=None))
    second = enter_incoming(
        cast["clerk"], Incoming("CV", "7/STC-NS", date(2023, 12, 30), "Sở Tài chính", "Về dự toán", DAY)
    )
    assert [(each.number, each.year, each.direction) for each in (first, second)] == [(1, 2024, "in"), (2, 2024, "in")]


def list_of(paper: Incoming) -> tuple[str, str, date, str, str, date]:
    return paper.kind, paper.symbol, paper.day, paper.issuer, paper.title, paper.arrived


def test_the_same_paper_is_not_received_twice(cast: Cast) -> None:
    enter_incoming(cast["clerk"], CAME)
    with pytest.raises(Refused) as refused:
        enter_incoming(cast["clerk"], Incoming(*list_of(CAME), number=89))
    assert refused.value.faults[0].message == "văn bản này đã vào sổ, số đến 88"
    other = Incoming("QĐ", "16/QĐ-UBND", date(2024, 3, 8), "UBND tỉnh Lạng Sơn", "Văn bản khác", DAY, 88)
    with pytest.raises(Refused, match="this number is in the register already: 15/QĐ-UBND"):
        enter_incoming(cast["clerk"], other)


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        (Outgoing("KH", "KH SCT", DAY, "Kế hoạch", 1), "notation: write the symbol, such as QĐ-SCT"),
        (Outgoing("KH", "<b>", DAY, "Kế hoạch", 1), "notation: write the symbol, such as QĐ-SCT"),
        (Outgoing("KH", "KH-SCT", date(2024, 3, 12), "Kế hoạch", 1), "day: is a day to come"),
        (Outgoing("KH", "KH-SCT", DAY, "  ", 1), "title: write what it is about"),
        (Outgoing("KH", "KH-SCT", DAY, "Kế hoạch", 100_000), "number: write the paper's number, such as 135"),
        (Outgoing("KH", "KH-SCT", DAY, "Kế hoạch", 1, ["a"] * 201), "recipients: 200 recipients at most"),
    ],
)
def test_what_cannot_be_entered_says_what_would_be_right(cast: Cast, paper: Outgoing, said: str) -> None:
    with pytest.raises(Refused) as refused:
        enter_outgoing(cast["clerk"], paper)
    assert str(refused.value) == said
    assert not RegisterEntry.objects.exists()


def test_only_the_clerk_enters_papers(cast: Cast) -> None:
    for role in ("officer", "head", "accountant", "office", "director", "auditor", "admin"):
        with pytest.raises(Forbidden):
            enter_outgoing(cast[role], PLAN)
        with pytest.raises(Forbidden):
            enter_incoming(cast[role], CAME)


# --- dispatch --------------------------------------------------------------------------------------------------------


def test_a_paper_is_sent_then_received_and_the_copy_kept_is_neither(cast: Cast) -> None:
    entry = enter_outgoing(cast["clerk"], PLAN)
    report, kept = entry.dispatches.all()
    with pytest.raises(Refused, match="is not marked as sent"):
        mark_received(cast["clerk"], report.pk)
    mark_sent(cast["clerk"], report.pk, "Trục liên thông")
    mark_received(cast["clerk"], report.pk)
    report.refresh_from_db()
    assert (report.way, report.sent_by, report.received_at) == (
        "Trục liên thông",
        cast["clerk"].person,
        datetime(2024, 3, 11, 2, 0, tzinfo=UTC),
    )
    with pytest.raises(Refused, match="marked as sent already"):
        mark_sent(cast["clerk"], report.pk, "Bưu chính")
    with pytest.raises(Refused, match="marked already"):
        mark_received(cast["clerk"], report.pk)
    with pytest.raises(Refused, match="is kept here"):
        mark_sent(cast["clerk"], kept.pk, "Trực tiếp")
    assert [row.act for row in JournalRow.objects.order_by("id")] == ["register", "sent", "received"]


def test_the_clerk_of_another_body_marks_nothing_here(cast: Cast) -> None:
    enter_outgoing(cast["clerk"], PLAN)
    dispatch = Dispatch.objects.first()
    assert dispatch is not None
    with pytest.raises(NotHere):
        mark_sent(cast.of("-xa", "clerk"), dispatch.pk, "Bưu chính")
    with pytest.raises(Forbidden):
        mark_sent(cast["head"], dispatch.pk, "Bưu chính")
