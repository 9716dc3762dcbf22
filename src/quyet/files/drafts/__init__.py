"""Drafts from files: PROGRAMME.yaml and READING.json become what `core/papers` writes, strictly, with line numbers."""

from quyet.files.drafts.faults import DraftFault, DraftRefused
from quyet.files.drafts.load import Loaded, load_draft

__all__ = ["DraftFault", "DraftRefused", "Loaded", "load_draft"]
