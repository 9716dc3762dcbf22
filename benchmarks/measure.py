"""Clocks, processes and the table. Medians, because a shared machine disturbs some runs and not others."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

Clock = Callable[[], float]
"""Seconds of the wall, or those that processors worked for us: others on the machine lengthen these but little."""


def milliseconds(act: Callable[[], object], rounds: int = 60, clock: Clock = time.perf_counter) -> float:
    """The median time of an act that was run three times before."""
    for _ in range(3):
        act()
    return median(_timed(act, clock) for _ in range(rounds)) * 1000


def at_worst(timed: Callable[[], float], rounds: int = 100) -> float:
    """What 95 of 100 runs stay below, of an act that measures its own seconds; ten runs before do not count."""
    for _ in range(10):
        timed()
    return sorted(timed() for _ in range(rounds))[rounds * 95 // 100 - 1] * 1000


def _timed(act: Callable[[], object], clock: Clock = time.perf_counter) -> float:
    start = clock()
    act()
    return clock() - start


def process(command: Sequence[str]) -> str:
    """What a command prints. It may exit 1: `quyet check` does where a paper has errors."""
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def processes(commands: Sequence[Sequence[str]], rounds: int = 31) -> list[float]:
    """The median time of each command in milliseconds; they take turns, so that all meet the same machine."""
    times: list[list[float]] = [[] for _ in commands]
    for _ in range(rounds):
        for place, command in enumerate(commands):
            times[place].append(_timed(lambda command=command: process(command)))  # type: ignore[misc]
    return [median(one) * 1000 for one in times]


_PEAK = """
import os, subprocess, sys
started = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
print(os.wait4(started.pid, 0)[2].ru_maxrss)
"""


def peak_megabytes(command: Sequence[str]) -> float:
    """The most memory that a command held at once. A small python starts it: a process begins with the peak of the one
    that started it, and ours has read and written papers before."""
    return float(process([sys.executable, "-c", _PEAK, *command])) / 1024


class Table:
    """Rows of what was measured, and what was asked."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str]] = [("measured", "median", "asked")]
        self.measured: dict[str, float] = {}

    def add(self, name: str, value: float, most: str = "") -> float:
        self.measured[name] = value
        self._row(name, f"{value:.2f} ms", most)
        return value

    def ratio(self, name: str, value: float, base: float, most: str = "") -> None:
        self._row(name, f"{value / base:.1f} ×", most and f"{most} ×")

    def memory(self, name: str, value: float, most: str) -> None:
        self._row(name, f"{value:.0f} MB", most)

    def kilobytes(self, name: str, value: float, most: str = "") -> None:
        self._row(name, f"{value / 1000:.0f} kB", most)

    def note(self, text: str) -> None:
        self.rows.append((text, "", ""))

    def of(self, name: str) -> float:
        return self.measured[name]

    def _row(self, name: str, value: str, most: str) -> None:
        self.rows.append((name, value, most and f"≤ {most}"))

    def __str__(self) -> str:
        return "\n".join(f"{name:<42}{value:>12}  {most:>8}".rstrip() for name, value, most in self.rows)
