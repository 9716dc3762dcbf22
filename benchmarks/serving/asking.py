"""Asks a site for pages, some at a time, over connections that stay open, and says how long each took."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from urllib.parse import quote

from benchmarks.serving.site import Site

Page = tuple[str, str]
"""The session of who asks, and the address."""


class NotAnswered(RuntimeError):
    """A page that did not come."""


def pages(site: Site, *kinds: str) -> list[Page]:
    """The pages of these kinds, so that neighbours are of different people and kinds."""
    rows = []
    for kind in kinds:
        of_kind = [[(visit["session"], page) for page in visit["pages"][kind]] for visit in site.visits]
        longest = max(map(len, of_kind))
        rows.append([each[turn % len(each)] for turn in range(longest) for each in of_kind])
    longest = max(map(len, rows))
    return [row[turn % len(row)] for turn in range(longest) for row in rows]


def ask(site: Site, asked: Sequence[Page], count: int, at_once: int) -> tuple[list[float], float]:
    """So many pages, each asked for once the asker before has its own: the seconds of each, from the request to the
    last byte, and of all together."""
    work: Iterator[Page] = islice(cycle(asked), count)
    lock, times, failed = threading.Lock(), [], []

    def asker() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
        try:
            while not failed:
                with lock:
                    page = next(work, None)
                if page is None:
                    return
                times.append(_one(connection, *page))
        except Exception as error:  # told below, by the thread that waits
            failed.append(error)
        finally:
            connection.close()

    askers = [threading.Thread(target=asker) for _ in range(at_once)]
    begun = time.perf_counter()
    for each in askers:
        each.start()
    for each in askers:
        each.join()
    if failed:
        raise NotAnswered(str(failed[0])) from failed[0]
    return times, time.perf_counter() - begun


def _one(connection: http.client.HTTPConnection, session: str, address: str) -> float:
    begun = time.perf_counter()
    connection.request("GET", quote(address, safe="/?=+"), headers={"Cookie": f"sessionid={session}"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise NotAnswered(f"{address}: {answer.status} {body[:200]!r}")
    return time.perf_counter() - begun
