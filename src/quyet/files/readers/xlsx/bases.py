"""The sheet «Cơ sở giá» that an export has beside its estimate: why each price is what it is, a row a quotation."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from quyet.core.estimates.model import PriceBasis, PriceKind, Quotation
from quyet.core.values.folding import fold, squeeze
from quyet.files.readers.sheet import tidy
from quyet.files.readers.xlsx.cells.grid import Cell, Grid
from quyet.files.readers.xlsx.said import plain

KINDS: dict[str, PriceKind] = {"định mức": "norm", "báo giá": "quotation", "hợp đồng": "contract", "kế hoạch": "plan"}

_FIELDS = {
    "định mức": "norm", "loại địa bàn": "place", "đối tượng": "rank", "tỉnh": "province", "căn cứ": "reference",
    "lý do chọn": "why",
}  # fmt: skip


def read_bases(grid: Grid, heading: int) -> dict[str, PriceBasis]:
    """The basis of each line by its key. Rows without a known kind go on with the quotations of the row above."""
    names = {fold(squeeze(plain(cell.value))): column for column, cell in grid.rows[heading].items()}
    found: dict[str, PriceBasis] = {}
    for row in grid.rows_between(heading + 1, grid.order[-1]):
        said = {name: grid.rows[row][column] for name, column in names.items() if column in grid.rows[row]}
        key, kind = _text(said.get("mã dòng")), KINDS.get(fold(_text(said.get("cơ sở giá")) or ""))
        if key is not None and key not in found and kind is not None:
            found[key] = _basis(kind, said)
        quotation = _quotation(said)
        if key in found and quotation is not None:
            found[key].quotations.append(quotation)
    return found


def _basis(kind: PriceKind, said: dict[str, Cell]) -> PriceBasis:
    chosen = said.get("chọn báo giá")
    number = chosen.value if chosen else None
    basis = PriceBasis(kind, chosen=int(number) if isinstance(number, Decimal) and 0 <= number < 100 else None)
    for name, field in _FIELDS.items():
        setattr(basis, field, _text(said.get(name)))
    return basis


def _quotation(said: dict[str, Cell]) -> Quotation | None:
    supplier, price, day = (said.get(name) for name in ("nhà cung cấp", "giá chào", "ngày báo giá"))
    name, amount = _text(supplier), price.value if price else None
    if name is None or not isinstance(amount, Decimal) or amount != int(amount):
        return None
    return Quotation(name, int(amount), _day(day))


def _day(cell: Cell | None) -> date | None:
    value = cell.value if cell else None
    if isinstance(value, Decimal) and 0 < value < 2_958_466:
        return date(1899, 12, 30) + timedelta(days=int(value))
    return None


def _text(cell: Cell | None) -> str | None:
    """A number is written without groups: a year is none of money."""
    if cell is None:
        return None
    said = f"{cell.value:f}" if isinstance(cell.value, Decimal) else plain(cell.value)
    return squeeze(tidy(said)) or None
