"""What the journal tells, in words: each act, and what of its data people read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from quyet.core.approval.rules import STATE_NAMES as OF_PROGRAMMES
from quyet.core.approval.table import ADOPTION, MOVES
from quyet.core.ledger import KINDS
from quyet.core.payments import KINDS as REQUESTS
from quyet.core.payments import ROADS, moves_of
from quyet.core.payments.rules import STATE_NAMES as OF_REQUESTS
from quyet.core.values.amounts import dotted
from quyet.web.language import is_english, say

ACTS: Mapping[str, tuple[str, str]] = {
    **{move.name: (move.vi, move.en) for move in (*MOVES.values(), *ADOPTION.values())},
    "issue": ("Ban hành, vào sổ", "Issue, register"),
    "open": ("Mở chương trình", "Open a programme"),
    "save": ("Lưu chương trình", "Save a programme"),
    "draw_on": ("Chọn dự toán được giao", "Choose the allotment"),
    "tie": ("Gắn dự toán được giao", "Tie to an allotment"),
    "share": ("Chia sẻ với cấp trên", "Share with the superior"),
    "unshare": ("Thôi chia sẻ", "No longer share"),
    "answer": ("Giải trình lưu ý", "Answer a warning"),
    "signed_paper": ("Đưa bản đã ký về", "Bring back a signed paper"),
    "register": ("Vào sổ văn bản", "Enter in the register"),
    "numbers": ("Chọn cách lấy số", "Choose who numbers papers"),
    "sent": ("Ghi đã gửi", "Mark as sent"),
    "received": ("Ghi đã nhận", "Mark as received"),
    "adopt": ("Tiếp nhận văn bản", "Adopt a paper"),
    "confirm_facts": ("Xác nhận dữ kiện", "Confirm facts"),
    "correct_fact": ("Sửa dữ kiện đọc sai", "Mend a misread fact"),
    "add_activity": ("Thêm hoạt động máy bỏ sót", "Add an activity that was missed"),
    "drop_activity": ("Bỏ hoạt động máy đọc thừa", "Drop an activity that was made up"),
    "add_basis": ("Thêm căn cứ máy bỏ sót", "Add a basis that was missed"),
    "drop_basis": ("Bỏ căn cứ máy đọc thừa", "Drop a basis that was made up"),
    "add_assignment": ("Thêm giao việc máy bỏ sót", "Add an assignment that was missed"),
    "drop_assignment": ("Bỏ giao việc máy đọc thừa", "Drop an assignment that was made up"),
    "return_annex": ("Trả lại phụ lục", "Give an annex back"),
    "enter_annex": ("Nhập phụ lục", "Enter an annex"),
    "confirm_annex": ("Xác nhận phụ lục", "Confirm an annex"),
    "allot": ("Nhập dự toán được giao", "Enter an allotment"),
    "change_allotment": ("Điều chỉnh dự toán được giao", "Change an allotment"),
    "post": ("Ghi sổ chi", "Post entries"),
    "supplier": ("Nhập nhà cung cấp", "Enter a supplier"),
    "change_supplier": ("Sửa nhà cung cấp", "Mend a supplier"),
    "contract": ("Nhập hợp đồng", "Enter a contract"),
    "appendix": ("Nhập phụ lục hợp đồng", "Enter an appendix"),
    "release": ("Hủy phần còn lại của hợp đồng", "Release the rest of a contract"),
    "take_back": ("Đảo việc nhập nhầm của hợp đồng", "Take back what was entered of a contract"),
    "invoice": ("Nhập hóa đơn", "Enter an invoice"),
    "void_invoice": ("Bỏ hóa đơn", "Take an invoice back"),
    **{
        move.act: (f"Đề nghị chi: {move.vi}", f"Request for money: {move.en}")
        for road in ROADS.values()
        for move in road.values()
    },
    "statement": ("Nhập sao kê kho bạc", "Import a statement of the treasury"),
    "treasury_tie": ("Ghép với sao kê kho bạc", "Tie to the treasury's statement"),
    "treasury_untie": ("Gỡ ghép với sao kê kho bạc", "Take apart from the treasury's statement"),
    "first_start": ("Khởi tạo", "First start"),
    "invite": ("Thêm người dùng", "Enter a person"),
    "give_role": ("Giao vai trò", "Give a role"),
    "end_role": ("Kết thúc vai trò", "End a role"),
    "delegate": ("Ghi ủy quyền", "Enter a delegation"),
    "end_delegation": ("Kết thúc ủy quyền", "End a delegation"),
    "send_link": ("Cấp đường dẫn đặt mật khẩu", "Give a link for a password"),
    "take_second_step": ("Bỏ bước hai đã mất", "Take away a lost second step"),
    "set_password": ("Đặt mật khẩu", "Set a password"),
    "leave": ("Rời cơ quan", "Leave the body"),
    "rename_body": ("Đổi tên cơ quan", "Rename the body"),
    "found_body": ("Lập cơ quan mới", "Open a further body"),
    "name_superior": ("Ghi cơ quan cấp trên", "Name the superior body"),
    "confirm_inferior": ("Xác nhận cơ quan cấp dưới", "Confirm a body below"),
    "end_inferior": ("Không nhận hoặc thôi làm cấp trên", "Decline or end to stand above"),
    "share_upward": ("Mở chia sẻ với cấp trên", "Open sharing with the superior"),
    "unshare_upward": ("Đóng chia sẻ với cấp trên", "Close sharing with the superior"),
    "describe_body": ("Sửa thông tin cơ quan", "Describe the body"),
    "open_unit": ("Lập đơn vị", "Open a unit"),
    "close_unit": ("Giải thể đơn vị", "Close a unit"),
    "calendar": ("Tạo địa chỉ lịch", "Make a calendar address"),
    "calendar_ended": ("Bỏ địa chỉ lịch", "End a calendar address"),
}
"""Every act that is recorded anywhere; a test holds this against the code of `quyet.actions`."""

_COLUMNS: Mapping[str, tuple[str, str]] = {
    "name": ("tên", "name"), "tax_code": ("mã số thuế", "tax code"), "account": ("số tài khoản", "account"),
    "bank": ("ngân hàng, kho bạc", "bank"), "address": ("địa chỉ", "address"),
}  # fmt: skip
"""What may change of a supplier."""

_FIGURES = ("amount", "total")
_NAMED: Mapping[str, tuple[str, str]] = {
    "text": ("văn bản", "text"), "symbol": ("số", "number"), "name": ("tên", "name"), "login": ("đăng nhập", "login"),
    "role": ("vai trò", "role"), "year": ("năm", "year"), "amount": ("số tiền", "amount"), "total": ("tổng", "total"),
    "version": ("bản", "version"), "revision": ("lần sửa", "revision"), "rule": ("quy tắc", "rule"),
    "facts": ("dữ kiện", "facts"), "differences": ("chỗ khác", "differences"), "way": ("cách gửi", "way"),
    "to": ("gửi", "to"), "body": ("cơ quan", "body"), "activity": ("hoạt động", "activity"),
    "superior": ("cấp trên", "superior"), "basis": ("căn cứ", "basis"), "assignment": ("giao việc", "assignment"),
}  # fmt: skip


def _said(name: str, value: Any) -> str:
    if name in _FIGURES and isinstance(value, int):
        return dotted(value)
    return str(value)[:120]


def act_name(act: str, data: Mapping[str, Any] = MappingProxyType({})) -> str:
    """An act in the page's language. `data`: the treasury and the cash desk call the same move of a request
    differently, and its kind tells which of them did it."""
    made = moves_of(data["kind"]).get(act.removeprefix("payment_")) if data.get("kind") in REQUESTS else None
    if made is not None and act.startswith("payment_"):
        return say(f"Đề nghị chi: {made.vi}", f"Request for money: {made.en}")
    return ACTS.get(act, (act, act))[int(is_english())]


def data_said(data: Mapping[str, Any], lines: Mapping[int, str] = MappingProxyType({})) -> str:
    """What of a row's data people read, in one line; the export has all of it. `lines`: what lines are called."""
    return " · ".join(_parts(data, lines))


