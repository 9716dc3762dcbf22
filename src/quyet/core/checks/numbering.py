"""F2: the numbers of articles, khoản, điểm, sections and annexes follow one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quyet.core.checks.paper import follows_decree_30, nodes
from quyet.core.checks.registry import Found, rule
from quyet.core.checks.say import listing
from quyet.core.checks.spans import span_of
from quyet.core.decisions.model import Article, Reading
from quyet.core.values.finding import Severity
from quyet.core.values.late import late
from quyet.core.values.stated import Span

LETTERS = "a b c d đ e g h i k l m n o p q r s t u v x y".split()
"""The order of điểm: Vietnamese letters, without ă â ê ô ơ ư and without f j w z."""

_CLAUSE = late(r"khoan_\d+")
_SECTION = late(r"muc_\d+")
_AMENDS = late(r"(?:[Ss]ửa đổi|[Bb]ổ sung|[Tt]hay thế)[^\n]{0,120}?(?:[Đđ]iều|khoản) \d[^\n]{0,200}?như sau")
_QUOTED = late(r"[“\"'«‘][\s*_|]*$")
_ANNEXES = [
    late(rf"{head}\s+(?:{number})?(\d+|[IVX]+)[ \t*_|.:]*$", re.MULTILINE)
    for head, number in ((r"PHỤ\s+LỤC", r"SỐ\s+"), (r"Phụ\s+lục", r"số\s+"))
]


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where a sequence breaks: the node, and the numbers that should stand before it (none: repeated)."""

    node: Article
    expected: tuple[int, ...]


@rule("F201", severity="error")
def articles_in_order(reading: Reading) -> Iterator[Found]:
    """Điều bị nhảy số hoặc trùng số.
    Article numbers skip or repeat.

    Yêu cầu: Các điều của một văn bản đánh số liên tục, không thiếu, không trùng.
    Asks: The articles of one paper are numbered one after another, none missing, none twice.
    Lý do: Nơi nhận, báo cáo và chứng từ viện dẫn theo số điều; điều thiếu có thể là nội dung bị bỏ sót.
    Why: Recipients, reports and vouchers cite articles by number; a missing one may be an order that was left out.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm đ [S]

    Sai:
        Điều 1. Phê duyệt nội dung tuyên truyền.
        Điều 3. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.
    Đúng:
        Điều 1. Phê duyệt nội dung tuyên truyền.
        Điều 2. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.
    """
    severity: Severity = "error" if follows_decree_30(reading) else "warning"
    for articles in _article_lists(reading):
        for gap in _gaps(reading.text, articles, r"Đi\S{1,3}u\W{1,6}"):
            yield Found(_said("Điều", gap), span_of(gap.node.label), gap.node.ref, severity)


def _article_lists(reading: Reading) -> Iterator[list[Article]]:
    """The paper's own articles, and those of each attached text."""
    for articles in [reading.document.articles, *(text.articles for text in reading.document.attachments)]:
        yield [node for node in nodes(articles) if _last_part(node).startswith("dieu_")]


@rule("F202", severity="warning")
def clauses_in_order(reading: Reading) -> Iterator[Found]:
    """Khoản hoặc mục bị nhảy số hoặc trùng số.
    Numbers of clauses or sections skip or repeat.

    Yêu cầu: Các khoản trong một điều, các mục I, II, III… trong một phần đánh số liên tục.
    Asks: The clauses of an article and the sections of a part are numbered one after another.
    Lý do: Viện dẫn theo số sẽ sai; khoản hoặc mục thiếu có thể là nội dung bị bỏ sót.
    Why: Citations by number go wrong; a missing clause or section may be an order that was left out.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm đ [S]

    Sai:
        Điều 1. Phê duyệt nội dung:
        1. In sổ tay tuyên truyền: 500 cuốn.
        3. Treo băng rôn: 20 cái.
    Đúng:
        Điều 1. Phê duyệt nội dung:
        1. In sổ tay tuyên truyền: 500 cuốn.
        2. Treo băng rôn: 20 cái.
    """
    for children in _child_lists(reading):
        for name, parts, before in (("khoản", _CLAUSE, r"(?<![\w.,/])"), ("mục", _SECTION, None)):
            siblings = [node for node in children if parts.fullmatch(_last_part(node))]
            for gap in _gaps(reading.text, siblings, before):
                yield Found(_said(name, gap), span_of(gap.node.label), gap.node.ref)


@rule("F203", severity="warning")
def points_in_order(reading: Reading) -> Iterator[Found]:
    """Điểm bị nhảy chữ hoặc trùng chữ.
    Letters of points skip or repeat.

    Yêu cầu: Các điểm trong một khoản theo thứ tự chữ cái tiếng Việt: a, b, c, d, đ, e, g, h…
    Asks: The points of a clause follow the Vietnamese alphabet: a, b, c, d, đ, e, g, h…
    Lý do: Thiếu «đ» hoặc dùng «f» là lỗi hay gặp; viện dẫn theo chữ điểm sẽ sai. Mỗi khoản nhắc một lần.
    Why: To leave out «đ» or to use «f» is common; citations by letter then go wrong. Said once a clause.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm đ [S]

    Sai:
        Điều 1. Phê duyệt nội dung:
        1. Tuyên truyền:
        a) In sổ tay: 500 cuốn.
        c) Treo băng rôn: 20 cái.
    Đúng:
        Điều 1. Phê duyệt nội dung:
        1. Tuyên truyền:
        a) In sổ tay: 500 cuốn.
        b) Treo băng rôn: 20 cái.
    """
    for children in _child_lists(reading):
        points = [node for node in children if _last_part(node).startswith("diem_")]
        found = next(_letter_breaks(points), None)
        if found:
            node, message = found
            yield Found(message, span_of(node.label), node.ref)


