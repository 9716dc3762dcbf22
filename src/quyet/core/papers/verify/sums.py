"""Money: products, sums, figures and words, and what no budget pays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quyet.core.decisions.model import Estimate, EstimateLine, Total
from quyet.core.estimates.sums import children, outermost, quantity_of, sum_of, worth
from quyet.core.papers.draft import Draft, DraftProgramme
from quyet.core.papers.said import dong, number
from quyet.core.papers.verify.fault import Fault, Path
from quyet.core.values.words import LIMIT, from_words


def sums(draft: Draft) -> Iterator[Fault]:
    """Amounts that are not what their parts make, or that nobody can pay."""
    for index, estimate in enumerate(draft.estimates):
        yield from _estimate(estimate, ("estimates", index))
    if draft.programme is not None:
        yield from _negative(draft.programme)
        if draft.programme.total is not None:
            yield from _words(draft.programme.total)
            yield from _total(draft, draft.programme)


def _estimate(estimate: Estimate, path: Path) -> Iterator[Fault]:
    for index, line in enumerate(estimate.lines):
        yield from _line(line, sum_of(children(estimate.lines, index)), (*path, "lines", index))
    whole = sum_of(outermost(estimate.lines))
    yield from _held((*path, "total"), estimate.total, whole, "tổng các dòng", "the sum of the lines")
    if estimate.total is not None and estimate.total < 0:
        yield _below_nought((*path, "total"), estimate.total)


def _line(line: EstimateLine, parts: int | None, path: Path) -> Iterator[Fault]:
    place = (*path, "amount")
    yield from _held(place, line.amount, worth(line), "số lượng × đơn giá", "quantity × unit price")
    product = quantity_of(line)
    if product != line.quantity and product is not None and line.quantity is not None:
        yield Fault(
            (*path, "quantity"),
            f"ghi {number(line.quantity)}, nhân các thừa số là {number(product)}",
            f"says {number(line.quantity)}, the product of the factors is {number(product)}",
        )
    yield from _held(place, line.amount, parts, "tổng các dòng bên dưới", "the sum of the lines below")
    if line.quantity is not None and line.quantity < 0:
        yield Fault(
            (*path, "quantity"), f"số lượng không được âm: {line.quantity}", f"no quantity is negative: {line.quantity}"
        )
    elif line.unit_price is not None and line.unit_price < 0:
        yield _below_nought((*path, "unit_price"), line.unit_price)
    elif line.amount is not None and line.amount < 0:
        yield _below_nought(place, line.amount)


def _negative(programme: DraftProgramme) -> Iterator[Fault]:
    for at, activity in enumerate(programme.activities):
        if activity.amount is not None and activity.amount < 0:
            yield _below_nought(("programme", "activities", at, "amount"), activity.amount)
    for at, source in enumerate(programme.sources):
        if source.amount is not None and source.amount < 0:
            yield _below_nought(("programme", "sources", at, "amount"), source.amount)
    total = programme.total.amount if programme.total else None
    if total is not None and total < 0:
        yield _below_nought(("programme", "total", "amount"), total)


def _words(total: Total) -> Iterator[Fault]:
    """The sum in words, and the number that a draft says they are."""
    path: Path = ("programme", "total")
    worth = from_words(total.words) if total.words is not None else total.amount
    if total.words is not None and worth is None:
        yield Fault(
            (*path, "words"),
            f"«{total.words}» không đọc được thành một số tiền",
            f"{total.words!r} cannot be read as an amount",
        )
    elif total.amount is not None and worth is not None and worth != total.amount:
        yield Fault(
            (*path, "words"),
            f"«{total.words}» là {dong(worth)}, số ghi {dong(total.amount)}",
            f"{total.words!r} is {dong(worth)}, the figure says {dong(total.amount)}",
        )
    if total.in_words_amount is not None and worth is not None and total.in_words_amount != worth:
        path = (*path, "in_words_amount")
        yield _differs(path, total.in_words_amount, worth, "số tiền", "the amount")


def _total(draft: Draft, programme: DraftProgramme) -> Iterator[Fault]:
    total = programme.total.amount if programme.total else None
    if total is None:
        return
    path: Path = ("programme", "total", "amount")
    annexes = [estimate.total for estimate in draft.estimates if estimate.total is not None]
    if annexes and total not in (annexes[0], sum(annexes)):
        yield _differs(path, total, annexes[0], "tổng của dự toán", "the total of the estimate")
    activities = [activity.amount for activity in programme.activities]
    yield from _parts(path, total, activities, "tổng các hoạt động", "the sum of the activities")
    sources = [source.amount for source in programme.sources]
    yield from _parts(path, total, sources, "tổng các nguồn", "the sum of the sources")


def _parts(path: Path, total: int, amounts: Sequence[int | None], of: str, of_en: str) -> Iterator[Fault]:
    """The parts make the total; where some have no amount, the others may not exceed it."""
    known = [amount for amount in amounts if amount is not None]
    if known and (sum(known) > total or (len(known) == len(amounts) and sum(known) != total)):
        yield _differs(path, total, sum(known), of, of_en)


def _held(path: Path, stated: int | None, right: int | None, of: str, of_en: str) -> Iterator[Fault]:
    """A stated amount that differs from the right one; a right one that is beyond what money may be."""
    if right is not None and abs(right) > LIMIT:
        yield Fault(
            path,
            f"{of} là {dong(right)}, vượt một triệu tỷ đồng (10^15)",
            f"{of_en} is {dong(right)}, more than one million billion đồng (10^15)",
        )
    elif right is not None and stated != right:
        yield _differs(path, stated, right, of, of_en)


def _differs(path: Path, stated: int | None, right: int, of: str, of_en: str) -> Fault:
    said = dong(stated) if stated is not None else "?"
    return Fault(path, f"ghi {said}, {of} là {dong(right)}", f"says {said}, {of_en} is {dong(right)}")


def _below_nought(path: Path, amount: int) -> Fault:
    return Fault(path, f"số tiền không được âm: {dong(amount)}", f"no amount is negative: {dong(amount)}")
