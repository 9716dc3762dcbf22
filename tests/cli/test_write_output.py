"""Where `quyet write` reads and writes: whole files or none, whatever stands in the way, and links and pipes stay."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from quyet.files import aside
from quyet.files.aside import write_aside

DRAFT = "document:\n  kind: QĐ\n  title: Về việc phê duyệt Chương trình khuyến công năm 2024\n"
COMMAND = [sys.executable, "-c", "import sys; from quyet.cli import main; sys.exit(main())", "write"]
posix = pytest.mark.skipif(os.name == "nt", reason="files of POSIX")


@pytest.fixture(autouse=True)
def a_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "p.yaml").write_text(DRAFT, encoding="utf-8")


def here() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


# --- the input ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("missing.yaml", "missing.yaml: không có tệp này"),
        ("folder", "folder: không đọc được: là thư mục, không phải tệp"),
        ("p.yaml/x", "p.yaml/x: không đọc được: một phần của đường dẫn không phải là thư mục"),
        ("x" * 300, f"{'x' * 300}: không đọc được: tên tệp quá dài"),
        ("", "quyet write: tên tệp để trống"),
        ("-", "quyet write: chỉ đọc từ tệp, không đọc đầu vào chuẩn"),
    ],
)
def test_an_input_that_cannot_be_read_is_one_line(quyet: Callable, file: str, said: str) -> None:
    Path("folder").mkdir()
    done = quyet("write", file, "-o", "out.txt")
    assert (done.code, done.out, done.err) == (2, "", f"{said}\n")
    assert here() == ["folder", "p.yaml"]
    assert quyet("write", file, "-o", "out.txt", "--lang", "en").err.isascii()


# --- the output --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("folder", "folder: không ghi được: là thư mục, không phải tệp"),
        ("nowhere/out.txt", "nowhere/out.txt: không ghi được: không có thư mục này"),
        ("p.yaml/out.txt", "p.yaml/out.txt: không ghi được: một phần của đường dẫn không phải là thư mục"),
        ("x" * 300, f"{'x' * 300}: không ghi được: tên tệp quá dài"),
        ("p.yaml", "p.yaml: là chính tệp dữ liệu; hãy chọn tên khác"),
        ("./folder/../p.yaml", "./folder/../p.yaml: là chính tệp dữ liệu; hãy chọn tên khác"),
        ("", "quyet write: tên tệp để trống"),
    ],
)
def test_an_output_that_cannot_be_written_is_one_line(quyet: Callable, output: str, said: str) -> None:
    Path("folder").mkdir()
    done = quyet("write", "p.yaml", "--to", "txt", "-o", output)
    assert (done.code, done.out, done.err) == (2, "", f"{said}\n")
    assert here() == ["folder", "p.yaml"] and not list(Path("folder").iterdir())
    assert Path("p.yaml").read_text(encoding="utf-8") == DRAFT


@posix
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_the_draft_is_not_overwritten_under_another_name(quyet: Callable, link: Callable) -> None:
    link("p.yaml", "same.txt")
    assert quyet("write", "p.yaml", "-o", "same.txt").err == "same.txt: là chính tệp dữ liệu; hãy chọn tên khác\n"
    assert Path("p.yaml").read_text(encoding="utf-8") == DRAFT


def test_the_output_replaces_the_old_file_and_leaves_nothing_else(quyet: Callable) -> None:
    Path("out.txt").write_text("bản cũ", encoding="utf-8")
    assert quyet("write", "p.yaml", "-o", "out.txt").code == 0
    assert "QUYẾT ĐỊNH" in Path("out.txt").read_text(encoding="utf-8")
    assert here() == ["out.txt", "p.yaml"]


@posix
def test_a_link_stays_a_link(quyet: Callable) -> None:
    Path("kho").mkdir()
    Path("out.txt").symlink_to("kho/out.txt")
    assert quyet("write", "p.yaml", "-o", "out.txt").code == 0
    assert Path("out.txt").is_symlink() and "QUYẾT ĐỊNH" in Path("kho/out.txt").read_text(encoding="utf-8")
    Path("lost.txt").symlink_to("nowhere/out.txt")
    assert quyet("write", "p.yaml", "-o", "lost.txt").err == "lost.txt: không ghi được: không có thư mục này\n"
    assert Path("lost.txt").is_symlink()


@posix
def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    write_aside(pipe, b"van ban")
    reader.join(10)
    assert found == [b"van ban"] and pipe.is_fifo()


@posix
def test_permissions_are_those_of_the_old_file_or_of_new_files(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.touch(mode=0o600)
    mask = os.umask(0o027)
    try:
        for path in (old, new):
            write_aside(path, b"x")
    finally:
        os.umask(mask)
    assert (old.stat().st_mode & 0o777, new.stat().st_mode & 0o777) == (0o600, 0o640)


@posix
def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kept").write_bytes(b"x")
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write anything
    with pytest.raises(OSError, match="Permission denied"):
        write_aside(tmp_path / "kept", b"y")
    assert (tmp_path / "kept").read_bytes() == b"x"


FAILURES = {
    errno.ENOSPC: "nơi ghi đã đầy",
    errno.EACCES: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EIO: os.strerror(errno.EIO),
}


@pytest.mark.parametrize("step", ["mkstemp", "fsync", "replace"])
@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_at_any_step_leaves_the_old_file_and_nothing_else(
    quyet: Callable, monkeypatch: pytest.MonkeyPatch, step: str, failure: int
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(failure, os.strerror(failure))

    Path("out.txt").write_text("bản cũ", encoding="utf-8")
    where = {"mkstemp": aside, "fsync": os, "replace": Path}[step]
    monkeypatch.setattr(where, step, fails)
    done = quyet("write", "p.yaml", "-o", "out.txt")
    assert (done.code, done.err) == (2, f"out.txt: không ghi được: {FAILURES[failure]}\n")
    assert Path("out.txt").read_text(encoding="utf-8") == "bản cũ"
    assert here() == ["out.txt", "p.yaml"]


def test_an_interruption_leaves_the_old_file_and_nothing_else(quyet: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    Path("out.txt").write_text("bản cũ", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", interrupted)
    assert quyet("write", "p.yaml", "-o", "out.txt").code == 130
    assert Path("out.txt").read_text(encoding="utf-8") == "bản cũ"
    assert here() == ["out.txt", "p.yaml"]


# --- standard output ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("to", ["txt", "docx", "xml"])
def test_standard_output_takes_the_same_bytes(quyet: Callable, to: str) -> None:
    assert quyet("write", "p.yaml", "--to", to, "-o", "out").code == 0
    ran = subprocess.run([*COMMAND, "p.yaml", "--to", to, "-o", "-"], capture_output=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, Path("out").read_bytes())
    assert here() == ["out", "p.yaml"]


def test_what_is_told_goes_to_standard_error() -> None:
    Path("p.yaml").write_text(DRAFT.replace("QĐ", "NQ"), encoding="utf-8")
    ran = subprocess.run([*COMMAND, "p.yaml", "--to", "txt", "-o", "-"], capture_output=True, check=False)
    assert ran.returncode == 1
    assert b"document.kind" in ran.stderr and b"document.kind" not in ran.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
def test_a_full_disk_behind_standard_output_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:  # opened for the command, which never learns its name
        ran = subprocess.run(
            [*COMMAND, "p.yaml", "--to", "txt", "-o", "-"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (ran.returncode, ran.stderr.decode()) == (2, "quyet: không in hết được kết quả: nơi ghi đã đầy\n")
