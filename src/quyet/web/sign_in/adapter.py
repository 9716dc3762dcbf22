"""What allauth says, in our words and in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse

from quyet.actions.passwords import password_faults
from quyet.store.models import Person
from quyet.web.language import is_english, say
from quyet.web.sign_in.lockout import too_often

WORDS: Mapping[str, tuple[str, str]] = {
    "account/messages/logged_out.txt": ("Đã đăng xuất.", "You are signed out."),
    "account/messages/password_changed.txt": ("Đã đổi mật khẩu.", "The password is changed."),
    "mfa/messages/totp_activated.txt": ("Đã bật xác thực hai bước.", "The second step is on."),
    "mfa/messages/totp_deactivated.txt": ("Đã tắt xác thực hai bước.", "The second step is off."),
    "mfa/messages/recovery_codes_generated.txt": (
        "Đã tạo bộ mã dự phòng. Chỉ bộ mã này dùng được; in ra và cất ở nơi an toàn.",
        "Recovery codes are made. Only these count; print them and keep them safe.",
    ),
    "usersessions/messages/sessions_logged_out.txt": (
        "Đã kết thúc các phiên khác.",
        "The other sessions are ended.",
    ),
}
"""By the template that allauth would show; what is not here is not said."""

FAULTS: Mapping[str, tuple[str, str]] = {
    "account_inactive": ("Tài khoản này đã ngừng sử dụng.", "This account is no longer in use."),
    "enter_current_password": ("Mật khẩu hiện tại chưa đúng.", "The current password is not right."),
    "incorrect_code": (
        "Mã chưa đúng hoặc đã dùng. Đợi ứng dụng hiện mã mới rồi nhập lại.",
        "The code is wrong or was used. Wait for the next one and enter that.",
    ),
    "incorrect_password": ("Mật khẩu chưa đúng.", "The password is not right."),
    "invalid_login": ("Tên đăng nhập hoặc mật khẩu chưa đúng.", "The name or the password is not right."),
    "username_password_mismatch": (
        "Tên đăng nhập hoặc mật khẩu chưa đúng.",
        "The name or the password is not right.",
    ),
    "cannot_delete_authenticator": ("Không tắt được xác thực hai bước.", "The second step cannot be put off."),
    "cannot_generate_recovery_codes": (
        "Bật xác thực hai bước trước, rồi mới tạo mã dự phòng.",
        "Put the second step on before you make recovery codes.",
    ),
}
_TOO_OFTEN = ("too_many_login_attempts", "rate_limited")


def _fault(code: str) -> ValidationError | None:
    if code in _TOO_OFTEN:
        return ValidationError(too_often(), code=code)
    return ValidationError(FAULTS[code][int(is_english())], code=code) if code in FAULTS else None


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Sentences, the rules of passwords, and no sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """People are entered by their administrator."""
        return False

    def validation_error(self, code: str, *args: Any) -> Any:
        """A refusal of allauth in our words."""
        return _fault(code) or super().validation_error(code, *args)

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *_: Any, **__: Any
    ) -> None:
        """One quiet sentence, or none."""
        if message_template and message_template in WORDS:
            messages.add_message(request, level, say(*WORDS[message_template]))

    def clean_password(self, password: str, user: Person | None = None) -> str:
        """The password, where our rules take it."""
        if faults := password_faults(password, user):
            raise ValidationError([each.message_en if is_english() else each.message for each in faults])
        return password

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the account."""
        return reverse("account")


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second step, in our words."""

    def validation_error(self, code: str, *args: Any) -> Any:
        """A refusal of allauth in our words."""
        return _fault(code) or super().validation_error(code, *args)

    def get_totp_issuer(self) -> str:
        """What the app on the phone shows beside the name."""
        return "Quyết"
