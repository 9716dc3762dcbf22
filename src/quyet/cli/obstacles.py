"""What the system has against a file, in the user's language."""

from __future__ import annotations

import errno

from quyet.cli.language import say

_REASONS = {
    errno.ENOENT: ("không có thư mục này", "there is no such folder"),
    errno.ENOTDIR: ("một phần của đường dẫn không phải là thư mục", "a part of the path is no folder"),
    errno.EISDIR: ("là thư mục, không phải tệp", "is a folder, not a file"),
    errno.EACCES: ("không có quyền", "permission denied"),
    errno.EPERM: ("không có quyền", "permission denied"),
    errno.EROFS: ("ổ đĩa chỉ cho đọc", "the disk is read-only"),
    errno.ENOSPC: ("nơi ghi đã đầy", "no space is left"),
    errno.EDQUOT: ("nơi ghi đã đầy", "no space is left"),
    errno.ENAMETOOLONG: ("tên tệp quá dài", "the name is too long"),
}


def unreadable(error: OSError) -> str:
    """Why a file cannot be read."""
    if error.errno == errno.ENOENT:
        return say("không có tệp này", "there is no such file")
    return f"{say('không đọc được', 'cannot be read')}: {_reason(error)}"


def unwritable(error: OSError) -> str:
    """Why a file cannot be written."""
    return f"{say('không ghi được', 'cannot be written')}: {_reason(error)}"


def _reason(error: OSError) -> str:
    known = _REASONS.get(error.errno or 0)
    return say(*known) if known else error.strerror or type(error).__name__
