"""What is told of a contract: the way to buy of that day, and parts of one purchase under several activities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from quyet.core.estimates.buying import Regime, route_of
from quyet.core.payments.model import Told
from quyet.core.values.amounts import dotted

UNLIKE = frozenset({"", "other", "study_tour", "training_conference"})
"""Kinds whose activities are not one kind of goods: nothing is said of splitting them."""


def way(regimes: Sequence[Regime], amount: int, day: date) -> Iterator[Told]:
    """Which way a purchase of so many đồng goes on that day."""
    route = route_of(regimes, amount, day)
    if route is None:
        yield Told(
            "way_unknown",
            f"Chưa có quy định mua sắm của ngày {day:%d/%m/%Y} trong dữ liệu: hãy tự đối chiếu.",
            f"No rule on buying of {day:%d/%m/%Y} is on file: check it yourself.",
        )
        return
    doubt, doubt_en = ("", "") if route.mark == "S" else (" (chưa đối chiếu văn bản)", " (not verified)")
    yield Told(
        "way",
        f"{dotted(amount)} đồng ngày {day:%d/%m/%Y}: {route.name_vi}. {route.source}{doubt}.",
        f"{dotted(amount)} đồng on {day:%d/%m/%Y}: {route.name_en}. {route.source}{doubt_en}.",
        source=route.source,
    )


def signed_before(signed: date, decision: str, decided: date) -> Iterator[Told]:
    """A contract that is older than the decision whose money it spends."""
    if signed < decided:
        yield Told(
            "contract_before_decision",
            f"Hợp đồng ký {signed:%d/%m/%Y}, trước {decision} ngày {decided:%d/%m/%Y} phê duyệt chương trình: kiểm tra "
            "căn cứ ký và nguồn kinh phí khi ký.",
            f"Signed on {signed:%d/%m/%Y}, before {decision} of {decided:%d/%m/%Y} approved the programme: see what it "
            "was signed on.",
        )


def split(
    regimes: Sequence[Regime], day: date, kind: str, amount: int, others: Sequence[tuple[str, int]]
) -> Iterator[Told]:
    """A purchase of one kind of goods beside others of it in the same programme, each by what it is called and its
    đồng: told where the way to buy all of them together is another."""
    if kind in UNLIKE or not others:
        return
    whole = amount + sum(each for _, each in others)
    together = route_of(regimes, whole, day)
    alone = {route_of(regimes, each, day) for each in (amount, *(each for _, each in others))}
    if together is None or alone == {together}:
        return
    beside = ", ".join(f"{called} {dotted(each)}" for called, each in others)
    yield Told(
        "split",
        f"Cùng loại với {beside} đồng; cộng lại {dotted(whole)} đồng thì phải {together.name_vi} ({together.source}): "
        "không chia nhỏ để chỉ định thầu. Luật Đấu thầu 22/2023/QH15, Điều 16 điểm l.",
        f"Of one kind with {beside} đồng; {dotted(whole)} đồng together go by {together.name_en} ({together.source}): "
        "a purchase may not be split for direct appointment. Luật Đấu thầu 22/2023/QH15, Điều 16 điểm l.",
        source="Luật Đấu thầu 22/2023/QH15, Điều 16 điểm l",
    )
