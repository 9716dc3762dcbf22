"""docs/papers.md: the papers of spending, when each is for, what is from memory, how an office replaces one."""

from __future__ import annotations

from quyet.core.payments import KINDS
from quyet.core.vouchers.choice import Rule
from quyet.core.vouchers.entries import COLUMNS as ENTRY_COLUMNS
from quyet.core.vouchers.fields import FIELDS
from quyet.core.vouchers.rows import COLUMNS
from quyet.files.facts.vouchers import load_choice, load_templates

HEAD = """# Papers of spending

The page of a request, and that of a contract, lists its papers as Word and PDF. They are filled from the ledger as it
stood when the request was asked for, so that a paper of 2024 says the same when it is opened in 2026, on the forms of
2024. What Quyết does not know stays dots or an empty cell for a pen: nothing is made up.

Which papers there are is a table, [choice.yaml](../src/quyet/data/vouchers/choice.yaml): kind of request, day, fiscal
year of the money, value of the contract, paid by a list or not. Each form is a file beside it. **(\\*)** in the table
below: the wording or the columns are from memory and were not held against the text; the paper says so in its title
and above the signatures. Of the forms of NĐ 347/2025 without that mark the fields and columns were read in the
decree, the layout of the sheet was not seen.

Quantity and unit price of a line are those of the estimate, and only where they come to the sum that is paid. The
accepted volume is told by line where the lines of the contract, or of the request, come to it. An invoice stands
beside a line where there is one of either.

"""

OWN = """
## A form of one's own

A file in the folder `forms` of the data folder (`QUYET_DATA_DIR/forms`) goes before the one that ships:

- `KEY.yaml`: written as those in [src/quyet/data/vouchers/forms](../src/quyet/data/vouchers/forms); start from a
  copy. Texts name fields in braces, `{amount}`. A line has one `text`, in which what is not known becomes dots, or
  several `texts`, of which the first whose fields are all known is taken. Styles are those of `data/formats` and
  `field`, a close line at the left. A mistyped key, field or column is refused when the paper is asked for, and the
  page says where it is.
- `KEY.docx`: a Word file with the same `{fields}` anywhere, also in its header; a row of a table that names
  `{lines.content}` is repeated for each row of that kind. Then there is no PDF of it.
- `entries.yaml`: the columns, headings and accounts of «Bút toán cho phần mềm kế toán», from a copy of
  [entries.yaml](../src/quyet/data/accounting/entries.yaml). A reversal stands below nought.
- `days-off.yaml`: the days off of a year and those worked in exchange, by its decision, from a copy of
  [days-off.yaml](../src/quyet/data/days-off.yaml). Pages that count working days name the decision; a file that cannot
  be taken is named there, and the one that ships counts.

"""


def papers_markdown() -> str:
    """The page."""
    lines = [HEAD, "| key | form | for | when | source |\n|---|---|---|---|---|\n"]
    lines += [_form(rule) for rule in load_choice()]
    lines += [OWN, "## Fields\n\n| field | what it is |\n|---|---|\n"]
    lines += [f"| `{{{name}}}` | {field.vi} |\n" for name, field in FIELDS.items()]
    lines.append("\n## Rows\n\n| rows | columns |\n|---|---|\n")
    lines += [f"| `{kind}` | {_columns(kind)} |\n" for kind in COLUMNS if COLUMNS[kind]]
    lines.append(
        f"\nColumns of `entries.yaml`: {', '.join(f'`{key}`' for key in ENTRY_COLUMNS)}; `blank…` stays empty.\n"
    )
    return "".join(lines)


def _form(rule: Rule) -> str:
    template = load_templates()[rule.template]
    unsure = " **(\\*)**" if template.mark == "M" else ""
    kinds = ", ".join(KINDS[kind].vi.lower() if kind in KINDS else kind for kind in KINDS if kind in rule.kinds)
    kinds = kinds or {"contract": "hợp đồng", "appendix": "phụ lục"}[next(iter(rule.kinds))]
    return f"| `{rule.template}` | {template.name_vi}{unsure} | {kinds} | {_when(rule)} | {rule.source} |\n"


def _when(rule: Rule) -> str:
    said = []
    if rule.since or rule.until:
        said.append(" – ".join(f"{day:%d/%m/%Y}" if day else "…" for day in (rule.since, rule.until)))
    if rule.first_year or rule.last_year:
        said.append(f"năm ngân sách {rule.first_year or ''}–{rule.last_year or ''}")
    if rule.above is not None:
        said.append(f"hợp đồng trên {rule.above // 10**6} triệu")
    if rule.most is not None:
        said.append(f"đến {rule.most // 10**6} triệu")
    if rule.supplied and not rule.on_contract:
        said.append("mua của nhà cung cấp, không có hợp đồng")
    if rule.listed:
        said.append("chi theo danh sách")
    return "; ".join([*said, *filter(None, [rule.when_vi])]) or "mọi lúc"


def _columns(kind: str) -> str:
    return ", ".join(f"`{key}` {what}" for key, what in COLUMNS[kind].items())
