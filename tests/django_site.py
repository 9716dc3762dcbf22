"""The site under test: set up once, here and nowhere else, so that tests of the core and of files never load Django."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

DATA = Path(tempfile.mkdtemp(prefix="quyet-web-tests-"))
os.environ |= {"DJANGO_SETTINGS_MODULE": "quyet.site.settings", "QUYET_DATA_DIR": str(DATA)}
for name in ("QUYET_LANG", "QUYET_DEBUG", "QUYET_HTTPS", "QUYET_KEEP_HOURS", "QUYET_ALLOWED_HOSTS", "DATABASE_URL"):
    os.environ.pop(name, None)

import django  # noqa: E402  (the environment comes first)

django.setup()
