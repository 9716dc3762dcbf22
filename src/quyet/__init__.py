"""Quyết: from decision to settlement.

The library's face, which loads nothing until it is used:

>>> from quyet import read, check
>>> reading = read("decision.txt")          # doctest: +SKIP
>>> reading.programme.total.amount          # doctest: +SKIP
185000000
>>> [finding.message for finding in check(reading)]  # doctest: +SKIP
[]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quyet.files.readers.errors import Unreadable
    from quyet.files.reading import check, read, read_text

__all__ = ["Unreadable", "__version__", "check", "read", "read_text"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """`read`, `check` … on first use."""
    if name == "Unreadable":
        from quyet.files.readers.errors import Unreadable

        return Unreadable
    if name in ("check", "read", "read_text"):
        from quyet.files import reading

        return getattr(reading, name)
    raise AttributeError(f"module 'quyet' has no attribute {name!r}")
