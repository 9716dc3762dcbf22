"""The rows of an estimate as a form. Written here and not as a template: five hundred lines have six thousand cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

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
    names = {name: escape(wording.named(wording.ESTIMATE_FIELDS, name)) for name in COLUMNS}
    acts = [(act, say(vi, en)) for act, vi, en in ACTS]
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
    cells = "".join(_cell(n, row, name, names[name], options) for name in COLUMNS)
    kind = "line group" if row.is_group else "line"
    return (
        f'<tr class="{kind} level-{min(row.level, 4)}" id="row-{n}">{cells}</tr>'
        f'<tr class="beside"><td></td><td colspan="{len(COLUMNS) - 1}">'
        f"{_beside(n, row, names)}{_acts(n, acts)}</td></tr>"
    )


def _cell(n: int, row: TableRow, name: str, said: str, options: Mapping[str, str]) -> str:
    kind = "figure" if name in FIGURES else name
    if name == "amount":
        kept = "".join(
            f'<input type="hidden" name="{each}" value="{escape(row.cells[each])}">' for each in ("basis", "amount")
        )
        return f'<td class="{kind} amount" data-label="{said}"><output>{escape(row.amount)}</output>{kept}</td>'
    fault = f' aria-invalid="true" aria-describedby="r{n}-{name}-fault"' if name in row.faults else ""
    label = f'id="r{n}-{name}" name="{name}" aria-label="{said}, {escape(say("dòng", "line"))} {n + 1}"{fault}'
    if name == "activity":
        inner = f"<select {label}>{options[row.cells[name]]}</select>"
    else:
        shown = f' placeholder="{escape(row.product)}"' if name == "quantity" and row.product else ""
        inner = f'<input {label} value="{escape(row.cells[name])}"{shown} autocomplete="off">'
    return f'<td class="{kind}" data-label="{said}">{inner}</td>'


def _beside(n: int, row: TableRow, names: Mapping[str, str]) -> str:
    refused = say("Chưa nhận:", "Refused:")
    said = [
        f'<p class="refusal" id="r{n}-{name}-fault"><b>{escape(refused)}</b> {names[name]}: {escape(message)}.</p>'
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


def _acts(n: int, acts: Iterable[tuple[str, str]]) -> str:
    buttons = "".join(
        f'<button name="do" value="{act}-{n}" aria-label="{escape(said)}, {escape(say("dòng", "line"))} {n + 1}">'
        f"{escape(said)}</button>"
        for act, said in acts
    )
    return f'<p class="acts">{buttons}</p>'
