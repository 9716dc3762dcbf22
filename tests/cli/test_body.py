"""`quyet body new`: whoever runs the server opens a further body, and gets the link of its first administrator."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_demo import Office
from tests.migrated import migrated


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(migrated(tmp_path / "office"))


def test_a_further_body_and_the_link_of_its_administrator(office: Office) -> None:
    name = "Trung tâm Khuyến công tỉnh Hà Bình"
    new = ("body", "new", name, "--chapter", "416", "--admin", "khoa", "--admin-name", "Mã Văn Khoa")
    made = office.json(*new)
    assert (made["schema"], made["body"], made["admin"]) == ("quyet/body/1", name, "khoa")
    assert made["link"].startswith("/moi/") and len(made["link"]) == len("/moi/") + 43
    again = office.run(*new)
    assert again.returncode == 1
    assert again.stderr.splitlines() == [
        "quyet body: NAME: đã có cơ quan tên này",
        "quyet body: --admin: đã có người dùng tên đăng nhập này",
    ]
    below = ("body", "new", "Trạm một", "--admin", "tram", "--admin-name", "Vi Thị Trâm", "--superior")
    told = office.run(*below, name)
    assert told.returncode == 0 and "Đã lập Trạm một." in told.stdout
    nowhere = office.run("body", "new", "Trạm hai", "--admin", "hai", "--admin-name", "Vi Thị Hai", "--superior", "Ai")
    assert (nowhere.returncode, nowhere.stderr.strip()) == (1, "quyet body: không có cơ quan «Ai»")
    journal = office.run("journal", "verify")
    assert journal.returncode == 0 and name in journal.stdout
