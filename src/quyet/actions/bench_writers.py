"""Writers that are processes of their own and begin together: how many acts they do in some seconds."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from time import perf_counter
from typing import Any

from django.db import connection

Act = Callable[[], bool]
"""One act; False where it was refused."""

Makes = Callable[[int], Act]
"""The act of writer 0, 1, …, made in its own process."""


def together(writers: int, seconds: float, makes: Makes) -> tuple[int, float]:
    """Acts that were done by all writers, and the seconds of the slowest. Nobody counts until everybody has begun."""
    connection.close()
    context = get_context("fork")
    begin, told = context.Barrier(writers), context.SimpleQueue()
    processes = [context.Process(target=_write, args=(each, seconds, makes, begin, told)) for each in range(writers)]
    for process in processes:
        process.start()
    counted = [told.get() for _ in processes]
    for process in processes:
        process.join()
    if failed := [each for each in counted if isinstance(each, str)]:
        raise RuntimeError(failed[0])
    return sum(done for done, _ in counted), max(took for _, took in counted)


def _write(place: int, seconds: float, makes: Makes, begin: Barrier, told: Any) -> None:
    try:
        act = makes(place)
        for _ in range(10):  # connections, plans: what a server has behind it
            act()
        begin.wait(timeout=60)
        done, since = 0, perf_counter()
        while (took := perf_counter() - since) < seconds:
            done += act()
        told.put((done, took))
    except Exception as error:  # the parent tells it
        told.put(f"{type(error).__name__}: {error}")
    finally:
        connection.close()
