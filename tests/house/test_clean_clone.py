"""A clean clone, in a folder with a space, with an empty home: what a newcomer has."""

import os
import re
import signal
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KEPT = ("PATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "LANG")

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("a newcomer") / "quyet"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(folder)], check=True)
    make(folder, "setup")
    return folder


def environment(folder: Path) -> dict[str, str]:
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if name in KEPT or name.startswith(("PIP_", "UV_"))}
    return {**kept, "HOME": str(home)}


def make(folder: Path, *words: str) -> str:
    ran = subprocess.run(
        ["make", *words], cwd=folder, env=environment(folder), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_setup_makes_a_command_that_checks_the_example(clone: Path) -> None:
    command = [clone / ".venv" / "bin" / "quyet", "check", "cases/lang-son-2024/decision.txt"]
    ran = subprocess.run(command, cwd=clone, env=environment(clone), capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode in (0, 1)
    assert "decision.txt:" in ran.stdout


def test_the_second_time_nothing_is_left_to_do(clone: Path) -> None:
    assert make(clone, "setup") == ""


def test_the_tree_stays_as_it_was_cloned(clone: Path) -> None:
    assert subprocess.check_output(["git", "status", "--porcelain"], cwd=clone, text=True) == ""


@pytest.fixture
def address(clone: Path) -> Iterator[str]:
    with subprocess.Popen(
        ["make", "run"], cwd=clone, env=environment(clone), stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as server:
        try:
            said = server.stdout.readline()
            found = re.search(r"http://\S+", said)
            assert found, f"no address in {said!r}"
            yield found[0]
        finally:
            os.killpg(server.pid, signal.SIGTERM)


def test_run_shows_the_example_in_a_browser(address: str) -> None:
    with urllib.request.urlopen(address, timeout=60) as page:
        assert page.status == 200
        shown = page.read().decode("utf-8")
    assert "Quyết" in shown
    assert "185.000.000" in shown
