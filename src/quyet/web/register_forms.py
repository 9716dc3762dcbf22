"""Forms of the register: papers entered by hand, where a paper was sent, and where a series goes on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from quyet.actions.papers import Attached, Incoming, Outgoing
from quyet.files.facts.formats import load_formats
from quyet.web.fields import DayField, say_later, wanted
from quyet.web.language import say

LETTER = "CV"
"""Công văn: the one kind whose number carries no abbreviation of its own."""

WAYS = (
    ("Trục liên thông văn bản", "The national document exchange"),
    ("Thư điện tử", "E-mail"),
    ("Bưu chính", "Post"),
    ("Trực tiếp", "By hand"),
)


def kind_names() -> Mapping[str, str]:
    """The kinds of papers by their abbreviation, as the decree names them."""
    return {**load_formats()[-1].kinds, LETTER: "công văn"}


def kind_name(kind: str) -> str:
    """Quyết định; a kind that nobody knows names itself."""
    name = kind_names().get(kind, kind)
    return f"{name[:1].upper()}{name[1:]}"


def _kinds() -> list[tuple[str, str]]:
    return [("", "–"), *((key, f"{kind_name(key)} ({key})") for key in kind_names())]


def _kind_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=say_later("Tên loại", "Kind"),
        choices=_kinds,
        error_messages=wanted("Chọn tên loại.", "Choose the kind."),
    )


class _Paper(forms.Form):
    """What every paper has."""

    kind = _kind_field()
    day = DayField(
        label=say_later("Ngày văn bản", "Its day"),
        widget=forms.TextInput(attrs={"class": "short", "placeholder": "11/03/2024"}),
    )
    title = forms.CharField(
        label=say_later("Trích yếu", "What it is about"),
        max_length=2000,
        error_messages=wanted("Ghi trích yếu nội dung.", "Write what it is about."),
    )
    file = forms.FileField(
        label=say_later("Tệp, nếu có (PDF hoặc Word)", "Its file, if any (PDF or Word)"),
        required=False,
        error_messages={"empty": say_later("Tệp này trống.", "This file is empty.")},
    )
    number = forms.IntegerField(
        min_value=1,
        max_value=99_999,
        localize=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        error_messages={
            "required": say_later("Ghi số, ví dụ 135.", "Write its number, such as 135."),
            "invalid": say_later("Ghi số, ví dụ 135.", "Write its number, such as 135."),
        },
    )

    def __init__(self, keeps_numbers: bool, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        if keeps_numbers:
            del self.fields["number"]

    def _given(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        return {**given, "number": given.get("number"), "file": _attached(given["file"])}


def _attached(file: UploadedFile[bytes] | None) -> Attached | None:
    return Attached(file.name or "", file.read()) if file else None


class OutgoingForm(_Paper):
    """A paper of this body."""

    notation = forms.CharField(
        label=say_later("Ký hiệu", "Symbol"),
        max_length=30,
        help_text=say_later("Phần sau số, ví dụ QĐ-SCT.", "What stands behind the number, such as QĐ-SCT."),
        widget=forms.TextInput(attrs={"class": "short"}),
        error_messages=wanted("Ghi ký hiệu, ví dụ QĐ-SCT.", "Write the symbol, such as QĐ-SCT."),
    )
    recipients = forms.CharField(
        label=say_later("Nơi nhận", "Recipients"),
        required=False,
        max_length=20_000,
        help_text=say_later("Mỗi nơi một dòng.", "One a line."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    field_order = ("kind", "number", "notation", "day", "title", "recipients", "file")

    def __init__(self, keeps_numbers: bool, *given: Any, **more: Any) -> None:
        super().__init__(keeps_numbers, *given, **more)
        if not keeps_numbers:
            self.fields["number"].label = say("Số", "Number")

    def paper(self) -> Outgoing:
        """What is to be entered."""
        given = self._given()
        return Outgoing(**{**given, "recipients": given["recipients"].splitlines()})


class IncomingForm(_Paper):
    """A paper of somebody else."""

    symbol = forms.CharField(
        label=say_later("Số, ký hiệu", "Its number"),
        max_length=60,
        help_text=say_later("Như trên văn bản, ví dụ 15/QĐ-UBND.", "As the paper bears it, such as 15/QĐ-UBND."),
        widget=forms.TextInput(attrs={"class": "short"}),
        error_messages=wanted("Ghi số, ký hiệu trên văn bản.", "Write the number that the paper bears."),
    )
    issuer = forms.CharField(
        label=say_later("Cơ quan gửi", "Who sent it"),
        max_length=200,
        error_messages=wanted("Ghi cơ quan ban hành văn bản.", "Write who issued it."),
    )
    arrived = DayField(
        label=say_later("Ngày đến", "Day of arrival"),
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    field_order = ("number", "arrived", "kind", "symbol", "day", "issuer", "title", "file")

    def __init__(self, keeps_numbers: bool, *given: Any, **more: Any) -> None:
        super().__init__(keeps_numbers, *given, **more)
        if not keeps_numbers:
            self.fields["number"].label = say("Số đến", "Number of arrival")

    def paper(self) -> Incoming:
        """What is to be entered."""
        return Incoming(**self._given())


class SeriesForm(forms.Form):
    """Where a series goes on."""

    kind = _kind_field()
    last = forms.IntegerField(
        label=say_later("Số cuối đã cấp ngoài Quyết", "The last number given outside of Quyết"),
        min_value=1,
        max_value=99_999,
        localize=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        error_messages={
            "required": say_later("Ghi số cuối đã cấp, ví dụ 134.", "Write the last number given, such as 134."),
            "invalid": say_later("Ghi số cuối đã cấp, ví dụ 134.", "Write the last number given, such as 134."),
        },
    )


class WayForm(forms.Form):
    """How a paper was sent; what is kept of it is the Vietnamese word, whoever chose it in which language."""

    way = forms.ChoiceField(choices=[(vi, vi) for vi, _ in WAYS])


def ways() -> list[tuple[str, str]]:
    """The ways to send a paper, to choose from."""
    return [(vi, say(vi, en)) for vi, en in WAYS]
