"""What a formula gives: exact decimals in, an exact decimal, a text, a flag or an error value out, as in Excel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, DecimalException, localcontext
from typing import Protocol

from quyet.files.readers.xlsx.cells.grid import Fault, Value
from quyet.files.readers.xlsx.formulas.areas import Area
from quyet.files.readers.xlsx.formulas.tree import Beyond, Call, Chain, Constant, Node, Signed

_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
"""More digits than any sheet has; only a division may need all of them."""

_LARGEST_POWER = 307

_DIV0, _VALUE, _NUM = Fault("#DIV/0!"), Fault("#VALUE!"), Fault("#NUM!")
_NOUGHT = Decimal(0)
_SUMS = {9: False, 109: True}
"""The numbers by which SUBTOTAL adds up, and whether rows that somebody hid are left out."""


Figure = Decimal | Fault


class Cells(Protocol):
    """Where the values come from."""

    def one(self, area: Area) -> Value:
        """The value of a cell."""

    def figures(self, area: Area) -> Iterable[Figure]:
        """The numbers of a range, and its error values; texts, flags and blanks do not count."""

    def total(self, area: Area) -> Figure:
        """Their sum."""

    def shown(self, area: Area, without_hidden: bool) -> Iterable[Figure]:
        """Those that SUBTOTAL adds up."""


def work(node: Node, cells: Cells) -> Value:
    """The value of a formula; Beyond where it cannot be told without knowing more than the file says."""
    with localcontext(_EXACT):
        try:
            value = _of(node, cells)
        except DecimalException:
            return _NUM
    if isinstance(value, Decimal) and value.adjusted() > _LARGEST_POWER:
        return _NUM
    return Decimal(0) if value is None else value  # a formula that points at a blank gives nought


def _of(node: Node, cells: Cells) -> Value:
    match node:
        case Constant(value):
            return value
        case Area():
            return cells.one(node)
        case Signed(operand, negative, percents):
            number = _number(_of(operand, cells))
            if isinstance(number, Fault):
                return number
            return (-number if negative else number).scaleb(-2 * percents)
        case Chain(first, rest):
            return _chain(first, rest, cells)
        case Call(name, arguments):
            return _FUNCTIONS[name](arguments, cells)


def _number(value: Value) -> Decimal | Fault:
    """A value where a number is wanted. Which number a text with dots or commas is, the language of Excel decides."""
    if isinstance(value, (Decimal, Fault)):
        return value
    if isinstance(value, str):
        if value.strip().isdecimal():
            return Decimal(value.strip())
        if any(c.isdigit() for c in value):
            raise Beyond("chữ trong phép tính")
        return _VALUE
    return Decimal(int(value or 0))


# --- operators -------------------------------------------------------------------------------------------------------


def _chain(first: Node, rest: Sequence[tuple[str, Node]], cells: Cells) -> Value:
    value = _of(first, cells)
    for sign, operand in rest:
        value = _two(sign, value, _of(operand, cells))
    return value


def _two(sign: str, one: Value, other: Value) -> Value:
    for value in (one, other):
        if isinstance(value, Fault):
            return value
    if sign in COMPARED:
        return compare(sign, one, other)
    left, right = _number(one), _number(other)
    if isinstance(left, Fault) or isinstance(right, Fault):
        return left if isinstance(left, Fault) else right
    if sign == "/":
        return left / right if right else _DIV0
    return left + right if sign == "+" else left - right if sign == "-" else left * right


# --- functions -------------------------------------------------------------------------------------------------------

Arguments = Sequence[Node]


def _sum(arguments: Arguments, cells: Cells) -> Value:
    """In cells only numbers count; what stands in the formula itself must be one."""
    parts = (cells.total(each) if isinstance(each, Area) else _number(_of(each, cells)) for each in arguments)
    return added(parts)


def added(figures: Iterable[Figure], start: Decimal = _NOUGHT) -> Figure:
    """The sum of numbers, or the first error value among them."""
    total = start
    for figure in figures:
        if isinstance(figure, Fault):
            return figure
        total += figure
    return total


def _subtotal(arguments: Arguments, cells: Cells) -> Value:
    number = _number(_of(arguments[0], cells))
    areas = [argument for argument in arguments[1:] if isinstance(argument, Area)]
    if isinstance(number, Fault) or int(number) not in _SUMS or len(areas) != len(arguments) - 1:
        raise Beyond("hàm SUBTOTAL (chỉ tính 9 và 109)")
    return added(figure for area in areas for figure in cells.shown(area, _SUMS[int(number)]))


def _product(arguments: Arguments, cells: Cells) -> Value:
    product, any_number = Decimal(1), False
    for each in arguments:
        for figure in cells.figures(each) if isinstance(each, Area) else [_number(_of(each, cells))]:
            if isinstance(figure, Fault):
                return figure
            product, any_number = product * figure, True
    return product if any_number else _NOUGHT


def _round(arguments: Arguments, cells: Cells) -> Value:
    if len(arguments) != 2:
        raise Beyond("hàm ROUND")
    number, places = (_number(_of(argument, cells)) for argument in arguments)
    if isinstance(number, Fault) or isinstance(places, Fault):
        return number if isinstance(number, Fault) else places
    if abs(places) > 20:
        return number if places > 0 else Decimal(0)
    return number.quantize(Decimal(1).scaleb(-int(places)), rounding=ROUND_HALF_UP)


def _if(arguments: Arguments, cells: Cells) -> Value:
    if not 2 <= len(arguments) <= 3:
        raise Beyond("hàm IF")
    asked = _of(arguments[0], cells)
    if isinstance(asked, str):
        return _VALUE
    if isinstance(asked, Fault):
        return asked
    if asked:
        return _of(arguments[1], cells)
    return _of(arguments[2], cells) if len(arguments) == 3 else False


_FUNCTIONS: dict[str, Callable[[Arguments, Cells], Value]] = {
    "SUM": _sum,
    "SUBTOTAL": _subtotal,
    "PRODUCT": _product,
    "ROUND": _round,
    "IF": _if,
}


COMPARED: dict[str, Callable[[int], bool]] = {
    "=": lambda order: order == 0,
    "<>": lambda order: order != 0,
    "<": lambda order: order < 0,
    ">": lambda order: order > 0,
    "<=": lambda order: order <= 0,
    ">=": lambda order: order >= 0,
}
"""The signs of a comparison: what they say of the order of two values."""


def compare(sign: str, one: Value, other: Value) -> bool:
    """`1 < 2`; neither is an error value."""
    return COMPARED[sign](_order(one, other))


def _order(one: Value, other: Value) -> int:
    """Below nought, nought, above: numbers come before texts, texts before flags; a blank is what it is beside."""
    left, right = _ranked(one, other), _ranked(other, one)
    return (left > right) - (left < right)


def _ranked(value: Value, beside: Value) -> tuple[int, Decimal, str]:
    if value is None:
        value = "" if isinstance(beside, str) else False if isinstance(beside, bool) else Decimal(0)
    if isinstance(value, bool):
        return 2, Decimal(int(value)), ""
    if isinstance(value, str):
        return 1, Decimal(0), value.lower()
    return 0, value if isinstance(value, Decimal) else Decimal(0), ""
