"""What a template of an estimate asks for: numbers, the day, the kind of place, who travels."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from quyet.core.decisions.model import Activity, Quantity
from quyet.core.estimates.templates import Setting, Template
from quyet.core.estimates.typed import number_said, number_typed
from quyet.queries.norms import known
from quyet.web.fields import DayField, say_later
from quyet.web.language import say
from quyet.web.norm_forms import grouped

ASKED = {
    "people": ("Số người", "People"),
    "days": ("Số ngày", "Days"),
    "count": ("Số lượng", "Count"),
    "stands": ("Số gian hàng", "Stands"),
}
NO_NUMBER = say_later("Ghi một số lớn hơn 0, ví dụ 12.", "Write a number above 0, such as 12.")


class NumberField(forms.CharField):
    """A number above nought, typed as officials write it."""

    default_error_messages = {"required": NO_NUMBER, "number": NO_NUMBER}  # noqa: RUF012  (as Django reads it)

    def clean(self, value: Any) -> Any:
        found = number_typed(super().clean(value))
        if not found or found > 10**6:
            raise forms.ValidationError(self.error_messages["number"], code="number")
        return found


class ProposeForm(forms.Form):
    """The numbers of a template, then where, when and for whom."""

    day = DayField(label=say_later("Ngày thực hiện", "Day"))
    place = forms.ChoiceField(label=say_later("Địa bàn", "Place"), required=False)
    rank = forms.ChoiceField(label=say_later("Đối tượng", "For whom"), required=False)

    def __init__(self, template: Template, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.asks = template.asks
        asked = {name: NumberField(label=say(*ASKED.get(name, (name, name))), max_length=12) for name in template.asks}
        self.fields = {**asked, **self.fields}
        norms = known()
        for name, classes in (("place", norms.places), ("rank", norms.ranks)):
            choice = self.fields[name]
            assert isinstance(choice, forms.ChoiceField)
            choice.choices = [("", say("chưa rõ", "not known")), *grouped(classes.values())]

    def numbers(self) -> dict[str, Decimal]:
        """What was asked for."""
        return {name: self.cleaned_data[name] for name in self.asks}

    def setting(self) -> Setting:
        """The rest."""
        given = self.cleaned_data
        return Setting(given["day"], (given["place"],) if given["place"] else (), given["rank"] or None)


def beginning(activity: Activity, template: Template, year: int | None) -> dict[str, str]:
    """What the activity says already: how many, how long, when."""
    window = activity.timeframe
    day = (window.start or window.end) if window else None
    if day is None and year is not None:
        day = date(year, 1, 1)
    found = {"day": f"{day:%d/%m/%Y}" if day else ""}
    amount = _most(activity.quantity)
    for name in template.asks:
        if name == "days" and activity.duration is not None and activity.duration.unit == "ngày":
            found[name] = _said(activity.duration.max or activity.duration.min)
        elif name != "days" and (name != "stands" or _counts_stands(activity.quantity)):
            found[name] = _said(amount)
    return found


def _most(quantity: Quantity | None) -> Decimal | None:
    return (quantity.value or quantity.max or quantity.min) if quantity else None


def _counts_stands(quantity: Quantity | None) -> bool:
    """A fair is ordered by its stands, or as one fair: then nobody has said how many stands."""
    return quantity is not None and "gian" in (quantity.unit or "")


def _said(value: Decimal | None) -> str:
    return number_said(value) if value is not None else ""
