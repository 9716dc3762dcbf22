"""`quyet serve` as a process that is killed and started again on its port, and who presses buttons of its pages."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.faults.served import MOVES
from tools import postgres_server

PROOF = "a" * 32
"""What a form of the site carries, and the cookie beside it."""


class Server:
    """`quyet serve` on a database; `kill` ends it as a power cut ends a process."""

    def __init__(self, url: str, folder: Path) -> None:
        self.port = postgres_server._free_port()
        self._environment = os.environ | {"DATABASE_URL": url, "QUYET_DATA_DIR": str(folder)}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Until it answers."""
        command = [sys.executable, "-c", "import sys; from quyet.cli import main; sys.exit(main())"]
        self._process = subprocess.Popen(
            [*command, "serve", "--port", str(self.port)], env=self._environment, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for _ in range(600):
            if self.asked("GET", "/rules") is not None:
                return
            assert self._process.poll() is None, "quyet serve does not start"
            time.sleep(0.1)
        raise AssertionError("quyet serve does not answer")

    def kill(self) -> None:
        """kill -9, it and every process of it."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def asked(self, method: str, path: str, cookie: str = "", **form: str) -> tuple[int, str] | None:
        """The status and the page; None where nobody answers, or the answer ends in the middle."""
        headers = {"Cookie": f"sessionid={cookie}; csrftoken={PROOF}"} if cookie else {}
        body = urlencode({**form, "csrfmiddlewaretoken": PROOF}) if form else None
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        except (OSError, HTTPException):
            return None
        finally:
            connection.close()


class Writers:
    """Some who press the buttons of their requests, each button twice, and again until it is answered."""

    def __init__(self, server: Server, rows: dict[str, Any]) -> None:
        self._server, self._programme = server, rows["programme"]
        self.asked: list[tuple[int, str, str]] = []
        self.done: list[str] = []
        self.wrong: list[object] = []
        self.broken: set[str] = set()
        self.failed = 0
        self._over = threading.Event()
        self._threads = [
            threading.Thread(target=self._work, args=(cookie, requests))
            for cookie, requests in zip(rows["cookies"], rows["requests"], strict=True)
        ]
        for each in self._threads:
            each.start()

    def _work(self, cookie: str, requests: list[int]) -> None:
        for move in MOVES:
            for request in requests:
                key = f"nut-{move}-{request:06}"
                self.asked.append((request, move, key))
                if not self._pressed(cookie, request, move, key):
                    return
                self.done.append(key)

    def _pressed(self, cookie: str, request: int, move: str, key: str) -> bool:
        """Answered twice in a row; False where it is over, or was refused."""
        answered = 0
        while answered < 2:
            if self._over.is_set():
                return False
            path = f"/chuong-trinh/{self._programme}/chi-tieu/{request}"
            answer = self._server.asked("POST", path, cookie, do=move, key=key, reason="Chưa đủ hồ sơ")
            if answer is not None and answer[0] == 303:
                answered += 1
            elif answer is None or answer[0] >= 500:
                self.failed += 1
                self.broken |= {answer[1]} if answer is not None else set()
                time.sleep(0.05)
            else:
                self.wrong.append((request, move, answer[0], answer[1][:2000]))
                return False
        return True

    def wait_for(self, acts: int) -> None:
        """Until so many more acts were acknowledged, or there is nothing left to press."""
        wanted = len(self.done) + acts
        for _ in range(1200):
            if len(self.done) >= wanted or not any(each.is_alive() for each in self._threads):
                return
            time.sleep(0.05)
        raise AssertionError("nothing is acknowledged any more")

    def end(self) -> dict[str, Any]:
        """Stop; the notes."""
        self._over.set()
        for each in self._threads:
            each.join(timeout=120)
        assert not self.wrong, self.wrong[0]
        return {"asked": self.asked, "done": self.done, "failed": self.failed}
