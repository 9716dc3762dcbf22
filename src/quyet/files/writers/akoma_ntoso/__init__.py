"""A paper as Akoma Ntoso 3.0 (OASIS LegalDocML), valid against its strict schema."""

from quyet.files.writers.akoma_ntoso.write import write_akoma_ntoso

__all__ = ["write_akoma_ntoso"]
