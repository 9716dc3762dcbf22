"""kill -9 under writers: what was acknowledged is there, what was not is there whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.cluster import Cluster
from tests.faults.storm import Storm, is_whole, rage
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


def on_postgresql(cluster: Cluster, folder: Path, writers: int, kills: int, gone: float) -> None:
    storm = Storm(cluster.url, folder, writers)

    def again() -> None:
        cluster.kill()
        cluster.start()

    try:
        counted = rage(storm, kills, writers, again)
        storm.go_on(writers)
        cluster.kill()
        time.sleep(gone)
        cluster.start()
        storm.go_on(writers)
        found = storm.end()
    finally:
        storm.abandon()
    print(f"\nPostgreSQL: {counted}, then gone for {gone} s: {found}")
    is_whole(found)
    assert found["failed"] > 0 and found["refused"] > 0


def on_sqlite(folder: Path, writers: int, kills: int) -> None:
    storm = Storm(f"sqlite:///{folder}/quyet.sqlite3", folder, writers)
    try:
        counted = rage(storm, kills, writers, None)
        storm.go_on(writers)
        found = storm.end()
    finally:
        storm.abandon()
    print(f"\nSQLite: {counted}: {found}")
    is_whole(found)


def test_a_few_kills_of_writers_and_of_postgresql(cluster: Cluster, folder: Path) -> None:
    on_postgresql(cluster, folder, writers=3, kills=4, gone=2)


def test_a_few_kills_of_writers_on_sqlite(folder: Path) -> None:
    on_sqlite(folder, writers=2, kills=3)


@pytest.mark.faults
def test_two_hundred_kills_under_sixteen_writers(cluster: Cluster, folder: Path) -> None:
    on_postgresql(cluster, folder, writers=16, kills=200, gone=30)


@pytest.mark.faults
def test_sixty_kills_of_sixteen_writers_on_sqlite(folder: Path) -> None:
    on_sqlite(folder, writers=16, kills=60)
