"""A PostgreSQL of the tests' own that can be killed and started again where it lay: fsync is on, as in an office."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from tools import postgres_server


class Cluster:
    """Made in a folder, which must be one that others may enter; `start`, `kill` and `end` only what it started."""

    def __init__(self, folder: Path) -> None:
        found = subprocess.run([postgres_server.PROGRAMS], capture_output=True, text=True, check=False).stdout.strip()
        if not found:
            raise postgres_server.NoPostgres("none on this machine")
        self._programs, self._data, self._port = Path(found), folder / "data", postgres_server._free_port()
        self._server: subprocess.Popen[bytes] | None = None
        if os.getuid() == 0:
            shutil.chown(folder, postgres_server._unprivileged())
        postgres_server._run(self._programs / "initdb", "-D", self._data, "-U", "quyet", "--auth=trust",
                             "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        self.url = f"postgres://quyet@127.0.0.1:{self._port}/postgres"

    def start(self) -> None:
        """Until it answers; recovers what a kill left."""
        command = [*postgres_server._as_nobody(), self._programs / "postgres", "-D", self._data, "-p", str(self._port)]
        command += [f"-c{name}={value}" for name, value in {**postgres_server.OWN, "max_wal_size": "64MB"}.items()]
        for _ in range(50):  # the memory of one that was killed is given back by its last process
            self._server = subprocess.Popen(
                command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            if postgres_server._answers(self._server, self._programs / "pg_isready", self._port):
                return
            time.sleep(0.1)
        raise postgres_server.NoPostgres("it does not start again")

    def is_alive(self) -> bool:
        """Whether it still runs: without room for its log it gives up by itself."""
        return self._server is not None and self._server.poll() is None

    def kill(self) -> None:
        """kill -9, the server and every process of it at once."""
        if self._server is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._server.pid, signal.SIGKILL)
            self._server.wait()
            self._server = None
