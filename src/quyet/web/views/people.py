"""Cơ quan và người dùng: the people of the body, their roles with days, who signs TUQ. For its administrator."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quyet.actions import people as acts
from quyet.actions.refusal import Refused, require
from quyet.actions.second_steps import take_away
from quyet.queries import directory as asked
from quyet.store.models import Body, Person
from quyet.web.answers import done
from quyet.web.language import say
from quyet.web.office import OfficeRequest, at_fields, office_page
from quyet.web.people_answers import beginning, day, page_of, today
from quyet.web.people_forms import DelegationForm, EndForm, PersonForm, RoleForm, WelcomeForm

_FORM = require_http_methods(["GET", "HEAD", "POST"])


@office_page
@require_safe
def people(request: OfficeRequest) -> HttpResponse:
    """Everybody, the units, the delegations."""
    require(request.viewer, "admin", "auditor")
    body, now = request.viewer.body, timezone.localdate()
    context = {
        "here": "people",
        "people": [(each, each.now(now)) for each in asked.people_of(body)],
        "units": asked.units_of(body),
        "delegations": asked.delegations_of(body),
        "names": asked.names_of(body),
        "ties": asked.ties_of(body),
        "day": now,
    }
    return render(request, "quyet/people/all.html", context)


@office_page
@_FORM
def invite(request: OfficeRequest) -> HttpResponse:
    """Somebody new: a first role, and the link with which they set a password."""
    require(request.viewer, "admin")
    form = PersonForm(request.viewer.body, request.POST or None, initial=beginning())
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            person, secret = acts.invite(request.viewer, given["login"], given["name"], given["email"], form.new())
        except Refused as refused:
            at_fields(form, refused)
        else:
            return link_of(request, person, secret)
    return page_of(request, "quyet/people/new.html", form)


@office_page
@_FORM
def welcome(request: OfficeRequest) -> HttpResponse:
    """Somebody who has an account at another body gets a role here."""
    require(request.viewer, "admin")
    form = WelcomeForm(request.viewer.body, request.POST or None, initial=beginning())
    if request.method == "POST" and form.is_valid():
        try:
            held = acts.welcome(request.viewer, form.cleaned_data["login"], form.new())
        except Refused as refused:
            at_fields(form, refused)
        else:
            return done(request, say("Đã giao vai trò.", "The role is given."), "person", held.person_id)
    return page_of(request, "quyet/people/welcome.html", form)


@office_page
@_FORM
def person(request: OfficeRequest, pk: int) -> HttpResponse:
    """One of them: roles, and the form for one more."""
    require(request.viewer, "admin", "auditor")
    form = RoleForm(request.viewer.body, request.POST or None, initial=beginning())
    if request.method == "POST" and form.is_valid():
        try:
            acts.give_role(request.viewer, pk, form.new())
        except Refused as refused:
            at_fields(form, refused)
        else:
            return done(request, say("Đã giao vai trò.", "The role is given."), "person", pk)
    found = asked.person_of(request.viewer.body, pk)
    if found is None:
        raise Http404(pk)
    return page_of(request, "quyet/people/one.html", form, entry=found, end=EndForm(initial={"until": today()}))


@office_page
@require_POST
def end_role(request: OfficeRequest, pk: int, held: int) -> HttpResponse:
    """The last day of a role."""
    acts.end_role(request.viewer, held, day(request))
    return done(request, say("Đã ghi ngày kết thúc.", "The last day is entered."), "person", pk)


@office_page
@require_POST
def leave(request: OfficeRequest, pk: int) -> HttpResponse:
    """Somebody leaves the body."""
    acts.leave(request.viewer, pk, day(request))
    return done(request, say("Đã ghi thôi làm việc.", "It is entered that they leave."), "person", pk)


@office_page
@require_POST
def send_link(request: OfficeRequest, pk: int) -> HttpResponse:
    """A new link for who forgot the password."""
    secret = acts.send_link(request.viewer, pk)
    return link_of(request, Person.objects.get(pk=pk), secret)


@office_page
@require_POST
def take_second_step(request: OfficeRequest, pk: int) -> HttpResponse:
    """Take away a second step that is lost."""
    take_away(request.viewer, pk)
    return done(request, say("Đã bỏ bước hai; người đó được báo.", "Taken away; they are told."), "person", pk)


@office_page
@_FORM
def delegate(request: OfficeRequest) -> HttpResponse:
    """Who signs TUQ. for a director."""
    require(request.viewer, "admin")
    form = DelegationForm(request.viewer.body, request.POST or None, initial=beginning())
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        try:
            acts.delegate(request.viewer, int(given.pop("giver")), int(given.pop("taker")), **given)
        except Refused as refused:
            at_fields(form, refused)
        else:
            return done(request, say("Đã ghi ủy quyền.", "The delegation is entered."), "people")
    return page_of(request, "quyet/people/delegation.html", form)


@office_page
@require_POST
def end_delegation(request: OfficeRequest, pk: int) -> HttpResponse:
    """Take a delegation back."""
    acts.end_delegation(request.viewer, pk)
    return done(request, say("Đã thu lại ủy quyền.", "The delegation is taken back."), "people")


def link_of(request: OfficeRequest, whom: Person, secret: str, body: Body | None = None) -> HttpResponse:
    """The link, once: it is kept nowhere, and this page neither. `body`: the one that was founded with them."""
    link = request.build_absolute_uri(reverse("invitation", args=[secret]))
    return render(request, "quyet/people/link.html", {"here": "people", "whom": whom, "link": link, "body": body})
