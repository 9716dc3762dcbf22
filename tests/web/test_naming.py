"""The names that facts go by where their words stand."""

from __future__ import annotations

import pytest
from django.utils import translation

from quyet.queries import reading
from quyet.queries.shown import Place
from quyet.web.naming import FACTS, fact_name


@pytest.mark.parametrize(
    ("place", "vi", "en"),
    [
        (Place("document/number"), "Số, ký hiệu", "Number"),
        (Place("document/bases/date", "2"), "Căn cứ 2 · Ngày", "Basis 2 · Date"),
        (Place("programme/activities/quantity", "1.a"), "Hoạt động 1.a · Số lượng", "Activity 1.a · Quantity"),
        (Place("estimates/lines/amount", "3"), "Dự toán, dòng 3 · Thành tiền", "Estimate, line 3 · Amount"),
    ],
)
def test_a_fact_is_named_with_what_it_belongs_to(place: Place, vi: str, en: str):
    with translation.override("vi"):
        assert fact_name(place) == vi
    with translation.override("en"):
        assert fact_name(place) == en


def test_a_label_of_a_paper_is_no_pattern():
    with translation.override("vi"):
        assert fact_name(Place("programme/activities/title", "{which}|{0}")) == "Hoạt động {which}|{0} · Tên"


def test_every_leaf_that_the_page_shows_has_a_name():
    owners = {
        "document": (*reading.DOCUMENT, "recipients"),
        "document/bases": (*reading.BASIS, "text"),
        "document/signature": reading.SIGNATURE,
        "document/articles": ("label", "title"),
        "document/attachments": ("label", "title"),
        "programme": ("year", "total"),
        "programme/activities": (*reading.ACTIVITY, "group"),
        "programme/sources": ("name", "amount"),
        "programme/assignments": ("unit",),
        "estimates": ("total",),
        "estimates/lines": reading.ESTIMATE_LINE,
    }
    assert set(FACTS) == {f"{owner}/{leaf}" for owner, leaves in owners.items() for leaf in leaves}
