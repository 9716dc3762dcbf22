"""What the forms of a body's people have in common."""

from __future__ import annotations

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from quyet.actions.refusal import FieldFault, Refused
from quyet.web.office import OfficeRequest
from quyet.web.people_forms import EndForm


def day(request: OfficeRequest) -> Any:
    """The last day that a small form gives; its field says a valid one already."""
    form = EndForm(request.POST)
    if not form.is_valid():
        raise Refused(FieldFault("until", "ghi ngày/tháng/năm, ví dụ 25/12/2023", "write day/month/year"))
    return form.cleaned_data["until"]


def today() -> str:
    """Today as one types it."""
    return timezone.localdate().strftime("%d/%m/%Y")


def beginning() -> dict[str, str]:
    """What forms begin with."""
    return {"since": today()}


def page_of(request: OfficeRequest, template: str, form: Form, **more: Any) -> HttpResponse:
    """A form, or the form as it was refused."""
    context = {"here": "people", "form": form, "day": timezone.localdate(), **more}
    return render(request, template, context, status=422 if form.errors else 200)
