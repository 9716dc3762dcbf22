"""An office that grows: one programme at each stage of its road, made by the acts, and around them as many rows of
everything as a test asks for. Whoever looks holds every role, at several bodies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from quyet.actions.adoption import accept, adopt, confirm, confirm_facts
from quyet.actions.approval import answer_finding, appraise, bring_signed, submit
from quyet.actions.journal import record
from quyet.actions.notices import renew_calendar
from quyet.actions.programmes import draw_on, open_programme
from quyet.actions.received import register_adopted
from quyet.actions.register import issue
from quyet.queries.adoption import adoption_of, facts_of_adoption
from quyet.queries.checking import answered
from quyet.queries.files import bytes_of
from quyet.queries.people import Viewer, viewer
from quyet.queries.signatories import signatories
from quyet.store.models import (
    Activity,
    Adoption,
    Allotment,
    AllotmentChange,
    Annex,
    ApprovalAct,
    Body,
    BodyName,
    ConfirmedFact,
    Delegation,
    Dispatch,
    FindingAnswer,
    Invitation,
    Notice,
    PaymentRequest,
    Person,
    Programme,
    RegisterEntry,
    RoleHeld,
    SignedPaper,
    StoredFile,
    TreasuryAct,
    TreasuryRow,
    TreasuryStatement,
    TreasuryTie,
    Unit,
    Version,
)
from tests.actions.signed import CONTENT, allotted, signed_programme
from tests.adopted import signed_pdf
from tests.cast import SINCE, Cast
from tests.web.conftest import signed_in
from tests.web.grown_spending import Spent, spent

DAY = date(2024, 3, 11)
AT = datetime(2024, 3, 11, 2, 0, tzinfo=UTC)
ROLES = ("officer", "head", "accountant", "office", "director", "clerk", "auditor", "admin")


@dataclass
class Office:
    """The rows that addresses name, and who looks at them."""

    cast: Cast
    viewer: Viewer
    draft: Programme
    appraised: Programme
    entry: RegisterEntry
    adopted: Programme
    lacking: Programme
    calendar: str
    money: Spent
    made: int = 0

    @property
    def body(self) -> Body:
        return self.viewer.body

    # --- more of everything ------------------------------------------------------------------------------------------

    def grow(self, count: int) -> None:
        """So many more rows wherever a page shows a list."""
        for number in range(self.made + 1, self.made + count + 1):
            self._people(number)
            self._programmes(number)
            self._papers(number)
            self._treasury(number)
            self.money.grow(number)
        self.made += count

    def _people(self, n: int) -> None:
        below = Body.objects.create(name=f"Trung tâm thứ {n}", parent=self.body, shares=True)
        BodyName.objects.create(body=below, name=below.name)
        BodyName.objects.create(
            body=self.body, name=f"Tên cũ {n}", since=date(1900 + n, 1, 1), until=date(1900 + n, 12, 31)
        )
        self.unit = Unit.objects.create(body=self.body, name=f"Phòng thứ {n}")
        self.person = Person.objects.create(login=f"nguoi-{n}", name=f"Người thứ {n}")
        for role in ("officer", "director"):
            RoleHeld.objects.create(person=self.person, body=self.body, unit=self.unit, role=role, since=SINCE)
        RoleHeld.objects.create(person=self.viewer.person, body=below, role="officer", since=SINCE)
        RoleHeld.objects.create(person=self.viewer.person, body=self.body, unit=self.unit, role="officer", since=SINCE)
        for giver, taker in ((self.person, self.viewer.person), (self.viewer.person, self.person)):
            Delegation.objects.create(
                body=self.body, giver=giver, taker=taker, deciding_text=f"{n}/UQ", since=SINCE, until=date(2999, 1, 1)
            )
        Invitation.objects.create(person=self.person, digest=uuid4().hex, made_at=AT, expires_at=AT)
        signed_in(self.viewer).get("/rules")  # one more session
        shared = self._programme(n, "draft", body=below, allotment=None, unit=None)
        Programme.objects.filter(pk=shared.pk).update(shared=True)

    def _programmes(self, n: int) -> None:
        allotment = Allotment.objects.create(
            body=self.body, year=2024, deciding_text=f"{n}/QĐ-GD", chapter="416", category="280", sub_category="338",
            source="Ngân sách tỉnh", autonomous=False, amount=10**9, ceiling=10**9,
        )  # fmt: skip
        of_the_draft = self.draft.allotment
        AllotmentChange.objects.create(
            allotment=of_the_draft, amount=n, deciding_text=f"{n}/QĐ", day=DAY, reason="Bổ sung", made_at=AT
        )
        AllotmentChange.objects.create(
            allotment=allotment, amount=n, deciding_text=f"{n}/QĐ", day=DAY, reason="Bổ sung", made_at=AT
        )
        self._programme(n, "draft", allotment=of_the_draft)
        road = ("submit", "appraise_money", "appraise_form", "sign")
        for state, steps in (("submitted", 1), ("appraised", 3), ("signed", 4)):
            made = self._programme(n, state, allotment=allotment)
            for move in road[:steps]:
                ApprovalAct.objects.create(programme=made, move=move, person=self.person, at=AT)
        issued = self._programme(n, "issued", allotment=allotment)
        Activity.objects.create(
            programme=issued, place=1, ref="dieu_1", title=f"Hội nghị {n}", end=DAY + timedelta(days=30)
        )
        Notice.objects.create(
            body=self.body, person=self.viewer.person, programme=issued, message="Đã ban hành", message_en="Issued",
            at=AT,
        )  # fmt: skip

    def _programme(self, n: int, state: str, **row: Any) -> Programme:
        given = {"body": self.body, "unit": self.unit, "signatory": self.viewer.person, **row}
        return Programme.objects.create(
            year=2024, title=f"Chương trình thứ {n}, sản xuất bền vững", searched=f"chuong trinh thu {n} san xuat",
            total=n * 1_000_000, content=CONTENT, state=state, made_at=AT, changed_at=AT, **given,
        )  # fmt: skip

    def _papers(self, n: int) -> None:
        """What stands below one programme, or one paper of the register."""
        version = Version.objects.create(
            programme=self.draft, number=n, why="submit", content=CONTENT, sha256="0" * 64, by=self.person, at=AT,
        )  # fmt: skip
        for move in ("submit", "return"):
            step = "draft" if move == "return" else ""
            ApprovalAct.objects.create(
                programme=self.draft, move=move, step=step, person=self.person, version=version, at=AT, reason="Sửa"
            )
        FindingAnswer.objects.create(
            programme=self.draft, rule="F102", message=str(n), answer="Đã rõ", person=self.person, at=AT
        )
        scan = StoredFile.objects.create(
            body=self.body, sha256=self.file.sha256, size=self.file.size, name=f"ban-ky-{n}.pdf",
            media_type=self.file.media_type, by=self.person, at=AT,
        )  # fmt: skip
        SignedPaper.objects.create(
            version=self.appraised.versions.get(), file=scan, differences="[]", agrees=True, by=self.person, at=AT
        )
        ConfirmedFact.objects.create(
            adoption=Adoption.objects.get(programme=self.adopted), path=f"/document/{n}", value="1",
            person=self.person, at=AT,
        )  # fmt: skip
        estimate = Annex(programme=self.lacking, content="[]", total=185_000_000, source=scan, by=self.person, at=AT)
        estimate.save()
        record(self.body.pk, self.person.pk, "edit", self.draft)
        paper = RegisterEntry.objects.create(
            body=self.body, kind=f"KH{n}", year=2000 + n, number=n, symbol=f"{n}/KH", day=DAY, issuer=self.body.name,
            title=f"Kế hoạch thứ {n}", searched=f"{n}/kh ke hoach san xuat", by=self.person, at=AT,
        )  # fmt: skip
        for entry, place in ((paper, 1), (paper, 2), (self.entry, 100 + n)):
            Dispatch.objects.create(entry=entry, place=place, recipient=f"UBND xã thứ {n}")
        Dispatch.objects.create(
            entry=self.entry, place=200 + n, recipient="UBND", sent_at=AT, sent_by=self.person, way="post"
        )

    def _treasury(self, n: int) -> None:
        """A row of the treasury's statement with its payment, one that was tied, one that is alone."""
        statement = TreasuryStatement.objects.first() or TreasuryStatement.objects.create(
            body=self.body, file=self.file, sha256="0" * 64, since=DAY, until=DAY, count=0, amount=0,
            person=self.person, at=AT,
        )  # fmt: skip
        for place, number in ((3 * n, f"KB-{n}"), (3 * n + 1, ""), (3 * n + 2, f"X{n}")):
            TreasuryRow.objects.create(statement=statement, place=place, day=DAY, number=number, amount=1000 + place)
        paid = PaymentRequest.objects.create(
            body=self.body, programme_id=self.entry.programme_id, kind="payment", title=f"Khoản {n}",
            amount=1000 + 3 * n, state="paid", number=f"KB-{n}", day=DAY, made_at=AT, changed_at=AT,
        )  # fmt: skip
        act = TreasuryAct.objects.create(statement=statement, move="tie", reason="Đúng", person=self.person, at=AT)
        TreasuryTie.objects.create(act=act, row=statement.rows.order_by("-id")[0])
        TreasuryTie.objects.create(act=act, request=paid)

    @property
    def statement(self) -> int:
        return TreasuryStatement.objects.get().pk

    @property
    def file(self) -> StoredFile:
        return SignedPaper.objects.order_by("id")[0].file


