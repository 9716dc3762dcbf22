"""What somebody would send who means harm: a case for each way in."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver

from quyet.actions.allotments import allot
from quyet.actions.programmes import open_programme
from quyet.store.models import Allotment, Body, Invoice, Person, Programme, RoleHeld, Supplier
from quyet.web.middleware import POLICY
from tests.actions.test_allotments import GIVEN
from tests.actions.test_programmes import CONTENT
from tests.cast import PASSWORD, Cast
from tests.spending import Office, millions, on
from tests.web.conftest import signed_in
from tests.web.test_matrix import OFFICE, addresses
from tests.web.test_spending_forms import sent

pytestmark = pytest.mark.django_db

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'>"
"""As small as a field of 60 signs takes it; both kinds of quotes, so that it would leave an attribute too."""


@pytest.fixture(autouse=True)
def _kept(settings, tmp_path: Path) -> None:
    cache.clear()  # of what the tests before have tried
    settings.READINGS, settings.FILES = tmp_path / "readings", tmp_path / "files"


# --- forms from elsewhere ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(each for each, row in OFFICE.items() if row.post is not None))
def test_no_act_is_taken_from_a_form_of_another_site(cast: Cast, name: str) -> None:
    """Every address that takes an act, by the one who may do it."""
    made, given = open_programme(cast["officer"], CONTENT), allot(cast["accountant"], GIVEN)
    named = {"programme": made.pk, "allotment": given.pk, "person": cast["clerk"].person.pk}
    row = OFFICE[name]
    pattern = next(each for each in addresses(get_resolver()) if each.name == name)
    fields = {key: named.get(what, 1) for key, what in row.names.items()} | row.fixed
    address = "/" + re.sub(r"<\w+:(\w+)>", lambda field: str(fields[field[1]]), str(pattern.pattern))
    address = "/doc/example/dua-vao-so" if name == "reading-register" else address
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast[(row.post or "admin").split()[0]].person)
    answer = client.post(address, {"x": "1"}, headers={"origin": "https://xau.example"})
    assert answer.status_code == 403 and "Biểu mẫu đã cũ" in answer.content.decode()


def test_signing_in_and_out_need_their_token_too(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    for address in ("/dang-nhap", "/dang-xuat"):
        assert client.post(address, {"login": "an", "password": PASSWORD}).status_code == 403


# --- markup in every field --------------------------------------------------------------------------------------------


def no_markup(page: str) -> None:
    assert "<script>alert" not in page and "<img src=x" not in page


def test_markup_in_the_fields_of_people_and_bodies_is_shown_as_it_was_typed(cast: Cast) -> None:
    admin = signed_in(cast["admin"])
    role = {"role": "director", "position": MARKUP, "since": "1/1/2024", "unit": ""}
    admin.post("/co-quan/nguoi/moi", role | {"name": MARKUP, "login": "xau", "email": ""})
    admin.post("/co-quan/don-vi/moi", {"name": MARKUP, "since": "1/1/2024"})
    admin.post("/co-quan/doi-ten", {"name": MARKUP, "identifier": MARKUP[:40], "since": "1/1/2025"})
    bad = Person.objects.get(login="xau")
    text = {"giver": bad.pk, "taker": cast["head"].person.pk, "deciding_text": MARKUP, "position": MARKUP}
    admin.post("/co-quan/uy-quyen/moi", text | {"since": "1/1/2024", "until": "31/12/2099"})
    assert Body.objects.get(pk=cast.department.pk).name == MARKUP and bad.name == MARKUP
    pages = [
        "/co-quan",
        f"/co-quan/nguoi/{bad.pk}",
        "/co-quan/doi-ten",
        "/co-quan/uy-quyen/moi",
        "/tai-khoan",
        "/nhat-ky",
    ]
    for address in pages:
        page = admin.get(address).content.decode()
        no_markup(page)
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page, address
    link = admin.post(f"/co-quan/nguoi/{bad.pk}/duong-dan").content.decode()
    no_markup(link)
    no_markup(Client().get(re.search(r"/moi/[\w-]{43}", link)[0]).content.decode())


def test_markup_in_an_allotment_is_shown_as_it_was_typed(accountant: Client) -> None:
    typed = {
        "year": "2024", "deciding_text": MARKUP, "deciding_day": "25/12/2023", "chapter": "416", "category": "280",
        "sub_category": "338", "source": MARKUP, "autonomous": "0", "amount": "5 triệu",
    }  # fmt: skip
    made = accountant.post("/du-toan-duoc-giao/moi", typed)["Location"]
    change = {"direction": "+", "amount": "1tr", "deciding_text": MARKUP, "day": "3/6/2024", "reason": MARKUP}
    accountant.post(f"{made}/dieu-chinh", change)
    for address in (made, "/du-toan-duoc-giao"):
        page = accountant.get(address).content.decode()
        no_markup(page)
        assert "&lt;script&gt;" in page
    refused = accountant.post("/du-toan-duoc-giao/moi", typed | {"amount": MARKUP}).content.decode()
    no_markup(refused)


def test_markup_in_every_text_of_a_programme_is_shown_as_it_was_typed(cast: Cast, officer: Client) -> None:
    """Each text of the data in turn carries markup; wherever the page shows one, it stands there as letters."""
    data = json.loads(CONTENT)
    keep = {"schema", "body", "kind", "unit", "source", "activity", "code", "ref", "role", "method", "form", "language"}

    def spoiled(node: object, key: str = "") -> object:
        if isinstance(node, dict):
            return {name: spoiled(each, name) for name, each in node.items()}
        if isinstance(node, list):
            return [spoiled(each, key) for each in node]
        is_text = isinstance(node, str) and len(node) > 12 and " " in node and key not in keep
        return f"{node} {MARKUP}" if is_text else node

    content = json.dumps(spoiled(data), ensure_ascii=False)
    made = open_programme(cast["officer"], content)
    for tail in ("", "/quyet-dinh", "/du-toan", "/chon-du-toan", "/trinh-duyet", "/nhat-ky", "/du-toan/de-xuat"):
        no_markup(officer.get(f"/chuong-trinh/{made.pk}{tail}").content.decode())
    page = officer.get(f"/chuong-trinh/{made.pk}").content.decode()
    assert "&lt;script&gt;" in page or "‹script›" in page
    no_markup(officer.get("/chuong-trinh").content.decode())
    no_markup(officer.get("/ban-lam-viec").content.decode())


def test_markup_in_what_is_entered_of_money_is_shown_as_it_was_typed(cast: Cast, officer: Client) -> None:
    at = Office(millions(cast.department, CONTENT))
    money, line = f"/chuong-trinh/{at.money.programme.pk}/chi-tieu", f"line_{at.money.banner.pk}"
    named = {"name": MARKUP, "tax_code": "1", "account": MARKUP[:40], "bank": MARKUP, "address": MARKUP}
    named["key"] = "xau-000000"
    bill = {"seller": MARKUP, "seller_tax_code": MARKUP[:20], "form": MARKUP[:10], "symbol": MARKUP[:30], "number": "1"}
    bill |= {"buyer": MARKUP, "buyer_tax_code": MARKUP[:20], "day": "6/5/2024", "total": "9tr", "key": "xau-000001"}
    agreed = {"number": MARKUP, "day": "6/5/2024", "title": MARKUP, line: "20tr"}
    with on(at.day):
        assert officer.post("/nha-cung-cap", named).status_code == 303
        assert officer.post("/hoa-don/moi", {**bill, "do": "invoice"}).status_code == 303
        payee = {"supplier": str(Supplier.objects.get(name=MARKUP).pk)}
        made = sent(officer, f"{money}/hop-dong/moi", agreed | payee)["Location"]
        sent(officer, f"{made}/phu-luc", {"number": MARKUP, "day": "6/5/2024", "reason": MARKUP, line: "1tr"})
        asked = {"title": MARKUP, "payee": MARKUP, line: "1tr"}
        request = sent(officer, f"{money}/de-nghi/moi?loai=advance", asked)["Location"]
        new = f"{money}/de-nghi/moi?loai=payment"
        wrong = officer.post(
            new, {**asked, "accepted_number": MARKUP, "hd-seller": MARKUP, line: MARKUP, "do": "preview"}
        )
        pages = ["/nha-cung-cap", "/hoa-don", money, made, f"{made}/phu-luc", request, new, f"{money}/hop-dong/moi"]
        shown = [officer.get(each).content.decode() for each in (*pages, f"{money}/de-nghi/moi")]
    for page in (*shown, wrong.content.decode()):
        no_markup(page)
        assert "&lt;script&gt;" in page


@pytest.mark.parametrize("carried", ["khong-phai-base64", "PGE+", "AAAA", "=" * 50])
def test_an_invoice_s_file_that_the_form_carries_back_changed_is_no_invoice(
    cast: Cast, officer: Client, carried: str
) -> None:
    bill = {"seller": "In", "seller_tax_code": "1", "symbol": "1K", "number": "1", "day": "1/2/2024", "total": "9tr"}
    answer = officer.post(
        "/hoa-don/moi", {**bill, "do": "invoice", "key": "xau-000002", "xml": carried, "xml_name": "x"}
    )
    assert answer.status_code in (303, 422)
    assert not Invoice.objects.filter(file__isnull=False).exists()


@pytest.mark.parametrize("amount", ["0", "-1", "1,5", "1.5", "10^18", "1000000000000000000", "NaN", "1e9", "∞"])
def test_an_amount_that_is_none_is_asked_for_again(cast: Cast, officer: Client, amount: str) -> None:
    at = Office(millions(cast.department, CONTENT))
    money, line = f"/chuong-trinh/{at.money.programme.pk}/chi-tieu", f"line_{at.money.banner.pk}"
    typed = {"title": "In", "payee": "Bảo", line: amount, "do": "preview"}
    with on(at.day):
        answer = officer.post(f"{money}/de-nghi/moi?loai=advance", typed)
    assert answer.status_code == 422 and 'value="save"' not in answer.content.decode()


@pytest.mark.parametrize("asked", ["/chuong-trinh", "/so-van-ban", "/nhat-ky", "/dinh-muc", "/du-toan-duoc-giao", "/"])
def test_markup_in_an_address_is_not_repeated(cast: Cast, asked: str) -> None:
    client = signed_in(cast["director"])
    for field in ("tim", "nam", "ngay", "nguoi", "lang", "next", "noi-dung"):
        no_markup(client.get(asked, {field: MARKUP}).content.decode())


def test_nothing_but_the_site_s_own_script_and_style_runs(cast: Cast) -> None:
    assert "'unsafe" not in POLICY and "data:" not in POLICY and "http" not in POLICY
    pages = ["/", "/dang-nhap", "/tai-khoan", "/co-quan", "/chuong-trinh", "/du-toan-duoc-giao", "/tai-khoan/mat-khau"]
    for address in pages:
        answer = signed_in(cast["admin"]).get(address)
        assert answer["Content-Security-Policy"] == POLICY
        page = answer.content.decode()
        assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|<style|\sstyle=|javascript:", page), address


# --- files ------------------------------------------------------------------------------------------------------------

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><title>x</title><p>QUY\xe1\xba\xbeT \xc4\x90\xe1\xbb\x8aNH</p><script>alert(1)</script>"


def polyglot() -> bytes:
    """A PDF to one reader, a zip to another, a page to a third."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("../../../../quyet-xau.txt", "x")
    return b"%PDF-1.7\n" + HTML + b"\n" + packed.getvalue()


