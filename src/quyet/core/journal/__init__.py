"""A chain of rows in which each seals all before it: what was changed later is seen, and named."""

from quyet.core.journal.chain import FIRST, Break, Sealed, canonical, seal, verify

__all__ = ["FIRST", "Break", "Sealed", "canonical", "seal", "verify"]
