"""Forms of money of 2026 and the appendix of a contract, filled with facts made by hand: each is held by a file, says
the same as Word and as PDF, and leaves dots where nothing is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from quyet.core.papers.paper import Paper, Table
from quyet.core.vouchers.facts import Facts, Payee, Price
from quyet.core.vouchers.fields import FIELDS, UNSURE, known, printed
from quyet.core.vouchers.fill import filled
from quyet.core.vouchers.rows import COLUMNS, rows_of
from quyet.files.facts.formats import load_formats
from quyet.files.facts.forms import load_wording
from quyet.files.facts.vouchers import load_templates
from quyet.files.writers.docx import write_docx
from quyet.files.writers.pdf import write_pdf
from quyet.files.writers.txt import write_txt
from tests.core.vouchers.facts_2026 import BACK, BOUGHT, CHANGED, CLEARED, LISTED, PAID, PAYMENT
from tests.held import docx_text, hold, lacking, pages_of

PAPERS = {
    "form-13": PAID, "form-14": PAID, "form-17": PAID, "form-10": CLEARED, "form-20": LISTED, "form-08": BACK,
    "signed-list": LISTED, "contract-appendix": CHANGED, "contract": CHANGED,
}  # fmt: skip


def paper(key: str, facts: Facts) -> Paper:
    return filled(load_templates()[key], facts, load_formats()[-1], load_wording())


@pytest.mark.parametrize("key", PAPERS)
def test_a_form_says_what_its_file_holds_in_word_and_in_pdf(key: str) -> None:
    made = paper(key, PAPERS[key])
    text = docx_text(write_docx(made))
    hold(f"vouchers/2026/{key}.txt", text)
    pages = pages_of(write_pdf(made))
    assert lacking(text, pages) == {}
    assert 1 <= len(pages) <= 3


@pytest.mark.parametrize("key", sorted(load_templates()))
def test_what_is_from_memory_says_so_on_the_paper(key: str) -> None:
    template = load_templates()[key]
    text = write_txt(paper(key, PAID)).decode()
    assert (UNSURE.strip() in text) == (template.mark == "M")
    assert (template.note in text) == (template.mark == "M")


@pytest.mark.parametrize("key", sorted(load_templates()))
def test_a_form_is_written_of_whatever_is_known(key: str) -> None:
    nothing = Facts(PAID.office, replace(PAID.budget, year=None, allotment_day=None, decision_day=None))
    assert "None" not in write_txt(paper(key, nothing)).decode()
    assert write_docx(paper(key, nothing))


def test_the_sums_of_a_contract_before_a_request() -> None:
    said = printed(PAID)
    assert said["amount"] == "36.000.000" and said["words"] == "Ba mươi sáu triệu đồng"
    assert (said["paid_before"], said["advanced_before"]) == ("0", "20.000.000")
    assert printed(CLEARED)["settled_left"] == "0"
    assert (printed(CHANGED)["value_before"], printed(CHANGED)["value_after"]) == ("56.000.000", "57.500.000")
    assert printed(BACK)["contract_day"] == "02/04/2026" and printed(LISTED)["contract_day"] == "…/…/……"


def test_the_accepted_volume_by_line_only_where_it_comes_to_the_sum() -> None:
    whole = [(each["content"], each["quantity"], each["amount"]) for each in rows_of(PAID, "accepted")]
    assert whole == [("In, treo 40 băng rôn", "40", "26.000.000"), ("In 750 sổ tay", "750", "30.000.000")]
    other = replace(PAID, request=replace(PAYMENT, accepted_value=50_000_000))
    assert [(each["quantity"], each["amount"]) for each in rows_of(other, "accepted")] == [("", ""), ("", "")]


def test_of_several_invoices_for_several_lines_nobody_says_which_is_for_which() -> None:
    (bill,) = PAYMENT.bills
    two = replace(
        PAID, request=replace(PAYMENT, bills=(bill, replace(bill, printed="1K26TAA 13", day=date(2026, 6, 13))))
    )
    assert {each["invoices"] for each in rows_of(two, "lines")} == {""}
    assert printed(two)["invoices"] == "1K26TAA 12; 1K26TAA 13"
    assert {each["invoices"] for each in rows_of(PAID, "lines")} == {"1K26TAA 12"}


@pytest.mark.parametrize(
    ("paid", "chosen", "said"),
    [
        ("Công ty In Một", ("Cơ sở in A",), "Cơ sở in A"),
        ("Công ty In Một", ("Cơ sở in A", "Cơ sở in A", "Xưởng D"), "Cơ sở in A; Xưởng D"),
        ("Công ty In Một", ("công ty  in một (ví dụ)",), None),
        ("Công ty In Một", (), None),
    ],
)
def test_a_proposal_of_another_than_the_plan_chose_says_so(
    paid: str, chosen: tuple[str, ...], said: str | None
) -> None:
    prices = [Price("Sổ tay", name, 50_000, None, True) for name in chosen]
    prices.append(Price("Sổ tay", "Cơ sở in B", 52_000, None, False))
    facts = replace(PAID, payee=Payee(paid), purchase=replace(BOUGHT, prices=tuple(prices)))
    assert known(facts)["planned_supplier"] == said
    text = write_txt(paper("supplier-proposal", facts)).decode()
    assert (f"có báo giá được chọn khi lập dự toán ({said}); lý do: …" in " ".join(text.split())) is (said is not None)


def test_every_row_has_every_column_and_every_table_is_as_wide_as_its_columns() -> None:
    for kind, columns in COLUMNS.items():
        for facts in (PAID, LISTED, CHANGED):
            assert all(set(columns) <= set(cells) for cells in rows_of(facts, kind))
    for key in load_templates():
        for block in paper(key, PAID).blocks():
            if isinstance(block, Table):
                assert {len(row.cells) for row in block.rows} <= {len(block.columns)}


def test_every_field_is_told_in_vietnamese_and_prints_something() -> None:
    for name, value in printed(Facts(PAID.office, PAID.budget)).items():
        assert value.strip() or name.startswith("is_"), name
        assert FIELDS[name].vi
