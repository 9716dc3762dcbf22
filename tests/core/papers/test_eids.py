"""References and eIds name the same nodes, one to one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyet.core.papers.eids import eid_of, element_of, ref_of

PAIRS = [
    ("dieu_1", "art_1"),
    ("dieu_4a", "art_4a"),
    ("dieu_1/khoan_2/diem_a", "art_1__para_2__point_a"),
    ("dieu_1/khoan_2/diem_đ", "art_1__para_2__point_đ"),
    ("dieu_1/khoan_1.2.10", "art_1__para_1-2-10"),
    ("muc_2/khoan_1/gach_3/cong_1", "sec_2__para_1__indent_3__level_1"),
    ("phan_b/muc_1", "part_b__sec_1"),
    ("phu_luc_1", "att_1"),
    ("phu_luc_12/dieu_3/khoan_1", "att_12__art_3__para_1"),
]


@pytest.mark.parametrize(("ref", "eid"), PAIRS)
def test_a_reference_and_its_eid(ref: str, eid: str) -> None:
    assert eid_of(ref) == eid
    assert ref_of(eid) == ref


LETTERS = "abcdđeghiklmnopqrstuvxy"
NAMES = ["phu_luc", "dieu", "muc", "phan", "khoan", "diem", "gach", "cong"]
NUMBERS = st.from_regex(
    rf"[0-9]{{1,3}}[{LETTERS}]?|[{LETTERS}]{{1,2}}|[0-9]{{1,2}}(\.[0-9]{{1,2}}){{1,3}}", fullmatch=True
)
PARTS = st.builds(lambda name, number: f"{name}_{number}", st.sampled_from(NAMES), NUMBERS)
REFS = st.lists(PARTS, min_size=1, max_size=6).map("/".join)


@given(REFS)
def test_every_reference_comes_back_from_its_eid(ref: str) -> None:
    assert ref_of(eid_of(ref)) == ref


@given(REFS, REFS)
def test_two_references_never_share_an_eid(one: str, other: str) -> None:
    assert (eid_of(one) == eid_of(other)) == (one == other)


@given(
    st.text(max_size=30) | st.from_regex(r"[a-z]{2,6}_[0-9.\-_]{1,5}(__[a-z]{2,6}_[0-9a-z\-]{1,4})?", fullmatch=True)
)
def test_what_names_no_node_is_refused_and_all_else_comes_back(text: str) -> None:
    try:
        ref = ref_of(text)
    except ValueError:
        return
    assert eid_of(ref) == text


@pytest.mark.parametrize(
    "ref", ["", "dieu_", "dieu_1/", "dieu 1", "dieu_1-2", "khoan_1_2", "chuong_1", "DIEU_1", "dieu_1\n"]
)
def test_what_is_no_reference_is_refused_in_one_line(ref: str) -> None:
    with pytest.raises(ValueError, match="không đúng dạng dieu_1/khoan_2/diem_a"):
        eid_of(ref)


@pytest.mark.parametrize("eid", ["preface", "art_1__content", "att_1__table_1", "art_1.2", "issuer", ""])
def test_an_eid_of_something_else_is_refused(eid: str) -> None:
    with pytest.raises(ValueError, match="không phải của điều"):
        ref_of(eid)


def test_the_element_is_that_of_the_last_part() -> None:
    elements = [element_of(ref) for ref in ("phu_luc_1/dieu_1", "dieu_1/khoan_2", "dieu_1/khoan_2/diem_a", "muc_1")]
    assert elements == ["article", "paragraph", "point", "section"]
