"""`quyet fix FILE.docx -o OUT.docx`: mend the layout, and say line by line what was changed and what is left."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from quyet.cli.check import line as finding_line
from quyet.cli.language import say
from quyet.cli.streams import complain, one_line
from quyet.files.readers.errors import Unreadable

if TYPE_CHECKING:
    from quyet.files.writers.docx_fix import Change, Fixed


def run(asked: Namespace) -> int:
    """Mend the file; 0 done or nothing to do, 2 where it cannot be mended or written."""
    from quyet.files.readers import bytes_of
    from quyet.files.writers.docx_fix import fix_docx
    from quyet.files.writers.refused import Unwritable

    source, target = Path(asked.file), Path(asked.output)
    if target.exists() and source.exists() and target.samefile(source):
        told = say("là chính tệp vào; hãy chọn tên khác", "is the file that is read; choose another name")
        complain(f"{asked.output}: {told}")
        return 2
    try:
        fixed = fix_docx(bytes_of(source), source.name)
    except (Unreadable, Unwritable) as refused:
        complain(f"{asked.file}: {say(refused.message, refused.message_en)}")
        return 2
    return _deliver(asked, target, fixed)


def _deliver(asked: Namespace, target: Path, fixed: Fixed) -> int:
    """The file is there before anything is said of it, also where nothing had to be changed."""
    from quyet.files.aside import write_aside

    try:
        write_aside(target, fixed.data)
    except OSError as error:
        complain(f"{asked.output}: {say('không ghi được', 'cannot be written')} ({error.strerror})")
        return 2
    {"text": _text, "json": _json}[asked.format](asked, fixed)
    return 0


def _text(asked: Namespace, fixed: Fixed) -> None:
    for change in fixed.changes:
        print(one_line(change_line(change)))
    if not fixed.follows:
        print(
            say(
                "Văn bản không thuộc diện của NĐ 30/2020/NĐ-CP (loại, ngày hoặc cơ quan ban hành): không sửa gì.",
                "The paper does not follow NĐ 30/2020/NĐ-CP (its kind, day or issuer): nothing was changed.",
            )
        )
    elif not fixed.changes and fixed.left:
        print(say("Không có gì sửa được bằng máy.", "There was nothing that a machine can mend."))
    elif not fixed.changes:
        print(say("Không có gì phải sửa.", "There was nothing to mend."))
    if fixed.left:
        print(say("Còn lại, cần người sửa:", "Left for a person:"))
    for finding in fixed.left:
        print(finding_line(asked.output, finding))


def change_line(change: Change) -> str:
    """dòng 6: kiểu chữ của căn cứ: đứng → nghiêng (5 chỗ)"""
    place = say("trang", "pages") if change.line is None else f"{say('dòng', 'line')} {change.line}"
    several = f" ({change.count} {say('chỗ', 'places')})" if change.count > 1 else ""
    what = change.what[:1].lower() + change.what[1:]
    return f"{place}: {what}: {change.before} → {change.after}{several}"


def _json(asked: Namespace, fixed: Fixed) -> None:
    import json

    from quyet.files.writers.reading_json import findings_to_list

    printed = {
        "schema": "quyet/fix/1",
        "path": asked.file,
        "output": asked.output,
        "follows": fixed.follows,
        "changes": [asdict(change) for change in fixed.changes],
        "left": findings_to_list(list(fixed.left)),
    }
    print(json.dumps(printed, ensure_ascii=False, indent=2))
