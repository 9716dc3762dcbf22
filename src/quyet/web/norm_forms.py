"""The question that the page of norms asks: which day, which words, where, for whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from django import forms

from quyet.core.norms.model import PlaceClass, RankClass
from quyet.queries.norms import known, provinces
from quyet.web.fields import DayField, say_later
from quyet.web.language import say

Choices = list[tuple[str, Any]]


class DayInput(forms.TextInput):
    """A browser's own calendar; where it has none, a plain field for day/month/year."""

    input_type = "date"


class NormForm(forms.Form):
    """All of it may be left open; the day is today then."""

    ngay = DayField(label=say_later("Ngày", "Day"), widget=DayInput)
    tim = forms.CharField(
        label=say_later("Tìm", "Words"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "phụ cấp lưu trú"}),
    )
    dia_ban = forms.ChoiceField(label=say_later("Địa bàn", "Place"), required=False)
    doi_tuong = forms.ChoiceField(label=say_later("Đối tượng", "For whom"), required=False)
    tinh = forms.ChoiceField(label=say_later("Tỉnh", "Province"), required=False)

    def __init__(self, given: dict[str, str], plain: bool = False) -> None:
        """`plain`: the day is none, so that no calendar could show what was typed."""
        super().__init__(given)
        if plain:
            self.fields["ngay"].widget = forms.TextInput()
        norms = known()
        _choose(self, "dia_ban", say("Mọi địa bàn", "Every place"), grouped(norms.places.values()))
        _choose(self, "doi_tuong", say("Mọi đối tượng", "Everybody"), grouped(norms.ranks.values()))
        told = [(each.territory, place_name(say(*each.name))) for each in provinces()]
        _choose(self, "tinh", say("Chỉ mức quốc gia", "National only"), told)

    def question(self) -> dict[str, Any]:
        """What is asked for."""
        given = self.cleaned_data
        return {
            "day": given["ngay"],
            "words": given["tim"],
            "place": given["dia_ban"] or None,
            "rank": given["doi_tuong"] or None,
            "province": given["tinh"] or None,
        }


def place_name(council: str) -> str:
    """Hội đồng nhân dân tỉnh Lạng Sơn → tỉnh Lạng Sơn."""
    return council.removeprefix("Hội đồng nhân dân ").removeprefix("People's Council of ")


def _choose(form: forms.Form, field: str, every: str, choices: Choices) -> None:
    chosen = form.fields[field]
    assert isinstance(chosen, forms.ChoiceField)
    chosen.choices = [("", every), *choices]


def grouped(classes: Iterable[PlaceClass | RankClass]) -> Choices:
    """The classes, below the text that tells them apart."""
    by_text: Callable[[PlaceClass | RankClass], str] = lambda each: each.text  # noqa: E731
    return [
        (text, [(each.key, say(*each.name)) for each in members])
        for text, members in groupby(sorted(classes, key=by_text), key=by_text)
    ]
