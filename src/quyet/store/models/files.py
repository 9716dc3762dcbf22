"""Files that belong to rows: the bytes lie in the data folder by their SHA-256, the row says whose they are."""

from __future__ import annotations

from django.db import models

from quyet.store.models.bodies import Body
from quyet.store.models.people import Person


class StoredFile(models.Model):
    """One file of a body. `sha256` is its name in the data folder, so that the same bytes lie there once."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="files")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=80)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="files")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("body", "sha256")),)
