"""A paper as PDF: `files/forms/paper.typ` lays out the data that `sheet` makes of it, in a font that `fonts` finds."""

from quyet.files.writers.pdf.write import Attachment, write_pdf, write_pictures

__all__ = ["Attachment", "write_pdf", "write_pictures"]
