"""Adopting a decision that was issued elsewhere: which of its facts a person confirms against the words, and how a fact
is written when it was misread.

`facts` goes through the data of a programme, `typed` says a value as a page shows it and takes what is typed in its
place. Pure: data come as JSON values, and nothing here knows of files or people.
"""

from quyet.core.adoption.facts import Asked, asked_in, is_ready, put, value_at
from quyet.core.adoption.members import Change, Listed, Members, members_of, numbered, placed
from quyet.core.adoption.typed import NotTaken, said, taken

__all__ = [
    "Asked", "Change", "Listed", "Members", "NotTaken", "asked_in", "is_ready", "members_of", "numbered", "placed",
    "put", "said", "taken", "value_at",
]  # fmt: skip
