"""The journal: rows that are only added, each body's sealed as one chain. Written only by `quyet.actions.journal`."""

from __future__ import annotations

from django.db import models

from quyet.store.models.bodies import Body
from quyet.store.models.people import Person


class JournalRow(models.Model):
    """Who did what, when, why: written in the act's own transaction. `data` is canonical JSON (`core.journal`)."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="journal")
    at = models.DateTimeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="journal")
    act = models.CharField(max_length=40)
    subject = models.CharField(max_length=40)
    subject_id = models.BigIntegerField(null=True)
    reason = models.TextField(blank=True)
    data = models.TextField(default="{}")

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("body", "id")), models.Index(fields=("subject", "subject_id")))


class JournalSeal(models.Model):
    """The seal of one row, put on within moments of its commit: a chain must not make unrelated work wait."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="seals")
    position = models.PositiveBigIntegerField()
    row = models.OneToOneField(JournalRow, models.PROTECT, related_name="seal")
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("body", "position")
        constraints = (models.UniqueConstraint(fields=("body", "position"), name="one_seal_a_position"),)
