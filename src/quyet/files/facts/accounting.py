"""How entries go to an accounting program, from `quyet/data/accounting`, or from an office's own file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from quyet.core.ledger import KINDS
from quyet.core.vouchers.entries import COLUMNS, Book
from quyet.files.facts.strict import DATA, Record, load_mapping


@lru_cache(maxsize=1)
def load_book() -> Book:
    """The mapping that ships with the package."""
    return load_book_from(DATA / "accounting" / "entries.yaml")


def load_book_from(file: Path) -> Book:
    """A mapping; a column or a kind of entry that does not exist is refused."""
    record = Record(file, load_mapping(file))
    record.day("checked")
    columns = tuple(_column(each) for each in record.records("columns"))
    accounts = record.record("accounts")
    book = Book(record.text("sheet"), columns, {kind: _accounts(accounts, kind) for kind in accounts.rest()})
    record.done()
    if len(book.sheet) > 31 or set(book.sheet) & set("[]:*?/\\"):
        raise record.refuse("sheet", "tối đa 31 ký tự, không có [ ] : * ? / \\")
    return book


def _column(record: Record) -> tuple[str, str]:
    key = record.text("key")
    if key not in COLUMNS and not key.startswith("blank"):
        raise record.refuse("key", f"phải là một trong {', '.join(COLUMNS)}, blank…, không phải {key!r}")
    column = (key, record.text("heading"))
    record.done()
    return column


def _accounts(accounts: Record, kind: str) -> tuple[str | None, str | None]:
    if kind not in KINDS:
        raise accounts.refuse(kind, f"phải là một trong {', '.join(KINDS)}")
    found = accounts.record(kind)
    made = (found.text_or_none("debit"), found.text_or_none("credit"))
    found.done()
    return made
