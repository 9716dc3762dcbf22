"""A site as `quyet serve` runs it, with a made-up country in a database of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

QUYET = Path(sys.executable).with_name("quyet")
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Site:
    """Where it answers, who is signed in, and the process that serves."""

    port: int
    visits: list[dict[str, Any]]
    process: int

    def worked(self) -> float:
        """The seconds that processors have worked for it; other programs lengthen these but little."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS


def poured(server: str, name: str, scale: str, folder: Path) -> dict[str, str]:
    """The environment of a site whose database holds a country of that scale."""
    root = server.rpartition("/")[0]
    with psycopg.connect(f"{root}/postgres", autocommit=True) as asked:
        asked.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    environment = os.environ | {
        "DATABASE_URL": f"{root}/{name}",
        "QUYET_DATA_DIR": str(folder / name),
        "DJANGO_SETTINGS_MODULE": "quyet.site.settings",
    }
    subprocess.run([QUYET, "bench", "country", "--scale", scale, "--seed", "1"], env=environment, check=True)
    with psycopg.connect(f"{root}/{name}", autocommit=True) as asked:
        asked.execute("VACUUM ANALYZE")
    return environment


@contextmanager
def served(environment: dict[str, str], *options: str) -> Iterator[Site]:
    """`quyet serve` on a free port, until the end of the block."""
    listed = subprocess.run(
        [sys.executable, "-m", "benchmarks.serving.visits"], env=environment, capture_output=True, text=True, check=True
    )
    process = subprocess.Popen(
        [QUYET, "serve", "--port", "0", *options], env=environment, stdout=subprocess.PIPE, stderr=sys.stderr, text=True
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().partition("http://127.0.0.1:")[2]
        yield Site(int(address.partition("/")[0]), json.loads(listed.stdout), process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)
