"""What no column of the page shows stays with its line; what cannot be taken is said at its field."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from quyet.actions.programmes import open_programme
from quyet.actions.received import register_adopted
from quyet.core.estimates.model import Factor, PlannedEstimate, PlannedLine, PriceBasis, Quotation, Vat
from quyet.files.drafts.load import draft_of
from quyet.files.estimates import completed
from quyet.files.facts.forms import load_wording
from quyet.files.writers.programme_json import programme_json
from quyet.files.writers.xlsx import AnnexSheet, write_xlsx
from quyet.queries.estimates import estimate_of
from quyet.queries.frames import frame_of
from quyet.store.models import Programme
from quyet.web.estimate_table import rows_of
from tests.actions.test_programmes import CONTENT
from tests.cast import Cast
from tests.web.conftest import signed_in
from tests.web.test_adoption import accepted
from tests.web.test_allotments import words
from tests.web.test_estimates import sent

pytestmark = pytest.mark.django_db

FOUR = PriceBasis(
    "quotation",
    quotations=[Quotation(f"Cơ sở in {name}", 650_000 + n * 1_000) for n, name in enumerate("ABCD")],
    chosen=4,
    why="in kịp trước ngày hội",
)


@pytest.fixture
def client(officer: Client) -> Client:
    return officer


@pytest.fixture
def made(cast: Cast) -> Programme:
    """The example; its second line (banners) has the codes that an annex prints in columns, and four quotations."""
    draft = draft_of(CONTENT.encode(), as_json=True).draft
    line = draft.estimates[0].lines[1]
    line.category, line.chapter, line.basis = "280-338", "416", FOUR
    return open_programme(cast["officer"], programme_json(draft))


@pytest.fixture
def address(made: Programme) -> str:
    return f"/chuong-trinh/{made.pk}/du-toan"


def codes(made: Programme) -> tuple[str | None, str | None, int | None]:
    made.refresh_from_db()
    line = estimate_of(made.content).lines[1]
    return line.chapter, line.category, line.unit_price


def test_the_codes_of_an_annex_stay_when_the_plain_form_is_saved(client: Client, made: Programme, address: str) -> None:
    assert "Chương 416; Loại–khoản 280-338" in words(client.get(address).content)
    assert client.post(address, sent(client, address, unit_price_1="700.000")).status_code == 303
    assert codes(made) == ("416", "280-338", 700_000)


def test_they_stay_when_the_sheet_saves_by_itself(client: Client, made: Programme, address: str) -> None:
    rows = rows_of(estimate_of(made.content), frame_of(made.content))
    rows[1]["unit_price"] = "710.000"
    body = json.dumps({"revision": 1, "rows": rows})
    told = client.post(f"{address}/luu", body, content_type="application/json").json()
    assert told["lines"][1]["codes"] == "Chương 416; Loại–khoản 280-338"
    assert codes(made) == ("416", "280-338", 710_000)


def test_a_fourth_quotation_of_data_stays_when_the_basis_is_edited(client: Client, address: str) -> None:
    kept = json.dumps(
        {
            "kind": "quotation",
            "quotations": [{"supplier": each.supplier, "unit_price": each.unit_price} for each in FOUR.quotations],
            "chosen": 4,
            "why": FOUR.why,
        }
    )
    window = client.post(f"{address}/can-cu", {"window": "yes", "basis": kept}).content.decode()
    given = dict(re.findall(r'name="((?:supplier|price)_\d)"[^>]*? value="([^"]*)"', window))
    assert given["supplier_4"] == "Cơ sở in D"
    sent_back = {"window": "yes", "do": "put", "kind": "quotation", "chosen": "4", "why": "rẻ nhất", **given}
    told = client.post(f"{address}/can-cu", sent_back).json()
    quoted = json.loads(told["cells"]["basis"])
    assert [each["supplier"] for each in quoted["quotations"]] == [each.supplier for each in FOUR.quotations]
    assert (quoted["chosen"], quoted["why"]) == (4, "rẻ nhất")


def test_a_quantity_typed_beside_factors_is_refused_at_its_field(client: Client, made: Programme, address: str) -> None:
    line = next(at for at, each in enumerate(estimate_of(made.content).lines) if len(each.factors) > 1)
    more = {f"factors_{line}": "150 người × 2 buổi", f"quantity_{line}": "200"}
    answer = client.post(address, sent(client, address, **more))
    assert answer.status_code == 422 and f'id="r{line}-quantity-fault"' in answer.content.decode()
    assert "SL: cách tính đã cho 300; để trống ô này, hoặc xóa cách tính." in words(answer.content)
    assert client.post(address, sent(client, address, **{**more, f"quantity_{line}": "300"})).status_code == 303
    kept = Programme.objects.get(pk=made.pk)
    assert [str(each.value) for each in estimate_of(kept.content).lines[line].factors] == ["150", "2"]


def test_a_workbook_that_is_refused_as_an_annex_keeps_what_its_table_has_no_column_for(cast: Cast) -> None:
    programme = accepted(cast, with_annex=False)
    register_adopted(cast["clerk"], programme.pk, number=57)
    line = PlannedLine(
        "1", "1.d", "Nước uống", "suất", unit_price=20_000, vat=Vat(Decimal(8)), code="6699",
        factors=[Factor(Decimal(150), "người"), Factor(Decimal(2), "buổi")],
    )  # fmt: skip
    file = SimpleUploadedFile(
        "phu-luc.xlsx", write_xlsx([AnnexSheet(*completed([PlannedEstimate(lines=[line])]))], load_wording())
    )
    answer = signed_in(cast["officer"]).post(f"/chuong-trinh/{programme.pk}/phu-luc", {"do": "file", "file": file})
    page = answer.content.decode()
    assert answer.status_code == 422 and "6.000.000 đồng" in words(answer.content)
    for name, value in (("factors", "150 người × 2 buổi"), ("vat", "8%"), ("code", "6699")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in page
