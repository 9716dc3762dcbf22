"""The tables, a module a stage of the life cycle."""

from quyet.store.models.allotments import Allotment, AllotmentChange
from quyet.store.models.annexes import Annex, AnnexReturn
from quyet.store.models.bodies import Body, BodyName, BodySuperior, Unit
from quyet.store.models.files import StoredFile
from quyet.store.models.journal import JournalRow, JournalSeal
from quyet.store.models.ledger import Contract, LedgerEntry, LedgerSeal, OnceKey, Share, Supplier, SupplierState
from quyet.store.models.notices import CalendarAddress, Notice
from quyet.store.models.payments import (
    Appendix,
    ContractAct,
    ContractEntry,
    Invoice,
    InvoiceUse,
    InvoiceVoid,
    PaymentAct,
    PaymentEntry,
    PaymentPart,
    PaymentRequest,
)
from quyet.store.models.people import Delegation, Invitation, Person, RoleHeld
from quyet.store.models.programmes import (
    Activity,
    Adoption,
    AdoptionChange,
    ApprovalAct,
    ConfirmedFact,
    FindingAnswer,
    Line,
    Programme,
    SignedPaper,
    Version,
)
from quyet.store.models.register import Dispatch, RegisterEntry, Series
from quyet.store.models.treasury import TreasuryAct, TreasuryRow, TreasuryStatement, TreasuryTie

APPEND_ONLY = (JournalRow, JournalSeal, Version, ApprovalAct, FindingAnswer, SignedPaper, ConfirmedFact, StoredFile,
               RegisterEntry, AllotmentChange, Annex, AnnexReturn, AdoptionChange, LedgerEntry, LedgerSeal, OnceKey,
               Appendix, ContractAct, ContractEntry, PaymentPart, PaymentAct, PaymentEntry, Invoice, InvoiceUse,
               InvoiceVoid, SupplierState, TreasuryStatement, TreasuryRow, TreasuryAct, TreasuryTie)  # fmt: skip
"""Rows that are only ever added: triggers refuse to change or delete them, on both databases."""

__all__ = [
    "APPEND_ONLY", "Activity", "Adoption", "AdoptionChange", "Allotment", "AllotmentChange", "Annex", "AnnexReturn",
    "Appendix", "ApprovalAct", "Body", "BodyName", "BodySuperior", "CalendarAddress", "ConfirmedFact", "Contract",
    "ContractAct", "ContractEntry", "Delegation", "Dispatch", "FindingAnswer", "Invitation", "Invoice",
    "InvoiceUse", "InvoiceVoid", "JournalRow", "JournalSeal", "LedgerEntry", "LedgerSeal", "Line", "Notice",
    "OnceKey", "PaymentAct", "PaymentEntry", "PaymentPart", "PaymentRequest", "Person", "Programme",
    "RegisterEntry", "RoleHeld", "Series", "Share", "SignedPaper", "StoredFile", "Supplier", "SupplierState",
    "TreasuryAct", "TreasuryRow", "TreasuryStatement", "TreasuryTie", "Unit", "Version",
]  # fmt: skip
