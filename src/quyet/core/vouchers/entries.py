"""Entries of the ledger as the rows that an accounting program takes: which columns, in which order, under which names
and on which accounts, a file of data says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from quyet.core.ledger import KINDS

Value = str | int | date | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry in đồng, a reversal below nought. `number`, `voucher_day`: of the treasury's or the body's voucher."""

    entry: int
    kind: str
    day: date
    amount: int
    number: str
    voucher_day: date | None
    content: str
    line: str
    code: str
    chapter: str
    sub_category: str
    source: str
    payee: str
    tax_code: str
    contract: str
    reverses: int | None


@dataclass(frozen=True, slots=True)
class Book:
    """A mapping: the sheet's name, the columns with their headings, and by kind of entry the accounts to debit and to
    credit (None: an empty cell). Kinds that it does not name stay out."""

    sheet: str
    columns: tuple[tuple[str, str], ...]
    accounts: Mapping[str, tuple[str | None, str | None]]


COLUMNS: Mapping[str, Callable[[Entry, Book], Value]] = MappingProxyType({
    "entry": lambda one, _: one.entry,
    "kind": lambda one, _: KINDS[one.kind].vi,
    "day": lambda one, _: one.day,
    "amount": lambda one, _: one.amount,
    "number": lambda one, _: one.number,
    "voucher_day": lambda one, _: one.voucher_day,
    "content": lambda one, _: one.content,
    "line": lambda one, _: one.line,
    "code": lambda one, _: one.code,
    "chapter": lambda one, _: one.chapter,
    "sub_category": lambda one, _: one.sub_category,
    "source": lambda one, _: one.source,
    "payee": lambda one, _: one.payee,
    "tax_code": lambda one, _: one.tax_code,
    "contract": lambda one, _: one.contract,
    "reverses": lambda one, _: one.reverses,
    "debit": lambda one, book: book.accounts[one.kind][0],
    "credit": lambda one, book: book.accounts[one.kind][1],
})  # fmt: skip
"""What a column may hold. A column with a key of its own (`blank…`) stays empty."""


def table(book: Book, entries: Iterable[Entry]) -> Iterator[list[Value]]:
    """The headings, then a row for each entry of the kinds that the book names. Empty text is an empty cell."""
    yield [heading for _, heading in book.columns]
    for each in entries:
        if each.kind in book.accounts:
            yield [COLUMNS[key](each, book) or None if key in COLUMNS else None for key, _ in book.columns]
