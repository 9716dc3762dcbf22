"""F10: the components that NĐ 30/2020 asks of an administrative paper, and how each is written.

A copy may have lost any of them, so nothing here is an error.
"""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.checks.paper import contents, follows_decree_30
from quyet.core.checks.registry import Found, rule
from quyet.core.checks.say import listing, quote
from quyet.core.checks.spans import span_of
from quyet.core.decisions.model import Document, Reading
from quyet.core.values.late import late

_MOTTO = late(r"XÃ\W+HỘI\W+CHỦ\W+NGHĨA\W+VIỆT\W+NAM")
_BLANK_NUMBER = late(r"Số\s?:[ \t._…]{0,40}/")
_NEEDS_ZERO = late(r"[1-9]\s*/")
_DAY_NEEDS_ZERO = late(r"(?:ngày|tháng)\W+([1-9])(?!\d)")
_NO_COLON = late(r"Số[\s*|_]*$")
_END_MARK = late(r"\.\s*/\s*\.")
_DEPUTY = late(r"(?:PHÓ|THỨ)\s")
_FOR_ANOTHER = late(r"\b(KT|TL|TUQ)\s*\.")


@rule("F101", severity="warning")
def kind_known(reading: Reading) -> Iterator[Found]:
    """Không nhận ra tên loại văn bản.
    The kind of paper is not recognised.

    Yêu cầu: Văn bản hành chính, trừ công văn, ghi tên loại bằng chữ in hoa: QUYẾT ĐỊNH, KẾ HOẠCH, TỜ TRÌNH…
    Asks: An administrative paper other than a letter names its kind in capitals.
    Lý do: Không rõ tên loại thì không biết văn bản ra lệnh gì; các kiểm tra về quyết định không áp dụng được.
    Why: Without its kind nobody knows what the paper orders, and the checks of a decision do not apply.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 5 [S]

    Sai:
        Báo giá in sổ tay tuyên truyền
        Đơn giá một cuốn: 20.000 đồng, giao trong tháng 5.
    Đúng:
        QUYẾT ĐỊNH
        Phê duyệt nội dung tuyên truyền năm 2024
        Điều 1. In sổ tay tuyên truyền.
    """
    scanned = any(notice.code == "scan" for notice in reading.source.notices)
    is_workbook = reading.source.format == "xlsx"  # no paper, and asked to be none
    if reading.document.kind is None and not scanned and not is_workbook:
        yield Found("Không nhận ra tên loại văn bản. Quyết định phải có dòng QUYẾT ĐỊNH in hoa.")


@rule("F102", severity="warning")
def head_complete(reading: Reading) -> Iterator[Found]:
    """Phần đầu văn bản thiếu thành phần thể thức.
    The head of the paper lacks a component.

    Yêu cầu: Phần đầu có quốc hiệu và tiêu ngữ, tên cơ quan ban hành, số và ký hiệu, địa danh, ngày ban hành, trích yếu.
    Asks: The head carries the name and motto of the State, issuer, number and symbol, place and day of issue, title.
    Lý do: Đây là thành phần chính của mọi văn bản hành chính. Bản sao có thể đã mất phần này, cần đối chiếu bản gốc.
    Why: These are main components of every administrative paper. A copy may have lost them: look at the original.
    Nguồn: NĐ 30/2020/NĐ-CP, Điều 8 khoản 2; Phụ lục I, phần I, mục II, khoản 1–5 [S]

    Sai:
        Số:     /QĐ-SCT        Hà Bình, ngày     tháng     năm 2024
    Đúng:
        Số: 15/QĐ-SCT        Hà Bình, ngày 05 tháng 02 năm 2024
    """
    if not follows_decree_30(reading):
        return
    paper = reading.document
    parts = {
        "quốc hiệu, tiêu ngữ": _MOTTO.search(reading.text),
        "tên cơ quan ban hành": paper.issuer and not _below_title(paper),
        "số, ký hiệu": paper.number,
        "địa danh": paper.place,
        "ngày ban hành": paper.date,
        "trích yếu nội dung": paper.title,
    }
    missing = [name for name, there in parts.items() if not there]
    if missing:
        blank = _BLANK_NUMBER.search(reading.text) if not paper.number else None
        message = f"Phần đầu văn bản thiếu {listing(missing)}. Đối chiếu bản gốc hoặc ghi bổ sung."
        yield Found(message, blank.span() if blank else None)


