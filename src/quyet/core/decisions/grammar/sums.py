"""Totals and their parts."""

from __future__ import annotations

from quyet.core.decisions.grammar.words import phrase

TOTAL = phrase(
    r"tổng (?:mức |nhu cầu |dự toán |số )?(?:kinh phí|dự toán|vốn|mức|số tiền|chi phí|số|cộng|chi)|tổng dự toán"
)

MONEY_ITEM = phrase(
    r"(?:\d+[.)]\s*|[-–+]\s*)?(?:dự toán )?(?:kinh phí|dự toán)(?: (?:thực hiện|kinh phí|chi tiết|năm \d+"
    r"|được duyệt|phê duyệt))*\s*(?::|là|$)"
)

IN_WORDS = phrase(r"\s*(?:[(\[/]\s*)?(?:\(?\s*(?:số tiền )?(?:(?:viết )?bằng chữ|viết)\s*(?:là)?\s*:?\s*)?")

PART = phrase(r"(?:trong đó|bao gồm|gồm|từ (?:các )?nguồn)\s*:?")
