"""The chain of a programme's entries: each seal is a SHA-256 over the seal before and the words of its entry."""

from __future__ import annotations

from hashlib import sha256

FIRST = "0" * 64
"""What stands before a programme's first entry."""

FIELDS = (
    "id", "body", "programme", "line", "contract", "supplier", "amount", "reverses", "day", "person", "at", "kind",
    "reason",
)  # fmt: skip
"""What the words of an entry hold, in this order, with `|` between them and nothing where there is nothing. Whole
numbers and days (YYYY-MM-DD; the moment YYYY-MM-DD HH:MM:SS.ffffff in UTC) come first: they hold no `|`; then the kind,
which the table of kinds knows or not; then the reason, to the end. So no two entries have the same words."""


def words_of(**fields: object) -> str:
    """The words of an entry by its `FIELDS`, days and the moment as text already. The databases write the same
    (`queries.ledger_words`); tests hold the two together."""
    return "|".join("" if fields[name] is None else str(fields[name]) for name in FIELDS)


def seal(previous: str, words: str) -> str:
    """The seal of an entry, 64 hexadecimal digits."""
    return sha256(f"{previous}\n{words}".encode()).hexdigest()
