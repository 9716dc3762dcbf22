"""How a .docx looks, measured while it is read: what holds for its letters and paragraphs after defaults, theme,
styles, lists and tables have had their say (`looks`), its pages and their numbers (`sections`, `margins`), and where in
the text all that stands (`lines`).

Measured in the same pass as the words and not in one of its own: only so do letters and looks agree about what is
deleted, hidden or in a text box. A decision takes two or three milliseconds longer so.
"""
