"""Mục lục ngân sách nhà nước: the budget codes of a year, what they are called, and which code a year does not have.

model      a code, an edition (the circular that lists it), the levels of chapters
shape      what a code must look like, whatever it means
catalogue  all editions: which one holds in a year, what a code is there
search     codes by words
"""
