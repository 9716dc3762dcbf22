"""A Word document whose layout is mended: what the rules F3 found and no person has to decide is said anew in place, in
the XML of the file. No word is touched, and all parts but those that had to change are kept byte for byte."""

from __future__ import annotations

from quyet.files.writers.docx_fix.mend import Change, Fixed, fix_docx

__all__ = ["Change", "Fixed", "fix_docx"]
