"""The command on files whose text says itself what is wrong with it: each line `LỖI …` is an error, and so on.

What the grammar and the rules find is tested in their own rooms; here it is what the command makes of it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quyet.cli import main
from quyet.core.decisions.model import Document, Reading
from quyet.core.decisions.source import Source
from quyet.core.values.finding import Finding, Severity
from quyet.files import reading as whole
from tests.cli.drafts import DRAFT

SEVERITIES: dict[str, Severity] = {"LỖI": "error", "LƯU Ý": "warning", "GÓP Ý": "info"}


def said_by_its_lines(source: Source) -> Reading:
    if "NỔ" in source.text:
        raise ZeroDivisionError("chia cho không")
    found = [
        Finding("M101", severity, line, None, number, 1, None, "NĐ 30/2020/NĐ-CP" if severity == "warning" else None)
        for number, line in enumerate(source.text.splitlines(), 1)
        for word, severity in SEVERITIES.items()
        if line.startswith(word)
    ]
    return Reading(source, Document(kind="QĐ"), findings=found)


class Done:
    """What a run of the command left: its exit code and both outputs."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Command = Callable[..., Done]


@pytest.fixture
def quyet(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Runs the command in an empty folder, in Vietnamese."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("QUYET_LANG", raising=False)
    monkeypatch.delenv("QUYET_DEBUG", raising=False)

    def run(*arguments: str) -> Done:
        code = main(arguments)
        return Done(code, *capsys.readouterr())

    return run


@pytest.fixture
def by_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Papers are read as their lines say."""
    monkeypatch.setattr(whole, "read_source", said_by_its_lines)


@pytest.fixture
def draft() -> Callable[..., None]:
    """Writes p.yaml into the folder of the test, some of its words replaced."""

    def write(*replaced: tuple[str, str]) -> None:
        text = DRAFT
        for words, instead in replaced:
            assert words in text
            text = text.replace(words, instead)
        Path("p.yaml").write_text(text, encoding="utf-8")

    return write
