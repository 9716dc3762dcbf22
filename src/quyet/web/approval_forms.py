"""The forms of the road of a programme: one an act."""

from __future__ import annotations

from typing import Any

from django import forms

from quyet.core.approval.rules import steps_back
from quyet.queries.approval import standing_of
from quyet.queries.people import Viewer
from quyet.queries.signatories import Signatory, signatories
from quyet.store.models import Programme
from quyet.web.fields import DayField, say_later, wanted
from quyet.web.language import say

STEPS = {
    "draft": ("Người soạn thảo", "Whoever drafted it"),
    "money": ("Kế toán trưởng, thẩm định dự toán", "The chief accountant, on the money"),
    "form": ("Văn phòng, thẩm định thể thức", "The office, on the form"),
}


class _Words(forms.CharField):
    """Some sentences."""

    widget = forms.Textarea(attrs={"rows": 2})


class SubmitForm(forms.Form):
    """Who is to sign."""

    signatory = forms.ChoiceField(
        label=say_later("Người ký", "Who signs"),
        error_messages=wanted("Chọn người ký.", "Choose who signs."),
    )

    def __init__(self, viewer: Viewer, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        known = signatories(viewer.body.pk, viewer.day)
        choice = self.fields["signatory"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [(each.key, _signs(each)) for each in known]


def _signs(who: Signatory) -> str:
    for_head = f"{who.capacity}. " if who.capacity else ""
    return f"{for_head}{who.person.name}, {who.position or say('Giám đốc', 'Director')}"


class RemarkForm(forms.Form):
    """What a desk says beside its word."""

    remark = _Words(label=say_later("Ý kiến (không bắt buộc)", "Remark (if any)"), required=False, max_length=4000)


class ReasonForm(forms.Form):
    """Why."""

    reason = _Words(
        label=say_later("Lý do", "Reason"), max_length=4000, error_messages=wanted("Ghi lý do.", "Give a reason.")
    )


class ReturnForm(ReasonForm):
    """To whom, and why."""

    step = forms.ChoiceField(label=say_later("Trả lại cho", "Return to"), widget=forms.RadioSelect)
    field_order = ("step", "reason")

    def __init__(self, programme: Programme, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        choice = self.fields["step"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [(each, say(*STEPS[each])) for each in steps_back(standing_of(programme))]
        choice.initial = "draft"


class SignedPaperForm(forms.Form):
    """The signed PDF or a scan, and why differences are none of the paper."""

    file = forms.FileField(
        label=say_later("Bản đã ký (PDF hoặc bản quét)", "The signed paper (PDF or scan)"),
        error_messages=wanted("Chọn tệp.", "Choose a file."),
    )
    reason = _Words(
        label=say_later(
            "Bản quét bị đọc sai: giải thích (chỉ nhận với bản quét)", "A scan is misread: explain (for scans alone)"
        ),
        required=False,
        max_length=4000,
    )


class IssueForm(forms.Form):
    """Number and day of a paper; the number only where the body's own system gives it."""

    number = forms.IntegerField(
        label=say_later("Số", "Number"), min_value=1, max_value=99_999, localize=False,
        error_messages=wanted("Ghi số của văn bản, ví dụ 135.", "Write the paper's number, such as 135."),
    )  # fmt: skip
    day = DayField(label=say_later("Ngày ban hành", "Day of issue"))

    def __init__(self, viewer: Viewer, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        if viewer.body.keeps_numbers:
            del self.fields["number"]


class AnswerForm(forms.Form):
    """What is said to a warning."""

    about = forms.CharField(widget=forms.HiddenInput, strip=False)
    answer = _Words(
        label=say_later("Giải trình", "Answer"), max_length=4000,
        error_messages=wanted("Ghi giải trình.", "Give an answer."),
    )  # fmt: skip
