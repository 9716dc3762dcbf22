"""The command itself: help, mistakes, interruptions, its start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

import quyet as package
from quyet.cli import run as running
from quyet.cli.streams import Progress


def as_a_process(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "import sys; from quyet.cli import main; sys.exit(main())", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **options)  # type: ignore[call-overload]


def test_the_version_is_that_of_the_package(quyet: Callable) -> None:
    assert quyet("--version").out == f"quyet {package.__version__}\n"
    assert version("quyet") == package.__version__


@pytest.mark.parametrize("arguments", [[], ["--help"]])
def test_help_lists_every_command_in_vietnamese(quyet: Callable, arguments: list[str]) -> None:
    done = quyet(*arguments)
    assert done.code == 0 and done.out.startswith("cách dùng: quyet")
    for command in ("read", "check", "words", "norms", "rules", "schema", "serve", "doctor"):
        assert f"\n    {command} " in done.out


@pytest.mark.parametrize("command", ["read", "check", "words", "norms", "rules", "schema", "serve", "doctor"])
def test_the_help_of_a_command_holds_no_english_of_argparse(quyet: Callable, command: str) -> None:
    done = quyet(command, "--help")
    assert done.code == 0 and done.out.startswith(f"cách dùng: quyet {command}")
    for word in ("usage", "positional", "options:", "show this help", "optional arguments"):
        assert word not in done.out
    assert quyet(command, "--help", "--lang", "en").out.startswith(f"usage: quyet {command}")


MISTAKES = {
    "check": "quyet check: lỗi: còn thiếu: TỆP",
    "rules --format xml": "quyet rules: lỗi: --format: 'xml' không có trong các lựa chọn: 'text', 'json'",
    "check a.txt --format": "quyet check: lỗi: --format: cần một giá trị",
    "check a.txt --verbos": "quyet: lỗi: không nhận ra: --verbos",
    "serve --port x": "quyet serve: lỗi: --port: không nhận giá trị 'x'",
    "--version=3": "quyet: lỗi: --version: không nhận giá trị '3'",
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_said_in_vietnamese_and_exits_2(quyet: Callable, mistake: str) -> None:
    done = quyet(*mistake.split())
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-1] == MISTAKES[mistake]


def test_an_interruption_exits_130_in_silence(quyet: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(arguments: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "_command", interrupted)
    done = quyet("doctor")
    assert (done.code, done.out, done.err) == (130, "", "")


def test_what_nobody_expected_is_one_line(quyet: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(arguments: list[str]) -> int:
        raise ValueError("hai\ndòng")

    monkeypatch.setattr(running, "_command", broken)
    done = quyet("doctor")
    assert done.code == 2
    assert done.err == "quyet: lỗi bất ngờ: ValueError: hai dòng (đặt QUYET_DEBUG=1 để xem chi tiết)\n"
    assert "unexpected error" not in done.err


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    command = f"{sys.executable} -c 'from quyet.cli import main; main()' schema reading | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"{\n", b"")


def test_output_is_utf8_whatever_the_machine_says() -> None:
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = as_a_process("words", "24", env=ascii_only)
    assert done.stdout.decode() == "hai mươi tư đồng" + os.linesep


def test_a_name_that_is_no_unicode_is_shown_escaped(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux has file names of any bytes")
    done = subprocess.run(
        [
            os.fsencode(sys.executable),
            b"-c",
            b"import sys; from quyet.cli import main; sys.exit(main())",
            b"check",
            b"a\xff.txt",
        ],
        capture_output=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 2 and done.stderr.startswith(b"a\\udcff.txt: ")


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    code = (
        "import sys, json; from quyet.cli import main; main(['words', '24']); "
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    loaded = json.loads(done.stdout.splitlines()[-1])
    assert not {"django", "lxml", "yaml", "holidays", "pypdfium2", "waitress", "asyncio", "subprocess", "urllib"} & set(
        loaded
    )


def test_a_text_is_checked_without_what_reads_drafts(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text("QUYẾT ĐỊNH\n", encoding="utf-8")
    code = (
        "import sys; from quyet.cli import main; main(['check', 'paper.txt']); "
        "print([name for name in sys.modules if name.startswith(('quyet.files.drafts', 'quyet.core.estimates'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == b"[]"


def test_progress_is_shown_on_a_terminal_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Progress(3).next("a.txt")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress = Progress(2)
    progress.next("a.txt")
    progress.next("b.txt")
    progress.clear()
    assert capsys.readouterr().err == "[1/2] a.txt\r           \r[2/2] b.txt\r           \r"
    Progress(1).next("a.txt")
    assert capsys.readouterr().err == ""


COMMAND = f"{sys.executable} -c 'from quyet.cli import main; import sys; sys.exit(main())'"
UNWRITABLE = {
    "schema reading > /dev/full": "quyet: không in hết được kết quả: nơi ghi đã đầy\n",
    "--lang en schema reading > /dev/full": "quyet: the result could not be printed whole: no space is left\n",
    "words 24 > /dev/full": "quyet: không in hết được kết quả: nơi ghi đã đầy\n",
    "words 24 >&-": "quyet: đầu ra đã đóng nên không có chỗ in kết quả\n",
}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("asked", UNWRITABLE)
def test_an_output_that_takes_nothing_is_said_in_one_line(asked: str) -> None:
    done = subprocess.run(["sh", "-c", f"{COMMAND} {asked}"], capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (2, UNWRITABLE[asked])


@pytest.mark.skipif(os.name == "nt", reason="a shell that closes outputs")
def test_without_a_place_for_complaints_none_goes_into_the_result(tmp_path: Path) -> None:
    command = f"{COMMAND} check nope.txt 2>&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")


def test_what_would_command_a_terminal_is_not_said_back(quyet: Callable) -> None:
    for arguments in (["check", "a\x1b[31m.txt"], ["check", "a.txt", "--a\x1b[31m"]):
        done = quyet(*arguments)
        assert done.code == 2 and "\x1b" not in done.err and "\ufffd[31m" in done.err
