"""F9: what the reader of the file has to say of it, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.checks.registry import Found, rule
from quyet.core.checks.workbook import PREFIX
from quyet.core.decisions.model import Reading
from quyet.core.decisions.source import Notice

_LEGACY = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}
_KNOWN = frozenset(("scan", "ocr", "encoding_unsure", "truncated", *_LEGACY))


def _notices(reading: Reading, *codes: str) -> Iterator[Notice]:
    return (notice for notice in reading.source.notices if notice.code in codes)


@rule("F901", severity="warning")
def scan_without_text(reading: Reading) -> Iterator[Found]:
    """Tệp là bản quét, không có chữ.
    The file is a scan without text.

    Yêu cầu: Tệp PDF có lớp chữ, hoặc máy có công cụ nhận dạng chữ.
    Asks: The PDF holds text, or the machine has a tool that reads pictures of text.
    Lý do: Không đọc được chữ thì không kiểm tra được gì. Cài gói tesseract-ocr-vie rồi mở lại tệp.
    Why: Without text nothing can be checked. Install the package tesseract-ocr-vie and open the file again.
    """
    for notice in _notices(reading, "scan"):
        without_tool = "Tệp là ảnh quét, không có chữ. Cài gói tesseract-ocr-vie rồi mở lại."
        yield Found(notice.detail or without_tool, notice.span)


@rule("F902", severity="warning")
def machine_read(reading: Reading) -> Iterator[Found]:
    """Chữ do máy nhận dạng từ ảnh.
    The text was read from pictures by a machine.

    Yêu cầu: Đối chiếu số tiền, ngày tháng và tên riêng với bản gốc.
    Asks: Compare amounts, days and names with the original.
    Lý do: Máy có thể nhận dạng sai chữ số; vì vậy với tệp này mọi lỗi chỉ được báo là lưu ý.
    Why: A machine may misread a digit; so for such a file every error is given as a warning only.
    """
    for notice in _notices(reading, "ocr"):
        yield Found("Chữ do máy nhận dạng từ ảnh. Đối chiếu số tiền, ngày tháng với bản gốc.", notice.span)


@rule("F903", severity="warning")
def encoding(reading: Reading) -> Iterator[Found]:
    """Tệp dùng bảng mã cũ hoặc không rõ bảng mã.
    The file is in an old encoding, or in one that is not certain.

    Yêu cầu: Văn bản dùng bộ mã Unicode; tệp văn bản thuần lưu bằng UTF-8.
    Asks: Papers are in Unicode; a plain text file is kept in UTF-8.
    Lý do: TCVN3 (ABC) hoặc VNI được chuyển sang Unicode để đọc; không chắc bảng mã thì có thể sai dấu, cần xem lại.
    Why: TCVN3 (ABC) or VNI is converted to be read; where the encoding is not certain, letters may be wrong.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 4 [S]
    """
    for notice in _notices(reading, *_LEGACY):
        message = f"Tệp dùng bảng mã {_LEGACY[notice.code]}, đã chuyển sang Unicode. Nên lưu lại bằng Unicode."
        yield Found(message, notice.span, severity="info")
    for notice in _notices(reading, "encoding_unsure"):
        yield Found("Không chắc bảng mã của tệp. Lưu lại bằng UTF-8 rồi kiểm tra lại.", notice.span)


@rule("F904", severity="warning")
def other_notice(reading: Reading) -> Iterator[Found]:
    """Lưu ý khác khi đọc tệp.
    Another note of the reader.

    Yêu cầu: Tệp nguyên vẹn từ đầu đến cuối, không còn thay đổi đang chờ duyệt.
    Asks: The file is whole, and no change in it waits to be accepted.
    Lý do: Phần bị mất có thể chứa nội dung, phụ lục hoặc chữ ký; việc khác mà phần mềm đã làm để đọc tệp chỉ để biết.
    Why: What is lost may hold orders, the annex or the signature; anything else done to read the file is good to know.
    """
    for notice in _notices(reading, "truncated"):
        yield Found("Tệp bị cắt cụt, phần cuối không đọc được. Lấy lại tệp gốc.", notice.span)
    for notice in reading.source.notices:
        if notice.code not in _KNOWN and not notice.code.startswith(PREFIX):
            yield Found(notice.detail or f"Lưu ý khi đọc tệp: {notice.code}.", notice.span, severity="info")