def _parts(data: Mapping[str, Any], lines: Mapping[int, str]) -> Iterator[str]:
    states: Mapping[Any, tuple[str, str]] = {**OF_PROGRAMMES, **OF_REQUESTS}
    if (kind := REQUESTS.get(data.get("kind", ""))) is not None and "request" in data:
        yield f"{say(kind.vi, kind.en)}, {say('đề nghị', 'request')} {data['request']}"
    if (state := data.get("to")) in states:
        yield f"→ {states[state][int(is_english())]}"
    if data.get("number") and ("contract" in data or "request" in data):
        yield f"{say('số', 'number')} {_said('number', data['number'])}"
    for name, called in _NAMED.items():
        if name == "to" and state in states:
            continue
        if (value := data.get(name)) not in (None, ""):
            yield f"{say(*called)} {_said(name, value)}"
    for column, (before, now) in data.get("changed", {}).items():
        yield f"{say(*_COLUMNS[column])}: {_said(column, before or '–')} → {_said(column, now or '–')}"
    for _, entry, line, amount in data.get("entries", []):
        which = f"«{lines[line]}»" if line in lines else str(line)
        yield f"{say(KINDS[entry].vi, KINDS[entry].en)}: {say('dòng', 'line')} {which}, {dotted(amount)}"
