"""`quyet load FILE`: adopt a decision that was issued elsewhere; its facts are confirmed on the page that is named."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from quyet.cli import office
from quyet.cli.language import say
from quyet.cli.obstacles import unreadable
from quyet.cli.streams import complain, one_line
from quyet.core.values.amounts import dotted
from quyet.files.drafts.faults import DraftRefused
from quyet.files.readers.errors import Unreadable
from quyet.files.readers.limits import FILE_BYTES

_MOST_NAMED = 10
"""Officers that a refusal names."""


def add_arguments(command: ArgumentParser) -> None:
    """The options of the command."""
    command.add_argument("file", metavar=say("TỆP", "FILE"), help=say("tệp quyết định", "the file of the decision"))
    command.add_argument("--body", metavar=say("TÊN", "NAME"), help=say("cơ quan tiếp nhận", "the body that adopts it"))
    command.add_argument(
        "--as", dest="login", metavar="LOGIN",
        help=say("chuyên viên tiếp nhận, theo tên đăng nhập", "the officer who adopts it, by login"),
    )  # fmt: skip


def run(asked: Namespace) -> int:
    """Adopt the file; 0 done or there already, 1 refused, 2 where the file or the database cannot be used."""
    try:
        with Path(asked.file).open("rb") as opened:
            data = opened.read(FILE_BYTES.most + 1)
    except OSError as error:
        return _complain(asked.file, unreadable(error), 2)
    if not office.opened("load"):
        return 2
    refusal, officers = import_module("quyet.actions.refusal"), import_module("quyet.queries.officers")
    adoption, clock = import_module("quyet.actions.adoption"), import_module("quyet.actions.clock")
    try:
        officer = officers.officer_called(clock.today(), asked.login, asked.body)
        programme, is_new = adoption.adopt(officer, data, Path(asked.file).name)
    except officers.NotOne as none:
        return _complain("quyet load", _which(none.choices), 1)
    except Unreadable as error:
        return _complain(asked.file, say(error.message, error.message_en), 2)
    except DraftRefused as refused:
        for fault in refused.faults:
            complain(f"{asked.file}: {fault.key}: {say(fault.message, fault.message_en)}")
        return 1
    except refusal.Refused as refused:
        return _complain(asked.file, "; ".join(say(each.message, each.message_en) for each in refused.faults), 1)
    told = _told(officer, programme, is_new)
    print(json.dumps(told, ensure_ascii=False, indent=2) if asked.format == "json" else _text(told))
    return 0


def _complain(what: str, why: str, code: int) -> int:
    complain(f"{what}: {why}")
    return code


def _which(choices: list[tuple[str, str]]) -> str:
    if not choices:
        return say(
            "chưa có chuyên viên nào. Mở quyet serve để lập cơ quan và người dùng.",
            "there is no officer yet. Start quyet serve and make a body and its people.",
        )
    named = "; ".join(f"--as {login} ({body})" for login, body in choices[:_MOST_NAMED])
    return say(f"ghi rõ ai tiếp nhận, ở cơ quan nào: {named}", f"say who adopts it, at which body: {named}")


def _told(officer: Any, programme: Any, is_new: bool) -> dict[str, Any]:
    queries, urls = import_module("quyet.queries.adoption"), import_module("django.urls")
    kept = queries.adoption_of(programme)
    facts = queries.facts_of_adoption(kept, programme.content)
    data = import_module("quyet.queries.adoption_lists").data_in(programme.content)
    document, ordered = data.get("document", {}), data.get("programme", {})
    return {
        "schema": "quyet/load/1",
        "programme": programme.pk,
        "new": is_new,
        "state": programme.state,
        "body": officer.body.name,
        "officer": officer.person.login,
        "source": {"name": kept.source.name, "sha256": kept.source.sha256},
        "document": {name: document.get(name) for name in ("kind", "number", "date", "issuer", "title")},
        "total": programme.total,
        "activities": len(ordered.get("activities", [])),
        "lines": sum(len(each.get("lines", [])) for each in data.get("estimates", [])),
        "facts": {"waiting": facts.unconfirmed, "confirmed": facts.confirmed},
        "page": urls.reverse("programme-adoption", args=[programme.pk]),
    }


def _text(told: dict[str, Any]) -> str:
    document, facts = told["document"], told["facts"]
    total = f"{dotted(told['total'])} đ" if told["total"] is not None else say("chưa nêu", "not given")
    lines = [
        one_line(document["title"] or "–"),
        f"  {say('Cơ quan ban hành', 'Issued by')}: {one_line(document['issuer'] or '–')}",
        f"  {say('Số, ngày', 'Number, day')}: {document['number'] or '–'}, {_day(document['date'])}",
        say(
            f"  {told['activities']} hoạt động, {total}, {told['lines']} dòng dự toán",
            f"  {told['activities']} activities, {total}, {told['lines']} lines",
        ),
        say(
            f"  {facts['waiting']} dữ kiện chờ xác nhận với lời văn, {facts['confirmed']} đã xác nhận",
            f"  {facts['waiting']} facts wait to be confirmed against their words, {facts['confirmed']} are",
        ),
    ]
    if not told["new"]:
        lines.append(say("  Tệp này đã được tiếp nhận từ trước.", "  This file was adopted before."))
    lines.append(
        say(
            f"Mở quyet serve, trang {told['page']} ({told['officer']}, {one_line(told['body'])})",
            f"Start quyet serve, page {told['page']} ({told['officer']}, {one_line(told['body'])})",
        )
    )
    return "\n".join(lines)


def _day(day: str | None) -> str:
    """A day of ISO 8601 as an office writes it."""
    return f"{date.fromisoformat(day):%d/%m/%Y}" if day else "–"
