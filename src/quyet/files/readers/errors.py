"""Why a file cannot be read, said to a person."""

from __future__ import annotations


class Unreadable(Exception):
    """A file that cannot be read at all: one sentence that says what, where, and what would be right.

    `message` is Vietnamese, `message_en` the same in English.
    """

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(message)
        self.message = message
        self.message_en = message_en


class OtherFormat(Unreadable):
    """A file of a kind that is known and not read: `what` it is, and what to do, which a reader of other kinds says in
    its own way."""

    def __init__(self, what: str, what_en: str, remedy: str, remedy_en: str) -> None:
        super().__init__(f"{what} {remedy}", f"{what_en} {remedy_en}")
        self.what = what
        self.what_en = what_en
