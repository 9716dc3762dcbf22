"""What a person is told: in the page, by e-mail, in a calendar. Written only by `quyet.actions.notices`."""

from __future__ import annotations

from django.db import models

from quyet.store.models.bodies import Body
from quyet.store.models.people import Person
from quyet.store.models.programmes import Programme


class Notice(models.Model):
    """One sentence for one person, in both languages, mostly about a programme."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="notices")
    person = models.ForeignKey(Person, models.PROTECT, related_name="notices")
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, related_name="notices")
    message = models.CharField(max_length=500)
    message_en = models.CharField(max_length=500)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("person", "read_at")),)


class CalendarAddress(models.Model):
    """The secret address at which a person's calendar asks for deadlines: only its SHA-256 is kept, so that who reads
    the database cannot read the calendar. A new one ends the old."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="calendar")
    digest = models.CharField(max_length=64, unique=True)
    english = models.BooleanField(default=False)
    made_at = models.DateTimeField()
