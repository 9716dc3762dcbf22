"""What a password must be."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from quyet.actions.refusal import FieldFault
from quyet.store.models import Person

_SAID = {
    "password_too_short": ("cần ít nhất 10 ký tự", "needs at least 10 characters"),
    "password_too_common": ("là mật khẩu hay gặp, dễ đoán", "is a common password and easily guessed"),
    "password_entirely_numeric": ("không được chỉ gồm chữ số", "must not be digits alone"),
    "password_too_similar": ("quá giống tên của anh chị", "is too much like your name"),
}


def password_faults(password: str, person: Person | None) -> list[FieldFault]:
    """What stands against a password; nothing where it may be taken. The rules: settings.AUTH_PASSWORD_VALIDATORS."""
    try:
        validate_password(password, person)
    except ValidationError as error:
        return [FieldFault("password", *_SAID[each.code or ""]) for each in error.error_list]
    return []
