"""How much a reading may state: held while it is read, so that what would be too large is never built."""

from __future__ import annotations

import pytest

from quyet.core.decisions import flow
from quyet.core.decisions.model import Fact, Reading
from quyet.core.decisions.size import ADDRESS, TooMuch
from tests.core.decisions.reading import decision, read


@pytest.fixture
def few_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more facts than a decision of ten items has."""
    monkeypatch.setattr(flow, "MOST", 20_000)


def size(reading: Reading) -> int:
    """What the facts of a reading take."""
    return sum(len(fact.raw) + ADDRESS for fact in reading.facts())


MANY = {
    "activities": "\n".join(f"{n}. Treo băng rôn: 40 cái;" for n in range(1, 100)),
    "dashes": "1. Tuyên truyền:\n" + "\n".join(f"- Treo băng rôn {n}: 40 cái;" for n in range(100)),
    "rows with bars": "| STT | Nội dung | Thành tiền |\n" + "".join(f"| {n} | Băng rôn | {n}.000 |\n" for n in range(100)),
    "rows with tabs": "STT\tNội dung\tThành tiền\n" + "".join(f"{n}\tBăng rôn\t{n}.000\n" for n in range(100)),
    "small tables": "STT | Nội dung | Thành tiền\n1 | Loa | 2.000\n2 | Loa | 3.000\n\nx\n" * 50,
}  # fmt: skip


@pytest.mark.parametrize("contents", MANY.values(), ids=MANY)
def test_more_facts_than_a_reading_may_hold_are_refused(contents: str, few_facts: None) -> None:
    with pytest.raises(TooMuch):
        decision(contents)


def test_many_bases_are_refused(few_facts: None) -> None:
    with pytest.raises(TooMuch):
        decision("1. Treo: 40 cái", bases="Căn cứ Nghị định số 45/2012/NĐ-CP ngày 21/5/2012;\n" * 100)


def test_ten_items_are_read(few_facts: None) -> None:
    reading = decision("\n".join(f"{n}. Treo băng rôn: 40 cái;" for n in range(1, 11)))

    assert reading.programme and len(reading.programme.activities) == 10
    assert size(reading) < 20_000


def test_items_that_turn_out_to_be_no_activities_do_not_count(few_facts: None) -> None:
    aims = "\n".join(f"- Nâng cao nhận thức của người dân về an toàn thực phẩm {n}" for n in range(100))

    reading = read(f"KẾ HOẠCH\nTuyên truyền\n\nI. MỤC TIÊU CHUNG\n{aims}\n")

    assert reading.programme is None


def test_a_long_group_counts_with_each_of_its_activities(few_facts: None) -> None:
    group = "Tuyên truyền trên các tuyến đường " * 10

    with pytest.raises(TooMuch):
        decision(f"1. {group}\n" + "- Treo băng rôn: 40 cái;\n" * 25)


def test_the_size_that_is_held_is_no_less_than_what_is_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = decision(MANY["activities"] + "\n" + MANY["rows with bars"])
    assert isinstance(reading.facts()[0], Fact)

    monkeypatch.setattr(flow, "MOST", size(reading) - 1)
    with pytest.raises(TooMuch):
        decision(MANY["activities"] + "\n" + MANY["rows with bars"])
