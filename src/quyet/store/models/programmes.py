"""Programmes in the making. Written only by `quyet.actions.programmes`."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from quyet.store.models.allotments import Allotment
from quyet.store.models.bodies import Body


class Programme(models.Model):
    """A draft: `content` is PROGRAMME.yaml's data as JSON (`quyet schema programme`), whole. `revision` grows by one
    with every change; whoever saves names the revision that they changed, and the older of two is refused.

    `total` repeats the programme's total in đồng, so that an allotment's page need not open every draft.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="programmes")
    year = models.PositiveSmallIntegerField(null=True)
    title = models.CharField(max_length=2000)
    total = models.BigIntegerField(null=True)
    allotment = models.ForeignKey(Allotment, models.PROTECT, null=True, related_name="programmes")
    content = models.TextField()
    revision = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ("-changed_at", "-id")
        constraints = (models.CheckConstraint(condition=Q(revision__gte=1), name="programme_has_a_revision"),)

    def __str__(self) -> str:
        return self.title
