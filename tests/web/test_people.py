"""Cơ quan và người dùng, one-time links, and the first start, as pages."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from playwright.sync_api import expect

from quyet.actions.invitations import first_link, new_link
from quyet.store.models import Body, JournalRow, Notice, Person, RoleHeld
from tests.cast import PASSWORD, Cast
from tests.web.conftest import Open
from tests.web.test_allotments import words

pytestmark = pytest.mark.django_db

NEW = {"name": "Hà Thị Khánh", "login": "khanh", "email": "", "role": "officer", "since": "1/1/2024", "unit": ""}


@pytest.fixture
def admin(client: Client, cast: Cast) -> Client:
    """Phan Thị Inh, signed in."""
    client.force_login(cast["admin"].person)
    return client


def test_the_page_names_everybody_with_role_and_account(admin: Client) -> None:
    page = words(admin.get("/co-quan").content)
    assert "Sở Công Thương tỉnh Lạng Sơn" in page and "Thêm người" in page
    for said in ("Lý Thu An", "Chuyên viên", "Triệu Thị Em", "Lãnh đạo cơ quan (KT.)", "Phòng Quản lý Công nghiệp"):
        assert said in page, said


def test_people_stand_by_their_given_names_as_vietnamese_lists_do(admin: Client) -> None:
    page = words(admin.get("/co-quan").content)
    names = ("Lý Thu An", "Hoàng Văn Bảo", "Nông Thị Cúc", "Vi Văn Dũng", "Lương Minh Đức", "Triệu Thị Em",
             "Bế Thị Giang", "Đàm Văn Hải", "Phan Thị Inh")  # fmt: skip
    places = [page.rindex(each) if each == "Phan Thị Inh" else page.index(each) for each in names]
    assert places == sorted(places)


def test_from_somebody_new_to_their_first_sign_in(admin: Client) -> None:
    made = admin.post("/co-quan/nguoi/moi", NEW)
    page = made.content.decode()
    link = re.search(r'id="link">http://testserver(/moi/[\w-]{43})<', page)[1]
    assert made.status_code == 200 and "no-store" in made["Cache-Control"]
    other = Client()
    asked = other.get(link)
    assert "Hà Thị Khánh" in words(asked.content) and asked["Referrer-Policy"] == "strict-origin"
    refused = other.post(link, {"password": "12345678901", "again": "12345678901"})
    assert refused.status_code == 422 and "Không được chỉ gồm chữ số." in words(refused.content)
    unlike = other.post(link, {"password": PASSWORD, "again": PASSWORD + "x"})
    assert "Hai lần nhập khác nhau." in words(unlike.content)
    answer = other.post(link, {"password": PASSWORD, "again": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (303, "/dang-nhap")
    assert other.get("/tai-khoan").status_code == 302  # the link signs nobody in
    other.post("/dang-nhap", {"login": "khanh", "password": PASSWORD})
    assert "Chuyên viên" in words(other.get("/tai-khoan").content)
    gone = other.get(link)
    assert gone.status_code == 404 and "Đường dẫn không còn dùng được" in words(gone.content)


def test_a_refused_form_keeps_what_was_typed(admin: Client) -> None:
    answer = admin.post("/co-quan/nguoi/moi", NEW | {"login": "AN", "since": "31/2/2024"})
    page = answer.content.decode()
    assert answer.status_code == 422 and 'value="Hà Thị Khánh"' in page and "Ghi ngày/tháng/năm" in page
    answer = admin.post("/co-quan/nguoi/moi", NEW | {"login": "AN"})
    assert "Đã có người dùng tên đăng nhập này." in words(answer.content)


def test_roles_are_given_ended_and_left(admin: Client, cast: Cast) -> None:
    an = cast["officer"].person.pk
    role = {"role": "clerk", "since": "01/01/2024", "unit": ""}
    assert admin.post(f"/co-quan/nguoi/{an}", role).status_code == 303
    held = RoleHeld.objects.get(person=an, role="clerk").pk
    assert admin.post(f"/co-quan/nguoi/{an}/vai-tro/{held}/ket-thuc", {"until": "01/02/2024"}).status_code == 303
    assert "01/01/2024 – 01/02/2024" in words(admin.get(f"/co-quan/nguoi/{an}").content)
    wrong = admin.post(f"/co-quan/nguoi/{an}/vai-tro/{held}/ket-thuc", {"until": "hôm qua"})
    assert wrong.status_code == 403 and "Ghi ngày/tháng/năm" in words(wrong.content)
    assert admin.post(f"/co-quan/nguoi/{an}/thoi-lam", {"until": "01/02/2024"}).status_code == 303
    assert not Person.objects.get(pk=an).is_active


def test_who_leaves_is_out_at_once_also_where_they_are_signed_in(admin: Client, cast: Cast) -> None:
    giang = Client()
    giang.force_login(cast["clerk"].person)
    assert giang.get("/tai-khoan").status_code == 200
    admin.post(f"/co-quan/nguoi/{cast['clerk'].person.pk}/thoi-lam", {"until": "01/02/2024"})
    assert giang.get("/tai-khoan").status_code == 302


def test_a_forgotten_password_gets_a_new_link(admin: Client, cast: Cast) -> None:
    page = admin.post(f"/co-quan/nguoi/{cast['head'].person.pk}/duong-dan").content.decode()
    assert re.search(r"http://testserver/moi/[\w-]{43}", page) and "Hoàng Văn Bảo" in page


def second_step(person: Person) -> None:
    Authenticator.objects.create(user=person, type="totp", data={"secret": "x"})
    Authenticator.objects.create(user=person, type="recovery_codes", data={"seed": "x", "used_mask": 0})


def test_a_lost_second_step_is_taken_away_and_they_are_told(admin: Client, cast: Cast) -> None:
    bao, inh = cast["head"].person, cast["admin"].person
    address = f"/co-quan/nguoi/{bao.pk}/buoc-hai"
    assert "Bỏ bước hai" not in words(admin.get(f"/co-quan/nguoi/{bao.pk}").content)
    none = admin.post(address)
    assert none.status_code == 403 and "Người này không bật bước hai." in words(none.content)
    second_step(bao), second_step(inh)
    assert "Bỏ bước hai đã mất" in words(admin.get(f"/co-quan/nguoi/{bao.pk}").content)
    assert admin.post(address).status_code == 303
    assert not Authenticator.objects.filter(user=bao).exists()
    assert Notice.objects.get(person=bao).message.startswith("Phan Thị Inh đã bỏ bước hai khi đăng nhập của anh chị.")
    row = JournalRow.objects.get(act="take_second_step")
    assert (row.person, row.subject, row.subject_id) == (inh, "person", bao.pk)
    own = admin.post(f"/co-quan/nguoi/{inh.pk}/buoc-hai")
    assert own.status_code == 403 and "Không ai tự bỏ bước hai của mình" in words(own.content)
    assert "Bỏ bước hai đã mất" not in words(admin.get(f"/co-quan/nguoi/{inh.pk}").content)
    second_step(bao)
    RoleHeld.objects.create(person=bao, body=cast.neighbour, role="head", since="2024-01-01")
    both = admin.post(address)
    assert both.status_code == 403 and "còn làm việc ở cơ quan khác" in words(both.content)
    theirs = Client()
    theirs.force_login(cast.of("-tinh", "admin").person)
    assert theirs.post(address).status_code == 404
    assert Authenticator.objects.filter(user=bao).count() == 2 and Authenticator.objects.filter(user=inh).count() == 2


def test_delegation_unit_name_and_settings(admin: Client, cast: Cast) -> None:
    duc, bao = cast["director"].person.pk, cast["head"].person.pk
    form = {"giver": duc, "taker": bao, "deciding_text": "15/GUQ-SCT", "since": "01/01/2024", "until": "31/12/2099"}
    assert admin.post("/co-quan/uy-quyen/moi", form).status_code == 303
    assert admin.post("/co-quan/don-vi/moi", {"name": "Văn phòng", "since": "01/01/2024"}).status_code == 303
    name = {"name": "Sở Công Thương và Đầu tư", "since": "01/03/2025"}
    assert admin.post("/co-quan/doi-ten", name).status_code == 303
    form = {"chapter": "416", "identifier": "H37", "keeps_numbers": "1"}
    assert admin.post("/co-quan/thiet-lap", form).status_code == 303
    page = words(admin.get("/co-quan").content)
    for said in ("15/GUQ-SCT", "Văn phòng", "Sở Công Thương và Đầu tư", "chương 416", "Quyết cấp số văn bản"):
        assert said in page, said
    again = admin.post("/co-quan/doi-ten", name | {"since": "01/03/2024"})
    assert again.status_code == 422 and "Phải sau ngày của tên hiện nay." in words(again.content)


def test_a_page_of_another_body_is_not_there_and_leads_back_to_the_desk(admin: Client) -> None:
    answer = admin.get("/chuong-trinh/999999")
    assert answer.status_code == 404
    assert (
        "hoặc trang thuộc cơ quan khác" in words(answer.content) and 'href="/ban-lam-viec"' in answer.content.decode()
    )


@pytest.mark.parametrize("role", ["officer", "accountant", "director"])
def test_others_are_told_whose_work_it_is(client: Client, cast: Cast, role: str) -> None:
    client.force_login(cast[role].person)
    for address in ("/co-quan", "/co-quan/nguoi/moi", "/co-quan/thiet-lap"):
        answer = client.get(address)
        assert answer.status_code == 403 and "Việc này là của quản trị" in words(answer.content), address


def test_an_auditor_reads_and_is_offered_no_act(client: Client, cast: Cast) -> None:
    client.force_login(cast["auditor"].person)
    page = client.get("/co-quan").content.decode()
    one = client.get(f"/co-quan/nguoi/{cast['officer'].person.pk}").content.decode()
    assert "Lý Thu An" in page and "Thêm người" not in page and "Giao vai trò" not in one and "Ghi thôi" not in one


def test_who_works_at_two_bodies_chooses_where(client: Client, cast: Cast) -> None:
    hai = cast["auditor"].person
    RoleHeld.objects.create(person=hai, body=cast.neighbour, role="admin", since="2024-01-01")
    client.force_login(hai)
    page = client.get("/co-quan").content.decode()
    assert "Chuyển" in page and "Lý Thu An" in page
    answer = client.post("/tai-khoan/co-quan", {"body": cast.neighbour.pk, "next": "/co-quan"})
    assert answer["Location"] == "/co-quan"
    page = words(client.get("/co-quan").content)
    assert "Thêm người" in page and cast.neighbour.name in page
    assert client.post("/tai-khoan/co-quan", {"body": cast.province.pk}).status_code == 404
    RoleHeld.objects.filter(person=hai, body=cast.neighbour).update(until="2024-02-01")
    assert client.get("/co-quan/thiet-lap").status_code == 403  # back where the role still counts


def test_who_has_no_role_today_is_told_so(client: Client, cast: Cast) -> None:
    RoleHeld.objects.filter(person=cast["clerk"].person).update(until="2024-02-01")
    client.force_login(Person.objects.get(login="giang"))
    answer = client.get("/co-quan")
    assert answer.status_code == 403 and "không giữ vai trò nào" in words(answer.content)


def test_the_first_start(client: Client) -> None:
    assert "quyet serve in ra một đường dẫn" in words(client.get("/dang-nhap").content)
    address = f"/bat-dau/{first_link()}"
    given = {"body": "Sở Y tế tỉnh Mường Hoa", "level": "department", "name": "Phan Thị Inh", "login": "inh"}
    refused = client.post(address, given | {"password": "ngắn", "again": "ngắn"})
    assert refused.status_code == 422 and "Cần ít nhất 10 ký tự." in words(refused.content)
    answer = client.post(address, given | {"password": PASSWORD, "again": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (303, "/dang-nhap")
    assert "in ra một đường dẫn" not in words(client.get("/dang-nhap").content)
    client.post("/dang-nhap", {"login": "inh", "password": PASSWORD})
    assert "Sở Y tế tỉnh Mường Hoa" in words(client.get("/co-quan").content)
    assert client.get(address).status_code == 404 and client.post(address, given).status_code == 404
    assert Body.objects.count() == 1 and Person.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_first_start_and_an_invitation_in_a_browser(open_page: Open) -> None:
    """What Django's client does not send: a browser names the origin of a form, by the policy of its page."""
    page = open_page(f"/bat-dau/{first_link()}")
    page.get_by_label("Tên cơ quan").fill("Sở Y tế tỉnh Mường Hoa")
    page.get_by_label("Họ và tên người quản trị").fill("Phan Thị Inh")
    page.get_by_label("Tên đăng nhập").fill("inh")
    for label in ("Mật khẩu mới", "Nhập lại mật khẩu mới"):
        page.get_by_label(label, exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Lập cơ quan và người quản trị").click()
    expect(page.get_by_text("Đã lập cơ quan. Mời đăng nhập.")).to_be_visible()

    page.goto(f"/moi/{new_link(Person.objects.get(login='inh'))}")
    for label in ("Mật khẩu mới", "Nhập lại mật khẩu mới"):
        page.get_by_label(label, exact=True).fill(PASSWORD + "2")
    page.get_by_role("button", name="Đặt mật khẩu").click()
    expect(page.get_by_text("Đã đặt mật khẩu. Mời đăng nhập.")).to_be_visible()
