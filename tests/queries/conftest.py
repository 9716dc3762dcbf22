"""What pages and commands are told, on Django's own test database: SQLite, and again on PostgreSQL."""

from tests import django_site

__all__ = ["django_site"]
