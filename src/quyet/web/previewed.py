"""Forms whose effect is looked at before it is done: first «Xem trước», which shows what the act would leave, then the
act, and only of what was looked at. Both work without a script."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any, Generic, TypeVar
from uuid import uuid4

from django import forms
from django.forms.boundfield import BoundField

from quyet.actions.refusal import Forbidden, Refused
from quyet.actions.trial import tried
from quyet.store.models import Line
from quyet.web import wording
from quyet.web.fields import OptionalDongField, refuse
from quyet.web.language import say

Seen = TypeVar("Seen")

SAVE = "save"
"""What the button of the act sends as `do`; every other one asks for the preview."""


class OnceForm(forms.Form):
    """`key`: of one act, so that its button pressed twice counts once."""

    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)


class PreviewedForm(OnceForm):
    """`seen`: the fingerprint of what was looked at. It comes with the preview, and so does the key."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def was_seen(self, new: object) -> bool:
        """Whether this is what the preview was of."""
        return bool(self.cleaned_data["seen"] == _fingerprint(new))

    def mark_seen(self, new: object) -> None:
        """From here on the form says that this was looked at."""
        data: Any = self.data
        self.data = data.copy()
        self.data["seen"], self.data["key"] = _fingerprint(new), new_key()  # type: ignore[index]  # a QueryDict


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its field: `most` đồng are left for it; `more`: what else stands beside it."""

    line: Line
    field: BoundField
    most: int
    more: Any = None


class LinesForm(PreviewedForm):
    """With an amount for each line."""

    def __init__(self, lines: Iterable[tuple[Line, int]], *given: Any, signed: bool = False, **more: Any) -> None:
        super().__init__(*given, **more)
        self._lines = list(lines)
        self._signed = signed
        for line, _ in self._lines:
            called = f"{line.label} {line.content}".strip()
            attributes = {"class": "amount", "inputmode": "text", "autocomplete": "off", "aria-label": called}
            widget = forms.TextInput(attrs=attributes)
            self.fields[_name(line)] = OptionalDongField(label=called[:80], widget=widget, signed=signed)

    def rows(self, more: Mapping[int, Any] | None = None) -> list[Row]:
        """The lines with their fields; `more` by the line's place."""
        return [Row(line, self[_name(line)], most, (more or {}).get(line.place)) for line, most in self._lines]

    def amounts(self) -> dict[int, int]:
        """Line → đồng, where some were written."""
        found = {line.pk: self.cleaned_data.get(_name(line)) for line, _ in self._lines}
        return {pk: amount for pk, amount in found.items() if amount}

    def hold_to_what_is_left(self) -> bool:
        """Say at its field which line has not so much left; whether all have."""
        for line, most in self._lines:
            amount = self.cleaned_data.get(_name(line)) or 0
            if amount > most:
                left, over = wording.number(max(most, 0)), wording.number(amount - max(most, 0))
                said = say(
                    "Còn {left} đồng, thiếu {over} đồng.", "{left} đồng are left, {over} too few.", left=left, over=over
                )
                self.add_error(_name(line), said)
        return not self.errors


def new_key() -> str:
    """A key for one act."""
    return uuid4().hex


def _name(line: Line) -> str:
    return f"line_{line.pk}"


def _fingerprint(new: object) -> str:
    return sha256(repr(new).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Step(Generic[Seen]):
    """How far a form came: the number of what was made, or what it would leave; neither where it was refused."""

    done: int | None = None
    preview: Seen | None = None


def step(form: PreviewedForm, new: object, act: Callable[[str], int], look: Callable[[int], Seen]) -> Step[Seen]:
    """Do what was looked at, or look at it. What is refused stands at its fields. Forbidden."""
    try:
        if form.data.get("do") == SAVE and form.was_seen(new):
            return Step(done=act(form.cleaned_data["key"]))
        if isinstance(form, LinesForm) and not form.hold_to_what_is_left():
            return Step()
        seen = tried(partial(act, new_key()), look)
    except Forbidden:
        raise
    except Refused as refused:
        refuse(form, refused)
        return Step()
    form.mark_seen(new)
    return Step(preview=seen)
