"""Điều and the marks of items."""

from __future__ import annotations

import re

from quyet.core.decisions.grammar.words import phrase

INLINE = re.compile(r"(?P<stop>[:;.]) {1,3}(?P<number>\d{1,2})[.)] {1,3}(?=[^\W\d_])")
"""…, như sau: 1. Diễn tập …; 2. Tập huấn …: items that were never given lines of their own."""

LONE = phrase(r"(?:[ivxl]{1,7}|\d{1,2}(?:\.\d{1,2}){0,9}|[a-zđ])[.)]")
"""A mark that a web copy left alone on its line, its words on the next."""

ARTICLE = phrase(r"(?P<word>điều) (?P<number>\d{1,3}[a-zđ]?)\s*(?P<stop>[.:/]|[-–](?=\s)|(?=\s))\s*")
"""Điều 1. · Điều 2: """

MARKER = phrase(
    r"(?:"
    r"(?:\((?=(?:\d{1,3}|[a-zđ])\)))?(?:"
    r"(?P<roman>[ivxl]{1,7})\s?(?:[.)]|/(?!\d))\s*(?=\S)"
    r"|(?P<decimal>\d{1,2}\.\d{3}(?=\.\s)|\d{1,2}(?:\.\d{1,2}){1,3})(?:\s?[.)]|(?=\s))\s*(?=\S)"
    r"|(?P<arabic>\d{1,3})\s?(?:[.)](?: |(?=[^\W\d_]))|[-–:/] )(?=\S)"
    r"|(?P<letter>[a-zđ])\s?(?:[.)]\s*|/ )(?=\S)"
    r"|(?P<plus>\+)\s*(?=\S)"
    r"|(?P<dash>[-–—−•·○●▪])\s*(?=[^\s\d]|\d)"
    r"))"
)
"""I. · 1. · (1) · 1.1. · 1/ · a) · a. · - · +, at the beginning of a line."""