FILES = {"x.svg": SVG, "x.pdf": SVG, "x.html": HTML, "x.docx": HTML, "y.pdf": polyglot(), "y.docx": polyglot()}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_would_run_is_never_served_as_what_it_claims_to_be(client: Client, name: str) -> None:
    answer = client.post("/", {"way": "upload", "file": SimpleUploadedFile(name, FILES[name])})
    assert answer.status_code in (303, 422)
    if answer.status_code == 303:
        page = client.get(answer["Location"])
        assert page["Content-Type"] == "text/html; charset=utf-8" and page["Content-Security-Policy"] == POLICY
        assert "<script>alert" not in page.content.decode() and "<svg xmlns" not in page.content.decode()
        assert client.get(f"{answer['Location']}.json")["Content-Type"].startswith("application/json")


@pytest.mark.parametrize("name", FILES)
def test_such_a_file_is_no_programme_and_no_workbook(cast: Cast, officer: Client, name: str) -> None:
    made = open_programme(cast["officer"], CONTENT)
    files = {"file": SimpleUploadedFile(name, FILES[name])}
    assert officer.post("/chuong-trinh/moi", {"way": "data"} | files).status_code == 422
    files = {"file": SimpleUploadedFile(name, FILES[name])}
    answer = officer.post(f"/chuong-trinh/{made.pk}/du-toan/excel", files)
    assert answer.status_code == 422 and "<script>alert" not in answer.content.decode()
    assert Programme.objects.get().revision == 1


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.yaml", "..\\..\\x.yaml", "/etc/passwd", "a\x00b.yaml", "%2e%2e/x.yaml"]
)
def test_the_name_of_a_file_leads_nowhere(officer: Client, client: Client, tmp_path: Path, name: str) -> None:
    before = {each for each in tmp_path.rglob("*") if each.is_file()}
    officer.post("/chuong-trinh/moi", {"way": "data", "file": SimpleUploadedFile(name, CONTENT.encode())})
    text = SimpleUploadedFile(name, "QUYẾT ĐỊNH".encode())
    client.post("/", {"way": "upload", "file": text})
    new = {each for each in tmp_path.rglob("*") if each.is_file()} - before
    assert all(each.resolve().is_relative_to(tmp_path) and ".." not in each.name for each in new)
    assert not any(each.name.endswith("passwd") for each in new)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../quyet/site/settings.py", "/static/..%2f..%2fsite/settings.py", "/static/quyet/%2e%2e/%2e%2e/apps.py",
        "/doc/../../secret-key", "/doc/..%2F..%2Fsecret-key", "/chuong-trinh/1/quyet-dinh/quyet.../../x",
        "/dinh-muc/..%2f..%2fsecret-key", "/doc/%00", "/chuong-trinh/1%00", "//xau.example/%2e%2e",
    ],
)  # fmt: skip
def test_no_address_leads_out_of_the_site(cast: Cast, path: str) -> None:
    answer = signed_in(cast["admin"]).get(path)
    assert answer.status_code == 404, answer.status_code


