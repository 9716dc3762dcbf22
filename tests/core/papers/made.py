"""A small draft and the stationery to write it on; each test changes what it is about. The people are nobody."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from quyet.core.decisions.model import Assignment, Basis, Quantity, Signature, Total
from quyet.core.estimates.model import PlannedEstimate, PlannedLine
from quyet.core.papers.compose import compose
from quyet.core.papers.draft import Draft, DraftActivity, DraftDocument, DraftProgramme
from quyet.core.papers.form import BodyName
from quyet.core.papers.paper import Paper, Para
from quyet.core.papers.stationery import Stationery
from quyet.core.papers.verify import Fault, verify
from quyet.files.facts.formats import load_formats
from quyet.files.facts.forms import load_forms, load_wording

BODY = BodyName("UBND TỈNH MẪU", "SỞ CÔNG THƯƠNG", "Sở Công Thương tỉnh Mẫu", "SCT", "Mẫu", None)


def stationery(form: str = "decision", body: BodyName | None = BODY) -> Stationery:
    (rules,) = load_formats()
    return Stationery(load_forms()[form], rules, load_wording(), body)


def document(**said: object) -> DraftDocument:
    made = DraftDocument(
        kind="QĐ",
        number="15/QĐ-SCT",
        date=date(2024, 3, 12),
        title="Về việc phê duyệt Chương trình khuyến công năm 2024",
        bases=[Basis("", "Luật", None, date(2015, 6, 25), None, "Ngân sách nhà nước")],
        proposer="Trưởng phòng Quản lý Công nghiệp",
        recipients=["Như Điều 3", "Lưu: VT"],
        signature=Signature(None, "GIÁM ĐỐC", "Nguyễn Văn A"),
    )
    for name, value in said.items():
        setattr(made, name, value)
    return made


def activity(title: str = "In sổ tay", group: str | None = None, **said: object) -> DraftActivity:
    made = DraftActivity("", group=group, title=title, quantity=Quantity(Decimal(750), None, None, False, "cuốn"))
    for name, value in said.items():
        setattr(made, name, value)
    return made


def line(label: str | None, amount: int | None = None, **said: object) -> PlannedLine:
    made = PlannedLine(label, content="In sổ tay", amount=amount)
    for name, value in said.items():
        setattr(made, name, value)
    return made


def estimate(*lines: PlannedLine, total: int | None = None) -> PlannedEstimate:
    return PlannedEstimate(lines=list(lines), total=total)


def draft(*activities: DraftActivity, estimates: tuple[PlannedEstimate, ...] = (), **said: object) -> Draft:
    """`said` are keys of the document; a draft without activities has no programme."""
    lead = [Assignment("Phòng Quản lý Công nghiệp", "lead"), Assignment("Chánh Văn phòng Sở", "execute")]
    programme = DraftProgramme(year=2024, activities=list(activities), assignments=lead) if activities else None
    return Draft(document(**said), programme, list(estimates))


def with_total(total: Total, *amounts: int | None, **said: object) -> Draft:
    """A programme with that total, and an activity for each amount."""
    made = draft(*(activity(f"Việc {n}", amount=amount) for n, amount in enumerate(amounts or (None,))), **said)
    made.programme.total = total
    return made


def paper_of(made: Draft, form: str = "decision", body: BodyName | None = BODY) -> Paper:
    return compose(made, stationery(form, body))[0]


def words(made: Draft, form: str = "decision", body: BodyName | None = BODY) -> list[str]:
    """Every paragraph of the paper."""
    return [block.words for block in paper_of(made, form, body).blocks() if isinstance(block, Para)]


def faults(made: Draft) -> list[Fault]:
    return list(verify(compose(made, stationery())[1]))


def told(made: Draft) -> dict[str, str]:
    """What verify says of a draft, by key."""
    return {".".join(map(str, each.path)): each.message for each in faults(made)}
