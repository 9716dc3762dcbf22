"""Take away somebody's second step that is lost: phone and recovery codes. The password alone signs them in then, until
they put a new one on."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.db import transaction

from quyet.actions.journal import record
from quyet.actions.notices import tell_at
from quyet.actions.people import ours, refuse_elsewhere
from quyet.actions.refusal import FieldFault, Refused, require
from quyet.queries.people import Viewer


def take_away(viewer: Viewer, person: int) -> None:
    """By an administrator of the only body where they work, never one's own; they are told, in the page and by mail.
    Forbidden, Refused, NotHere."""
    require(viewer, "admin")
    with transaction.atomic():
        found = ours(viewer, person)
        if found == viewer.person:
            raise Refused(
                FieldFault(
                    "person",
                    "không ai tự bỏ bước hai của mình ở đây; một quản trị khác làm, hoặc tắt ở trang tài khoản",
                    "nobody takes away their own here; another administrator does, or you put it off on your account",
                )
            )
        refuse_elsewhere(viewer, found)
        gone, _ = Authenticator.objects.filter(user=found).delete()
        if not gone:
            raise Refused(FieldFault("person", "người này không bật bước hai", "they have no second step"))
        record(viewer.body.pk, viewer.person.pk, "take_second_step", found, data={"login": found.login})
        tell_at(
            viewer.body.pk, [found],
            f"{viewer.person.name} đã bỏ bước hai khi đăng nhập của anh chị. Nếu không phải anh chị yêu cầu, báo ngay "
            "quản trị; nên bật lại.",
            f"{viewer.person.name} took away your second step of signing in. If you did not ask for that, tell your "
            "administrator at once; put it on again.",
        )  # fmt: skip
