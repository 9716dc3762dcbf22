"""The rows of an estimate as a form. Written here and not as a template: five hundred lines have six thousand cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from quyet.core.estimates.totals import Step
from quyet.files.drafts.rows import CARRIED
from quyet.queries.marked_text import harmless
from quyet.web import wording
from quyet.web.estimate_table import COLUMNS, FIGURES, TableRow
from quyet.web.language import say

register = template.Library()
register.filter("field_name", lambda name: wording.named(wording.ESTIMATE_FIELDS, name))

ACTIVITIES = "activities"
"""The list that the cells of a line's activity offer."""
ACTS = (
    ("add", "Thêm dưới", "Add below"),
    ("up", "Lên", "Up"),
    ("down", "Xuống", "Down"),
    ("drop", "Xóa", "Remove"),
    ("basis", "Căn cứ giá", "Basis of the price"),
)


@register.simple_tag
def estimate_rows(rows: Sequence[TableRow], may_edit: bool = True) -> SafeString:
    """All rows; below each what is beside its price, and the buttons of those who have no script. Who may not change
    them reads words and not fields, which would cut them off."""
    names = {name: escape(wording.named(wording.ESTIMATE_FIELDS, name)) for name in wording.ESTIMATE_FIELDS}
    names |= {"line": escape(say("dòng", "line")), "refused": escape(say("Chưa nhận:", "Refused:"))}
    if not may_edit:
        return mark_safe("".join(_read_row(n, row, names) for n, row in enumerate(rows)))
    acts = [(act, escape(say(vi, en))) for act, vi, en in ACTS]
    return mark_safe("".join(_row(n, row, names, acts) for n, row in enumerate(rows)))


def _row(n: int, row: TableRow, names: Mapping[str, str], acts: Iterable[tuple[str, str]]) -> str:
    cells = "".join(_cell(n, row, name, names[name], names["line"]) for name in COLUMNS)
    return _two_rows(n, row, cells, _beside(n, row, names) + _acts(n, names["line"], acts))


def _read_row(n: int, row: TableRow, names: Mapping[str, str]) -> str:
    cells = "".join(_read_cell(row, name, names[name]) for name in COLUMNS)
    return _two_rows(n, row, cells, _beside(n, row, names))


def _two_rows(n: int, row: TableRow, cells: str, beside: str) -> str:
    kind = "line group" if row.is_group else "line"
    return (
        f'<tr class="{kind} level-{min(row.level, 4)}" id="row-{n}">{cells}</tr>'
        f'<tr class="beside"><td></td><td colspan="{len(COLUMNS) - 1}">{beside}</td></tr>'
    )


def _read_cell(row: TableRow, name: str, said: str) -> str:
    kind = "figure" if name in FIGURES else name
    words = {"amount": row.amount, "quantity": row.cells["quantity"] or row.product}.get(name) or row.cells.get(
        name, ""
    )
    return f'<td class="{kind} {name}" data-label="{said}">{escape(words)}</td>'


def _cell(n: int, row: TableRow, name: str, said: str, line: str) -> str:
    kind = "figure" if name in FIGURES else name
    if name == "amount":
        kept = "".join(f'<input type="hidden" name="{each}" value="{escape(row.cells[each])}">' for each in CARRIED)
        return f'<td class="{kind} amount" data-label="{said}"><output>{escape(row.amount)}</output>{kept}</td>'
    place = f"r{n}-{name}"
    more = f' id="{place}" aria-invalid="true" aria-describedby="{place}-fault"' if name in row.faults else ""
    if name == "activity":  # one list for all rows: a choice of its own in each would be a quarter of the page
        more += f' list="{ACTIVITIES}"'
    if name == "quantity" and row.product:
        more += f' placeholder="{escape(row.product)}"'
    inner = f'<input name="{name}" aria-label="{said}, {line} {n + 1}" value="{escape(row.cells[name])}"{more}>'
    return f'<td class="{kind}" data-label="{said}">{inner}</td>'


def _beside(n: int, row: TableRow, names: Mapping[str, str]) -> str:
    said = [
        f'<p class="refusal" id="r{n}-{name}-fault"><b>{names["refused"]}</b> {names[name]}: {escape(message)}.</p>'
        for name, message in row.faults.items()
    ]
    if row.norm:
        said.append(f'<p class="norm {row.norm["outcome"]}">{_norm(row.norm)}</p>')
    if row.basis:
        said.append(f'<p class="basis">{names["basis"]}: <span lang="vi">{escape(row.basis)}</span></p>')
    if row.codes:
        said.append(f'<p class="codes">{escape(row.codes)}</p>')
    said += [
        f'<p class="finding"><span class="state {each["severity"]}">{each["sign"]} {escape(each["word"])}</span> '
        f'<span lang="vi">{escape(each["message"])}</span></p>'
        for each in row.findings
    ]
    return "".join(said)


def _norm(norm: Mapping[str, str]) -> str:
    figure = f" {escape(norm['figure'])}" if norm["figure"] else ""
    return (
        f'{escape(say("Định mức", "Norm"))} <a href="/dinh-muc/{escape(norm["item"])}">{escape(norm["name"])}</a>'
        f"{figure}: {escape(norm['said'])}"
    )


def _acts(n: int, line: str, acts: Iterable[tuple[str, str]]) -> str:
    """The buttons of a row. Who has a script never sees them, and ten thousand buttons of one form take a browser a
    minute to take away again: so they are made only where there is none."""
    buttons = "".join(
        f'<button name="do" value="{act}-{n}" aria-label="{said}, {line} {n + 1}">{said}</button>' for act, said in acts
    )
    return f'<noscript><p class="acts">{buttons}</p></noscript>'


# --- totals ----------------------------------------------------------------------------------------------------------


@register.simple_tag
def totals_table(totals: Sequence[Mapping[str, Any]], total: int | None) -> SafeString:
    """The totals by each key; each opens the lines that it is made of, so that all of them stand here four times."""
    together = escape(say("Cộng", "Together"))
    language = get_language()
    steps = {
        step.index: _step(step, language)
        for group in (totals[0]["groups"] if totals else ())
        for step in group["steps"]
    }
    return mark_safe("".join(_totals_by(each, steps, together, wording.cell(total)) for each in totals))


def _totals_by(totals: Mapping[str, Any], steps: Mapping[int, str], together: str, total: str) -> str:
    groups = "".join(_total(totals["by"], each, steps) for each in totals["groups"])
    name = escape(wording.named(wording.TOTALS_BY, totals["by"]))
    return (
        f'<section class="totals-by"><h3>{name}</h3>{groups}<p class="total"><span class="what">{together}</span> '
        f'<span class="figure">{total}</span></p></section>'
    )


@lru_cache(maxsize=8_192)
def _step(step: Step, language: str | None) -> str:
    """A line of a total; all but one are the same after an edit. `language` is that of the page."""
    return (
        f'<li><span class="label">{_said(step.label)}</span> <span class="what" lang="vi">{_said(step.content)}</span> '
        f'<span class="figure">{wording.number(step.amount)}</span></li>'
    )


def _total(by: str, group: Mapping[str, Any], steps: Mapping[int, str]) -> str:
    """A total; each of its lines stands in every other way to add up, too, and is written once."""
    of_it = "".join(steps[step.index] for step in group["steps"])
    return (
        f'<details data-key="{by}-{escape(group["key"])}"><summary><span class="what" lang="vi">{_said(group["name"])}'
        f'</span> <span class="figure">{wording.number(group["amount"])}</span></summary><ol>{of_it}</ol></details>'
    )


def _said(text: str | None) -> str:
    return escape(harmless(text or ""))
