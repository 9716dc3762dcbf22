"""`quyet estimate`: from Excel, to Excel, two of them compared."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jsonschema
import pytest

from quyet.cli import main
from quyet.files.writers.schema import reading_schema
from tests.files.readers.made_xlsx import HEAD, workbook

CASE = Path(__file__).parents[2] / "cases" / "lang-son-2024"
BANNERS = [1, "In băng rôn", "cái", 40, 650_000, 26_000_000, None]
BOOKS = [2, "In sổ tay", "cuốn", 750, 40_000, 30_000_000, None]
TOTAL = [None, "Tổng cộng", None, None, None, 56_000_000, None]


@pytest.fixture
def annex(tmp_path: Path) -> Path:
    file = tmp_path / "dự toán.xlsx"
    file.write_bytes(workbook(HEAD, BANNERS, BOOKS, TOTAL))
    return file


def test_import_prints_a_table(annex: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["estimate", "import", str(annex)]) == 0
    assert capsys.readouterr().out.split("\n") == [
        "TT  Nội dung     ĐVT   Số lượng  Đơn giá  Thành tiền",
        "--  -----------  ----  --------  -------  ----------",
        "1   In băng rôn  cái         40  650.000  26.000.000",
        "2   In sổ tay    cuốn       750   40.000  30.000.000",
        "    TỔNG CỘNG                             56.000.000",
        "",
    ]


def test_import_shows_on_a_terminal_how_far_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "lớn.xlsx"
    rows = [[n, f"Băng rôn {n}", "cái", 1, 1_000, 1_000, None] for n in range(1, 2_000)]
    file.write_bytes(workbook(HEAD, *rows))
    assert main(["estimate", "import", str(file)]) == 0
    assert capsys.readouterr().err == ""  # in a pipe there is nobody to look
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["estimate", "import", str(file)]) == 0
    shown = capsys.readouterr().err.split("\r")
    assert shown[20] == "[###############               ] 1.000/2.000 hàng"
    assert shown[40] == "[##############################] 2.000/2.000 hàng"
    assert (shown[41].strip(), shown[42]) == ("", "")  # the line is given back


def test_import_prints_the_estimate_of_the_contract_and_the_findings(
    annex: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    annex.write_bytes(workbook(HEAD, [*BANNERS[:5], "=D2*E2", None], kept={"F2": 25_000_000}))
    assert main(["estimate", "import", str(annex), "--format", "json"]) == 1, "a formula gives another value"
    printed = json.loads(capsys.readouterr().out)
    assert printed["estimate"]["lines"][0] == {
        "label": "1", "activity": None, "content": "In băng rôn", "unit": "cái", "quantity": 40, "unit_price": 650_000,
        "amount": 25_000_000, "note": None, "level": 1, "code": None, "category": None, "chapter": None, "factors": [], "basis": None, "vat": None, "source": None,
    }  # fmt: skip
    assert sorted(finding["rule"] for finding in printed["findings"]) == ["F911", "M203"]


def test_a_workbook_is_read_and_checked_as_every_file(annex: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(annex), "--format", "json"]) == 0
    reading = json.loads(capsys.readouterr().out)
    jsonschema.validate(reading, reading_schema())
    assert (reading["source"]["format"], reading["document"]["kind"], reading["programme"]) == ("xlsx", None, None)
    assert reading["estimate"]["total"] == 56_000_000
    assert all(reading["text"][slice(*fact["span"])] == fact["raw"] for fact in reading["facts"])
    assert main(["check", str(annex)]) == 0
    assert main(["read", str(annex)]) == 0
    assert "Excel, 1 dự toán\n  2 dòng · 56.000.000 đồng" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (workbook(["Họ tên"]), "a.xlsx", "không thấy bảng dự toán nào"),
        ("Điều 1. Phê duyệt.".encode(), "a.txt", "không phải tệp Excel"),
        (b"PK\x03\x04 nothing", "a.xlsx", "hỏng"),
        (None, "a.xlsx", "không tìm thấy"),
    ],
)
def test_import_of_what_is_no_estimate_says_why_and_prints_nothing(
    data: bytes | None, name: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert main(["estimate", "import", str(tmp_path / name), "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert out == "" and said in err and err.count("\n") == 1


def test_the_example_goes_to_excel_and_comes_back_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = tmp_path / "a.xlsx"
    assert main(["estimate", "export", str(CASE), "-o", str(made)]) == 0
    assert main(["estimate", "diff", str(CASE), str(made)]) == 0
    assert capsys.readouterr().out == "Hai dự toán giống nhau.\n"
    assert main(["estimate", "import", str(made)]) == 0
    out = capsys.readouterr().out
    assert "185.000.000" in out and "error" not in out


def test_an_example_says_so_in_excel_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = tmp_path / "a.xlsx"
    main(["estimate", "export", str(CASE / "programme.yaml"), "-o", str(made)])
    main(["read", str(made), "--format", "json"])
    assert json.loads(capsys.readouterr().out)["text"].startswith("VÍ DỤ")


def test_diff_names_each_cell(annex: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = annex.with_name("mới.xlsx")
    changed = [[*BANNERS[:4], 700_000, 28_000_000, "hiflex"], [3, "Thuê xe", "ngày", 4, 1_000_000, 4_000_000, None]]
    other.write_bytes(workbook(HEAD, *changed, [*TOTAL[:5], 32_000_000, None]))
    assert main(["estimate", "diff", str(annex), str(other)]) == 1
    assert capsys.readouterr().out.split("\n") == [
        "dòng 1, đơn giá: 650.000 → 700.000",
        "dòng 1, thành tiền: 26.000.000 → 28.000.000",
        "dòng 1, ghi chú: trống → «hiflex»",
        "dòng 2, TT: «2» → «3»",
        "dòng 2, nội dung: «In sổ tay» → «Thuê xe»",
        "dòng 2, ĐVT: «cuốn» → «ngày»",
        "dòng 2, số lượng: 750 → 4",
        "dòng 2, đơn giá: 40.000 → 1.000.000",
        "dòng 2, thành tiền: 30.000.000 → 4.000.000",
        "tổng cộng: 56.000.000 → 32.000.000",
        "",
    ]
    assert main(["estimate", "diff", str(annex), str(other), "--format", "json"]) == 1
    first = json.loads(capsys.readouterr().out)[0]
    assert first == {
        "estimate": 0, "change": "changed", "before": 0, "after": 0, "field": "unit_price", "old": 650_000, "new": 700_000,
    }  # fmt: skip


def test_lines_that_came_and_went(annex: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = annex.with_name("mới.xlsx")
    other.write_bytes(workbook(HEAD, BOOKS, [*TOTAL[:5], 30_000_000, None]))
    assert main(["--lang", "en", "estimate", "diff", str(annex), str(other)]) == 1
    assert capsys.readouterr().out.split("\n")[0] == "removed line 1: 1 | In băng rôn | cái | 40 | 650.000 | 26.000.000"


@pytest.mark.parametrize("source", ["không-có.yaml", "rỗng.yaml", "sai.yaml"])
def test_export_of_what_cannot_be_exported_writes_nothing(
    source: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rỗng.yaml").write_text("document: {title: Phê duyệt}", encoding="utf-8")
    (tmp_path / "sai.yaml").write_text("document: {tựa: Phê duyệt}", encoding="utf-8")
    made = tmp_path / "a.xlsx"
    assert main(["estimate", "export", str(tmp_path / source), "-o", str(made)]) == 2
    assert not made.exists()
    assert source in capsys.readouterr().err


def test_export_does_not_write_over_its_own_data(tmp_path: Path) -> None:
    data = tmp_path / "programme.yaml"
    data.write_bytes((CASE / "programme.yaml").read_bytes())
    before = data.read_bytes()
    assert main(["estimate", "export", str(tmp_path), "-o", str(data)]) == 2
    assert data.read_bytes() == before
