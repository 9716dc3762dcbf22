"""The forms of signing in: allauth's, with our labels."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm as AllauthChange
from allauth.account.forms import LoginForm as AllauthLogin
from allauth.account.forms import ReauthenticateForm as AllauthAgain
from allauth.mfa.base.forms import AuthenticateForm as AllauthCode
from allauth.mfa.base.forms import ReauthenticateForm as AllauthCodeAgain
from allauth.mfa.totp.forms import ActivateTOTPForm as AllauthActivate
from django import forms

from quyet.web.fields import say_later

NAME = say_later("Tên đăng nhập", "Name to sign in with")
PASSWORD = say_later("Mật khẩu", "Password")
CURRENT = say_later("Mật khẩu hiện tại", "Current password")
NEW = say_later("Mật khẩu mới", "New password")
AGAIN = say_later("Nhập lại mật khẩu mới", "The new password again")
CODE = say_later("Mã 6 số trong ứng dụng", "The 6 digits in the app")
CODE_OR_SPARE = say_later("Mã 6 số trong ứng dụng, hoặc một mã dự phòng", "The 6 digits in the app, or a recovery code")
RULES = say_later(
    "Ít nhất 10 ký tự; không chỉ gồm chữ số; không phải mật khẩu hay gặp; khác tên của anh chị.",
    "At least 10 characters, not digits alone, not a common password, not like your name.",
)
MISSING = say_later("Chưa ghi.", "Is missing.")
DIFFERENT = say_later("Hai lần nhập khác nhau.", "The two do not agree.")


def _named(form: forms.Form, **labels: Any) -> None:
    """Labels in place of allauth's, and no text inside the field that vanishes when one types."""
    for name, label in labels.items():
        field = form.fields[name]
        field.label, field.help_text = label, ""
        field.error_messages["required"] = MISSING
        field.widget.attrs.pop("placeholder", None)


class LoginForm(AllauthLogin):  # type: ignore[misc]
    """Name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _named(self, login=NAME, password=PASSWORD)
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}


class ReauthenticateForm(AllauthAgain):  # type: ignore[misc]
    """The password once more, before something that a passer-by must not do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _named(self, password=PASSWORD)


class ChangePasswordForm(AllauthChange):  # type: ignore[misc]
    """A new password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _named(self, oldpassword=CURRENT, password1=NEW, password2=AGAIN)
        self.fields["password1"].help_text = RULES

    def clean(self) -> Any:
        given = forms.Form.clean(self) or {}
        if given.get("password1") and given.get("password2") and given["password1"] != given["password2"]:
            self.add_error("password2", str(DIFFERENT))
        return given


def _digits(form: forms.Form, label: Any) -> None:
    _named(form, code=label)
    form.fields["code"].widget.attrs |= {"autocomplete": "one-time-code", "inputmode": "numeric", "class": "short"}


class AuthenticateForm(AllauthCode):  # type: ignore[misc]
    """The second step of signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _digits(self, CODE_OR_SPARE)


class ReauthenticateCodeForm(AllauthCodeAgain):  # type: ignore[misc]
    """The second step once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _digits(self, CODE_OR_SPARE)


class ActivateForm(AllauthActivate):  # type: ignore[misc]
    """The first code of a new app, which proves that it works."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _digits(self, CODE)
