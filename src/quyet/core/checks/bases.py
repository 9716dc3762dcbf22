"""L1: the legal bases, and the papers and articles that a decision refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from quyet.core.checks.citations import Citation, cited, own_citation
from quyet.core.checks.paper import contents, nodes, printed
from quyet.core.checks.registry import Found, rule
from quyet.core.checks.say import day, listing, quote
from quyet.core.checks.spans import span_of
from quyet.core.decisions.model import Basis, Reading
from quyet.core.values.days import DAY, day_of
from quyet.core.values.finding import Severity
from quyet.core.values.folding import fold, squeeze
from quyet.core.values.late import late
from quyet.core.values.stated import Span

_NUMBERED_KINDS = ("nghị định", "thông tư", "thông tư liên tịch", "quyết định", "chỉ thị", "kế hoạch")
_LIKE_ARTICLES = late(r"như\s+(?:các\s+)?điều\s+([\d,\sv&à-]+)", re.IGNORECASE)
_ARTICLE_HERE = late(r"Điều\s+(\d{1,3})\s+(?:của\s+)?Quyết\s+định\s+này")
_ATTACHED_TO = late(r"èm\s+theo\s+Quyết\s+định\s+số:?\s*(?P<number>\d+\s*/[^\s,;)]+)(?P<rest>[^)\n]{0,80})")
_DIGITS = late(r"(?<!\d)\d{1,9}(?!\d)")
_ANOTHER_DAY = late(r"hiệu\s+lực|đến|từ|trước|sau")
_ARTICLE_REF = late(r"(?:^|/)dieu_\d+$")
_AT_THE_TURN = ((1, -1), (12, 1))
"""Month of the day, and how far the year in the number is from its year: a paper of January may bear a number of the
year before, one of December a number of the next. The other way round they are nearly two years apart."""


@rule("L101", severity="warning")
def basis_cited_once(reading: Reading) -> Iterator[Found]:
    """Một văn bản được ghi làm căn cứ hai lần.
    A text stands twice among the bases.

    Yêu cầu: Mỗi văn bản chỉ ghi một lần trong phần căn cứ.
    Asks: A text stands once among the bases.
    Lý do: Căn cứ trùng thường do chép lại quyết định cũ, dễ kéo theo căn cứ sai.
    Why: A basis that stands twice is often left from an older decision, with others that no longer fit.

    Sai:
        Căn cứ Quyết định số 224/QĐ-SCT ngày 25/12/2023 của Giám đốc Sở Công Thương về giao dự toán năm 2024;
        Căn cứ Quyết định số 224/QĐ-SCT ngày 25/12/2023 của Giám đốc Sở Công Thương về giao dự toán năm 2024;
    Đúng:
        Căn cứ Quyết định số 224/QĐ-SCT ngày 25/12/2023 của Giám đốc Sở Công Thương về giao dự toán năm 2024;
    """
    seen: set[tuple[object, ...]] = set()
    for basis in reading.document.bases:
        key = _identity(basis)
        if key in seen:
            name = basis.number or squeeze(f"{basis.kind or ''} {basis.title or ''}") or basis.text
            yield Found(f"Văn bản {quote(name)} đã ghi làm căn cứ ở trên. Bỏ một dòng.", _cited_at(basis))
        seen.add(key)


def _identity(basis: Basis) -> tuple[object, ...]:
    """What makes two bases one text: number and day; for a law without its number name and day. Without a day only the
    very same words do: a title leaves out the year that tells two laws of one name apart."""
    if basis.number and basis.date:
        return _bare(basis.number), basis.date
    if basis.title and basis.date:
        return fold(squeeze(basis.kind or "")), fold(squeeze(basis.title)), basis.date
    return (fold(squeeze(basis.text)),)


def _cited_at(basis: Basis) -> Span | None:
    """From the number of a basis to its day; else its name."""
    number, day = span_of(basis.number), span_of(printed(basis.date))
    return (number[0], day[1]) if number and day and number < day else span_of(basis.number, basis.title, basis.text)


def _bare(number: str) -> str:
    return "".join(fold(number).split())


@rule("L102", severity="error")
def bases_before_decision(reading: Reading) -> Iterator[Found]:
    """Căn cứ ban hành sau ngày của quyết định.
    A basis is later than the decision.

    Yêu cầu: Văn bản làm căn cứ ban hành trước hoặc cùng ngày với quyết định; tờ trình, báo cáo được dẫn cũng vậy.
    Asks: A basis is issued before the decision or on the same day, and so is a submission or report that it cites.
    Lý do: Văn bản chưa có thì không làm căn cứ được; một trong hai ngày ghi sai. Văn bản không phải căn cứ là lưu ý.
    Why: What does not exist yet cannot be a basis; one of the days is wrong. A paper that is no basis is a warning.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm a [S]

    Sai:
        Số: 58/QĐ-SCT        Hà Bình, ngày 12 tháng 5 năm 2024
        Căn cứ Thông tư số 55/2024/TT-BTC ngày 15 tháng 8 năm 2024 của Bộ Tài chính quy định quản lý kinh phí;
    Đúng:
        Số: 58/QĐ-SCT        Hà Bình, ngày 12 tháng 5 năm 2024
        Căn cứ Thông tư số 55/2023/TT-BTC ngày 15 tháng 8 năm 2023 của Bộ Tài chính quy định quản lý kinh phí;
    """
    issued = printed(reading.document.date)
    if issued is None:
        return
    for basis in reading.document.bases:
        based = printed(basis.date)
        if based and based > issued and not _is_another_day(reading.text, based.span):
            name = quote(basis.number or basis.kind or "")
            message = f"Căn cứ {name} ngày {day(based)} sau ngày ban hành {day(issued)}. Một trong hai ngày ghi sai."
            yield Found(message, based.span)
    yield from _other_papers_later(reading, issued)


def _is_another_day(text: str, span: Span) -> bool:
    """Whether the words before a day say that it is not the day of issue: có hiệu lực từ ngày …, đến ngày …"""
    return _ANOTHER_DAY.search(text, max(0, span[0] - 24), span[0]) is not None


def _other_papers_later(reading: Reading, issued: date) -> Iterator[Found]:
    own = _bare(str(reading.document.number))
    for citation in cited(reading):
        if citation.basis is None and citation.day > issued and _bare(citation.number) != own:
            message = f"Văn bản {quote(citation.number)} ngày {day(citation.day)} sau ngày ban hành {day(issued)}."
            yield Found(message, citation.span, severity="warning")


@rule("L103", severity="error")
def year_of_number(reading: Reading) -> Iterator[Found]:
    """Năm trong số văn bản khác năm ban hành.
    The year in a number is not the year of issue.

    Yêu cầu: Văn bản có năm trong số (18/2022/QĐ-UBND) thì năm đó là năm ban hành.
    Asks: Where a number holds a year, it is the year of issue.
    Lý do: Số được cấp theo năm; hai năm khác nhau thì viện dẫn sai, không tra được văn bản. Lệch nhau qua giao
        thừa (ngày tháng 01, số năm trước; ngày tháng 12, số năm sau) chỉ là lưu ý.
    Why: Numbers are given by the year; with two years the citation is wrong and the text cannot be found. A difference
        over the turn of a year (January and the year before, December and the next one) is a warning only.
    Nguồn: NĐ 30/2020/NĐ-CP, Điều 15 khoản 1 [S]

    Sai:
        Căn cứ Quyết định số 18/2022/QĐ-UBND ngày 21/7/2021 của UBND tỉnh Hà Bình về chức năng, nhiệm vụ của Sở;
    Đúng:
        Căn cứ Quyết định số 18/2022/QĐ-UBND ngày 21/7/2022 của UBND tỉnh Hà Bình về chức năng, nhiệm vụ của Sở;
    """
    own = own_citation(reading)
    for citation in (*([own] if own else []), *cited(reading)):
        year = citation.year_in_number
        if year is not None and year != citation.day.year:
            message = (
                f"Số {quote(citation.number)} là của năm {year}, ngày ghi {day(citation.day)}. Kiểm tra số hoặc ngày."
            )
            at_turn = (citation.day.month, year - citation.day.year) in _AT_THE_TURN
            severity: Severity = "warning" if at_turn else "error"
            yield Found(message, citation.span, severity=severity)


@rule("L104", severity="warning")
def citation_complete(reading: Reading) -> Iterator[Found]:
    """Căn cứ ghi thiếu số hoặc ngày.
    A basis without its number or day.

    Yêu cầu: Căn cứ ghi đủ tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu; luật chỉ ghi tên.
    Asks: A basis is given with kind, number, day, issuer and title; laws and ordinances by their name.
    Lý do: Thiếu số hoặc ngày thì không tra được văn bản.
    Why: Without number or day the text cannot be found.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm a và điểm b [S]

    Sai:
        Căn cứ Quyết định của Giám đốc Sở Công Thương về giao dự toán ngân sách nhà nước năm 2024;
    Đúng:
        Căn cứ Quyết định số 224/QĐ-SCT ngày 25/12/2023 của Giám đốc Sở Công Thương về giao dự toán năm 2024;
    """
    for basis in reading.document.bases:
        if fold(squeeze(basis.kind or "")) not in _NUMBERED_KINDS:
            continue
        missing = [name for name, there in (("số, ký hiệu", basis.number), ("ngày ban hành", basis.date)) if not there]
        if missing:
            yield Found(f"Căn cứ ghi thiếu {listing(missing)} của văn bản.", span_of(basis.kind, basis.text))


@rule("L105", severity="warning")
def one_day_for_a_number(reading: Reading) -> Iterator[Found]:
    """Một văn bản được ghi với hai ngày khác nhau.
    One text is cited with two days.

    Yêu cầu: Cùng một số văn bản trong cùng một năm thì ngày ban hành phải như nhau.
    Asks: The same number of the same year has one day of issue wherever it is cited.
    Lý do: Số văn bản là duy nhất trong năm của mỗi cơ quan; một trong hai ngày có thể sai.
    Why: A number is unique in the year of a body; one of the two days may be wrong.
    Nguồn: NĐ 30/2020/NĐ-CP, Điều 15 khoản 1 [S]

    Sai:
        Căn cứ Quyết định số 224/QĐ-SCT ngày 25/12/2023 của Giám đốc Sở Công Thương về giao dự toán năm 2024;
        Điều 1. Chi từ dự toán giao tại Quyết định số 224/QĐ-SCT ngày 15/12/2023 của Giám đốc Sở Công Thương.
    Đúng:
        Căn cứ Quyết định số 224/QĐ-SCT ngày 25/12/2023 của Giám đốc Sở Công Thương về giao dự toán năm 2024;
        Điều 1. Chi từ dự toán giao tại Quyết định số 224/QĐ-SCT ngày 25/12/2023 của Giám đốc Sở Công Thương.
    """
    first: dict[tuple[str, int], Citation] = {}
    for citation in sorted(cited(reading), key=lambda each: each.span):
        before = first.setdefault((_bare(citation.number), citation.day.year), citation)
        if before.day != citation.day:
            message = f"Số {quote(citation.number)} ở đây ngày {day(citation.day)}, ở trên ngày {day(before.day)}."
            yield Found(message, citation.span)


@rule("L106", severity="warning")
def articles_cited_exist(reading: Reading) -> Iterator[Found]:
    """Dẫn tới một điều không có trong văn bản.
    An article is named that is not there.

    Yêu cầu: «Như Điều …» ở nơi nhận, «Điều … Quyết định này» trong nội dung dẫn tới một điều có trong văn bản.
    Asks: «Như Điều …» among the recipients and «Điều … Quyết định này» in the contents name an article of the paper.
    Lý do: Văn bản được gửi và thực hiện theo điều này; thường là số điều còn lại từ bản mẫu cũ.
    Why: The paper is sent and carried out by that article; often the number is left from an older paper.

    Sai:
        Điều 1. Phê duyệt nội dung tuyên truyền.
        Điều 2. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.
        Nơi nhận:
        - Như Điều 4;
        - Lưu: VT.
    Đúng:
        Điều 1. Phê duyệt nội dung tuyên truyền.
        Điều 2. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.
        Nơi nhận:
        - Như Điều 2;
        - Lưu: VT.
    """
    there = _article_numbers(reading)
    if not there:
        return
    for span, number in (*_named_by_recipients(reading), *_named_in_contents(reading)):
        if number not in there:
            last = max(there)
            yield Found(f"Văn bản không có Điều {number}, điều cuối là Điều {last}. Sửa số điều được dẫn.", span)


def _article_numbers(reading: Reading) -> set[int]:
    refs = (node.ref for node in nodes(reading.document.articles) if _ARTICLE_REF.search(node.ref))
    return {int(digits[0]) for ref in refs if (digits := _DIGITS.search(ref.rsplit("/", 1)[-1]))}


def _named_by_recipients(reading: Reading) -> Iterator[tuple[Span | None, int]]:
    for recipient in reading.document.recipients:
        if named := _LIKE_ARTICLES.search(recipient):
            yield from ((span_of(recipient), int(number)) for number in _DIGITS.findall(named[1]))


def _named_in_contents(reading: Reading) -> Iterator[tuple[Span | None, int]]:
    for found in _ARTICLE_HERE.finditer(reading.text, *(contents(reading) or (0, 0))):
        yield found.span(), int(found[1])


@rule("L107", severity="warning")
def annex_names_this_decision(reading: Reading) -> Iterator[Found]:
    """Dòng «Kèm theo Quyết định số …» khác số hoặc ngày của quyết định.
    The annex names another number or day of the decision.

    Yêu cầu: Dòng «Kèm theo Quyết định số … ngày …» trên phụ lục ghi đúng số và ngày của quyết định.
    Asks: The line below the annex's title gives the number and day of this decision.
    Lý do: Ghi khác thì phụ lục không thuộc quyết định này.
    Why: Otherwise the annex belongs to another decision.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 1 điểm c [S]

    Sai:
        Số: 58/QĐ-SCT        Hà Bình, ngày 12 tháng 5 năm 2024
        PHỤ LỤC
        (Kèm theo Quyết định số 85/QĐ-SCT ngày 12 tháng 5 năm 2024 của Giám đốc Sở Công Thương)
    Đúng:
        Số: 58/QĐ-SCT        Hà Bình, ngày 12 tháng 5 năm 2024
        PHỤ LỤC
        (Kèm theo Quyết định số 58/QĐ-SCT ngày 12 tháng 5 năm 2024 của Giám đốc Sở Công Thương)
    """
    paper, issued = reading.document, printed(reading.document.date)
    for found in _ATTACHED_TO.finditer(reading.text) if paper.number and paper.kind == "QĐ" else ():
        if _bare(found["number"]) != _bare(str(paper.number)):
            message = f"Phụ lục ghi kèm theo {quote(found['number'])}, số của quyết định là {quote(str(paper.number))}."
            yield Found(message, found.span("number"))
        written = DAY.search(fold(found["rest"]))
        attached = day_of(written) if written else None
        if attached and issued and attached != issued:
            message = f"Phụ lục ghi ngày {day(attached)}, quyết định ban hành ngày {day(issued)}."
            yield Found(message, found.span("rest"))
