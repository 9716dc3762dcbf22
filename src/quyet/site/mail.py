"""`QUYET_SMTP_URL` as Django wants it; a wrong address is said at once. Without one, mail is kept as files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from quyet.site.environment import BadSetting

WANTED = "smtp://user:password@host:587 | smtps://user:password@host:465 | smtp://host:25?starttls=0"
_PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class Mail:
    """How mail goes out: Django's settings of the same names in small letters."""

    backend: str
    file_path: Path | None = None
    host: str = "localhost"
    port: int = 25
    user: str = ""
    password: str = ""
    use_tls: bool = False
    use_ssl: bool = False


def mail(url: str, folder: Path) -> Mail:
    """Mail to a server, by STARTTLS unless the address says otherwise; without an address, files below the folder."""
    if not url:
        return Mail("django.core.mail.backends.filebased.EmailBackend", folder / "mail")
    parts = urlsplit(url)
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    try:
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:  # no number, or none of a port
        port = 0
    is_known = not asked or (parts.scheme == "smtp" and asked in ({"starttls": "0"}, {"starttls": "1"}))
    if not (port and parts.scheme in _PORTS and parts.hostname and is_known and parts.path in ("", "/")):
        # Of the address only its kind is repeated: it may hold a password.
        raise BadSetting("QUYET_SMTP_URL", parts.scheme + "://…", WANTED)
    return Mail(
        "django.core.mail.backends.smtp.EmailBackend",
        None,
        parts.hostname,
        port,
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        use_tls=parts.scheme == "smtp" and asked.get("starttls") != "0",
        use_ssl=parts.scheme == "smtps",
    )
