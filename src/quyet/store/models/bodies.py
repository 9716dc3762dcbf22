"""Bodies and their units: every other row belongs to a body. Written only by `quyet.actions.bodies`."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Body(models.Model):
    """A public body, below its superior. `name`, the codes and `parent` are today's; those of a day stand in `BodyName`
    and `BodySuperior`.

    `keeps_numbers`: whether Quyết gives the numbers of papers; else they come from the body's document system.
    `shares`: whether its programmes may be shared with the superior at all, each by its head or director.
    `is_first`: the body of the first start, whose administrators open further ones.
    """

    class Level(models.TextChoices):
        """Where in the State a body stands."""

        PROVINCE = "province"
        DEPARTMENT = "department"
        COMMUNE = "commune"

    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    level = models.CharField(max_length=12, choices=Level, default=Level.DEPARTMENT)
    name = models.CharField(max_length=200, unique=True)
    chapter = models.CharField(max_length=3, blank=True)
    identifier = models.CharField(max_length=40, blank=True)
    keeps_numbers = models.BooleanField(default=False)
    shares = models.BooleanField(default=False)
    is_first = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "bodies"
        constraints = (
            models.UniqueConstraint(fields=("is_first",), condition=Q(is_first=True), name="one_first_body"),
        )

    def __str__(self) -> str:
        return self.name


class BodyName(models.Model):
    """What a body was called, and by which codes it was known, from a day to a day (inside). `since` null: from before
    anything here; `until` null: still."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="names")
    name = models.CharField(max_length=200)
    chapter = models.CharField(max_length=3, blank=True)
    identifier = models.CharField(max_length=40, blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    class Meta:
        ordering = (models.F("since").asc(nulls_first=True),)
        constraints = (
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=models.F("since")),
                name="body_name_ends_after_it_begins",
            ),
            models.UniqueConstraint(fields=("body",), condition=Q(until__isnull=True), name="body_has_one_name_now"),
        )

    def __str__(self) -> str:
        return self.name


class BodySuperior(models.Model):
    """Under which body one stands, from a day to a day (inside). `since` null: from before anything here. It counts
    once an administrator of the superior has confirmed it (`confirmed_at`); until then nothing is shared by it."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="superiors")
    superior = models.ForeignKey(Body, models.PROTECT, related_name="inferiors")
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = (models.F("since").asc(nulls_first=True), "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=models.F("since")),
                name="body_superior_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=~Q(body=models.F("superior")), name="body_superior_is_another"),
            models.UniqueConstraint(
                fields=("body",), condition=Q(until__isnull=True), name="body_has_one_superior_now"
            ),
        )


class Unit(models.Model):
    """A part of a body: phòng, văn phòng. Dated as bodies' names are."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="units")
    name = models.CharField(max_length=200)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("body", "name"), name="unit_once_in_a_body"),)

    def __str__(self) -> str:
        return self.name
