"""The form of a request for money: what it asks for on each line, for whom, and the papers that prove it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from quyet.actions.requests import NewPayment
from quyet.queries.invoices import Choice
from quyet.queries.requesting import Askable, Source
from quyet.store.models import PaymentRequest, Supplier
from quyet.web import wording
from quyet.web.contract_forms import NO_LINE, day_field, supplier_choices
from quyet.web.fields import OptionalDongField, say_later, wanted
from quyet.web.previewed import LinesForm


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """An invoice with the field of what counts here."""

    choice: Choice
    field: BoundField


class RequestForm(LinesForm):
    """Only the fields that a request of its source has."""

    title = forms.CharField(
        label=say_later("Nội dung", "What for"),
        max_length=500,
        error_messages=wanted("Ghi nội dung đề nghị.", "Write what the money is for."),
    )
    supplier = forms.ChoiceField(label=say_later("Nhà cung cấp", "Supplier"), required=False)
    payee = forms.CharField(
        label=say_later("Người nhận tiền", "Who gets the money"),
        max_length=200,
        required=False,
        help_text=say_later("Khi không phải nhà cung cấp.", "Where it is no supplier."),
    )
    listed = forms.BooleanField(
        label=say_later("Trả cho nhiều người theo danh sách ký nhận", "Paid to people of a list that they sign"),
        required=False,
    )
    accepted_number = forms.CharField(
        label=say_later("Biên bản nghiệm thu số", "Acceptance number"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"class": "short", "placeholder": "01/BBNT"}),
    )
    accepted_day = day_field("Ngày nghiệm thu", "Its day", "28/06/2024", required=False)
    accepted_value = OptionalDongField(label=say_later("Giá trị nghiệm thu (đồng)", "Accepted value (đồng)"))

    def __init__(
        self, source: Source, lines: Sequence[Askable], suppliers: Sequence[Supplier], invoices: Sequence[Choice],
        *given: Any, **more: Any,
    ) -> None:  # fmt: skip
        super().__init__([(each.line, each.most) for each in lines], *given, **more)
        self._source, self._invoices = source, list(invoices)
        self.fields["supplier"].choices = supplier_choices(suppliers)  # type: ignore[attr-defined]
        self._leave_out()
        for each in self._invoices:
            attributes = {"class": "amount", "autocomplete": "off", "aria-label": each.invoice.printed}
            field = OptionalDongField(label=each.invoice.printed, widget=forms.TextInput(attrs=attributes))
            self.fields[f"invoice_{each.invoice.pk}"] = field

    def _leave_out(self) -> None:
        kind = self._source.kind
        if kind.road == "house":
            del self.fields["supplier"], self.fields["listed"]
            self.fields["payee"].help_text = ""
        elif not self._source.names_payee:
            del self.fields["supplier"], self.fields["payee"]
        if not kind.wants_papers:
            for name in ("accepted_number", "accepted_day", "accepted_value"):
                del self.fields[name]
            self._invoices = []
        of_contract = self._source.contract is not None or getattr(self._source.of, "contract_id", None) is not None
        if "listed" in self.fields and (of_contract or (not kind.wants_papers and kind.holds is None)):
            del self.fields["listed"]

    def invoice_rows(self) -> list[InvoiceRow]:
        """The invoices to choose from."""
        return [InvoiceRow(each, self[f"invoice_{each.invoice.pk}"]) for each in self._invoices]

    def new(self) -> NewPayment | None:
        """What is asked for; None where no line has an amount, which is said."""
        given, parts, of = self.cleaned_data, self.amounts(), self._source.of
        if not parts:
            self.add_error(None, NO_LINE)
            return None
        counted = {each.invoice.pk: given.get(f"invoice_{each.invoice.pk}") for each in self._invoices}
        return NewPayment(
            kind=self._source.kind.name,
            title=given["title"],
            parts=parts,
            contract=self._source.contract.pk if self._source.contract else None,
            supplier=int(given["supplier"]) if given.get("supplier") else None,
            payee=given.get("payee", of.payee if of is not None and of.contract_id is None else ""),
            listed=given.get("listed", False),
            of=of.pk if of is not None else None,
            accepted_number=given.get("accepted_number", ""),
            accepted_day=given.get("accepted_day"),
            accepted_value=given.get("accepted_value"),
            invoices={pk: amount for pk, amount in counted.items() if amount},
        )


def again(request: PaymentRequest, parts: dict[int, int], invoices: dict[int, int]) -> dict[str, Any]:
    """What a request that came back starts from: as it was asked last."""
    amounts = {f"line_{pk}": wording.number(amount) for pk, amount in parts.items()}
    counted = {f"invoice_{pk}": wording.number(amount) for pk, amount in invoices.items()}
    return {
        "title": request.title,
        "supplier": request.supplier_id,
        "payee": request.payee,
        "listed": request.listed,
        "accepted_number": request.accepted_number,
        "accepted_day": f"{request.accepted_day:%d/%m/%Y}" if request.accepted_day else "",
        "accepted_value": wording.number(request.accepted_value) if request.accepted_value is not None else "",
        **amounts,
        **counted,
    }
