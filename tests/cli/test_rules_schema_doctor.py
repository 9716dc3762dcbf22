"""`quyet rules`, `quyet schema`, `quyet doctor`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quyet.cli import doctor
from quyet.core.checks import all_rules
from quyet.files.writers.pdf import fonts
from quyet.files.writers.schema import reading_schema


def test_every_rule_has_a_line(quyet: Callable) -> None:
    done = quyet("rules")
    assert done.code == 0
    assert [line.split()[0] for line in done.out.splitlines()] == [rule.code for rule in all_rules()]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_is_explained_in_both_languages(quyet: Callable, rule) -> None:
    for arguments, title, asks in (
        ([], rule.text.title, f"Yêu cầu: {rule.text.asks}"),
        (["--lang", "en"], rule.text.title_en, f"Asks: {rule.text.asks_en}"),
    ):
        head, *rest = quyet("rules", rule.code.lower(), *arguments).out.splitlines()
        assert head.split() == [rule.code, rule.severity, *title.split()]
        assert asks in rest


def test_rules_as_data(quyet: Callable) -> None:
    printed = json.loads(quyet("rules", "--format", "json").out)
    assert [row["rule"] for row in printed] == [rule.code for rule in all_rules()]
    assert set(printed[0]["title"]) == {"vi", "en"}
    assert json.loads(quyet("rules", printed[0]["rule"], "--format", "json").out) == printed[0]


def test_a_rule_that_is_none_exits_2(quyet: Callable) -> None:
    done = quyet("rules", "Z999")
    assert (done.code, done.out) == (2, "")
    assert done.err == "quyet rules: không có quy tắc Z999; gõ quyet rules để xem danh sách\n"


def test_the_schema_is_printed(quyet: Callable) -> None:
    done = quyet("schema", "reading")
    assert done.code == 0 and json.loads(done.out) == reading_schema()
    assert quyet("schema", "budget").code == 2


def test_doctor_says_what_is_there(quyet: Callable) -> None:
    done = quyet("doctor", "--format", "json")
    parts = {part["name"]: part for part in json.loads(done.out)}
    assert parts["Python"]["present"] and parts["Quy tắc kiểm tra"]["present"]
    assert parts["Quy tắc kiểm tra"]["told"] == str(len(all_rules()))
    assert not list(Path().iterdir()), "looking leaves nothing behind"


def test_doctor_says_how_to_get_what_is_missing(quyet: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("QUYET_CHROMIUM", raising=False)
    monkeypatch.setattr(fonts, "FOLDERS", ())
    done = quyet("doctor")
    assert done.code == 0, "nothing of this is needed"
    assert "– OCR: chưa có tesseract" in done.out and "apt-get install tesseract-ocr-vie" in done.out
    assert "– Chromium: không thấy" in done.out and "apt-get install chromium" in done.out
    assert "– Phông chữ: " in done.out and "apt-get install fonts-croscore" in done.out


def test_doctor_exits_1_where_something_needed_is_missing(quyet: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_writable", lambda folder: False)
    monkeypatch.setenv("QUYET_DATA_DIR", "kho")
    done = quyet("doctor")
    assert done.code == 1
    assert f"✗ Thư mục dữ liệu: {Path('kho').absolute()}: không ghi được" in done.out
    assert quyet("doctor", "--lang", "en").out.count("✗ Data folder") == 1


def test_doctor_says_which_database_is_named_and_whether_it_answers(
    quyet: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:///kho.sqlite3")
    assert f"✓ Cơ sở dữ liệu: SQLite, {Path('kho.sqlite3')} (chưa có; quyet serve sẽ tạo)" in quyet("doctor").out
    assert not Path("kho.sqlite3").exists()
    with closing(sqlite3.connect("kho.sqlite3")) as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("CREATE TABLE t (n)")
    assert f"✓ Cơ sở dữ liệu: SQLite, kho.sqlite3 ({sqlite3.sqlite_version})" in quyet("doctor").out
    assert [each.name for each in Path().iterdir()] == ["kho.sqlite3"]


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("postgres://a:secret@127.0.0.1:1/quyet", "✗ Cơ sở dữ liệu: PostgreSQL, 127.0.0.1:1/quyet: connection failed"),
        ("mysql://a:secret@b/c", "✗ Cơ sở dữ liệu: DATABASE_URL='mysql://…': sqlite:///folder"),
        ("sqlite:///tệp", "✗ Cơ sở dữ liệu: SQLite, tệp: file is not a database"),
    ],
)
def test_doctor_exits_1_where_the_database_does_not_answer(
    quyet: Callable, monkeypatch: pytest.MonkeyPatch, url: str, told: str
) -> None:
    Path("tệp").write_text("không phải cơ sở dữ liệu " * 100, encoding="utf-8")
    monkeypatch.setenv("DATABASE_URL", url)
    done = quyet("doctor")
    assert done.code == 1 and told in done.out and "secret" not in done.out


def test_a_font_is_found_by_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "truetype" / "croscore").mkdir(parents=True)
    (tmp_path / "truetype" / "croscore" / "Tinos-Regular.ttf").touch()
    monkeypatch.setattr(fonts, "FOLDERS", (str(tmp_path),))
    assert (doctor.fonts().present, doctor.fonts().told) == (True, "Tinos")
