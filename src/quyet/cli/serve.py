"""`quyet serve`: the page on this machine, or for an office."""

from __future__ import annotations

import argparse
import errno
import os
import socket
from importlib import import_module
from typing import Any

from quyet.cli import office
from quyet.cli.language import LANGUAGES, say
from quyet.cli.streams import complain

EXAMPLE = "doc/example"
"""Where the page shows the decision that ships with Quyết."""

FIRST_PORT = 8000
LAST_PORT = 8099
LARGEST_PORT = 65535
LOOPBACK = ("127.0.0.1", "localhost", "::1")
THREADS, MOST_THREADS = 4, 64
"""Python works on one page at a time, whatever the threads: more of them only let some wait for the database, or for
a file that comes slowly, while others are answered. `docs/performance.md` has the figures."""
LARGEST_REQUEST = 256 * 1024 * 1024
"""Above what the site reads, so that the site itself can say in its own words that a file is too large."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--host", default="127.0.0.1", help=say("địa chỉ nhận kết nối", "address to listen on"))
    parser.add_argument(
        "--port",
        type=int,
        help=say("cổng; không ghi thì lấy cổng trống từ 8000", "port; by default a free one from 8000"),
    )
    parser.add_argument(
        "--threads",
        type=int,
        default=THREADS,
        help=say("số yêu cầu phục vụ cùng lúc, mặc định 4", "requests served at once, 4 by default"),
    )
    parser.add_argument("--lang", choices=LANGUAGES, help=say("ngôn ngữ của trang", "language of the page"))


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl+C. Exit code 2 where the port is taken or a setting is wrong."""
    if options.lang:
        os.environ["QUYET_LANG"] = options.lang
    port: int = options.port if options.port is not None else first_free(options.host) or FIRST_PORT
    if refusal := _unusable(options.host, port):
        return _refuse(*refusal)
    if not 1 <= options.threads <= MOST_THREADS:
        return _refuse(f"--threads là số từ 1 đến {MOST_THREADS}.", f"--threads is a number from 1 to {MOST_THREADS}.")
    if not office.opened("serve"):
        return 2
    _serve(import_module("quyet.site.wsgi").application, options.host, port, options.threads)
    return 0


def first_free(host: str) -> int | None:
    """The first free port from 8000 on."""
    return next((port for port in range(FIRST_PORT, LAST_PORT + 1) if is_free(host, port)), None)


def _unusable(host: str, port: int) -> tuple[str, str] | None:
    """Why nothing can listen there, in both languages."""
    if not 0 <= port <= LARGEST_PORT:
        return f"cổng phải là số từ 0 đến {LARGEST_PORT}.", f"a port is a number from 0 to {LARGEST_PORT}."
    obstacle = _obstacle(host, port)
    if obstacle is None:
        return None
    if isinstance(obstacle, UnicodeError | socket.gaierror) or obstacle.errno == errno.EADDRNOTAVAIL:
        return (
            f"{host} không phải là địa chỉ của máy này. Hãy chọn địa chỉ khác: --host 127.0.0.1.",
            f"{host} is no address of this machine. Choose another: --host 127.0.0.1.",
        )
    if obstacle.errno == errno.EACCES:
        return (
            f"không có quyền dùng cổng {port}. Hãy chọn cổng khác: --port 8100.",
            f"port {port} may not be used. Choose another: --port 8100.",
        )
    return (
        f"cổng {port} đang có chương trình khác dùng. Hãy chọn cổng khác: --port 8100.",
        f"port {port} is in use. Choose another: --port 8100.",
    )


def is_free(host: str, port: int) -> bool:
    """Whether a server can listen there."""
    return _obstacle(host, port) is None


def _obstacle(host: str, port: int) -> OSError | UnicodeError | None:
    """What keeps a server from listening. Windows would let two programs share a port unless asked not to."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
        probe.setsockopt(socket.SOL_SOCKET, exclusive or socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, UnicodeError) as obstacle:  # the latter: a name that cannot be one of a machine
            return obstacle
    return None


def _serve(application: Any, host: str, port: int, threads: int) -> None:
    from waitress.server import create_server  # type: ignore[import-untyped]

    proxy = {"trusted_proxy": "*", "trusted_proxy_headers": "x-forwarded-proto x-forwarded-for"}
    server = create_server(
        application,
        host=host,
        port=port,
        threads=threads,
        ident="",
        max_request_body_size=LARGEST_REQUEST,
        **(proxy if os.environ.get("QUYET_HTTPS") == "1" else {}),
    )
    address = f"http://{_address(host)}:{server.effective_port}/"
    print(f"{say('Ví dụ', 'Example')}: {address}{EXAMPLE}", flush=True)
    _first_start(address)
    print(f"Quyết: {address} ({say('Ctrl+C: dừng', 'Ctrl+C stops it')})", flush=True)
    if host not in LOOPBACK and not os.environ.get("QUYET_ALLOWED_HOSTS"):
        complain(
            say(
                "Máy khác chưa mở được trang: đặt QUYET_ALLOWED_HOSTS là tên hoặc địa chỉ của máy này.",
                "Other machines cannot open the page yet: set QUYET_ALLOWED_HOSTS to this machine's name or address.",
            )
        )
    sealer = import_module("quyet.site.sealer").running()
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        sealer.stop()
        server.close()


def _first_start(address: str) -> None:
    """Where there is nobody yet: the link that makes the first body and its administrator."""
    secret = import_module("quyet.actions.invitations").first_link()
    import_module("django.db").connection.close()
    if secret:
        if os.environ.get("QUYET_HTTPS") == "1":  # from outside it has the name that its proxy serves
            address = f"https://{import_module('quyet.site.environment').hosts()[0]}/"
        said = say("Bắt đầu (dùng một lần, trong 24 giờ)", "First start (once, within 24 hours)")
        print(f"{said}: {address}bat-dau/{secret}", flush=True)


def _address(host: str) -> str:
    """The host as one types it: every address of this machine is also this machine."""
    return {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)


def _refuse(message: str, message_en: str) -> int:
    complain(f"quyet serve: {say(message, message_en)}")
    return 2
