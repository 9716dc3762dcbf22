"""A full disk: the act says so and leaves nothing half done; with room again the next one goes through."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.cluster import Cluster
from tests.faults.storm import Storm, is_whole
from tools.postgres_server import NoPostgres


def mounted(folder: Path, size: str) -> Iterator[Path]:
    """A disk of that size, in memory."""
    folder.mkdir(exist_ok=True)
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if os.getuid() != 0 or made.returncode:
        pytest.skip("only root can make a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    yield from mounted(tmp_path / "disk", "8m")


@pytest.fixture
def small_cluster() -> Iterator[tuple[Cluster, Path]]:
    """A PostgreSQL whose tables and log lie on a disk of 200 MB."""
    folder = Path(tempfile.mkdtemp(prefix="quyet-faults-"))
    folder.chmod(0o755)  # PostgreSQL's own user enters it
    try:
        for disk in mounted(folder, "200m"):
            try:
                cluster = Cluster(disk)
            except NoPostgres as none:
                pytest.skip(str(none))
            cluster.start()
            yield cluster, disk
            cluster.kill()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def fill(folder: Path) -> Path:
    """A file that takes all the room that is left."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(b"\0" * 65536):
                pass
        except OSError:
            pass
    return ballast


def until_it_is_full(storm: Storm, notes: Path) -> None:
    for _ in range(600):
        if b"OperationalError" in notes.read_bytes():
            return
        storm.wait(0.1)
    pytest.fail("the disk was never full")


def test_a_full_disk_refuses_acts_and_loses_none(small_disk: Path, tmp_path: Path) -> None:
    storm = Storm(f"sqlite:///{small_disk}/quyet.sqlite3", tmp_path, 2)
    try:
        ballast = fill(small_disk)
        until_it_is_full(storm, tmp_path / "notes-0")
        ballast.unlink()
        storm.go_on(2)
        found = storm.end()
    finally:
        storm.abandon()
    print(f"\ndisk full: {json.dumps(found, ensure_ascii=False)}")
    is_whole(found)
    assert found["failed"] > 0


@pytest.mark.faults
def test_a_full_disk_under_postgresql_refuses_acts_and_loses_none(
    small_cluster: tuple[Cluster, Path], tmp_path: Path
) -> None:
    """Tables that cannot grow are an error of each act; a log that cannot grow ends the server, which finds everything
    again when there is room."""
    cluster, disk = small_cluster
    storm = Storm(cluster.url, tmp_path, 2)
    try:
        ballast = fill(disk)
        until_it_is_full(storm, tmp_path / "notes-0")
        storm.wait(1)
        ended = not cluster.is_alive()
        ballast.unlink()
        if ended:
            cluster.kill()
            cluster.start()
        storm.go_on(2)
        found = storm.end()
    finally:
        storm.abandon()
    print(
        f"\ndisk full under PostgreSQL, server {'ended' if ended else 'stayed'}: {json.dumps(found, ensure_ascii=False)}"
    )
    is_whole(found)
    assert found["failed"] > 0
