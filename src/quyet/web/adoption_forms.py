"""The forms of an adopted decision: its file, and its line of the register."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from quyet.actions.adoption_changes import (
    Missed,
    MissedAssignment,
    MissedBasis,
    add_activity,
    add_assignment,
    add_basis,
    drop,
)
from quyet.actions.clock import today
from quyet.core.adoption.members import LISTED, Listed
from quyet.core.adoption.typed import ROLES
from quyet.files.readers.limits import FILE_BYTES
from quyet.queries.people import Viewer
from quyet.store.models import AdoptionChange
from quyet.web.fields import DayField, say_later, wanted
from quyet.web.forms import ACCEPTED, EMPTY_FILE, NO_FILE

TOO_LARGE = say_later(FILE_BYTES.message, FILE_BYTES.message_en)


class AdoptForm(forms.Form):
    """The paper as it was issued."""

    file = forms.FileField(
        label=say_later("Tệp quyết định", "File of the decision"),
        max_length=None,
        widget=forms.FileInput(attrs={"accept": ACCEPTED, "data-most": FILE_BYTES.most, "data-too-large": TOO_LARGE}),
        error_messages={"required": NO_FILE, "empty": EMPTY_FILE},
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if (file.size or 0) > FILE_BYTES.most:
            raise forms.ValidationError(str(TOO_LARGE))
        return file


class ArrivalForm(forms.Form):
    """When it came, and under which number of arrival; the number only where the body's own system gives it."""

    number = forms.IntegerField(
        label=say_later("Số đến", "Number of arrival"), min_value=1, max_value=99_999, localize=False,
        error_messages=wanted("Ghi số đến của văn bản, ví dụ 57.", "Write its number of arrival, such as 57."),
    )  # fmt: skip
    arrived = DayField(label=say_later("Ngày đến", "Day of arrival"))

    def __init__(self, viewer: Viewer, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["arrived"].initial = f"{today():%d/%m/%Y}"
        if viewer.body.keeps_numbers:
            del self.fields["number"]


class _MissedForm(forms.Form):
    """What the reader missed, with the words of the paper."""

    after = forms.IntegerField(
        label=say_later("Đứng sau", "Stands after"), required=False, min_value=0, max_value=9_999
    )
    words = forms.CharField(
        label=say_later("Lời văn trên văn bản", "Words of the paper"), max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages=wanted("Chép lại lời văn trên văn bản.", "Copy the words of the paper."),
    )  # fmt: skip
    reason = forms.CharField(
        label=say_later("Vì sao tệp không có lời văn này (nếu không có)", "Why the file lacks these words (if so)"),
        required=False, max_length=4_000,
    )  # fmt: skip

    def do(self, viewer: Viewer, pk: int) -> AdoptionChange:
        """Add it. Refused."""
        raise NotImplementedError


class MissedForm(_MissedForm):
    """An activity that the reader missed."""

    label = forms.CharField(label=say_later("Số thứ tự (nếu có)", "Number (if any)"), required=False, max_length=20)
    title = forms.CharField(
        label=say_later("Tên hoạt động", "Title"), max_length=2_000,
        error_messages=wanted("Ghi tên hoạt động như trên văn bản.", "Write its title as the paper has it."),
    )  # fmt: skip
    field_order = ("after", "label", "title", "words", "reason")

    def do(self, viewer: Viewer, pk: int) -> AdoptionChange:
        """Add it. Refused."""
        return add_activity(viewer, pk, Missed(**self.cleaned_data))


class MissedBasisForm(_MissedForm):
    """A basis that the reader missed: number, day and title are read of its words."""

    def do(self, viewer: Viewer, pk: int) -> AdoptionChange:
        """Add it. Refused."""
        return add_basis(viewer, pk, MissedBasis(**self.cleaned_data))


class MissedAssignmentForm(_MissedForm):
    """Who was charged with something and not read."""

    role = forms.ChoiceField(
        label=say_later("Vai trò", "Role"), choices=[*ROLES.items()],
        error_messages=wanted("Chọn vai trò.", "Choose the role."),
    )  # fmt: skip
    unit = forms.CharField(
        label=say_later("Đơn vị, người được giao", "Who"), max_length=1_900,
        error_messages=wanted("Ghi đơn vị hoặc người được giao.", "Write who is charged with it."),
    )  # fmt: skip
    field_order = ("after", "role", "unit", "words", "reason")

    def do(self, viewer: Viewer, pk: int) -> AdoptionChange:
        """Add it. Refused."""
        return add_assignment(viewer, pk, MissedAssignment(**self.cleaned_data))


ADDED: Mapping[str, tuple[Listed, type[_MissedForm]]] = {
    "add": ("activity", MissedForm),
    "add-basis": ("bases", MissedBasisForm),
    "add-assignment": ("assignments", MissedAssignmentForm),
}
"""Of each button that adds: to which list, by which form."""


class DroppedForm(forms.Form):
    """An activity, a basis or an assignment that the paper does not have, and why it is dropped."""

    part = forms.ChoiceField(widget=forms.HiddenInput, choices=[(each, each) for each in LISTED])
    which = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=9_999)
    reason = forms.CharField(
        label=say_later("Lý do", "Reason"), max_length=4_000, error_messages=wanted("Ghi lý do.", "Give a reason.")
    )

    def do(self, viewer: Viewer, pk: int) -> AdoptionChange:
        """Drop it. Refused."""
        return drop(viewer, pk, **self.cleaned_data)


class AnnexFileForm(forms.Form):
    """A workbook with the lines."""

    file = forms.FileField(
        label=say_later("Tệp Excel", "Excel file"),
        max_length=None,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.xls"}),
        error_messages=wanted("Chọn tệp Excel.", "Choose an Excel file."),
    )
