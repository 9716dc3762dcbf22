"""The envelope of edXML: every name in its order, nothing invented, nothing longer than its field."""

from __future__ import annotations

import base64
import io
import zipfile
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from lxml import etree

from quyet.core.decisions.model import Signature
from quyet.core.papers.draft import DraftDocument
from quyet.files.writers.edxml import EdxmlAttachment, EdxmlRefused, write_edxml
from tests.files.writers.exchanged import HOSTILE, blank, decision, document, plan

PDF = EdxmlAttachment("Quyết định 05.pdf", "application/pdf", b"%PDF-1.7 m\xe1\xba\xabu")
ORGAN = "000.00.00.X00"  # the shape of an identifier; no body has it

ENVELOPE = """\
<?xml version='1.0' encoding='UTF-8'?>
<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">
<edXMLEnvelope>
<edXMLHeader>
<MessageHeader>
<From>
<OrganId>000.00.00.X00</OrganId>
<OrganizationInCharge>UBND tỉnh Mẫu</OrganizationInCharge>
<OrganName>Sở Công Thương</OrganName>
<OrganAdd/>
<Email/>
<Telephone/>
<Fax/>
<Website/>
</From>
<DocumentId/>
<Code>
<CodeNumber>5</CodeNumber>
<CodeNotation>QĐ-SCT</CodeNotation>
</Code>
<PromulgationInfo>
<Place>Mẫu</Place>
<PromulgationDate>2024/03/05</PromulgationDate>
</PromulgationInfo>
<DocumentType>
<Type/>
<TypeDetail/>
<TypeName>Quyết định</TypeName>
</DocumentType>
<Subject>Về việc phê duyệt Chương trình mẫu năm 2024</Subject>
<Content/>
<SignerInfo>
<Competence>KT. GIÁM ĐỐC</Competence>
<Position>Phó Giám đốc</Position>
<FullName>Nguyễn Văn A</FullName>
</SignerInfo>
<DueDate/>
<ToPlaces>
<Place>Như Điều 2</Place>
<Place>Lưu: VT, QLCN</Place>
</ToPlaces>
<OtherInfo>
<Priority/>
<SphereOfPromulgation/>
<TyperNotation/>
<PromulgationAmount/>
<PageAmount>3</PageAmount>
<Direction/>
<Appendixes>
<Appendix>PHỤ LỤC I DỰ TOÁN KINH PHÍ</Appendix>
<Appendix>QUY CHẾ MẪU</Appendix>
</Appendixes>
</OtherInfo>
<SteeringType/>
</MessageHeader>
<TraceHeaderList>
<Bussiness>
<BussinessDocType/>
<BussinessDocReason/>
<BussinessDocumentInfo>
<DocumentInfo/>
<DocumentReceiver/>
<ReceiverList/>
</BussinessDocumentInfo>
<DocumentId/>
<StaffInfo>
<Department/>
<Staff/>
<Mobile/>
<Email/>
</StaffInfo>
<Paper/>
<ReplacementInfoList/>
</Bussiness>
</TraceHeaderList>
</edXMLHeader>
<edXMLBody>
<edXMLManifest version="1.0">
<Reference>
<ContentId>cid:CID</ContentId>
<ContentType>application/pdf</ContentType>
<AttachmentName>Quyết định 05.pdf</AttachmentName>
</Reference>
</edXMLManifest>
</edXMLBody>
</edXMLEnvelope>
<AttachmentEncoded>
<Attachment>
<ContentId>cid:CID</ContentId>
<AttachmentName>Quyết định 05.pdf</AttachmentName>
<ContentType>application/pdf</ContentType>
<ContentTransferEncoded>ZIP</ContentTransferEncoded>
</Attachment>
</AttachmentEncoded>
</edXML>
"""


def tree_of(of: DraftDocument, *attachments: EdxmlAttachment, **known: Any) -> etree._Element:
    return etree.fromstring(write_edxml(of, decision(), attachments, **known))


def values(tree: etree._Element, name: str) -> list[str | None]:
    return [found.text for found in tree.iterfind(f".//{{*}}{name}")]


def test_the_whole_envelope() -> None:
    written = write_edxml(document(), decision(), [PDF], organ_id=ORGAN, page_amount=3).decode()
    tree = etree.fromstring(written.encode())
    (cid, _), (zipped,) = values(tree, "ContentId"), values(tree, "ContentTransferEncoded")
    assert written == ENVELOPE.replace("cid:CID", str(cid)).replace("ZIP", str(zipped))


def test_a_file_comes_out_of_its_zip_as_it_went_in() -> None:
    other = EdxmlAttachment("dự toán.xlsx", "application/vnd.ms-excel", bytes(range(256)))
    tree = tree_of(document(), PDF, other)
    for encoded, attachment in zip(values(tree, "ContentTransferEncoded"), (PDF, other), strict=True):
        with zipfile.ZipFile(io.BytesIO(base64.b64decode(str(encoded), validate=True))) as packed:
            assert packed.namelist() == [attachment.name]
            assert packed.read(attachment.name) == attachment.content
            assert packed.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_the_manifest_and_the_files_name_one_another() -> None:
    tree = tree_of(document(), PDF, PDF, replace(PDF, content=b""))
    ids = values(tree, "ContentId")
    assert ids[:3] == ids[3:]
    assert len(set(ids)) == 3


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert write_edxml(document(), decision(), [PDF]) == write_edxml(document(), decision(), [PDF])


