"""Trình duyệt: the road of a programme, what the viewer may do on it now, its versions and its signed papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from quyet.actions import approval as acts
from quyet.actions.clock import today
from quyet.actions.refusal import Refused
from quyet.actions.register import issue
from quyet.core.approval import MOVES
from quyet.core.papers.changes import Change
from quyet.core.values.amounts import dotted
from quyet.files.readers.errors import Unreadable
from quyet.queries import approval as asked
from quyet.queries.checking import answered
from quyet.queries.files import bytes_of
from quyet.queries.programmes import Opened
from quyet.queries.register import RELEASE_RULE, release_of
from quyet.queries.shown import Place
from quyet.queries.versions import between, brought, paper_file, signed_file
from quyet.store.models import Programme, SignedPaper, StoredFile
from quyet.web import approval_forms as forms
from quyet.web.answers import done
from quyet.web.downloads import attachment
from quyet.web.fields import refuse
from quyet.web.language import is_english, say
from quyet.web.naming import part_name
from quyet.web.office import OfficeRequest, office_page
from quyet.web.shell import shell
from quyet.web.views.programmes import load_ours

Do = Callable[[OfficeRequest, int, dict[str, Any]], object]


def _form(request: OfficeRequest, found: Opened, name: str, *given: Any) -> Form:
    """The form of an act."""
    made: dict[str, Callable[..., Form]] = {
        "submit": lambda *data: forms.SubmitForm(request.viewer, *data),
        "return": lambda *data: forms.ReturnForm(found.programme, *data),
        "withdraw": forms.ReasonForm,
        "issue": lambda *data: forms.IssueForm(request.viewer, *data),
        "bring": forms.SignedPaperForm,
        "answer": forms.AnswerForm,
        "sign": Form,
    }
    return made.get(name, forms.RemarkForm)(*given)


_DO: dict[str, Do] = {
    "submit": lambda request, pk, given: acts.submit(request.viewer, pk, given["signatory"]),
    "appraise_money": lambda request, pk, given: acts.appraise(request.viewer, pk, "money", given["remark"]),
    "appraise_form": lambda request, pk, given: acts.appraise(request.viewer, pk, "form", given["remark"]),
    "sign": lambda request, pk, given: acts.sign(request.viewer, pk),
    "issue": lambda request, pk, given: issue(request.viewer, pk, given["day"], given.get("number")),
    "return": lambda request, pk, given: acts.send_back(request.viewer, pk, given["step"], given["reason"]),
    "withdraw": lambda request, pk, given: acts.withdraw(request.viewer, pk, given["reason"]),
    "answer": lambda request, pk, given: acts.answer_finding(request.viewer, pk, given["about"], given["answer"]),
    "bring": lambda request, pk, given: acts.bring_signed(
        request.viewer, pk, given["file"].read(), given["file"].name, given["reason"]
    ),
}
"""What each button does."""


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def approval(request: OfficeRequest, pk: int) -> HttpResponse:
    """The page, and every act on it."""
    found = load_ours(request, pk)
    if found.programme.origin == Programme.Origin.ADOPTED:
        return redirect("programme-adoption", pk)
    if request.method != "POST":
        return _page(request, found)
    name = request.POST.get("do", "")
    if name not in _DO:
        return _page(request, found, status=422)
    form = _form(request, found, name, request.POST, request.FILES)
    if form.is_valid():
        try:
            made = _DO[name](request, pk, form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        except Unreadable as unreadable:
            form.add_error("file", unreadable.message_en if is_english() else unreadable.message)
        else:
            differs = isinstance(made, SignedPaper) and not made.agrees
            return done(request, _told(name, made), "programme-approval", pk, warns=differs)
    return _page(request, found, name, form, 422)


def _told(name: str, made: object) -> str:
    if name == "answer":
        return say("Đã ghi giải trình.", "The answer is kept.")
    if isinstance(made, SignedPaper) and made.agrees:
        return say("Đã so: bản ký khớp nội dung đã trình.", "Compared: the signed paper is what was submitted.")
    if isinstance(made, SignedPaper):
        return say(
            "Đã so: bản ký khác nội dung đã trình, xem các chỗ khác ở dưới.",
            "Compared: the signed paper is not what was submitted; see below where it differs.",
        )
    move = MOVES[name]
    return say(f"Đã xong: {move.vi}.", f"Done: {move.en}.")


def _page(
    request: OfficeRequest, found: Opened, refused: str = "", form: Form | None = None, status: int = 200
) -> HttpResponse:
    programme, day = asked.with_acts(found.programme), today()
    around = shell(found, "programme-approval")
    offers = asked.offers(programme, request.viewer, day)
    context = {
        **around,
        "steps": asked.road(programme),
        "findings": answered(programme, day) if programme.state in _JUDGED else [],
        "may_answer": programme.state == "draft" and request.viewer.roles & {"officer", "head"},
        "offers": [
            {"offer": each, "form": form if each.move.name == refused else _form(request, found, each.move.name)}
            for each in offers
        ],
        "bring": _bring(request, found, refused, form),
        "refused": refused,
        "refused_form": form,
        "history": asked.history(programme),
        "versions": list(asked.versions(programme)),
        "brought": [(each, [_difference(one) for one in each.differences]) for each in brought(programme)],
        "after": around["standing"] and around["standing"].left,
        "keeps_numbers": request.viewer.body.keeps_numbers,
        "release": release_of(programme, day) if programme.state == "signed" else None,
        "release_rule": RELEASE_RULE,
    }
    return render(request, "quyet/approval.html", context, status=status)


_JUDGED = ("draft", "submitted", "appraised")
"""Where the rules are still asked: whoever drafts answers, whoever appraises or signs reads the answers."""


def _bring(request: OfficeRequest, found: Opened, refused: str, form: Form | None) -> Form | None:
    if found.programme.state != "appraised" or not request.viewer.roles & acts.MAY_BRING:
        return None
    return form if refused == "bring" else forms.SignedPaperForm()


def _difference(one: dict[str, Any]) -> dict[str, str]:
    leaf = "/".join(step for step in one["path"] if isinstance(step, str))
    numbers = [step for step in one["path"] if isinstance(step, int)]
    place = Place(leaf, str(numbers[-1] + 1) if numbers else "")
    return {"name": part_name(place), "meant": _figure(one["meant"]), "read": _figure(one["read"])}


def _figure(said: str) -> str:
    """A bare number with its dots, as money stands everywhere; words and years as they are."""
    return dotted(int(said)) if len(said) > 4 and said.isascii() and said.isdigit() else said


# --- versions --------------------------------------------------------------------------------------------------------


@office_page
@require_safe
def changes(request: OfficeRequest, pk: int, old: int, new: int | None = None) -> HttpResponse:
    """What changed from one version to another, or to the programme as it is now."""
    found = load_ours(request, pk)
    seen = between(found.programme, old, new)
    if seen is None:
        raise Http404(old)
    context = {
        **shell(found, "programme-approval"),
        "between": seen,
        "facts": [(each, _name(each)) for each in seen.changes.facts],
    }
    return render(request, "quyet/version_changes.html", context)


def _name(change: Change) -> str:
    return part_name(Place(change.place, change.which))


@office_page
@require_safe
def paper(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """The PDF of a version, byte for byte as it was frozen."""
    return _file(paper_file(load_ours(request, pk).programme, number))


@office_page
@require_safe
def signed(request: OfficeRequest, pk: int, paper: int) -> HttpResponse:
    """A signed paper that came back."""
    return _file(signed_file(load_ours(request, pk).programme, paper))


def _file(found: StoredFile | None) -> HttpResponse:
    if found is None:
        raise Http404
    response = HttpResponse(bytes_of(found), content_type=found.media_type)
    stem, _, ending = found.name.rpartition(".")
    response["Content-Disposition"] = attachment(stem or found.name, ending or "bin")
    return response
