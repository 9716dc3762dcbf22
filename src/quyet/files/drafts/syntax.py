"""What the parsers of YAML and JSON complain of, in words that say what to do about it."""

from __future__ import annotations

_YAML = {
    "found character that cannot start any token": (
        "ký tự này không mở đầu được giá trị; thụt dòng bằng dấu cách, không bằng Tab, và đặt giá trị trong ngoặc kép",
        "this character can begin no value; indent by spaces, not tabs, and put the value into quotation marks",
    ),
    "mapping values are not allowed in this context": (
        "dấu hai chấm ở đây không mở được giá trị; giá trị có dấu hai chấm phải đặt trong ngoặc kép",
        "this colon can open no value; put a value that holds a colon into quotation marks",
    ),
    "could not find expected ':'": ("sau khóa thiếu dấu hai chấm", "a key without its colon"),
    "did not find expected key": (
        "khóa không thẳng hàng với các khóa trên, hoặc ngoặc kép trước đó chưa đóng",
        "a key that does not stand below the others, or a quotation that is not closed",
    ),
    "did not find expected ',' or '}'": ("thiếu dấu phẩy hoặc dấu }", "a comma or } is missing"),
    "did not find expected ',' or ']'": ("thiếu dấu phẩy hoặc dấu ]", "a comma or ] is missing"),
    "did not find expected '-' indicator": (
        "mục không thẳng hàng với các mục trên của danh sách",
        "a member that does not stand below the others of its list",
    ),
    "did not find expected node content": ("thiếu giá trị", "a value is missing"),
    "did not find expected <document start>": (
        "phần này không thuộc bảng khóa ở trên; xem lại thụt dòng",
        "this belongs to no mapping above; look at the indentation",
    ),
    "block sequence entries are not allowed in this context": (
        "danh sách phải bắt đầu ở dòng dưới khóa",
        "a list begins on the line below its key",
    ),
    "found unexpected end of stream": ("chuỗi trong ngoặc kép chưa đóng", "a quotation that is not closed"),
    "found unknown escape character": (
        "sau dấu \\ có ký tự lạ; dùng ngoặc đơn '…' để giữ nguyên dấu \\",
        "an unknown character behind \\; single quotation marks keep a \\ as it is",
    ),
    "found unknown directive name": ("dòng % này không phải của YAML", "a directive that YAML does not have"),
    "found incompatible YAML document": ("chỉ đọc YAML 1.1 và 1.2", "only YAML 1.1 and 1.2 are read"),
    "found a tab character that violates indentation": (
        "thụt dòng bằng dấu cách, không bằng Tab",
        "indent by spaces, not tabs",
    ),
}

_JSON = {
    "Expecting value": ("thiếu giá trị", "a value is missing"),
    "Expecting ',' delimiter": ("thiếu dấu phẩy", "a comma is missing"),
    "Expecting ':' delimiter": ("thiếu dấu hai chấm", "a colon is missing"),
    "Expecting property name enclosed in double quotes": (
        "cần một khóa trong ngoặc kép; sau mục cuối không có dấu phẩy",
        "a key in double quotation marks is wanted; no comma stands behind the last",
    ),
    "Extra data": ("sau dấu đóng còn chữ thừa", "something stands behind the end"),
    "Unterminated string starting at": ("chuỗi chưa đóng ngoặc kép", "a quotation that is not closed"),
    "Invalid control character at": (
        "chuỗi có ký tự điều khiển hoặc xuống dòng; xuống dòng viết là \\n",
        "a control character or line end in a string; a line end is written \\n",
    ),
    "Invalid \\escape": ("sau dấu \\ có ký tự lạ", "an unknown character behind \\"),
    "Invalid \\uXXXX escape": ("\\u phải có bốn chữ số hệ 16", "\\u wants four hexadecimal digits"),
}


def yaml_problem(said: str) -> tuple[str, str]:
    """In Vietnamese and English; a problem that has no words here keeps the parser's own."""
    return _YAML.get(said) or _unknown(said)


def json_problem(said: str) -> tuple[str, str]:
    """The same for JSON."""
    known = said.partition(": ")[0]  # the parser names the escape behind a colon
    return _JSON.get(known) or _unknown(said)


def _unknown(said: str) -> tuple[str, str]:
    return f"không đọc được chỗ này ({said})", f"cannot be read ({said})"
