"""Signing in: password, lockout, second step, sessions; and what is closed."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client

from quyet.store.models import Person
from tests.cast import PASSWORD, Cast
from tests.web.test_allotments import words

pytestmark = pytest.mark.django_db

SIGN_IN = "/dang-nhap"


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


@pytest.fixture
def an(cast: Cast) -> Person:
    """Lý Thu An, with a password."""
    person = Person.objects.get(login="an")
    person.set_password(PASSWORD)
    person.save()
    return person


def sign_in(client: Client, login: str = "an", password: str = PASSWORD, to: str = ""):
    return client.post(SIGN_IN, {"login": login, "password": password, **({"next": to} if to else {})})


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_a_page_of_the_office_leads_to_sign_in_and_back(client: Client, an: Person) -> None:
    asked = client.get("/tai-khoan")
    assert (asked.status_code, asked["Location"]) == (302, "/dang-nhap?next=/tai-khoan")
    page = client.get(asked["Location"]).content.decode()
    assert "Tên đăng nhập" in page and 'name="next" value="/tai-khoan"' in page and "Username" not in page
    answer = sign_in(client, to="/tai-khoan")
    assert (answer.status_code, answer["Location"]) == (302, "/tai-khoan")
    assert "Lý Thu An" in words(client.get("/tai-khoan").content)


def test_the_password_is_kept_as_argon2_and_the_name_counts_in_any_case(client: Client, an: Person) -> None:
    assert an.password.startswith("argon2$argon2id$")
    assert sign_in(client, "AN").status_code == 302


def test_a_wrong_password_and_an_unknown_name_are_refused_alike(client: Client, an: Person) -> None:
    said = [words(sign_in(client, login, "sai sai sai sai").content) for login in ("an", "khong-co")]
    assert all("Tên đăng nhập hoặc mật khẩu chưa đúng." in page for page in said)
    assert not Session.objects.exists()


def test_five_wrong_passwords_lock_for_a_quarter_of_an_hour_also_the_right_one(client: Client, an: Person) -> None:
    answers = [sign_in(client, password=f"sai {n}") for n in range(5)]
    assert [each.status_code for each in answers] == [200, 200, 200, 200, 429]
    assert "Nhập sai quá nhiều lần. Đợi 15 phút rồi thử lại" in words(answers[-1].content)
    right = sign_in(client)
    assert right.status_code == 429 and right["Retry-After"] == "900"
    attempt = AccessAttempt.objects.get()  # in the database, and without the password
    assert (attempt.username, attempt.failures_since_start) == ("an", 5) and "sai" not in attempt.post_data
    attempt.attempt_time -= timedelta(minutes=15, seconds=1)
    attempt.save()
    assert sign_in(client).status_code == 302


def test_who_is_locked_out_locks_nobody_else(client: Client, an: Person) -> None:
    for n in range(6):
        sign_in(client, "bao", f"sai {n}")
    assert sign_in(client).status_code == 302


def test_a_person_who_left_cannot_sign_in(client: Client, an: Person) -> None:
    Person.objects.filter(pk=an.pk).update(is_active=False)
    assert "chưa đúng" in words(sign_in(client).content)


def test_signing_out_ends_the_session_and_only_by_post(client: Client, an: Person) -> None:
    sign_in(client)
    assert client.get("/dang-xuat").status_code == 200 and client.get("/tai-khoan").status_code == 200
    assert client.post("/dang-xuat").status_code == 302
    assert client.get("/tai-khoan").status_code == 302 and not Session.objects.exists()


def test_a_new_password_follows_the_rules_and_ends_the_other_sessions(client: Client, an: Person) -> None:
    other = Client()
    sign_in(client), sign_in(other)
    form = {"oldpassword": PASSWORD, "password1": "1234567890", "password2": "1234567890"}
    refused = words(client.post("/tai-khoan/mat-khau", form).content)
    assert "là mật khẩu hay gặp, dễ đoán" in refused and "không được chỉ gồm chữ số" in refused
    unlike = words(client.post("/tai-khoan/mat-khau", form | {"password1": "mưa nguồn chớp bể"}).content)
    assert "Hai lần nhập khác nhau." in unlike
    new = "mưa nguồn chớp bể"
    answer = client.post("/tai-khoan/mat-khau", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert (answer.status_code, answer["Location"]) == (302, "/tai-khoan")
    assert "Đã đổi mật khẩu." in words(client.get("/tai-khoan").content)
    assert other.get("/tai-khoan").status_code == 302


def test_the_second_step_from_the_first_code_to_a_recovery_code(client: Client, an: Person) -> None:
    sign_in(client)
    asked = client.get("/tai-khoan/buoc-hai/bat")
    assert asked["Location"] == "/tai-khoan/xac-nhan?next=%2Ftai-khoan%2Fbuoc-hai%2Fbat"  # the password once more
    client.post(asked["Location"], {"password": PASSWORD, "next": "/tai-khoan/buoc-hai/bat"})
    page = client.get("/tai-khoan/buoc-hai/bat").content.decode()
    secret = re.search(r'class="secret">([A-Z2-7]{32})<', page)[1]
    assert 'src="/tai-khoan/buoc-hai/ma-qr.svg"' in page and "data:" not in page and "<script>" not in page
    drawing = client.get("/tai-khoan/buoc-hai/ma-qr.svg")
    assert drawing["Content-Type"] == "image/svg+xml" and b"<path" in drawing.content
    wrong = client.post("/tai-khoan/buoc-hai/bat", {"code": "000000"})
    assert "Mã chưa đúng hoặc đã dùng." in words(wrong.content)
    done = client.post("/tai-khoan/buoc-hai/bat", {"code": code_of(secret)})
    assert done["Location"] == "/tai-khoan/ma-du-phong"
    shown = client.get("/tai-khoan/ma-du-phong").content.decode()
    spare = re.findall(r"<li>(\d{8})</li>", shown)
    assert len(spare) == 10
    assert client.get("/tai-khoan/buoc-hai/ma-qr.svg").status_code == 404  # shown while it is set up, never again

    other = Client()
    half = sign_in(other, to="/tai-khoan")
    assert half["Location"].startswith("/dang-nhap/buoc-hai") and other.get("/tai-khoan").status_code == 302
    assert "Mã chưa đúng" in words(other.post("/dang-nhap/buoc-hai", {"code": "12345678"}).content)
    assert other.post("/dang-nhap/buoc-hai", {"code": spare[0]}).status_code == 302
    assert other.get("/tai-khoan").status_code == 200
    again = Client()
    sign_in(again)
    assert "Mã chưa đúng hoặc đã dùng." in words(again.post("/dang-nhap/buoc-hai", {"code": spare[0]}).content)

    off = client.post("/tai-khoan/buoc-hai/tat")
    assert off["Location"] == "/tai-khoan"
    last = Client()
    assert sign_in(last, to="/tai-khoan")["Location"] == "/tai-khoan"


def test_codes_of_the_second_step_cannot_be_guessed_for_ever(client: Client, an: Person) -> None:
    sign_in(client)
    client.post("/tai-khoan/xac-nhan", {"password": PASSWORD})
    page = client.get("/tai-khoan/buoc-hai/bat").content.decode()
    client.post("/tai-khoan/buoc-hai/bat", {"code": code_of(re.search(r'"secret">(\w+)<', page)[1])})
    other = Client()
    sign_in(other)
    said = [words(other.post("/dang-nhap/buoc-hai", {"code": f"{n:06}"}).content) for n in range(12)]
    assert "Mã chưa đúng" in said[0] and "Nhập sai quá nhiều lần. Đợi 15 phút" in said[-1]


def test_sessions_are_listed_and_ended_one_by_one_or_all_others(client: Client, an: Person) -> None:
    here, desk, phone = client, Client(HTTP_USER_AGENT="Máy cơ quan"), Client(HTTP_USER_AGENT="Điện thoại")
    for each in (here, desk, phone):
        sign_in(each)
    page = here.get("/tai-khoan").content.decode()
    assert "Máy cơ quan" in page and "Điện thoại" in page and "phiên này" in page
    first = re.search(r'action="(/tai-khoan/phien/\d+)"', page)[1]
    assert here.post(first).status_code == 303
    assert [each.get("/tai-khoan").status_code for each in (here, desk, phone)].count(302) == 1
    here.post("/tai-khoan/phien")
    assert [each.get("/tai-khoan").status_code for each in (here, desk, phone)] == [200, 302, 302]


def test_nobody_ends_the_session_of_another(client: Client, an: Person, cast: Cast) -> None:
    sign_in(client)
    address = f"/tai-khoan/phien/{an.usersession_set.get().pk}"
    other = Client()
    other.force_login(Person.objects.get(login="bao"))
    assert other.post(address).status_code == 404 and client.get("/tai-khoan").status_code == 200


@pytest.mark.parametrize(
    "address",
    "/signup /dang-ky /accounts/login /accounts/signup /dang-nhap/code /password/reset /password/reset/ /email "
    "/confirm-email/x /accounts/password/reset /tai-khoan/email /mfa /2fa /admin /admin/".split(),
)
def test_what_is_not_offered_is_not_there(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_sign_in_speaks_english_by_the_switch(client: Client, an: Person) -> None:
    page = words(client.get(f"{SIGN_IN}?lang=en").content)
    assert "Name to sign in with" in page and "Password" in page
    assert "The name or the password is not right." in words(sign_in(client, password="no no no no").content)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36",
            "Chrome trên Windows",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0", "Edge trên Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox trên Linux"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1",
            "Safari trên iPhone",
        ),
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36", "Chrome trên Android"),
        ("curl/8.5", "thiết bị không rõ"),
        ("<script>alert(1)</script>", "thiết bị không rõ"),
    ],
)
def test_a_session_says_its_device_as_a_person_would(client: Client, an: Person, line: str, said: str) -> None:
    client.post("/dang-nhap", {"login": an.login, "password": PASSWORD}, headers={"user-agent": line})
    page = client.get("/tai-khoan", headers={"user-agent": line}).content.decode()
    assert f">{said}</th>" in page and "<script>alert" not in page
