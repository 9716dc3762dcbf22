"""What the pages of reconciliation say: kinds of groups, and why rows and payments belong together."""

from __future__ import annotations

from django import template

from quyet.queries.reconciliation import Shown
from quyet.queries.reconciliation import signed as as_stated
from quyet.store.models import PaymentRequest
from quyet.web.language import say

register = template.Library()

_KINDS = {
    "matched": ("Đã khớp", "Matched"),
    "proposed": ("Đề nghị ghép", "Proposed"),
    "differs": ("Số tiền khác nhau", "Amounts differ"),
    "treasury": ("Chỉ có ở kho bạc", "Only in the treasury"),
    "quyet": ("Chỉ có trong Quyết", "Only in Quyết"),
}
_MARKS = {"matched": "good", "proposed": "warning", "differs": "error", "treasury": "error", "quyet": "error"}
_SIGNS = {"matched": "✓", "proposed": "?", "differs": "≠", "treasury": "−", "quyet": "+"}
_WHY = {
    "exact": ("cùng số, ngày và số tiền", "same number, day and amount"),
    "parts": ("cùng số và ngày, cộng lại bằng nhau", "same number and day, equal sums"),
    "hand": ("do người ghép", "tied by a person"),
    "other_day": ("cùng số và số tiền, khác ngày", "same number and amount, another day"),
    "other_day_parts": ("cùng số, cộng lại bằng nhau, khác ngày", "same number, equal sums, another day"),
    "near": ("cùng số tiền, ngày gần nhau", "same amount, days nearby"),
    "near_parts": ("cộng lại bằng nhau, ngày gần nhau", "equal sums, days nearby"),
    "number": ("cùng số", "same number"),
}


@register.filter
def group_said(kind: str) -> str:
    """A kind of groups in the page's language; all of them together."""
    return say(*_KINDS[kind]) if kind else say("Cộng", "Total")


@register.filter
def group_mark(kind: str) -> str:
    """The look of that."""
    return _MARKS[kind]


@register.filter
def group_sign(kind: str) -> str:
    """Its sign, for who sees no colour."""
    return _SIGNS[kind]


@register.filter
def why_said(group: Shown) -> str:
    """Why rows and payments stand together."""
    return say(*_WHY[group.why]) if group.why else ""


@register.filter
def stated(request: PaymentRequest) -> int:
    """Its amount as a statement has it: money back below nought."""
    return as_stated(request)
