"""What the pages of spending say: kinds and states of requests, what is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django import template

from quyet.core.ledger import KINDS as ENTRIES
from quyet.core.payments import KINDS, Told
from quyet.core.payments.reversal import NAMES, UNDO
from quyet.core.payments.rules import STATE_NAMES
from quyet.queries.contract_page import rest_of
from quyet.queries.spending import Effect
from quyet.store.models import Contract, ContractAct, LedgerEntry, Line
from quyet.web import wording
from quyet.web.language import is_english, say

register = template.Library()

_SEGMENTS = {
    "used": ("đã chi", "used"),
    "advanced": ("tạm ứng", "advanced"),
    "held": ("đang giữ", "held"),
    "committed": ("còn trong hợp đồng", "left of contracts"),
    "left": ("còn lại", "left"),
}
_MARKS = {"paid": "good", "refused": "error", "returned": "warning", "withdrawn": "none"}


@register.filter
def kind_said(kind: str) -> str:
    """A kind of request in the page's language."""
    return say(KINDS[kind].vi, KINDS[kind].en)


@register.filter
def request_state(state: str) -> str:
    """Where a request stands."""
    return STATE_NAMES[state][int(is_english())]  # type: ignore[index]  # states of the core


@register.filter
def request_mark(state: str) -> str:
    """The look of that."""
    return _MARKS.get(state, "none")


@register.filter
def told_said(told: Told) -> str:
    """What is told, in the page's language."""
    return told.message_en if is_english() else told.message


@register.filter
def rest(contract: Contract) -> int:
    """What of a contract is neither held nor out, in đồng."""
    return rest_of(contract)


@register.filter
def segment_said(what: str) -> str:
    """A part of a bar."""
    return say(*_SEGMENTS[what])


_BALANCES = {
    "committed": ("Cam kết", "Committed"),
    "held": ("Đang giữ", "Held"),
    "advanced": ("Tạm ứng", "Advanced"),
    "staff": ("Cá nhân giữ", "With people"),
    "used": ("Đã chi", "Used"),
    "left": ("Còn lại", "Left"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A balance of a line before and after, in đồng."""

    name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class EffectTable:
    """What an act would make of lines: the balances that it moves, and what is left."""

    heads: Sequence[str]
    rows: Sequence[tuple[Line, Sequence[Change]]]


@register.simple_tag
def effect_table(effects: Sequence[Effect]) -> EffectTable:
    """The same as a table."""
    moving = [each for each in _BALANCES if each == "left" or any(_moves(effect, each) for effect in effects)]
    heads = [say(*_BALANCES[each]) for each in moving]
    rows = [
        (effect.line, [Change(head, getattr(effect.before, name), getattr(effect.after, name))
                       for name, head in zip(moving, heads, strict=True)])
        for effect in effects
    ]  # fmt: skip
    return EffectTable(heads, rows)


def _moves(effect: Effect, column: str) -> bool:
    return bool(getattr(effect.before, column) != getattr(effect.after, column))


# --- entries ---------------------------------------------------------------------------------------------------------


@register.filter
def entry_said(entry: LedgerEntry) -> str:
    """The kind of an entry in the page's language."""
    kind = ENTRIES[entry.kind]
    return say(kind.vi, kind.en)


@register.filter
def entry_amount(entry: LedgerEntry) -> str:
    """Its đồng; what takes back has a minus."""
    return ("−" if entry.reverses_id else "") + wording.number(entry.amount)


@register.filter
def way_back(entry: LedgerEntry) -> int | None:
    """The act on a contract that posted an entry, where it may be taken back; None else."""
    found = entry.of_contract.act if hasattr(entry, "of_contract") else None
    is_over = found is None or hasattr(found, "taken_back_by") or hasattr(entry, "reversed_by")
    return None if is_over or entry.reverses_id is not None else entry.of_contract.act_id


@register.filter
def way_back_name(entry: LedgerEntry) -> str:
    """What taking it back is called."""
    return say(*UNDO[entry.of_contract.act.what])  # type: ignore[index]  # written by the acts alone


@register.filter
def act_said(act: ContractAct) -> str:
    """What was done with a contract."""
    return say(*NAMES[act.what])  # type: ignore[index]  # the same


@register.filter
def undo_said(act: ContractAct) -> str:
    """What taking it back is called."""
    return say(*UNDO[act.what])  # type: ignore[index]  # the same