def _below_title(paper: Document) -> bool:
    """Whether the issuer is known only from the line of competence: the letterhead does not name it."""
    issuer, title = span_of(paper.issuer), span_of(paper.title)
    return issuer is not None and title is not None and issuer[0] > title[0]


@rule("F103", severity="warning")
def bases_present(reading: Reading) -> Iterator[Found]:
    """Quyết định không có căn cứ.
    A decision without legal bases.

    Yêu cầu: Quyết định, nghị quyết ghi căn cứ về thẩm quyền và căn cứ về nội dung.
    Asks: A decision names the texts that give its competence and those that its contents rest on.
    Lý do: Không có căn cứ thì không rõ ai giao quyền và tiền lấy từ dự toán nào.
    Why: Without them nobody sees who gave the competence, or which allotment pays.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm a [S]

    Sai:
        (không có căn cứ)
    Đúng:
        Căn cứ Quyết định số 224/QĐ-SCT ngày 25/12/2023 của Giám đốc Sở Công Thương về giao dự toán năm 2024;
    """
    paper = reading.document
    if follows_decree_30(reading) and paper.kind in ("QĐ", "NQ") and not paper.bases:
        yield Found("Văn bản không có dòng «Căn cứ …» nào trước phần quyết định.", span_of(paper.kind))


@rule("F104", severity="warning")
def foot_complete(reading: Reading) -> Iterator[Found]:
    """Phần cuối văn bản thiếu thành phần thể thức.
    The foot of the paper lacks a component.

    Yêu cầu: Cuối văn bản có «Nơi nhận:», chức vụ in hoa và họ tên người ký.
    Asks: The paper ends with its recipients, and with the position and name of the person who signs.
    Lý do: Không rõ người ký thì văn bản chưa có hiệu lực; văn thư phát hành theo nơi nhận. Bản sao có thể đã
        mất phần này.
    Why: Without a signer the paper has no force; the clerk sends it by the list. A copy may have lost this part.
    Nguồn: NĐ 30/2020/NĐ-CP, Điều 8 khoản 2; Phụ lục I, phần I, mục II, khoản 7 và khoản 9 [S]

    Sai:
        (không có nơi nhận)
    Đúng:
        Nơi nhận:
        - Như Điều 2;
        - Lưu: VT, QLCN.
    """
    if not follows_decree_30(reading):
        return
    signature = reading.document.signature
    parts = {
        "nơi nhận": reading.document.recipients,
        "chức vụ người ký": signature and signature.position,
        "họ tên người ký": signature and signature.name,
    }
    missing = [name for name, there in parts.items() if not there]
    if missing:
        where = span_of(signature.name, signature.position) if signature else None
        yield Found(f"Phần cuối văn bản thiếu {listing(missing)}. Đối chiếu bản gốc hoặc ghi bổ sung.", where)


@rule("F105", severity="warning")
def number_and_day_written(reading: Reading) -> Iterator[Found]:
    """Số, ngày ban hành ghi chưa đúng cách.
    Number or day of issue are written in a wrong way.

    Yêu cầu: Số nhỏ hơn 10, ngày nhỏ hơn 10, tháng 1 và tháng 2 thêm số 0 phía trước. Sau «Số» có dấu hai chấm, ký hiệu
        viết liền, sau địa danh có dấu phẩy.
    Asks: A number or day under 10 and months 1 and 2 are written with a zero before them. A colon stands after «Số», a
        comma after the place, and the symbol has no spaces.
    Lý do: Cách ghi thống nhất, dễ tra cứu, không chèn thêm chữ số được.
    Why: One way of writing is found again, and no digit can be put before it.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 điểm c, khoản 4 điểm b và điểm c [S]

    Sai:
        Số: 5/QĐ-SCT        Hà Bình, ngày 5 tháng 2 năm 2024
    Đúng:
        Số: 05/QĐ-SCT        Hà Bình, ngày 05 tháng 02 năm 2024
    """
    if follows_decree_30(reading):
        yield from _number_written(reading)
        yield from _day_written(reading)


