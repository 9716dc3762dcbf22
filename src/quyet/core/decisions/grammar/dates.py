"""Quarters, months, days and years of a programme."""

from __future__ import annotations

from quyet.core.decisions.grammar.words import phrase

QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

Q = r"(?:(?:iv|iii|ii|i)(?!\w)|[1-4](?!\w|\.\d))"

_JOIN = r"\s*(?:,\s*và\b|,|[-–—]|\bvà\b|\bđến\b|\+|&)\s*"

_MOST = "{0,60}"
"""Months of one list at most: a list without an end would take memory without an end."""

YEAR = r"(?:\s*(?:[/–-]|,)?\s*(?:năm\s*)?(?P<{0}>20\d\d|19\d\d)(?!\d))?"

TOKEN = phrase(
    r"(?=\d|quý|ngày|tháng|năm|từ |trong |suốt |cả |các |giai )(?:"
    # Quý II-III/2024 · quý III, IV · Quý II, III và IV/2025
    rf"(?P<quarters>quý\s*{Q}(?:{_JOIN}(?:quý\s*)?{Q}){_MOST}){YEAR.format('qy')}"
    # 6 tháng cuối năm 2024
    rf"|(?P<half>\d{{1,2}}) tháng (?P<side>đầu|cuối) năm{YEAR.format('hy')}"
    # ngày 15 - 17/11/2021 · từ 15 đến 17 tháng 11
    r"|(?:ngày )?(?<![\d/.,])(?P<r1>\d{1,2})\s*(?:[-–]|đến(?: ngày)?)\s*(?P<r2>\d{1,2})(?:\s*/\s*"
    r"| tháng )(?P<rm>\d{1,2})(?:(?:\s*/\s*| năm )(?P<ry>(?:19|20)\d\d))?(?![\d/])"
    # ngày 15/11/2021 · 15/11 · ngày 30 tháng 6 năm 2024 · 30.6.2024
    r"|(?:ngày )(?P<d>\d{1,2})(?:\s*[/.-]\s*| tháng )(?P<m>\d{1,2})(?:(?:\s*[/.-]\s*| năm )(?P<y>(?:19|20)\d\d))?(?!\d)"
    r"|(?<![\d/.,])(?P<d2>\d{1,2})\s*(?P<sep>[/.-])\s*(?P<m2>\d{1,2})\s*(?P=sep)\s*(?P<y2>(?:19|20)\d\d)(?!\d)"
    r"|(?<=từ\s)(?P<d3>\d{1,2})/(?P<m3>\d{1,2})(?![\d/])|(?:(?<=đến\s)|(?<=hết\s)|(?<=trước\s)|(?<=nhất\s))(?P<d4>\d{1,2})/(?P<m4>\d{1,2})(?![\d/])"
    # tháng 6, 7 năm 2021 · tháng 5 - 6/2024 · tháng 8/2019
    rf"|(?P<months>tháng \d{{1,2}}(?!\d|\.\d)(?:{_JOIN}(?:tháng )?\d{{1,2}}(?!\d|\.\d|/|\s*(?:ngày|người|lớp|cuộc"
    rf"|buổi))){_MOST}(?:{_JOIN}\d{{1,2}}(?=\s*/\s*\d{{4}}))?)(?:\s*(?:/|năm|-)\s*(?P<my>(?:19|20)\d\d))?"
    # giai đoạn 2021 - 2025 · cả năm 2019 · năm 2024
    r"|(?:giai đoạn|từ năm|năm|các năm) (?P<y3>(?:19|20)\d\d)\s*(?:[-–]|đến(?: năm)?)\s*(?P<y4>(?:19|20)\d\d)"
    r"|(?:cả |trong |suốt )?năm (?P<y5>(?:19|20)\d\d)|(?P<whole>cả năm|trong năm)(?!\s*\d))"
)

ONLY_YEARS = phrase(r"\s*(?P<y3>(?:19|20)\d\d)(?:\s*[-–]\s*(?P<y4>(?:19|20)\d\d))?\s*[.;]?\s*")
"""A value that is nothing but a year or a range of years."""

UNTIL = phrase(r"(?:đến hết|chậm nhất|xong trong|đến|tới|hết)\s*(?:là )?(?:trong )?$")

BEFORE = phrase(r"trước\s*$")

FROM = phrase(r"(?:từ|bắt đầu (?:từ)?|kể từ)\s*$")

AFTER = phrase(r"sau\s*$")

CITED = phrase(r"số\s*:?\s*\d+[^\s,;]*/[^\s,;]+\s*,?\s*$")
"""A date that belongs to the number of an instrument says nothing about the programme."""

LEAD = phrase(r"(?:từ|sau|chậm nhất|đến hết|đến|trước|thường xuyên trong|thường xuyên) $")
"""Words that belong to the first date: từ …, đến hết …, trước …"""
