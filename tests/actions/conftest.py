"""Acts on a database: Django's own test database, on the engine of DATABASE_URL."""

from tests import django_site

__all__ = ["django_site"]
