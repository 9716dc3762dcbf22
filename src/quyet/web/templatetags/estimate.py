"""The rows of an estimate as a form. Written here and not as a template: five hundred lines have six thousand cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from quyet.queries.marked_text import harmless
from quyet.web import wording
from quyet.web.estimate_table import COLUMNS, FIGURES, TableRow
from quyet.web.language import say

register = template.Library()
register.filter("field_name", lambda name: wording.named(wording.ESTIMATE_FIELDS, name))

ACTS = (
    ("add", "Thêm dưới", "Add below"),
    ("up", "Lên", "Up"),
    ("down", "Xuống", "Down"),
    ("drop", "Xóa", "Remove"),
)


@register.simple_tag
def estimate_rows(rows: Sequence[TableRow], activities: Sequence[tuple[str, str]]) -> SafeString:
    """All rows; below each what is beside its price, and the buttons of those who have no script."""
    names = {name: escape(wording.named(wording.ESTIMATE_FIELDS, name)) for name in wording.ESTIMATE_FIELDS}
    names |= {"line": escape(say("dòng", "line")), "refused": escape(say("Chưa nhận:", "Refused:"))}
    acts = [(act, escape(say(vi, en))) for act, vi, en in ACTS]
    options = {value: _options(activities, value) for value in {row.cells["activity"] for row in rows}}
    made = (_row(n, row, names, options, acts) for n, row in enumerate(rows))
    return mark_safe("".join(made))


def _options(activities: Sequence[tuple[str, str]], chosen: str) -> str:
    first = f'<option value=""{"" if chosen else " selected"}></option>'
    return first + "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(name)}</option>'
        for value, name in activities
    )


def _row(
    n: int, row: TableRow, names: Mapping[str, str], options: Mapping[str, str], acts: Iterable[tuple[str, str]]
) -> str:
    cells = "".join(_cell(n, row, name, names[name], names["line"], options) for name in COLUMNS)
    kind = "line group" if row.is_group else "line"
    return (
        f'<tr class="{kind} level-{min(row.level, 4)}" id="row-{n}">{cells}</tr>'
        f'<tr class="beside"><td></td><td colspan="{len(COLUMNS) - 1}">'
        f"{_beside(n, row, names)}{_acts(n, names['line'], acts)}</td></tr>"
    )


def _cell(n: int, row: TableRow, name: str, said: str, line: str, options: Mapping[str, str]) -> str:
    kind = "figure" if name in FIGURES else name
    if name == "amount":
        kept = "".join(
            f'<input type="hidden" name="{each}" value="{escape(row.cells[each])}">' for each in ("basis", "amount")
        )
        return f'<td class="{kind} amount" data-label="{said}"><output>{escape(row.amount)}</output>{kept}</td>'
    fault = f' aria-invalid="true" aria-describedby="r{n}-{name}-fault"' if name in row.faults else ""
    label = f'id="r{n}-{name}" name="{name}" aria-label="{said}, {line} {n + 1}"{fault}'
    if name == "activity":
        inner = f"<select {label}>{options[row.cells[name]]}</select>"
    else:
        shown = f' placeholder="{escape(row.product)}"' if name == "quantity" and row.product else ""
        inner = f'<input {label} value="{escape(row.cells[name])}"{shown} autocomplete="off">'
    return f'<td class="{kind}" data-label="{said}">{inner}</td>'


def _beside(n: int, row: TableRow, names: Mapping[str, str]) -> str:
    said = [
        f'<p class="refusal" id="r{n}-{name}-fault"><b>{names["refused"]}</b> {names[name]}: {escape(message)}.</p>'
        for name, message in row.faults.items()
    ]
    if row.norm:
        said.append(f'<p class="norm {row.norm["outcome"]}">{_norm(row.norm)}</p>')
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
    buttons = "".join(
        f'<button name="do" value="{act}-{n}" aria-label="{said}, {line} {n + 1}">{said}</button>' for act, said in acts
    )
    return f'<p class="acts">{buttons}</p>'


# --- totals ----------------------------------------------------------------------------------------------------------


@register.simple_tag
def totals_table(totals: Sequence[Mapping[str, Any]], total: int | None) -> SafeString:
    """The totals by each key; each opens the lines that it is made of, so that all of them stand here four times."""
    together = escape(say("Cộng", "Together"))
    return mark_safe("".join(_totals_by(each, together, wording.cell(total)) for each in totals))


def _totals_by(totals: Mapping[str, Any], together: str, total: str) -> str:
    groups = "".join(_total(totals["by"], each) for each in totals["groups"])
    name = escape(wording.named(wording.TOTALS_BY, totals["by"]))
    return (
        f'<section class="totals-by"><h3>{name}</h3>{groups}<p class="total"><span class="what">{together}</span> '
        f'<span class="figure">{total}</span></p></section>'
    )


def _total(by: str, group: Mapping[str, Any]) -> str:
    steps = "".join(
        f'<li><span class="label">{_said(step.label)}</span> <span class="what" lang="vi">{_said(step.content)}</span> '
        f'<span class="figure">{wording.number(step.amount)}</span></li>'
        for step in group["steps"]
    )
    return (
        f'<details data-key="{by}-{escape(group["key"])}"><summary><span class="what" lang="vi">{_said(group["name"])}'
        f'</span> <span class="figure">{wording.number(group["amount"])}</span></summary><ol>{steps}</ol></details>'
    )


def _said(text: str | None) -> str:
    return escape(harmless(text or ""))
