"""A PostgreSQL of the tests' own: made in a temporary folder, on a free port of the loopback, gone when they end.

It trusts whoever reaches it, which is only this machine, and holds nothing but what tests write. fsync is off: a test
that loses its power loses nothing, and the tables are made in a third of the time. PostgreSQL refuses to run as root,
so root starts it as another user; `setpriv --pdeathsig` ends it also where the tests are killed.
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
from pathlib import Path

import pytest

PROGRAMS = Path(__file__).parents[1] / "tools" / "postgres"
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "log_min_messages": "fatal",
}


def start() -> str:
    """The address of a new, empty PostgreSQL. pytest ends here where the machine has none."""
    found = subprocess.run([PROGRAMS], capture_output=True, text=True, check=False).stdout.strip()
    if not found:
        pytest.exit("no PostgreSQL 15 or newer on this machine: apt-get install postgresql", returncode=2)
    folder = Path(tempfile.mkdtemp(prefix="quyet-postgres-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    if os.getuid() == 0:
        shutil.chown(folder, _unprivileged())
    data = folder / "data"
    _run(Path(found) / "initdb", "-D", data, "-U", "quyet", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8",
         "--no-sync")  # fmt: skip
    return f"postgres://quyet@127.0.0.1:{_serve(Path(found) / 'postgres', data)}/quyet"


def _serve(postgres: Path, data: Path) -> int:
    """The port that it answers on; another is tried where somebody took the first between finding and using it."""
    for _ in range(5):
        port = _free_port()
        settings = [f"-c{name}={value}" for name, value in SETTINGS.items()]
        with (data.parent / "log").open("wb") as log:
            server = subprocess.Popen(
                [*_as_nobody(), postgres, "-D", data, "-p", str(port), *settings], stdout=log, stderr=log
            )
        if _answers(server, port):
            atexit.register(_stop, server)
            return port
    pytest.exit(f"PostgreSQL does not start: {(data.parent / 'log').read_text()}", returncode=2)


def _answers(server: subprocess.Popen[bytes], port: int) -> bool:
    for _ in range(600):
        if server.poll() is not None:
            return False
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return True
        except OSError:
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
        pytest.exit(f"PostgreSQL cannot be set up: {made.stderr.strip()}", returncode=2)


def _as_nobody() -> list[str]:
    """Before a command: ended with the tests, and not as root."""
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
