"""`quyet body new NAME`: a further body of the site, with the one-time link of its first administrator."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from importlib import import_module
from typing import Any

from quyet.cli import office
from quyet.cli.language import say
from quyet.cli.streams import complain

LEVELS = ("province", "department", "commune")


def add_arguments(command: ArgumentParser, formats: Callable[..., None]) -> None:
    """`new NAME`, with what the body begins with."""
    acts = command.add_subparsers(dest="act", required=True, metavar="new", title=say("việc", "acts"))
    told = say(
        "lập thêm một cơ quan; in đường dẫn dùng một lần cho quản trị đầu tiên",
        "open a further body; prints the one-time link of its first administrator",
    )
    new = acts.add_parser("new", help=told, description=told)
    formats(new, "text", "json")
    new.add_argument("name", metavar=say("TÊN", "NAME"), help=say("tên cơ quan", "name of the body"))
    new.add_argument("--level", choices=LEVELS, default="department", help=say("cấp", "level"))
    new.add_argument("--chapter", default="", metavar="416", help=say("chương", "chapter"))
    new.add_argument("--identifier", default="", metavar="H37", help=say("mã định danh", "agency identifier"))
    above = say(
        "cấp trên, ghi đúng tên; có hiệu lực khi cơ quan đó xác nhận", "superior, by its exact name, to confirm"
    )
    new.add_argument("--superior", metavar=say("TÊN", "NAME"), help=above)
    new.add_argument("--admin", required=True, metavar="LOGIN", help=say("tên đăng nhập của quản trị", "its login"))
    whose = say("họ và tên của quản trị", "the administrator's name")
    new.add_argument("--admin-name", required=True, metavar=say("HỌ_TÊN", "NAME"), help=whose)
    new.add_argument("--email", default="", help=say("thư điện tử của quản trị", "the administrator's e-mail"))


def run(asked: Namespace) -> int:
    """Open it; 0 done, 1 refused with its reasons, 2 where the database cannot be used."""
    if not office.opened("body"):
        return 2
    founding, refusal = import_module("quyet.actions.founding"), import_module("quyet.actions.refusal")
    superior = None
    if asked.superior:
        called = import_module("quyet.queries.directory").body_called(asked.superior)
        if called is None:
            complain(f"quyet body: {say('không có cơ quan', 'there is no body')} «{asked.superior}»")
            return 1
        superior = called.pk
    new = founding.NewBody(
        name=asked.name, level=asked.level, person=asked.admin_name, login=asked.admin, chapter=asked.chapter,
        identifier=asked.identifier, email=asked.email, superior=superior,
    )  # fmt: skip
    try:
        body, person, secret = founding.found(None, new)
    except refusal.Refused as refused:
        for each in refused.faults:
            complain(f"quyet body: {_FIELDS.get(each.field, each.field)}: {say(each.message, each.message_en)}")
        return 1
    told = {"schema": "quyet/body/1", "body": body.name, "admin": person.login, "link": f"/moi/{secret}"}
    print(json.dumps(told, ensure_ascii=False, indent=2) if asked.format == "json" else _text(told))
    return 0


_FIELDS = {"name": "NAME", "person": "--admin-name", "login": "--admin"}
"""How a field of the act is called here, where it is called otherwise."""


def _text(told: dict[str, Any]) -> str:
    return say(
        f"Đã lập {told['body']}. Trong 24 giờ, {told['admin']} mở đường dẫn này một lần để đặt mật khẩu,\n"
        f"sau địa chỉ của trang (ví dụ http://127.0.0.1:8000): {told['link']}",
        f"{told['body']} is there. Within 24 hours {told['admin']} opens this once to set a password,\n"
        f"behind the site's address (such as http://127.0.0.1:8000): {told['link']}",
    )
