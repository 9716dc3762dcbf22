"""`quyet estimate import|export|diff`: an estimate between Excel and PROGRAMME.yaml, and what changed between two."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from quyet.cli.language import say
from quyet.cli.streams import RowsRead, complain
from quyet.files.readers.errors import Unreadable

if TYPE_CHECKING:
    from quyet.core.decisions.model import Reading
    from quyet.core.estimates.model import PlannedEstimate
    from quyet.core.papers.draft import Draft
    from quyet.files.drafts import DraftRefused

STANDARD_OUTPUT = "-"


def run(asked: Namespace) -> int:
    """Do what was asked; 2 where a file cannot be read or written."""
    return {"import": _import, "export": _export, "diff": _diff}[asked.act](asked)


# --- import ----------------------------------------------------------------------------------------------------------


def _import(asked: Namespace) -> int:
    """0 without errors in the workbook, 1 with; nothing is printed of one that has no estimate."""
    from quyet.files.reading import read

    rows = RowsRead(say("hàng", "rows"))
    try:
        reading = read(asked.file, progress=rows)
    except Unreadable as error:
        rows.clear()
        complain(f"{asked.file}: {say(error.message, error.message_en)}")
        return 2
    rows.clear()
    if reading.estimate is None or reading.source.format != "xlsx":
        complain(f"{asked.file}: {_no_estimate(reading)}")
        return 2
    if asked.format == "json":
        _print_json(reading)
    else:
        _print_text(asked.file, reading)
    return int(any(finding.severity == "error" for finding in reading.findings))


def _no_estimate(reading: Reading) -> str:
    if reading.source.format != "xlsx":
        return say("không phải tệp Excel (.xlsx, .xlsm, .xls)", "is no Excel file (.xlsx, .xlsm, .xls)")
    return say(
        "không thấy bảng dự toán nào: cần một hàng tiêu đề có «Nội dung» và «Thành tiền» hoặc «Đơn giá»",
        "no estimate found: a row of headings with «Nội dung» and «Thành tiền» or «Đơn giá» is needed",
    )


def _print_json(reading: Reading) -> None:
    from quyet.files.writers.reading_json import findings_to_list, plain, source_to_dict

    printed = {
        "schema": "quyet/estimate/1",
        "source": source_to_dict(reading.source),
        "estimate": plain(reading.estimate),
        "estimates": plain(reading.estimates),
        "findings": findings_to_list(reading.findings),
    }
    print(json.dumps(printed, ensure_ascii=False, indent=2))


def _print_text(path: str, reading: Reading) -> None:
    from quyet.cli.check import line
    from quyet.cli.estimate_text import table
    from quyet.files.estimates import planned

    for number, estimate in enumerate(reading.estimates):
        if number:
            print()
        print("\n".join(table(planned(estimate))))
    for finding in reading.findings:
        print(line(path, finding))


# --- export ----------------------------------------------------------------------------------------------------------


def _export(asked: Namespace) -> int:
    """The estimates of a programme, each on its sheet."""
    from quyet.files.estimates import programme_file, workbook_of
    from quyet.files.writers.refused import Unwritable

    source = programme_file(Path(asked.source))
    draft = _draft(source)
    if draft is None:
        return 2
    if not draft.estimates:
        complain(f"{source}: {say('không có dự toán (khóa estimate)', 'has no estimate (key estimate)')}")
        return 2
    try:
        data = workbook_of(draft)
    except Unwritable as refused:
        complain(f"{source}: {say(refused.message, refused.message_en)}: «{refused.text[:60]}»")
        return 2
    return _deliver(data, asked.output, source)


def _draft(source: Path) -> Draft | None:
    from quyet.files.drafts import DraftRefused, load_draft

    try:
        return load_draft(source).draft
    except DraftRefused as refused:
        _complain_of(source, refused)
    except OSError as error:
        complain(f"{source}: {_reason(error)}")
    return None


def _deliver(data: bytes, output: str, source: Path) -> int:
    from quyet.files.aside import write_aside

    if output == STANDARD_OUTPUT:
        sys.stdout.buffer.write(data)
        return 0
    target = Path(output)
    if target.exists() and target.samefile(source):
        complain(
            f"{output}: {say('là chính tệp dữ liệu; hãy chọn tên khác', 'is the data itself; choose another name')}"
        )
        return 2
    try:
        write_aside(target, data)
    except OSError as error:
        complain(f"{output}: {say('không ghi được', 'cannot be written')} ({error.strerror})")
        return 2
    return 0


# --- diff ------------------------------------------------------------------------------------------------------------


def _diff(asked: Namespace) -> int:
    """0 where they are the same, 1 where they differ."""
    from quyet.cli.estimate_text import changes, told
    from quyet.files.writers.reading_json import plain

    old, new = _estimates(asked.old), _estimates(asked.new)
    if old is None or new is None:
        return 2
    found = list(changes(old, new))
    if asked.format == "json":
        printed = [{"estimate": number, **plain(change)} for number, change in found]
        print(json.dumps(printed, ensure_ascii=False, indent=2))
    else:
        print("\n".join(told(found, several=len(old) > 1 or len(new) > 1)))
    return int(bool(found))


def _estimates(path: str) -> list[PlannedEstimate] | None:
    """The estimates of a file; None where there are none, with the reason said."""
    from quyet.files.drafts import DraftRefused
    from quyet.files.estimates import estimates_in

    try:
        found = estimates_in(Path(path))
    except Unreadable as error:
        complain(f"{path}: {say(error.message, error.message_en)}")
    except DraftRefused as refused:
        _complain_of(Path(path), refused)
    except OSError as error:
        complain(f"{path}: {_reason(error)}")
    else:
        if found:
            return found
        complain(f"{path}: {say('không có dự toán nào', 'holds no estimate')}")
    return None


def _complain_of(file: Path, refused: DraftRefused) -> None:
    """FILE:LINE: key: what is wrong, a line each."""
    for fault in refused.faults:
        place = f"{file}:{fault.line}" if fault.line else str(file)
        key = f"{fault.key}: " if fault.key else ""
        complain(f"{place}: {key}{say(fault.message, fault.message_en)}")


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return say("không có tệp này", "there is no such file")
    return say("không đọc được tệp", "the file cannot be read") + f" ({error.strerror})"
