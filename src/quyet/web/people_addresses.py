"""The addresses of a body and its people, and of one-time links."""

from __future__ import annotations

from django.urls import path, re_path

from quyet.web.views import bodies, entrance, people, superiors

SECRET = r"(?P<secret>[A-Za-z0-9_-]{43})"

urlpatterns = [
    path("co-quan", people.people, name="people"),
    path("co-quan/thiet-lap", bodies.settings, name="body-settings"),
    path("co-quan/cap-tren", superiors.ties, name="body-ties"),
    path("co-quan/lap", superiors.found, name="body-new"),
    path("co-quan/doi-ten", bodies.rename, name="body-rename"),
    path("co-quan/don-vi/moi", bodies.unit, name="unit-new"),
    path("co-quan/don-vi/<int:pk>/ket-thuc", bodies.close_unit, name="unit-close"),
    path("co-quan/uy-quyen/moi", people.delegate, name="delegation-new"),
    path("co-quan/uy-quyen/<int:pk>/thu-lai", people.end_delegation, name="delegation-end"),
    path("co-quan/nguoi/moi", people.invite, name="person-new"),
    path("co-quan/nguoi/da-co", people.welcome, name="person-welcome"),
    path("co-quan/nguoi/<int:pk>", people.person, name="person"),
    path("co-quan/nguoi/<int:pk>/vai-tro/<int:held>/ket-thuc", people.end_role, name="role-end"),
    path("co-quan/nguoi/<int:pk>/duong-dan", people.send_link, name="person-link"),
    path("co-quan/nguoi/<int:pk>/buoc-hai", people.take_second_step, name="person-second-step"),
    path("co-quan/nguoi/<int:pk>/thoi-lam", people.leave, name="person-leave"),
    re_path(rf"^moi/{SECRET}$", entrance.invitation, name="invitation"),
    re_path(rf"^bat-dau/{SECRET}$", entrance.start, name="start"),
]
