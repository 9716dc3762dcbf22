"""Seals what journals and the ledger hold unsealed, each second."""

from __future__ import annotations

import logging
import os
from threading import Event, Lock, Thread

from django.db import DatabaseError, close_old_connections, connection

from quyet.actions.journal import seal_waiting
from quyet.actions.ledger_seals import seal_entries

EVERY = 1.0
"""Seconds between two looks."""

_THOROUGH = 300
"""Of how many looks one is at every row and not at the newest: a row may come late of an act that took long."""

_LOG = logging.getLogger(__name__)


class Sealer(Thread):
    """Runs beside the pages until `stop`. A database that does not answer is told once, and asked again."""

    def __init__(self) -> None:
        super().__init__(name="sealer", daemon=True)
        self._over = Event()
        self._told = False

    def run(self) -> None:
        """The first look is a thorough one."""
        looks = 0
        try:
            while not self._over.is_set():
                looks += self._look(looks % _THOROUGH == 0)
                self._over.wait(EVERY)
        finally:
            connection.close()

    def stop(self) -> None:
        """Let it finish what it seals; gives up waiting after a few seconds."""
        self._over.set()
        self.join(timeout=5)

    def _look(self, thorough: bool) -> bool:
        try:
            close_old_connections()
            seal_waiting(thorough)
            seal_entries(thorough)
        except DatabaseError as error:
            if not self._told:
                _LOG.error("journal and ledger are not sealed: %s", " ".join(str(error).split()))
            connection.close()
            self._told = True
            return False
        self._told = False
        return True


_OF_PROCESS: dict[int, Sealer] = {}
_ONE = Lock()


def running() -> Sealer:
    """The sealer of this process, started by whoever asks first: `quyet serve` at its start, `site.wsgi` with the first
    request, because a thread that was started before a server forks stays behind in its parent."""
    with _ONE:
        if os.getpid() not in _OF_PROCESS:
            _OF_PROCESS.clear()
            _OF_PROCESS[os.getpid()] = Sealer()
            _OF_PROCESS[os.getpid()].start()
        return _OF_PROCESS[os.getpid()]
