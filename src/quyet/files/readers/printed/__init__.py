"""A printed page: words and ruled lines with their places become lines in reading order, and tables.

It does not matter here where the words come from: the text layer of a PDF, or a machine that read a picture.

    words ──► lines.py    words side by side make segments, segments at one height make a row
    rules ──► grids.py    ruled lines that meet make a table, words inside become cells
              noise.py    page numbers, running heads and signature stamps are taken out
              columns.py  rows in clear columns: the left column first, then the right
              gaps.py     rows in many aligned columns are a table without rules
              pages.py    the pages one after the other, tables over page ends made whole
"""
