"""The environment: one table, strict values, a key that is made once."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from psycopg import IsolationLevel

from quyet.site.database import database
from quyet.site.environment import SETTINGS, BadSetting, choice, flag, names, positive, secret_key, value
from quyet.site.mail import Mail, mail

ROOT = Path(__file__).parents[2]
FOLDER = Path("/srv/quyet")


def test_the_page_on_settings_has_the_rows_of_the_code():
    table = (ROOT / "docs/settings.md").read_text(encoding="utf-8").split("\n\n")[2]
    rows = re.findall(r"^\| `(\w+)` \| (?:`(.*?)` )?\| (.*) \|$", table, re.MULTILINE)
    assert rows == [(setting.name, setting.default, setting.help) for setting in SETTINGS]


def test_a_blank_variable_counts_as_not_set(monkeypatch):
    monkeypatch.setenv("QUYET_KEEP_HOURS", " ")
    assert value("QUYET_KEEP_HOURS") == "24"
    assert positive("QUYET_KEEP_HOURS") == 24


@pytest.mark.parametrize("hours", ["0", "-1", "một ngày", "1.5"])
def test_hours_are_a_whole_number_from_one(monkeypatch, hours: str):
    monkeypatch.setenv("QUYET_KEEP_HOURS", hours)
    with pytest.raises(BadSetting, match="QUYET_KEEP_HOURS"):
        positive("QUYET_KEEP_HOURS")


def test_a_flag_is_0_or_1(monkeypatch):
    monkeypatch.setenv("QUYET_DEBUG", "1")
    assert flag("QUYET_DEBUG")
    monkeypatch.setenv("QUYET_DEBUG", "yes")
    with pytest.raises(BadSetting, match=re.escape("QUYET_DEBUG='yes': 0 | 1")):
        flag("QUYET_DEBUG")


def test_an_unknown_language_is_refused(monkeypatch):
    monkeypatch.setenv("QUYET_LANG", "fr")
    with pytest.raises(BadSetting, match=re.escape("vi | en")):
        choice("QUYET_LANG", ("vi", "en"))


def test_hosts_are_joined_by_commas(monkeypatch):
    monkeypatch.setenv("QUYET_ALLOWED_HOSTS", "quyet.example.gov.vn, 10.0.0.5")
    assert names("QUYET_ALLOWED_HOSTS") == ["quyet.example.gov.vn", "10.0.0.5"]


# --- the key ---------------------------------------------------------------------------------------------------------


def test_the_key_is_made_once_and_only_the_server_may_read_it(tmp_path: Path):
    first = secret_key(tmp_path)
    assert len(first) == 64
    assert secret_key(tmp_path) == first
    assert [file.name for file in tmp_path.iterdir()] == ["secret-key"]
    if os.name == "posix":
        assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600


def test_of_two_processes_the_first_key_stays(tmp_path: Path, monkeypatch):
    """The second one has looked before the first has written."""
    (tmp_path / "secret-key").write_text("the first key", encoding="ascii")
    monkeypatch.setattr(Path, "exists", lambda self: False)
    assert secret_key(tmp_path) == "the first key"


def test_a_key_that_is_set_is_taken_and_nothing_is_written(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("QUYET_SECRET_KEY", "from the host")
    assert secret_key(tmp_path) == "from the host"
    assert list(tmp_path.iterdir()) == []


# --- production ------------------------------------------------------------------------------------------------------

KEY = "Hoa-sen-moc-giua-dong-bun-ma-khong-hoi-tanh-mui-bun-0123456789"
PRODUCTION = {"QUYET_HTTPS": "1", "QUYET_SECRET_KEY": KEY, "QUYET_ALLOWED_HOSTS": "quyet.example.gov.vn"}


def python(code: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Python in production, with what differs."""
    given = {
        name: value for name, value in os.environ.items() if not name.startswith(("QUYET_", "DATABASE", "DJANGO_"))
    }
    given |= {"DJANGO_SETTINGS_MODULE": "quyet.site.settings", "QUYET_DATA_DIR": str(folder)} | PRODUCTION | environment
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=given, check=False)


SERVE = "import sys; from quyet.cli import main; sys.exit(main(['serve', '--port', '0']))"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"QUYET_SECRET_KEY": ""}, "QUYET_SECRET_KEY='': QUYET_HTTPS=1: 50+ random letters"),
        ({"QUYET_SECRET_KEY": "ngan"}, "QUYET_SECRET_KEY='…': QUYET_HTTPS=1: 50+ random letters"),
        ({"QUYET_SECRET_KEY": "x" * 60}, "QUYET_SECRET_KEY='…': QUYET_HTTPS=1: 50+ random letters"),
        ({"QUYET_ALLOWED_HOSTS": ""}, "QUYET_ALLOWED_HOSTS='': QUYET_HTTPS=1: quyet.example.gov.vn, …"),
        ({"QUYET_ALLOWED_HOSTS": "*"}, "QUYET_ALLOWED_HOSTS='*': QUYET_HTTPS=1: quyet.example.gov.vn, …"),
        ({"QUYET_DEBUG": "1"}, "QUYET_DEBUG='1': QUYET_HTTPS=1: 0"),
    ],
)
def test_production_does_not_start_without_its_secrets(tmp_path: Path, wrong: dict[str, str], told: str):
    done = python(SERVE, tmp_path, **wrong)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"quyet serve: thiết lập chưa đúng: {told}\n"
    assert not list(tmp_path.iterdir())  # and no key was made up