def _letter_breaks(points: Sequence[Article]) -> Iterator[tuple[Article, str]]:
    expected = 0
    for node in points:
        letter = _last_part(node).removeprefix("diem_").lower()
        if letter not in LETTERS:
            yield node, f"Điểm «{letter}» không có trong thứ tự điểm; ở đây phải là «{LETTERS[expected]}»."
            return
        at = LETTERS.index(letter)
        if at == 0:
            expected = 0  # a new list
        if at > expected:
            yield node, f"Thiếu điểm {listing(LETTERS[expected:at])} trước điểm {letter}."
        if at < expected:
            yield node, f"Điểm {letter} bị trùng hoặc sai thứ tự; ở đây phải là điểm {LETTERS[expected]}."
        expected = min(at + 1, len(LETTERS) - 1)


@rule("F204", severity="info")
def annexes_in_roman(reading: Reading) -> Iterator[Found]:
    """Nhiều phụ lục nhưng không đánh số La Mã.
    Several annexes without Roman numbers.

    Yêu cầu: Văn bản có từ hai phụ lục trở lên đánh số phụ lục bằng chữ số La Mã.
    Asks: A paper with two or more annexes numbers them with Roman numerals.
    Lý do: Nội dung văn bản viện dẫn phụ lục theo số.
    Why: The paper cites its annexes by number.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 1 điểm a [S]

    Sai:
        PHỤ LỤC 1
        DỰ TOÁN TUYÊN TRUYỀN
        PHỤ LỤC 2
        DỰ TOÁN TẬP HUẤN
    Đúng:
        PHỤ LỤC I
        DỰ TOÁN TUYÊN TRUYỀN
        PHỤ LỤC II
        DỰ TOÁN TẬP HUẤN
    """
    if not follows_decree_30(reading):
        return
    numbers = sorted(
        found.span(1) for heads in _ANNEXES for found in heads.finditer(reading.text) if _begins_line(found)
    )
    arabic = [span for span in numbers if reading.text[slice(*span)].isdecimal()]
    if len(numbers) > 1 and arabic:
        number = reading.text[slice(*arabic[0])]
        yield Found(f"Có {len(numbers)} phụ lục: đánh số La Mã, không dùng «{number}».", arabic[0])


def _begins_line(found: re.Match[str]) -> bool:
    line = found.string.rfind("\n", 0, found.start()) + 1
    return not found.string[line : found.start()].strip(" \t*_|#")


def _child_lists(reading: Reading) -> Iterator[list[Article]]:
    for articles in [reading.document.articles, *(text.articles for text in reading.document.attachments)]:
        yield articles
        for node in nodes(articles):
            yield node.children


def _last_part(node: Article) -> str:
    return node.ref.rsplit("/", 1)[-1]


def _number(node: Article) -> int | None:
    digits = re.search(r"\d+$", _last_part(node))
    return int(digits[0]) if digits else None


def _gaps(text: str, siblings: Sequence[Article], before: str | None) -> Iterator[Gap]:
    """Where the numbers of `siblings` skip or repeat. A list may begin anew at 1.

    `before` is the pattern in front of a number: a number that stands between the two after all, written in a way
    that the grammar did not take for a node, is not missing.
    """
    for first, second in pairwise(siblings):
        low, high = _number(first), _number(second)
        if low is None or high is None or high in (1, low + 1) or _is_quoted(text, first, second):
            continue
        expected = tuple(range(low + 1, high))
        if expected and before is not None and _written(text, first, second, before, expected):
            continue
        yield Gap(second, expected)


def _is_quoted(text: str, first: Article, second: Article) -> bool:
    """Whether the second is the new wording of an article of another paper: in quotation marks, or behind words that
    say so."""
    start, span = span_of(first.label), span_of(second.label)
    if start is None or span is None:
        return True
    in_marks = _QUOTED.search(text, max(0, span[0] - 4), span[0]) is not None
    return in_marks or _AMENDS.search(text, start[1], span[0]) is not None


def _written(text: str, first: Article, second: Article, before: str, numbers: Sequence[int]) -> bool:
    start, end = span_of(first.label), span_of(second.label)
    if start is None or end is None:
        return True
    between: Span = (start[1], end[0])
    any_number = "|".join(str(number) for number in numbers)
    return re.compile(rf"{before}(?:{any_number})\s*[.):/]").search(text, *between) is not None


def _said(name: str, gap: Gap) -> str:
    number = gap.node.label if name != "Điều" else f"Điều {_number(gap.node)}"
    here = number if name == "Điều" else f"{name} {number}"
    if not gap.expected:
        return f"{here[0].upper()}{here[1:]} bị trùng hoặc sai thứ tự."
    missing = (
        listing([str(each) for each in gap.expected])
        if len(gap.expected) < 4
        else (f"{gap.expected[0]} đến {gap.expected[-1]}")
    )
    return f"Thiếu {name} {missing} trước {here}. Đánh số lại hoặc bổ sung."
