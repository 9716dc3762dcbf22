"""The papers of spending: treasury forms, requests, lists, papers of buying.

Which of them a subject has on a day (`choice`), what a form is made of (`template`), what it may name (`fields`,
`rows`), and the paper that a form and the facts give (`fill`).
"""