def test_django_s_own_check_finds_nothing_in_production(tmp_path: Path):
    code = "import sys, runpy; sys.argv = ['', 'check', '--deploy']; runpy.run_module('django', run_name='__main__')"
    done = python(code, tmp_path)
    assert (done.stdout, done.stderr, done.returncode) == ("System check identified no issues (2 silenced).\n", "", 0)


def test_in_production_cookies_travel_by_https_alone(tmp_path: Path):
    asked = (
        "SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE LANGUAGE_COOKIE_SECURE SECURE_SSL_REDIRECT SESSION_COOKIE_HTTPONLY"
    )
    code = f"from django.conf import settings as s; print([getattr(s, n) for n in {asked.split()!r}], s.DEBUG)"
    assert python(code, tmp_path).stdout == "[True, True, True, True, True] False\n"


# --- the database ----------------------------------------------------------------------------------------------------

SQLITE = "django.db.backends.sqlite3"


def sqlite(file: str) -> dict:
    """WAL, so that readers do not wait; FULL, so that what is said to be saved is; a transaction that may write takes
    its right to when it begins."""
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;"
    options = {"transaction_mode": "IMMEDIATE", "timeout": 10, "init_command": pragmas}
    return {"ENGINE": SQLITE, "NAME": file, "OPTIONS": options}


def test_without_an_address_the_database_is_a_file_in_the_data_folder():
    assert database("", FOLDER) == sqlite(str(FOLDER / "quyet.sqlite3"))


@pytest.mark.parametrize(
    ("url", "file"),
    [("sqlite:///var/q.sqlite3", "var/q.sqlite3"), ("sqlite:////srv/q.sqlite3", "/srv/q.sqlite3")],
)
def test_an_sqlite_file(url: str, file: str):
    assert database(url, FOLDER) == sqlite(str(Path(file)))


def test_a_postgresql_database():
    limits = "-c statement_timeout=60s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s"
    made = database("postgres://kế:p%40ss%2F@db.example:6543/quyet?sslmode=verify-full", FOLDER)
    options = made.pop("OPTIONS")
    assert made == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "quyet",
        "USER": "kế",
        "PASSWORD": "p@ss/",
        "HOST": "db.example",
        "PORT": 6543,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
    assert IsolationLevel(options.pop("isolation_level")) is IsolationLevel.READ_COMMITTED
    assert options == {
        "application_name": "quyet",
        "connect_timeout": 5,
        "options": limits,
        "prepare_threshold": 2,
        "sslmode": "verify-full",
    }


@pytest.mark.parametrize(
    "url",
    [
        *("mysql://a:secret@b/c", "postgres:///quyet", "postgres://a:secret@host/", "sqlite://", "quyet.sqlite3"),
        *("postgres://a:secret@host:99999/quyet", "postgres://a:secret@host:x/quyet"),
        "postgres://a:secret@host/quyet?options=-c%20fsync=off",
    ],
)
def test_another_address_is_refused_without_saying_its_password(url: str):
    with pytest.raises(BadSetting, match="sqlite:///folder") as refused:
        database(url, FOLDER)
    assert "secret" not in str(refused.value)


# --- mail ------------------------------------------------------------------------------------------------------------


def test_mail_is_kept_as_files_until_a_server_is_named():
    assert mail("", FOLDER) == Mail("django.core.mail.backends.filebased.EmailBackend", FOLDER / "mail")


MAIL_SERVERS = {
    "smtp://quyet:m%40t@thu.example.vn": ("thu.example.vn", 587, "quyet", "m@t", True, False),
    "smtps://thu.example.vn:4650/": ("thu.example.vn", 4650, "", "", False, True),
    "smtp://127.0.0.1:25?starttls=0": ("127.0.0.1", 25, "", "", False, False),
}


@pytest.mark.parametrize("url", MAIL_SERVERS)
def test_the_address_of_a_mail_server(url: str):
    made = mail(url, FOLDER)
    assert made.backend == "django.core.mail.backends.smtp.EmailBackend"
    assert (made.host, made.port, made.user, made.password, made.use_tls, made.use_ssl) == MAIL_SERVERS[url]


@pytest.mark.parametrize(
    "url",
    ["http://a", "smtp://", "smtp://a:x", "smtp://u:secret@a?tls=1", "smtps://a?starttls=0", "smtp://a/b", "a:25"],
)
def test_a_mail_server_that_cannot_be_used_is_refused_and_no_password_repeated(url: str):
    with pytest.raises(BadSetting, match="QUYET_SMTP_URL") as refused:
        mail(url, FOLDER)
    assert "smtps://user:password@host:465" in str(refused.value) and "secret" not in str(refused.value)
