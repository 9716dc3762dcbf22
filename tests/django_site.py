"""The site under test: set up once, here and nowhere else, so that tests of the core and of files never load Django.

Django's test database is a file beside the uploads and not one in memory: the site that a browser test opens runs in
threads of waitress, each with a connection of its own, and all of them must see the same rows. A test that needs rows
says `pytest.mark.django_db`; one that also opens the site `pytest.mark.django_db(transaction=True)`, because what an
open transaction holds no other connection sees. The rows are deleted after each. The browser's own loop runs in the
thread of the tests, which Django takes for asynchronous code; DJANGO_ALLOW_ASYNC_UNSAFE tells it that it is none.

QUYET_TEST_DATABASE=postgres runs the same tests on a PostgreSQL of their own (`tests/postgres.py`).
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from tests import postgres

DATA = Path(tempfile.mkdtemp(prefix="quyet-web-tests-"))
atexit.register(shutil.rmtree, DATA, ignore_errors=True)  # after the database in it is gone
os.environ |= {"DJANGO_SETTINGS_MODULE": "quyet.site.settings", "QUYET_DATA_DIR": str(DATA)}
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
for name in (
    "QUYET_LANG",
    "QUYET_DEBUG",
    "QUYET_HTTPS",
    "QUYET_KEEP_HOURS",
    "QUYET_ALLOWED_HOSTS",
    "DATABASE_URL",
    "QUYET_SMTP_URL",
):
    os.environ.pop(name, None)
if os.environ.get("QUYET_TEST_DATABASE") == "postgres":
    os.environ["DATABASE_URL"] = postgres.start()

import django  # noqa: E402  (the environment comes first)

django.setup()
# A worker of xdist is a child of this process: were it to find the name, it would set up Django before it comes here,
# with the folder and the database of this one.
del os.environ["DJANGO_SETTINGS_MODULE"]

from django.db import connection, connections  # noqa: E402

from tests import emptied  # noqa: E402, F401  (for what it does)

if connection.vendor == "sqlite":
    connections["default"].settings_dict["TEST"]["NAME"] = str(DATA / "test.sqlite3")
