"""Acts on a database: Django's own test database, on the engine of DATABASE_URL."""

import pytest

from tests import django_site
from tests.cast import Cast, make_cast

__all__ = ["django_site"]


@pytest.fixture
def cast(db) -> Cast:
    """Everybody of `tests.cast`."""
    return make_cast()
