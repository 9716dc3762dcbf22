"""Bàn làm việc: what waits for me, what is due, what I was told; the calendar of my deadlines."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quyet.actions.clock import now, today
from quyet.actions.notices import end_calendar, read_notices, renew_calendar
from quyet.files.writers.ics import MEDIA_TYPE, Event, write_ics
from quyet.queries.calendar import address_of, deadlines, owner_of
from quyet.queries.desk import Due, desk
from quyet.queries.notices import told as told_to
from quyet.queries.waiting_money import money_waiting
from quyet.web.answers import done
from quyet.web.days_off import counted_by
from quyet.web.language import is_english, say
from quyet.web.office import OfficeRequest, office_page
from quyet.web.views.lists import page_asked
from quyet.web.worktop import due_address, due_name, due_note, money_bars

_FEW, _MANY = 5, 12
"""How many notices and deadlines stand open on the desk; the others are a click away."""


@office_page
@require_safe
def worktop(request: OfficeRequest) -> HttpResponse:
    """The desk of who asks; the money of another year by `?nam=`."""
    asked = request.GET.get("nam")
    found = desk(request.viewer, today(), int(asked) if asked and len(asked) == 4 and asked.isdecimal() else None)
    if asked is not None and asked not in map(str, found.years):
        raise Http404(asked)
    notices = told_to(request.viewer)
    counted = [each.day for each in found.due if each.is_counted]
    context = {
        "here": "desk",
        "desk": found,
        "money_waiting": money_waiting(request.viewer),
        "today": today(),
        "due_first": found.due[:_MANY],
        "due_more": found.due[_MANY:],
        "counted_by": counted_by(*counted) if counted else "",
        "bars": money_bars(found.money),
        "told": notices,
        "notices": [each for each in notices.paged.rows if each.read_at is None][:_FEW],
    }
    return render(request, "quyet/desk.html", context)


@office_page
@require_safe
def notices(request: OfficeRequest) -> HttpResponse:
    """Everything that I was told here, a page at a time."""
    return render(request, "quyet/notices.html", {"here": "desk", "told": told_to(request.viewer, page_asked(request))})


@office_page
@require_POST
def read(request: OfficeRequest) -> HttpResponse:
    """Mark notices as read: the one that is named, or all."""
    named = request.POST.get("notice", "")
    count = read_notices(request.viewer, [int(named)] if named.isascii() and named.isdigit() else None)
    said = say(
        "Đã đánh dấu {n} thông báo đã đọc.", "{n} notice is marked as read.|{n} notices are marked as read.", n=count
    )
    return done(request, said, "notices")


# --- the calendar ----------------------------------------------------------------------------------------------------


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def calendar(request: OfficeRequest) -> HttpResponse:
    """The address of my calendar: made anew, shown once, ended."""
    address = None
    if request.method == "POST":
        if request.POST.get("do") == "end":
            end_calendar(request.viewer)
            return done(request, say("Đã ngừng địa chỉ lịch.", "The calendar's address is ended."), "calendar")
        secret = renew_calendar(request.viewer, is_english())
        address = request.build_absolute_uri(reverse("calendar-feed", args=[secret]))
    context = {"here": "desk", "address": address, "made": address_of(request.viewer.person)}
    return render(request, "quyet/calendar.html", context)


@require_safe
@never_cache
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar itself, for whoever knows its address; nothing for who has left."""
    owner = owner_of(secret)
    if owner is None:
        raise Http404
    with translation.override("en" if owner.english else settings.LANGUAGES[0][0]):
        events = [_event(request, due) for due in deadlines(owner.person, today())]
        made = write_ics(say("Quyết: hạn việc", "Quyết: deadlines"), events, now())
    return HttpResponse(made, content_type=MEDIA_TYPE)


def _event(request: HttpRequest, due: Due) -> Event:
    return Event(
        f"{due.what}-{due.key}@quyet",
        due.day,
        f"{due_name(due)}: {due.title}",
        due.programme.title if due.programme and due.what == "activity" else due_note(due),
        request.build_absolute_uri(due_address(due)),
    )
