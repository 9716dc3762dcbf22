"""Balances as people read them, and why an entry was refused, with every number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quyet.core.ledger import Balances, moved, moves_of
from quyet.core.values.amounts import dotted
from quyet.store.models import Allotment, Contract, LedgerEntry, Line, Programme, Share


def sentence_of(table: str, pk: int, asked: int) -> tuple[str, str]:
    """Why a row does not hold, in both languages: what it may hold, what is taken of it and how, what is left, what was
    asked for, in đồng."""
    return _SENTENCES[table](pk, asked)


def _allotment(pk: int, asked: int) -> tuple[str, str]:
    row = Allotment.objects.get(pk=pk)
    left = row.reserved - row.taken
    return (
        f"dự toán {row.deciding_text}: giao {dotted(row.ceiling)}, chương trình giữ {dotted(row.reserved)}, "
        f"đã dùng {dotted(row.taken)}, còn {dotted(left)}; cần thêm {dotted(asked)} đồng",
        f"allotment {row.deciding_text}: {dotted(row.ceiling)} given, {dotted(row.reserved)} held by programmes, "
        f"{dotted(row.taken)} taken, {dotted(left)} left; {dotted(asked)} đồng more are needed",
    )


def _programme(pk: int, asked: int) -> tuple[str, str]:
    row = Programme.objects.get(pk=pk)
    left = row.ceiling - row.taken
    return (
        f"chương trình: được duyệt {dotted(row.ceiling)}, đã cam kết và chi {dotted(row.taken)}, còn {dotted(left)}; "
        f"cần thêm {dotted(asked)} đồng",
        f"programme: {dotted(row.ceiling)} approved, {dotted(row.taken)} taken, {dotted(left)} left; "
        f"{dotted(asked)} đồng more are needed",
    )


def _line(pk: int, asked: int) -> tuple[str, str]:
    row = Line.objects.get(pk=pk)
    left = row.ceiling - row.taken
    return (
        f"dòng «{row.content[:80]}»: được giao {dotted(row.ceiling)}, cam kết {dotted(row.committed)}, "
        f"đang giữ {dotted(row.held)}, tạm ứng {dotted(row.advanced)} (cá nhân {dotted(row.staff)}), "
        f"đã chi {dotted(row.used)}, còn {dotted(left)}; cần thêm {dotted(asked)} đồng",
        f"line “{row.content[:80]}”: {dotted(row.ceiling)} given, {dotted(row.committed)} committed, "
        f"{dotted(row.held)} held, {dotted(row.advanced)} advanced ({dotted(row.staff)} with people), "
        f"{dotted(row.used)} used, {dotted(left)} left; {dotted(asked)} đồng more are needed",
    )


def _contract(pk: int, asked: int) -> tuple[str, str]:
    if (gone := Contract.objects.filter(pk=pk, taken_back=True).first()) is not None:
        return (
            f"hợp đồng {gone.number} đã hủy vì nhập nhầm: không ghi gì thêm vào hợp đồng này",
            f"contract {gone.number} was taken back: nothing more is entered on it",
        )
    return _drawn(f"hợp đồng {(row := Contract.objects.get(pk=pk)).number}", f"contract {row.number}", row, asked)


def _share(pk: int, asked: int) -> tuple[str, str]:
    row = Share.objects.select_related("contract", "line").get(pk=pk)
    vi = f"hợp đồng {row.contract.number} trên dòng «{row.line.content[:60]}»"
    return _drawn(vi, f"contract {row.contract.number} on line “{row.line.content[:60]}”", row, asked)


def _drawn(vi: str, en: str, row: Contract | Share, asked: int) -> tuple[str, str]:
    out = row.held + row.advanced + row.used
    return (
        f"{vi}: cam kết {dotted(row.committed)}, đang giữ {dotted(row.held)}, tạm ứng {dotted(row.advanced)}, "
        f"đã chi {dotted(row.used)}, còn {dotted(row.committed - out)}; cần thêm {dotted(asked)} đồng",
        f"{en}: {dotted(row.committed)} committed, {dotted(row.held)} held, {dotted(row.advanced)} advanced, "
        f"{dotted(row.used)} used, {dotted(row.committed - out)} left; {dotted(asked)} đồng more are needed",
    )


_SENTENCES = {
    "allotment": _allotment,
    "programme": _programme,
    "line": _line,
    "contract": _contract,
    "share": _share,
}


# --- what the entries make -------------------------------------------------------------------------------------------


def replayed(entries: Iterable[LedgerEntry], ceilings: Mapping[int, int]) -> dict[int, Balances]:
    """The balances of lines (by number) that entries make, in their order, from the ceilings that the lines had before
    any. A plain replay: it asks nothing and holds nothing."""
    found = {line: Balances(ceiling=ceiling) for line, ceiling in ceilings.items()}
    for each in entries:
        moves = moves_of(each.kind, each.contract_id is not None, each.reverses_id is not None)
        found[each.line_id] = moved(found[each.line_id], moves, each.amount)
    return found
