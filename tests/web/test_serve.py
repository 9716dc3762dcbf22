"""`quyet serve`, as a process of its own."""

from __future__ import annotations

import os
import re
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from subprocess import DEVNULL, PIPE

import pytest

from quyet.cli import serve
from tests.migrated import migrated

QUYET = [sys.executable, "-c", "import sys; from quyet.cli import main; sys.exit(main())"]


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[str]:
    """The address that a running `quyet serve` prints."""
    command = [*QUYET, "serve", *options]
    environment = os.environ | {"QUYET_DATA_DIR": str(folder)}
    with subprocess.Popen(command, stdout=PIPE, stderr=DEVNULL, env=environment, encoding="utf-8") as process:
        try:
            told = next(line for line in process.stdout if line.startswith("Quyết: "))  # the example stands before it
            yield re.search(r"http://\S+/", told)[0]
        finally:
            process.terminate()


def run(*options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A `quyet serve` that ends by itself."""
    command = [*QUYET, "serve", *options]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=os.environ | environment, check=False)


@contextmanager
def listening(port: int = 0) -> Iterator[int]:
    """Another program on a port."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        yield other.getsockname()[1]


def test_the_printed_address_answers(tmp_path: Path):
    with serving(migrated(tmp_path), "--port", "0") as address, urllib.request.urlopen(address) as response:
        assert '<html lang="vi">' in response.read().decode()
        assert "waitress" not in (response.headers["Server"] or "")


def test_where_there_is_nobody_it_prints_a_link_that_makes_the_first_administrator(tmp_path: Path):
    command = [*QUYET, "serve", "--port", "0"]
    environment = os.environ | {"QUYET_DATA_DIR": str(tmp_path)}
    with subprocess.Popen(command, stdout=PIPE, stderr=DEVNULL, env=environment, encoding="utf-8") as process:
        try:
            told = next(line for line in process.stdout if line.startswith("Bắt đầu (dùng một lần, trong 24 giờ): "))
            link = re.search(r"http://127\.0\.0\.1:\d+/bat-dau/[\w-]{43}$", told)[0]
            with urllib.request.urlopen(link) as response:
                assert "Tên cơ quan" in response.read().decode()
        finally:
            process.terminate()


def test_the_style_comes_with_it_and_may_be_kept_for_a_year(tmp_path: Path):
    with serving(migrated(tmp_path), "--port", "0") as address:
        with urllib.request.urlopen(address) as response:
            style = re.search(r'href="/(static/quyet/base\.css\?v=[0-9a-f]{12})"', response.read().decode())[1]
        with urllib.request.urlopen(address + style) as response:
            assert response.headers["Cache-Control"] == "max-age=31536000, public"
            assert "--ink: #1b2430" in response.read().decode()


def test_the_language_of_the_page_can_be_chosen(tmp_path: Path):
    with (
        serving(migrated(tmp_path), "--port", "0", "--lang", "en") as address,
        urllib.request.urlopen(address) as response,
    ):
        assert '<html lang="en">' in response.read().decode()


def test_a_free_port_is_found_where_8000_is_taken(monkeypatch):
    monkeypatch.setattr(serve, "is_free", lambda host, port: port == 8003)
    assert serve.first_free("127.0.0.1") == 8003


def test_a_port_on_which_somebody_listens_is_not_free():
    with listening() as port:
        assert not serve.is_free("127.0.0.1", port)
    assert serve.is_free("127.0.0.1", port)


def test_a_port_that_was_asked_for_and_is_taken_is_refused():
    with listening() as port:
        done = run("--port", str(port))
    assert done.returncode == 2
    assert done.stderr == f"quyet serve: cổng {port} đang có chương trình khác dùng. Hãy chọn cổng khác: --port 8100.\n"


NOWHERE = {
    "--port 99999": "cổng phải là số từ 0 đến 65535.",
    "--host 192.0.2.1 --port 8999": (
        "192.0.2.1 không phải là địa chỉ của máy này. Hãy chọn địa chỉ khác: --host 127.0.0.1."
    ),
    "--host 192.0.2.1": "192.0.2.1 không phải là địa chỉ của máy này. Hãy chọn địa chỉ khác: --host 127.0.0.1.",
    "--lang en --port -1": "a port is a number from 0 to 65535.",
}


@pytest.mark.parametrize("options", NOWHERE)
def test_where_nothing_can_listen_the_true_reason_is_said(options: str):
    done = run(*options.split())
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"quyet serve: {NOWHERE[options]}\n")


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path):
    (tmp_path / "tệp").touch()
    done = run("--port", "0", QUYET_DATA_DIR=str(tmp_path / "tệp" / "x"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"quyet serve: không tạo hoặc không ghi được thư mục dữ liệu {tmp_path}")


def test_a_wrong_setting_is_said_in_one_line(tmp_path: Path):
    done = run("--port", "0", QUYET_DATA_DIR=str(tmp_path), QUYET_KEEP_HOURS="mãi")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "quyet serve: thiết lập chưa đúng: QUYET_KEEP_HOURS='mãi': 1, 2, 3 …\n"


@pytest.mark.parametrize(
    ("host", "typed"), [("0.0.0.0", "127.0.0.1"), ("::1", "[::1]"), ("quyet.example.gov.vn", "quyet.example.gov.vn")]
)
def test_the_address_is_printed_as_one_types_it(host: str, typed: str):
    assert serve._address(host) == typed


def test_what_an_earlier_process_left_unsealed_is_sealed(tmp_path: Path):
    with (
        serving(migrated(tmp_path), "--port", "0"),
        closing(sqlite3.connect(tmp_path / "quyet.sqlite3", timeout=10)) as opened,
    ):
        with opened:
            opened.execute(
                "INSERT INTO store_body (name, level, chapter, identifier, keeps_numbers, shares, is_first) "
                "VALUES ('Sở', '', '', '', 0, 0, 1)"
            )
            opened.execute(
                "INSERT INTO store_journalrow (body_id, at, act, subject, reason, data) "
                "SELECT id, '2024-03-05 01:00:00', 'submit', '', '', '{}' FROM store_body"
            )
        for _ in range(300):
            if opened.execute("SELECT position FROM store_journalseal").fetchall() == [(1,)]:
                return
            time.sleep(0.1)
    pytest.fail("the row has no seal")


def test_a_database_that_does_not_answer_is_said_in_one_line(tmp_path: Path):
    done = run("--port", "0", QUYET_DATA_DIR=str(tmp_path), DATABASE_URL="postgres://a:secret@127.0.0.1:1/quyet")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert done.stderr.startswith("quyet serve: không mở được cơ sở dữ liệu (postgresql: connection failed: ")
    assert "secret" not in done.stderr
