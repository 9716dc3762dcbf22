"""The tables themselves, by SQL: what they refuse, whoever writes. On SQLite, and again on PostgreSQL."""

from tests import django_site

__all__ = ["django_site"]