def test_what_is_unknown_is_empty_and_stands_in_its_place() -> None:
    full, bare = (
        etree.fromstring(write_edxml(of, paper, [])) for of, paper in ((document(), decision()), (blank(), plan()))
    )
    lists = ("Place", "Appendix", "To", "Attachment", "Reference")
    shape = [[each.tag for each in tree.iter() if not each.tag.endswith(lists)] for tree in (full, bare)]
    assert shape[0] == shape[1]
    said = [each.text for each in bare.iter() if (each.text or "").strip()]
    assert said == ["Kế hoạch", "Về việc phê duyệt Chương trình mẫu năm 2024"]


@pytest.mark.parametrize(
    ("number", "parts"),
    [
        ("224/QĐ-SCT", ("224", "QĐ-SCT")),
        ("15/2024/NQ-HĐND", ("15", "2024/NQ-HĐND")),
        ("12", ("12", None)),
        (None, (None, None)),
    ],
)
def test_the_number_is_parted_at_its_first_stroke(number: str | None, parts: tuple[str | None, str | None]) -> None:
    tree = tree_of(replace(document(), number=number))
    assert (*values(tree, "CodeNumber"), *values(tree, "CodeNotation")) == parts


def test_days_are_written_year_first() -> None:
    assert values(tree_of(replace(document(), date=date(2026, 11, 2))), "PromulgationDate") == ["2026/11/02"]


def test_whom_a_proposal_addresses_are_its_receivers() -> None:
    tree = tree_of(replace(document(), addressees=["UBND tỉnh Mẫu", "Sở Tài chính"]))
    assert [to.findtext("{*}OrganName") for to in tree.iterfind(".//{*}To")] == ["UBND tỉnh Mẫu", "Sở Tài chính"]
    assert [child.tag.rpartition("}")[2] for child in tree.find(".//{*}MessageHeader")][:4] == [
        "From", "To", "To", "DocumentId",
    ]  # fmt: skip


def test_an_example_says_so_in_the_message() -> None:
    written = write_edxml(document(), decision(notice="VÍ DỤ - Văn bản minh họa"), [])
    assert values(etree.fromstring(written), "Content") == ["VÍ DỤ - Văn bản minh họa"]


def test_no_signature_is_made_up() -> None:
    assert b"Signature" not in write_edxml(document(), decision(), [PDF])


def test_text_that_looks_like_markup_stays_text() -> None:
    tree = tree_of(replace(document(), place=HOSTILE), replace(PDF, content_type=HOSTILE))
    assert values(tree, "Place")[0] == HOSTILE
    assert values(tree, "ContentType") == [HOSTILE, HOSTILE]


# --- lengths ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"number": "123456789012/QĐ-SCT"}, "CodeNumber (số văn bản) dài 12 ký tự, nhiều nhất là 11"),
        ({"number": f"1/{'Q' * 31}"}, "CodeNotation (ký hiệu văn bản) dài 31 ký tự, nhiều nhất là 30"),
        ({"issuer": "s" * 201}, "OrganName (tên cơ quan) dài 201 ký tự, nhiều nhất là 200"),
        ({"addressees": ["s" * 201]}, "OrganName (tên cơ quan) dài 201 ký tự, nhiều nhất là 200"),
        ({"recipients": ["n" * 500, "n" * 499]}, "ToPlaces (nơi nhận) dài 1001 ký tự, nhiều nhất là 1000"),
        ({"signature": Signature(name="n" * 51)}, "FullName (họ tên người ký) dài 51 ký tự, nhiều nhất là 50"),
        ({"signature": Signature(position="p" * 101)}, "Position (chức vụ người ký) dài 101 ký tự, nhiều nhất là 100"),
    ],
)
def test_a_value_longer_than_its_field_is_refused_by_name(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(EdxmlRefused) as refused:
        tree_of(replace(document(), **changes))
    assert str(refused.value) == f"edXML: {said} (NĐ 30/2020/NĐ-CP, Phụ lục VI)."


def test_a_value_as_long_as_its_field_passes() -> None:
    signature = Signature(position="p" * 100, name="n" * 50)
    of = replace(document(), number=f"12345678901/{'Q' * 30}", issuer="s" * 200, signature=signature)
    tree_of(replace(of, recipients=["n" * 500, "n" * 498]), organ_id="o" * 13, page_amount=999)


def test_the_title_of_the_paper_is_held_to_the_length_of_the_subject() -> None:
    with pytest.raises(EdxmlRefused, match=r"Subject \(trích yếu\) dài 501 ký tự, nhiều nhất là 500"):
        write_edxml(document(), replace(decision(), title="t" * 501), [])


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"organ_id": "000.00.00.X000"}, "edXML: OrganId (mã định danh cơ quan) dài 14 ký tự"),
        ({"page_amount": 1000}, "edXML: PageAmount (số trang) dài 4 ký tự"),
        ({"page_amount": 0}, "edXML: PageAmount (số trang) là 0, phải từ 1 trở lên."),
    ],
)
def test_what_is_given_beside_the_paper_is_held_to_its_length_too(known: dict[str, Any], said: str) -> None:
    with pytest.raises(EdxmlRefused) as refused:
        tree_of(document(), **known)
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize("name", ["", ".", "..", "a/b.pdf", "..\\b.pdf", "a\0.pdf", "a\nb.pdf"])
def test_a_name_that_could_lead_out_of_a_folder_is_refused(name: str) -> None:
    with pytest.raises(EdxmlRefused, match="tên tệp đính kèm thứ 2"):
        tree_of(document(), PDF, replace(PDF, name=name))
