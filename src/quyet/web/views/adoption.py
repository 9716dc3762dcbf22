"""Tiếp nhận: a decision that was issued elsewhere, from its file to the register."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from quyet.actions import adoption as acts
from quyet.actions.approval import send_back, withdraw
from quyet.actions.clock import today
from quyet.actions.received import register_adopted
from quyet.actions.refusal import NotHere, Refused, require
from quyet.core.approval import ADOPTION
from quyet.files.drafts import DraftFault, DraftRefused
from quyet.files.readers.errors import Unreadable
from quyet.queries import approval as asked
from quyet.queries.adoption import adoption_of, lacks_lines
from quyet.queries.adoption_lists import change_of
from quyet.queries.adoption_page import AdoptionPage, member_key
from quyet.queries.adoption_page import page as page_of
from quyet.queries.files import bytes_of
from quyet.queries.programmes import Opened
from quyet.store.models import Adoption, Programme
from quyet.web.adoption_forms import ADDED, AdoptForm, ArrivalForm, DroppedForm
from quyet.web.answers import done
from quyet.web.approval_forms import ReasonForm, RemarkForm
from quyet.web.downloads import attachment
from quyet.web.fields import refuse
from quyet.web.language import is_english, say
from quyet.web.office import OfficeRequest, office_page
from quyet.web.shell import shell
from quyet.web.views.programmes import load, told_faults

Do = Callable[[OfficeRequest, int, dict[str, Any]], object]


# --- a new one -------------------------------------------------------------------------------------------------------


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def adopt_new(request: OfficeRequest) -> HttpResponse:
    """Take a file, read it, and go to its facts; one that is there already is shown."""
    require(request.viewer, "officer")
    if request.method != "POST":
        return _new(request, AdoptForm())
    form = AdoptForm(request.POST, request.FILES)
    faults: tuple[DraftFault, ...] = ()
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made, is_new = acts.adopt(request.viewer, file.read(), file.name or "")
        except Unreadable as unreadable:
            form.add_error("file", unreadable.message_en if is_english() else unreadable.message)
        except DraftRefused as refused:
            faults = refused.faults
            form.add_error("file", say("Tệp có {n} chỗ chưa đọc được.", "{n} fault.|{n} faults.", n=len(faults)))
        except Refused as refused:
            refuse(form, refused)
        else:
            told = (
                say("Đã đọc tệp. Đối chiếu từng dữ kiện với lời văn.", "Read. Hold each fact against its words.")
                if is_new
                else say("Tệp này đã được tiếp nhận; đây là bản đã có.", "This file was adopted already; here it is.")
            )
            return done(request, told, "programme-adoption", made.pk)
    return _new(request, form, faults, 422)


def _new(request: OfficeRequest, form: Form, faults: tuple[DraftFault, ...] = (), status: int = 200) -> HttpResponse:
    context = {"here": "programmes", "form": form, "faults": told_faults(faults[:50])}
    return render(request, "quyet/adopt.html", context, status=status)


# --- its page --------------------------------------------------------------------------------------------------------

_FORMS: dict[str, Callable[..., Form]] = {
    "confirm": lambda viewer, *data: Form(*data),
    "accept": lambda viewer, *data: RemarkForm(*data),
    "issue": ArrivalForm,
    "return": lambda viewer, *data: ReasonForm(*data),
    "withdraw": lambda viewer, *data: ReasonForm(*data),
}
_DO: dict[str, Do] = {
    "confirm": lambda request, pk, given: acts.confirm(request.viewer, pk),
    "accept": lambda request, pk, given: acts.accept(request.viewer, pk, given["remark"]),
    "issue": lambda request, pk, given: register_adopted(request.viewer, pk, given["arrived"], given.get("number")),
    "return": lambda request, pk, given: send_back(request.viewer, pk, "draft", given["reason"]),
    "withdraw": lambda request, pk, given: withdraw(request.viewer, pk, given["reason"]),
}
"""What each button of the road does."""


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def adoption(request: OfficeRequest, pk: int) -> HttpResponse:
    """The paper beside its facts, and every act on it."""
    found, kept = _load(request, pk)
    if request.method != "POST":
        return _page(request, found, kept)
    name = request.POST.get("do", "")
    if name == "facts":
        return _confirm_facts(request, found, kept)
    if name == "correct":
        return _correct(request, found, kept)
    if name == "drop" or name in ADDED:
        return _change(request, found, kept, name)
    if name not in _DO:
        return _page(request, found, kept, status=422)
    form = _FORMS[name](request.viewer, request.POST)
    if form.is_valid():
        try:
            _DO[name](request, pk, form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            move = ADOPTION[name]
            return done(request, say(f"Đã xong: {move.vi}.", f"Done: {move.en}."), "programme-adoption", pk)
    return _page(request, found, kept, status=422, act=name, form=form)


def _confirm_facts(request: OfficeRequest, found: Opened, kept: Adoption) -> HttpResponse:
    """What was ticked: a path and the value that was seen, each."""
    sent = [each.partition(" ") for each in request.POST.getlist("fact")]
    try:
        count = acts.confirm_facts(request.viewer, found.programme.pk, {path: seen for path, _, seen in sent})
    except Refused as refused:
        return _page(request, found, kept, status=422, refusals=_at_rows(refused))
    told = say("Đã xác nhận {n} dữ kiện.", "{n} fact confirmed.|{n} facts confirmed.", n=count)
    return _go_on(done(request, told, "programme-adoption", found.programme.pk), found.programme, kept)


def _go_on(response: HttpResponse, programme: Programme, kept: Adoption) -> HttpResponse:
    """To where something waits next."""
    after = page_of(kept, Programme.objects.get(pk=programme.pk).content).next
    response["Location"] += f"#{after.key}" if after else "#content"
    return response


def _correct(request: OfficeRequest, found: Opened, kept: Adoption) -> HttpResponse:
    path, typed = request.POST.get("path", ""), request.POST.get("typed", "")
    try:
        made = acts.correct_fact(request.viewer, found.programme.pk, path, typed)
    except Refused as refused:
        return _page(request, found, kept, status=422, refusals=_at_rows(refused), typed={path: typed})
    told = say(
        "Đã sửa thành «{value}». Đối chiếu rồi xác nhận.",
        "Corrected to “{value}”. Compare and confirm it.",
        value=made.value or "–",
    )
    response = done(request, told, "programme-adoption", found.programme.pk)
    response["Location"] += f"#row{path.replace('/', '-')}"
    return response


def _change(request: OfficeRequest, found: Opened, kept: Adoption, name: str) -> HttpResponse:
    """What was missed, or what was made up."""
    form = ADDED[name][1](request.POST, auto_id=f"{name}_%s") if name in ADDED else DroppedForm(request.POST)
    if form.is_valid():
        try:
            made = form.do(request.viewer, found.programme.pk)
        except Refused as refused:
            refuse(form, refused)
        else:
            of = change_of(made)
            if of.what == "drop":
                told = say("Đã bỏ «{title}».", "“{title}” is dropped.", title=made.title[:80])
                return done(request, told, "programme-adoption", found.programme.pk)
            told = say("Đã thêm. Ghi và xác nhận từng dữ kiện.", "Added. Write and confirm its facts.")
            response = done(request, told, "programme-adoption", found.programme.pk)
            response["Location"] += f"#{member_key(of.part, of.which)}"
            return response
    return _page(request, found, kept, status=422, act=name, form=form)


def _at_rows(refused: Refused) -> dict[str, str]:
    """The faults of an act by the fact that they are about."""
    said = ((each.field, each.message_en if is_english() else each.message) for each in refused.faults)
    return {field: f"{message[:1].upper()}{message[1:]}." for field, message in said}


def _page(
    request: OfficeRequest,
    found: Opened,
    kept: Adoption,
    *,
    status: int = 200,
    act: str = "",
    form: Form | None = None,
    refusals: dict[str, str] | None = None,
    typed: dict[str, str] | None = None,
) -> HttpResponse:
    programme = found.programme
    page = page_of(kept, programme.content)
    context = {
        **shell(found, "programme-adoption"),
        "page": page,
        "adoption": kept,
        "may_mend": found.may_edit,
        "offers": [
            (each, form if each.move.name == act and form else _FORMS[each.move.name](request.viewer))
            for each in asked.offers(programme, request.viewer, today())
        ],
        "steps": [each for each in asked.road(programme) if each.move.name != "edit"],
        "history": asked.history(programme),
        "entry": programme.register.first(),
        "lacks_lines": lacks_lines(programme),
        "keeps_numbers": request.viewer.body.keeps_numbers,
        "refused_form": form,
        "refusals": refusals or {},
        "lost": _of_no_row(page, refusals or {}),
        "typed": typed or {},
        "missed": {part: _missed(name, page, form if act == name else None) for name, (part, _) in ADDED.items()},
        "dropped": form if act == "drop" else None,
    }
    return render(request, "quyet/adoption.html", context, status=status)


def _missed(name: str, page: AdoptionPage, form: Form | None) -> dict[str, Any]:
    """The form of what may be missed of a list, and what it may stand behind: the last one, unless chosen."""
    part, made = ADDED[name]
    others = page.listed(part)
    fresh = made(auto_id=f"{name}_%s", initial={"after": others[-1][0] if others else None})
    return {"do": name, "form": form or fresh, "others": others}


def _of_no_row(page: AdoptionPage, refusals: dict[str, str]) -> list[str]:
    """What is about no fact of the page."""
    return [message for path, message in refusals.items() if page.facts.at(path) is None]


@office_page
@require_safe
def source(request: OfficeRequest, pk: int) -> HttpResponse:
    """The paper, byte for byte as it was taken in."""
    file = _load(request, pk)[1].source
    response = HttpResponse(bytes_of(file), content_type=file.media_type)
    stem, _, ending = file.name.rpartition(".")
    response["Content-Disposition"] = attachment(stem or file.name, ending if stem else "bin")
    return response


def _load(request: OfficeRequest, pk: int) -> tuple[Opened, Adoption]:
    found = load(request, pk)
    if not found.is_ours:
        raise NotHere(pk)
    kept = adoption_of(found.programme)
    if kept is None:
        raise Http404(pk)
    return found, kept
