"""The site for commands that need its database. Django is loaded by name and only here, so that the commands on files
start without it."""

from __future__ import annotations

import os
from importlib import import_module

from quyet.cli.language import say
from quyet.cli.streams import complain


def opened(command: str, *, only_look: bool = False) -> bool:
    """Set the site up and bring its tables up to date, or (`only_look`) see that they are; False where that cannot be,
    with the reason said in one line."""
    refusal = _obstacle(only_look)
    if refusal:
        complain(f"quyet {command}: {say(*refusal)}")
    return refusal is None


def _obstacle(only_look: bool) -> tuple[str, str] | None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quyet.site.settings")
    migration = import_module("quyet.site.migrate")
    try:
        (migration.look if only_look else migration.migrate)()
    except migration.NoDatabase as error:
        return (
            f"không mở được cơ sở dữ liệu ({error}). Kiểm tra DATABASE_URL hoặc quyền ghi của thư mục dữ liệu.",
            f"the database cannot be opened ({error}). Look at DATABASE_URL, or at who may write the data folder.",
        )
    except migration.OlderDatabase:
        return (
            "cơ sở dữ liệu chưa có bảng, hoặc còn là bảng của bản cũ. Mở quyet serve một lần để tạo hoặc cập nhật.",
            "the database has no tables, or older ones. Start quyet serve once: it brings them up to date.",
        )
    except OSError:
        folder = os.environ.get("QUYET_DATA_DIR", "").strip() or "./var"
        return (
            f"không tạo hoặc không ghi được thư mục dữ liệu {folder}. Hãy đặt QUYET_DATA_DIR vào một thư mục ghi được.",
            f"the data folder {folder} cannot be made or written. Set QUYET_DATA_DIR to a folder that can be written.",
        )
    except ValueError as wrong_setting:
        return f"thiết lập chưa đúng: {wrong_setting}", f"wrong setting: {wrong_setting}"
    return None
