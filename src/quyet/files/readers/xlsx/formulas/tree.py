"""A formula as a tree: what is worked anew here (+ − × ÷ ( ) %, comparisons, five functions), and a word for the rest.

How deep it may nest is bounded, as in Excel.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from quyet.files.readers.xlsx.cells.grid import Fault, Value
from quyet.files.readers.xlsx.formulas.areas import AREA, SHEET, Area, area_of

FUNCTIONS = ("SUM", "SUBTOTAL", "PRODUCT", "ROUND", "IF")
_DEEPEST = 64


class Beyond(Exception):
    """A formula that is not worked anew here. `what` says what it uses, as a person would look for it; `file` is the
    number of the other file that it reaches into."""

    def __init__(self, what: str, file: int | None = None) -> None:
        super().__init__(what)
        self.what, self.file = what, file


@dataclass(frozen=True, slots=True)
class Constant:
    value: Value


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """An operand with the sign before it and the % behind it."""

    operand: Node
    negative: bool
    percents: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Operands of one rank, worked from the left: a + b − c."""

    first: Node
    rest: tuple[tuple[str, Node], ...]


Node = Constant | Area | Call | Signed | Chain

_TOKEN = re.compile(
    r'\s*(?:(?P<text>"(?:[^"]|"")*")'
    r"|(?P<fault>#(?:REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!))"
    r"|(?P<other_file>(?:'[^'\[]*\[[^\]]+\][^']*'|\[\d+\][^!\s(),]*)!)"
    r"|(?P<function>[^\W\d][\w.]*)\("
    rf"|(?:{SHEET})?(?P<area>{AREA})(?![\w.(!])"
    r"|(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?)"
    r"|(?P<name>(?:'[^']*'|[^\W\d])[\w.:!]*(?:\[[^\]]*\])*)"
    r"|(?P<sign><=|>=|<>|[-+*/^&=<>%(),])"
    r"|(?P<end>$))"
)

_RANKS = (("=", "<>", "<", ">", "<=", ">="), ("&",), ("+", "-"), ("*", "/"))
"""Operators by rank, the weakest first."""


def tree_of(formula: str) -> Node:
    """The tree of a formula. Beyond where it uses anything that is not worked here."""
    parser = _Parser(formula)
    node = parser.chain(0)
    if parser.kind != "end":
        raise Beyond(f"dấu «{parser.written}»")
    return node


class _Parser:
    """`kind`, `written` and `area` are those of the word that comes next."""

    def __init__(self, formula: str) -> None:
        self._formula, self._at, self._depth = formula.rstrip(), 0, 0
        self.kind, self.written, self.area = "", "", area_of("", "A1")
        self._advance()

    def _advance(self) -> str:
        """Step over the next word, and give it."""
        passed = self.written
        found = _TOKEN.match(self._formula, self._at)
        if found is None:
            raise Beyond(f"«{self._formula[self._at : self._at + 20]}»")
        self._at = found.end()
        self.kind = found.lastgroup or ""
        self.written = found[self.kind]
        if self.kind == "area":
            sheet = found["bare"] or (found["quoted"] or "").replace("''", "'")
            self.area = area_of(sheet, self.written)
        return passed

    def _is(self, *signs: str) -> bool:
        return self.kind == "sign" and self.written in signs

    def chain(self, rank: int) -> Node:
        """Operands of a rank with the operators between them."""
        if rank == len(_RANKS):
            return self._signed()
        first = self.chain(rank + 1)
        rest: list[tuple[str, Node]] = []
        while self._is(*_RANKS[rank]):
            sign = self._advance()
            if sign == "&":
                raise Beyond("phép nối chữ (&)")
            rest.append((sign, self.chain(rank + 1)))
        return Chain(first, tuple(rest)) if rest else first

    def _signed(self) -> Node:
        negative = False
        while self._is("-", "+"):
            negative ^= self._advance() == "-"
        operand = self._operand()
        percents = 0
        while self._is("%"):
            self._advance()
            percents += 1
        if self._is("^"):
            raise Beyond("phép lũy thừa (^)")
        return Signed(operand, negative, percents) if negative or percents else operand

    def _operand(self) -> Node:
        kind, area = self.kind, self.area
        written = self._advance() if kind in _OPERANDS or self._is("(") else ""
        match kind:
            case "area":
                return area
            case "number":
                return Constant(Decimal(written))
            case "text":
                return Constant(written[1:-1].replace('""', '"'))
            case "fault":
                return Constant(Fault(written))
            case "function":
                return self._call(written.upper().removeprefix("_XLFN.").removeprefix("_XLWS."))
            case "name":
                return _named(written)
            case "other_file":
                number = re.search(r"\[(\d+)\]", written)
                raise Beyond(f"tệp khác ({written.rstrip('!')})", int(number[1]) if number else 0)
        if written != "(":
            raise Beyond(f"dấu «{self.written}»")
        self._deeper()
        inside = self.chain(0)
        self._close()
        return inside

    def _call(self, name: str) -> Node:
        if name not in FUNCTIONS:
            raise Beyond(f"hàm {name}")
        self._deeper()
        arguments: list[Node] = []
        while True:
            arguments.append(Constant(None) if self._is(",", ")") else self.chain(0))
            if not self._is(","):
                break
            self._advance()
        self._close()
        return Call(name, tuple(arguments))

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Beyond(f"hơn {_DEEPEST} lớp ngoặc")

    def _close(self) -> None:
        if not self._is(")"):
            raise Beyond(f"dấu «{self.written}»")
        self._depth -= 1
        self._advance()


_OPERANDS = ("area", "number", "text", "fault", "function", "name", "other_file")


def _named(written: str) -> Node:
    """TRUE and FALSE; any other name is one of the file's own."""
    if written.upper() in ("TRUE", "FALSE"):
        return Constant(written.upper() == "TRUE")
    raise Beyond(f"tên «{written}»")
