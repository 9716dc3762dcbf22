"""What is shown when something is not there, was refused, or broke: what happened, and what to do next."""

from __future__ import annotations

import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from quyet.actions.refusal import Refused
from quyet.files.writers.refused import Unwritable
from quyet.queries.printed import Busy
from quyet.web.language import is_english, say
from quyet.web.views.home import refuse_size


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address that is not there, or no longer."""
    heading = say("Không có trang này", "There is no such page")
    if getattr(request, "viewer", None) is not None and not request.path.startswith("/doc/"):
        why = say(
            "Đường dẫn chưa đúng, hoặc trang thuộc cơ quan khác mà anh chị không xem được.",
            "The address is not right, or the page is of another body and not for you.",
        )
        return _page(request, 404, heading, why, reverse("desk"), say("Bàn làm việc", "My desk"))
    why = say(
        "Đường dẫn chưa đúng, hoặc bản đọc đã bị xóa. Mỗi bản đọc giữ {n} giờ. Hãy đưa quyết định vào đọc lại.",
        "The address is not right, or the reading was deleted. A reading stays for {n} hours. Give the decision again.",
        n=settings.KEEP_HOURS,
    )
    return _page(request, 404, heading, why)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that Django itself refused. Too long a pasted text is told from the rest."""
    if isinstance(exception, RequestDataTooBig):
        return refuse_size(request, "paste")
    heading = say("Không hiểu yêu cầu này", "This request was not understood")
    why = say("Hãy mở lại trang và thử lần nữa.", "Open the page again and try once more.")
    return _page(request, 400, heading, why)


def null_refused(request: HttpRequest) -> HttpResponse:
    """A text with U+0000 in it: the browser's way back still holds what was typed."""
    heading = say("Chữ có ký tự không lưu được", "The text holds a character that cannot be kept")
    why = say(
        "Có ký tự trống U+0000, thường do chép từ tệp hỏng. Quay lại, xóa ký tự này rồi gửi lại; chưa có gì thay đổi.",
        "It holds the null character U+0000. Go back, remove it and send again; nothing was changed.",
    )
    return _page(request, 400, heading, why)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's proof that it came from this site is missing or old."""
    heading = say("Biểu mẫu đã cũ", "The form is too old")
    why = say(
        "Trang này mở từ lâu, hoặc trình duyệt không nhận cookie. Hãy mở lại trang, cho phép cookie và gửi lại.",
        "The page was opened long ago, or the browser takes no cookies. Open it again, allow cookies and send again.",
    )
    return _page(request, 403, heading, why)


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of the program, or a database that does not answer: Django asks this while it holds the exception."""
    error = sys.exc_info()[1]
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError):  # also where something else broke over it
            return no_database(request)
        error = error.__cause__ or error.__context__
    heading = say("Máy chủ gặp lỗi", "The server met an error")
    why = say(
        "Việc vừa rồi chưa làm xong. Lỗi đã được ghi lại trên máy chủ. Hãy thử lại sau ít phút.",
        "What you asked for was not done. The error is noted on the server. Try again in a few minutes.",
    )
    return _page(request, 500, heading, why)


def no_database(request: HttpRequest) -> HttpResponse:
    """It is down, starts again, or has no room: what was asked for may stand there or not, and half of it never."""
    heading = say("Cơ sở dữ liệu không trả lời", "The database does not answer")
    why = say(
        "Có thể nó đang khởi động lại, hoặc ổ đĩa đã đầy. Đợi một phút rồi mở lại trang: nếu việc vừa rồi chưa có ở đó "
        "thì gửi lại. Không việc nào được ghi một nửa.",
        "It may be starting again, or its disk is full. Wait a minute and open the page again: if what you did is not "
        "there, send it again. Nothing is ever half done.",
    )
    return _page(request, 503, heading, why)


# --- who may not -----------------------------------------------------------------------------------------------------


def not_signed_in(request: HttpRequest) -> HttpResponse:
    """A form that came from nobody: the browser's way back still holds what was typed."""
    heading = say("Chưa đăng nhập", "Not signed in")
    why = say(
        "Phiên làm việc đã hết, việc vừa rồi chưa làm. Đăng nhập ở một thẻ khác của trình duyệt, rồi quay lại và gửi.",
        "Your session has ended and nothing was done. Sign in in another tab, then go back and send it again.",
    )
    return _page(request, 403, heading, why, reverse("account_login"), say("Đăng nhập", "Sign in"))


def no_role(request: HttpRequest) -> HttpResponse:
    """Somebody who signed in and works nowhere today."""
    heading = say("Chưa có vai trò", "No role")
    why = say(
        "Hôm nay tài khoản này không giữ vai trò nào ở cơ quan nào. Hãy báo người quản trị của cơ quan.",
        "This account holds no role at any body today. Tell the administrator of your body.",
    )
    return _page(request, 403, heading, why, reverse("account"), say("Tài khoản của tôi", "My account"))


def refused_act(request: HttpRequest, refused: Refused) -> HttpResponse:
    """An act that may not be done; nothing was changed."""
    heading = say("Không làm được việc này", "This may not be done")
    said = (each.message_en if is_english() else each.message for each in refused.faults)
    why = " ".join(f"{each[:1].upper()}{each[1:].removesuffix('.')}." for each in said)
    return _page(request, 403, heading, why, reverse("programmes"), say("Chương trình", "Programmes"))


def not_written(request: HttpRequest, refused: Unwritable, next_: str) -> HttpResponse:
    """A file that could not be made, and why."""
    heading = say("Chưa tạo được tệp", "The file was not made")
    said = refused.message_en if is_english() else refused.message
    status = 503 if isinstance(refused, Busy) else 422
    why = f"{said[:1].upper()}{said[1:].removesuffix('.')}."
    return _page(request, status, heading, why, next_, say("Trở lại", "Back"))


def _page(
    request: HttpRequest, status: int, heading: str, why: str, next_: str = "", next_said: str = ""
) -> HttpResponse:
    context = {"heading": heading, "why": why, "next": next_, "next_said": next_said}
    return render(request, "quyet/error.html", context, status=status)
