"""The addresses where money is entered, payees, invoices, contracts, requests; and of their papers."""

from __future__ import annotations

from django.urls import path

from quyet.web.views import contracts, invoices, requesting, reversal, spending_papers, suppliers

_MONEY = "chuong-trinh/<int:pk>/chi-tieu"
_CONTRACT = f"{_MONEY}/hop-dong/<int:number>"
_PAPER = "giay-to/<slug:form>.<slug:to>"

urlpatterns = [
    path("nha-cung-cap", suppliers.suppliers, name="suppliers"),
    path("nha-cung-cap/<int:pk>", suppliers.supplier, name="supplier"),
    path("hoa-don", invoices.invoices, name="invoices"),
    path("hoa-don/moi", invoices.enter, name="invoice-new"),
    path("hoa-don/<int:pk>/bo", invoices.void, name="invoice-void"),
    path(f"{_MONEY}/hop-dong/moi", contracts.enter, name="contract-new"),
    path(f"{_MONEY}/hop-dong/<int:number>", contracts.contract, name="contract"),
    path(f"{_MONEY}/hop-dong/<int:number>/phu-luc", contracts.appendix, name="contract-appendix"),
    path(f"{_MONEY}/hop-dong/<int:number>/huy-phan-con-lai", contracts.let_go, name="contract-release"),
    path(f"{_CONTRACT}/dao/<int:act>", reversal.undo, name="contract-take-back"),
    path(f"{_MONEY}/but-toan", reversal.entries, name="entries"),
    path(f"{_MONEY}/but-toan/<int:number>", reversal.entry, name="entry"),
    path(f"{_MONEY}/de-nghi/moi", requesting.enter, name="request-new"),
    path(f"{_MONEY}/<int:number>/de-nghi-lai", requesting.enter_again, name="request-again"),
    path(f"{_MONEY}/but-toan.xlsx", spending_papers.entries, name="spending-entries"),
    path(f"{_MONEY}/<int:number>/{_PAPER}", spending_papers.of_request, name="payment-paper"),
    path(f"{_CONTRACT}/{_PAPER}", spending_papers.of_contract, name="contract-paper"),
    path(f"{_CONTRACT}/phu-luc/<int:appendix>/{_PAPER}", spending_papers.of_appendix, name="appendix-paper"),
]
