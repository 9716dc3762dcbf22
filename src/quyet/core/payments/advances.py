"""Advances of the treasury: how much at most, until when they are settled, and by when a contract's are recovered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from quyet.core.payments.model import Told
from quyet.core.values.amounts import dotted
from quyet.core.values.days import month_end
from quyet.core.values.mark import Mark


@dataclass(frozen=True, slots=True)
class Percent:
    """A share in percent, and where it is written."""

    percent: int
    source: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Months:
    """Until the last day of the month so many months after, and where it is written."""

    months: int
    source: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Regime:
    """What holds of advances from `since` to `until` (both inside, None: open), for money of the fiscal years
    `first_year` to `last_year`. `over`: a contract above so many đồng is one of the treasury's; `most`: all its
    advances together, of its value at signing; `recovered`: what is paid when nothing of them may be open; `settled`:
    until when an advance without such a contract is settled."""

    key: str
    since: date
    until: date | None
    first_year: int | None
    last_year: int | None
    over: int | None
    most: Percent | None
    recovered: Percent | None
    settled: Months | None


def regime_of(regimes: Sequence[Regime], year: int, day: date) -> Regime | None:
    """What holds on a day for money of a fiscal year; None where nothing is known."""
    return next((each for each in regimes if _holds(each, year, day)), None)


def _holds(regime: Regime, year: int, day: date) -> bool:
    in_days = regime.since <= day and (regime.until is None or day <= regime.until)
    from_year = regime.first_year is None or regime.first_year <= year
    return in_days and from_year and (regime.last_year is None or year <= regime.last_year)


@dataclass(frozen=True, slots=True)
class OfContract:
    """A contract as a request on it meets it, in đồng: its value now and at signing, what it says an advance may be at
    most (None: nothing), all its advances with those held, what is open of them, what is paid with what is held."""

    number: str
    value: int
    signed: int
    agreed: int | None
    given: int
    open: int
    paid: int


def limits(regime: Regime | None, contract: OfContract | None, amount: int, day: date) -> Iterator[Told]:
    """What is told of an advance of so many đồng, beside what its line and contract have left."""
    if regime is None:
        yield Told(
            "advance_unknown",
            f"Chưa có quy định về tạm ứng của ngày {day:%d/%m/%Y} trong dữ liệu: hãy tự đối chiếu.",
            f"No rule on advances of {day:%d/%m/%Y} is on file: check it yourself.",
        )
        return
    if contract is None:
        return
    total = contract.given + amount
    if contract.agreed is not None and total > contract.agreed:
        yield Told(
            "advance_agreed",
            f"Tổng tạm ứng của hợp đồng {contract.number} sẽ là {dotted(total)} đồng, hợp đồng ghi tối đa "
            f"{dotted(contract.agreed)}: còn được tạm ứng {dotted(max(contract.agreed - contract.given, 0))} đồng.",
            f"Advances of contract {contract.number} would come to {dotted(total)} đồng; it says at most "
            f"{dotted(contract.agreed)}: {dotted(max(contract.agreed - contract.given, 0))} đồng are left.",
            stops=True,
        )
    if regime.most is None or regime.over is None or contract.signed <= regime.over:
        return
    most = contract.signed * regime.most.percent // 100
    if total > most:
        yield Told(
            "advance_most",
            f"Tổng tạm ứng của hợp đồng {contract.number} sẽ là {dotted(total)} đồng, quá {regime.most.percent} % giá "
            f"trị khi ký ({dotted(contract.signed)} đồng): tối đa {dotted(most)}, đã tạm ứng {dotted(contract.given)}, "
            f"còn được {dotted(max(most - contract.given, 0))} đồng. {regime.most.source}.",
            f"Advances of contract {contract.number} would come to {dotted(total)} đồng, above {regime.most.percent} % "
            f"of its value at signing ({dotted(contract.signed)} đồng): at most {dotted(most)}, "
            f"{dotted(contract.given)} given, {dotted(max(most - contract.given, 0))} đồng left. {regime.most.source}.",
            stops=regime.most.mark == "S",
            source=regime.most.source,
        )


def recovery(regime: Regime | None, contract: OfContract, amount: int) -> Iterator[Told]:
    """What is told of a payment of so many đồng on a contract of which advances are open."""
    if regime is None or regime.recovered is None or regime.over is None or contract.signed <= regime.over:
        return
    bound = -(-contract.value * regime.recovered.percent // 100)
    paid = contract.paid + amount
    if contract.open and paid >= bound:
        yield Told(
            "advance_recovered",
            f"Với khoản này, hợp đồng {contract.number} đã thanh toán {dotted(paid)} đồng, từ "
            f"{regime.recovered.percent} % giá trị ({dotted(bound)} đồng) trở lên, mà còn tạm ứng "
            f"{dotted(contract.open)} đồng chưa thu hồi: thanh toán tạm ứng trước. {regime.recovered.source}.",
            f"With this, {dotted(paid)} đồng of contract {contract.number} are paid, {regime.recovered.percent} % of "
            f"its value ({dotted(bound)} đồng) or more, and {dotted(contract.open)} đồng of advances are open: clear "
            f"them first. {regime.recovered.source}.",
            stops=regime.recovered.mark == "S",
            source=regime.recovered.source,
        )


def settle_by(regime: Regime | None, contract_value: int | None, day: date) -> date | None:
    """The last day to settle an advance that was given on `day`; None where none is known. An advance on a contract of
    the treasury's is recovered as its volume is paid, and has no day of its own."""
    if regime is None or regime.settled is None:
        return None
    if contract_value is not None and regime.over is not None and contract_value > regime.over:
        return None
    months = day.month - 1 + regime.settled.months
    return month_end(day.year + months // 12, months % 12 + 1)
