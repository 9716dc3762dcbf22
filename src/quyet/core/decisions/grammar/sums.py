"""Totals and their parts."""

from __future__ import annotations

from quyet.core.decisions.grammar.words import phrase

TOTAL = phrase(
    r"tổng (?:mức |nhu cầu |dự toán |số )?(?:kinh phí|dự toán|vốn|mức|số tiền|chi phí|số|cộng|chi)|tổng dự toán"
)

MONEY_ITEM = phrase(
    r"(?:\d+[.)]\s*|[-–+]\s*)?(?:dự toán )?(?:kinh phí|dự toán)(?: (?:thực hiện|kinh phí|chi tiết|năm \d+"
    r"|được duyệt|phê duyệt)){0,9}\s*(?::|là|$)"
)

IN_WORDS = phrase(r"[\s.,;:–-]*(?:[({\[/]\s*)?(?:\(?\s*(?:số tiền )?(?:(?:viết )?bằng chữ|viết)\s*(?:là)?\s*:?\s*)?")

PART = phrase(r"(?:trong đó|bao gồm|gồm|(?P<source>từ (?:các )?nguồn))\s*:?")

WORDS_BESIDE = phrase(r"\s*\(\s*(?:bằng chữ|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\b")
"""… 1.650.000.000 đồng (một tỷ …): who writes a sum in words means the whole."""

WORDS_END = phrase(r"[)}\]]|\.\s|;|\n\s*[-–]")
"""Where an amount in words is over."""

NUMBER_WORDS = phrase(r"\b(?:trăm|triệu|nghìn|ngàn|tỷ|tỉ|mươi)\b")

SOURCES_LEAD = phrase(r"[^\n.]{0,60}?(?:trong đó|bao gồm|gồm)\s*:\s*|[)\s]*\.\s*gồm\s*:\s*")
"""…, trong đó: · … Gồm: , behind the total."""

SOURCE = phrase(r"\s*(?:[-–+]\s*)?(?P<name>[^\d\n;:]{3,120}?)\s*:?\s*(?=\d)")
"""- Ngân sách tỉnh: 150 triệu đồng;"""

STOPS = phrase(r"\s*[;,.]?\s*")

WORDS_BELOW = phrase(r"\s*[(*-]*\s*(?:số tiền )?(?:viết )?bằng chữ\b[^\n]*(?:\n[^\n]{0,100}(?=\)))?")
"""Bằng chữ: …, on the line below the figure."""

LEAD_SUM = phrase(r"(?:phê duyệt|duyệt|giao|phân bổ|bổ sung|cấp|hỗ trợ)\b.{0,400}?\b(?:số tiền|kinh phí|dự toán)\b")
"""Phê duyệt dự toán … với số tiền 412.350.000 đồng: the total in the sentence that opens an article."""
