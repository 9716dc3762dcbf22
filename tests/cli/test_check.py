"""`quyet check`: lines as a compiler prints them, exit codes, several files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("by_its_lines")


def paper(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_a_paper_without_findings_prints_nothing_and_exits_0(quyet: Callable) -> None:
    done = quyet("check", paper("dung.txt", "QUYẾT ĐỊNH\n"))
    assert (done.code, done.out, done.err) == (0, "", "")


def test_each_finding_is_one_line_with_its_place(quyet: Callable) -> None:
    done = quyet("check", paper("sai.txt", "QUYẾT ĐỊNH\nLỖI số khác chữ\n\nLƯU Ý thiếu ngày\nGÓP Ý viết hoa\n"))
    assert done.out.splitlines() == [
        "sai.txt:2:1: error M101 LỖI số khác chữ",
        "sai.txt:4:1: warning M101 LƯU Ý thiếu ngày (NĐ 30/2020/NĐ-CP)",
        "sai.txt:5:1: info M101 GÓP Ý viết hoa",
    ]
    assert (done.code, done.err) == (1, "")


def test_warnings_alone_exit_0(quyet: Callable) -> None:
    assert quyet("check", paper("nhac.txt", "LƯU Ý thiếu ngày\nGÓP Ý viết hoa")).code == 0


def test_of_several_files_one_that_fails_says_so_and_the_rest_go_on(quyet: Callable) -> None:
    files = [paper("rong.txt", " \n"), "khong-co.txt", paper("sai.txt", "LỖI số khác chữ"), paper("no.txt", "NỔ")]
    done = quyet("check", *files)
    assert done.code == 2
    assert done.out == "sai.txt:1:1: error M101 LỖI số khác chữ\n"
    empty, absent, burst = done.err.splitlines()
    assert empty.startswith("rong.txt: Tệp rỗng")
    assert absent == "khong-co.txt: Không mở được tệp: không tìm thấy tệp."
    assert burst.startswith("no.txt: lỗi bất ngờ: ZeroDivisionError: chia cho không")


def test_a_traceback_only_for_whoever_asks(quyet: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUYET_DEBUG", "1")
    assert "Traceback" in quyet("check", paper("no.txt", "NỔ")).err


def test_the_language_changes_the_command_not_the_findings(quyet: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in (["check", "--lang", "en", "x.txt"], ["--lang=en", "check", "x.txt"]):
        assert quyet(*arguments).err == "x.txt: The file cannot be opened: it is not there.\n"
    monkeypatch.setenv("QUYET_LANG", "en")
    assert quyet("check", "x.txt").err == "x.txt: The file cannot be opened: it is not there.\n"
    assert quyet("check", "--lang", "vi", "x.txt").err == "x.txt: Không mở được tệp: không tìm thấy tệp.\n"


def test_what_would_command_a_terminal_is_not_printed(quyet: Callable) -> None:
    done = quyet("check", paper("dieu-khien.txt", "LỖI \x1b[31mđỏ\x07\n"))
    assert done.out == "dieu-khien.txt:1:1: error M101 LỖI \ufffd[31mđỏ\ufffd\n"


def test_json_is_one_object_for_one_file(quyet: Callable) -> None:
    done = quyet("check", "--format", "json", paper("sai.txt", "LỖI số khác chữ"))
    printed = json.loads(done.out)
    assert done.code == 1
    assert (printed["schema"], printed["path"], printed["source"]["format"]) == ("quyet/findings/1", "sai.txt", "txt")
    assert printed["findings"] == [
        {
            "rule": "M101",
            "severity": "error",
            "message": "LỖI số khác chữ",
            "span": None,
            "line": 1,
            "column": 1,
            "ref": None,
            "source": None,
        }
    ]


def test_json_is_one_line_a_file_for_several(quyet: Callable) -> None:
    files = [paper("a.txt", "LỖI một"), "khong-co.txt", paper("b.txt", "QUYẾT ĐỊNH")]
    done = quyet("check", "--format", "json", *files)
    assert [json.loads(line)["path"] for line in done.out.splitlines()] == ["a.txt", "b.txt"]
    assert done.code == 2


def test_sarif_is_one_log_for_all_files(quyet: Callable) -> None:
    done = quyet("check", "--format", "sarif", paper("a.txt", "LỖI một"), "khong-co.txt", paper("b.txt", "GÓP Ý hai"))
    (run,) = json.loads(done.out)["runs"]
    assert [(result["ruleId"], result["level"]) for result in run["results"]] == [("M101", "error"), ("M101", "note")]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert "M101" in [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert done.code == 2


def test_a_dash_is_standard_input(quyet: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("LỖI từ ống".encode())))
    assert quyet("check", "-").out == "-:1:1: error M101 LỖI từ ống\n"
