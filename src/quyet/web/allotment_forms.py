"""Forms of allotments: what a deciding text gives, and what a later one adds or takes."""

from __future__ import annotations

from typing import Any

from django import forms

from quyet.actions.allotments import NewAllotment
from quyet.web.fields import NO_YEAR, DayField, DongField, say_later, wanted

YES_NO = (
    ("1", say_later("Giao tự chủ", "Autonomous")),
    ("0", say_later("Không giao tự chủ", "Not autonomous")),
)
UP_DOWN = (
    ("+", say_later("Bổ sung (+)", "Added (+)")),
    ("-", say_later("Giảm (−)", "Taken (−)")),
)
AMOUNT_HELP = say_later(
    "Ghi 500.000.000, 500000000 hoặc 500 triệu.", "Write 500.000.000, 500000000 or 500 triệu (million)."
)


def _code(vi: str, en: str) -> forms.CharField:
    three = wanted("Ghi mã gồm 3 chữ số.", "Write the code of 3 digits.")
    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "short"})
    return forms.CharField(label=say_later(vi, en), max_length=12, widget=widget, error_messages=three)


def listed(form: forms.Form, field: str) -> None:
    """Offer what is known for a field: the page has a list of that name."""
    form.fields[field].widget.attrs["list"] = f"known-{field}"


class AllotmentForm(forms.Form):
    """An allotment."""

    year = forms.IntegerField(
        label=say_later("Năm ngân sách", "Budget year"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        error_messages={"required": NO_YEAR, "invalid": NO_YEAR},
    )
    deciding_text = forms.CharField(
        label=say_later("Quyết định giao dự toán", "Deciding text"),
        max_length=60,
        help_text=say_later("Số, ký hiệu, ví dụ 224/QĐ-SCT.", "Its number, such as 224/QĐ-SCT."),
        error_messages=wanted("Ghi số, ký hiệu của quyết định.", "Write the number of the text."),
    )
    deciding_day = DayField(
        label=say_later("Ngày quyết định", "Its day"),
        help_text=say_later("Ngày/tháng/năm.", "Day/month/year."),
        widget=forms.TextInput(attrs={"class": "short", "placeholder": "25/12/2023"}),
    )
    chapter = _code("Chương", "Chapter")
    category = _code("Loại", "Kind")
    sub_category = _code("Khoản", "Sub-kind")
    source = forms.CharField(
        label=say_later("Nguồn kinh phí", "Source of money"),
        max_length=120,
        error_messages=wanted("Ghi nguồn, ví dụ Ngân sách tỉnh.", "Write the source, such as Ngân sách tỉnh."),
    )
    autonomous = forms.ChoiceField(
        label=say_later("Tự chủ", "Autonomy"),
        choices=YES_NO,
        widget=forms.RadioSelect,
        error_messages=wanted("Chọn một trong hai.", "Choose one of the two."),
    )
    amount = DongField(label=say_later("Số tiền (đồng)", "Amount (đồng)"), help_text=AMOUNT_HELP)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in ("source", "chapter", "category", "sub_category"):
            listed(self, field)

    def new(self) -> NewAllotment:
        """What is to be entered."""
        given = dict(self.cleaned_data)
        return NewAllotment(**{**given, "autonomous": given["autonomous"] == "1"})


class ChangeForm(forms.Form):
    """What a later text adds to an allotment, or takes from it."""

    direction = forms.ChoiceField(
        label=say_later("Điều chỉnh", "Change"),
        choices=UP_DOWN,
        widget=forms.RadioSelect,
        error_messages=wanted("Chọn bổ sung hoặc giảm.", "Choose added or taken."),
    )
    amount = DongField(
        label=say_later("Số tiền (đồng)", "Amount (đồng)"),
        help_text=say_later("Ghi không dấu: 50.000.000 hoặc 50 triệu.", "Without a sign: 50.000.000 or 50 triệu."),
    )
    deciding_text = forms.CharField(
        label=say_later("Văn bản điều chỉnh", "Deciding text"),
        max_length=60,
        help_text=say_later("Số, ký hiệu, ví dụ 310/QĐ-SCT.", "Its number, such as 310/QĐ-SCT."),
        error_messages=wanted("Ghi số, ký hiệu của văn bản.", "Write the number of the text."),
    )
    day = DayField(
        label=say_later("Ngày văn bản", "Its day"),
        help_text=say_later("Ngày/tháng/năm.", "Day/month/year."),
        widget=forms.TextInput(attrs={"class": "short", "placeholder": "03/06/2024"}),
    )
    reason = forms.CharField(
        label=say_later("Lý do", "Reason"),
        max_length=500,
        error_messages=wanted("Ghi lý do điều chỉnh.", "Write the reason."),
    )

    def given(self) -> dict[str, Any]:
        """What the act takes: the amount with its sign."""
        data = dict(self.cleaned_data)
        sign = -1 if data.pop("direction") == "-" else 1
        return {**data, "amount": sign * data["amount"]}
