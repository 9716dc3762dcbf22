"""The addresses of the office's pages: Chương trình, Dự toán được giao, Định mức."""

from __future__ import annotations

from django.urls import path, re_path

from quyet.queries.reading import EXAMPLE
from quyet.web.views import (
    adoption,
    allotments,
    annexes,
    approval,
    estimate_basis,
    estimate_excel,
    estimate_propose,
    estimate_states,
    estimates,
    journal,
    norms,
    programme_paper,
    programmes,
    proposals,
    registering,
)

urlpatterns = [
    path("du-toan-duoc-giao", allotments.allotments, name="allotments"),
    path("du-toan-duoc-giao/moi", allotments.enter, name="allotment-new"),
    path("du-toan-duoc-giao/<int:pk>", allotments.allotment, name="allotment"),
    path("du-toan-duoc-giao/<int:pk>/dieu-chinh", allotments.change, name="allotment-change"),
    path("dinh-muc", norms.norms, name="norms"),
    path("dinh-muc/<slug:item>", norms.item, name="norm"),
    path("chuong-trinh", programmes.programmes, name="programmes"),
    path("chuong-trinh/moi", programmes.enter, name="programme-new"),
    path("chuong-trinh/tiep-nhan", adoption.adopt_new, name="adopt"),
    path("chuong-trinh/<int:pk>/tiep-nhan", adoption.adoption, name="programme-adoption"),
    path("chuong-trinh/<int:pk>/tiep-nhan/tep-goc", adoption.source, name="adoption-source"),
    path("chuong-trinh/<int:pk>/phu-luc", annexes.annex, name="programme-annex"),
    path("chuong-trinh/<int:pk>", programmes.programme, name="programme"),
    path("chuong-trinh/<int:pk>.json", programmes.download, name="programme-json"),
    path("chuong-trinh/<int:pk>/chon-du-toan", programmes.draw, name="programme-draw"),
    path("chuong-trinh/<int:pk>/chia-se", programmes.share, name="programme-share"),
    path("chuong-trinh/<int:pk>/du-toan", estimates.estimate, name="programme-estimate"),
    path("chuong-trinh/<int:pk>/du-toan/luu", estimates.autosave, name="estimate-save"),
    path("chuong-trinh/<int:pk>/du-toan/de-xuat", estimate_propose.propose, name="estimate-propose"),
    path("chuong-trinh/<int:pk>/du-toan/da-kiem-tra", proposals.looked_at, name="estimate-looked-at"),
    path("chuong-trinh/<int:pk>/du-toan/can-cu", estimate_basis.basis, name="estimate-basis"),
    path("chuong-trinh/<int:pk>/du-toan/excel", estimate_excel.excel, name="estimate-excel"),
    path("chuong-trinh/<int:pk>/du-toan/so-sanh", estimate_states.compare, name="estimate-compare"),
    path("chuong-trinh/<int:pk>/quyet-dinh", programme_paper.paper, name="programme-paper"),
    path("chuong-trinh/<int:pk>/quyet-dinh/trang-<int:number>.png", programme_paper.picture, name="programme-picture"),
    path("chuong-trinh/<int:pk>/quyet-dinh/quyet.<slug:to>", programme_paper.download, name="programme-file"),
    path("nhat-ky", journal.journal, name="journal"),
    path("nhat-ky.jsonl", journal.export, name="journal-export"),
    path("chuong-trinh/<int:pk>/nhat-ky", journal.of_programme, name="programme-journal"),
    path("chuong-trinh/<int:pk>/trinh-duyet", approval.approval, name="programme-approval"),
    path("chuong-trinh/<int:pk>/trinh-duyet/ban-<int:number>.pdf", approval.paper, name="version-paper"),
    path("chuong-trinh/<int:pk>/trinh-duyet/ban-ky-<int:paper>", approval.signed, name="signed-paper"),
    path("chuong-trinh/<int:pk>/thay-doi/<int:old>", approval.changes, name="version-now"),
    path("chuong-trinh/<int:pk>/thay-doi/<int:old>-<int:new>", approval.changes, name="version-changes"),
    re_path(rf"^doc/(?P<token>[0-9a-f]{{32}}|{EXAMPLE})/dua-vao-so$", registering.register, name="reading-register"),
]
