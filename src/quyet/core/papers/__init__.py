"""Papers that go out: how a paper is laid out (`format`), what is to be written (`draft`), and the paper (`paper`).

A draft becomes a paper in `compose`; the writers of files turn a paper into .docx, .pdf, .txt or XML and decide
nothing themselves.
"""
