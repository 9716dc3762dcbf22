"""Enter payees: one of a tax code is entered once in a body."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from django.db import IntegrityError, transaction

from quyet.actions.journal import record
from quyet.actions.once import once
from quyet.actions.refusal import FieldFault, Refused, hold_texts, require
from quyet.queries.people import Viewer
from quyet.store.models import Supplier


@dataclass(frozen=True, slots=True)
class NewSupplier:
    """A payee as typed."""

    name: str
    tax_code: str = ""
    account: str = ""
    bank: str = ""
    address: str = ""


def add_supplier(viewer: Viewer, new: NewSupplier, key: str) -> int:
    """Enter a payee; gives its number. Refused without a name, or with a tax code that is there. Forbidden."""
    require(viewer, "officer", "accountant")
    return once(viewer, key, ["supplier", repr(new)], partial(_added, viewer, new))[0]


def _added(viewer: Viewer, new: NewSupplier) -> list[int]:
    if not new.name.strip():
        raise Refused(FieldFault("name", "chưa ghi", "is missing"))
    tax_code = "".join(new.tax_code.split())
    hold_texts(Supplier, name=new.name, tax_code=tax_code, account=new.account, bank=new.bank, address=new.address)
    there = Supplier.objects.filter(body=viewer.body, tax_code=tax_code).first() if tax_code else None
    if there is not None:
        raise Refused(
            FieldFault(
                "tax_code", f"mã số thuế này là của «{there.name}», đã có", f"the tax code is of “{there.name}”, there"
            )
        )
    try:
        with transaction.atomic():
            made = Supplier.objects.create(
                body=viewer.body, name=new.name.strip(), tax_code=tax_code, account=new.account.strip(),
                bank=new.bank.strip(), address=new.address.strip(),
            )  # fmt: skip
    except IntegrityError as error:  # two at once
        raise Refused(FieldFault("tax_code", "mã số thuế này đã có", "the tax code is there already")) from error
    record(viewer.body.pk, viewer.person.pk, "supplier", made, data={"name": made.name, "tax_code": tax_code})
    return [made.pk]
