"""The register of papers, their numbers, and where they were sent. Written only by `quyet.actions.register`."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from quyet.store.models.bodies import Body
from quyet.store.models.files import StoredFile
from quyet.store.models.people import Person
from quyet.store.models.programmes import Programme


class Series(models.Model):
    """The last number that Quyết gave to a kind of paper in a year; one row, for which two clerks wait in turn. `kind`
    `đến`: the one series of all papers received."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="series")
    kind = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("body", "kind", "year"), name="series_once"),)


class RegisterEntry(models.Model):
    """One paper, out or in. `day` is the paper's own; `year` and `number` are those of the register: of issue, or of
    arrival. `searched`: number, kind, title and recipients, small letters without diacritics."""

    class Direction(models.TextChoices):
        """Issued here, or received."""

        OUT = "out"
        IN = "in"

    body = models.ForeignKey(Body, models.PROTECT, related_name="register")
    direction = models.CharField(max_length=3, choices=Direction, default=Direction.OUT)
    kind = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    symbol = models.CharField(max_length=60)
    """The number whole: 1352/QĐ-SCT."""
    day = models.DateField()
    arrived = models.DateField(null=True)
    issuer = models.CharField(max_length=200)
    title = models.CharField(max_length=2000)
    searched = models.TextField()
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, related_name="register")
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-day", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("body", "kind", "year", "number"), condition=Q(direction="out"), name="number_once_a_year"
            ),
            models.UniqueConstraint(
                fields=("body", "symbol", "day", "issuer"), condition=Q(direction="in"), name="paper_received_once"
            ),
            models.UniqueConstraint(
                fields=("body", "year", "number"), condition=Q(direction="in"), name="arrival_number_once_a_year"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="numbers_begin_at_one"),
            models.CheckConstraint(
                condition=Q(direction="out", arrived__isnull=True) | Q(direction="in", arrived__isnull=False),
                name="papers_received_say_when",
            ),
        )
        indexes = (models.Index(fields=("body", "-day")),)

    def __str__(self) -> str:
        return self.symbol


class Dispatch(models.Model):
    """One line of nơi nhận: to whom a paper goes, when it was sent, when receipt was heard of."""

    entry = models.ForeignKey(RegisterEntry, models.PROTECT, related_name="dispatches")
    place = models.PositiveSmallIntegerField()
    recipient = models.CharField(max_length=500)
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    way = models.CharField(max_length=40, blank=True)
    received_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("entry", "place")
        constraints = (models.UniqueConstraint(fields=("entry", "place"), name="dispatch_place_once"),)