def _number_written(reading: Reading) -> Iterator[Found]:
    span = span_of(reading.document.number)
    if span is None:
        return
    raw = reading.text[slice(*span)]
    if _NEEDS_ZERO.match(raw):
        yield Found(f"Số nhỏ hơn 10 phải thêm số 0 phía trước: «0{raw}».", span)
    if " " in raw:
        yield Found(f"Số, ký hiệu viết liền, không cách chữ: «{''.join(raw.split())}».", span, severity="info")
    if _NO_COLON.search(reading.text, max(0, span[0] - 12), span[0]):
        yield Found("Sau từ «Số» phải có dấu hai chấm: «Số:».", span, severity="info")


def _day_written(reading: Reading) -> Iterator[Found]:
    place, day = span_of(reading.document.place), span_of(reading.document.date)
    if day is None:
        return
    for found in _DAY_NEEDS_ZERO.finditer(reading.text, max(0, day[0] - len("ngày ")), day[1]):
        if found[0].startswith("ngày") or found[1] in "12":
            what = "Ngày nhỏ hơn 10" if found[0].startswith("ngày") else "Tháng 1, tháng 2"
            yield Found(f"{what} phải thêm số 0 phía trước: «0{found[1]}».", found.span())
    if place and place[1] <= day[0] < place[1] + 20 and "," not in reading.text[place[1] : day[0]]:
        yield Found(f"Sau địa danh {quote(str(reading.document.place))} phải có dấu phẩy.", place, severity="info")


@rule("F106", severity="warning")
def end_mark(reading: Reading) -> Iterator[Found]:
    """Hết nội dung không có dấu «./.».
    The contents do not end with «./.».

    Yêu cầu: Nội dung văn bản kết thúc bằng dấu chấm, gạch chéo, dấu chấm: «./.».
    Asks: The contents of a paper end with a stop, a slash and a stop.
    Lý do: Người nhận biết văn bản hết ở đâu, không ai viết thêm được.
    Why: Who receives the paper sees where it ends, and nobody can add to it.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục III, mục II, mẫu 1.1–1.4 [S]

    Sai:
        Điều 1. Phê duyệt nội dung tuyên truyền năm 2024.
        Điều 2. Chánh Văn phòng Sở và Trưởng phòng Quản lý công nghiệp chịu trách nhiệm thi hành Quyết định này.
    Đúng:
        Điều 1. Phê duyệt nội dung tuyên truyền năm 2024.
        Điều 2. Chánh Văn phòng Sở và Trưởng phòng Quản lý công nghiệp chịu trách nhiệm thi hành Quyết định này./.
    """
    if not follows_decree_30(reading):
        return
    start, end = contents(reading) or (0, len(reading.text))
    if not _END_MARK.search(reading.text, start, end + len("** ./.")):
        yield Found("Hết nội dung chưa có dấu «./.».", (max(start, end - 1), end))


@rule("F107", severity="warning")
def copy_kept(reading: Reading) -> Iterator[Found]:
    """Nơi nhận không có dòng «Lưu: VT».
    The recipients do not end with the file copy.

    Yêu cầu: Dòng cuối của nơi nhận là «Lưu: VT», tiếp theo là chữ viết tắt tên đơn vị soạn thảo.
    Asks: The last recipient is the file copy: «Lưu: VT», then the unit that drafted the paper.
    Lý do: Văn thư giữ bản gốc; thiếu dòng này thì không rõ bản lưu ở đâu, đơn vị nào soạn thảo.
    Why: The clerk keeps the original; without this line nobody sees where it is, or who drafted the paper.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9 điểm d [S]

    Sai:
        Nơi nhận:
        - Như Điều 2;
        - Sở Tài chính.
    Đúng:
        Nơi nhận:
        - Như Điều 2;
        - Sở Tài chính;
        - Lưu: VT, QLCN.
    """
    recipients = reading.document.recipients
    if not recipients or not follows_decree_30(reading):
        return
    kept = [name for name in recipients if name.casefold().lstrip("-+ ").startswith("lưu")]
    if not kept:
        yield Found("Nơi nhận thiếu dòng «Lưu: VT, …».", span_of(recipients[-1]))
    elif not any("VT" in name or "văn thư" in name.casefold() for name in kept):
        yield Found(f"Dòng {quote(kept[-1])} chưa ghi văn thư: «Lưu: VT, …».", span_of(kept[-1]))


