"""What only the whole table tells: whether Số lượng is a factor or the product of the others, whether prices have VAT
inside, whether the products come out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import prod

from quyet.core.estimates.model import Factor, Vat
from quyet.core.estimates.sums import worth
from quyet.core.values.amounts import dotted, round_dong
from quyet.files.readers.xlsx.remarks import cell_name
from quyet.files.readers.xlsx.said import figure
from quyet.files.readers.xlsx.tables.found import SheetTable
from quyet.files.readers.xlsx.tables.lines import Entry
from quyet.files.readers.xlsx.tables.sight import Sight

_RATES = (Decimal(5), Decimal(8), Decimal(10))
"""The rates that a tax given in money may have."""


def settle(entries: Sequence[Entry], table: SheetTable, sight: Sight) -> None:
    """Give every line its factors, quantity and VAT; say which products do not come out."""
    heading = table.heading
    quantity, price, amount = (heading.at.get(name) for name in ("quantity", "unit_price", "amount"))
    if quantity is not None and _quantity_is_factor(entries):
        for entry in entries:
            _take_for_factor(entry, quantity.place)
    tax_on_top = bool(price and price.before_tax) or bool(amount and amount.with_tax and not (price and price.with_tax))
    for entry in entries:
        _multiply(entry)
        _tax(entry, tax_on_top)
    if amount is not None and (heading.factors or "vat" in heading.at):  # plain tables are checked as those of papers
        _tell_products(entries, table, sight, amount.place)


def _take_for_factor(entry: Entry, place: int) -> None:
    """Only beside others: a lone number under Số lượng is a quantity and no factor."""
    line = entry.line
    if entry.factors and line.quantity is not None:
        entry.factors.append((place, Factor(line.quantity, line.unit)))
        line.quantity = None


def _quantity_is_factor(entries: Sequence[Entry]) -> bool:
    """Số lượng beside Số ngày: whichever of the two meanings makes more products come out; a factor where neither does
    and the numbers differ."""
    product = factor = differ = 0
    for entry in entries:
        line, others = entry.line, _product(entry)
        if line.quantity is None or others is None or others == 1:
            continue
        differ += line.quantity != others
        if line.unit_price is not None and line.amount is not None:
            product += _comes_out(line.quantity, entry)
            factor += _comes_out(line.quantity * others, entry)
    return factor > product if product or factor else bool(differ)


def _product(entry: Entry) -> Decimal | None:
    return prod((factor.value for _, factor in entry.factors), start=Decimal(1)) if entry.factors else None


def _comes_out(quantity: Decimal, entry: Entry) -> bool:
    """Whether quantity × price is the amount, without VAT or with it on top."""
    line, exact = entry.line, quantity * (entry.line.unit_price or 0)
    rates = [Decimal(0), *([entry.rate] if entry.rate is not None else _RATES if entry.tax else ())]
    return line.amount is not None and any(abs(exact * (100 + rate) / 100 - line.amount) <= 1 for rate in rates)


def _multiply(entry: Entry) -> None:
    """The factors in the order of their columns, and their product."""
    line = entry.line
    line.factors = [factor for _, factor in sorted(entry.factors, key=lambda each: each[0])]
    if len(line.factors) == 1 and line.quantity is None:
        line.quantity = line.factors[0].value
    elif line.factors and line.quantity is None:
        line.quantity = _product(entry)


def _tax(entry: Entry, on_top: bool) -> None:
    """`on_top`: what the headings say. What comes out in money says more, what stands in the cell itself most."""
    line = entry.line
    rate = entry.rate if entry.rate is not None else _rate_of(entry)
    if rate is None:
        return
    line.vat = Vat(rate, not on_top if entry.tax_inside is None else entry.tax_inside)
    if entry.tax_inside is None and worth(line) != line.amount:
        other = Vat(rate, not line.vat.inside)
        line.vat, first = other, line.vat
        line.vat = other if worth(line) == line.amount else first


def _rate_of(entry: Entry) -> Decimal | None:
    """The rate of a tax that is given in money; None where no rate gives it."""
    line = entry.line
    if not entry.tax or line.quantity is None or line.unit_price is None:
        return None
    price = line.quantity * line.unit_price
    shares = {rate: (price * rate / 100, price * rate / (100 + rate)) for rate in _RATES}
    return next((rate for rate, taxes in shares.items() if entry.tax in map(round_dong, taxes)), None)


# --- what does not come out ------------------------------------------------------------------------------------------


def _tell_products(entries: Sequence[Entry], table: SheetTable, sight: Sight, amount: int) -> None:
    known = [(entry, worth(entry.line)) for entry in entries if entry.line.amount is not None]
    wrong = [(entry, product) for entry, product in known if product is not None and _is_off(entry, product, table)]
    some_right = len(wrong) < sum(product is not None for _, product in known)
    for entry, product in wrong:
        spot = (sight.sheet, entry.row, amount)
        said = f"{cell_name(spot)}: {_written(entry)} = {dotted(product)}, ô ghi {dotted(entry.line.amount or 0)}"
        if abs(product - (entry.line.amount or 0)) < 1000 and (entry.line.amount or 0) % 1000 == 0:
            sight.remarks.add("rounded", f"{said} (làm tròn).", spot)
        elif some_right:
            sight.remarks.add("product", f"{said}.", spot)
        else:
            sight.remarks.add("product_unsure", f"{said}. Xem lại cột nào là thừa số.", spot)


def tell_parts(entries: Sequence[Entry], table: SheetTable, sight: Sight) -> None:
    """Say where what a line has of its sources, or of the quarters, is not its sum."""
    amount = table.heading.at.get("amount")
    for entry in entries if amount else ():
        for kind, called in (("source", "các nguồn"), ("quarter", "các quý")):
            parts = [value for column, value in entry.parts if column.part == kind]
            added, stated = sum(parts), entry.line.amount
            if (
                parts
                and amount
                and stated is not None
                and abs(added - stated) > table.scale * len(parts) * (table.scale > 1)
            ):
                spot = (sight.sheet, entry.row, amount.place)
                said = f"{cell_name(spot)}: {called} cộng lại {dotted(added)}, ô ghi {dotted(stated)}."
                sight.remarks.add("parts", said, spot)


def _is_off(entry: Entry, product: int, table: SheetTable) -> bool:
    """Beyond what the unit of the table rounds away."""
    slack = Decimal(table.scale) / 2 if table.scale > 1 else Decimal(0)
    return abs(product - (entry.line.amount or 0)) > slack * (1 + (entry.line.quantity or 0))


def _written(entry: Entry) -> str:
    """`150 × 2 × 20.000 + VAT 8%`"""
    line = entry.line
    numbers = [factor.value for factor in line.factors] or [line.quantity or Decimal(0)]
    said = " × ".join([*map(figure, numbers), dotted(line.unit_price or 0)])
    return said if line.vat is None or line.vat.inside else f"{said} + VAT {figure(line.vat.rate)}%"