def grown_office(cast: Cast) -> Office:
    """The office with one programme at each stage. Its clock has to stand in March 2024, its folder to be a test's."""
    everyone = Person.objects.create(login="moi", name="Người giữ mọi vai", email="moi@example.invalid")
    for body in (cast.department, cast.province, cast.neighbour):
        for role in ROLES:
            RoleHeld.objects.create(person=everyone, body=body, role=role, since=SINCE)
    money = allotted(cast, 10**10)
    draft = _draft(cast, money)
    entry = issue(cast["clerk"], signed_programme(cast, money).pk, DAY, 135)
    seen = viewer(everyone, DAY, cast.department.pk)
    assert seen is not None
    return Office(
        cast, seen, draft, _appraised(cast, _draft(cast, money)), entry, _adopt(cast, signed_pdf(), "mot.pdf"),
        _registered(cast, _adopt(cast, signed_pdf(with_annex=False), "hai.pdf")), renew_calendar(seen),
        spent(cast, int(entry.programme_id or 0)),
    )  # fmt: skip


def _draft(cast: Cast, money: Allotment) -> Programme:
    made = open_programme(cast["officer"], CONTENT)
    draw_on(cast["officer"], made.pk, money.pk)
    return Programme.objects.get(pk=made.pk)


def _appraised(cast: Cast, made: Programme) -> Programme:
    """Submitted, appraised twice, its signed paper brought."""
    for each in answered(made, DAY):
        if each.said.severity == "warning":
            answer_finding(cast["officer"], made.pk, each.said.about, "Đã rõ")
    held = next(each for each in signatories(made.body_id, DAY) if each.person.login == "duc")
    version = submit(cast["head"], made.pk, held.key)
    appraise(cast["accountant"], made.pk, "money")
    appraise(cast["office"], made.pk, "form")
    assert version.paper is not None
    bring_signed(cast["clerk"], made.pk, bytes_of(version.paper), "ban-ky.pdf")
    return made


def _adopt(cast: Cast, data: bytes, name: str) -> Programme:
    return adopt(cast["officer"], data, name)[0]


def _registered(cast: Cast, made: Programme) -> Programme:
    """Adopted to its end; its annex is missing."""
    draw_on(cast["officer"], made.pk, Allotment.objects.get().pk)
    adoption = adoption_of(made)
    assert adoption is not None
    facts = facts_of_adoption(adoption, made.content)
    confirm_facts(cast["officer"], made.pk, {each.path: each.token for each in facts.waiting})
    confirm(cast["officer"], made.pk)
    accept(cast["head"], made.pk)
    register_adopted(cast["clerk"], made.pk, number=136)
    return Programme.objects.get(pk=made.pk)
