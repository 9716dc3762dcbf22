"""What the pages of the approval say: whose turn it is, what an act leads to, how facts changed."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from quyet.core.approval import Move, Obstacle
from quyet.core.approval.rules import ROLE_NAMES, STATE_NAMES
from quyet.store.models import Programme
from quyet.web import wording
from quyet.web.language import is_english, say
from quyet.web.wording import money

register = template.Library()

_CHANGES = {"changed": ("sửa", "changed"), "added": ("thêm", "added"), "removed": ("bỏ", "removed")}


@register.filter
def by_whom(move: Move) -> str:
    """The roles that may make a move."""
    return ", ".join(sorted(ROLE_NAMES[role][int(is_english())] for role in move.by))


@register.filter
def move_name(move: Move) -> str:
    """A move in the page's language."""
    return move.en if is_english() else move.vi


@register.filter
def state_name(state: str) -> str:
    """Where a programme stands."""
    return STATE_NAMES[state][int(is_english())]  # type: ignore[index]  # states of the core


@register.filter
def obstacle_said(obstacle: Obstacle) -> str:
    """Why a move may not be made."""
    return obstacle.message_en if is_english() else obstacle.message


_NODES = {"dieu": "Điều", "khoan": "khoản", "diem": "điểm"}


@register.filter
def place_said(ref: str | None) -> str:
    """dieu_1/khoan_2/diem_a → điểm a khoản 2 Điều 1; empty for what is no article."""
    steps = [step.partition("_") for step in (ref or "").split("/")]
    if not ref or any(name not in _NODES for name, _, _ in steps):
        return ""
    return " ".join(f"{_NODES[name]} {number}" for name, _, number in reversed(steps))


@register.simple_tag
def severity_said(severity: str) -> SafeString:
    """A severity with its sign and its word."""
    said = wording.named(wording.SEVERITIES, severity)
    return format_html('<span class="state {}">{} {}</span>', severity, wording.SIGNS[severity], said)


@register.simple_tag
def change_said(change: str) -> SafeString:
    """What happened to a fact, in a word."""
    return format_html('<span class="soft">({})</span>', say(*_CHANGES[change]))


@register.simple_tag
def what_follows(move: Move, programme: Programme, after: int | None) -> str:
    """What an act will do, said before it is done. `after`: what the allotment would hold, in đồng."""
    if move.name == "issue" and after is not None and programme.origin == "drafted":
        return say(
            "Sau khi ban hành: nội dung không sửa được nữa, hoạt động và dòng dự toán được mở, "
            "dự toán được giao còn {sum}.",
            "After issuing: the contents cannot change, activities and lines are opened, the allotment holds {sum}.",
            sum=money(after),
        )
    return say(*_FOLLOWS.get(move.name, ("", "")))


_FOLLOWS = {
    "submit": (
        "Sau khi trình: nội dung đóng băng thành một bản, có tên người ký; kế toán trưởng và văn phòng được báo.",
        "After submitting: the contents are frozen as a version that names who signs; the accountant and the office "
        "are told.",
    ),
    "appraise_money": (
        "Xác nhận dự toán đúng, đủ và nằm trong dự toán được giao. Người thẩm định không soạn và không ký.",
        "Says that the money is right and within the allotment. Whoever appraises neither drafts nor signs.",
    ),
    "appraise_form": (
        "Xác nhận thể thức đúng. Người thẩm định không soạn và không ký.",
        "Says that the form is right. Whoever appraises neither drafts nor signs.",
    ),
    "sign": (
        "Xác nhận bản đã ký là của mình. Sau đó chỉ còn cấp số và ban hành.",
        "Says that the signed paper is yours. What is left is number and issue.",
    ),
    "return": (
        "Trả về soạn thảo thì mọi thẩm định phải làm lại; trả một bước thì chỉ bước đó làm lại.",
        "Back to the draft, all is appraised anew; back to one desk, only that.",
    ),
    "withdraw": (
        "Chương trình trở về soạn thảo; các bản đã trình vẫn được giữ.",
        "It becomes a draft again; submitted versions are kept.",
    ),
    "confirm": ("Sau khi xác nhận: trưởng phòng được báo.", "After confirming: the head of unit is told."),
    "accept": ("Sau khi xác nhận: văn thư được báo để vào sổ.", "After that the clerk is told to register it."),
    "issue": ("Sau khi vào sổ: nội dung không sửa được nữa.", "After registering: the contents cannot change."),
}
