"""Forms of bodies beside one another: a further one, and under which one's own stands."""

from __future__ import annotations

from typing import Any

from django import forms

from quyet.actions.founding import NewBody
from quyet.queries import directory
from quyet.store.models import Body
from quyet.web.fields import DayField, say_later, wanted
from quyet.web.language import say
from quyet.web.people_forms import CHAPTER, DAY, IDENTIFIER, LEVELS, LOGIN_HELP, text_field


class NewBodyForm(forms.Form):
    """A further body, and its first administrator."""

    name = text_field("Tên cơ quan", "Name of the body", most=200)
    level = forms.ChoiceField(
        label=say_later("Cấp", "Level"), choices=LEVELS, error_messages=wanted("Chọn một cấp.", "Choose one.")
    )
    chapter = text_field(*CHAPTER, needed=False, most=3)
    identifier = text_field(*IDENTIFIER, needed=False, most=40)
    superior = forms.ChoiceField(label=say_later("Cơ quan cấp trên", "Superior body"), required=False)
    person = text_field("Họ và tên của quản trị đầu tiên", "Name of its first administrator", most=120)
    login = text_field("Tên đăng nhập", "Name to sign in with", LOGIN_HELP, most=60)
    email = text_field("Thư điện tử (nếu có)", "E-mail (if any)", needed=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = [(str(each.pk), each.name) for each in directory.bodies()]
        self.fields["superior"].choices = [("", say("Chưa ghi", "Not given")), *every]  # type: ignore[attr-defined]

    def new(self) -> NewBody:
        """What is to be founded."""
        given = dict(self.cleaned_data)
        superior = given.pop("superior")
        return NewBody(**given, superior=int(superior) if superior else None)


NONE = "none"


class SuperiorForm(forms.Form):
    """Which body stands above one's own, from when on."""

    superior = forms.ChoiceField(
        label=say_later("Cơ quan cấp trên", "Superior body"),
        error_messages=wanted("Chọn một cơ quan, hoặc không có cấp trên.", "Choose a body, or none."),
    )
    since = DayField(label=say_later("Từ ngày", "From"), widget=DAY)

    def __init__(self, body: Body, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        above = [(str(each.pk), each.name) for each in directory.others(body)]
        self.fields["superior"].choices = [("", "–"), *above, (NONE, say("Không có cấp trên", "No superior"))]  # type: ignore[attr-defined]
