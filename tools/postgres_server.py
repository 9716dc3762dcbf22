"""A PostgreSQL of one's own, for tests and measures: made in a temporary folder, on a free port of the loopback, gone
when the program ends.

It trusts whoever reaches it, which is only this machine. PostgreSQL refuses to run as root, so root starts it as
another user; `setpriv --pdeathsig` ends it also where the program is killed.
"""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

PROGRAMS = Path(__file__).parent / "postgres"
OWN = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "log_min_messages": "fatal"}


class NoPostgres(RuntimeError):
    """The machine has none, or it does not start; the message says so."""


def start(settings: Mapping[str, str]) -> str:
    """The address of a database in a new, empty PostgreSQL with those settings beside its defaults. NoPostgres."""
    found = subprocess.run([PROGRAMS], capture_output=True, text=True, check=False).stdout.strip()
    if not found:
        raise NoPostgres("no PostgreSQL 15 or newer on this machine: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="quyet-postgres-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    if os.getuid() == 0:
        shutil.chown(folder, _unprivileged())
    data = folder / "data"
    _run(Path(found) / "initdb", "-D", data, "-U", "quyet", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8",
         "--no-sync")  # fmt: skip
    return f"postgres://quyet@127.0.0.1:{_serve(Path(found) / 'postgres', data, {**OWN, **settings})}/quyet"


def _serve(postgres: Path, data: Path, settings: Mapping[str, str]) -> int:
    """The port that it answers on; another is tried where somebody took the first between finding and using it."""
    for _ in range(5):
        port = _free_port()
        given = [f"-c{name}={value}" for name, value in settings.items()]
        with (data.parent / "log").open("wb") as log:
            server = subprocess.Popen(
                [*_as_nobody(), postgres, "-D", data, "-p", str(port), *given], stdout=log, stderr=log
            )
        if _answers(server, postgres.with_name("pg_isready"), port):
            atexit.register(_stop, server)
            return port
    raise NoPostgres(f"PostgreSQL does not start: {(data.parent / 'log').read_text()}")


def _answers(server: subprocess.Popen[bytes], is_ready: Path, port: int) -> bool:
    for _ in range(600):
        if server.poll() is not None:
            return False
        if subprocess.run([is_ready, "-q", "-h", "127.0.0.1", "-p", str(port)], check=False).returncode == 0:
            return True
        time.sleep(0.05)
    _stop(server)
    return False


def _stop(server: subprocess.Popen[bytes]) -> None:
    """At once: what it held goes with its folder."""
    server.terminate()
    try:
        server.wait(timeout=5)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _run(*command: object) -> None:
    made = subprocess.run([*_as_nobody(), *map(str, command)], capture_output=True, text=True, check=False)
    if made.returncode:
        raise NoPostgres(f"PostgreSQL cannot be set up: {made.stderr.strip()}")


def _as_nobody() -> list[str]:
    """Before a command: ended with its program, and not as root."""
    bound = ["setpriv", "--pdeathsig", "INT"]
    if os.getuid() != 0:
        return [*bound, "--"]
    group = str(pwd.getpwnam(_unprivileged()).pw_gid)
    return [*bound, "--reuid", _unprivileged(), "--regid", group, "--clear-groups", "--"]


def _unprivileged() -> str:
    """Debian's package makes a user for it; any that is not root will do."""
    return "postgres" if any(user.pw_name == "postgres" for user in pwd.getpwall()) else "nobody"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
