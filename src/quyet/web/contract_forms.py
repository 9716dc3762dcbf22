"""Forms of contracts: one as it was signed, an appendix, the release of what is not needed any more; and what takes one
of these back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms

from quyet.actions.contracts import NewAppendix, NewContract
from quyet.store.models import Line, Supplier
from quyet.web import wording
from quyet.web.fields import DayField, OptionalDongField, say_later, wanted
from quyet.web.language import say
from quyet.web.previewed import LinesForm, OnceForm, PreviewedForm

NO_LINE = say_later("Ghi số tiền ở ít nhất một dòng.", "Write an amount on one line at least.")


def day_field(vi: str, en: str, example: str, **more: Any) -> DayField:
    """A day, with what one looks like."""
    return DayField(
        label=say_later(vi, en),
        widget=forms.TextInput(attrs={"class": "short", "placeholder": example}),
        **more,
    )


def supplier_choices(suppliers: Iterable[Supplier]) -> list[tuple[str, str]]:
    """Payees to choose from, each with its tax code."""
    named = ((str(each.pk), f"{each.name} ({each.tax_code})" if each.tax_code else each.name) for each in suppliers)
    return [("", "–"), *named]


class ContractForm(LinesForm):
    """A contract as signed."""

    supplier = forms.ChoiceField(
        label=say_later("Nhà cung cấp", "Supplier"),
        error_messages=wanted("Chọn nhà cung cấp.", "Choose the supplier."),
    )
    number = forms.CharField(
        label=say_later("Số hợp đồng", "Number"),
        max_length=60,
        error_messages=wanted("Ghi số hợp đồng, ví dụ 01/2024/HĐ-SCT.", "Write its number, such as 01/2024/HĐ-SCT."),
        widget=forms.TextInput(attrs={"placeholder": "01/2024/HĐ-SCT"}),
    )
    day = day_field("Ngày ký", "Day", "06/05/2024")
    title = forms.CharField(
        label=say_later("Nội dung", "What for"),
        max_length=500,
        error_messages=wanted("Ghi nội dung hợp đồng.", "Write what it is for."),
    )
    advance_most = OptionalDongField(
        label=say_later("Được tạm ứng tối đa (đồng)", "Advance at most (đồng)"),
        help_text=say_later("Như hợp đồng ghi; để trống nếu không ghi.", "As it says; empty where it says nothing."),
    )

    def __init__(self, suppliers: Sequence[Supplier], lines: Iterable[tuple[Line, int]], *given: Any) -> None:
        super().__init__(lines, *given)
        self.fields["supplier"].choices = supplier_choices(suppliers)  # type: ignore[attr-defined]

    def new(self) -> NewContract | None:
        """What is to be entered; None where no line has an amount, which is said."""
        given, shares = self.cleaned_data, self.amounts()
        if not shares:
            self.add_error(None, NO_LINE)
            return None
        number, title = given["number"], given["title"]
        return NewContract(int(given["supplier"]), number, given["day"], title, shares, given["advance_most"])


class AppendixForm(LinesForm):
    """What an appendix adds to lines of a contract, or takes. `rest`: line → đồng of the contract that may be taken."""

    number = forms.CharField(
        label=say_later("Số phụ lục", "Number"),
        max_length=60,
        error_messages=wanted("Ghi số phụ lục, ví dụ PL-01.", "Write its number, such as PL-01."),
        widget=forms.TextInput(attrs={"class": "short", "placeholder": "PL-01"}),
    )
    day = day_field("Ngày ký", "Day", "03/06/2024")
    reason = forms.CharField(
        label=say_later("Lý do", "Reason"),
        max_length=500,
        error_messages=wanted("Ghi lý do thay đổi.", "Write why it changes."),
    )

    def __init__(self, rest: Mapping[int, int], lines: Iterable[tuple[Line, int]], *given: Any) -> None:
        super().__init__(lines, *given, signed=True)
        self._rest = rest

    def new(self) -> NewAppendix | None:
        """What is to be entered; None where no line has an amount, which is said."""
        given, shares = self.cleaned_data, self.amounts()
        if not shares:
            self.add_error(None, NO_LINE)
            return None
        return NewAppendix(given["number"], given["day"], given["reason"], shares)

    def hold_to_what_is_left(self) -> bool:
        """Also what a contract has to give back."""
        for row in self.rows():
            amount, rest = self.cleaned_data.get(row.field.name) or 0, self._rest.get(row.line.pk, 0)
            if -amount > rest:
                said = say("Chỉ giảm được đến {rest} đồng.", "{rest} đồng may be taken.", rest=wording.number(rest))
                self.add_error(row.field.name, said)
        return super().hold_to_what_is_left()


class ReleaseForm(OnceForm):
    """Why the rest of a contract is not needed. What it releases stands on its page: nothing typed changes that."""

    reason = forms.CharField(
        label=say_later("Lý do", "Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages=wanted("Ghi lý do, ví dụ: đã thanh lý hợp đồng.", "Give a reason, such as: it was liquidated."),
    )
    day = day_field("Ngày", "Day", "15/11/2024")


class TakeBackForm(PreviewedForm):
    """Why something that was entered of a contract is taken back, and the day that the books count that at."""

    reason = forms.CharField(
        label=say_later("Lý do", "Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages=wanted(
            "Ghi lý do, ví dụ: nhập nhầm giá trị.", "Give a reason, such as: its value was mistyped."
        ),
    )
    day = day_field("Ngày đảo", "Day", "15/11/2024")
