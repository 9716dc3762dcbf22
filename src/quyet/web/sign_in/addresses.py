"""The addresses of signing in. Only what is here answers."""

from __future__ import annotations

from allauth.account.views import login, logout, password_change, reauthenticate
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.usersessions.views import list_usersessions
from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST

from quyet.web.views import account

_page = require_http_methods(["GET", "HEAD", "POST"])

urlpatterns = [
    path("dang-nhap", _page(login), name="account_login"),
    path("dang-nhap/buoc-hai", _page(mfa.authenticate), name="mfa_authenticate"),
    path("dang-xuat", _page(logout), name="account_logout"),
    path("tai-khoan", account.account, name="account"),
    path("tai-khoan", account.account, name="mfa_index"),
    path("tai-khoan", account.account, name="account_set_password"),  # who has none gets a link to set one
    path("tai-khoan/co-quan", account.choose_body, name="choose-body"),
    path("tai-khoan/mat-khau", _page(password_change), name="account_change_password"),
    path("tai-khoan/xac-nhan", _page(reauthenticate), name="account_reauthenticate"),
    path("tai-khoan/xac-nhan-ma", _page(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("tai-khoan/buoc-hai/bat", _page(totp.activate_totp), name="mfa_activate_totp"),
    path("tai-khoan/buoc-hai/ma-qr.svg", account.qr_code, name="account-qr"),
    path("tai-khoan/buoc-hai/tat", _page(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("tai-khoan/ma-du-phong", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("tai-khoan/ma-du-phong/tai-ve", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("tai-khoan/ma-du-phong/moi", _page(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("tai-khoan/phien", require_POST(list_usersessions), name="usersessions_list"),
    path("tai-khoan/phien/<int:pk>", account.end_session, name="account-session-end"),
]
