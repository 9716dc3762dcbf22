"""How each kind is carried out, from `quyet/data/kinds/*.yaml`, and the steps of all, from `quyet/data/steps.yaml`.

The grammar reads the first half of a kind's file (`kinds.py`); here is the other half.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from quyet.core.execution.practice import STEPS, Measure, Milestone, Practice, Step, Suggestion, Voucher
from quyet.files.facts.codes import listed
from quyet.files.facts.strict import DATA, Record, load_mapping


@lru_cache(maxsize=1)
def load_practices() -> dict[str, Practice]:
    """The kinds that ship with the package, by key."""
    from quyet.files.facts.kinds import read_kind  # which asks here for this half of the file

    practices = (read_kind(file)[1] for file in sorted((DATA / "kinds").glob("*.yaml")))
    return {practice.key: practice for practice in practices}


@lru_cache(maxsize=1)
def load_steps() -> tuple[Step, ...]:
    """The steps that ship with the package, in their order."""
    return load_steps_from(DATA / "steps.yaml")


def load_steps_from(file: Path) -> tuple[Step, ...]:
    """The steps of a file; all of them, in the order that the code knows."""
    record = Record(file, load_mapping(file))
    record.day("checked")
    steps = tuple(_step(each) for each in record.records("steps"))
    record.done()
    if tuple(step.key for step in steps) != STEPS:
        raise record.refuse("steps", f"phải là {', '.join(STEPS)}, theo thứ tự ấy")
    return steps


def _step(record: Record) -> Step:
    key, name = record.text("key"), _name(record, "name")
    step = Step(key, *name, tuple(_voucher(each, key) for each in record.records("vouchers")))
    record.done()
    return step


def practice_of(record: Record, key: str, units: tuple[str, ...]) -> Practice:
    """What a kind's file says beside its words."""
    practice = Practice(
        key,
        record.text("unit"),
        tuple(_measure(each) for each in record.records("measures")),
        tuple(_milestone(each) for each in record.records("milestones")),
        tuple(_suggestion(each) for each in record.records("suggested_codes")),
        tuple(_voucher(each) for each in record.records("vouchers")),
    )
    if practice.unit not in units:
        raise record.refuse("unit", f"{practice.unit!r} không có trong units")
    for name, keys in (
        ("measures", [each.key for each in practice.measures]),
        ("milestones", [each.key for each in practice.milestones]),
        ("vouchers", [f"{each.step}: {each.name_vi}" for each in practice.vouchers]),
    ):
        if twice := next((each for each in keys if keys.count(each) > 1), None):
            raise record.refuse(name, f"{twice!r} có hai lần")
    return practice


def _name(record: Record, key: str) -> tuple[str, str]:
    inner = record.record(key)
    name = inner.text("vi"), inner.text("en")
    inner.done()
    return name


def _measure(record: Record) -> Measure:
    measure = Measure(record.text("key"), *_name(record, "name"), record.text_or_none("unit"))
    record.done()
    return measure


def _milestone(record: Record) -> Milestone:
    milestone = Milestone(record.text("key"), *_name(record, "name"))
    record.done()
    return milestone


def _suggestion(record: Record) -> Suggestion:
    """Only codes that the edition lists are suggested."""
    part, codes = _name(record, "part"), record.record("codes")
    found = tuple((edition, listed(codes, edition, codes.texts(edition))) for edition in codes.rest())
    record.done()
    return Suggestion(*part, found)


def _voucher(record: Record, step: str | None = None) -> Voucher:
    voucher = Voucher(
        step or record.choice("step", STEPS),
        *_name(record, "name"),
        "S" if record.choice("mark", ("S", "M")) == "S" else "M",
        record.text("source"),
    )
    record.done()
    return voucher
