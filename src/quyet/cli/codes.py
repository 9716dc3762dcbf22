"""`quyet codes show` and `quyet codes find`: the mục lục ngân sách of a budget year."""

from __future__ import annotations

import json
import re
from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

from quyet.cli.language import say
from quyet.cli.streams import complain
from quyet.core.codes.catalogue import Answer, Catalogue
from quyet.core.codes.model import SEGMENTS, Code, Edition
from quyet.core.codes.search import find
from quyet.files.facts.codes import load_codes

_VIETNAM = timezone(timedelta(hours=7))
_KIND_AND_SUB_KIND = re.compile(r"(\d{3})\s*[-–]\s*(\d{3})")


def run(asked: Namespace) -> int:
    """0 where a code is found; 1 where the year has none such; 2 where no list is known for the year."""
    codes = load_codes()
    year = asked.year if asked.year is not None else datetime.now(_VIETNAM).year
    edition = codes.edition_of(year)
    if edition is None:
        complain(f"quyet codes {asked.act}: {_no_edition(codes, year)}")
        return 2
    if asked.act == "find":
        found, refusal = find(edition, " ".join(asked.words)), _nothing(asked.words, year)
    else:
        found, refusal = _show(codes, asked.code.strip(), year)
    if not found:
        complain(f"quyet codes {asked.act}: {refusal}")
    _print(asked, codes, edition, found)
    return int(not found)


def _print(asked: Namespace, codes: Catalogue, edition: Edition, found: list[Code]) -> None:
    if asked.format == "json":
        print(json.dumps([row(codes, edition, code) for code in found], ensure_ascii=False, indent=2))
    elif asked.act == "find":
        print("\n".join(brief(code) for code in found), end="\n" if found else "")
    elif found:
        print("\n\n".join("\n".join(full(codes, edition, code)) for code in found))


# --- what is said of a code ------------------------------------------------------------------------------------------


def brief(code: Code) -> str:
    """One line of a list."""
    return f"{code.code:<4}  {say(*SEGMENTS[code.segment]):<9}  {code.name}"


def full(codes: Catalogue, edition: Edition, code: Code) -> Iterator[str]:
    """All that is known of one code."""
    yield f"{code.code}  {code.name}" + (f" ({code.note})" if code.note else "")
    yield f"  {_segment(codes, edition, code)}"
    if code.new:
        yield "  " + say(f"mới có từ năm ngân sách {edition.first_year}", f"new from budget year {edition.first_year}")
    yield f"  {edition.text}, {_years(edition)}; {_mark(code)}"


def _segment(codes: Catalogue, edition: Edition, code: Code) -> str:
    name, parent = say(*SEGMENTS[code.segment]), codes.parent_of(code, edition)
    if parent:
        above = say(*SEGMENTS[parent.segment])
        return say(f"{name}, thuộc {above} {parent.code}", f"{name} of {above} {parent.code}") + f" {parent.name}"
    level = edition.level_of(code.code) if code.segment == "chapter" else None
    return f"{name}, {say(level.name_vi, level.name_en)}" if level else name


def _years(edition: Edition) -> str:
    first, last = edition.first_year, edition.last_year
    if last is None:
        return say(f"năm ngân sách {first} trở đi", f"budget years from {first} on")
    return say(f"năm ngân sách {first}–{last}", f"budget years {first}–{last}")


def _mark(code: Code) -> str:
    if code.mark == "S":
        return say("đã đối chiếu văn bản", "compared with the text")
    return say("chưa đối chiếu văn bản", "not compared with the text")


def row(codes: Catalogue, edition: Edition, code: Code) -> dict[str, Any]:
    """The code as data."""
    parent = codes.parent_of(code, edition)
    return {
        "code": code.code,
        "segment": code.segment,
        "name": code.name,
        "note": code.note,
        "parent": {"code": parent.code, "segment": parent.segment, "name": parent.name} if parent else None,
        "new": code.new,
        "mark": code.mark,
        "edition": {
            "key": edition.key,
            "text": edition.text,
            "years": [edition.first_year, edition.last_year],
            "whole": edition.whole,
        },
    }


# --- refusals --------------------------------------------------------------------------------------------------------


def _show(codes: Catalogue, written: str, year: int) -> tuple[list[Code], str]:
    """The codes of that number, or why there are none."""
    both = _KIND_AND_SUB_KIND.fullmatch(written)
    answer = codes.look_up(both[2], year, "sub_kind") if both else codes.look_up(written, year)
    if answer.verdict != "listed":
        return [], _refusal(answer, written, year)
    if both and answer.codes[0].parent != both[1]:
        parent = answer.codes[0].parent
        return [], say(f"khoản {both[2]} thuộc loại {parent}", f"sub-kind {both[2]} belongs to kind {parent}")
    return list(answer.codes), ""


def _refusal(answer: Answer, written: str, year: int) -> str:
    edition = answer.edition.text if answer.edition else ""
    if answer.verdict == "later":
        name = answer.codes[0].name
        return say(
            f"{written} chỉ có từ năm ngân sách {answer.since} ({edition}): {name}",
            f"{written} exists only from budget year {answer.since} ({edition}): {name}",
        )
    if answer.verdict == "misshapen":
        return say(f"{written} không phải là mã: {answer.why}", f"{written} is no code: {answer.why}")
    if answer.edition and answer.edition.whole:
        return say(f"{edition} không có mã {written}", f"{edition} has no code {written}")
    return say(
        f"không rõ mã {written}: danh mục {edition} ở đây chưa đủ",
        f"{written} is not known: the list of {edition} is not whole here",
    )


def _no_edition(codes: Catalogue, year: int) -> str:
    known = ", ".join(f"{_years(edition)} ({edition.text})" for edition in codes.editions)
    return say(f"không có mục lục của năm {year}; chỉ có {known}", f"no list of {year} is known; there are {known}")


def _nothing(words: list[str], year: int) -> str:
    asked = " ".join(words)
    return say(f"không có mã nào ứng với “{asked}” trong năm {year}", f"no code goes by “{asked}” in {year}")
