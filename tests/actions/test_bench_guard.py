"""`quyet bench guard`: what it counts is right, it leaves nothing behind, and measures nowhere among people's rows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from quyet.store.models import Body

QUYET = Path(sys.executable).with_name("quyet")


def beside(tmp_path: Path) -> str:
    """An empty database on the server, or the disk, of the tests."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{tmp_path}/trống.sqlite3"
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path="/postgres"))


def guard(url: str, *more: str) -> subprocess.CompletedProcess[str]:
    command = [str(QUYET), "bench", "guard", "--database", url, "--seconds", "1", "--format", "json", *more]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_writers_at_one_line_reach_its_ceiling_and_no_further(tmp_path: Path) -> None:
    """A line of 1,000 đồng, asked for 7 at a time: 142 times, and 6 are left."""
    ran = guard(beside(tmp_path), "--writers", "2", "--entries", "300")
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert (found["accepted"], found["left"], found["overspent"], found["holds"]) == (142, 6, 0, True)
    assert found["rate"] > 0 and found["bare_rate"] > 0 and found["refused"] >= 2
    assert found["entries"] > 300 + 142
    assert not list(tmp_path.glob("*bench*"))
    if connection.vendor == "postgresql":
        import psycopg

        with psycopg.connect(beside(tmp_path)) as base:
            assert not base.execute("SELECT 1 FROM pg_namespace WHERE nspname LIKE 'quyet_bench%'").fetchall()


@pytest.mark.django_db(transaction=True)
def test_a_database_that_holds_bodies_is_left_alone(tmp_path: Path) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite is measured in a file of its own")
    Body.objects.create(name="Sở Công Thương tỉnh Hà Bình")
    url = urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}"))
    ran = guard(url)
    assert ran.returncode == 2 and "đang có cơ quan" in ran.stderr
