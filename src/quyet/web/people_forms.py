"""Forms of a body's people: who comes, which role from when, who signs TUQ.; and of the body itself."""

from __future__ import annotations

from typing import Any

from django import forms

from quyet.actions.people import NewRole
from quyet.core.approval.rules import ROLE_NAMES
from quyet.queries import directory
from quyet.store.models import Body
from quyet.web.fields import DayField, say_later, wanted
from quyet.web.language import say

LEVELS = (
    ("province", say_later("Ủy ban nhân dân tỉnh, thành phố", "People's committee of a province or city")),
    ("department", say_later("Sở, ban, ngành", "Department")),
    ("commune", say_later("Ủy ban nhân dân xã, phường", "People's committee of a commune or ward")),
)
CAPACITIES = (
    ("", say_later("Không", "None")),
    ("KT", say_later("Cấp phó, ký thay (KT.)", "A deputy, signing in the head's stead (KT.)")),
)
DAY = forms.TextInput(attrs={"class": "short", "placeholder": "01/01/2024"})


class MaybeDay(DayField):
    """A day, or none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, required=False, **kwargs)

    def clean(self, value: Any) -> Any:
        return super().clean(value) if str(value or "").strip() else None


def text_field(vi: str, en: str, help_: tuple[str, str] | None = None, needed: bool = True, most: int = 254) -> Any:
    """A line of text."""
    return forms.CharField(
        label=say_later(vi, en),
        help_text=say_later(*help_) if help_ else "",
        required=needed,
        max_length=most,
        error_messages=wanted("Chưa ghi.", "Is missing."),
    )


class RoleForm(forms.Form):
    """A role and its days."""

    role = forms.ChoiceField(
        label=say_later("Vai trò", "Role"), error_messages=wanted("Chọn một vai trò.", "Choose a role.")
    )
    unit = forms.ChoiceField(label=say_later("Đơn vị", "Unit"), required=False)
    capacity = forms.ChoiceField(label=say_later("Ký thay", "In whose stead"), choices=CAPACITIES, required=False)
    position = text_field(
        "Chức vụ ghi ở chữ ký",
        "Position in the signature",
        ("Ví dụ PHÓ GIÁM ĐỐC.", "Such as PHÓ GIÁM ĐỐC."),
        False,
        120,
    )
    since = DayField(label=say_later("Từ ngày", "From"), widget=DAY)
    until = MaybeDay(label=say_later("Đến hết ngày (nếu có)", "Until (if any)"), widget=DAY)

    def __init__(self, body: Body, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = 1 if say("vi", "en") == "en" else 0
        roles = [(role, names[language][:1].upper() + names[language][1:]) for role, names in ROLE_NAMES.items()]
        units = [(str(each.pk), each.name) for each in directory.units_of(body) if each.until is None]
        self.fields["role"].choices = [("", "–"), *roles]  # type: ignore[attr-defined]
        self.fields["unit"].choices = [("", say("Cả cơ quan", "The whole body")), *units]  # type: ignore[attr-defined]

    def new(self) -> NewRole:
        """The role to be given."""
        given = self.cleaned_data
        names = ("role", "since", "until", "capacity", "position")
        unit = int(given["unit"]) if given["unit"] else None
        return NewRole(unit=unit, **{name: given[name] for name in names})


LOGIN_HELP = ("Không dấu, ví dụ an.ly hoặc an@so.gov.vn.", "Plain letters, such as an.ly or an@so.gov.vn.")


class PersonForm(RoleForm):
    """Somebody new, with a first role."""

    name = text_field("Họ và tên", "Name", most=120)
    login = text_field("Tên đăng nhập", "Name to sign in with", LOGIN_HELP, most=60)
    email = text_field("Thư điện tử (nếu có)", "E-mail (if any)", needed=False)


class WelcomeForm(RoleForm):
    """Somebody who has an account at another body."""

    login = text_field("Tên đăng nhập của người đó", "The name they sign in with", most=60)


class EndForm(forms.Form):
    """A last day."""

    until = DayField(label=say_later("Ngày cuối cùng", "Last day"), widget=DAY)


class DelegationForm(forms.Form):
    """TUQ.: who lets whom sign, by what, from when to when."""

    giver = forms.ChoiceField(label=say_later("Người ủy quyền", "Who delegates"))
    taker = forms.ChoiceField(label=say_later("Người được ủy quyền", "To whom"))
    deciding_text = text_field("Văn bản ủy quyền", "Text of the delegation", ("Số, ký hiệu.", "Its number."), most=60)
    position = text_field("Chức vụ ghi ở chữ ký", "Position in the signature", needed=False, most=120)
    since = DayField(label=say_later("Từ ngày", "From"), widget=DAY)
    until = DayField(label=say_later("Đến hết ngày", "Until"), widget=DAY)

    def __init__(self, body: Body, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(str(each.person.pk), each.person.name) for each in directory.people_of(body)]
        for field in ("giver", "taker"):
            self.fields[field].choices = [("", "–"), *people]  # type: ignore[attr-defined]
            self.fields[field].error_messages["required"] = say("Chọn một người.", "Choose somebody.")


class UnitForm(forms.Form):
    """A new unit."""

    name = text_field("Tên đơn vị", "Name of the unit", most=200)
    since = DayField(label=say_later("Từ ngày", "From"), widget=DAY)


CHAPTER = ("Chương", "Chapter")
IDENTIFIER = ("Mã định danh cơ quan", "Agency identifier")


class NameForm(forms.Form):
    """Another name from a day on."""

    name = text_field("Tên mới", "New name", most=200)
    chapter = text_field(*CHAPTER, needed=False, most=3)
    identifier = text_field(*IDENTIFIER, needed=False, most=40)
    since = DayField(label=say_later("Từ ngày", "From"), widget=DAY)


class BodyForm(forms.Form):
    """Today's codes, and who numbers papers."""

    chapter = text_field(*CHAPTER, needed=False, most=3)
    identifier = text_field(*IDENTIFIER, needed=False, most=40)
    keeps_numbers = forms.ChoiceField(
        label=say_later("Số văn bản", "Numbers of papers"),
        widget=forms.RadioSelect,
        choices=(
            ("0", say_later("Lấy từ hệ thống văn bản của cơ quan, văn thư ghi vào", "From the body's document system")),
            ("1", say_later("Quyết cấp số lần lượt", "Quyết gives them one after another")),
        ),
    )


