"""Fields of money and of days: typed freely, refused with what would be taken, shown back as they were typed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.functional import lazy

from quyet.actions.refusal import Refused
from quyet.core.values.amounts import dotted
from quyet.core.values.typed import day_typed, dong_typed, is_too_much
from quyet.core.values.words import LIMIT
from quyet.web.language import is_english, say

say_later = lazy(say, str)

NO_AMOUNT = say_later(
    "Ghi số tiền bằng đồng, ví dụ 500.000.000, 500 triệu hoặc 12tr5.",
    "Write an amount in đồng, such as 500.000.000, 500 triệu or 12tr5.",
)
TOO_MUCH = say_later(
    f"Số tiền nhiều nhất là {dotted(LIMIT)} đồng.",
    f"An amount is at most {dotted(LIMIT)} đồng.",
)
NO_DAY = say_later("Ghi ngày/tháng/năm, ví dụ 25/12/2023.", "Write day/month/year, such as 25/12/2023.")
NO_YEAR = say_later("Ghi năm ngân sách bằng 4 chữ số, ví dụ 2024.", "Write the budget year in 4 digits, such as 2024.")


class DongField(forms.CharField):
    """Whole đồng."""

    default_error_messages = {"required": NO_AMOUNT, "amount": NO_AMOUNT}  # noqa: RUF012  (as Django reads it)

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        amount = dong_typed(typed)
        if amount is None:
            raise _no_amount(typed, self.error_messages["amount"])
        return amount


class OptionalDongField(forms.CharField):
    """Whole đồng, or None where nothing is written. `signed`: more or less, by a sign before it."""

    def __init__(self, *, signed: bool = False, **more: Any) -> None:
        super().__init__(required=False, max_length=60, **more)
        self._signed = signed

    def clean(self, value: Any) -> Any:
        typed = super().clean(value).strip()
        sign = -1 if self._signed and typed[:1] in "-−–" and typed else 1
        unsigned = typed.lstrip("+-−– ") if self._signed else typed
        amount = dong_typed(unsigned) if typed else None
        if typed and amount is None:
            raise _no_amount(unsigned, NO_AMOUNT)
        return None if amount is None else sign * amount


def _no_amount(typed: str, said: Any) -> forms.ValidationError:
    """Why what was typed is no amount: there is a most, or it cannot be read."""
    return forms.ValidationError(TOO_MUCH if is_too_much(typed) else said, code="amount")


class DayField(forms.CharField):
    """A day, the day before the month."""

    default_error_messages = {"required": NO_DAY, "day": NO_DAY}  # noqa: RUF012

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        day: date | None = day_typed(typed)
        if day is None and (typed.strip() or self.required):
            raise forms.ValidationError(self.error_messages["day"], code="day")
        return day


def wanted(vi: str, en: str) -> dict[str, str]:
    """What is said at a field that was left empty."""
    return {"required": say_later(vi, en)}


def refuse(form: forms.Form, refused: Refused) -> None:
    """The faults of an act at their fields; those of no field above the form."""
    for fault in refused.faults:
        message = (fault.message_en if is_english() else fault.message).removesuffix(".")
        form.add_error(fault.field if fault.field in form.fields else None, f"{message[:1].upper()}{message[1:]}.")
