"""Plain text: bytes in whatever encoding an office has saved them → `Source`. Lines stay as they are."""

from __future__ import annotations

import re
from hashlib import sha256
from unicodedata import is_normalized, normalize

from quyet.core.decisions.source import Notice, Source
from quyet.files.readers.errors import Unreadable
from quyet.files.readers.limits import TEXT_BYTES

_VIETNAMESE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
"""Letters that only Unicode text has: where one stands, no older encoding is asked after."""


def read_txt(data: bytes, name: str = "") -> Source:
    """The text of a .txt file. Unreadable where it is empty, too long, or no text."""
    TEXT_BYTES.hold(len(data))
    text, notices = _decode(data)
    text = _unix_lines(text if is_normalized("NFC", text) else normalize("NFC", text))
    if not text.strip():
        raise Unreadable(
            "Tệp rỗng, không có chữ nào để đọc. Hãy chọn tệp có nội dung văn bản.",
            "The file is empty: there is nothing to read. Choose a file with text in it.",
        )
    return Source(text=text, name=name, format="txt", sha256=sha256(data).hexdigest(), notices=notices)


def _unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


# --- from bytes to text ----------------------------------------------------------------------------------------------

_BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}

Decoded = tuple[str, tuple[Notice, ...]]


def _decode(data: bytes) -> Decoded:
    """The text, and what has to be said of how it was found."""
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            return _marked(data[len(bom) :], encoding)
    if data.count(0) > len(data) * _FEW:
        return _utf16_without_mark(data)
    try:
        text, notices = _unicode(data, "utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            raise _undecodable(data, error.start) from error
        return _older(_no_binary(_latin(data)), unicode=False)
    if text.isascii() or _VIETNAMESE.search(text):
        return text, notices
    return _older(normalize("NFC", text), unicode=True)


def _marked(data: bytes, encoding: str) -> Decoded:
    """A file that says itself how it is encoded."""
    try:
        return _unicode(data, encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error.start) from error


def _unicode(data: bytes, encoding: str) -> Decoded:
    """Decoded without tolerance, but for a last character that is cut off."""
    try:
        return _no_binary(data.decode(encoding)), ()
    except UnicodeDecodeError as error:
        cut = error.reason in ("unexpected end of data", "truncated data")
        if not cut or data[: error.start].isascii():
            raise
        return _no_binary(data[: error.start].decode(encoding)), (Notice("truncated"),)


def _utf16_without_mark(data: bytes) -> Decoded:
    """Noughts in many bytes: UTF-16, if letters come of it; which half is nought says the order of bytes."""
    little = data[1::2].count(0) >= data[::2].count(0)
    try:
        text, notices = _unicode(data, "utf-16-le" if little else "utf-16-be")
    except UnicodeDecodeError as error:
        raise _binary() from error
    if len(re.findall(_PLAIN, text)) < len(text) * _MOST:
        raise _binary()
    return text, notices


_PLAIN = "[\\s!-~\u00a0-\u01b0\u0300-\u0323\u1ea0-\u1ef9\u2010-\u2026]"
_MOST = 0.8


def _mostly_utf8(data: bytes) -> bool:
    """Whether this is UTF-8 with damage rather than another encoding: more letters come out whole than broken."""
    text = data.decode("utf-8", errors="replace")
    return len(_VIETNAMESE.findall(text)) > text.count("\ufffd")


def _latin(data: bytes) -> str:
    from quyet.files.readers.encodings import from_windows

    return from_windows(data)


def _older(latin: str, unicode: bool) -> Decoded:
    """Text in Latin-1 letters: TCVN3, VNI, or what it seems.

    Certain: it is converted, and the notice bears the encoding's code. Not certain: it stays as it is, and the notice
    `encoding_unsure` names the likely encoding.
    """
    from quyet.files.readers.encodings import recognise

    guess = recognise(latin)
    if guess.certain:
        return guess.read(latin), (Notice(guess.code, guess.code.upper()),) if guess.code else ()
    if guess.code or not unicode:
        return latin, (Notice("encoding_unsure", guess.code.upper() or "Windows-1252"),)
    return latin, ()


# --- what is no text -------------------------------------------------------------------------------------------------

_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\x81\x8d\x8f\x90\x9d\ufffe\uffff]")
_FEW = 0.05
"""A text may hold a stray control character; what has more than five in a hundred is something else."""


def _no_binary(text: str) -> str:
    if _CONTROL.search(text) and len(_CONTROL.findall(text)) > max(1, len(text) * _FEW):
        raise _binary()
    return text


def _binary() -> Unreadable:
    return Unreadable(
        "Tệp không phải văn bản mà là dữ liệu nhị phân. Hãy chọn tệp .txt, .docx, .html hoặc .pdf.",
        "The file is not text but binary data. Choose a .txt, .docx, .html or .pdf file.",
    )


def _undecodable(data: bytes, at: int) -> Unreadable:
    line = data.count(b"\n", 0, at) + 1
    return Unreadable(
        f"Không giải mã được chữ ở dòng {line} (byte thứ {at + 1}). Hãy mở tệp và lưu lại theo mã UTF-8.",
        f"The characters on line {line} (byte {at + 1}) cannot be decoded. Open the file and save it as UTF-8.",
    )
