"""A row of any table, made from what its model says of itself: a new table needs no line here."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from django.db import models

_NUMBERS = count(1)


def row_of(model: type[models.Model], **given: Any) -> models.Model:
    """A new row with the values given; what it must have beside them is made, and differs from row to row."""
    needed = [field for field in model._meta.concrete_fields if _must_be_given(field) and field.name not in given]
    return model.objects.create(**{field.name: _value(field) for field in needed}, **given)


def _must_be_given(field: models.Field) -> bool:
    return not (field.primary_key or field.null or field.has_default())


def _value(field: models.Field) -> Any:
    number = next(_NUMBERS)
    match field:
        case models.ForeignKey():
            return row_of(field.related_model)
        case models.DateTimeField():
            return datetime(2024, 3, 5, 8, 30, tzinfo=UTC)
        case models.DateField():
            return date(2024, 3, 5)
        case models.BooleanField():
            return False
        case models.DecimalField():
            return Decimal(number)
        case models.IntegerField():
            return number
    if field.choices:
        return field.choices[0][0]
    return "" if field.blank else str(number)[: field.max_length]
