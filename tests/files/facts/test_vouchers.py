"""Forms of spending and the table of when each is for: what a file says wrongly is refused, with file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from quyet.files.facts.accounting import load_book_from
from quyet.files.facts.strict import DATA, FactsError
from quyet.files.facts.vouchers import VOUCHERS, load_choice, load_choice_from, load_template_from, load_templates

FORM = (VOUCHERS / "forms" / "voucher-list.yaml").read_text(encoding="utf-8")
CHOICE = (VOUCHERS / "choice.yaml").read_text(encoding="utf-8")
ENTRIES = (DATA / "accounting" / "entries.yaml").read_text(encoding="utf-8")


def test_every_form_that_ships_is_for_something_and_has_its_source() -> None:
    assert {rule.template for rule in load_choice()} == set(load_templates())
    assert all(each.source and each.name_en for each in load_templates().values())
    assert {each.key for each in load_templates().values() if each.mark == "S"} == {"form-10", "form-13", "form-14", "form-17", "form-20"}  # fmt: skip


@pytest.mark.parametrize(
    ("was", "now", "why"),
    [
        ("{asked_day}", "{asked_on}", r"text: không có trường asked_on"),
        ("style: kind", "style: huge", r"style: phải là một trong field, national_name"),
        ("key: seller, heading", "key: buyer, heading", r"columns\[3\]\.key: phải là một trong n, number, day, seller"),
        ("rows: bills", "rows: invoices", r"rows: phải là một trong lines, accepted"),
        ("total: {seller", "total: {buyer", r"total: bảng không có cột buyer"),
        ("shares: [1, 1]", "shares: [1]", r"shares: phải có một số từ 1 cho mỗi cột"),
        ("margin: 15", "margin: 90", r"margin: phải từ 5 đến 50 mm"),
        ("mark: M", "mark: X", r"mark: phải là một trong S, M"),
        ("wide: false", "wide: false\nlook: big", r"look: khóa lạ"),
        ("key: voucher-list", "key: another", r"key: phải là tên của tệp"),
    ],
)
def test_a_form_that_is_wrong(tmp_path: Path, was: str, now: str, why: str) -> None:
    file = tmp_path / "voucher-list.yaml"
    assert was in FORM
    file.write_text(FORM.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(FactsError, match=rf"voucher-list\.yaml: .*{why}"):
        load_template_from(file)


@pytest.mark.parametrize(
    ("was", "now", "why"),
    [
        ("kinds: [clearing]", "kinds: [clearance]", r"kinds: không có loại clearance"),
        ("form: table-07", "form: table-70", r"form: phải là một trong advance-request"),
        ("listed: true", "listed: 1", r"listed: phải là true hoặc false"),
        ("from: 2024-05-01", "from: May", r"from: phải là một ngày"),
    ],
)
def test_a_table_that_is_wrong(tmp_path: Path, was: str, now: str, why: str) -> None:
    file = tmp_path / "choice.yaml"
    file.write_text(CHOICE.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(FactsError, match=why):
        load_choice_from(file, frozenset(load_templates()))


@pytest.mark.parametrize(
    ("was", "now", "why"),
    [
        ("key: payee,", "key: payer,", r"key: phải là một trong entry, kind"),
        ("  pay: {", "  paid: {", r"accounts\.paid: phải là một trong commit"),
        ("debit: null", "debit: 66121", r"accounts\.pay\.debit: phải là một chuỗi chữ"),
        ("sheet: Bút toán", 'sheet: "Sổ: 1"', r"sheet: tối đa 31 ký tự"),
    ],
)
def test_a_mapping_of_entries_that_is_wrong(tmp_path: Path, was: str, now: str, why: str) -> None:
    file = tmp_path / "entries.yaml"
    file.write_text(ENTRIES.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(FactsError, match=why):
        load_book_from(file)
