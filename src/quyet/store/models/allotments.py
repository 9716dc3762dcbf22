"""Allotments (giao dự toán): the topmost guarded row. Written only by `quyet.actions.allotments`."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from quyet.store.models.bodies import Body


class Allotment(models.Model):
    """What a deciding text gives a body for a year, in đồng. `ceiling` is `amount` and all changes; `reserved` what
    issued programmes hold of it, `taken` and `used` what their entries make of that. The database keeps
    `0 ≤ used ≤ taken ≤ reserved ≤ ceiling`, whoever writes."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="allotments")
    year = models.PositiveSmallIntegerField()
    deciding_text = models.CharField(max_length=60)
    deciding_day = models.DateField(null=True)
    chapter = models.CharField(max_length=3)
    category = models.CharField(max_length=3)
    sub_category = models.CharField(max_length=3)
    source = models.CharField(max_length=120)
    autonomous = models.BooleanField()
    amount = models.BigIntegerField()
    ceiling = models.BigIntegerField()
    reserved = models.BigIntegerField(default=0)
    taken = models.BigIntegerField(default=0)
    used = models.BigIntegerField(default=0)

    class Meta:
        ordering = ("-year", "deciding_text", "id")
        constraints = (
            models.CheckConstraint(condition=Q(amount__gte=0), name="allotment_amount_not_negative"),
            models.CheckConstraint(condition=Q(ceiling__gte=0), name="allotment_ceiling_not_negative"),
            models.CheckConstraint(condition=Q(reserved__gte=0), name="allotment_reserved_not_negative"),
            models.CheckConstraint(
                condition=Q(reserved__lte=models.F("ceiling")), name="allotment_reserved_within_ceiling"
            ),
            models.CheckConstraint(
                condition=Q(taken__gte=0) & Q(taken__lte=models.F("reserved")), name="allotment_taken_within_reserved"
            ),
            models.CheckConstraint(
                condition=Q(used__gte=0) & Q(used__lte=models.F("taken")), name="allotment_used_within_taken"
            ),
            models.CheckConstraint(condition=Q(amount__lte=10**15), name="allotment_amount_is_money"),
            models.CheckConstraint(condition=Q(ceiling__lte=10**15), name="allotment_ceiling_is_money"),
            models.UniqueConstraint(
                "body", "year", "deciding_text", "chapter", "category", "sub_category", "source", "autonomous",
                name="allotment_once",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.deciding_text} · {self.chapter}-{self.category}-{self.sub_category} · {self.year}"


class AllotmentChange(models.Model):
    """One change of an allotment, up or down, by a text of its own. Rows are only added."""

    allotment = models.ForeignKey(Allotment, models.PROTECT, related_name="changes")
    amount = models.BigIntegerField()
    deciding_text = models.CharField(max_length=60)
    day = models.DateField()
    reason = models.CharField(max_length=500)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (models.CheckConstraint(condition=~Q(amount=0), name="allotment_change_says_something"),)
