"""Writers that post as fast as they can, while they and their database are killed at random moments."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def work(what: str, url: str, folder: Path, *more: object) -> list[str]:
    return [sys.executable, "-m", "tests.faults.work", what, url, str(folder), *map(str, more)]


def said_by(what: str, url: str, folder: Path) -> dict[str, Any]:
    """What a piece of work prints; its error is ours."""
    ran = subprocess.run(work(what, url, folder), cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


class Storm:
    """Some writers on a database; `kill` ends one of them, and another takes its place."""

    def __init__(self, url: str, folder: Path, writers: int) -> None:
        self._url, self._folder = url, folder
        said_by("prepare", url, folder)
        self._begun = 0
        self._writers = [self._begin(each) for each in range(writers)]
        self._wait_for_work()

    def _begin(self, place: int) -> subprocess.Popen[bytes]:
        self._begun += 1
        return subprocess.Popen(work("write", self._url, self._folder, place, self._begun), cwd=ROOT)

    def _wait_for_work(self) -> None:
        for _ in range(1200):
            notes = list(self._folder.glob("notes-*"))
            if len(notes) == len(self._writers) and all(each.stat().st_size > 300 for each in notes):
                return
            time.sleep(0.1)
        raise AssertionError("the writers do not begin")

    def acknowledged(self) -> int:
        return sum(each.read_bytes().count(b'["done"') for each in self._folder.glob("notes-*"))

    def go_on(self, acts: int) -> None:
        """Until so many more acts were acknowledged."""
        wanted = self.acknowledged() + acts
        for _ in range(1200):
            if self.acknowledged() >= wanted:
                return
            time.sleep(0.1)
        raise AssertionError("nothing is acknowledged any more")

    def wait(self, seconds: float) -> None:
        time.sleep(seconds)

    def kill(self, place: int) -> None:
        self._writers[place].kill()
        self._writers[place].wait()
        self._writers[place] = self._begin(place)

    def end(self) -> dict[str, Any]:
        """Let them finish, and give the account."""
        (self._folder / "stop").touch()
        for each in self._writers:
            assert each.wait(timeout=120) == 0
        return said_by("account", self._url, self._folder)

    def abandon(self) -> None:
        """Whatever happened, nobody stays."""
        for each in self._writers:
            each.kill()
            each.wait()


def rage(storm: Storm, kills: int, writers: int, database: Callable[[], None] | None, seed: int = 1) -> dict[str, int]:
    """Kill writers and the database at random moments; how often each was."""
    draw, counted = random.Random(seed), {"writers": 0, "databases": 0}
    for turn in range(kills):
        time.sleep(draw.uniform(0.02, 0.6))
        if database is not None and turn % 2:
            database()
            counted["databases"] += 1
        else:
            storm.kill(draw.randrange(writers))
            counted["writers"] += 1
    return counted


def is_whole(found: dict[str, Any]) -> None:
    """Nothing lost, nothing half there, nothing twice, nothing overspent, every balance its replay."""
    wrong = {name: found[name] for name in ("lost", "half", "twice", "overspent", "touched", "waiting") if found[name]}
    assert not wrong, found
    assert found["acknowledged"] > 0 and found["entries"] == found["sealed"], found
