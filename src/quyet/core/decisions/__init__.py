"""Lines of text → tree of articles → facts: the document and the programme that it orders."""
