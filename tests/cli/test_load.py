"""`quyet load` adopts a decision in the database of this machine, in the name of one of its officers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adopted import signed_pdf
from tests.cli.test_demo import Office, office

__all__ = ["office"]

AN = "vi-du-an"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "quyet-dinh.pdf"
    file.write_bytes(signed_pdf())
    return file


def test_a_file_is_adopted_once_and_its_page_is_named(office: Office, paper: Path) -> None:
    office.json("demo", "--story", "drafted")
    made = office.json("load", str(paper))
    assert (made["new"], made["state"], made["officer"]) == (True, "draft", AN)
    assert made["document"] == {
        "kind": "QĐ", "number": "135/QĐ-SCT", "date": "2024-03-11", "issuer": "SỞ CÔNG THƯƠNG",
        "title": made["document"]["title"],
    }  # fmt: skip
    assert (made["total"], made["activities"]) == (185_000_000, 7)
    assert made["facts"]["waiting"] > 60 and made["facts"]["confirmed"] == 0
    assert made["page"] == f"/chuong-trinh/{made['programme']}/tiep-nhan"
    again = office.json("load", str(paper))
    assert (again["new"], again["programme"]) == (False, made["programme"])
    told = office.run("load", str(paper)).stdout
    assert "Số, ngày: 135/QĐ-SCT, 11/03/2024" in told
    assert "7 hoạt động, 185.000.000 đ" in told and "Tệp này đã được tiếp nhận" in told and made["page"] in told


def test_whoever_is_not_named_clearly_is_asked_for(office: Office, paper: Path) -> None:
    nobody = office.run("load", str(paper))
    assert nobody.returncode == 1 and "chưa có chuyên viên nào" in nobody.stderr
    office.json("demo", "--story", "drafted")
    other = office.run("load", str(paper), "--as", "giang")
    assert other.returncode == 1 and f"--as {AN} (" in other.stderr
    elsewhere = office.run("load", str(paper), "--body", "Sở Tài chính")
    assert elsewhere.returncode == 1


def test_what_cannot_be_adopted_is_one_sentence(office: Office, tmp_path: Path) -> None:
    office.json("demo", "--story", "drafted")
    missing = office.run("load", str(tmp_path / "khong-co.pdf"))
    assert (missing.returncode, missing.stderr.count("\n")) == (2, 1) and "không có tệp này" in missing.stderr
    letter = tmp_path / "thu.txt"
    letter.write_text("Kính gửi: Phòng Quản lý Công nghiệp", encoding="utf-8")
    refused = office.run("load", str(letter))
    assert refused.returncode == 1 and "không thấy chương trình nào được phê duyệt" in refused.stderr
    empty = tmp_path / "rong.txt"
    empty.write_bytes(b"")
    assert office.run("load", str(empty)).returncode == 2
