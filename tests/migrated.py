"""A data folder whose tables are there already. Making them takes seconds, and `tests/store/test_migrations.py` looks at
that; what only needs an office to work in takes a copy of one that was made once."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

BASE = "quyet.sqlite3"


def migrated(folder: Path) -> Path:
    """The folder, made where it is not there, with an empty database of today's tables."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_made_once() / BASE, folder / BASE)
    (folder / BASE).chmod(0o600)
    return folder


@cache
def _made_once() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="quyet-migrated-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    given = {
        name: value for name, value in os.environ.items() if not name.startswith(("QUYET_", "DJANGO_", "DATABASE"))
    }
    given |= {"DJANGO_SETTINGS_MODULE": "quyet.site.settings", "QUYET_DATA_DIR": str(folder)}
    script = "from quyet.site.migrate import migrate; migrate()"
    subprocess.run([sys.executable, "-c", script], env=given, check=True)
    assert not (folder / f"{BASE}-wal").exists(), "all of it is in the one file"
    return folder
