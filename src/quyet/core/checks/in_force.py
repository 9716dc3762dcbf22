"""L1: legal bases that were not in force on the day of the paper, as far as the register of legal texts knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from quyet.core.checks.paper import printed
from quyet.core.checks.registry import Found, rule
from quyet.core.checks.say import day, listing, quote
from quyet.core.checks.spans import span_of
from quyet.core.decisions.model import Basis, Reading
from quyet.core.values.finding import Severity

if TYPE_CHECKING:  # most papers need no record of them at a start
    from quyet.core.texts.model import LegalText
    from quyet.core.texts.register import Register

_UNVERIFIED = " (ngày này chưa đối chiếu văn bản gốc)"


@rule("L108", severity="error")
def bases_still_in_force(reading: Reading) -> Iterator[Found]:
    """Căn cứ đã hết hiệu lực hoặc đã được thay thế.
    A basis is no longer in force, or was replaced.

    Yêu cầu: Văn bản làm căn cứ còn hiệu lực vào ngày ban hành, theo danh mục văn bản của chương trình này.
    Asks: A basis is in force on the day of issue, so far as the register of this program knows.
    Lý do: Quyết định dựa trên văn bản đã bị thay thế thì áp dụng sai mức chi, mẫu biểu, thẩm quyền. Là lưu ý khi ngày
        hết hiệu lực chưa đối chiếu, khi văn bản còn dùng cho việc chuyển tiếp, và ở văn bản không phải quyết định.
    Why: What rests on a replaced text applies the wrong norms, forms or powers. It is a warning where the day was not
        verified, where the text still governs a transition, and in papers that are no decision.

    Sai:
        Số: 58/QĐ-SCT        Hà Bình, ngày 12 tháng 5 năm 2024
        Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư;
    Đúng:
        Số: 58/QĐ-SCT        Hà Bình, ngày 12 tháng 5 năm 2024
        Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
    """
    issued = printed(reading.document.date)
    for basis, text, register in _known_bases(reading, issued):
        replaced = register.replaced_on(text)
        if issued is None or (replaced and issued < replaced):
            continue  # nobody could know yet what would replace it
        if text.until and issued > text.until:
            if not _still_governs(reading, text):
                yield Found(_ended(basis, text, text.until), _name_of(basis), severity=_severity(reading, text))
        elif text.until is None and replaced:
            yield Found(_replaced(basis, text, replaced), _name_of(basis), severity="warning")


@rule("L109", severity="warning")
def bases_already_in_force(reading: Reading) -> Iterator[Found]:
    """Căn cứ chưa có hiệu lực vào ngày ban hành.
    A basis is not yet in force on the day of issue.

    Yêu cầu: Văn bản làm căn cứ đã có hiệu lực vào ngày ban hành, hoặc có hiệu lực không muộn hơn quyết định.
    Asks: A basis is in force on the day of issue, or at the latest when the decision takes effect.
    Lý do: Chưa có hiệu lực thì chưa áp dụng được; quyết định cho năm sau có thể dẫn văn bản có hiệu lực từ năm sau, nên
        chỉ là lưu ý.
    Why: What is not in force does not apply yet; but a decision for the next year may rest on a text of the next year,
        so it is a warning.

    Sai:
        Số: 58/QĐ-SCT        Hà Bình, ngày 12 tháng 3 năm 2024
        Căn cứ Thông tư số 17/2024/TT-BTC ngày 14 tháng 3 năm 2024 của Bộ Tài chính về kiểm soát chi;
    Đúng:
        Số: 58/QĐ-SCT        Hà Bình, ngày 12 tháng 5 năm 2024
        Căn cứ Thông tư số 17/2024/TT-BTC ngày 14 tháng 3 năm 2024 của Bộ Tài chính về kiểm soát chi;
    """
    issued = printed(reading.document.date)
    for basis, text, _ in _known_bases(reading, issued):
        if issued and text.since and issued < text.since:
            unsure = "" if text.begin_is_sure else _UNVERIFIED
            message = (
                f"Căn cứ {quote(_called(basis))} có hiệu lực từ {day(text.since)}, sau ngày ban hành {day(issued)}"
            )
            yield Found(f"{message}{unsure}.", _name_of(basis))


def _known_bases(reading: Reading, issued: date | None) -> Iterator[tuple[Basis, LegalText, Register]]:
    """The bases that the register has, in a paper whose day is printed."""
    if issued is None or reading.texts is None or not reading.document.bases:
        return
    register = reading.texts()
    for basis in reading.document.bases:
        if basis.number:
            text = register.find(basis.number, basis.issuer, basis.date)
        else:
            text = register.law(basis.title, basis.date) if basis.title and basis.date else None
        if text:
            yield basis, text, register


def _still_governs(reading: Reading, text: LegalText) -> bool:
    """Whether the paper is of a budget year that the text still governs."""
    year = reading.programme.year if reading.programme else None
    return bool(year and text.still_year and year <= text.still_year)


def _severity(reading: Reading, text: LegalText) -> Severity:
    return "error" if text.end_is_sure and not text.still_vi and reading.document.kind == "QĐ" else "warning"


def _ended(basis: Basis, text: LegalText, until: date) -> str:
    unsure = "" if text.end_is_sure else _UNVERIFIED
    message = f"Căn cứ {quote(_called(basis))} hết hiệu lực từ {day(until + timedelta(days=1))}{unsure}"
    if text.still_vi:
        return f"{message}, chỉ còn dùng cho {text.still_vi}."
    return f"{message}, thay bằng {listing(text.replaced_by)}." if text.replaced_by else f"{message}."


def _replaced(basis: Basis, text: LegalText, since: date) -> str:
    message = f"Căn cứ {quote(_called(basis))} đã có văn bản thay thế, {listing(text.replaced_by)} ngày {day(since)}"
    return f"{message}; chưa rõ ngày hết hiệu lực, cần kiểm tra."


def _called(basis: Basis) -> str:
    return basis.number or f"{basis.kind or ''} {basis.title or ''}".strip()


def _name_of(basis: Basis) -> tuple[int, int] | None:
    return span_of(basis.number, basis.title, basis.text)