class PasswordForm(forms.Form):
    """A first password, twice."""

    password = forms.CharField(
        label=say_later("Mật khẩu mới", "New password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=say_later(
            "Ít nhất 10 ký tự; không chỉ gồm chữ số; không phải mật khẩu hay gặp; khác tên của anh chị.",
            "At least 10 characters, not digits alone, not a common password, not like your name.",
        ),
        error_messages=wanted("Chưa ghi.", "Is missing."),
    )
    again = forms.CharField(
        label=say_later("Nhập lại mật khẩu mới", "The new password again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages=wanted("Chưa ghi.", "Is missing."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("password") and given.get("again") and given["password"] != given["again"]:
            self.add_error("again", say("Hai lần nhập khác nhau.", "The two do not agree."))
        return given


class StartForm(PasswordForm):
    """The first body and its administrator."""

    field_order = ("body", "level", "name", "login", "password", "again")  # as the page asks, so the refusal lists them

    body = text_field("Tên cơ quan", "Name of the body", most=200)
    level = forms.ChoiceField(label=say_later("Cấp", "Level"), choices=LEVELS, initial="department")
    name = text_field("Họ và tên người quản trị", "Name of the administrator", most=120)
    login = text_field("Tên đăng nhập", "Name to sign in with", LOGIN_HELP, most=60)
