"""Bodies: every other row belongs to one."""

from __future__ import annotations

from django.db import models


class Body(models.Model):
    """A public body. A plain row for now; units, people and dated names come with the office (stage 4)."""

    name = models.CharField(max_length=200, unique=True)

    def __str__(self) -> str:
        return self.name
