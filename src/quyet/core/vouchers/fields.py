"""What a form may name in braces, what each is, and how it is printed. What is not known stays dots for a pen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from quyet.core.papers.said import dong_in_words
from quyet.core.values.amounts import dotted
from quyet.core.vouchers.facts import Agreement, Budget, Change, Facts, Office, Payee, Purchase, Request, Settled

DOTS = "…" * 8
DAY_DOTS = "…/…/……"
LONG_DAY_DOTS = "ngày …… tháng …… năm ………"
UNSURE = " (*)"
"""Behind what is known from memory only; a paper with it says so at its foot."""

_EXAMPLE = " (ví dụ)"


@dataclass(frozen=True, slots=True)
class Field:
    """What it is, in Vietnamese; how it is printed from the facts (None: not known), and what stands there then."""

    vi: str
    of: Callable[[Facts], str | None]
    blank: str = DOTS


def printed(facts: Facts) -> dict[str, str]:
    """Every field with what is printed for it."""
    return {name: each.of(facts) or each.blank for name, each in FIELDS.items()}


def known(facts: Facts) -> dict[str, str | None]:
    """Every field, None where it is not known."""
    return {name: each.of(facts) or None for name, each in FIELDS.items()}


def short_day(day: date | None) -> str | None:
    """08/05/2024."""
    return f"{day:%d/%m/%Y}" if day else None


def long_day(day: date | None) -> str | None:
    """ngày 08 tháng 5 năm 2024: days below ten and months below three have their zero."""
    if day is None:
        return None
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def named(name: str) -> str:
    """A name without the mark of an example: the paper bears that mark as a whole."""
    return name.removesuffix(_EXAMPLE)


def code_of(source: str) -> str:
    """A funding source that is written as its code; empty where it is written in words."""
    return source if source.isascii() and source.isdigit() else ""


def _money(amount: int | None) -> str | None:
    return dotted(amount) if amount is not None else None


def _words(amount: int | None) -> str | None:
    return dong_in_words(amount) if amount is not None else None


# --- of what the fields are ------------------------------------------------------------------------------------------

_Text = str | None


def _office(vi: str, of: Callable[[Office], _Text], blank: str = DOTS) -> Field:
    return Field(vi, lambda facts: of(facts.office), blank)


def _budget(vi: str, of: Callable[[Budget], _Text], blank: str = DOTS) -> Field:
    return Field(vi, lambda facts: of(facts.budget), blank)


def _payee(vi: str, of: Callable[[Payee], _Text]) -> Field:
    return Field(vi, lambda facts: of(facts.payee) if facts.payee else None)


def _asked(vi: str, of: Callable[[Request], _Text], blank: str = DOTS) -> Field:
    return Field(vi, lambda facts: of(facts.request) if facts.request else None, blank)


def _settled(vi: str, of: Callable[[Settled, Request], _Text], blank: str = DOTS) -> Field:
    def found(facts: Facts) -> _Text:
        request = facts.request
        return of(request.settles, request) if request and request.settles else None

    return Field(vi, found, blank)


def _agreed(vi: str, of: Callable[[Agreement], _Text], blank: str = DOTS) -> Field:
    return Field(vi, lambda facts: of(facts.contract) if facts.contract else None, blank)


def _bought(vi: str, of: Callable[[Purchase], _Text], blank: str = DOTS) -> Field:
    return Field(vi, lambda facts: of(facts.purchase) if facts.purchase else None, blank)


def _changed(vi: str, of: Callable[[Change], _Text], blank: str = DOTS) -> Field:
    return Field(vi, lambda facts: of(facts.change) if facts.change else None, blank)


def _box(vi: str, is_so: Callable[[Facts], bool]) -> Field:
    return Field(vi, lambda facts: "x" if is_so(facts) else "  ")


# --- how some are printed --------------------------------------------------------------------------------------------


def _bills(request: Request, of: str) -> str | None:
    if of == "number":
        return "; ".join(dict.fromkeys(each.printed for each in request.bills)) or None
    return "; ".join(dict.fromkeys(f"{each.day:%d/%m/%Y}" for each in request.bills)) or None


def _before(contract: Agreement) -> int:
    return contract.paid + contract.advanced


def _route(purchase: Purchase) -> str | None:
    if purchase.route is None:
        return None
    return purchase.route.name_vi + ("" if purchase.route.mark == "S" else UNSURE)


def _why(purchase: Purchase) -> str | None:
    return "; ".join(dict.fromkeys(each.why for each in purchase.prices if each.is_chosen and each.why)) or None


def _planned(facts: Facts) -> str | None:
    """Who gave the chosen quotations, where that is not who is paid."""
    prices, payee = facts.purchase.prices if facts.purchase else (), facts.payee
    names = dict.fromkeys(named(each.supplier) for each in prices if each.is_chosen)
    if payee is None or _folded(payee.name) in map(_folded, names):
        return None
    return "; ".join(names) or None


def _folded(name: str) -> str:
    return " ".join(named(name).casefold().split())


def _over(request: Request) -> int | None:
    return request.settles.open - request.amount if request.settles else None


FIELDS: Mapping[str, Field] = MappingProxyType({
    # the body
    "superior": _office("cơ quan chủ quản, chữ hoa", lambda one: one.superior),
    "issuer": _office("tên cơ quan trên đầu giấy, chữ hoa", lambda one: one.issuer),
    "body": _office("tên cơ quan", lambda one: named(one.name)),
    "identifier": _office("mã đơn vị có quan hệ với ngân sách", lambda one: one.identifier),
    "place": _office("địa danh", lambda one: one.place),
    "symbol": _office("ký hiệu của cơ quan trong số văn bản", lambda one: one.symbol, "……"),
    # the money
    "year": _budget("năm ngân sách", lambda one: str(one.year) if one.year else None, "………"),
    "allotment": _budget("số quyết định giao dự toán", lambda one: one.allotment),
    "allotment_day": _budget("ngày quyết định giao dự toán", lambda one: short_day(one.allotment_day), DAY_DOTS),
    "chapter": _budget("mã chương", lambda one: one.chapter, "………"),
    "category": _budget("mã loại", lambda one: one.category, "………"),
    "sub_category": _budget("mã khoản (ngành kinh tế)", lambda one: one.sub_category, "………"),
    "source": _budget("nguồn kinh phí", lambda one: one.source),
    "source_code": _budget("mã nguồn, khi nguồn ghi bằng số", lambda one: code_of(one.source), "………"),
    "programme": _budget("tên chương trình", lambda one: one.programme),
    "decision": _budget("số quyết định phê duyệt chương trình", lambda one: one.decision),
    "decision_day": _budget("ngày của quyết định đó", lambda one: short_day(one.decision_day), DAY_DOTS),
    # who is paid
    "payee": _payee("người nhận tiền, nhà cung cấp", lambda one: named(one.name)),
    "payee_tax_code": _payee("mã số thuế của người nhận", lambda one: one.tax_code),
    "payee_account": _payee("số tài khoản của người nhận", lambda one: one.account),
    "payee_bank": _payee("ngân hàng, kho bạc của người nhận", lambda one: named(one.bank)),
    "payee_address": _payee("địa chỉ của người nhận", lambda one: one.address),
    # the request
    "title": _asked("nội dung đề nghị", lambda one: one.title),
    "amount": _asked("số tiền", lambda one: _money(one.amount)),
    "words": _asked("số tiền bằng chữ", lambda one: _words(one.amount)),
    "number": _asked("số chứng từ", lambda one: one.number, "………"),
    "day": _asked("ngày chứng từ", lambda one: short_day(one.day), DAY_DOTS),
    "asked_day": _asked("ngày đề nghị, ghi đủ chữ", lambda one: long_day(one.asked), LONG_DAY_DOTS),
    "sent_day": _asked("ngày gửi kho bạc hoặc chi quỹ, ghi đủ chữ", lambda one: long_day(one.sent), LONG_DAY_DOTS),
    "is_payment": _box("x nếu là thực chi", lambda facts: bool(facts.request and facts.request.kind == "payment")),
    "is_advance": _box("x nếu là tạm ứng", lambda facts: bool(facts.request and facts.request.kind == "advance")),
    "is_transfer": _box("x nếu người nhận có tài khoản", lambda facts: bool(facts.payee and facts.payee.account)),
    "invoices": _asked("số các hóa đơn", lambda one: _bills(one, "number")),
    "invoice_days": _asked("ngày các hóa đơn", lambda one: _bills(one, "day"), DAY_DOTS),
    "accepted": _asked("số biên bản nghiệm thu", lambda one: one.accepted_number),
    "accepted_day": _asked("ngày nghiệm thu", lambda one: short_day(one.accepted_day), DAY_DOTS),
    "accepted_value": _asked("giá trị nghiệm thu", lambda one: _money(one.accepted_value)),
    "accepted_words": _asked("giá trị nghiệm thu bằng chữ", lambda one: _words(one.accepted_value)),
    "asker": _asked("người đề nghị", lambda one: one.asker),
    "checker": _asked("kế toán đã kiểm soát", lambda one: one.checker),
    "approver": _asked("chủ tài khoản đã duyệt", lambda one: one.approver),
    # what a request settles
    "settled_number": _settled("số chứng từ của khoản được thanh toán", lambda one, _: one.number, "………"),
    "settled_day": _settled("ngày của khoản được thanh toán", lambda one, _: short_day(one.day), DAY_DOTS),
    "settled_amount": _settled("số tiền của khoản được thanh toán", lambda one, _: _money(one.amount)),
    "settled_open": _settled("số dư của khoản đó trước đề nghị này", lambda one, _: _money(one.open)),
    "settled_left": _settled("số dư của khoản đó sau đề nghị này", lambda _, request: _money(_over(request))),
    # the contract
    "contract": _agreed("số hợp đồng", lambda one: one.number),
    "contract_day": _agreed("ngày hợp đồng", lambda one: short_day(one.day), DAY_DOTS),
    "contract_long_day": _agreed("ngày hợp đồng, ghi đủ chữ", lambda one: long_day(one.day), LONG_DAY_DOTS),
    "contract_title": _agreed("nội dung hợp đồng", lambda one: one.title),
    "contract_value": _agreed("giá trị hợp đồng, gồm các phụ lục", lambda one: _money(one.value)),
    "signed_value": _agreed("giá trị hợp đồng khi ký", lambda one: _money(one.signed_value)),
    "signed_words": _agreed("giá trị hợp đồng khi ký, bằng chữ", lambda one: _words(one.signed_value)),
    "advance_most": _agreed("mức tạm ứng ghi trong hợp đồng", lambda one: _money(one.advance_most)),
    "paid_before": _agreed("đã thanh toán theo hợp đồng trước đề nghị này", lambda one: _money(one.paid)),
    "advanced_before": _agreed("số dư tạm ứng theo hợp đồng trước đề nghị này", lambda one: _money(one.advanced)),
    "out_before": _agreed("đã thanh toán và còn tạm ứng trước đề nghị này", lambda one: _money(_before(one))),
    # what is bought, by a contract or without one
    "purchase": _bought("nội dung mua sắm", lambda one: one.title),
    "purchase_value": _bought("giá trị mua sắm, của hợp đồng khi ký", lambda one: _money(one.value)),
    "purchase_words": _bought("giá trị mua sắm bằng chữ", lambda one: _words(one.value)),
    "purchase_day": _bought("ngày hợp đồng, không có thì ngày đề nghị", lambda one: short_day(one.day), DAY_DOTS),
    "route": _bought("hình thức mua sắm của ngày đó", _route),
    "route_source": _bought("căn cứ của hình thức mua sắm", lambda one: one.route.source if one.route else None),
    "start": _bought("ngày bắt đầu của các nội dung", lambda one: short_day(one.start), DAY_DOTS),
    "end": _bought("ngày kết thúc của các nội dung", lambda one: short_day(one.end), DAY_DOTS),
    "why": _bought("lý do chọn báo giá", _why),
    "planned_supplier": Field("nơi có báo giá được chọn khi lập dự toán, nếu không phải người nhận tiền", _planned),
    # an appendix
    "appendix": _changed("số phụ lục", lambda one: one.number),
    "appendix_day": _changed("ngày phụ lục, ghi đủ chữ", lambda one: long_day(one.day), LONG_DAY_DOTS),
    "appendix_reason": _changed("lý do điều chỉnh", lambda one: one.reason),
    "appendix_turn": _changed("tăng hoặc giảm", lambda one: "tăng" if one.by > 0 else "giảm"),
    "appendix_by": _changed("số tiền tăng, giảm", lambda one: _money(abs(one.by))),
    "value_before": _changed("giá trị hợp đồng trước phụ lục", lambda one: _money(one.before)),
    "value_after": _changed("giá trị hợp đồng sau phụ lục", lambda one: _money(one.before + one.by)),
    "value_after_words": _changed("giá trị sau phụ lục, bằng chữ", lambda one: _words(one.before + one.by)),
})  # fmt: skip
"""By the name that stands in braces."""
