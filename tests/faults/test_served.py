"""kill -9 of `quyet serve` under people who press buttons: what a page acknowledged is there, once; nothing is half."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults.cluster import Cluster
from tests.faults.server import Server, Writers
from tests.faults.storm import ROOT
from tools.postgres_server import NoPostgres


@pytest.fixture
def folder() -> Iterator[Path]:
    """One that PostgreSQL's own user may enter."""
    made = Path(tempfile.mkdtemp(prefix="quyet-faults-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def cluster(folder: Path) -> Iterator[Cluster]:
    try:
        made = Cluster(folder)
    except NoPostgres as none:
        pytest.skip(str(none))
    made.start()
    yield made
    made.kill()


def said_by(what: str, url: str, folder: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.faults.served", what, url, str(folder)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def storm(url: str, folder: Path, writers: int, requests: int, kills: int, between: float, seed: int = 1) -> Any:
    """Kill the server at random moments; the account, and what it said when it could not."""
    (folder / "wanted.json").write_text(json.dumps({"writers": writers, "requests": requests}))
    server, draw = Server(url, folder), random.Random(seed)
    rows = said_by("prepare", url, folder)
    server.start()
    at_work = Writers(server, rows)
    try:
        at_work.wait_for(1)
        for _ in range(kills):
            time.sleep(draw.uniform(0, between))
            server.kill()
            server.start()
            at_work.wait_for(1)
        notes = at_work.end()
    finally:
        at_work._over.set()
        server.kill()
    (folder / "notes.json").write_text(json.dumps(notes))
    found = said_by("account", url, folder)
    print(f"\n{url.partition(':')[0]}: {kills} × kill -9 of quyet serve, {writers} writers: {found}")
    return found


def is_whole(found: dict[str, Any]) -> None:
    wrong = {
        name: found[name]
        for name in ("lost", "half", "twice", "unlike", "overspent", "touched", "waiting")
        if found[name]
    }
    assert not wrong, found
    assert found["acknowledged"] > 0 and found["entries"] >= found["acknowledged"], found


def test_a_kill_of_the_server_on_sqlite(folder: Path) -> None:
    is_whole(storm(f"sqlite:///{folder}/quyet.sqlite3", folder, writers=2, requests=8, kills=1, between=0.3))


@pytest.mark.faults
def test_the_database_gone_for_half_a_minute_is_said_on_every_page(cluster: Cluster, folder: Path) -> None:
    (folder / "wanted.json").write_text(json.dumps({"writers": 4, "requests": 60}))
    rows = said_by("prepare", cluster.url, folder)
    server = Server(cluster.url, folder)
    server.start()
    at_work = Writers(server, rows)
    try:
        at_work.wait_for(8)
        cluster.kill()
        time.sleep(1)
        page = server.asked("GET", f"/chuong-trinh/{rows['programme']}/chi-tieu", rows["cookies"][0])
        time.sleep(29)
        cluster.start()
        at_work.wait_for(8)
        notes = at_work.end()
    finally:
        at_work._over.set()
        server.kill()
    assert page is not None and page[0] == 503 and "Cơ sở dữ liệu không trả lời" in page[1]
    other = [each[each.find("<h1") :][:500] for each in at_work.broken if "Cơ sở dữ liệu không trả lời" not in each]
    assert at_work.broken and not other, other[0]
    (folder / "notes.json").write_text(json.dumps(notes))
    found = said_by("account", cluster.url, folder)
    print(f"\ndatabase gone for 30 s under quyet serve: {found}")
    is_whole(found)
    assert found["tries that failed"] > 0


@pytest.mark.faults
def test_a_hundred_kills_of_the_server_on_postgresql(cluster: Cluster, folder: Path) -> None:
    is_whole(storm(cluster.url, folder, writers=8, requests=150, kills=100, between=0.6))


@pytest.mark.faults
def test_forty_kills_of_the_server_on_sqlite(folder: Path) -> None:
    url = f"sqlite:///{folder}/quyet.sqlite3"
    is_whole(storm(url, folder, writers=8, requests=80, kills=40, between=0.6))
