"""What the papers of spending are filled with: plain values, gathered from the ledger. None and empty: not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quyet.core.estimates.buying import Route


@dataclass(frozen=True, slots=True)
class Office:
    """The body as it was called on the day: the lines of its letterhead, its name, `identifier` (mã ĐVQHNS), the place
    of its papers, and its symbol in their numbers."""

    superior: str
    issuer: str
    name: str
    identifier: str = ""
    place: str = ""
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Budget:
    """The allotment and the decision that the money is spent by."""

    year: int | None
    allotment: str = ""
    allotment_day: date | None = None
    chapter: str = ""
    category: str = ""
    sub_category: str = ""
    source: str = ""
    programme: str = ""
    decision: str = ""
    decision_day: date | None = None


@dataclass(frozen=True, slots=True)
class Payee:
    """Who gets the money: a supplier, or a person."""

    name: str
    tax_code: str = ""
    account: str = ""
    bank: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Spent:
    """Đồng on a line. `amount` None: not known for the line alone; `open`: of an advance that is being settled, what
    was open before."""

    content: str
    amount: int | None
    unit: str = ""
    quantity: Decimal | None = None
    unit_price: int | None = None
    code: str = ""
    source: str = ""
    open: int | None = None


@dataclass(frozen=True, slots=True)
class Bill:
    """An invoice, and how many đồng of it are paid here."""

    printed: str
    number: str
    day: date
    seller: str
    seller_tax_code: str
    total: int
    counted: int


@dataclass(frozen=True, slots=True)
class Price:
    """A quotation that stands behind a planned price, in đồng."""

    content: str
    supplier: str
    unit_price: int
    day: date | None
    is_chosen: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Purchase:
    """What is bought of a supplier, by a contract as it was signed or by a request without one: its đồng, its lines,
    the quotations behind them, the days of its activities, and the way to buy of its day."""

    title: str
    day: date
    value: int
    lines: tuple[Spent, ...]
    prices: tuple[Price, ...] = ()
    start: date | None = None
    end: date | None = None
    route: Route | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """A contract in đồng: its value now and at signing, and what it says of advances. `paid`, `advanced`: before the
    request."""

    number: str
    day: date
    title: str
    value: int
    signed_value: int
    advance_most: int | None
    paid: int = 0
    advanced: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """An appendix of a contract in đồng: what the contract was worth before it."""

    number: str
    day: date
    by: int
    reason: str
    before: int


@dataclass(frozen=True, slots=True)
class Settled:
    """The request that another one settles: its number and day, its đồng, and what was open of it before."""

    number: str
    day: date | None
    amount: int
    open: int


@dataclass(frozen=True, slots=True)
class Request:
    """A request for money: what it asks for, its papers, and who had which hand in it. `sent`: when it went to the
    treasury, or was paid out; `number`, `day`: of what was done."""

    kind: str
    title: str
    amount: int
    asked: date
    sent: date | None
    number: str
    day: date | None
    lines: tuple[Spent, ...]
    bills: tuple[Bill, ...] = ()
    listed: bool = False
    accepted_number: str = ""
    accepted_day: date | None = None
    accepted_value: int | None = None
    settles: Settled | None = None
    asker: str = ""
    checker: str = ""
    approver: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of one paper's subject."""

    office: Office
    budget: Budget
    payee: Payee | None = None
    contract: Agreement | None = None
    purchase: Purchase | None = None
    change: Change | None = None
    request: Request | None = None
    is_example: bool = False
