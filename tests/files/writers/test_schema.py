"""The schema holds what the writers write, and refuses what breaks the contract."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from quyet.core.decisions.model import Reading
from quyet.core.decisions.source import Source
from quyet.files.writers.reading_json import reading_to_dict
from quyet.files.writers.schema import reading_schema

VALIDATOR = Draft202012Validator(reading_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_it_is_a_schema_of_draft_2020_12() -> None:
    Draft202012Validator.check_schema(reading_schema())
    assert json.loads(json.dumps(reading_schema())) == reading_schema()


def test_a_full_and_an_empty_reading_pass(reading: Reading) -> None:
    VALIDATOR.validate(reading_to_dict(reading))
    VALIDATOR.validate(reading_to_dict(Reading(Source("Thông báo."))))


BREAKS: dict[str, tuple[list[str | int], Any]] = {
    "another version": (["schema"], "quyet/reading/2"),
    "a day in the Vietnamese order": (["document", "date"], "05/03/2024"),
    "money as text": (["programme", "total", "amount"], "1.500.000"),
    "money with a fraction": (["estimate", "total"], 0.5),
    "a role that is none": (["programme", "assignments", 0, "role"], "boss"),
    "a severity that is none": (["findings", 0, "severity"], "fatal"),
    "a span of one number": (["facts", 0, "span"], [3]),
    "a period without its end": (["programme", "period"], ["2024-01-01"]),
    "an article without a label": (["document", "articles", 0, "children", 0, "label"], None),
    "a list that is null": (["document", "bases"], None),
}


@pytest.mark.parametrize("why", BREAKS)
def test_what_breaks_the_contract_is_refused(reading: Reading, why: str) -> None:
    (*way, last), value = BREAKS[why]
    printed = reading_to_dict(reading)
    part: Any = printed
    for step in way:
        part = part[step]
    part[last] = value
    assert not VALIDATOR.is_valid(printed)


def every_key(value: Any, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        return [(*way, key) for key in value] + [found for key in value for found in every_key(value[key], (*way, key))]
    if isinstance(value, list):
        return [found for index, member in enumerate(value) for found in every_key(member, (*way, index))]
    return []


def test_no_key_may_be_left_out(reading: Reading) -> None:
    printed = reading_to_dict(reading)
    for *way, last in every_key(printed):
        without = deepcopy(printed)
        part: Any = without
        for step in way:
            part = part[step]
        del part[last]
        assert not VALIDATOR.is_valid(without), (*way, last)


def test_a_record_is_described_by_its_docstring() -> None:
    assert reading_schema()["$defs"]["Article"]["description"].startswith("A node of the tree")
    assert "description" not in reading_schema()["$defs"]["Signature"]


def test_more_fields_may_come() -> None:
    printed = reading_to_dict(Reading(Source("Thông báo."))) | {"later": 1}
    assert VALIDATOR.is_valid(printed)
