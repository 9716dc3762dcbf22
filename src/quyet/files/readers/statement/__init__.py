"""A statement of the treasury, or of a bank, as its service exports it: a workbook or a CSV file becomes rows of money.

Columns are known by what their headings mean, wherever in the first rows these stand. What cannot be read for sure is
refused with its row: a statement that is read in part would reconcile with nothing.
"""

from quyet.files.readers.statement.read import MOST_ROWS, StatedRow, Statement, read_statement

__all__ = ["MOST_ROWS", "StatedRow", "Statement", "read_statement"]