# --- guessing, adding fields ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("guess", ["0", "99999999999999999999", "-1", "1e3", "١", "null", "' OR 1=1 --"])
def test_a_guessed_number_finds_nothing(cast: Cast, guess: str) -> None:
    client = signed_in(cast["admin"])
    for place in ("chuong-trinh", "du-toan-duoc-giao", "co-quan/nguoi", "so-van-ban"):
        assert client.get(f"/{place}/{guess}").status_code == 404, place


def test_rows_that_are_not_ours_and_rows_that_are_not_there_are_told_alike(cast: Cast) -> None:
    """Or one could count another body's programmes."""
    made = open_programme(cast["officer"], CONTENT)
    client = signed_in(cast.of("-xa", "director"))
    theirs, nobodys = (client.get(f"/chuong-trinh/{pk}") for pk in (made.pk, made.pk + 1))
    strip = re.compile(r'value="[\w-]{64}"')
    assert theirs.status_code == nobodys.status_code == 404
    assert strip.sub("", theirs.content.decode()) == strip.sub("", nobodys.content.decode())


def test_fields_that_a_form_does_not_have_change_nothing(cast: Cast, officer: Client, accountant: Client) -> None:
    more = {"body": cast.neighbour.pk, "body_id": cast.neighbour.pk, "pk": 77, "id": 77, "state": "issued"}
    more |= {"shared": "1", "money_open": "1", "reserved": "5", "ceiling": "5", "revision": "9", "origin": "adopted"}
    officer.post("/chuong-trinh/moi", more | {"way": "example"})
    made = Programme.objects.get()
    assert (made.body, made.state, made.shared, made.money_open) == (cast.department, "draft", False, False)
    assert (made.revision, made.origin, made.signatory) == (1, "drafted", None) and made.pk != 77
    typed = {
        "year": "2024", "deciding_text": "1/QĐ", "deciding_day": "25/12/2023", "chapter": "416", "category": "280",
        "sub_category": "338", "source": "Ngân sách tỉnh", "autonomous": "0", "amount": "5 triệu",
    }  # fmt: skip
    accountant.post("/du-toan-duoc-giao/moi", more | typed)
    given = Allotment.objects.get()
    assert (given.body, given.ceiling, given.reserved) == (cast.department, 5_000_000, 0) and given.pk != 77


