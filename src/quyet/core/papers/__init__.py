"""Papers that go out: what is to be written (`draft`), and the paper that it becomes (`paper`).

A draft becomes a paper in `compose`; the writers of files turn a paper into .docx, .pdf, .txt or XML by the rules of
`core/presentation` and decide nothing themselves.
"""
