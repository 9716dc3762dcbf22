"""The sentences with which a file is refused: what it is, and what to do. In Vietnamese and in English."""

from __future__ import annotations

from quyet.files.readers.errors import OtherFormat, Unreadable


def empty() -> Unreadable:
    """Nothing but white space."""
    return Unreadable("Tệp rỗng, không có chữ nào để đọc.", "The file is empty: there is no text to read.")


def broken() -> Unreadable:
    """Cut off, damaged, or not what it says it is."""
    return Unreadable(
        "Tệp bị hỏng hoặc bị cắt cụt, không mở được. Hãy tải lại hoặc lưu lại tệp.",
        "The file is broken or cut off and cannot be opened. Fetch it again or save it anew.",
    )


def encrypted() -> Unreadable:
    """Locked by a password."""
    return Unreadable(
        "Tệp được bảo vệ bằng mật khẩu. Hãy mở tệp bằng mật khẩu, bỏ mật khẩu rồi lưu lại.",
        "The file is protected by a password. Open it with the password, take the password off and save it.",
    )


def doctype() -> Unreadable:
    """XML with a DTD, the way in for entities."""
    return Unreadable(
        "Tệp khai báo DTD hoặc thực thể ngoài, điều không chương trình soạn thảo nào làm, nên không được đọc.",
        "The file declares a DTD or external entities, which no word processor does, and is not read.",
    )


def unknown() -> Unreadable:
    """No format that is known here."""
    return Unreadable(
        "Tệp không phải là văn bản .docx, .pdf, .html hay .txt nên không đọc được.",
        "The file is not a .docx, .pdf, .html or .txt text and cannot be read.",
    )


def archive() -> OtherFormat:
    """A .zip (.rar, .7z …) around other files."""
    return OtherFormat(
        "Đây là tệp nén .zip.",
        "This is a .zip archive.",
        "Hãy giải nén rồi chọn tệp quyết định bên trong.",
        "Unpack it and choose the decision inside.",
    )


def image() -> OtherFormat:
    """A picture without a PDF around it."""
    return OtherFormat(
        "Đây là tệp ảnh.",
        "This is a picture.",
        "Hãy lưu ảnh thành tệp PDF rồi đọc lại.",
        "Save it as a PDF and read that.",
    )


def other_format(name: str, wanted: str = ".docx") -> OtherFormat:
    """A format that is known and not read: `name` says which, `wanted` how to save it."""
    return OtherFormat(
        f"Đây là tệp {name}, chưa đọc được.",
        f"This is a {name} file, which is not read.",
        f"Hãy mở tệp rồi lưu thành {wanted} (Save As).",
        f"Open it and save it as {wanted}.",
    )


def unreachable(reason: str, reason_en: str) -> Unreadable:
    """A file that the system does not hand out."""
    return Unreadable(f"Không mở được tệp: {reason}.", f"The file cannot be opened: {reason_en}.")
