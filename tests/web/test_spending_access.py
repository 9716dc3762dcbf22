"""Who opens the pages where money is entered, and how many questions each puts to the database."""

from __future__ import annotations

from typing import Any

import pytest

from quyet.store.models import Contract, ContractAct, PaymentRequest
from tests.spending import Office, on
from tests.web.conftest import signed_in
from tests.web.test_spending import address, at, client, said

__all__ = ["at"]
pytestmark = pytest.mark.django_db

EVERY = {"officer", "head", "accountant", "office", "director", "deputy", "clerk", "auditor", "admin"}
WHO: dict[str, set[str]] = {
    # page of a contract or a request that is there → who is answered; everybody else is told whose work it is
    "hop-dong/{contract}": EVERY,
    "hop-dong/{contract}/phu-luc": {"officer", "accountant"},
    "hop-dong/{contract}/huy-phan-con-lai": {"accountant"},
    "hop-dong/{contract}/dao/{act}": {"accountant", "director", "deputy"},
    "de-nghi/moi?loai=payment&hop-dong={contract}": {"officer"},
    "{request}": EVERY,
    "{request}/de-nghi-lai": {"officer"},
}


@pytest.mark.parametrize("page", WHO)
def test_who_opens_what_is_there_and_who_sends_to_it(at: Office, page: str) -> None:
    contract, request = at.contract((at.money.banner, 20)), at.ask("payment", (at.money.hall, 10))
    at.go(request, "return", reason="Sai")
    where = f"{address(at)}/{page.format(contract=contract, request=request, act=ContractAct.objects.get().pk)}"
    opened = {role: client(at, role).get(where).status_code for role in EVERY}
    assert {role for role, status in opened.items() if status == 200} == WHO[page], opened
    assert {status for status in opened.values() if status != 200} <= {403}
    sent_ = {role: client(at, role).post(where, {"x": "1"}).status_code for role in EVERY}
    takes = set() if page == "hop-dong/{contract}" else WHO[page]
    assert {role for role, status in sent_.items() if status == 422} == takes, sent_
    assert {status for status in sent_.values() if status != 422} <= {403, 405}
    assert (Contract.objects.get().value, PaymentRequest.objects.get().round) == (20_000_000, 1)
    for role in ("officer", "accountant", "director", "admin"):
        stranger = signed_in(_elsewhere(at, role))
        assert {stranger.get(where).status_code, stranger.post(where, {"x": "1"}).status_code} <= {403, 404, 405}


def test_the_forms_ask_the_database_a_bounded_number_of_times(at: Office, django_assert_max_num_queries: Any) -> None:
    contract = at.contract((at.money.banner, 40), (at.money.handbook, 20))
    for _ in range(3):
        at.ask("payment", (at.money.banner, 1), contract=contract)
    advance, returned = at.done("advance", (at.money.hall, 10), payee="Bảo"), at.ask("payment", (at.money.hall, 5))
    at.go(returned, "return", reason="Sai")
    officer, accountant, one = client(at, "officer"), client(at, "accountant"), f"{address(at)}/hop-dong/{contract}"
    asks = f"{address(at)}/de-nghi/moi"
    pages = ["/nha-cung-cap", "/hoa-don", "/hoa-don/moi", one, f"{one}/phu-luc", f"{address(at)}/hop-dong/moi", asks]
    pages += [f"{asks}?loai=payment", f"{asks}?loai=payment&hop-dong={contract}", f"{asks}?loai=clearing&cua={advance}"]
    for page in (*pages, f"{address(at, returned)}/de-nghi-lai"):
        with django_assert_max_num_queries(15):
            assert officer.get(page).status_code == 200, page
    with django_assert_max_num_queries(15):
        assert accountant.get(f"{one}/huy-phan-con-lai").status_code == 200


def test_of_another_body_no_form_knows_anything(at: Office) -> None:
    contract = at.contract((at.money.banner, 20))
    stranger = signed_in(_elsewhere(at))
    for page in ("moi", f"{contract}", f"{contract}/phu-luc"):
        assert stranger.get(f"{address(at)}/hop-dong/{page}").status_code == 404
    assert stranger.get(f"{address(at)}/de-nghi/moi?loai=payment&hop-dong={contract}").status_code == 404
    assert "Công ty In Một" not in said(stranger.get("/nha-cung-cap"))


def _elsewhere(at: Office, role: str = "officer") -> Any:
    """One of another body, whose cast is made once."""
    from quyet.store.models import Body
    from tests.cast import office, viewer_of

    name = "Sở Tài chính tỉnh Hà Bình"
    with on(at.day):
        body = Body.objects.filter(name=name).first() or office(name, tag="2")
        return viewer_of(role, body, tag="2", day=at.day)
