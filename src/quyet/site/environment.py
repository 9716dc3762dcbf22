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
    Setting("QUYET_SECRET_KEY", "", "Key that signs forms. Empty: made once, kept in the data folder, mode 0600"),
    Setting("QUYET_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]", "Host names the site answers to, joined by commas"),
    Setting("QUYET_HTTPS", "0", "1 behind a proxy that speaks HTTPS and sets X-Forwarded-Proto: secure cookies, HSTS"),
    Setting("QUYET_DEBUG", "0", "1 shows technical error pages. Never on a host that others reach"),
    Setting("QUYET_LANG", "vi", "Language until a person switches: vi or en"),
    Setting("QUYET_KEEP_HOURS", "24", "Hours that an uploaded file and its reading stay"),
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


def secret_key(folder: Path) -> str:
    """The key from the environment, else the one in the data folder, made by whoever comes first."""
    if given := value("QUYET_SECRET_KEY"):
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
