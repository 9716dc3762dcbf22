"""The ledger: contracts, entries that are only added, their seals, and what was done once. Written only by
`quyet.actions.ledger` and `quyet.actions.contracts`."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from quyet.store.models.bodies import Body
from quyet.store.models.people import Person
from quyet.store.models.programmes import Line, Programme

MOST = 10**15
"""No sum of money is larger, in đồng."""


class Supplier(models.Model):
    """Who is paid: a company or a person, by tax code and account. `revision`: how often the row was mended, so that of
    two who mend it at once the second is told."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="suppliers")
    name = models.CharField(max_length=200)
    tax_code = models.CharField(max_length=14, blank=True)
    account = models.CharField(max_length=40, blank=True)
    bank = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=300, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("name", "id")
        constraints = (
            models.UniqueConstraint(fields=("body", "tax_code"), condition=~Q(tax_code=""), name="supplier_once"),
        )

    def __str__(self) -> str:
        return self.name


class SupplierState(models.Model):
    """A supplier as it was from one mending to the next: what papers go on naming. `person`, `at`: who made it so and
    when, None where that is not known. Rows are only added."""

    supplier = models.ForeignKey(Supplier, models.PROTECT, related_name="states")
    revision = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    tax_code = models.CharField(max_length=14, blank=True)
    account = models.CharField(max_length=40, blank=True)
    bank = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=300, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("supplier", "revision")
        constraints = (models.UniqueConstraint(fields=("supplier", "revision"), name="supplier_state_once"),)


class Contract(models.Model):
    """A commitment to a supplier (`payee`: as it was when the contract was entered): `value` as signed with its
    appendices, `committed` what of it is not released, then what of that is held, advanced and used, in đồng.
    `taken_back`: it was entered by mistake; the row stays, nothing moves on it, and its number is free."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="contracts")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="contracts")
    supplier = models.ForeignKey(Supplier, models.PROTECT, related_name="contracts")
    payee = models.ForeignKey(SupplierState, models.PROTECT, null=True, related_name="+")
    number = models.CharField(max_length=60)
    day = models.DateField()
    title = models.CharField(max_length=500)
    value = models.BigIntegerField()
    advance_most = models.BigIntegerField(null=True)
    """What the contract says that may be advanced at most, in đồng; None where it says nothing."""
    committed = models.BigIntegerField(default=0)
    held = models.BigIntegerField(default=0)
    advanced = models.BigIntegerField(default=0)
    used = models.BigIntegerField(default=0)
    taken_back = models.BooleanField(default=False)

    class Meta:
        ordering = ("programme", "day", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("body", "number", "day"), condition=Q(taken_back=False), name="contract_once"
            ),
            models.CheckConstraint(
                condition=Q(taken_back=False) | Q(committed=0), name="contract_taken_back_commits_nothing"
            ),
            models.CheckConstraint(condition=Q(value__gt=0) & Q(value__lte=MOST), name="contract_value_is_money"),
            models.CheckConstraint(condition=Q(advance_most__gte=0), name="contract_advance_not_negative"),
            models.CheckConstraint(condition=Q(committed__lte=F("value")), name="contract_committed_within_value"),
            models.CheckConstraint(
                condition=Q(held__gte=0) & Q(advanced__gte=0) & Q(used__gte=0), name="contract_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(committed__gte=F("held") + F("advanced") + F("used")), name="contract_out_within_committed"
            ),
        )

    def __str__(self) -> str:
        return self.number


class Share(models.Model):
    """What of a contract is committed on one line, and what of that is out."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="shares")
    line = models.ForeignKey(Line, models.PROTECT, related_name="shares")
    committed = models.BigIntegerField(default=0)
    held = models.BigIntegerField(default=0)
    advanced = models.BigIntegerField(default=0)
    used = models.BigIntegerField(default=0)

    class Meta:
        ordering = ("contract", "line")
        constraints = (
            models.UniqueConstraint(fields=("contract", "line"), name="share_once"),
            models.CheckConstraint(
                condition=Q(held__gte=0) & Q(advanced__gte=0) & Q(used__gte=0), name="share_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(committed__gte=F("held") + F("advanced") + F("used")), name="share_out_within_committed"
            ),
        )


class LedgerEntry(models.Model):
    """One movement of money on a line, in đồng; what it moves, the table of `core.ledger` says. A mistake is another
    entry that names what it reverses. `day`: the day that the books count it at."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="entries")
    line = models.ForeignKey(Line, models.PROTECT, related_name="entries")
    contract = models.ForeignKey(Contract, models.PROTECT, null=True, related_name="entries")
    supplier = models.ForeignKey(Supplier, models.PROTECT, null=True, related_name="entries")
    kind = models.CharField(max_length=16)
    amount = models.BigIntegerField()
    reverses = models.OneToOneField("self", models.PROTECT, null=True, related_name="reversed_by")
    day = models.DateField()
    reason = models.CharField(max_length=500, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(condition=Q(amount__gt=0) & Q(amount__lte=MOST), name="entry_amount_is_money"),
        )
        indexes = (models.Index(fields=("programme", "id")), models.Index(fields=("line", "kind")))


class LedgerSeal(models.Model):
    """The seal of one entry: each programme's entries are one chain, as the journal's rows are."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="ledger_seals")
    position = models.PositiveBigIntegerField()
    entry = models.OneToOneField(LedgerEntry, models.PROTECT, related_name="seal")
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("programme", "position")
        constraints = (models.UniqueConstraint(fields=("programme", "position"), name="one_ledger_seal_a_position"),)


class OnceKey(models.Model):
    """An act that was done under a key: asked for again with the same words, its first answer is given; with others it
    is refused."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    key = models.CharField(max_length=64)
    asked = models.CharField(max_length=64)
    """SHA-256 of the act and its words."""
    answer = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("body", "key"), name="once"),)