def test_nobody_makes_themselves_more_than_they_are(cast: Cast, officer: Client) -> None:
    before = list(RoleHeld.objects.values())
    an = cast["officer"].person
    role = {"role": "admin", "since": "1/1/2024", "unit": "", "is_superuser": "1", "is_active": "1"}
    for address in (f"/co-quan/nguoi/{an.pk}", "/co-quan/nguoi/da-co", "/co-quan/nguoi/moi", "/tai-khoan/mat-khau"):
        officer.post(address, role | {"login": "an", "name": "An", "roles": "admin"})
    officer.post("/tai-khoan/co-quan", {"body": cast.neighbour.pk})
    assert list(RoleHeld.objects.values()) == before
    assert officer.get("/co-quan").status_code == 403


# --- leading elsewhere, other names -----------------------------------------------------------------------------------

ELSEWHERE = [
    "https://xau.example/", "//xau.example/", "/\\xau.example/", "https:xau.example", "javascript:alert(1)",
    "http://testserver@xau.example/", "\thttps://xau.example/", "https://testserver.xau.example/",
]  # fmt: skip


@pytest.mark.parametrize("to", ELSEWHERE)
def test_signing_in_out_and_switching_lead_nowhere_else(cast: Cast, to: str) -> None:
    person = cast["officer"].person
    person.set_password(PASSWORD)
    person.save()
    client = Client()
    for answer in (
        client.post("/dang-nhap", {"login": "an", "password": PASSWORD, "next": to}),
        client.post(f"/tai-khoan/co-quan?next={to}", {"body": cast.department.pk, "next": to}),
        client.post("/tai-khoan/mat-khau", {"next": to}),
        client.post("/dang-xuat", {"next": to}),
    ):
        assert answer.status_code in (200, 302)
        assert "xau.example" not in answer.get("Location", "/") and "javascript:" not in answer.get("Location", "/")
        if answer.status_code == 302:
            assert answer["Location"].startswith("/") and not answer["Location"].startswith(("//", "/\\"))


def test_where_sign_in_leads_back_to_is_the_site_itself(client: Client, cast: Cast) -> None:
    assert client.get("/chuong-trinh?lang=en&x=//xau.example")["Location"].startswith("/dang-nhap?next=/chuong-trinh")


@pytest.mark.parametrize("host", ["xau.example", "testserver:80@xau.example", "testserver, xau.example", "a b", ""])
def test_a_host_that_is_not_ours_is_refused(cast: Cast, host: str) -> None:
    admin = signed_in(cast["admin"])
    answer = admin.post(f"/co-quan/nguoi/{cast['clerk'].person.pk}/duong-dan", headers={"host": host})
    assert answer.status_code == 400 and "/moi/" not in answer.content.decode()


def test_a_forwarded_host_counts_for_nothing(cast: Cast) -> None:
    admin = signed_in(cast["admin"])
    address = f"/co-quan/nguoi/{cast['clerk'].person.pk}/duong-dan"
    page = admin.post(address, headers={"x-forwarded-host": "xau.example", "forwarded": "host=xau.example"})
    assert "http://testserver/moi/" in page.content.decode() and "xau.example" not in page.content.decode()
