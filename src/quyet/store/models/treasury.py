"""Statements of the treasury and how they were reconciled. Written only by `quyet.actions.reconciliation`; all rows are
only added, and nothing of the ledger points at them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from quyet.store.models.bodies import Body
from quyet.store.models.files import StoredFile
from quyet.store.models.ledger import MOST
from quyet.store.models.payments import PaymentRequest
from quyet.store.models.people import Person


class TreasuryStatement(models.Model):
    """What the treasury says of a body's money from a day to a day, as its file says it; the same file once."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="statements")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    since = models.DateField()
    until = models.DateField()
    count = models.PositiveIntegerField()
    amount = models.BigIntegerField()
    """The sum of its rows in đồng: money out less money back."""
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-until", "-id")
        constraints = (
            models.UniqueConstraint(fields=("body", "sha256"), name="statement_once"),
            models.CheckConstraint(condition=Q(since__lte=F("until")), name="statement_days_in_order"),
        )


class TreasuryRow(models.Model):
    """One row of a statement. `place`: its row in the file; `amount` in đồng, below nought where money came back."""

    statement = models.ForeignKey(TreasuryStatement, models.PROTECT, related_name="rows")
    place = models.PositiveIntegerField()
    day = models.DateField()
    number = models.CharField(max_length=60, blank=True)
    content = models.CharField(max_length=500, blank=True)
    code = models.CharField(max_length=40, blank=True)
    amount = models.BigIntegerField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("statement", "place"), name="treasury_row_once"),
            models.CheckConstraint(
                condition=Q(amount__gte=-MOST) & Q(amount__lte=MOST) & ~Q(amount=0), name="treasury_row_is_money"
            ),
        )


class TreasuryAct(models.Model):
    """A person tied rows and requests, or took them apart, for a reason."""

    class Move(models.TextChoices):
        TIE = "tie"
        UNTIE = "untie"

    statement = models.ForeignKey(TreasuryStatement, models.PROTECT, related_name="acts")
    move = models.CharField(max_length=8, choices=Move.choices)
    reason = models.CharField(max_length=500, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)


class TreasuryTie(models.Model):
    """One side of an act: a row of the statement or a request of the body."""

    act = models.ForeignKey(TreasuryAct, models.PROTECT, related_name="ties")
    row = models.ForeignKey(TreasuryRow, models.PROTECT, null=True, related_name="+")
    request = models.ForeignKey(PaymentRequest, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("act", "row"), name="tie_row_once"),
            models.UniqueConstraint(fields=("act", "request"), name="tie_request_once"),
        )
