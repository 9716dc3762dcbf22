"""`quyet doctor`: what this machine has, what it lacks, and how to get it."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path

from quyet.cli.language import say
from quyet.cli.streams import one_line
from quyet.files.writers.pdf.fonts import find_font


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is looked at. Without a `needed` part the command does not work; the others add something."""

    name: str
    present: bool
    needed: bool
    told: str
    remedy: str


def run(asked: Namespace) -> int:
    """Look at everything; 1 where something needed is missing."""
    parts = [examine() for examine in EXAMINED]
    if asked.format == "json":
        print(json.dumps([asdict(part) for part in parts], ensure_ascii=False, indent=2))
    else:
        print("\n".join(line for part in parts for line in lines(part)))
    return int(any(part.needed and not part.present for part in parts))


def lines(part: Part) -> Iterator[str]:
    """A tick, a cross where it is needed, a dash where it is not; and what to do."""
    sign = "✓" if part.present else "✗" if part.needed else "–"
    yield f"{sign} {part.name}: {part.told}"
    if not part.present:
        yield f"    {part.remedy}"


# --- the parts -------------------------------------------------------------------------------------------------------


def python() -> Part:
    """The interpreter that runs this."""
    return Part(
        "Python",
        sys.version_info >= (3, 11),
        True,
        platform.python_version(),
        say("Cài Python 3.11 trở lên.", "Install Python 3.11 or newer."),
    )


def data_folder() -> Part:
    """Where the page keeps uploads; nothing is left in it."""
    folder = Path(os.environ.get("QUYET_DATA_DIR", "").strip() or "./var").expanduser().absolute()
    standing = next(place for place in (folder, *folder.parents) if place.exists())
    writable = _writable(standing)
    told = str(folder) if writable else f"{folder}: {say('không ghi được', 'cannot be written')}"
    remedy = say(
        "Đặt QUYET_DATA_DIR vào một thư mục ghi được, hoặc xin quyền ghi.",
        "Set QUYET_DATA_DIR to a folder that can be written, or ask for the right to write.",
    )
    return Part(say("Thư mục dữ liệu", "Data folder"), writable, True, told, remedy)


def _writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def database() -> Part:
    """The database that is named, and whether it answers."""
    name = say("Cơ sở dữ liệu", "Database")
    reached = import_module("quyet.site.reached").reached
    try:
        told, version = reached(*(os.environ.get(each, "").strip() for each in ("DATABASE_URL", "QUYET_DATA_DIR")))
    except OSError as error:
        remedy = say(
            "Mở máy chủ cơ sở dữ liệu, hoặc sửa DATABASE_URL.", "Start the database's server, or mend DATABASE_URL."
        )
        return Part(name, False, True, one_line(str(error)), remedy)
    except ValueError as wrong_setting:
        return Part(name, False, True, str(wrong_setting), say("Sửa DATABASE_URL.", "Mend DATABASE_URL."))
    made = version or say("chưa có; quyet serve sẽ tạo", "not there yet; quyet serve makes it")
    return Part(name, True, True, f"{told} ({made})", "")


def kinds() -> Part:
    """The kinds of activity that ship with the package."""
    name = say("Loại hoạt động", "Kinds of activity")
    try:
        from quyet.files.facts.kinds import load_kinds

        return Part(name, True, True, str(len(load_kinds())), "")
    except Exception as error:
        return Part(name, False, True, str(error), _reinstall())


def rules() -> Part:
    """The rules of `quyet check`, and that each has its text."""
    name = say("Quy tắc kiểm tra", "Rules")
    try:
        from quyet.core.checks import all_rules

        return Part(name, True, True, str(len([rule.text.title for rule in all_rules()])), "")
    except Exception as error:
        return Part(name, False, True, str(error), _reinstall())


def _reinstall() -> str:
    return say("Cài lại gói quyet: make setup, hoặc pip install.", "Install quyet again: make setup, or pip install.")


def fonts() -> Part:
    """A font with the measures of Times New Roman and all Vietnamese letters, in the order of preference."""
    font = find_font()
    return Part(
        say("Phông chữ", "Font"),
        font is not None,
        False,
        font.name
        if font
        else say(
            "không thấy Times New Roman, Tinos hay Liberation Serif 2",
            "no Times New Roman, Tinos or Liberation Serif 2",
        ),
        say(
            "Cần để xuất PDF. Debian/Ubuntu: apt-get install fonts-croscore",
            "For PDF output. Debian/Ubuntu: apt-get install fonts-croscore",
        ),
    )


def ocr() -> Part:
    """What reads scans."""
    languages = _said_by("tesseract", "--list-langs").split()
    if not shutil.which("tesseract"):
        told = say("chưa có tesseract", "no tesseract")
    elif "vie" not in languages:
        told = say("tesseract chưa có tiếng Việt", "tesseract without Vietnamese")
    else:
        told = _said_by("tesseract", "--version").splitlines()[0] + " (vie)"
    return Part(
        "OCR",
        "vie" in languages,
        False,
        told,
        say(
            "Cần để đọc bản quét. Debian/Ubuntu: apt-get install tesseract-ocr-vie",
            "Reads scans. Debian/Ubuntu: apt-get install tesseract-ocr-vie",
        ),
    )


def chromium() -> Part:
    """The browser of the tests."""
    named = os.environ.get("QUYET_CHROMIUM", "").strip()
    found = next((path for name in ([named] if named else BROWSERS) if (path := shutil.which(name))), None)
    return Part(
        "Chromium",
        found is not None,
        False,
        found or say("không thấy", "not found"),
        say(
            "Chỉ cần khi chạy kiểm thử. Debian/Ubuntu: apt-get install chromium, hoặc đặt QUYET_CHROMIUM",
            "Only for the tests. Debian/Ubuntu: apt-get install chromium, or set QUYET_CHROMIUM",
        ),
    )


BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def _said_by(*command: str) -> str:
    """What a program prints; nothing where it is not there or does not answer."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout + done.stderr


EXAMINED: tuple[Callable[[], Part], ...] = (python, data_folder, database, kinds, rules, fonts, ocr, chromium)
