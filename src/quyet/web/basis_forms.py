"""Why a price is what it is, as a form: a norm, quotations of which one is chosen, an earlier contract, a plan."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from quyet.core.estimates.model import MOST_QUOTATIONS, PriceBasis, PriceKind, Quotation
from quyet.core.values.amounts import dotted
from quyet.core.values.typed import day_typed, dong_typed
from quyet.files.drafts.rows import basis_of
from quyet.files.drafts.scalars import Wrong, to_text
from quyet.files.drafts.shape import TEXT_LIMIT
from quyet.queries.norms import known, provinces
from quyet.web import wording
from quyet.web.fields import NO_AMOUNT, NO_DAY, say_later, wanted
from quyet.web.language import is_english, say
from quyet.web.norm_forms import grouped, place_name

MOST_KEPT = 20
"""Data may hold more quotations than are asked for: they stay."""


class TextField(forms.CharField):
    """A text as a draft may hold it."""

    def clean(self, value: Any) -> Any:
        try:
            return to_text(super().clean(value), TEXT_LIMIT) or None
        except Wrong as wrong:
            message = wrong.en if is_english() else wrong.vi
            raise forms.ValidationError(f"{message[:1].upper()}{message[1:]}.") from wrong


class BasisForm(forms.Form):
    """Only what belongs to the chosen kind is kept, and the reference."""

    kind = forms.ChoiceField(
        label=say_later("Giá lấy từ đâu", "Where the price comes from"),
        widget=forms.RadioSelect,
        error_messages=wanted("Chọn giá lấy từ đâu.", "Choose where the price comes from."),
    )
    norm = forms.ChoiceField(label=say_later("Định mức", "Norm"), required=False)
    place = forms.ChoiceField(label=say_later("Địa bàn", "Place"), required=False)
    rank = forms.ChoiceField(label=say_later("Đối tượng", "For whom"), required=False)
    province = forms.ChoiceField(label=say_later("Mức của tỉnh", "Level of the province"), required=False)
    chosen = forms.ChoiceField(label=say_later("Chọn báo giá", "The chosen one"), required=False)
    why = TextField(
        label=say_later("Vì sao chọn", "Why that one"),
        required=False,
        help_text=say_later("Cần ghi khi không chọn giá thấp nhất.", "Needed where it is not the lowest."),
    )
    reference = TextField(
        label=say_later("Văn bản, hợp đồng, kế hoạch làm căn cứ", "The contract, plan or paper that it rests on"),
        required=False,
    )

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        norms = known()
        self._offer("kind", [(key, say(*names)) for key, names in wording.PRICE_KINDS.items()])
        none = ("", say("chưa rõ", "not known"))
        self._offer("norm", [("", say("chọn định mức", "choose a norm")), *_items()])
        self._offer("place", [none, *grouped(norms.places.values())])
        self._offer("rank", [none, *grouped(norms.ranks.values())])
        territories = [(each.territory, place_name(say(*each.name))) for each in provinces()]
        self._offer("province", [("", say("của cơ quan lập", "of the body itself")), *territories])
        self.numbers = range(1, 1 + max(MOST_QUOTATIONS, *self._named()))
        numbered = [(str(n), say("báo giá {n}", "quotation {n}", n=n)) for n in self.numbers]
        self._offer("chosen", [("", say("chưa chọn", "none yet")), *numbered])
        for n in self.numbers:
            self.fields |= {
                f"supplier_{n}": TextField(label=say("Nhà cung cấp {n}", "Supplier {n}", n=n), required=False),
                f"price_{n}": forms.CharField(label=say("Giá chào {n}", "Price {n}", n=n), required=False),
                f"day_{n}": forms.CharField(label=say("Ngày {n}", "Day {n}", n=n), required=False, max_length=20),
            }
        for name, field in self.fields.items():
            if name != "kind":
                field.widget.attrs |= {"autocomplete": "off"}

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        kept = self.initial.get(name)
        known_keys = {key for key, inner in choices if isinstance(inner, str)} | {
            key for _, inner in choices if not isinstance(inner, str) for key, _ in inner
        }
        if kept and kept not in known_keys:  # a key of a file that is not known here is not lost by looking at it
            choices = [*choices, (kept, kept)]
        field.choices = choices
        field.error_messages["invalid_choice"] = say("Chọn một mục trong danh sách.", "Choose one of the list.")

    def _named(self) -> list[int]:
        """The numbers of the suppliers that are given or kept."""
        tails = (name.removeprefix("supplier_") for name in (*self.data, *self.initial) if name.startswith("supplier_"))
        found = [int(tail) for tail in tails if tail.isascii() and tail.isdigit() and len(tail) < 3]
        return [0, *(number for number in found if number <= MOST_KEPT)]

    @property
    def quotations(self) -> list[list[Any]]:
        """The fields of each quotation."""
        return [[self[f"{name}_{n}"] for name in ("supplier", "price", "day")] for n in self.numbers]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("kind") == "norm" and not given.get("norm") and "norm" not in self.errors:
            self.add_error("norm", say("Chọn một định mức.", "Choose a norm."))
        found = [self._quotation(n) for n in self.numbers] if given.get("kind") == "quotation" else []
        given["quotations"] = [each for each in found if each is not None]
        chosen = int(given.get("chosen") or 0)
        if given.get("kind") == "quotation" and chosen:
            if found[chosen - 1] is None and not self.errors:
                self.add_error("chosen", say("Báo giá {n} chưa ghi.", "There is no quotation {n} yet.", n=chosen))
            given["place_chosen"] = sum(each is not None for each in found[:chosen])
        return given

    def _quotation(self, n: int) -> Quotation | None:
        """The quotation of a row; None of an empty one."""
        supplier = self.cleaned_data.get(f"supplier_{n}")
        price, day = (str(self.cleaned_data.get(f"{name}_{n}") or "").strip() for name in ("price", "day"))
        if not (supplier or price or day) or f"supplier_{n}" in self.errors:
            return None
        amount, asked = dong_typed(price), day_typed(day) if day else None
        if not supplier:
            self.add_error(f"supplier_{n}", say("Ghi tên nhà cung cấp.", "Write who offered it."))
        if amount is None:
            self.add_error(f"price_{n}", str(NO_AMOUNT))
        if day and asked is None:
            self.add_error(f"day_{n}", str(NO_DAY))
        return Quotation(supplier or "", amount or 0, asked)

    def basis(self) -> PriceBasis:
        """What was typed."""
        given = self.cleaned_data
        made = PriceBasis(cast(PriceKind, given["kind"]), reference=given["reference"])
        if made.kind == "norm":
            for name in ("norm", "place", "rank", "province"):
                setattr(made, name, given[name] or None)
        if made.kind == "quotation":
            made.quotations, made.why = given["quotations"], given["why"]
            made.chosen = given.get("place_chosen")
        return made


def _items() -> list[tuple[str, str]]:
    return [(item.key, say(*item.name)) for item in known().items.values()]


def typed(kept: str) -> dict[str, str]:
    """The fields of a basis that a row carries; none where it carries none that can be read."""
    try:
        basis = basis_of(kept) if kept else None
    except Wrong:
        basis = None
    if basis is None:
        return {}
    names = ("kind", "norm", "place", "rank", "province", "why", "reference")
    fields = {name: getattr(basis, name) or "" for name in names}
    fields["chosen"] = str(basis.chosen or "")
    for n, each in enumerate(basis.quotations[:MOST_KEPT], start=1):
        fields |= {
            f"supplier_{n}": each.supplier,
            f"price_{n}": dotted(each.unit_price),
            f"day_{n}": f"{each.date:%d/%m/%Y}" if each.date else "",
        }
    return fields


def price_of(basis: PriceBasis) -> str:
    """What the chosen quotation asks, as a cell shows it; empty where none is chosen."""
    return dotted(basis.taken.unit_price) if basis.taken else ""
