"""`quyet write PROGRAMME.yaml --to pdf -o OUT`: a programme or a reading becomes a paper."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from quyet.cli.language import say
from quyet.cli.streams import complain
from quyet.files.aside import write_aside
from quyet.files.drafts import DraftFault, DraftRefused, Loaded, load_draft
from quyet.files.writing import WRITERS, Written, lay_out, read_back

STANDARD_OUTPUT = "-"


def run(asked: Namespace) -> int:
    """Write the paper; 0 done, 1 done but the draft contradicts itself, 2 nothing written."""
    to = asked.to or _by_ending(asked.output)
    if to is None:
        complain(f"quyet write: {_which()}")
        return 2
    try:
        loaded = load_draft(asked.file)
    except DraftRefused as refused:
        for fault in refused.faults:
            complain(line(asked.file, fault))
        return 2
    except OSError as error:
        complain(f"{asked.file}: {_unreadable(error)}")
        return 2
    written = lay_out(loaded.draft, asked.form, asked.electronic)
    if not _deliver(asked, written, to):
        return 2
    return _report(asked.file, loaded, written)


def _by_ending(output: str) -> str | None:
    """What the name of the output asks for."""
    ending = Path(output).suffix.casefold().removeprefix(".")
    return ending if ending in WRITERS else None


def _which() -> str:
    listed = ", ".join(WRITERS)
    return say(f"chọn dạng tệp: --to {listed}", f"choose the kind of file: --to {listed}")


def _unreadable(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return say("không có tệp này", "there is no such file")
    if isinstance(error, IsADirectoryError):
        return say("là thư mục, không phải tệp", "is a folder, not a file")
    return say("không đọc được tệp", "the file cannot be read") + f" ({error.strerror})"


def line(file: str, fault: DraftFault) -> str:
    """FILE:LINE: key: what is wrong"""
    place = f"{file}:{fault.line}" if fault.line else file
    key = f"{fault.key}: " if fault.key else ""
    return f"{place}: {key}{say(fault.message, fault.message_en)}"


def _deliver(asked: Namespace, written: Written, to: str) -> bool:
    """Make the file and put it where it was asked for; False where that failed, with the reason said."""
    from quyet.files.writers.refused import Unwritable

    try:
        data = WRITERS[to](written)
    except Unwritable as refused:
        complain(f"{asked.file}: {say(refused.message, refused.message_en)}")
        return False
    if asked.output == STANDARD_OUTPUT:
        sys.stdout.buffer.write(data)
        return True
    target = Path(asked.output)
    if target.exists() and target.samefile(asked.file):
        told = say("là chính tệp dữ liệu; hãy chọn tên khác", "is the file of the data; choose another name")
        complain(f"{asked.output}: {told}")
        return False
    try:
        write_aside(target, data)
    except OSError as error:
        complain(f"{asked.output}: {say('không ghi được', 'cannot be written')} ({error.strerror})")
        return False
    return True


def _report(file: str, loaded: Loaded, written: Written) -> int:
    """Say what contradicts itself in the draft, and what a reader would understand otherwise than it was meant."""
    for fault in written.faults:
        complain(line(file, loaded.fault(fault.path, fault.message, fault.message_en)))
    reading, differences = read_back(written)
    for each in differences:
        meant, read = (
            say("trống", "nothing") if value in (None, "", []) else value for value in (each.meant, each.read)
        )
        vi = f"sẽ được đọc lại là «{read}», không phải «{meant}»"
        complain(line(file, loaded.fault(each.path, vi, f"will be read as {read!r}, not {meant!r}")))
    errors = [finding for finding in reading.findings if finding.severity == "error"] if not written.faults else []
    for finding in errors:
        complain(f"{file}: {finding.rule} {finding.message}")
    return int(bool(written.faults or errors))
