"""What a fact is called where its words stand and its row may be out of sight: Hoạt động 1.a · Số lượng."""

from __future__ import annotations

from quyet.queries.shown import Place
from quyet.web.language import say

FACTS = {
    "document/kind": ("Loại văn bản", "Kind"),
    "document/number": ("Số, ký hiệu", "Number"),
    "document/date": ("Ngày", "Date"),
    "document/place": ("Nơi ban hành", "Place"),
    "document/parent": ("Cơ quan chủ quản", "Under"),
    "document/issuer": ("Cơ quan ban hành", "Issued by"),
    "document/title": ("Trích yếu", "About"),
    "document/proposer": ("Theo đề nghị của", "Proposed by"),
    "document/recipients": ("Nơi nhận", "Recipient"),
    "document/signature/authority": ("Người ký · Thay mặt", "Signed by · On behalf of"),
    "document/signature/position": ("Người ký · Chức vụ", "Signed by · Position"),
    "document/signature/name": ("Người ký · Họ tên", "Signed by · Name"),
    "document/articles/label": ("Bố cục · Số", "Outline · Number"),
    "document/articles/title": ("Bố cục · Tên", "Outline · Title"),
    "document/attachments/label": ("Bố cục · Số", "Outline · Number"),
    "document/attachments/title": ("Bố cục · Tên", "Outline · Title"),
    "document/bases/text": ("Căn cứ {which} · Toàn văn", "Basis {which} · Whole text"),
    "document/bases/kind": ("Căn cứ {which} · Loại văn bản", "Basis {which} · Kind"),
    "document/bases/number": ("Căn cứ {which} · Số, ký hiệu", "Basis {which} · Number"),
    "document/bases/date": ("Căn cứ {which} · Ngày", "Basis {which} · Date"),
    "document/bases/issuer": ("Căn cứ {which} · Cơ quan ban hành", "Basis {which} · Issued by"),
    "document/bases/title": ("Căn cứ {which} · Trích yếu", "Basis {which} · About"),
    "programme/year": ("Năm", "Year"),
    "programme/total": ("Tổng kinh phí", "Total"),
    "programme/activities/group": ("Nhóm hoạt động", "Group of activities"),
    "programme/activities/label": ("Hoạt động {which} · Số thứ tự", "Activity {which} · Number"),
    "programme/activities/title": ("Hoạt động {which} · Tên", "Activity {which} · Title"),
    "programme/activities/quantity": ("Hoạt động {which} · Số lượng", "Activity {which} · Quantity"),
    "programme/activities/timeframe": ("Hoạt động {which} · Thời gian", "Activity {which} · When"),
    "programme/activities/duration": ("Hoạt động {which} · Thời lượng", "Activity {which} · Length"),
    "programme/activities/specification": ("Hoạt động {which} · Quy cách", "Activity {which} · Specification"),
    "programme/activities/place": ("Hoạt động {which} · Địa điểm", "Activity {which} · Place"),
    "programme/activities/audience": ("Hoạt động {which} · Đối tượng", "Activity {which} · For whom"),
    "programme/activities/amount": ("Hoạt động {which} · Kinh phí", "Activity {which} · Money"),
    "programme/sources/name": ("Nguồn kinh phí {which} · Tên", "Source of money {which} · Name"),
    "programme/sources/amount": ("Nguồn kinh phí {which} · Số tiền", "Source of money {which} · Amount"),
    "programme/assignments/unit": ("Ai làm", "Who does it"),
    "estimates/lines/label": ("Dự toán, dòng {which} · TT", "Estimate, line {which} · No."),
    "estimates/lines/content": ("Dự toán, dòng {which} · Nội dung", "Estimate, line {which} · Content"),
    "estimates/lines/unit": ("Dự toán, dòng {which} · ĐVT", "Estimate, line {which} · Unit"),
    "estimates/lines/quantity": ("Dự toán, dòng {which} · Số lượng", "Estimate, line {which} · Quantity"),
    "estimates/lines/unit_price": ("Dự toán, dòng {which} · Đơn giá", "Estimate, line {which} · Unit price"),
    "estimates/lines/amount": ("Dự toán, dòng {which} · Thành tiền", "Estimate, line {which} · Amount"),
    "estimates/lines/note": ("Dự toán, dòng {which} · Ghi chú", "Estimate, line {which} · Note"),
    "estimates/total": ("Dự toán · Tổng cộng", "Estimate · Total"),
}
"""The leaves of a reading in the words of the page that shows them."""

PARTS = {
    "document": ("Văn bản", "Document"),
    "document/bases": ("Căn cứ", "Bases"),
    "document/recipients": ("Nơi nhận", "Recipients"),
    "document/signature": ("Người ký", "Signed by"),
    "programme": ("Chương trình", "Programme"),
    "programme/activities": ("Hoạt động", "Activities"),
    "programme/assignments": ("Ai làm", "Who does it"),
    "estimates": ("Dự toán", "Estimate"),
    "estimates/lines": ("Dự toán", "Estimate"),
}
"""What holds facts and is none itself."""


def fact_name(place: Place) -> str:
    """The name of a fact, with what it belongs to."""
    return say(*FACTS[place.leaf], which=place.which)


def part_name(place: Place) -> str:
    """The name of a fact or of what holds it: where the model knows a place more closely, of what that lies in."""
    leaf = place.leaf
    while leaf not in FACTS and leaf not in PARTS and "/" in leaf:
        leaf = leaf.rpartition("/")[0]
    if leaf in FACTS and (place.which or "{which}" not in FACTS[leaf][0]):
        return say(*FACTS[leaf], which=place.which)
    return say(*PARTS.get(leaf, PARTS["document"]))
