"""What is shown when something is not there, was refused, or broke: what happened, and what to do next."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quyet.web.language import say
from quyet.web.views.home import refuse_size


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address that is not there, or no longer."""
    heading = say("Không có trang này", "There is no such page")
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


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's proof that it came from this site is missing or old."""
    heading = say("Biểu mẫu đã cũ", "The form is too old")
    why = say(
        "Trang này mở từ lâu, hoặc trình duyệt không nhận cookie. Hãy mở lại trang, cho phép cookie và gửi lại.",
        "The page was opened long ago, or the browser takes no cookies. Open it again, allow cookies and send again.",
    )
    return _page(request, 403, heading, why)


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of the program."""
    heading = say("Máy chủ gặp lỗi", "The server met an error")
    why = say(
        "Việc vừa rồi chưa làm xong. Lỗi đã được ghi lại trên máy chủ. Hãy thử lại sau ít phút.",
        "What you asked for was not done. The error is noted on the server. Try again in a few minutes.",
    )
    return _page(request, 500, heading, why)


def _page(request: HttpRequest, status: int, heading: str, why: str) -> HttpResponse:
    return render(request, "quyet/error.html", {"heading": heading, "why": why}, status=status)
