"""What goes to the screen: UTF-8 everywhere, one line a message, and progress that only a person sees."""

from __future__ import annotations

import io
import os
import sys

_CONTROLS = {code: "\ufffd" for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)) if chr(code) not in "\t"}


def use_utf8() -> bool:
    """Windows gives its consoles and pipes other encodings; ours are UTF-8. What has no character is escaped.

    False where there is no output: it was closed before we began (`>&-`).
    """
    if sys.stderr is None:
        sys.stderr = os.fdopen(
            os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"
        )  # print would turn to the output instead
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return sys.stdout is not None


def one_line(text: str) -> str:
    """A message on one line, without characters that would command the terminal."""
    return " ".join(text.split()).translate(_CONTROLS)


def complain(text: str) -> None:
    """One line on standard error."""
    print(one_line(text), file=sys.stderr)


class Progress:
    """`[3/120] name` on standard error, for many files and only on a terminal."""

    def __init__(self, total: int) -> None:
        self._total = total if total > 1 and sys.stderr.isatty() else 0
        self._done = self._shown = 0

    def next(self, name: str) -> None:
        """Another file begins."""
        self._done += 1
        if self._total:
            self.clear()
            line = f"[{self._done}/{self._total}] {one_line(name)}"[:78]
            print(line, end="", file=sys.stderr, flush=True)
            self._shown = len(line)

    def clear(self) -> None:
        """Give the line back before anything else is printed."""
        if self._shown:
            print("\r" + " " * self._shown + "\r", end="", file=sys.stderr, flush=True)
            self._shown = 0


class RowsRead:
    """`[######    ] 3.000/5.000 hàng` on standard error while a workbook is read, and only on a terminal."""

    _WIDE = 30

    def __init__(self, unit: str) -> None:
        self._unit, self._shown = unit, 0

    def __call__(self, done: int, total: int) -> None:
        """So many rows of all are read."""
        if not sys.stderr.isatty() or not total:
            return
        full = self._WIDE * min(done, total) // total
        counted = f"{done:,}/{total:,}".replace(",", ".")
        line = f"[{'#' * full}{' ' * (self._WIDE - full)}] {counted} {self._unit}"
        print(f"\r{line}", end="", file=sys.stderr, flush=True)
        self._shown = max(self._shown, len(line))

    def clear(self) -> None:
        """Give the line back before anything else is printed."""
        if self._shown:
            print("\r" + " " * self._shown + "\r", end="", file=sys.stderr, flush=True)
            self._shown = 0
