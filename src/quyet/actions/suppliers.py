"""Enter payees, and mend them: one of a tax code is there once in a body. What each was before stays, since
papers go on naming it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import F

from quyet.actions.clock import now
from quyet.actions.journal import record
from quyet.actions.once import once
from quyet.actions.refusal import FieldFault, NotHere, Refused, hold_texts, require
from quyet.queries.people import Viewer
from quyet.queries.suppliers import is_named
from quyet.store.models import Person, Supplier, SupplierState


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


def change_supplier(viewer: Viewer, pk: int, new: NewSupplier, revision: int, key: str) -> int:
    """Mend a payee that was looked at as `revision`. Refused without a name, with the tax code of another, with another
    tax code than it has once a contract, a request or an entry names the payee (a missing one is filled in), and where
    somebody mended it since. Forbidden, NotHere."""
    require(viewer, "officer", "accountant")
    asked = ["change supplier", pk, revision, repr(new)]
    return once(viewer, key, asked, partial(_changed, viewer, pk, new, revision))[0]


def kept_state(supplier: Supplier, person: Person | None = None) -> SupplierState:
    """A payee as it stands, among the states that are kept: there since it was entered or mended, by `person` just now;
    of a row that came otherwise (by hand) made here. Inside the transaction of an act."""
    said = {each.name: getattr(supplier, each.name) for each in fields(NewSupplier)}
    said |= {"person": person, "at": now() if person else None}
    return SupplierState.objects.get_or_create(supplier=supplier, revision=supplier.revision, defaults=said)[0]


def _added(viewer: Viewer, new: NewSupplier) -> list[int]:
    said = _held(viewer, new)
    try:
        with transaction.atomic():
            made = Supplier.objects.create(body=viewer.body, **said)
    except IntegrityError as error:  # two at once
        raise Refused(_TAKEN) from error
    kept_state(made, viewer.person)
    told = {"name": made.name, "tax_code": made.tax_code}
    record(viewer.body.pk, viewer.person.pk, "supplier", made, data=told)
    return [made.pk]


def _changed(viewer: Viewer, pk: int, new: NewSupplier, revision: int) -> list[int]:
    found = Supplier.objects.select_for_update().filter(pk=pk, body=viewer.body).first()
    if found is None:
        raise NotHere(pk)
    if found.revision != revision:
        raise Refused(
            FieldFault(
                "supplier",
                f"nhà cung cấp «{found.name}» vừa có người khác sửa; mở lại trang này để xem rồi sửa tiếp",
                f"somebody mended “{found.name}” meanwhile; open this page again, look, and go on",
            )
        )
    said = _held(viewer, new, pk)
    changed = {name: [getattr(found, name), now] for name, now in said.items() if getattr(found, name) != now}
    if found.tax_code and "tax_code" in changed and is_named(pk):
        raise Refused(
            FieldFault(
                "tax_code",
                "đã có hợp đồng, đề nghị hoặc bút toán của nhà cung cấp này: mã số thuế giữ nguyên",
                "a contract, a request or an entry names this supplier: its tax code stays",
            )
        )
    if not changed:
        return [pk]
    kept_state(found)
    try:
        with transaction.atomic():
            Supplier.objects.filter(pk=pk).update(**said, revision=F("revision") + 1)
    except IntegrityError as error:  # another got that tax code at the same time
        raise Refused(_TAKEN) from error
    found.refresh_from_db()
    kept_state(found, viewer.person)
    told = {"name": said["name"], "changed": changed}
    record(viewer.body.pk, viewer.person.pk, "change_supplier", found, data=told)
    return [pk]


_TAKEN = FieldFault("tax_code", "mã số thuế này đã có", "the tax code is there already")


def _held(viewer: Viewer, new: NewSupplier, but: int | None = None) -> Mapping[str, str]:
    """The texts as the row keeps them. Refused; `but`: the payee itself is no other of its tax code."""
    if not new.name.strip():
        raise Refused(FieldFault("name", "chưa ghi", "is missing"))
    said = {name: text.strip() for name, text in asdict(new).items()} | {"tax_code": "".join(new.tax_code.split())}
    hold_texts(Supplier, **said)
    same = Supplier.objects.filter(body=viewer.body, tax_code=said["tax_code"]).exclude(pk=but or 0)
    if said["tax_code"] and (there := same.first()) is not None:
        raise Refused(
            FieldFault(
                "tax_code", f"mã số thuế này là của «{there.name}», đã có", f"the tax code is of “{there.name}”, there"
            )
        )
    return said
