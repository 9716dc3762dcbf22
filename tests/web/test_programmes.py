"""Chương trình: the register, the ways into it, the page of a programme, the choice of its allotment."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from quyet.actions.allotments import allot
from quyet.actions.programmes import draw_on, open_programme
from quyet.core.papers.draft import DraftAllotment
from quyet.files.drafts import load_draft
from quyet.files.facts.cases import example_programme
from quyet.files.planning import read_programme
from quyet.store.models import Programme
from tests.actions.test_allotments import GIVEN
from tests.actions.test_programmes import CONTENT
from tests.cast import DEPARTMENT, Cast
from tests.web.conftest import signed_in
from tests.web.papers import TEXT
from tests.web.test_allotments import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(officer: Client) -> Client:
    """Whose pages these are."""
    return officer


NEW = "/chuong-trinh/moi"


def upload(client: Client, data: bytes, name: str = "programme.yaml"):
    return client.post(NEW, {"way": "data", "file": SimpleUploadedFile(name, data)})


def test_an_empty_register_says_what_to_do(client: Client) -> None:
    assert "Sổ chưa có chương trình nào." in words(client.get("/chuong-trinh").content)


def test_the_example_is_entered_once(client: Client) -> None:
    first, second = (client.post(NEW, {"way": "example"}) for _ in range(2))
    made = Programme.objects.get()
    assert first.status_code == second.status_code == 303
    assert first["Location"] == second["Location"] == f"/chuong-trinh/{made.pk}"
    assert made.body.name == "Sở Công Thương tỉnh Lạng Sơn"
    page = words(client.get(first["Location"]).content)
    assert "đã có trong sổ" in page and "185.000.000 đ" in page and "khoảng 150 đại biểu" in page and "1.a" in page
    listed = words(client.get("/chuong-trinh").content)
    assert "185.000.000" in listed and "chưa chọn" in listed and "2024" in listed


@pytest.mark.parametrize(("name", "data"), [("p.yaml", example_programme()), ("p.json", CONTENT.encode())])
def test_a_file_of_data_is_entered(client: Client, name: str, data: bytes) -> None:
    assert upload(client, data, name).status_code == 303
    assert Programme.objects.get().total == 185_000_000


def test_the_faults_of_a_file_are_listed_with_key_and_line(client: Client) -> None:
    answer = upload(client, example_programme().replace(b"quantity: {value: 40", b"quantiti: {value: 40"))
    page = words(answer.content)
    assert answer.status_code == 422 and Programme.objects.count() == 0
    assert "programme.activities[0].quantiti" in page and "có phải là quantity?" in page
    line = example_programme().decode().splitlines().index("      quantity: {value: 40, unit: cái}") + 1
    assert re.search(rf"\b{line}\b\s+programme\.activities\[0\]\.quantiti", page)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"x", "a.docx"),
        (b"", "a.yaml"),
        (b"- a\n- b\n", "a.yaml"),
        (b"\xff\xfe\x00", "a.json"),
        (b"{}", "a.json"),
    ],
)
def test_what_cannot_be_taken_is_refused_at_its_field(client: Client, data: bytes, name: str) -> None:
    answer = upload(client, data, name)
    assert answer.status_code == 422 and 'id="id_file_error"' in answer.content.decode()
    assert Programme.objects.count() == 0


def test_a_reading_is_put_in_the_register(client: Client) -> None:
    page = client.get("/doc/example").content.decode()
    assert 'href="/doc/example/dua-vao-so"' in page
    asked = client.get("/doc/example/dua-vao-so").content.decode()
    assert "Sở Công Thương tỉnh Lạng Sơn" in asked and "185.000.000 đ" in asked
    answer = client.post("/doc/example/dua-vao-so")
    assert answer.status_code == 303
    assert "Đã đưa vào sổ." in words(client.get(answer["Location"]).content)
    assert Programme.objects.get().total == 185_000_000
    again = client.post("/doc/example/dua-vao-so", {"body": "Sở Y tế"})  # a body that one names counts for nothing
    assert again["Location"] == answer["Location"] and Programme.objects.get().body.name == DEPARTMENT


def test_an_uploaded_reading_too_and_one_without_a_programme_not(client: Client, kept: Path) -> None:
    read = client.post("/", {"way": "paste", "text": TEXT})["Location"]
    answer = client.post(f"{read}/dua-vao-so")
    assert answer.status_code == 303
    assert "62.500.000 đ" in words(client.get(answer["Location"]).content)
    other = client.post("/", {"way": "paste", "text": "xin chào"})["Location"]
    assert "dua-vao-so" not in client.get(other).content.decode()
    assert client.post(f"{other}/dua-vao-so").status_code == 422
    assert client.get("/doc/" + "0" * 32 + "/dua-vao-so").status_code == 404


def test_an_allotment_is_chosen_with_what_it_would_leave(cast: Cast, client: Client) -> None:
    made, given = open_programme(cast["officer"], CONTENT), allot(cast["accountant"], GIVEN)
    address = f"/chuong-trinh/{made.pk}"
    asked = words(client.get(f"{address}/chon-du-toan").content)
    assert "còn 500.000.000 đ" in asked and "sau khi chọn còn 315.000.000 đ" in asked
    answer = client.post(f"{address}/chon-du-toan", {"allotment": str(given.pk)})
    assert (answer.status_code, answer["Location"]) == (303, address)
    page = words(client.get(address).content)
    assert "Chương trình dùng dự toán 224/QĐ-SCT: còn 315.000.000 đ." in page
    client.post(f"{address}/chon-du-toan", {"allotment": "none"})
    made.refresh_from_db()
    assert made.allotment is None


@pytest.mark.parametrize("typed", ["", "x", "9" * 30, "99"])
def test_a_choice_that_is_none_is_refused(cast: Cast, client: Client, typed: str) -> None:
    made, _ = open_programme(cast["officer"], CONTENT), allot(cast["accountant"], GIVEN)
    answer = client.post(f"/chuong-trinh/{made.pk}/chon-du-toan", {"allotment": typed})
    assert answer.status_code == 422 and "Chưa chọn được" in words(answer.content)


def test_another_year_s_allotment_is_refused_with_the_reason(cast: Cast, client: Client) -> None:
    made, other = open_programme(cast["officer"], CONTENT), allot(cast["accountant"], replace(GIVEN, year=2025))
    answer = client.post(f"/chuong-trinh/{made.pk}/chon-du-toan", {"allotment": str(other.pk)})
    assert answer.status_code == 422
    assert "Là dự toán năm 2025, chương trình năm 2024" in words(answer.content)


def test_where_there_is_no_allotment_the_accountant_is_offered_the_form_for_one(
    cast: Cast, client: Client, accountant: Client
) -> None:
    made = open_programme(cast["officer"], CONTENT)
    page = words(client.get(f"/chuong-trinh/{made.pk}/chon-du-toan").content)
    assert "chưa có dự toán nào" in page and "Kế toán trưởng nhập dự toán được giao." in page
    page = accountant.get(f"/chuong-trinh/{made.pk}/chon-du-toan").content.decode()
    assert "/du-toan-duoc-giao/moi?nam=2024" in page
    assert 'value="2024"' in accountant.get("/du-toan-duoc-giao/moi?nam=2024").content.decode()


def test_the_data_of_a_programme_can_be_downloaded_and_entered_again(cast: Cast, client: Client) -> None:
    made = open_programme(cast["officer"], CONTENT)
    draw_on(cast["officer"], made.pk, None)
    data = client.get(f"/chuong-trinh/{made.pk}.json")
    assert data["Content-Type"] == "application/json" and data.content.decode() == made.content
    assert upload(client, data.content, "again.json")["Location"] == f"/chuong-trinh/{made.pk}"


@pytest.mark.parametrize(("others", "left"), [(100_000_000, 400_000_000), (600_000_000, -100_000_000)])
def test_the_data_say_what_the_allotment_holds_for_the_programme(
    cast: Cast, client: Client, tmp_path: Path, others: int, left: int
) -> None:
    """500 million were allotted, another programme plans some of it; `quyet check` sees what the page sees."""
    given, made = allot(cast["accountant"], GIVEN), open_programme(cast["officer"], CONTENT)
    draw_on(cast["officer"], made.pk, given.pk)
    another = open_programme(cast["officer"], CONTENT.replace("bền vững năm 2024", "sạch hơn năm 2024"))
    Programme.objects.filter(pk=another.pk).update(total=others, allotment=given)
    file = tmp_path / "programme.yaml"
    file.write_bytes(client.get(f"/chuong-trinh/{made.pk}.json").content)
    draft = load_draft(file).draft
    assert draft.programme is not None
    assert draft.programme.allotment == DraftAllotment("224/QĐ-SCT", left, date(2023, 12, 25))
    told = [each.rule for each in read_programme(file).findings if each.rule == "M304"]
    assert told == (["M304"] if left < 185_000_000 else [])


def test_what_is_not_there_is_not_found(client: Client) -> None:
    for address in ("/chuong-trinh/9", "/chuong-trinh/9.json", "/chuong-trinh/9/chon-du-toan"):
        assert client.get(address).status_code == 404
    assert client.post("/chuong-trinh/9/chon-du-toan", {"allotment": "1"}).status_code == 404


def test_a_head_is_offered_no_adoption_which_is_for_officers(cast: Cast) -> None:
    for role, offered in (("officer", True), ("head", False)):
        client = signed_in(cast[role])
        for address in ("/chuong-trinh", "/chuong-trinh/moi", "/doc/example/dua-vao-so"):
            assert ('href="/chuong-trinh/tiep-nhan"' in client.get(address).content.decode()) == offered, address


def test_the_programmes_of_a_year_are_chosen(cast: Cast) -> None:
    first = open_programme(cast["officer"], CONTENT)
    other = open_programme(cast["officer"], CONTENT.replace("750", "751"))
    Programme.objects.filter(pk=other.pk).update(year=2025, title="Chương trình năm sau")
    client = signed_in(cast["officer"])
    every, one = (words(client.get(f"/chuong-trinh{asked}").content) for asked in ("", "?nam=2025"))
    assert "Mọi năm 2025 2024" in every and first.title in every and "Chương trình năm sau" in every
    assert first.title not in one and "Chương trình năm sau" in one
    assert client.get("/chuong-trinh?nam=2019").status_code == 404
