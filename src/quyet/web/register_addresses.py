"""The addresses of Sổ văn bản."""

from __future__ import annotations

from django.urls import path

from quyet.web.views import register_book, register_entering

urlpatterns = [
    path("so-van-ban", register_book.register, name="register-book"),
    path("so-van-ban/van-ban-di", register_entering.outgoing, name="register-out"),
    path("so-van-ban/van-ban-den", register_entering.incoming, name="register-in"),
    path("so-van-ban/day-so", register_entering.series, name="register-series"),
    path("so-van-ban/<int:pk>", register_book.entry, name="register-entry"),
    path("so-van-ban/<int:pk>/tep-<int:file>", register_book.file, name="register-file"),
    path("so-van-ban/<int:pk>/quyet.edxml", register_book.envelope, name="register-envelope"),
    path("so-van-ban/noi-nhan/<int:pk>/gui", register_book.sent, name="dispatch-sent"),
    path("so-van-ban/noi-nhan/<int:pk>/nhan", register_book.received, name="dispatch-received"),
]
