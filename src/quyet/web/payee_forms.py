"""Forms of payees and of their invoices."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error
from dataclasses import fields
from typing import Any

from django import forms

from quyet.actions.suppliers import NewSupplier
from quyet.core.payments.invoices import Invoice
from quyet.store.models import Supplier
from quyet.web import wording
from quyet.web.contract_forms import day_field
from quyet.web.fields import DongField, OptionalDongField, say_later, wanted
from quyet.web.previewed import OnceForm, new_key

LARGEST_XML = 2_000_000
"""Bytes of an e-invoice that go along with its form until it is confirmed."""


class SupplierForm(OnceForm):
    """A payee."""

    name = forms.CharField(
        label=say_later("Tên", "Name"),
        max_length=200,
        error_messages=wanted("Ghi tên nhà cung cấp.", "Write the supplier's name."),
    )
    tax_code = forms.CharField(label=say_later("Mã số thuế", "Tax code"), max_length=20, required=False)
    account = forms.CharField(label=say_later("Số tài khoản", "Account"), max_length=40, required=False)
    bank = forms.CharField(label=say_later("Tại ngân hàng, kho bạc", "Bank"), max_length=200, required=False)
    address = forms.CharField(label=say_later("Địa chỉ", "Address"), max_length=300, required=False)

    def new(self) -> NewSupplier:
        """What is to be entered."""
        return NewSupplier(**{each.name: self.cleaned_data[each.name] for each in fields(NewSupplier)})


class MendedSupplierForm(SupplierForm):
    """A payee as it is to be: `revision` is the one that was looked at. The tax code is only shown where it stays."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**9)

    def __init__(self, supplier: Supplier, keeps_code: bool, typed: Any = None) -> None:
        said = {each.name: getattr(supplier, each.name) for each in fields(NewSupplier)}
        super().__init__(typed, initial={**said, "revision": supplier.revision, "key": new_key()})
        if keeps_code:
            self.fields["tax_code"].widget.attrs["readonly"] = True


class InvoiceForm(OnceForm):
    """An invoice as it stands on the paper, or as its XML filled it: `xml` and `xml_name` carry the file until what it
    says was looked at."""

    xml = forms.CharField(required=False, widget=forms.HiddenInput)
    xml_name = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    seller = forms.CharField(
        label=say_later("Người bán", "Seller"),
        max_length=500,
        error_messages=wanted("Ghi tên người bán.", "Write the seller's name."),
    )
    seller_tax_code = forms.CharField(
        label=say_later("Mã số thuế người bán", "Seller's tax code"),
        max_length=20,
        error_messages=wanted("Ghi mã số thuế người bán.", "Write the seller's tax code."),
    )
    form = forms.CharField(
        label=say_later("Mẫu số", "Form"),
        max_length=10,
        required=False,
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    symbol = forms.CharField(
        label=say_later("Ký hiệu", "Symbol"),
        max_length=30,
        error_messages=wanted("Ghi ký hiệu, ví dụ 1K24TAA.", "Write the symbol, such as 1K24TAA."),
        widget=forms.TextInput(attrs={"class": "short", "placeholder": "1K24TAA"}),
    )
    number = forms.CharField(
        label=say_later("Số hóa đơn", "Number"),
        max_length=40,
        error_messages=wanted("Ghi số hóa đơn.", "Write the invoice's number."),
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    day = day_field("Ngày hóa đơn", "Day", "28/06/2024")
    buyer = forms.CharField(label=say_later("Người mua", "Buyer"), max_length=500, required=False)
    buyer_tax_code = forms.CharField(
        label=say_later("Mã số thuế người mua", "Buyer's tax code"), max_length=20, required=False
    )
    before_tax = OptionalDongField(label=say_later("Tiền trước thuế (đồng)", "Before tax (đồng)"))
    tax = OptionalDongField(label=say_later("Tiền thuế (đồng)", "Tax (đồng)"))
    total = DongField(label=say_later("Tổng thanh toán (đồng)", "Total (đồng)"))

    def stated(self) -> Invoice:
        """What is to be entered."""
        given = {name: self.cleaned_data[name] for name in _STATED}
        return Invoice(**given)

    def file(self) -> tuple[bytes, str]:
        """The XML that it was filled from, and its name; nothing where it was typed."""
        try:
            return b64decode(self.cleaned_data["xml"], validate=True), self.cleaned_data["xml_name"]
        except (Error, ValueError):
            return b"", ""


_STATED = (
    "seller", "seller_tax_code", "buyer", "buyer_tax_code", "form", "symbol", "number", "day", "before_tax", "tax",
    "total",
)  # fmt: skip


class VoidForm(OnceForm):
    """Why an invoice is taken back."""

    reason = forms.CharField(
        label=say_later("Lý do", "Reason"),
        max_length=500,
        error_messages=wanted("Ghi lý do bỏ hóa đơn.", "Say why it is taken back."),
    )


class XmlForm(forms.Form):
    """The file of an e-invoice."""

    file = forms.FileField(
        label=say_later("Tệp XML của hóa đơn điện tử", "The e-invoice's XML"),
        error_messages={
            "required": say_later("Chọn tệp XML mà bên bán gửi.", "Choose the XML that the seller sent."),
            "empty": say_later("Tệp này trống.", "This file is empty."),
        },
        widget=forms.FileInput(attrs={"accept": ".xml,application/xml,text/xml"}),
    )


def filled(stated: Invoice, data: bytes, name: str) -> dict[str, str]:
    """What an invoice's XML fills its form with."""
    said: dict[str, Any] = {field: getattr(stated, field) for field in _STATED}
    for field in ("before_tax", "tax", "total"):
        said[field] = wording.number(said[field]) if said[field] is not None else ""
    said["day"] = f"{stated.day:%d/%m/%Y}" if stated.day else ""
    return {**said, "xml": b64encode(data).decode(), "xml_name": name[-200:]}
