"""The demo plays the example's year to each stage in a database of its own, and what it leaves is whole and sealed."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.migrated import migrated

QUYET = [str(Path(sys.executable).parent / "quyet")]


class Office:
    """A data folder of its own, and the command on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *said: str, **settings: str) -> subprocess.CompletedProcess[str]:
        given = {name: value for name, value in os.environ.items() if not name.startswith(("QUYET_", "DJANGO_", "DATABASE"))}  # fmt: skip
        env = {**given, "QUYET_DATA_DIR": str(self.folder), "QUYET_LANG": "vi", **settings}
        return subprocess.run([*QUYET, *said], env=env, capture_output=True, text=True, timeout=120, check=False)

    def json(self, *said: str) -> Any:
        done = self.run(*said, "--format", "json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(migrated(tmp_path / "office"))


def test_each_stage_goes_on_from_the_one_before(office: Office) -> None:
    assert [office.json("demo", "--story", story)["state"] for story in ("drafted", "submitted", "issued", "issued")] == [
        "draft", "submitted", "issued", "issued",
    ]  # fmt: skip
    made = office.json("export", "programme", "lang-son-2024")
    assert office.json("export", "programme", "1") == made  # its page is /chuong-trinh/1
    assert (made["state"], made["origin"], made["total"], made["money_open"]) == (
        "issued",
        "drafted",
        185_000_000,
        True,
    )
    assert [act["move"] for act in made["acts"]] == [
        "edit",
        "submit",
        "appraise_money",
        "appraise_form",
        "sign",
        "issue",
    ]
    assert len(made["activities"]) == 7
    assert sum(line["ceiling"] for line in made["lines"]) == 185_000_000
    assert made["allotment"]["reserved"] == 185_000_000
    assert [entry["symbol"] for entry in made["register"]] == ["135/QĐ-SCT"]
    assert office.run("journal", "verify").returncode == 0


def test_it_says_who_signs_in_and_as_what(office: Office) -> None:
    told = office.run("demo").stdout
    assert ": đang soạn.\n" in told and "mật khẩu chung: vi-du-2024-quyet\n" in told
    assert "  vi-du-an       Lý Thu An          chuyên viên\n" in told
    assert "  vi-du-giang    Bế Thị Giang       văn thư\n" in told
    with closing(sqlite3.connect(office.folder / "quyet.sqlite3")) as database:
        logins = {login for (login,) in database.execute("SELECT login FROM store_person")}
    assert set(office.json("demo")["cast"]) == logins


def test_a_change_by_sql_is_found_and_named(office: Office) -> None:
    office.json("demo", "--story", "issued")
    base = sqlite3.connect(office.folder / "quyet.sqlite3")
    with pytest.raises(sqlite3.IntegrityError, match="rows are only added"):
        base.execute("UPDATE store_journalrow SET reason = 'khác' WHERE act = 'submit'")
    base.execute("DROP TRIGGER store_journalrow_no_update")
    base.execute("UPDATE store_journalrow SET reason = 'khác' WHERE act = 'submit'")
    base.commit()
    (row,) = base.execute("SELECT id FROM store_journalrow WHERE act = 'submit'").fetchone()
    base.close()
    found = office.run("journal", "verify")
    assert found.returncode == 1
    assert f"dòng {row} (submit): nội dung đã bị sửa" in found.stdout


def test_a_balance_changed_by_sql_is_found_and_named(office: Office) -> None:
    office.json("demo", "--story", "issued")
    whole = office.run("ledger", "verify")
    assert (whole.returncode, whole.stdout[:20]) == (0, "✓ 0 bút toán, 0 chưa")
    base = sqlite3.connect(office.folder / "quyet.sqlite3")
    (line,) = base.execute("UPDATE store_line SET taken = 5 WHERE place = 0 RETURNING id").fetchone()
    base.commit()
    base.close()
    found = office.run("ledger", "verify", "--format", "json")
    assert found.returncode == 1
    touched = json.loads(found.stdout)["touched"]
    assert (touched["table"], touched["id"]) == ("store_line", line)
    assert touched["why"] == "taken ghi 5, cộng lại là 0 đồng"


def test_the_same_decision_adopted_from_its_paper(office: Office) -> None:
    office.json("demo", "--story", "adopted")
    made = office.json("export", "programme", "lang-son-2024")
    assert (made["state"], made["origin"], made["total"], made["money_open"]) == (
        "issued",
        "adopted",
        185_000_000,
        True,
    )
    assert [(entry["direction"], entry["symbol"]) for entry in made["register"]] == [("in", "135/QĐ-SCT")]
    assert office.run("journal", "verify").returncode == 0


def test_the_other_road_asks_for_a_new_database(office: Office) -> None:
    office.json("demo", "--story", "drafted")
    refused = office.run("demo", "--story", "adopted")
    assert refused.returncode == 1
    assert "dùng một cơ sở dữ liệu mới" in refused.stderr


def test_a_site_that_answers_to_others_has_no_demo(office: Office) -> None:
    refused = office.run("demo", QUYET_ALLOWED_HOSTS="localhost,quyet.langson.gov.vn")
    assert refused.returncode == 1
    assert "chỉ chạy trên máy này; trang đang trả lời cho quyet.langson.gov.vn" in refused.stderr


def test_a_key_that_nobody_has(office: Office) -> None:
    office.json("demo")
    assert office.run("export", "programme", "ha-giang-2024").returncode == 1


def test_the_year_is_spent_and_what_is_left_of_it_is_sealed(office: Office) -> None:
    office.json("demo", "--story", "spent")
    made = office.json("export", "programme", "lang-son-2024")
    assert (made["state"], sum(line["ceiling"] for line in made["lines"])) == ("issued", 185_000_000)
    assert office.run("journal", "verify").returncode == 0
    assert office.run("export", "entries", "lang-son-2024").returncode == 2
    assert office.run("export", "entries", "lang-son-2024", "-o", str(office.folder / "no" / "e.xlsx")).returncode == 2
    assert office.run("export", "entries", "lang-son-2024", "-o", str(office.folder / "e.xlsx")).returncode == 0
    assert len(list(load_workbook(office.folder / "e.xlsx").worksheets[0].rows)) == 1 + 22
    payees = office.json("ledger", "balances", "lang-son-2024", "--by", "payee")
    assert {each["name"].removesuffix(" (ví dụ)"): each["used"] for each in payees} == {
        "Công ty TNHH In Một": 55_250_000,
        "Nhà in Hai": 37_500_000,
        "Đài truyền hình": 47_250_000,
        "Trung tâm hội nghị Ba": 13_400_000,
        "Hợp tác xã vận tải Bốn": 4_200_000,
        "Hoàng Văn Bảo": 25_800_000,
    }
    quarters = office.json("ledger", "balances", "lang-son-2024", "--by", "quarter")
    assert {each["name"]: (each["committed"], each["used"]) for each in quarters} == {
        "Quý II/2024": (132_500_000, 0),
        "Quý III/2024": (0, 161_150_000),
        "Quý IV/2024": (0, 22_250_000),
    }
    contracts = office.run("ledger", "balances", "lang-son-2024", "--by", "contract").stdout
    assert "\nKhông qua hợp đồng\n" in contracts and "–\n" not in contracts
    base = sqlite3.connect(office.folder / "quyet.sqlite3")
    assert base.execute("SELECT SUM(used) FROM store_line").fetchone() == (183_400_000,)
    with pytest.raises(sqlite3.IntegrityError):
        base.execute("UPDATE store_line SET used = ceiling + 1 WHERE place = 6")
    base.close()
