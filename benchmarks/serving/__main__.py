"""`make bench-office`: a made-up country of 10,000 programmes, and one of 100, each behind `quyet serve` on PostgreSQL
with fsync on; what a list, a programme and a search take, and how many pages come when twenty people ask at once.

The two take turns, round by round, so that both meet the same machine; nothing leaves the loopback.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.serving.asking import ask, pages
from benchmarks.serving.site import Site, poured, served
from tools.postgres_server import start

KINDS = ("list", "programme", "search")
SCALES = {"10,000 programmes": "0.1", "100 programmes": "0.001"}
WARM, ROUNDS, IN_A_ROUND = 40, 6, 100
ASKED_P95, ASKED_RATIO = 80, 0.8


@dataclass
class Measured:
    """Seconds of pages, and those that the processors of the site worked for them."""

    times: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    worked: float = 0.0

    def add(self, site: Site, asked: list[tuple[str, str]], at_once: int) -> None:
        before = site.worked()
        times, took = ask(site, asked, IN_A_ROUND, at_once)
        self.worked += site.worked() - before
        self.times += times
        self.rates.append(len(times) / took)

    def within(self, share: float) -> float:
        """The milliseconds within which that share of the pages came."""
        return sorted(self.times)[int(len(self.times) * share) - 1] * 1000

    @property
    def work(self) -> float:
        """Milliseconds of processor for a page."""
        return self.worked / len(self.times) * 1000


def main() -> None:
    """Pour, serve, ask, print."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.serving", description=__doc__)
    options.add_argument("--threads", default="4", help="of quyet serve")
    threads = options.parse_args().threads
    loads = [os.getloadavg()[0]]
    with tempfile.TemporaryDirectory() as folder:
        server = start({})
        sites = [poured(server, f"bench{place}", scale, Path(folder)) for place, scale in enumerate(SCALES.values())]
        with served(sites[0], "--threads", threads) as full, served(sites[1], "--threads", threads) as small:
            loads.append(os.getloadavg()[0])
            _two_at_once(full, small)
            loads.append(os.getloadavg()[0])
            _twenty_at_once(full, small)
            loads.append(os.getloadavg()[0])
    said = ", ".join(f"{load:.1f}" for load in loads)
    print(
        f"\n{time.strftime('%d/%m/%Y %H:%M')}, {os.cpu_count()} processors, {threads} threads; one-minute load before,"
    )
    print(
        f"after pouring, after the pages, after the rush: {said}. PostgreSQL with fsync on, its settings as they come."
    )


def _two_at_once(full: Site, small: Site) -> None:
    print(f"\n{'2 at once':<34}{'median':>10}{'p95':>10}{'processor':>12}{'asked':>12}")
    found = {(kind, name): Measured() for kind in KINDS for name in SCALES}
    for turn in range(-1, ROUNDS):
        for kind in KINDS:
            for name, site in zip(SCALES, (full, small), strict=True):
                if turn < 0:
                    ask(site, pages(site, kind), WARM, 2)
                else:
                    found[kind, name].add(site, pages(site, kind), 2)
    for (kind, name), made in found.items():
        asked = f"≤ {ASKED_P95} ms" if name == next(iter(SCALES)) else ""
        times = (f"{each:.0f} ms" for each in (made.within(0.5), made.within(0.95), made.work))
        print(f"{kind + ', ' + name:<34}{next(times):>10}{next(times):>10}{next(times):>12}{asked:>12}".rstrip())


def _twenty_at_once(full: Site, small: Site) -> None:
    print(f"\n{'20 at once, all three pages':<34}{'pages/s':>10}{'p95':>10}{'processor':>12}{'asked':>12}")
    found = {name: Measured() for name in SCALES}
    for _ in range(ROUNDS):
        for name, site in zip(SCALES, (full, small), strict=True):
            found[name].add(site, pages(site, *KINDS), 20)
    for name, made in found.items():
        print(f"{name:<34}{median(made.rates):>10.1f}{made.within(0.95):>7.0f} ms{made.work:>9.0f} ms")
    one, other = found.values()
    ratios = [a / b for a, b in zip(one.rates, other.rates, strict=True)]
    print(f"{'the first of the second, by round':<34}{median(ratios):>10.2f}{'':>22}{f'≥ {ASKED_RATIO}':>12}")
    print(f"{'  lowest and highest round':<34}{min(ratios):>10.2f}{max(ratios):>10.2f}")


if __name__ == "__main__":
    main()
