"""Requests for money and their road, invoices, appendices of contracts. Written only by `quyet.actions.payments`,
`quyet.actions.invoices` and `quyet.actions.contracts`."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from quyet.store.models.bodies import Body
from quyet.store.models.files import StoredFile
from quyet.store.models.ledger import MOST, Contract, LedgerEntry, Supplier, SupplierState
from quyet.store.models.people import Person
from quyet.store.models.programmes import Line, Programme


class Appendix(models.Model):
    """A change of a contract's value, in đồng up or down; `payee`: its supplier as it was then. The same number may
    be entered once more each time that it was taken back (`again`: how often it was before). Rows are only added."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="appendices")
    number = models.CharField(max_length=60)
    day = models.DateField()
    by = models.BigIntegerField()
    reason = models.CharField(max_length=500)
    again = models.PositiveSmallIntegerField(default=0)
    payee = models.ForeignKey(SupplierState, models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("contract", "number", "again"), name="appendix_once"),
            models.CheckConstraint(condition=~Q(by=0), name="appendix_says_something"),
        )


class ContractAct(models.Model):
    """What was done with a contract: `enter`, `appendix`, `release`, or `take_back` of one of these, with the reason.
    Rows are only added."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="acts")
    what = models.CharField(max_length=12)
    appendix = models.OneToOneField(Appendix, models.PROTECT, null=True, related_name="act")
    takes_back = models.OneToOneField("self", models.PROTECT, null=True, related_name="taken_back_by")
    reason = models.CharField(max_length=500, blank=True)
    day = models.DateField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)


class ContractEntry(models.Model):
    """Which entries of the ledger an act on a contract posted. Rows are only added."""

    act = models.ForeignKey(ContractAct, models.PROTECT, related_name="entries")
    entry = models.OneToOneField(LedgerEntry, models.PROTECT, related_name="of_contract")


class PaymentRequest(models.Model):
    """A request for money, of a kind of `core.payments.table`. What it asks for may change only while it lies with who
    asked (a trigger refuses else); `round`: how often it was asked. `of`: the one that it settles. `number` and `day`:
    of the treasury, or of the body's cash voucher."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="requests")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="requests")
    kind = models.CharField(max_length=16)
    contract = models.ForeignKey(Contract, models.PROTECT, null=True, related_name="requests")
    supplier = models.ForeignKey(Supplier, models.PROTECT, null=True, related_name="requests")
    payee = models.CharField(max_length=200, blank=True)
    """Who gets the money where it is no supplier: a person, people of a list."""
    listed = models.BooleanField(default=False)
    """Paid to people by a list that they sign."""
    of = models.ForeignKey("self", models.PROTECT, null=True, related_name="settled_by")
    title = models.CharField(max_length=500)
    amount = models.BigIntegerField()
    accepted_number = models.CharField(max_length=60, blank=True)
    accepted_day = models.DateField(null=True)
    accepted_value = models.BigIntegerField(null=True)
    round = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10)
    number = models.CharField(max_length=60, blank=True)
    day = models.DateField(null=True)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(condition=Q(amount__gt=0) & Q(amount__lte=MOST), name="request_amount_is_money"),
        )
        indexes = (models.Index(fields=("programme", "state")), models.Index(fields=("body", "state")))

    def __str__(self) -> str:
        return self.title


class PaymentPart(models.Model):
    """What one round of a request asks for on one line, in đồng. Rows are only added."""

    request = models.ForeignKey(PaymentRequest, models.PROTECT, related_name="parts")
    round = models.PositiveSmallIntegerField()
    line = models.ForeignKey(Line, models.PROTECT, related_name="parts")
    amount = models.BigIntegerField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("request", "round", "line"), name="part_once"),
            models.CheckConstraint(condition=Q(amount__gt=0) & Q(amount__lte=MOST), name="part_amount_is_money"),
        )


class PaymentAct(models.Model):
    """One move of the table in `core.payments`, as it was made; `payee`: the supplier as it was then. Rows are only
    added."""

    request = models.ForeignKey(PaymentRequest, models.PROTECT, related_name="acts")
    round = models.PositiveSmallIntegerField()
    move = models.CharField(max_length=12)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=3, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    number = models.CharField(max_length=60, blank=True)
    day = models.DateField(null=True)
    payee = models.ForeignKey(SupplierState, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)


class PaymentEntry(models.Model):
    """Which entries of the ledger a move posted. Rows are only added."""

    act = models.ForeignKey(PaymentAct, models.PROTECT, related_name="entries")
    entry = models.OneToOneField(LedgerEntry, models.PROTECT, related_name="posted_by")


class Invoice(models.Model):
    """An invoice that the body got: the same one is entered once, and once more each time that it was taken back
    (`again`: how often it was before this row). `symbol` and `number` as `core.payments.invoices`
    tells them apart, `printed` as they stand on it; sums in đồng. Rows are only added."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="invoices")
    seller = models.CharField(max_length=500, blank=True)
    seller_tax_code = models.CharField(max_length=20)
    buyer = models.CharField(max_length=500, blank=True)
    buyer_tax_code = models.CharField(max_length=20, blank=True)
    symbol = models.CharField(max_length=40)
    number = models.CharField(max_length=40)
    printed = models.CharField(max_length=100)
    day = models.DateField()
    before_tax = models.BigIntegerField(null=True)
    tax = models.BigIntegerField(null=True)
    total = models.BigIntegerField()
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    again = models.PositiveSmallIntegerField(default=0)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("body", "seller_tax_code", "symbol", "number", "again"), name="invoice_once"
            ),
            models.CheckConstraint(condition=Q(total__gt=0) & Q(total__lte=MOST), name="invoice_total_is_money"),
        )


class InvoiceVoid(models.Model):
    """An invoice that was entered wrongly is taken back: its row stays, and the same one may be entered anew. Rows are
    only added."""

    invoice = models.OneToOneField(Invoice, models.PROTECT, related_name="void")
    reason = models.CharField(max_length=500)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class InvoiceUse(models.Model):
    """How much of an invoice a round of a request pays, in đồng. Rows are only added."""

    request = models.ForeignKey(PaymentRequest, models.PROTECT, related_name="invoices")
    round = models.PositiveSmallIntegerField()
    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="uses")
    amount = models.BigIntegerField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("request", "round", "invoice"), name="invoice_use_once"),
            models.CheckConstraint(condition=Q(amount__gt=0) & Q(amount__lte=MOST), name="invoice_use_is_money"),
        )