@rule("F108", severity="warning")
def deputy_signs_for_head(reading: Reading) -> Iterator[Found]:
    """Quyền hạn ký và chức vụ không khớp.
    The authority to sign and the position do not fit.

    Yêu cầu: Cấp phó ký thay thì ghi «KT.» trước chức vụ người đứng đầu; dưới «KT.» là chức vụ của cấp phó.
    Asks: A deputy signs below «KT.» and the head's position; below «KT.» stands a deputy.
    Lý do: Thiếu «KT.» thì không rõ cấp phó ký theo quyền nào.
    Why: Without «KT.» nobody sees by what right the deputy signs.
    Nguồn: NĐ 30/2020/NĐ-CP, Điều 13; Phụ lục I, phần I, mục II, khoản 7 điểm b [S]

    Sai:
        PHÓ GIÁM ĐỐC

        Trần Văn Mẫu
    Đúng:
        KT. GIÁM ĐỐC
        PHÓ GIÁM ĐỐC

        Trần Văn Mẫu
    """
    signature = reading.document.signature
    if signature is None or not signature.position or not follows_decree_30(reading):
        return
    deputy = _DEPUTY.match(signature.position) is not None
    said = set(_FOR_ANOTHER.findall(signature.authority or ""))
    if deputy and not said:
        yield Found(f"{quote(signature.position)} ký thay phải có dòng «KT. …» phía trên.", span_of(signature.position))
    elif said == {"KT"} and not deputy:
        message = f"Dưới «KT.» phải là chức vụ của cấp phó, không phải {quote(signature.position)}."
        yield Found(message, span_of(signature.position))


@rule("F109", severity="warning")
def contents_there(reading: Reading) -> Iterator[Found]:
    """Văn bản không có nội dung.
    A paper without contents.

    Yêu cầu: Sau tên loại và trích yếu có nội dung; nội dung của quyết định, nghị quyết là các điều, khoản hoặc mục.
    Asks: Contents follow the kind and the title; those of a decision or resolution are articles or other items.
    Lý do: Không có nội dung thì không biết văn bản giao việc gì. Bản sao có thể đã mất phần này.
    Why: Without contents nobody knows what is ordered. A copy may have lost them.
    Nguồn: NĐ 30/2020/NĐ-CP, Điều 8 khoản 2; Phụ lục I, phần I, mục II, khoản 6 [S]

    Sai:
        SỞ CÔNG THƯƠNG
        QUYẾT ĐỊNH
        Phê duyệt nội dung tuyên truyền năm 2024
    Đúng:
        SỞ CÔNG THƯƠNG
        QUYẾT ĐỊNH
        Phê duyệt nội dung tuyên truyền năm 2024
        Điều 1. In sổ tay tuyên truyền.
    """
    paper, programme = reading.document, reading.programme
    ordered = paper.articles or paper.attachments or (programme and programme.activities)
    if paper.kind and not ordered and (paper.kind in ("QĐ", "NQ") or _ends_with_title(reading)):
        yield Found("Văn bản không có nội dung: không thấy điều, khoản nào. Bổ sung nội dung.", span_of(paper.kind))


def _ends_with_title(reading: Reading) -> bool:
    """Whether nothing follows the title, or the kind where there is no title."""
    last = span_of(reading.document.title, reading.document.kind)
    return last is not None and not reading.text[last[1] :].strip("\n *_|./")
