"""Annexes that came after their decision was adopted. Written only by `quyet.actions.annexes`."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from quyet.store.models.files import StoredFile
from quyet.store.models.people import Person
from quyet.store.models.programmes import Programme


class Annex(models.Model):
    """The lines that an adopted decision was missing: `content` is what PROGRAMME.yaml has under `estimates`, as JSON;
    they come to the decision's total. Rows are only added: of several the last one counts, until it is confirmed; then
    it stands in a version of the programme, and no other can come."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="annexes")
    content = models.TextField()
    total = models.BigIntegerField()
    source = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    """The workbook that it was imported from; none where it was typed."""
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("programme", "id")
        constraints = (
            models.CheckConstraint(condition=Q(total__gte=0) & Q(total__lte=10**15), name="annex_total_is_money"),
        )


class AnnexReturn(models.Model):
    """An annex that the accountant gave back, with the reason: it is not confirmed any more, another one may come."""

    annex = models.OneToOneField(Annex, models.PROTECT, related_name="returned")
    reason = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
