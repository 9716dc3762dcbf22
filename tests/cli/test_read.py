"""`quyet read`: JSON for programs, an overview for people."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from quyet.cli import language
from quyet.cli.overview import overview
from quyet.core.decisions.model import (
    Activity,
    Assignment,
    Document,
    Duration,
    Programme,
    Quantity,
    Reading,
    Signature,
    Timeframe,
    Total,
)
from quyet.core.decisions.source import Source
from quyet.core.values.finding import Finding


@pytest.mark.usefixtures("by_its_lines")
class TestJson:
    def test_one_file_is_one_object_also_with_errors_in_it(self, quyet: Callable) -> None:
        Path("sai.txt").write_text("LỖI số khác chữ\n", encoding="utf-8")
        done = quyet("read", "--format", "json", "sai.txt")
        printed = json.loads(done.out)
        assert done.code == 0
        assert (printed["schema"], printed["source"]["name"]) == ("quyet/reading/1", "sai.txt")
        assert printed["text"] == "LỖI số khác chữ\n"
        assert len(printed["findings"]) == 1

    def test_several_files_are_one_line_each(self, quyet: Callable) -> None:
        for name in ("a.txt", "b.txt"):
            Path(name).write_text("QUYẾT ĐỊNH\n", encoding="utf-8")
        done = quyet("read", "a.txt", "khong-co.txt", "b.txt", "--format", "json")
        assert [json.loads(line)["source"]["name"] for line in done.out.splitlines()] == ["a.txt", "b.txt"]
        assert done.code == 2 and len(done.err.splitlines()) == 1

    def test_the_overview_is_what_comes_without_asking(self, quyet: Callable) -> None:
        Path("a.txt").write_text("QUYẾT ĐỊNH\n", encoding="utf-8")
        assert quyet("read", "a.txt").out.startswith("a.txt · Quyết định\nKhông thấy chương trình nào được giao.")


def programme() -> Reading:
    banner = Activity(
        ref="dieu_1/khoan_1/diem_a",
        label="1.a",
        title="Treo băng rôn",
        quantity=Quantity(Decimal(40), None, None, False, "cái"),
        timeframe=Timeframe(date(2024, 4, 1), date(2024, 9, 30), "Quý II-III/2024"),
    )
    training = Activity(
        ref="dieu_1/khoan_2",
        label="2",
        title="Hội nghị tập huấn",
        quantity=Quantity(None, Decimal(70), Decimal(80), False, "đại biểu"),
        duration=Duration(None, Decimal(2), "ngày"),
        amount=30_500_000,
    )
    return Reading(
        Source("…"),
        Document(
            kind="QĐ",
            number="12/QĐ-SCT",
            date=date(2024, 3, 5),
            issuer="SỞ CÔNG THƯƠNG",
            title="Phê duyệt chương trình",
            signature=Signature("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Mẫu"),
        ),
        Programme(
            year=2024,
            activities=[banner, training],
            total=Total(185_000_000, "Một trăm tám mươi lăm triệu đồng", 185_000_000),
            assignments=[
                Assignment("Phòng A", "lead"),
                Assignment("Phòng B", "coordinate"),
                Assignment("Phòng C", "coordinate"),
            ],
        ),
        findings=[Finding("M101", "error", "…", None, 1, 1, None, None)],
    )


def test_the_overview_of_a_programme() -> None:
    language.choose([])
    assert overview("qd.txt", programme()).splitlines() == [
        "qd.txt · Quyết định 12/QĐ-SCT · 05/03/2024",
        "SỞ CÔNG THƯƠNG",
        "Phê duyệt chương trình",
        "Người ký: KT. GIÁM ĐỐC · PHÓ GIÁM ĐỐC · Trần Thị Mẫu",
        "",
        "Chương trình năm 2024: 2 hoạt động",
        "  1.a  Treo băng rôn · 40 cái · Quý II-III/2024",
        "  2    Hội nghị tập huấn · 70–80 đại biểu · ≤ 2 ngày · 30.500.000 đồng",
        "Tổng kinh phí: 185.000.000 đồng (Một trăm tám mươi lăm triệu đồng) ✓",
        "Chủ trì: Phòng A",
        "Phối hợp: Phòng B; Phòng C",
        "",
        "1 lỗi, 0 lưu ý, 0 góp ý (quyet check qd.txt)",
    ]


def test_the_overview_in_english_keeps_the_words_of_the_paper() -> None:
    language.choose(["--lang", "en"])
    lines = overview("qd.txt", programme()).splitlines()
    assert "Programme 2024: 2 activities" in lines
    assert "Total: 185,000,000 đồng (Một trăm tám mươi lăm triệu đồng) ✓" in lines
    language.choose([])


@pytest.mark.parametrize(("in_words", "sign"), [(185_000_000, "✓"), (158_000_000, "✗"), (None, "✗")])
def test_the_sign_says_whether_figure_and_words_agree(in_words: int | None, sign: str) -> None:
    reading = programme()
    assert reading.programme and reading.programme.total
    reading.programme.total.in_words_amount = in_words
    (total,) = [line for line in overview("qd.txt", reading).splitlines() if line.startswith("Tổng")]
    assert total.endswith(sign)
