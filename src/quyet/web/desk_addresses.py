"""The addresses of Bàn làm việc, its notices and its calendar."""

from __future__ import annotations

from django.urls import path, re_path

from quyet.web.views import desk

urlpatterns = [
    path("ban-lam-viec", desk.worktop, name="desk"),
    path("thong-bao", desk.notices, name="notices"),
    path("thong-bao/da-doc", desk.read, name="notices-read"),
    path("lich", desk.calendar, name="calendar"),
    re_path(r"^lich/(?P<secret>[\w-]{43})\.ics$", desk.feed, name="calendar-feed"),
]
