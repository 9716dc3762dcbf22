"""`quyet write PROGRAMME.yaml --to pdf -o OUT`: a programme or a reading becomes a paper."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from quyet.cli.language import say
from quyet.cli.obstacles import unreadable, unwritable
from quyet.cli.streams import complain
from quyet.cli.write_report import line, refusal, report
from quyet.files.aside import write_aside
from quyet.files.drafts import DraftRefused, Loaded, load_draft
from quyet.files.writing import WRITERS, Written, lay_out

STANDARD_STREAM = "-"


def run(asked: Namespace) -> int:
    """Write the paper; 0 done, 1 done but the draft contradicts itself, 2 nothing written."""
    to = asked.to or _by_ending(asked.output)
    wrong = _asked_wrongly(asked, to)
    if wrong:
        complain(f"quyet write: {wrong}")
        return 2
    loaded = _load(asked.file)
    if loaded is None:
        return 2
    written = lay_out(loaded.draft, asked.form, asked.electronic)
    data = _made(asked.file, loaded, written, to)
    if data is None or not _delivered(asked, data):
        return 2
    return report(asked.file, loaded, written, asked.form)


def _by_ending(output: str) -> str:
    """What the name of the output asks for; "" where it asks for nothing."""
    ending = Path(output).suffix.casefold().removeprefix(".")
    return ending if ending in WRITERS else ""


def _asked_wrongly(asked: Namespace, to: str) -> str:
    """What the arguments leave open; "" where nothing."""
    if not to:
        listed = ", ".join(WRITERS)
        return say(f"chọn dạng tệp: --to {listed}", f"choose the kind of file: --to {listed}")
    if not asked.file or not asked.output:
        return say("tên tệp để trống", "the name of a file is empty")
    if asked.file == STANDARD_STREAM:
        return say("chỉ đọc từ tệp, không đọc đầu vào chuẩn", "reads a file, not the standard input")
    return ""


def _load(file: str) -> Loaded | None:
    """The draft; None where there is none, with the reasons said."""
    try:
        return load_draft(file)
    except DraftRefused as refused:
        for fault in refused.faults:
            complain(line(file, fault))
    except OSError as error:
        complain(f"{file}: {unreadable(error)}")
    return None


def _made(file: str, loaded: Loaded, written: Written, to: str) -> bytes | None:
    """The file; None where the paper cannot become one, with the reason said."""
    from quyet.files.writers.edxml import EdxmlRefused
    from quyet.files.writers.refused import Unwritable

    try:
        return WRITERS[to](written)
    except (Unwritable, EdxmlRefused) as refused:
        complain(line(file, refusal(loaded, refused)))
        return None


def _delivered(asked: Namespace, data: bytes) -> bool:
    """Put the file where it was asked for; False where that failed, with the reason said."""
    if asked.output == STANDARD_STREAM:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return True
    target = Path(asked.output)
    try:
        if target.exists() and target.samefile(asked.file):
            told = say("là chính tệp dữ liệu; hãy chọn tên khác", "is the file of the data; choose another name")
            complain(f"{asked.output}: {told}")
            return False
        write_aside(target, data)
    except OSError as error:
        complain(f"{asked.output}: {unwritable(error)}")
        return False
    return True
