"""The settings that a host may set, each once: name, default, and what it does. No Django here.

`docs/settings.md` shows the same rows; a test compares them.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Setting:
    """One variable of the environment."""

    name: str
    default: str
    help: str


SETTINGS = (
    Setting("DATABASE_URL", "", "Database of allotments and programmes. Empty: SQLite in the data folder"),
    Setting("QUYET_DATA_DIR", "./var", "Folder for uploads, the secret key and the SQLite file"),
    Setting(
        "QUYET_SECRET_KEY",
        "",
        "Key that signs forms and sessions. Empty: made once, kept in the data folder, mode 0600. "
        "With QUYET_HTTPS=1 it must be set, 50 letters or more",
    ),
    Setting(
        "QUYET_ALLOWED_HOSTS",
        "localhost,127.0.0.1,[::1]",
        "Host names the site answers to, joined by commas. With QUYET_HTTPS=1 they must be set",
    ),
    Setting(
        "QUYET_HTTPS",
        "0",
        "1 in production: behind a proxy that speaks HTTPS and sets X-Forwarded-Proto and X-Forwarded-For. "
        "Secure cookies, HSTS",
    ),
    Setting(
        "QUYET_DEBUG",
        "0",
        "1 shows technical error pages. Never on a host that others reach; refused with QUYET_HTTPS=1",
    ),
    Setting("QUYET_LANG", "vi", "Language until a person switches: vi or en"),
    Setting("QUYET_KEEP_HOURS", "24", "Hours that an uploaded file and its reading stay"),
    Setting("QUYET_SMTP_URL", "", "Mail server of notices. Empty: mail is kept as files below the data folder"),
    Setting("QUYET_MAIL_FROM", "quyet@localhost", "Address that notices come from"),
)
DEFAULTS = {setting.name: setting.default for setting in SETTINGS}


class BadSetting(ValueError):
    """A variable of the environment that cannot be used, and what would be right."""

    def __init__(self, name: str, value: str, wanted: str) -> None:
        super().__init__(f"{name}={value!r}: {wanted}")


def value(name: str) -> str:
    """The variable as set, or its default. Set but blank counts as not set."""
    return os.environ.get(name, "").strip() or DEFAULTS[name]


def flag(name: str) -> bool:
    """0 or 1."""
    return choice(name, ("0", "1")) == "1"


def names(name: str) -> list[str]:
    """A list joined by commas."""
    return [part.strip() for part in value(name).split(",") if part.strip()]


def choice(name: str, allowed: tuple[str, ...]) -> str:
    """One of some words; anything else is refused."""
    if value(name) not in allowed:
        raise BadSetting(name, value(name), " | ".join(allowed))
    return value(name)


def positive(name: str) -> int:
    """A whole number from 1."""
    try:
        number = int(value(name))
    except ValueError:
        number = 0
    if number < 1:
        raise BadSetting(name, value(name), "1, 2, 3 …")
    return number


def data_folder() -> Path:
    """The data folder, made where it is missing."""
    folder = Path(value("QUYET_DATA_DIR")).expanduser().resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def is_production() -> bool:
    """Whether people reach the site from elsewhere: behind HTTPS it is. Then nothing secret is made up, and nothing is
    left open that eases work at one desk."""
    return flag("QUYET_HTTPS")


def hosts() -> list[str]:
    """The names that the site answers to. BadSetting in production where they are not named one by one."""
    given = os.environ.get("QUYET_ALLOWED_HOSTS", "").strip()
    if is_production() and (not given or "*" in given):
        raise BadSetting("QUYET_ALLOWED_HOSTS", given, "QUYET_HTTPS=1: quyet.example.gov.vn, …")
    return names("QUYET_ALLOWED_HOSTS")


def debug() -> bool:
    """Whether technical error pages are shown. BadSetting in production: they would show settings to anybody."""
    if flag("QUYET_DEBUG") and is_production():
        raise BadSetting("QUYET_DEBUG", "1", "QUYET_HTTPS=1: 0")
    return flag("QUYET_DEBUG")


LEAST_KEY = 50
"""Signs of a key that is set; `python -c "import secrets; print(secrets.token_urlsafe(48))"` makes 64."""


def secret_key(folder: Path) -> str:
    """The key from the environment, else the one in the data folder, made by whoever comes first. BadSetting in
    production where none is set, or one that is easily guessed; the key itself is never said."""
    given = value("QUYET_SECRET_KEY")
    if is_production() and (len(given) < LEAST_KEY or len(set(given)) < 5):
        raise BadSetting("QUYET_SECRET_KEY", "…" if given else "", f"QUYET_HTTPS=1: {LEAST_KEY}+ random letters")
    if given:
        return given
    file = folder / "secret-key"
    if not file.exists():
        _write_once(file, secrets.token_urlsafe(48))
    return file.read_text(encoding="ascii")


def _write_once(file: Path, text: str) -> None:
    """Write whole or not at all, and never over what another process has just written."""
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as opened:
        opened.write(text)
    try:
        os.link(draft, file)
    except FileExistsError:  # another process was first
        pass
    except OSError:  # the folder's file system has no links
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
