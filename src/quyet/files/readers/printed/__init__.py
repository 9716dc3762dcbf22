"""A printed page: words and ruled lines with their places become lines in reading order, and tables.

A printed line is a line of the text. A row of a table is one line too, although it may be printed on several: the lines
that a cell wraps are one paragraph, and a paragraph of its own begins where a line had room to go on.

It does not matter here where the words come from: the text layer of a PDF, or a machine that read a picture.

    words ──► lines.py    words side by side make segments, segments at one height make a row
    rules ──► grids.py    ruled lines that meet make a table, words inside become cells
              stamps.py   the stamps of digital signatures are taken out,
           furniture.py   and page numbers, running heads and feet
            closings.py   a closing that a page end cut is brought together
              columns.py  rows in clear columns: the left column first, then the right
              gaps.py     rows in many aligned columns are a table without rules
              cuts.py     words that a line end cut are made whole
              joins.py    tables over the ends of pages are made whole
              pages.py    all of it, the pages one after the other
"""
