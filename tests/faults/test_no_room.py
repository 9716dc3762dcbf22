"""A full disk: the act says so and leaves nothing half done; with room again the next one goes through."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.storm import Storm, is_whole


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Eight megabytes, in memory."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if os.getuid() != 0 or mounted.returncode:
        pytest.skip("only root can make a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


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


def test_a_full_disk_refuses_acts_and_loses_none(small_disk: Path, tmp_path: Path) -> None:
    storm = Storm(f"sqlite:///{small_disk}/quyet.sqlite3", tmp_path, 2)
    try:
        ballast = fill(small_disk)
        for _ in range(600):
            if b"OperationalError" in (tmp_path / "notes-0").read_bytes():
                break
            storm.wait(0.1)
        else:
            pytest.fail("the disk was never full")
        ballast.unlink()
        storm.go_on(2)
        found = storm.end()
    finally:
        storm.abandon()
    print(f"\ndisk full: {json.dumps(found, ensure_ascii=False)}")
    is_whole(found)
    assert found["failed"] > 0
