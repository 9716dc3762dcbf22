"""What follows from a draft: sums, sub-totals, the letterhead, references. What the draft says itself stays."""

from __future__ import annotations

from decimal import Decimal

from quyet.core.decisions.model import Article, Attachment, Signature, Total
from quyet.core.estimates.model import Factor
from quyet.core.papers.complete import authority_lines, complete
from quyet.core.papers.draft import Draft
from tests.core.papers.made import BODY, activity, draft, estimate, line


def amounts(made: Draft) -> list[int | None]:
    return [each.amount for each in made.estimates[0].lines]


def test_an_amount_is_quantity_times_price_rounded_half_up() -> None:
    lines = (
        line("1", quantity=Decimal(40), unit_price=650_000),
        line("2", quantity=Decimal("1.5"), unit_price=333),
        line("3", quantity=Decimal("0.5"), unit_price=5),
        line("4", unit_price=5),
    )
    assert amounts(complete(draft(estimates=(estimate(*lines),)), None)) == [26_000_000, 500, 3, None]


def test_a_quantity_is_the_product_of_its_factors() -> None:
    factors = [Factor(Decimal(150), "người"), Factor(Decimal("2.5"), "ngày")]
    made = complete(draft(estimates=(estimate(line("1", unit_price=100_000, factors=factors)),)), None)
    (first,) = made.estimates[0].lines
    assert (first.quantity, first.amount) == (375, 37_500_000)


def test_sub_totals_and_the_total_follow_from_the_lines_below() -> None:
    lines = [line("I"), line("1"), line("1.1", 3), line("1.2", 4), line("2", 5), line("II"), line("1", 6)]
    made = complete(draft(estimates=(estimate(*lines),)), None)
    assert amounts(made) == [12, 7, 3, 4, 5, 6, 6]
    assert made.estimates[0].total == 18


def test_a_sub_total_needs_the_amount_of_every_line_below() -> None:
    made = complete(draft(estimates=(estimate(line("I"), line("1", 3), line("2")),)), None)
    assert amounts(made) == [None, 3, None]
    assert made.estimates[0].total is None


def test_what_a_draft_says_is_never_overwritten() -> None:
    lines = [line("I", 99), line("1", 3, quantity=Decimal(2), unit_price=5)]
    made = complete(draft(estimates=(estimate(*lines, total=1),)), None)
    assert (amounts(made), made.estimates[0].total) == ([99, 3], 1)


def test_sums_beyond_what_money_may_be_stay_open() -> None:
    lines = [
        line("I"),
        line("1", 10**15),
        line("2", 10**15),
        line("II", quantity=Decimal(10) ** 12, unit_price=10**15),
    ]
    made = complete(draft(estimates=(estimate(*lines),)), None)
    assert amounts(made) == [None, 10**15, 10**15, None]
    assert made.estimates[0].total is None


def test_an_estimate_without_lines_has_no_total() -> None:
    assert complete(draft(estimates=(estimate(),)), None).estimates[0].total is None


def test_the_total_of_the_programme_is_that_of_its_one_annex() -> None:
    one, two = estimate(line("1", 5)), estimate(line("1", 6))
    total = complete(draft(activity(), estimates=(one,)), None).programme.total
    assert total == Total(5, None, None)
    assert complete(draft(activity(), estimates=(one, two)), None).programme.total is None


def test_words_of_a_total_are_read_where_nobody_says_what_they_are() -> None:
    def total(*said: object) -> Total:
        made = draft(activity())
        made.programme.total = Total(*said)
        return complete(made, None).programme.total

    assert total(5_000_000, "Năm triệu đồng", None).in_words_amount == 5_000_000
    assert total(5_000_000, "năm củ", None).in_words_amount is None
    assert total(5_000_000, "Năm triệu đồng", 7).in_words_amount == 7
    assert total(5_000_000, None, None).in_words_amount is None


def test_the_letterhead_comes_from_the_body_that_the_draft_names() -> None:
    made = complete(draft(), BODY).document
    assert (made.parent, made.issuer, made.place) == ("UBND TỈNH MẪU", "SỞ CÔNG THƯƠNG", "Mẫu")
    assert made.competence == "GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH MẪU"
    assert complete(draft(place="Hà Bình"), BODY).document.place == "Hà Bình"
    assert complete(draft(), None).document.competence is None


def test_who_is_competent() -> None:
    def competence(authority: str | None, position: str | None) -> str | None:
        return complete(draft(signature=Signature(authority, position, None)), BODY).document.competence

    assert competence("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC") == "GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH MẪU"
    assert competence("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH") == "SỞ CÔNG THƯƠNG TỈNH MẪU"
    assert competence(None, None) is None


def test_lines_above_a_signature() -> None:
    assert authority_lines(Signature("KT. Giám đốc; TL. Chủ tịch", "Phó Giám đốc", "A")) == (
        "KT. GIÁM ĐỐC",
        "TL. CHỦ TỊCH",
        "PHÓ GIÁM ĐỐC",
    )
    assert authority_lines(Signature("GIÁM ĐỐC", "Giám đốc", "A")) == ("GIÁM ĐỐC",)
    assert authority_lines(None) == authority_lines(Signature()) == ("",)


def test_the_draft_itself_is_left_as_it_was() -> None:
    made = draft(estimates=(estimate(line("1", quantity=Decimal(2), unit_price=3)),))
    complete(made, BODY)
    assert (made.document.issuer, amounts(made), made.estimates[0].total) == (None, [None], None)


# --- references of articles --------------------------------------------------------------------------------------------


def refs(*articles: Article) -> list[str]:
    def walk(nodes: list[Article]) -> list[str]:
        return [ref for node in nodes for ref in (node.ref, *walk(node.children))]

    return walk(complete(draft(articles=list(articles)), None).document.articles)


def test_references_follow_from_labels() -> None:
    children = [Article("", "1", children=[Article("", "a)"), Article("", "đ")]), Article("", "2.1.")]
    assert refs(Article("", "Điều 1", children=children), Article("", "IV."), Article("", "Điều 4a")) == [
        "dieu_1",
        "dieu_1/khoan_1",
        "dieu_1/khoan_1/diem_a",
        "dieu_1/khoan_1/diem_đ",
        "dieu_1/khoan_2.1",
        "muc_4",
        "dieu_4a",
    ]


def test_a_number_that_stands_twice_names_its_first_node() -> None:
    child = Article("dieu_1/khoan_1", "1")
    assert refs(Article("dieu_1", "Điều 1", children=[child]), Article("", "Điều 1", children=[Article("", "1")])) == [
        "dieu_1",
        "dieu_1/khoan_1",
        "",
        "",
    ]


def test_a_label_that_is_no_number_names_nothing() -> None:
    assert refs(Article("", ""), Article("", "Phần mở đầu"), Article("", "*")) == ["", "", ""]


def test_attached_texts_have_numbers_of_their_own() -> None:
    texts = [
        Attachment("", articles=[Article("", "Điều 1")]),
        Attachment("phu_luc_1", articles=[Article("", "Điều 1")]),
        Attachment("phu_luc_1"),
    ]
    made = complete(draft(attachments=texts), None).document.attachments
    assert [each.ref for each in made] == ["phu_luc_2", "phu_luc_1", "phu_luc_3"]
    assert [each.articles[0].ref for each in made[:2]] == ["phu_luc_2/dieu_1", "phu_luc_1/dieu_1"]
